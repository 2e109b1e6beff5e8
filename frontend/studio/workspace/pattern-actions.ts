import { t } from '../../words/words';
import { NONE, type Handle } from '../../song/song';
import type { DrumsLayout, Step } from '../drums/drums-layout';
import { DIVISIONS } from '../drums/step-words';
import { drumName } from '../gm/keys';
import type { Workspace } from './workspace';

/** What can be done with drum patterns and variations, by keys, menus and pointers alike. */

/** Ticks that a key moves a hit off its step. */
const NUDGE = 10;

function stepAtCaret(w: Workspace): Step | null {
  return w.drumsLayout?.stepAt(w.caret.pitch, Math.round(w.caret.tick)) ?? null;
}

/** The chosen hits, or those of the step at the caret. */
function hits(w: Workspace): readonly Handle[] {
  const step = stepAtCaret(w);
  return w.notes.size > 0 || !step || !w.drumsLayout ? w.notes.all() : w.song.patterns.hitsAt(w.drumsLayout.pattern, step.pitch, step.begin);
}

function withHits(w: Workspace, act: (hits: readonly Handle[], layout: DrumsLayout) => void): void {
  const layout = w.drumsLayout;
  const chosen = hits(w);
  if (!layout || chosen.length === 0) {
    w.say(t('There is no hit at the caret: put one there first.'));
    return;
  }
  w.attempt(() => act(chosen, layout));
}

/** Goes some steps along a drum, or to the drum some rows below; the hits that are there are chosen and sound. */
export function moveStepCaret(w: Workspace, steps: number, rows: number): void {
  const layout = w.drumsLayout;
  const clip = w.openedClip;
  if (!layout || !clip) {
    return;
  }
  const row = Math.min(layout.drums.length - 1, Math.max(0, layout.row(w.caret.pitch) + rows));
  w.caret.pitch = layout.drums[row]?.pitch ?? w.caret.pitch;
  const at = Math.min(clip.start + clip.length - 1, Math.max(clip.start, Math.round(w.caret.tick)));
  const step = layout.stepAt(w.caret.pitch, at);
  if (step) {
    const next = layout.stepAt(w.caret.pitch, steps > 0 ? step.tick + step.length : steps < 0 ? step.tick - 1 : step.tick);
    w.caret.tick = Math.max(clip.start, (next ?? step).tick);
    const found = next ? w.song.patterns.hitsAt(layout.pattern, w.caret.pitch, next.begin) : [];
    w.notes.set(found);
    if (rows !== 0 || found.length > 0) {
      w.audition.touch(w.caret.pitch, w.lastVelocity);
    }
  }
  w.viewChanged('notes');
}

/** Puts a hit on the step at the caret, or clears it. */
export function toggleStep(w: Workspace): void {
  const layout = w.drumsLayout;
  const step = stepAtCaret(w);
  if (!layout || !step) {
    return;
  }
  const on = w.song.patterns.hitsAt(layout.pattern, step.pitch, step.begin).length === 0;
  const made = w.attempt(() => w.song.patterns.paint(layout.pattern, step.pitch, [step.begin], on, w.lastVelocity));
  if (on) {
    w.audition.touch(step.pitch, w.lastVelocity);
  }
  w.notes.set(made ?? []);
}

export function changeHitVelocity(w: Workspace, by: number): void {
  withHits(w, chosen => w.song.changeVelocity(chosen, by));
}

export function shiftHits(w: Workspace, steps: number): void {
  withHits(w, (chosen, layout) => w.song.patterns.shift(layout.pattern, chosen, steps * NUDGE));
}

export function straightenHits(w: Workspace): void {
  withHits(w, (chosen, layout) => w.song.patterns.straighten(layout.pattern, chosen));
}

export function flamHits(w: Workspace): void {
  withHits(w, (chosen, layout) => w.song.patterns.flam(layout.pattern, chosen, w.opened, w.drums.flam));
}

export function rollHits(w: Workspace, count: number): void {
  withHits(w, (chosen, layout) => w.song.patterns.roll(layout.pattern, chosen, count));
}

/** Mutes the hits of a drum, or lets them sound again; one without hits has nothing to mute. */
export function muteDrum(w: Workspace, pitch = w.caret.pitch): void {
  if (w.drumsLayout?.drum(pitch)?.hits === 0) {
    w.say(t('{0} has no hits here to be muted.', drumName(pitch)));
  } else if (w.content !== NONE) {
    w.attempt(() => w.song.patterns.mute(w.content, pitch));
  }
}

