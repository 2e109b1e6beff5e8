import { TRIED, type Said } from './messages.js';
import { loadPacked } from './preset-loader.js';

/** What a trial needs of the host. */
export interface TrialHost {
  say(message: Said, transfer?: Transferable[]): void;
  /** Lets the context speak; needs a gesture before. */
  speak(): Promise<void>;
  complain(error: unknown): void;
}

/** A sound tried out beside the song: the song is not touched. One at a time; the last one asked for is the one that sounds. */
export class Trial {
  private wanted = '';
  private loaded = '';
  private ordered = 0;
  private readonly held = new Map<number, number>();
  private turning: { readonly events: Int32Array; readonly length: number; readonly origin: number } | null = null;

  constructor(private readonly host: TrialHost) {}

  /** The address of the sound that is tried out, '' if there is none. */
  get sound(): string { return this.wanted; }

  /** Whether the sound is there. */
  get ready(): boolean { return this.wanted !== '' && this.wanted === this.loaded; }

  /** Makes a sound the one that is tried out, by the address it is fetched from. */
  async choose(address: string): Promise<void> {
    if (this.wanted === address) {
      return;
    }
    this.silence();
    this.wanted = address;
    const order = ++this.ordered;
    try {
      const { head, sound } = await loadPacked(address);
      if (order === this.ordered) {
        this.host.say({ type: 'preset', address: TRIED, head, sound }, [head.buffer, sound.buffer]);
      }
    } catch (error) {
      if (order === this.ordered) {
        this.wanted = '';
        this.host.complain(error);
      }
    }
  }

  /** The engine has taken a sound in; what was asked of it before it was there sounds now. */
  arrived(): void {
    this.loaded = this.wanted;
    this.held.forEach((velocity, key) => this.host.say({ type: 'tryKey', key, velocity }));
    if (this.turning) {
      this.host.say({ type: 'tryLoop', ...this.turning });
    }
  }

  /** A key goes down; it sounds as soon as the sound is there. */
  press(key: number, velocity = 96): void {
    void this.host.speak();
    this.held.set(key, velocity);
    if (this.ready) {
      this.host.say({ type: 'tryKey', key, velocity });
    }
  }

  release(key: number): void {
    if (this.held.delete(key) && this.ready) {
      this.host.say({ type: 'tryKey', key, velocity: 0 });
    }
  }

  /** Plays notes round and round: tick, length, key and velocity of each; `origin` is a tick of the song where a turn begins. */
  turn(events: Int32Array, length: number, origin: number): void {
    void this.host.speak();
    this.turning = { events, length, origin };
    if (this.ready) {
      this.host.say({ type: 'tryLoop', events, length, origin });
    }
  }

  /** Lets everything go. */
  silence(): void {
    [...this.held.keys()].forEach(key => this.release(key));
    if (this.turning) {
      this.turning = null;
      this.host.say({ type: 'tryLoop', events: new Int32Array(0), length: 0, origin: 0 });
    }
  }

  /** The engine is made anew: its sound is gone. */
  forget(): void {
    this.silence();
    this.wanted = '';
    this.loaded = '';
    this.ordered++;
  }
}
