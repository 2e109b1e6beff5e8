/** What `studio.tutti.browser.PageMedia` exports. */
export interface MediaCore {
  mediaHash(digits: string): string | null;
  recordedClips(): string;
  idOf(handle: number): string;
  handleOf(id: string): number;
  wayBack(sound: Float32Array, rate: number, period: number): number;
  takesOf(clip: number): string;
  recording(hash: string, name: string, nanoseconds: number): void;
  layRecordings(track: number, after: number, start: number, end: number, recorded: boolean): Int32Array;
  fadeClips(clips: Int32Array, fadeIn: number, fadeOut: number): void;
  followTempo(clips: Int32Array, microseconds: number): void;
  chooseTake(clip: number, from: number, to: number, take: number): Int32Array;
}
