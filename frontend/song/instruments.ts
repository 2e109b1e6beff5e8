import { list, type Hands } from './hands';
import type { Handle } from './song';

export type InstrumentId = 'soundfont' | 'synth' | 'drumkit' | 'sampler' | 'slicer';

/** What a track plays that is no preset of the song's SoundFont. */
export interface Instrument {
  readonly handle: Handle;
  readonly type: InstrumentId;
  readonly media: string;
  /** Where its parameters stand, each in its unit. */
  readonly values: readonly number[];
}

/** A recording on a key of an instrument. */
export interface Pad {
  readonly handle: Handle;
  readonly key: number;
  readonly name: string;
  /** The SHA-256 of its file. */
  readonly media: string;
  readonly muted: boolean;
  readonly values: readonly number[];
}

export interface InstrumentPreset { readonly name: string; readonly family: string }

/** A sound to be put on a pad. */
export interface PadSound { readonly key: number; readonly name: string; readonly hash: string; readonly choke?: number }

/** The instruments of tracks and their pads. Every gesture is one edit; parameters are set through `Mixing`. */
export class Instruments {
  private readonly known = new Map<string, readonly InstrumentPreset[]>();

  constructor(private readonly hands: Hands) {}

  private get core() {
    return this.hands.core;
  }

  /** The instrument of a track, or null where it plays the song's SoundFont. */
  of(track: Handle): Instrument | null {
    return this.hands.once(`instrument ${track}`, () => (JSON.parse(this.core.instrument(track)) as Instrument[])[0] ?? null);
  }

  pads(track: Handle): readonly Pad[] {
    return this.hands.once(`pads ${track}`, () => JSON.parse(this.core.pads(track)) as Pad[]);
  }

  presets(instrument: string): readonly InstrumentPreset[] {
    const presets = this.known.get(instrument) ?? JSON.parse(this.core.instrumentPresets(instrument)) as InstrumentPreset[];
    this.known.set(instrument, presets);
    return presets;
  }

  presetValues(instrument: string, preset: string): Float64Array { return this.core.presetValues(instrument, preset); }

  choose(track: Handle, type: InstrumentId | '', preset = '', sounds: readonly PadSound[] = []): Handle {
    return this.hands.did(() => this.core.chooseInstrument(track, type, preset, list(sounds.map(each => each.key)), sounds.map(each => each.name),
      sounds.map(each => each.hash), list(sounds.map(each => each.choke ?? 0))));
  }

  put(device: Handle, sounds: readonly PadSound[], replaces = false): void {
    this.hands.did(() => this.core.putSounds(device, list(sounds.map(each => each.key)), sounds.map(each => each.name),
      sounds.map(each => each.hash), list(sounds.map(each => each.choke ?? 0)), replaces));
  }

  putSlices(device: Handle, name: string, hash: string, starts: Float64Array, firstKey: number): void {
    this.hands.did(() => this.core.putSlices(device, name, hash, starts, firstKey));
  }

  writeSlices(device: Handle, start: number, seconds: number): Handle {
    return this.hands.did(() => this.core.writeSlices(device, Math.round(start), seconds));
  }

  clear(pads: readonly Handle[]): void { this.hands.did(() => this.core.clearPads(list(pads))); }
  mute(pads: readonly Handle[], on: boolean): void { this.hands.did(() => this.core.mutePads(list(pads), on)); }
  name(pad: Handle, name: string): void { this.hands.did(() => this.core.namePad(pad, name)); }
  move(pad: Handle, key: number): void { this.hands.did(() => this.core.movePad(pad, key)); }

  /** Where sounds begin in a recording, in frames: 16-bit samples, channel by channel within a frame. */
  onsets(sound: Int16Array, channels: number, rate: number, sensitivity: number): Int32Array {
    return this.core.onsets(new Int8Array(sound.buffer, sound.byteOffset, sound.byteLength), channels, rate, sensitivity);
  }
}
