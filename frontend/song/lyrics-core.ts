/** What `studio.tutti.browser.PageLyrics` exports. */
export interface LyricsCore {
  lyrics(): string;
  lyricLines(): string;
  lyricSheet(): string;
  singer(): number;
  nextNote(track: number, after: number): number;
  typeLyrics(text: string, track: number, from: number): Int32Array;
  writeLyric(lyric: number, text: string): void;
  insertLyric(before: number, text: string): Int32Array;
  shiftLyrics(lyric: number, by: number): void;
  nudgeLyrics(lyrics: Int32Array, by: number): void;
  moveLyric(lyric: number, tick: number): void;
  beginWithLyric(lyric: number, what: number): void;
  removeLyrics(lyrics: Int32Array): void;
  rewriteLine(first: number, text: string): void;
  addLine(text: string, track: number, from: number, until: number, paragraph: boolean): Int32Array;
}
