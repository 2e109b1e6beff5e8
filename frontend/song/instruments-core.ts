/** What `studio.tutti.browser.PageInstruments` exports. */
export interface InstrumentsCore {
  instrumentPresets(instrument: string): string;
  presetValues(instrument: string, preset: string): Float64Array;
  instrument(track: number): string;
  pads(track: number): string;
  chooseInstrument(track: number, type: string, preset: string, keys: Int32Array, names: string[], media: string[], chokes: Int32Array): number;
  putSounds(device: number, keys: Int32Array, names: string[], media: string[], chokes: Int32Array, replaces: boolean): void;
  putSlices(device: number, name: string, media: string, starts: Float64Array, firstKey: number): void;
  writeSlices(device: number, start: number, seconds: number): number;
  clearPads(pads: Int32Array): void;
  mutePads(pads: Int32Array, on: boolean): void;
  namePad(pad: number, name: string): void;
  movePad(pad: number, key: number): void;
  onsets(sound: Int8Array, channels: number, rate: number, sensitivity: number): Int32Array;
}
