import { PLACES } from '../hands/computer-keys';
import type { Transport } from '../../song/song';

/** Milliseconds that a sound is held which nobody holds. */
const TASTE = 1400;

/** Hears sounds before they are chosen: while a hand rests on them, for a moment, or by the computer's keys. */
export class Tasting {
  private pitch: number | null = null;
  private timer = 0;
  private readonly held = new Map<string, number>();
  private octaves = 0;

  constructor(private readonly transport: Transport) {}

  /** Sounds a pitch until told otherwise. */
  begin(address: string, pitch: number): void {
    this.end();
    this.pitch = pitch;
    void this.transport.trial.choose(address);
    this.transport.trial.press(pitch);
  }

  end(): void {
    window.clearTimeout(this.timer);
    if (this.pitch !== null) {
      this.transport.trial.release(this.pitch);
      this.pitch = null;
    }
  }

  /** Sounds a pitch for a moment. */
  touch(address: string, pitch: number): void {
    this.begin(address, pitch);
    this.timer = window.setTimeout(() => this.end(), TASTE);
  }

  /** Plays the two rows of the computer's keys, Z and X by octaves; says whether the key was one of them. */
  down(event: KeyboardEvent, address: string, base: number): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return false;
    }
    if (event.code === 'KeyZ' || event.code === 'KeyX') {
      this.octaves = Math.max(-3, Math.min(3, this.octaves + (event.code === 'KeyX' ? 1 : -1)));
      return true;
    }
    const place = PLACES.indexOf(event.code);
    if (place < 0) {
      return false;
    }
    if (!event.repeat) {
      this.end();
      const pitch = Math.max(0, Math.min(127, base + 12 * this.octaves + place));
      this.held.set(event.code, pitch);
      void this.transport.trial.choose(address);
      this.transport.trial.press(pitch);
    }
    return true;
  }

  up(event: KeyboardEvent): void {
    const pitch = this.held.get(event.code);
    if (pitch !== undefined) {
      this.held.delete(event.code);
      this.transport.trial.release(pitch);
    }
  }

  close(): void {
    this.end();
    this.held.clear();
    this.transport.trial.silence();
  }
}
