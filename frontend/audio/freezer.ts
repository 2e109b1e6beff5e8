import type { Handle } from '../song/song.js';
import { t } from '../words/words.js';
import { engineBytes, type Build } from './engine-node.js';
import type { MediaLoader } from './media-loader.js';
import type { FromFreezer, Frozen, ToFreezer } from './messages.js';
import { loadPreset } from './preset-loader.js';

/** What the freezer must know of the song. */
export interface Freezable {
  /** Which preset of the song's own files an address stands for, as hash/bank/program. */
  ownPreset(address: number): string | null;
  /** The tracks that shall be frozen. */
  frozen(): readonly Handle[];
  /** Tracks that play notes, in the score's order. */
  playing(): readonly Handle[];
  /** What each of them plays at a rate, in that order: equal for equal music. */
  fingerprints(rate: number): readonly string[];
  /** One of them alone, by its index. */
  scoreAlone(rate: number, index: number): Int32Array;
}

/** Who plays what was frozen. */
export interface FreezingEngine {
  readonly rate: number;
  readonly build: Build;
  freeze(track: Handle, frozen: Frozen): void;
  thaw(track: Handle): void;
}

/** How a track stands: made so far 0 to 1, played from its frozen sound, or held up by something, in a sentence. */
export type FrozenState = { readonly made: number } | { readonly problem: string } | 'frozen' | 'waiting';

/** Milliseconds without a change before a sound is made again. */
const CALM = 1200;
/** Bytes of frozen sound that a page holds. */
const MOST = 45e6;

/**
 * Makes the sound of frozen tracks in a worker, one after the other, and makes it again when their notes changed and
 * stayed so for a while; meanwhile they play their notes.
 */
export class Freezer {
  private readonly states = new Map<Handle, FrozenState>();
  /** The fingerprints of what was made, and of what the engine has taken in. */
  private readonly made = new Map<Handle, string>();
  private readonly sizes = new Map<Handle, number>();
  private readonly loaded = new Map<Handle, string>();
  /** The fingerprints of what could not be made: other notes are tried anew. */
  private readonly failed = new Map<Handle, string>();
  private worker: Worker | null = null;
  private making: { readonly track: Handle; readonly print: string } | null = null;
  private calm: number | undefined;
  private engine: FreezingEngine | null = null;

  constructor(private readonly song: Freezable, private readonly tell: () => void, private readonly media: MediaLoader) {}

  state(track: Handle): FrozenState | null { return this.states.get(track) ?? null; }

  /** Bytes of frozen sound that the engine holds. */
  get bytes(): number { return [...this.sizes.values()].reduce((sum, each) => sum + each, 0); }

  /** There is an engine now. */
  begin(engine: FreezingEngine): void {
    this.engine = engine;
    this.stop();
    this.made.clear();
    this.sizes.clear();
    this.loaded.clear();
    this.changed();
  }

  /** The song changed. */
  changed(): void {
    const wanted = new Set(this.song.frozen());
    for (const track of [...this.states.keys()].filter(each => !wanted.has(each))) this.thaw(track);
    if (wanted.size === 0) return;
    for (const track of wanted) if (!this.states.has(track)) this.stands(track, 'waiting');
    clearTimeout(this.calm);
    this.calm = window.setTimeout(() => this.look(), CALM);
  }

  /** The engine has taken in a sound. */
  froze(track: Handle): void {
    const made = this.made.get(track);
    if (!this.states.has(track)) this.engine?.thaw(track);   // it was thawed while its sound was on the way
    if (made === undefined) return;
    this.loaded.set(track, made);
    this.look();
  }

  close(): void {
    clearTimeout(this.calm);
    this.worker?.terminate();
  }

  private thaw(track: Handle): void {
    this.states.delete(track);
    this.made.delete(track);
    this.sizes.delete(track);
    this.loaded.delete(track);
    this.failed.delete(track);
    if (this.making?.track === track) this.stop();
    this.engine?.thaw(track);
    this.tell();
  }