/** Fills every so many steps of a drum within the clip's first lap of it; 0 clears all of it. */
export function fillDrum(w: Workspace, layout: DrumsLayout, pitch: number, every: number): void {
  const clip = w.openedClip;
  const drum = layout.drum(pitch);
  if (!clip || !drum) {
    return;
  }
  const step = layout.stepOf(pitch);
  const length = drum.length || Math.min(clip.loop || clip.length, clip.length);
  const from = drum.length > 0 ? 0 : Math.ceil(clip.offset / step) * step;
  const begins: number[] = [];
  for (let begin = from; begin < from + length; begin += step * Math.max(1, every)) {
    begins.push(begin);
  }
  w.attempt(() => w.song.patterns.paint(layout.pattern, pitch, begins, every > 0, w.lastVelocity));
}

export function setDivision(w: Workspace, pitch: number, ticks: number): void {
  w.attempt(() => w.song.patterns.divide(w.content, pitch, ticks));
}

/** Gives a drum a length of its own, in ticks; 0 goes with the clip. */
export function setLength(w: Workspace, pitch: number, ticks: number): void {
  const layout = w.drumsLayout;
  if (layout) {
    w.attempt(() => w.song.patterns.repeat(layout.pattern, pitch, w.opened, ticks));
  }
}

/** Makes the steps of the drum at the caret finer or coarser. */
export function changeDivision(w: Workspace, by: 1 | -1): void {
  const step = w.drumsLayout?.stepOf(w.caret.pitch);
  if (step !== undefined && w.content !== NONE) {
    const now = DIVISIONS.findIndex(division => division.ticks <= step);
    const next = DIVISIONS[Math.min(DIVISIONS.length - 1, Math.max(0, (now < 0 ? DIVISIONS.length - 1 : now) + by))]!;
    setDivision(w, w.caret.pitch, next.ticks);
    w.say(t('{0}: steps of {1}', drumName(w.caret.pitch), next.name));
  }
}

/** Makes the drum at the caret repeat a step later or earlier. */
export function changeLength(w: Workspace, by: 1 | -1): void {
  const layout = w.drumsLayout;
  const clip = w.openedClip;
  const drum = layout?.drum(w.caret.pitch);
  if (layout && clip && drum) {
    const step = layout.stepOf(drum.pitch);
    const whole = drum.length || Math.min(clip.loop || clip.length, clip.length);
    const steps = Math.max(1, Math.round(whole / step) + by);
    setLength(w, drum.pitch, steps * step);
    w.say(t('{0}: {1} steps', drumName(drum.pitch), steps));
  }
}

export function showAllDrums(w: Workspace): void {
  w.drums.all = !w.drums.all;
  w.viewChanged();
}

export function showGrid(w: Workspace): void {
  w.drums.grid = !w.drums.grid;
  w.viewChanged();
}

/** The clips that a choice of variation is about: the chosen ones, or the opened one. */
export function variedClips(w: Workspace): readonly Handle[] {
  return w.place === 'arrangement' && w.clips.size > 0 ? w.clips.all() : w.opened === NONE ? w.clips.all() : [w.opened];
}

export function newVariation(w: Workspace): void {
  const clips = variedClips(w);
  if (clips.length > 0) {
    w.attempt(() => w.song.patterns.vary(clips));
    w.say(t('Variation {0}', w.song.patterns.variation(clips[0]!)));
  }
}

export function stepVariation(w: Workspace, by: 1 | -1): void {
  const clips = variedClips(w);
  if (clips.length > 0) {
    w.attempt(() => w.song.patterns.step(clips, by));
    w.say(t('Variation {0}', w.song.patterns.variation(clips[0]!) || 'A'));
  }
}

/** Lets the opened clip be heard on the grid that its notes are drawn on, or as it was played. */
export function toggleHeardOn(w: Workspace): void {
  const clips = variedClips(w);
  if (clips.length > 0) {
    const { step, strength, swing } = w.song.patterns.heardOn(clips[0]!);
    const grid = w.step('notes').ticks;
    w.attempt(() => w.song.patterns.hearOn(clips, { step: step > 0 ? 0 : grid > 1 ? grid : 240, strength, swing }));
    w.say(step > 0 ? t('Heard as it was played') : t('Heard on the grid'));
  }
}

export function applyHeardOn(w: Workspace): void {
  const clips = variedClips(w);
  if (clips.length > 0) {
    w.attempt(() => w.song.patterns.applyGrid(clips));
  }
}

/** The step at the caret in words, for those who do not see the drawing. */
export function describeStep(w: Workspace, layout: DrumsLayout): string {
  const step = layout.stepAt(w.caret.pitch, Math.round(w.caret.tick));
  if (!step || !w.openedClip) {
    return '';
  }
  const hit = layout.hitOf(step);
  const note = w.seen.note(w.content, hit);
  const off = layout.offsetOf(hit);
  return [
    drumName(step.pitch), w.song.position(step.tick),
    note ? t('velocity {0}', note.velocity) : t('empty'),
    off === 0 ? '' : off < 0 ? t('{0} ticks early', -off) : t('{0} ticks late', off)
  ].filter(word => word !== '').join(', ');
}
