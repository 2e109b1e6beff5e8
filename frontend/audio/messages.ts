/** What the page and the engine in the audio worklet say to each other. */

/** To the engine; taken in order, but presets and frozen sounds apart. */
export type Said =
  | { readonly type: 'score'; readonly numbers: Int32Array }
  | { readonly type: 'preset'; readonly address: number; readonly head: Int32Array; readonly sound: Uint8Array }
  /** Presets that the score no longer asks for. */
  | { readonly type: 'presetDrops'; readonly addresses: Int32Array }
  | { readonly type: 'play' }
  | { readonly type: 'stop' }
  /** `asks` for what is missing there, in the order in which it is needed. */
  | { readonly type: 'seek'; readonly tick: number; readonly asks?: boolean }
  | { readonly type: 'loop'; readonly from: number; readonly to: number; readonly on: boolean }
  /** Volume in hundredths of a dB above −12 dBFS. */
  | { readonly type: 'metronome'; readonly on: boolean; readonly volume: number }
  /** Plays so that a tick is heard when the context's second `at` is. */
  | { readonly type: 'playAt'; readonly tick: number; readonly at: number }
  /** Knocks so many beats, `seconds` apart, then plays from a tick. */
  | { readonly type: 'countIn'; readonly tick: number; readonly beats: number; readonly perBar: number; readonly seconds: number }
  /** Hurries by some seconds, or dawdles if negative, without a jump. */
  | { readonly type: 'nudge'; readonly seconds: number }
  | ByHand
  /** Something played by hand, at a moment of the context's. */
  | { readonly type: 'later'; readonly at: number; readonly said: ByHand }
  /** Four numbers a strip or send: its name, volume in hundredths of a dB, pan −1000 … 1000, 1 if it sounds. */
  | { readonly type: 'faders'; readonly numbers: Int32Array }
  /** Three numbers a parameter: its device's name, its place there, its value. */
  | { readonly type: 'parameters'; readonly numbers: Float64Array }
  /** A hand takes hold of what automation moves, or lets it go: a parameter's place, −1 a volume, −2 a pan. */
  | { readonly type: 'hold'; readonly name: number; readonly place: number; readonly on: boolean }
  /** Reports tell loudness and spectrum of a strip from now on, or of none. */
  | { readonly type: 'probe'; readonly name: number; readonly on: boolean }
  /** Loudness is measured anew. */
  | { readonly type: 'resetProbe' }
  /** Reports tell the gain reduction of these devices from now on. */
  | { readonly type: 'watch'; readonly devices: Int32Array }
  /** Reports tell what these audio tools hear and do from now on. */
  | { readonly type: 'look'; readonly devices: Int32Array }
  /** A track's frozen sound, to be played in place of its notes while they are what it was made from. */
  | ({ readonly type: 'frozen'; readonly track: number } & Frozen)
  /** A recording, named by the two halves of its key; its blocks follow as far as they are needed. */
  | { readonly type: 'media'; readonly high: number; readonly low: number; readonly rate: number; readonly channels: number; readonly frames: number }
  | { readonly type: 'mediaBlock'; readonly high: number; readonly low: number; readonly block: number; readonly bytes: Uint8Array }
  /** Blocks, or all of a recording, are not needed any more. */
  | { readonly type: 'mediaDrops'; readonly high: number; readonly low: number; readonly blocks: Int32Array }
  | { readonly type: 'mediaEnds'; readonly high: number; readonly low: number }
  /** A track plays its notes again. */
  | { readonly type: 'thaw'; readonly track: number }
  /** A key of the sound that is tried out, its preset at the address TRIED; velocity 0 lets it up. */
  | { readonly type: 'tryKey'; readonly key: number; readonly velocity: number }
  /** Notes round and round on the sound that is tried out: tick, length, key, velocity of each, by tick; none stops. */
  | { readonly type: 'tryLoop'; readonly events: Int32Array; readonly length: number; readonly origin: number }
  | { readonly type: 'panic' };

/** The address of the sound that is tried out. */
export const TRIED = -2;

