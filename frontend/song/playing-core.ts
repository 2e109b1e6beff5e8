/** What `PagePlaying` exports: playing by hand, recording, hearing others, the shared transport. */
export interface PlayingCore {
  arrives(millis: number): void;
  askTime(millis: number): void;
  timesTold(): number;
  roundTrip(): number;
  serverTime(millis: number): number;
  deviceTime(millis: number, seconds: number): void;
  deviceSeconds(millis: number): number;
  songAt(seconds: number, tick: number, going: boolean): void;
  songLoop(from: number, to: number, on: boolean): void;
  played(millis: number, track: number, what: Did, number: number, value: number): void;
  tellPlaying(now: number, shared: boolean): boolean;
  heardPlaying(now: number): Float64Array;
  players(): string;
  recordFrom(millis: number): void;
  record(from: number, to: number, late: number, mode: string, step: number, rangeFrom: number, rangeTo: number): Int32Array;
  canCapture(): number;
  capture(now: number, tick: number, late: number, step: number): Int32Array;
  conduct(move: string, tick: number, loopFrom: number, loopTo: number): void;
  sharedTransport(): string;
  sharedStart(soonest: number): Float64Array;
  follow(now: number, seconds: number, tick: number): number;
  lacksAt(seconds: number, tick: number): number;
  lacks(): number;
}

/** What hands do, as the core counts it; `letGo` comes from others only. */
export const enum Did { down, up, control, bend, pressure, letGo }

/** Numbers of the controllers that are none of MIDI's 128. */
export const BEND = 128;
export const PRESSURE = 129;
export const SUSTAIN = 64;
