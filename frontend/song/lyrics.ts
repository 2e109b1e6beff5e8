import { list, type Hands } from './hands';
import type { Handle } from './song';

/** What begins with a syllable. */
export const enum Break { none, line, paragraph }

/** A syllable where it is sung; it goes with its note. */
export interface Lyric {
  readonly handle: Handle;
  readonly start: number;
  /** Ticks: its note's, or some room where it has none. */
  readonly length: number;
  /** "Hel-" while the word goes on, "_" where the syllable before is held. */
  readonly text: string;
  readonly before: Break;
  /** The note it is sung on, or NONE. */
  readonly note: Handle;
}

/** A line of words with the chords over it; one without syllables has chords only. */
export interface LyricLine {
  /** NONE outside of sections. */
  readonly section: Handle;
  readonly start: number;
  readonly end: number;
  /** As it is typed: "Hel-lo world". */
  readonly typed: string;
  readonly paragraph: boolean;
  readonly syllables: readonly Handle[];
  readonly starts: readonly number[];
  /** As they are read, each with the space after it. */
  readonly read: readonly string[];
  readonly chords: readonly string[];
  /** For each chord the syllable it begins with; their number if it comes after the last. */
  readonly over: readonly number[];
  readonly chordStarts: readonly number[];
}

/** The words of the song. Each call is one edit; one that breaks a rule throws an Error for the person. */
export class SongLyrics {
  constructor(private readonly hands: Hands) {}

  all(): readonly Lyric[] { return this.hands.once('lyrics', () => JSON.parse(this.hands.core.lyrics())); }
  lines(): readonly LyricLine[] { return this.hands.once('lyricLines', () => JSON.parse(this.hands.core.lyricLines())); }
  /** Words with chords over them, as plain text. */
  sheet(): string { return this.hands.core.lyricSheet(); }
  /** The track that sings, or NONE. */
  singer(): Handle { return this.hands.core.singer(); }
  /** Where the next note of a track begins after a tick, or −1. */
  nextNote(track: Handle, after: number): number { return this.hands.core.nextNote(track, Math.floor(after)); }

  /** Puts words under the notes of a track from a tick on, over those that are there. */
  type(text: string, track: Handle, from: number): readonly Handle[] {
    return this.hands.did(() => Array.from(this.hands.core.typeLyrics(text, track, Math.round(from))));
  }

  write(lyric: Handle, text: string): void { this.hands.did(() => this.hands.core.writeLyric(lyric, text)); }

  insert(before: Handle, text: string): readonly Handle[] {
    return this.hands.did(() => Array.from(this.hands.core.insertLyric(before, text)));
  }

  /** Moves a syllable and all after it by some notes. */
  shift(lyric: Handle, by: number): void { this.hands.did(() => this.hands.core.shiftLyrics(lyric, by)); }
  /** Moves syllables to the notes beside theirs. */
  nudge(lyrics: readonly Handle[], by: number): void { this.hands.did(() => this.hands.core.nudgeLyrics(list(lyrics), by)); }
  /** To the note near a tick, or between notes. */
  move(lyric: Handle, tick: number): void { this.hands.did(() => this.hands.core.moveLyric(lyric, Math.round(tick))); }
  begin(lyric: Handle, what: Break): void { this.hands.did(() => this.hands.core.beginWithLyric(lyric, what)); }
  remove(lyrics: readonly Handle[]): void { this.hands.did(() => this.hands.core.removeLyrics(list(lyrics))); }

  /** Rewrites the line that begins with a syllable. */
  rewrite(first: Handle, text: string): void { this.hands.did(() => this.hands.core.rewriteLine(first, text)); }

  addLine(text: string, track: Handle, from: number, until: number, paragraph: boolean): readonly Handle[] {
    return this.hands.did(() => Array.from(this.hands.core.addLine(text, track, Math.round(from), Math.round(until), paragraph)));
  }
}
