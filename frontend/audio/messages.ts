/** What the page and the engine in the audio worklet say to each other. */

/** To the engine; taken in order, but presets apart. */
export type Said =
  | { readonly type: 'score'; readonly numbers: Int32Array }
  | { readonly type: 'preset'; readonly address: number; readonly head: Int32Array; readonly sound: Uint8Array }
  | { readonly type: 'play' }
  | { readonly type: 'stop' }
  | { readonly type: 'seek'; readonly tick: number }
  | { readonly type: 'loop'; readonly from: number; readonly to: number; readonly on: boolean }
  | { readonly type: 'metronome'; readonly on: boolean }
  | { readonly type: 'noteOn'; readonly track: number; readonly key: number; readonly velocity: number }
  | { readonly type: 'noteOff'; readonly track: number; readonly key: number }
  /** Four numbers a track: its name, volume in hundredths of a dB, pan −1000 … 1000, 1 if it sounds. */
  | { readonly type: 'faders'; readonly numbers: Int32Array }
  | { readonly type: 'panic' };

/** How the engine stands; `time` is the context's, in seconds, of the block that was just made. */
export interface Report {
  readonly type: 'report';
  /** Commands taken so far: all that was said but scores and presets. */
  readonly obeyed: number;
  readonly tick: number;
  readonly playing: boolean;
  readonly time: number;
  readonly voices: number;
  /** Since the last report, 0 to 1 full scale: left and right of each track of the score, then of the master. */
  readonly peaks: Float32Array;
}

/** From the engine. */
export type Heard =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly message: string }
  /** Presets that the score asks for and that the engine lacks. */
  | { readonly type: 'missing'; readonly addresses: Int32Array }
  | { readonly type: 'loaded'; readonly address: number }
  | Report;
