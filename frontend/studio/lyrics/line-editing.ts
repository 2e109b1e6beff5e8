import type { LyricLine } from '../../song/lyrics';
import { NONE, type Handle } from '../../song/song';
import type { Workspace } from '../workspace/workspace';

/** Milliseconds without a key after which what was written is an edit. */
const PAUSE = 1500;

/** What a person writes in a line: one edit when it is left, or after a pause. Others see who is in the line. */
export class LineEditing {
  /** The line's syllables when it was last seen; empty for a new line. */
  private syllables: readonly Handle[] = [];
  private written = '';
  private timer = 0;
  draft = '';
  /** Where a new line belongs. */
  place: { track: Handle; from: number; until: number } | null = null;
  open = false;

  constructor(private readonly w: Workspace, private readonly changed: () => void) {}

  begin(line: LyricLine): void {
    this.start(line.syllables, line.typed, null);
  }

  beginNew(place: { track: Handle; from: number; until: number }): void {
    this.start([], '', place);
  }

  private start(syllables: readonly Handle[], text: string, place: typeof this.place): void {
    this.leave();
    this.open = true;
    this.place = place;
    this.written = this.draft = text;
    this.follow(syllables);
    this.changed();
  }

  /** The line that is written in, among those there are now. */
  line(lines: readonly LyricLine[]): LyricLine | undefined {
    return this.open ? lines.find(line => line.syllables.some(syllable => this.syllables.includes(syllable))) : undefined;
  }

  type(text: string): void {
    this.draft = text;
    window.clearTimeout(this.timer);
    if (this.syllables.length === 0) {
      return; // a new line is one when it is left
    }
    this.timer = window.setTimeout(() => {
      this.commit();
      this.changed();
    }, PAUSE);
  }

  /** Somebody else changed the line while nothing of one's own is unsaid: theirs is shown. */
  refresh(lines: readonly LyricLine[]): void {
    const line = this.line(lines);
    if (line && this.draft === this.written && line.typed !== this.written) {
      this.written = this.draft = line.typed;
      this.follow(line.syllables);
    }
  }

  /** Makes what was written an edit, and stays in the line. */
  commit(): void {
    window.clearTimeout(this.timer);
    if (!this.open || this.draft.trim() === this.written.trim()) {
      return;
    }
    const { lyrics } = this.w.song;
    this.written = this.draft;
    this.w.attempt(() => {
      if (this.syllables.length > 0) {
        const first = this.line(lyrics.lines())?.syllables[0] ?? this.syllables[0]!;
        lyrics.rewrite(first, this.draft);
        this.follow(this.line(lyrics.lines())?.syllables ?? []);
      } else if (this.place && this.place.track !== NONE) {
        this.follow(lyrics.addLine(this.draft, this.place.track, this.place.from, this.place.until, false));
      }
    });
  }

  leave(): void {
    this.commit();
    this.close();
  }

  /** Drops what was not yet an edit. */
  drop(): void {
    window.clearTimeout(this.timer);
    this.draft = this.written;
    this.close();
  }

  private close(): void {
    if (this.open) {
      this.open = false;
      this.follow([]);
      this.changed();
    }
  }

  private follow(syllables: readonly Handle[]): void {
    this.syllables = syllables;
    this.w.laneItems.set(syllables);
  }
}
