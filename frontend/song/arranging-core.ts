/** What `studio.tutti.browser.PageArranging` exports. */
export interface ArrangingCore {
  joinClips(clips: Int32Array): Int32Array;
  partClips(clips: Int32Array): void;
  insertBars(tick: number, bars: number): void;
  deleteBars(from: number, to: number): void;
  moveSection(section: number, before: number): void;
  copySection(section: number, before: number, aliases: boolean): Int32Array;
  moveStep(step: number, start: number): void;
  transposeChords(chords: Int32Array, semitones: number, notes: boolean): void;
  detectChords(from: number, to: number): Int32Array;
  hasChords(from: number, to: number): boolean;
  spellChord(text: string): string | null;
  groupTracks(tracks: Int32Array, name: string): Int32Array;
  dissolveFolder(folder: number): void;
  moveTracks(tracks: Int32Array, folder: number, before: number): void;
}
