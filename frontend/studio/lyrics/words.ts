import { NONE, type Handle } from '../../song/song';
import type { Break, Lyric, LyricLine } from '../../song/lyrics';
import type { Workspace } from '../workspace/workspace';

/** What can be done with words, by keys, menus and pointers alike. */

/** The chosen syllables, as they are sung. */
export function chosenLyrics(w: Workspace): Lyric[] {
  return w.song.lyrics.all().filter(lyric => w.laneItems.has(lyric.handle));
}

export function lyricOf(w: Workspace, handle: Handle): Lyric | undefined {
  return w.song.lyrics.all().find(lyric => lyric.handle === handle);
}

/** The track whose notes new words go under: the one that sings, else the one at hand. */
export function singer(w: Workspace): Handle {
  const singing = w.song.lyrics.singer();
  return singing === NONE ? w.caret.track : singing;
}

export function nudgeLyrics(w: Workspace, by: 1 | -1): void {
  const chosen = chosenLyrics(w);
  if (chosen.length > 0) {
    w.attempt(() => w.song.lyrics.nudge(chosen.map(lyric => lyric.handle), by));
  }
}

export function shiftLyrics(w: Workspace, by: 1 | -1): void {
  const [first] = chosenLyrics(w);
  if (first) {
    w.attempt(() => w.song.lyrics.shift(first.handle, by));
  }
}

/** Chooses the syllable before or after the chosen one, else the one at the playhead. */
export function stepThroughLyrics(w: Workspace, by: 1 | -1): void {
  const all = w.song.lyrics.all();
  const last = w.laneItems.all().at(-1);
  const now = all.findIndex(lyric => lyric.handle === last);
  const near = all.findIndex(lyric => lyric.start >= w.song.transport.playhead);
  const next = all[now < 0 ? (near < 0 ? all.length - 1 : near) : Math.min(all.length - 1, Math.max(0, now + by))];
  if (next) {
    w.clips.clear();
    w.laneItems.set([next.handle]);
    w.axes.arrangement.reveal(next.start);
    w.viewChanged('arrangement');
  }
}

export function beginWith(w: Workspace, lyric: Lyric, what: Break): void {
  w.attempt(() => w.song.lyrics.begin(lyric.handle, what));
}

/** Who else is in a line now. */
export function othersIn(w: Workspace, line: LyricLine) {
  return w.song.people.filter(person => !person.self && person.selection.some(handle => line.syllables.includes(handle)));
}

/** The line that is sung at a tick, or the last one before it; −1 before the first. */
export function lineAt(lines: readonly LyricLine[], tick: number): number {
  let found = -1;
  for (let i = 0; i < lines.length && lines[i]!.start <= tick; i++) {
    found = lines[i]!.syllables.length > 0 || lines[i]!.end > tick || found < 0 ? i : found;
  }
  return found;
}

/** The syllable of a line that is sung at a tick, −1 before the first. */
export function syllableAt(line: LyricLine, tick: number): number {
  let found = -1;
  while (found + 1 < line.starts.length && line.starts[found + 1]! <= tick) {
    found++;
  }
  return found;
}