/** A frozen sound: what it was made from, its frames, and its blocks in parts. */
export interface Frozen {
  readonly fingerprint: string;
  readonly frames: number;
  readonly parts: readonly Uint8Array[];
}

/** To the worker that makes a frozen sound: the module's bytes, or null for JavaScript, with the track's score alone; then presets and recordings. */
export type ToFreezer =
  | Extract<Said, { type: 'media' | 'mediaBlock' }>
  | { readonly type: 'mediaIsThere' }
  | { readonly type: 'freeze'; readonly bytes: ArrayBuffer | null; readonly score: Int32Array }
  | { readonly type: 'preset'; readonly address: number; readonly head: Int32Array; readonly sound: Uint8Array };

/** To the worker that stretches a recording: what it is, its blocks, then the map. */
export type ToStretcher =
  | { readonly type: 'stretch'; readonly bytes: ArrayBuffer | null; readonly rate: number; readonly channels: number; readonly frames: number }
  | { readonly type: 'block'; readonly block: number; readonly bytes: Uint8Array }
  | { readonly type: 'map'; readonly in: Int32Array; readonly out: Int32Array };

/** From it. */
export type FromStretcher =
  | { readonly type: 'ready' }
  | { readonly type: 'begun'; readonly frames: number }
  | { readonly type: 'made'; readonly block: number; readonly bytes: Uint8Array }
  | { readonly type: 'over' }
  | { readonly type: 'failed'; readonly message: string };

/** From the worker. */
export type FromFreezer =
  | { readonly type: 'missing'; readonly addresses: Int32Array; readonly media: Int32Array }
  /** 0 to 1. */
  | { readonly type: 'progress'; readonly done: number }
  | ({ readonly type: 'made' } & Frozen)
  | { readonly type: 'failed'; readonly message: string };

/** Playing by hand; `hand` is 0 for this page's own. */
export type ByHand =
  | { readonly type: 'noteOn'; readonly track: number; readonly key: number; readonly velocity: number; readonly hand: number }
  | { readonly type: 'noteOff'; readonly track: number; readonly key: number; readonly hand: number }
  /** A MIDI controller, 128 the pitch wheel, 129 the pressure. */
  | { readonly type: 'control'; readonly track: number; readonly number: number; readonly value: number; readonly hand: number }
  /** Lets go of all that a hand holds. */
  | { readonly type: 'letGo'; readonly hand: number };

/** How the engine stands; `time` is the context's, in seconds, at which `tick` is heard but for the way to the ear. */
export interface Report {
  readonly type: 'report';
  /** Commands taken so far: all that was said but scores, presets and frozen sounds. */
  readonly obeyed: number;
  readonly tick: number;
  readonly playing: boolean;
  readonly time: number;
  /** Seconds until playing begins, while it counts in; else 0. */
  readonly starts: number;
  readonly voices: number;
  /** Since the last report, 0 to 1 full scale: left and right of each strip of the score, then of the master. */
  readonly peaks: Float32Array;
  /** The deepest since the last report, in dB, 0 or less, of each device that is watched. */
  readonly reductions: readonly number[];
  /** Of each audio tool that is looked at what `Tone` reads; none where nothing is new. */
  readonly tones: readonly Float32Array[];
  /** Momentary, short-term and integrated loudness in LUFS (−200 for none), then the spectrum in dB from 20 Hz to 20 kHz in equal ratios; null if none is asked for. */
  readonly probed: Float32Array | null;
}

/** From the engine. */
export type Heard =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly message: string }
  /** Presets that the score asks for and that the engine lacks, as `Engine.needs()`; and all presets and recordings it asks for, as `Engine.asked()` and `Score.media()`. */
  | { readonly type: 'missing'; readonly needs: Int32Array; readonly asked: Int32Array; readonly media: Int32Array; readonly stretches: Int32Array }
  | { readonly type: 'mediaTaken'; readonly high: number; readonly low: number; readonly block: number }
  | { readonly type: 'loaded'; readonly address: number }
  | { readonly type: 'froze'; readonly track: number }
  | Report;
