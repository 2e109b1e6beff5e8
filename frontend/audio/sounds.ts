import { loadPreset } from './preset-loader.js';
import type { Said } from './messages.js';
import { t } from '../words/words.js';

/** What the loading of sounds needs of the host. */
export interface SoundsHost {
  say(message: Said, transfer: Transferable[]): void;
  /** Which preset of the song's own files an address stands for, as hash/bank/program. */
  own(address: number): string | null;
  tell(): void;
  complain(error: unknown): void;
  /** Bytes that presets may take. */
  room(): number;
  /** Tells the person something, in a sentence. */
  notice(sentence: string): void;
}

/** Frames of the score. */
interface Soon {
  /** The place from which it plays. */
  readonly from: number;
  /** What is needed before this frame is fetched at once. */
  readonly to: number;
  /** Up to here the engine told which keys sound. */
  readonly told: number;
}

/** A preset that the engine lacks, or lacks keys of. */
interface Coming {
  /** The frame at which it is first needed, or needed whole. */
  first: number;
  /** The keys that sound soon, as the server reads them. */
  keys: string;
  /** The stretch whose keys the engine has, once it has some. */
  some: { readonly from: number; readonly to: number } | null;
  /** Whether the engine was given all of it. */
  whole: boolean;
}

const ATTEMPTS = 4;
/** Requests at a time: for what sounds soon, and for the rest once that is here. */
const SOON = 6;
const LATER = 2;
/** Numbers that the engine tells of each preset: address, frame, keys. */
const NUMBERS = 6;
/** Presets that come after all others: those that sound before the place only. */
const BEHIND = 2 ** 31;

/**
 * Brings the presets that the score asks for into the engine. What sounds next comes first, has the line for itself, and is only those keys
 * of the studio's own presets that the next seconds play: a drum kit of six megabytes is not waited for. The whole of them comes after.
 */
export class Sounds {
  private readonly coming = new Map<number, Coming>();
  private queue: number[] = [];
  private readonly running = new Set<number>();
  private soon: Soon = { from: 0, to: 0, told: 0 };
  private generation = 0;
  /** Bytes of each preset that the engine was given. */
  private readonly held = new Map<number, number>();
  /** What the score asks for. */
  private asked = new Set<number>();
  /** Bytes of those that the page has no room for. */
  private readonly refused = new Map<number, number>();

  constructor(private readonly host: SoundsHost) {}

  /** Sounds on the way. */
  get pending(): number { return this.coming.size; }

  /** Bytes of sound that the engine was given. */
  get bytes(): number {
    let sum = 0;
    for (const each of this.held.values()) sum += each;
    return sum;
  }

  /** How many sounds are still on the way that are needed before a frame, from a place on. */
  neededBefore(frame: number, place: number): number {
    let some = 0;
    for (const { first } of this.coming.values()) if (first >= place && first < frame) some++;
    return some;
  }

  /** The engine lacks these, as `Engine.needs()` tells them, of all that the score asks for. */
  want(needs: Int32Array, asked: Int32Array, soon: Soon): void {
    this.soon = soon;
    this.asked = new Set(asked);
    for (const each of this.coming.values()) this.due(each);
    for (let at = 0; at < needs.length; at += NUMBERS) {
      const address = needs[at]!;
      const bytes = this.refused.get(address);
      if (bytes !== undefined && !this.fits(address, bytes)) continue;
      const keys = Array.from(needs.subarray(at + 2, at + NUMBERS), each => (each >>> 0).toString(16).padStart(8, '0')).join('');
      const known = this.coming.get(address);
      if (known) {
        known.keys = keys;   // on its way into the engine, or waiting for its turn
        if (!known.some) known.first = needs[at + 1]!;
      } else {
        this.queue.push(address);
        this.coming.set(address, { first: needs[at + 1]!, keys, some: null, whole: false });
      }
    }
    this.complete();
    this.host.tell();
    this.work();
  }

