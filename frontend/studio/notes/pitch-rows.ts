import { NOTE_STRIDE, Note } from '../../song/song';
import { FIRST_DRUM, LAST_DRUM } from '../gm/keys';

const KEYS = 128;

/** Which key lies on which row, from the top: all 128 keys, the drums of a kit, or only the keys that are used. */
export class PitchRows {
  private readonly rows = new Int16Array(KEYS).fill(-1);
  private readonly used = new Uint8Array(KEYS);
  private pitches: number[] = [];
  private notes?: Int32Array;
  private drums?: boolean;
  private fold?: boolean;
  /** Whether keys are left out between others. */
  folded = false;

  get count(): number {
    return this.pitches.length;
  }

  pitch(row: number): number {
    return this.pitches[Math.min(this.pitches.length - 1, Math.max(0, row))];
  }

  /** The row of a key; −1 if it has none. */
  row(pitch: number): number {
    return this.rows[pitch];
  }

  /**
   * Lays the rows out for a pitched instrument, or for drums: then the percussion map and what the notes use beyond it.
   * Folded, only keys have rows that notes use, if there are notes.
   */
  lay(drums: boolean, fold: boolean, notes: Int32Array): void {
    if (notes === this.notes && drums === this.drums && fold === this.fold) {
      return;
    }
    this.notes = notes;
    this.drums = drums;
    this.fold = fold;
    let lowest = drums ? FIRST_DRUM : 0;
    let highest = drums ? LAST_DRUM : KEYS - 1;
    this.used.fill(0);
    for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
      const pitch = notes[at + Note.pitch];
      this.used[pitch] = 1;
      lowest = Math.min(lowest, pitch);
      highest = Math.max(highest, pitch);
    }
    this.folded = fold && notes.length > 0;
    this.rows.fill(-1);
    this.pitches.length = 0;
    for (let pitch = highest; pitch >= lowest; pitch--) {
      if (!this.folded || this.used[pitch] === 1) {
        this.rows[pitch] = this.pitches.length;
        this.pitches.push(pitch);
      }
    }
  }
}
