import type { AudioHost } from '../audio/audio-host';
import type { PageCore } from './core';
import { BEND, Did, PRESSURE } from './playing-core';
import { NONE, type Handle } from './song';

/** Milliseconds between two batches that the room is told. */
const TELL_EVERY = 20;
/** Ticks by which the playhead goes back where it began anew, and not because it was reckoned better. */
const BACK = 240;
const SHARED = 'tutti-let-others-hear';

/** A key that went down while it was recorded: where the song stood then and as it went up, in ticks; `to` is −1 while it is down. */
export interface Stroke {
  readonly track: Handle;
  readonly pitch: number;
  readonly from: number;
  to: number;
}

/**
 * What this person plays by hand: sounds at once, goes onto the tape of what can be recorded or captured, and is told to
 * the room.
 */
export class ByHand {
  /** The track that keys play and that is recorded; nothing for the one that is at hand. */
  armed: Handle = NONE;
  private readonly down = new Map<number, { track: Handle; velocity: number }>();
  private readonly listeners = new Set<() => void>();
  private timer: number | undefined;
  private presses = 0;
  private tape: Stroke[] | null = null;
  private heard = 0;
  private lets = localStorage.getItem(SHARED) !== 'no';

  constructor(private readonly core: PageCore, private readonly sound: AudioHost, private readonly flush: () => void) {}

  /** How many keys went down so far. */
  get pressed(): number { return this.presses; }

  /** What was played in the pass that is being recorded, to be shown until it is written down. */
  get strokes(): readonly Stroke[] { return this.tape ?? []; }

  /** Begins to remember strokes, or forgets them. */
  remember(on: boolean): void { this.tape = on ? [] : null; }

  /** Looks where the song stands: what was played before the loop began anew is no longer shown. */
  follow(): void {
    const { playhead } = this.sound;
    if (this.tape && playhead < this.heard - BACK) {
      this.tape = [];
    }
    this.heard = playhead;
  }

  /** Whether others may hear it. */
  get shared(): boolean { return this.lets; }

  share(lets: boolean): void {
    this.lets = lets;
    localStorage.setItem(SHARED, lets ? 'yes' : 'no');
    this.tell();
  }

  arm(track: Handle): void {
    this.armed = this.armed === track ? NONE : track;
    this.tell();
  }

  /** Keys that are down, with the track that they sound on. */
  get keys(): ReadonlyMap<number, { readonly track: Handle; readonly velocity: number }> { return this.down; }

  /** A key goes down; `at` is the event's time stamp in milliseconds. */
  press(track: Handle, pitch: number, velocity: number, at: number): void {
    if (track === NONE || pitch < 0 || pitch > 127) {
      return;
    }
    this.release(pitch, at);
    const hit = Math.max(1, Math.min(127, Math.round(velocity)));
    this.down.set(pitch, { track, velocity: hit });
    this.presses++;
    this.strike(track, pitch);
    this.sound.press(track, pitch, hit);
    this.played(at, track, Did.down, pitch, hit);
    this.tell();
  }

  release(pitch: number, at: number): void {
    const held = this.down.get(pitch);
    if (held) {
      this.down.delete(pitch);
      this.lift(pitch);
      this.sound.release(held.track, pitch);
      this.played(at, held.track, Did.up, pitch, 0);
      this.tell();
    }
  }

  private strike(track: Handle, pitch: number): void {
    this.tape?.push({ track, pitch, from: this.sound.playhead, to: -1 });
  }

  private lift(pitch: number): void {
    const stroke = this.tape?.findLast(each => each.pitch === pitch && each.to < 0);
    if (stroke) {
      stroke.to = Math.max(stroke.from, this.sound.playhead);
    }
  }

  /** Moves a MIDI controller, the wheel (`BEND`) or the pressure (`PRESSURE`). */
  control(track: Handle, number: number, value: number, at: number): void {
    if (track !== NONE) {
      this.sound.control(track, number, value);
      const what = number === BEND ? Did.bend : number === PRESSURE ? Did.pressure : Did.control;
      this.played(at, track, what, number < BEND ? number : 0, value);
    }
  }

  releaseAll(at: number): void {
    [...this.down.keys()].forEach(pitch => this.release(pitch, at));
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.listeners.clear();
  }

  private played(at: number, track: Handle, what: Did, number: number, value: number): void {
    this.core.played(at, track, what, number, value);
    this.timer ??= window.setTimeout(() => this.tellRoom(), 0);
  }

  private tellRoom(): void {
    this.timer = undefined;
    const more = this.core.tellPlaying(performance.now(), this.lets);
    this.flush();
    if (more) {
      this.timer = window.setTimeout(() => this.tellRoom(), TELL_EVERY);
    }
  }

  private tell(): void {
    this.listeners.forEach(listener => listener());
  }
}
