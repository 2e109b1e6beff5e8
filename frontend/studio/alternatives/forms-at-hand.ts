import { CLIP_STRIDE, Clip, type Section } from '../../song/song';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

/** What people call a section's own form. */
export const OWN = 'A';

/** The section that is chosen, else the one at the caret, else the one at the playhead. */
export function sectionAtHand(w: Workspace): Section | undefined {
  const at = (tick: number) => w.seen.sections.find(each => tick >= each.start && tick < each.start + each.length);
  return w.seen.sections.find(each => w.laneItems.has(each.handle)) ?? at(w.caret.tick) ?? at(w.song.transport.playhead);
}

/** Switches a section to another of its forms; the song goes on playing. */
export function choose(w: Workspace, section: Section, form: number, name: string): void {
  const { openedClip } = w;
  if (w.attempt(() => { w.song.alternatives.choose(section.handle, form); return true; })) {
    if (openedClip && w.seen.clipAt(openedClip.handle) < 0) {
      openInstead(w, openedClip);
    }
    w.say(t('“{0}” is {1} now.', section.name || t('Section'), name));
  }
}

/** The editor goes on with what the track plays now where the clip was that is open. */
function openInstead(w: Workspace, gone: { readonly track: number; readonly start: number; readonly length: number }): void {
  const { clips } = w.seen;
  for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
    const start = clips[at + Clip.start]!;
    if (clips[at + Clip.track] === gone.track && start < gone.start + gone.length && start + clips[at + Clip.length]! > gone.start) {
      w.open(clips[at]!);
      return;
    }
  }
}

export function chooseNext(w: Workspace): void {
  const section = sectionAtHand(w);
  const forms = section ? w.song.alternatives.of(section.handle).filter(each => !each.gone) : [];
  if (!section || forms.length === 0) {
    w.say(t('There is no alternative here yet. Keep what is there as one, and go on writing.'));
    return;
  }
  const at = forms.findIndex(each => each.heard);
  const next = forms[at + 1];
  choose(w, section, next?.handle ?? section.handle, next?.name ?? OWN);
}

/** Keeps a take as an alternative of the section that its bars lie in. */
export function keepTake(w: Workspace, proposal: string, take: number, from: number, to: number): void {
  const section = w.seen.sections.find(each => from >= each.start && from < each.start + each.length)
    ?? w.seen.sections.find(each => each.start < to && each.start + each.length > from);
  if (!section) {
    w.say(t('Name some bars first: alternatives belong to a section.'));
    return;
  }
  const made = w.attempt(() => w.song.alternatives.keepTake(section.handle, proposal, take));
  if (made !== undefined) {
    w.say(t('Kept as {0} of “{1}”.', w.song.alternatives.of(section.handle).find(each => each.handle === made)?.name ?? '', section.name || t('Section')));
  }
}

/** Keeps what a section holds as an alternative. */
export function keep(w: Workspace, section: Section | undefined = sectionAtHand(w)): void {
  if (!section) {
    w.say(t('Name some bars first: alternatives belong to a section.'));
    return;
  }
  const made = w.attempt(() => w.song.alternatives.keep(section.handle));
  if (made !== undefined) {
    const name = w.song.alternatives.of(section.handle).find(each => each.handle === made)?.name ?? '';
    w.say(t('Kept as {0}. Go on writing: {0} stays as it is.', name));
  }
}
