import type { AudioHost } from '../audio/audio-host';
import type { PageCore } from './core';
import { BEND, Did, PRESSURE } from './playing-core';
import type { Handle, Person } from './song';

const NOBODY = 'tutti-hear-nobody';
const UNHEARD = 'tutti-unheard';
const STRIDE = 6;
/** Milliseconds after their last key that somebody counts as playing. */
const PLAYS = 4_000;

/** Somebody whose playing is heard here. */
export interface Player {
  readonly session: string;
  readonly person: string;
  readonly name: string;
  readonly colour: number;
  /** Milliseconds from their hands to this ear. */
  readonly delay: number;
  /** Whether they played within the last seconds. */
  readonly plays: boolean;
  readonly heard: boolean;
}

/** A key that somebody holds. */
export interface LitKey {
  readonly track: Handle;
  readonly pitch: number;
  readonly colour: number;
  readonly name: string;
}

/** What others play by hand: sounds here, in their rhythm, and lights their keys. Each may be switched off. */
export class OthersPlaying {
  private readonly lit = new Map<string, LitKey>();
  private readonly last = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private readonly unheard = new Set<string>(JSON.parse(localStorage.getItem(UNHEARD) ?? '[]'));
  private hearsNobody = localStorage.getItem(NOBODY) === 'yes';
  private timer: number | undefined;

  constructor(private readonly core: PageCore, private readonly sound: AudioHost, private readonly people: () => readonly Person[]) {}

  /** Whether anybody is heard at all. */
  get on(): boolean { return !this.hearsNobody; }

  hearAll(on: boolean): void {
    this.hearsNobody = !on;
    localStorage.setItem(NOBODY, on ? 'no' : 'yes');
    this.silence();
  }

  /** Hears a person or not, in every song. */
  hear(person: string, on: boolean): void {
    if (on) {
      this.unheard.delete(person);
    } else {
      this.unheard.add(person);
    }
    localStorage.setItem(UNHEARD, JSON.stringify([...this.unheard].slice(-200)));
    this.silence();
  }

  /** Everybody else here, in the order in which they came. */
  get players(): readonly Player[] {
    const delays = new Map(this.known().map(each => [each.session, each.delay]));
    const device = Math.round(this.sound.latency * 1000);
    return this.people().filter(each => !each.self).map(each => ({
      session: each.session, person: each.person, name: each.name, colour: each.colour,
      delay: (delays.get(each.session) ?? 0) + device,
      plays: performance.now() - (this.last.get(each.session) ?? -Infinity) < PLAYS,
      heard: this.on && !this.unheard.has(each.person)
    }));
  }

  /** Keys that others hold now. */
  get keys(): Iterable<LitKey> { return this.lit.values(); }

  /** Whether anything of it is to be drawn. */
  get lights(): boolean { return this.lit.size > 0; }

  /** Takes what came; told after each frame from the server. */
  take(): void {
    const now = performance.now();
    const touches = this.core.heardPlaying(now);
    if (touches.length === 0) {
      return;
    }
    const sessions = new Map(this.known().map(each => [each.hand, each.session]));
    for (let at = 0; at < touches.length; at += STRIDE) {
      const person = this.people().find(each => each.session === sessions.get(touches[at]!));
      this.touch(touches, at, person, now);
    }
    this.watch();
  }

  private touch(touches: Float64Array, at: number, person: Person | undefined, now: number): void {
    const [hand, track, what, number, value, when] = touches.subarray(at, at + STRIDE) as unknown as [number, number, Did, number, number, number];
    if (what === Did.letGo) {
      this.sound.letGo(hand, when);
      this.dim(key => key.startsWith(`${hand} `));
      return;
    }
    if (person) {
      this.last.set(person.session, now);
    }
    if (!this.on || (person && this.unheard.has(person.person))) {
      return;
    }
    switch (what) {
      case Did.down: this.sound.press(track, number, value, hand, when); break;
      case Did.up: this.sound.release(track, number, hand, when); break;
      case Did.bend: this.sound.control(track, BEND, value, hand, when); break;
      case Did.pressure: this.sound.control(track, PRESSURE, value, hand, when); break;
      default: this.sound.control(track, number, value, hand, when);
    }
    if (what === Did.down || what === Did.up) {
      window.setTimeout(() => this.light(`${hand} ${track} ${number}`, what === Did.down && person
        ? { track, pitch: number, colour: person.colour, name: person.name } : null), Math.max(0, when - now + this.sound.latency * 1000));
    }
  }

  private light(key: string, lit: LitKey | null): void {
    if (lit) {
      this.lit.set(key, lit);
    } else {
      this.lit.delete(key);
    }
    this.tell();
  }

  private dim(which: (key: string) => boolean): void {
    [...this.lit.keys()].filter(which).forEach(key => this.lit.delete(key));
    this.tell();
  }

  private silence(): void {
    this.known().forEach(each => this.sound.letGo(each.hand));
    this.dim(() => true);
  }

  /** While somebody plays: notices when they fall silent. */
  private watch(): void {
    this.timer ??= window.setTimeout(() => {
      this.timer = undefined;
      this.take();
      this.tell();
      if (this.players.some(each => each.plays) || this.lit.size > 0) {
        this.watch();
      }
    }, 500);
  }

  private known(): readonly { session: string; hand: number; delay: number }[] { return JSON.parse(this.core.players()); }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.listeners.clear();
  }

  private tell(): void {
    this.listeners.forEach(listener => listener());
  }
}