  private stands(track: Handle, state: FrozenState): void {
    this.states.set(track, state);
    this.tell();
  }

  private stop(): void {
    this.worker?.terminate();
    this.worker = null;
    this.making = null;
  }

  /** Takes up the first track whose sound is missing or is of other notes. */
  private look(): void {
    const { engine } = this;
    if (!engine || this.states.size === 0) return;
    const prints = this.song.fingerprints(engine.rate);
    const playing = this.song.playing();
    const { making } = this;
    if (making && prints[playing.indexOf(making.track)] === making.print) return;   // it will look again when it is done
    this.stop();
    const missing = playing.filter((track, index) => {
      if (!this.states.has(track)) return false;
      const made = this.made.get(track) === prints[index];
      if (made && this.loaded.get(track) === prints[index]) this.stands(track, 'frozen');
      return !made && this.failed.get(track) !== prints[index];
    });
    missing.forEach(track => this.stands(track, 'waiting'));
    const next = missing[0];
    if (next !== undefined) void this.make(engine, next, playing.indexOf(next), prints[playing.indexOf(next)]!);
  }

  private async make(engine: FreezingEngine, track: Handle, index: number, print: string): Promise<void> {
    this.making = { track, print };
    this.stands(track, { made: 0 });
    const score = this.song.scoreAlone(engine.rate, index);
    const worker = new Worker('core/engine-freezer.js', { type: 'module' });
    this.worker = worker;
    const say = (message: ToFreezer, hand: Transferable[] = []) => worker.postMessage(message, hand);
    worker.onmessage = ({ data }: MessageEvent<FromFreezer>) => void this.heard(engine, track, worker, data, say);
    worker.onerror = () => this.fail(track, worker, t('The track could not be frozen: {0}', t('the sound engine did not start.')));
    try {
      const bytes = engine.build === 'wasm' ? await engineBytes('core/engine.wasm') : null;
      say({ type: 'freeze', bytes, score }, bytes ? [bytes] : []);
    } catch (error) {
      this.fail(track, worker, error instanceof Error ? error.message : String(error));
    }
  }

  private async heard(
    engine: FreezingEngine, track: Handle, worker: Worker, message: FromFreezer, say: (message: ToFreezer, hand?: Transferable[]) => void,
  ): Promise<void> {
    if (this.worker !== worker) return;
    switch (message.type) {
      case 'missing':
        try {
          for (const address of message.addresses) {
            const { head, sound } = await loadPreset(address, own => this.song.ownPreset(own));
            say({ type: 'preset', address, head, sound }, [head.buffer, sound.buffer]);
          }
          await this.media.bring(message.media, say);
          say({ type: 'mediaIsThere' });
        } catch (error) {
          this.fail(track, worker, error instanceof Error ? error.message : String(error));
        }
        break;
      case 'progress': this.stands(track, { made: message.done }); break;
      case 'failed': this.fail(track, worker, t('The track could not be frozen: {0}', message.message)); break;
      case 'made': {
        const size = message.parts.reduce((sum, part) => sum + part.length, 0);
        this.sizes.delete(track);
        if (this.bytes + size > MOST) {
          engine.thaw(track);   // what it was made of before has gone by anyway
          this.fail(track, worker, t('This track plays its notes: frozen sound takes {0} MB already, and there is no room for more. Thaw another track.', Math.round(this.bytes / 1e6)));
          break;
        }
        this.sizes.set(track, size);
        this.made.set(track, message.fingerprint);
        this.stands(track, { made: 1 });
        engine.freeze(track, message);
        this.stop();
        this.look();
        break;
      }
    }
  }

  private fail(track: Handle, worker: Worker, problem: string): void {
    if (this.worker !== worker || !this.making) return;
    this.failed.set(track, this.making.print);
    this.stop();
    this.stands(track, { problem });
    this.look();
  }
}
