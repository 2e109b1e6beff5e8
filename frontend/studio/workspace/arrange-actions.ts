import { NONE, TICKS_PER_QUARTER, type Handle, type Section } from '../../song/song';
import { barEnd, barStart } from '../time/grid-step';
import { chosenClips } from './clip-actions';
import type { Workspace } from './workspace';
import { t } from '../../words/words';

/** What can be done with the arrangement as a whole, by keys and menus alike. */

/** Makes the chosen clips of each track one. */
export function joinClips(w: Workspace): void {
  const joined = w.attempt(() => w.song.arranging.join(w.clips.all()));
  if (joined && joined.length > 0) {
    w.take(joined);
  } else if (joined) {
    w.say(t('Nothing to join: choose two clips of a track or more, or one that repeats.'));
  }
}

const ALIAS = 4;

export function makeIndependent(w: Workspace): void {
  const clips = w.seen.clips;
  if (!w.clips.all().some(clip => (clips[w.seen.clipAt(clip) + 8] & ALIAS) !== 0)) {
    w.say(t('Nothing to make independent: choose a clip with the sign of an alias.'));
    return;
  }
  w.attempt(() => w.song.arranging.makeIndependent(w.clips.all()));
}

export interface Bars {
  readonly from: number;
  readonly to: number;
}

export function chosenSection(w: Workspace): Section | undefined {
  return w.seen.sections.find(section => w.laneItems.has(section.handle));
}

/** The bars at hand: those of the chosen section, else of the loop if it is on, else the bar at the caret. */
export function barsAtHand(w: Workspace): Bars {
  const section = chosenSection(w);
  if (section) {
    return { from: section.start, to: section.start + section.length };
  }
  const { from, to, on } = w.song.transport.loop;
  if (on && to > from) {
    return { from, to };
  }
  const start = barStart(w.song, w.caret.tick);
  return { from: start, to: barEnd(w.song, start) };
}

export function insertBars(w: Workspace, tick: number, bars: number): void {
  w.attempt(() => w.song.arranging.insertBars(tick, bars));
}

/** As many bars as are at hand, before them. */
export function insertAtHand(w: Workspace): void {
  const { from, to } = barsAtHand(w);
  let bars = 0;
  for (let at = from; at < to && bars < 999; at = barEnd(w.song, at)) {
    bars++;
  }
  insertBars(w, from, Math.max(1, bars));
}

export function deleteBars(w: Workspace, { from, to }: Bars): void {
  w.attempt(() => w.song.arranging.deleteBars(from, to));
}

export function deleteAtHand(w: Workspace): void {
  deleteBars(w, barsAtHand(w));
}

/** Puts a section in once more, right after itself. */
export function copySection(w: Workspace, section: Section, aliases: boolean): void {
  const copy = w.attempt(() => w.song.arranging.copySection(section.handle, section.start + section.length, aliases));
  if (copy !== undefined && copy !== NONE) {
    w.laneItems.set([copy]);
  }
}

/** Moves the chosen section before the one before it, or after the one after it; by a bar where there is none. */
export function stepSection(w: Workspace, by: 1 | -1): void {
  const section = chosenSection(w);
  if (!section) {
    w.say(t('Choose a section first.'));
    return;
  }
  const end = section.start + section.length;
  const others = w.seen.sections.filter(each => each.handle !== section.handle);
  const next = others.find(each => each.start >= end);
  const previous = others.filter(each => each.start + each.length <= section.start).at(-1);
  const before = by > 0
    ? (next ? next.start + next.length : barEnd(w.song, end))
    : (previous ? previous.start : barStart(w.song, Math.max(0, section.start - 1)));
  if (before !== section.start) {
    w.attempt(() => w.song.arranging.moveSection(section.handle, before));
  }
}

/** Where chords are to be heard: the chosen section's bars, those of the chosen clips, else the whole song. */
export function barsToHear(w: Workspace): Bars {
  const section = chosenSection(w);
  if (section) {
    return { from: section.start, to: section.start + section.length };
  }
  const chosen = chosenClips(w);
  return chosen.length > 0
    ? { from: Math.min(...chosen.map(clip => clip.start)), to: Math.max(...chosen.map(clip => clip.start + clip.length)) }
    : { from: 0, to: w.song.end };
}

/** Hears chords; where some are written already, the person is asked first. */
export function detectChords(w: Workspace, bars: Bars, replace = false): void {
  if (!replace && w.song.arranging.hasChords(bars.from, bars.to)) {
    w.wanted.tell('replace-chords');
    return;
  }
  const found = w.attempt(() => w.song.arranging.detectChords(bars.from, bars.to));
  if (found?.length === 0) {
    w.say(t('No chords were heard: there are no notes of instruments here.'));
  }
}

export function chosenChords(w: Workspace): Handle[] {
  return w.seen.chords.filter(chord => w.laneItems.has(chord.handle)).map(chord => chord.handle);
}

/** Transposes the chosen chords, or all, with the notes of instruments as long as they last. */
export function transposeChords(w: Workspace, semitones: number, notes: boolean): void {
  if (w.seen.chords.length === 0) {
    w.say(t('There are no chords yet: write some, or let them be heard in the notes.'));
    return;
  }
  w.attempt(() => w.song.arranging.transpose(chosenChords(w), semitones, notes));
}

/** Quarters a minute more or less at the chosen change of tempo; false if none is chosen. */
export function changeTempo(w: Workspace, by: number): boolean {
  const tempo = w.seen.tempos.find(each => w.laneItems.has(each.handle));
  if (tempo) {
    w.attempt(() => w.song.setTempo(tempo.start, Math.max(10, tempo.bpm + by)));
  }
  return tempo !== undefined;
}

/** Moves what is chosen on the lanes by a step of the grid. */
export function moveLaneItem(w: Workspace, by: 1 | -1, step: number): void {
  const handle = w.laneItems.all()[0];
  const change = [...w.seen.tempos, ...w.seen.metres].find(each => each.handle === handle && each.start > 0);
  const chord = w.seen.chords.find(each => each.handle === handle);
  const marker = w.seen.markers.find(each => each.handle === handle);
  const from = (change ?? chord ?? marker)?.start;
  if (chosenSection(w)) {
    stepSection(w, by);
  } else if (from !== undefined) {
    const start = Math.max(change ? TICKS_PER_QUARTER / 4 : 0, from + by * step);
    w.attempt(() => change ? w.song.arranging.moveStep(handle, start)
      : chord ? w.song.setChord(handle, { start }) : w.song.setMarker(handle, { start }));
  }
}
