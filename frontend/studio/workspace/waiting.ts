import type { Song } from '../../song/song';

/** Milliseconds that an edit may be under way before one is shown that it waits; most are ordered far sooner. */
const PATIENCE = 600;

/** Whether edits that are not ordered yet are worth showing: they wait longer than usual, or there is nobody to send them to. */
export class Waiting {
  shown = false;
  private timer = 0;

  constructor(private readonly song: Song, private readonly told: () => void) {}

  /** Looks anew after something changed. */
  look(): void {
    const { pending, connection } = this.song;
    if (pending === 0) {
      window.clearTimeout(this.timer);
      this.timer = 0;
      this.show(false);
    } else if (connection !== 'online') {
      this.show(true);
    } else if (this.timer === 0) {
      this.timer = window.setTimeout(() => this.show(this.song.pending > 0), PATIENCE);
    }
  }

  close(): void {
    window.clearTimeout(this.timer);
  }

  private show(shown: boolean): void {
    if (this.shown !== shown) {
      this.shown = shown;
      this.told();
    }
  }
}
