import { KEY_OF_SONG, type ScaleChoice } from '../../song/note-shapes';
import type { Handle } from '../../song/song';

/** The lane below the notes: velocities, or a controller by its number (0 to 127 MIDI's, 128 bend, 129 pressure). */
export type Lane = 'velocity' | number;

/** No chord: single notes are drawn. */
export const NO_CHORD = -1;

interface Kept {
  length: number;
  velocity: number;
  scale: ScaleChoice;
  highlight: boolean;
  lock: boolean;
  chord: number;
  audition: boolean;
  lane: Lane;
  /** A grid's id, or '' for the grid that is drawn on. */
  quantiseGrid: string;
  strength: number;
  swing: number;
  ends: number;
  humaniseTime: number;
  humaniseVelocity: number;
  strum: number;
  slide: number;
}

const KEY = 'tutti.roll';
const AT_FIRST: Kept = {
  length: 480, velocity: 96, scale: { tonic: 0, form: KEY_OF_SONG }, highlight: true, lock: false, chord: NO_CHORD,
  audition: true, lane: 'velocity', quantiseGrid: '', strength: 100, swing: 0, ends: 0, humaniseTime: 20, humaniseVelocity: 10,
  strum: 30, slide: 240
};

/** How one person has set up the piano roll; the browser keeps it, but for what belongs to one song. */
export class RollSettings {
  private readonly kept: Kept = { ...AT_FIRST, ...remembered() };

  /** Only rows of pitches that are used. */
  fold = false;
  /** Tracks whose notes are shown faintly behind. */
  ghosts: ReadonlySet<Handle> = new Set();
  /** Whether those are shown. */
  ghostsShown = true;

  get<K extends keyof Kept>(name: K): Kept[K] {
    return this.kept[name];
  }

  set(change: Partial<Kept>): void {
    Object.assign(this.kept, change);
    localStorage.setItem(KEY, JSON.stringify(this.kept));
  }
}

function remembered(): Partial<Kept> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Kept>;
  } catch {
    return {};
  }
}
