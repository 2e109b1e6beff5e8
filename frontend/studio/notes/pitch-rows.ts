import { NOTE_STRIDE, Note } from '../../song/song';
import { FIRST_DRUM, LAST_DRUM } from '../gm/keys';

const KEYS = 128;

/** Which key lies on which row, from the top: all 128 keys, or the drums of a kit. */
export class PitchRows {
  private readonly rows = new Int16Array(KEYS).fill(-1);
  private pitches: number[] = [];
  private drums?: boolean;
  private lowest = FIRST_DRUM;
  private highest = LAST_DRUM;

  get count(): number {
    return this.pitches.length;
  }

  pitch(row: number): number {
    return this.pitches[Math.min(this.pitches.length - 1, Math.max(0, row))];
  }

  row(pitch: number): number {
    return this.rows[pitch];
  }

  /** Lays the rows out for a pitched instrument, or for drums: then the percussion map and what the notes use beyond it. */
  lay(drums: boolean, notes: Int32Array): void {
    let lowest = FIRST_DRUM;
    let highest = LAST_DRUM;
    if (drums) {
      for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
        lowest = Math.min(lowest, notes[at + Note.pitch]);
        highest = Math.max(highest, notes[at + Note.pitch]);
      }
    } else {
      lowest = 0;
      highest = KEYS - 1;
    }
    if (drums === this.drums && lowest === this.lowest && highest === this.highest) {
      return;
    }
    this.drums = drums;
    this.lowest = lowest;
    this.highest = highest;
    this.rows.fill(-1);
    this.pitches = [];
    for (let pitch = highest; pitch >= lowest; pitch--) {
      this.rows[pitch] = this.pitches.length;
      this.pitches.push(pitch);
    }
  }
}
