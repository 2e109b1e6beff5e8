import { list, type Hands } from './hands';
import type { Handle } from './song';

/** The strip that everything goes through. */
export const MASTER: Handle = -1;

/** An effect that can be an insert. */
export interface EffectKind {
  readonly id: string;
  /** Whether it can listen to another track. */
  readonly sideChain: boolean;
  readonly presets: readonly string[];
}

export type ParameterUnit = 'decibels' | 'hertz' | 'milliseconds' | 'seconds' | 'percent' | 'semitones' | 'cents' | 'degrees' | 'ratio' | 'number' | 'switch' | 'choice';

/** What can be set on an effect. */
export interface EffectParameter {
  readonly name: string;
  readonly unit: ParameterUnit;
  readonly least: number;
  readonly most: number;
  readonly initial: number;
  readonly taper: 'linear' | 'logarithmic' | 'stepped';
  readonly choices: readonly string[];
}

/** An insert of a strip. */
export interface Device {
  readonly handle: Handle;
  readonly effect: string;
  /** Whether this version knows the effect; sound passes one that it doesn't. */
  readonly known: boolean;
  readonly bypassed: boolean;
  /** The track that its side-chain listens to, or −1. */
  readonly source: Handle;
  /** Where its parameters stand, each in its unit. */
  readonly values: readonly number[];
}

/** A part of a track's sound that goes to a bus. */
export interface Send {
  readonly handle: Handle;
  /** The bus, or −1 if it was removed. */
  readonly to: Handle;
  /** Hundredths of a dB. */
  readonly volume: number;
  /** Taken before the fader. */
  readonly before: boolean;
  /** False if it would close a circle and is left out. */
  readonly flows: boolean;
}

/** Inserts, their parameters and side-chains, and sends. Every gesture is one edit. */
export class Mixing {
  private kinds: readonly EffectKind[] | null = null;
  private readonly known = new Map<string, readonly EffectParameter[]>();

  constructor(private readonly hands: Hands) {}

  private get core() {
    return this.hands.core;
  }

  effects(): readonly EffectKind[] { return this.kinds ??= JSON.parse(this.core.effects()) as EffectKind[]; }

  parameters(effect: string): readonly EffectParameter[] {
    const parameters = this.known.get(effect) ?? JSON.parse(this.core.effectParameters(effect)) as EffectParameter[];
    this.known.set(effect, parameters);
    return parameters;
  }

  placeOf(effect: string, parameter: number, value: number): number { return this.core.knobPlace(effect, parameter, value); }
  valueAt(effect: string, parameter: number, place: number): number { return this.core.knobValue(effect, parameter, place); }

  devices(strip: Handle): readonly Device[] {
    return this.hands.once(`devices ${strip}`, () => JSON.parse(this.core.devices(strip)) as Device[]);
  }

  sends(track: Handle): readonly Send[] {
    return this.hands.once(`sends ${track}`, () => JSON.parse(this.core.sends(track)) as Send[]);
  }

  /** By which the engine calls the master. */
  get masterHandle(): Handle { return this.core.masterHandle(); }
  get masterVolume(): number { return this.core.masterVolume(); }

  /** The gain of an equaliser with some values, in dB, at some frequencies in Hz; of one band from 0, or −1 for all. */
  response(values: Float64Array, hertz: Float64Array, band = -1): Float64Array { return this.core.equaliserResponse(values, band, hertz); }

  /** The curve of an audio tool through a value for each third of an octave, at the twelfths that `Tone` has. */
  curveThrough(thirds: Float64Array): Float64Array { return this.core.curveThrough(thirds); }

  /** The levels in dB of a recording's third octaves: of all of it, of its middle, of its sides, one after the other. */
  referenceLevels(left: Float32Array, right: Float32Array, rate: number): Float64Array { return this.core.referenceLevels(left, right, rate); }

  add(strip: Handle, effect: string, preset = '', before: Handle = MASTER): Handle {
    return this.hands.did(() => this.core.addDevice(strip, effect, preset, before));
  }

  remove(device: Handle): void { this.hands.did(() => this.core.removeDevices(list([device]))); }
  move(device: Handle, strip: Handle, before: Handle): void { this.hands.did(() => this.core.moveDevice(device, strip, before)); }
  bypass(device: Handle, on: boolean): void { this.hands.did(() => this.core.bypassDevices(list([device]), on)); }
  set(device: Handle, parameter: string, value: number): void { this.hands.did(() => this.core.setParameter(device, parameter, value)); }
  setAll(device: Handle, values: Float64Array): void { this.hands.did(() => this.core.setParameters(device, values)); }
  preset(device: Handle, preset: string): void { this.hands.did(() => this.core.loadPreset(device, preset)); }
  listen(device: Handle, source: Handle): void { this.hands.did(() => this.core.listen(device, source)); }
  addSend(track: Handle, bus: Handle, volume = 0): void { this.hands.did(() => this.core.addSend(track, bus, volume)); }
  setSend(send: Handle, volume: number): void { this.hands.did(() => this.core.setSendVolume(send, volume)); }
  sendBefore(send: Handle, before: boolean): void { this.hands.did(() => this.core.sendBeforeFader(send, before)); }
  removeSend(send: Handle): void { this.hands.did(() => this.core.removeSends(list([send]))); }
  setMaster(volume: number): void { this.hands.did(() => this.core.setMasterVolume(volume)); }
}