  /** The engine has taken one in. */
  arrived(address: number): void {
    const coming = this.coming.get(address);
    if (coming && !coming.whole) {
      this.due(coming);
      this.queue.push(address);
    } else {
      this.coming.delete(address);
    }
    this.host.tell();
    this.work();
  }

  /** The engine was made anew and has nothing. */
  forget(): void {
    this.coming.clear();
    this.queue = [];
    this.running.clear();
    this.held.clear();
    this.refused.clear();
    this.generation++;
  }

  /** Asks again for the whole of those of which the page had room for some keys only, or of which no more came. */
  private complete(): void {
    for (const [address, bytes] of [...this.refused]) {
      if (this.asked.has(address) && this.held.has(address) && !this.coming.has(address) && this.fits(address, bytes)) {
        this.queue.push(address);
        this.coming.set(address, { first: Math.max(0, this.soon.from), keys: '', some: { from: 0, to: 0 }, whole: false });
      }
    }
  }

  /** One of which some keys are there is needed whole after the stretch that plays them, and at once anywhere else. */
  private due(coming: Coming): void {
    const { some } = coming;
    if (some) coming.first = this.soon.from >= some.from && this.soon.to <= some.to ? some.to : Math.max(0, this.soon.from);
  }

  private work(): void {
    this.queue.sort((a, b) => this.turn(a) - this.turn(b));
    while (this.queue.length > 0 && this.running.size < (this.isSoon(this.queue[0]!) ? SOON : this.hurries() ? 0 : LATER)) {
      const address = this.queue.shift()!;
      this.running.add(address);
      void this.fetch(address, this.generation);
    }
  }

  private turn(address: number): number {
    const first = this.coming.get(address)?.first ?? Infinity;
    return first >= this.soon.from ? first : BEHIND + first;
  }

  private isSoon(address: number): boolean {
    const first = this.coming.get(address)?.first ?? Infinity;
    return first >= this.soon.from && first < this.soon.to;
  }

  private hurries(): boolean { return [...this.running].some(address => this.isSoon(address)); }

  /** Makes room for a preset; false, and the person is told once, if what the score asks for leaves none. */
  private fits(address: number, bytes: number): boolean {
    const over = () => this.bytes - (this.held.get(address) ?? 0) + bytes > this.host.room();
    if (over()) {
      const spare = [...this.held.keys()].filter(each => !this.asked.has(each) && each !== address);
      spare.forEach(each => this.held.delete(each));
      if (spare.length > 0) this.host.say({ type: 'presetDrops', addresses: Int32Array.from(spare) }, []);
    }
    if (!over()) {
      this.refused.delete(address);
      return true;
    }
    if (!this.refused.has(address)) this.host.notice(t('The sounds of this song are larger than the {0} MB that a page holds: an instrument lacks keys or is silent. Use fewer different instruments.', Math.round(this.host.room() / 1e6)));
    this.refused.set(address, bytes);
    return false;
  }

  private async fetch(address: number, generation: number): Promise<void> {
    const coming = this.coming.get(address);
    const keys = coming && !coming.some && address >= 0 && this.isSoon(address) ? coming.keys : '';
    const { from, told } = this.soon;
    for (let attempt = 1; ; attempt++) {
      try {
        const { head, sound } = await loadPreset(address, own => this.host.own(own), keys);
        if (this.generation !== generation) return;
        const now = this.coming.get(address);
        if (now && keys) now.some = { from, to: told };
        else if (now) now.whole = true;
        if (!this.fits(address, sound.length)) {
          this.coming.delete(address);
          this.host.tell();
          break;
        }
        this.held.set(address, sound.length);
        this.host.say({ type: 'preset', address, head, sound }, [head.buffer, sound.buffer]);
        break;
      } catch (error) {
        if (this.generation !== generation) return;
        if (attempt === ATTEMPTS) {
          this.coming.delete(address);
          if (this.held.has(address)) this.refused.set(address, 0);
          this.host.complain(error);
          break;
        }
        await new Promise(resolve => setTimeout(resolve, 500 * 2 ** attempt));
      }
    }
    this.running.delete(address);
    this.work();
  }
}
