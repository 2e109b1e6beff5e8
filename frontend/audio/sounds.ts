import { loadPreset } from './preset-loader.js';
import type { Said } from './messages.js';

/** What the loading of sounds needs of the host. */
export interface SoundsHost {
  say(message: Said, transfer: Transferable[]): void;
  /** Which preset of the song's own files an address stands for, as hash/bank/program. */
  own(address: number): string | null;
  tell(): void;
  complain(error: unknown): void;
}

const ATTEMPTS = 4;
/** Requests at a time: for what sounds soon, and for the rest once that is here. */
const SOON = 6;
const LATER = 2;

/**
 * Brings the presets that the score asks for into the engine: those that sound next come first, and have the line for
 * themselves.
 */
export class Sounds {
  /** The frame at which each sound that is on the way is first needed. */
  private readonly coming = new Map<number, number>();
  private queue: number[] = [];
  private readonly running = new Set<number>();
  private soon = { from: 0, to: 0 };
  private generation = 0;
  private held = 0;

  constructor(private readonly host: SoundsHost) {}

  /** Sounds on the way. */
  get pending(): number { return this.coming.size; }

  /** Bytes of sound that the engine was given. */
  get bytes(): number { return this.held; }

  /** How many sounds are still on the way that are needed before a frame, from a place on. */
  neededBefore(frame: number, place: number): number {
    let some = 0;
    for (const first of this.coming.values()) if (first >= place && first < frame) some++;
    return some;
  }

  /** The engine lacks these, needed in this order, each at a frame; what is needed within `soon` is fetched at once. */
  want(addresses: Int32Array, frames: Int32Array, soon: { readonly from: number; readonly to: number }): void {
    this.soon = soon;
    addresses.forEach((address, index) => {
      if (!this.coming.has(address)) this.queue.push(address);
      this.coming.set(address, frames[index]!);
    });
    const place = new Map(Array.from(addresses, (address, index) => [address, index]));
    this.queue.sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || 0);
    this.host.tell();
    this.work();
  }

  /** The engine has taken one in. */
  arrived(address: number): void {
    this.coming.delete(address);
    this.host.tell();
  }

  /** The engine was made anew and has nothing. */
  forget(): void {
    this.coming.clear();
    this.queue = [];
    this.running.clear();
    this.held = 0;
    this.generation++;
  }

  private work(): void {
    while (this.queue.length > 0 && this.running.size < (this.isSoon(this.queue[0]!) ? SOON : this.hurries() ? 0 : LATER)) {
      const address = this.queue.shift()!;
      this.running.add(address);
      void this.fetch(address, this.generation);
    }
  }

  private isSoon(address: number): boolean {
    const first = this.coming.get(address) ?? Infinity;
    return first >= this.soon.from && first < this.soon.to;
  }

  private hurries(): boolean { return [...this.running].some(address => this.isSoon(address)); }

  private async fetch(address: number, generation: number): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const { head, sound } = await loadPreset(address, own => this.host.own(own));
        if (this.generation !== generation) return;
        this.held += sound.length;
        this.host.say({ type: 'preset', address, head, sound }, [head.buffer, sound.buffer]);
        break;
      } catch (error) {
        if (this.generation !== generation) return;
        if (attempt === ATTEMPTS) {
          this.coming.delete(address);
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
