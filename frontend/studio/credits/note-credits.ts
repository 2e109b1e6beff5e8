import { t, told } from '../../words/words';
import type { Workspace } from '../workspace/workspace';

/** A step as `/api/songs/…/credits/notes/…` tells it. */
interface Step {
  readonly deed: 'MADE' | 'ACCEPTED' | 'EDITED' | 'REMOVED' | 'RETURNED';
  readonly by: string;
  readonly maker: string;
  readonly time: string;
}

function sentence(step: Step): string {
  const by = told(step.by);
  const at = new Date(step.time);
  const when = `${at.toLocaleDateString()} ${at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false })}`;
  switch (step.deed) {
    case 'MADE': return t('{0} made it, {1}', by, when);
    case 'ACCEPTED': return step.maker ? t('{0} accepted it from {1}, {2}', by, told(step.maker), when) : t('{0} accepted it, {1}', by, when);
    case 'EDITED': return t('{0} edited it, {1}', by, when);
    case 'REMOVED': return t('{0} removed it, {1}', by, when);
    case 'RETURNED': return t('{0} brought it back, {1}', by, when);
  }
}

/** The same person's edits one after the other are one. */
function shortened(steps: readonly Step[]): Step[] {
  return steps.filter((step, at) => step.deed !== 'EDITED' || steps[at + 1]?.deed !== 'EDITED' || steps[at + 1]?.by !== step.by);
}

/** Says who or what made the note chosen last, edited it and accepted it. */
export async function tellCredits(w: Workspace): Promise<void> {
  const note = w.notes.all().at(-1);
  if (note === undefined) {
    w.say(t('Choose a note first.'));
    return;
  }
  try {
    const answer = await fetch(`/api/songs/${w.song.link}/credits/notes/${w.song.idOf(note)}`);
    const steps = shortened(await answer.json() as Step[]);
    w.say(steps.length === 0 ? t('Nothing is known of this note yet: it is just being sent.') : steps.map(sentence).join(' · '));
  } catch {
    w.say(t("The credits can't be read now. Try again."), true);
  }
}
