import { t } from '../words/words.js';
import type { Said } from './messages.js';

/** A recording as the server describes it. */
export interface MediaAbout {
  readonly hash: string;
  readonly name: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly rate: number;
  readonly channels: number;
  readonly frames: number;
}

/** A file that is on its way to the server. */
export interface MediaComing { readonly received: number; readonly total: number }

/** Frames of a block, as `MediaSound.BLOCK`. */
const BLOCK = 1 << 15;
/** Blocks in one request: about 5 s, 0.5 MB of stereo. */
const RUN = 8;
/** Requests at a time. */
const AT_ONCE = 2;
/** Milliseconds before what isn't there yet is asked for again. */
const AGAIN = 1500;
/** Blocks that are kept though the song doesn't ask for them now: an undo, a moved clip. 64 of stereo are 8 MB. */
const SPARE = 64;

export type MediaSaid = Extract<Said, { type: 'media' | 'mediaBlock' }>;

interface Stretch { readonly from: number; readonly to: number }

interface Loading {
  readonly high: number;
  readonly low: number;
  readonly hash: string;
  about: MediaAbout | null;
  begun: boolean;
  asking: boolean;
  again: number;
  coming: MediaComing | null;
  problem: string | null;
  readonly sent: Set<number>;
}

/**
 * Brings the recordings that the score asks for into the engine, stretch by stretch: what is needed next first, and
 * nothing that isn't needed. What is not needed any more is let go.
 */
export class MediaLoader {
  private readonly known = new Map<string, Loading>();
  private needs: { readonly loading: Loading; readonly from: number; readonly to: number; readonly frame: number }[] = [];
  private running = 0;
  private place = 0;
  private closed = false;
  private timer: number | undefined;

  /**
   * @param link the song's, which answers for whoever asks
   * @param hashOf the whole hash of a recording by the first 16 digits of it
   * @param say tells the engine
   */
  constructor(
    private readonly link: () => string, private readonly hashOf: (digits: string) => string | null,
    private readonly say: (message: Said, hand: Transferable[]) => void, private readonly tell: () => void,
  ) {}

  /** The engine was made anew and has nothing. */
  forget(): void {
    this.known.forEach(each => { each.begun = false; each.sent.clear(); });
  }

  /** What the score asks for, as `Score.media()`, and the frame where it plays. */
  want(numbers: Int32Array, place: number): void {
    this.place = place;
    this.needs = [];
    for (let at = 0; at < numbers.length; at += 5) {
      const loading = this.loading(numbers[at]!, numbers[at + 1]!);
      if (loading) this.needs.push({ loading, from: numbers[at + 2]!, to: numbers[at + 3]!, frame: numbers[at + 4]! });
    }
    this.release();
    this.work();
  }

  /** Where the song plays now, in frames of the score: what comes next is fetched first. */
  at(place: number): void { this.place = place; }

  /** Stretches that still have to come before what plays next can be heard. */
  get pending(): number {
    return this.needs.filter(need => need.frame <= this.place + 4 * 48_000 && !need.loading.problem && !need.loading.coming && this.missing(need) !== null).length;
  }

  /** How a recording stands: on its way to the server, in the way of something, or here. */
  state(hash: string): { readonly coming: MediaComing | null; readonly problem: string | null; readonly about: MediaAbout | null } | null {
    for (const loading of this.known.values()) if (loading.hash === hash) return loading;
    return null;
  }

  /** Brings all that a score asks for to somebody else. Fails with a sentence. */
  async bring(numbers: Int32Array, say: (message: MediaSaid, hand?: Transferable[]) => void): Promise<void> {
    for (let at = 0; at < numbers.length; at += 5) {
      const loading = this.loading(numbers[at]!, numbers[at + 1]!);
      if (!loading) continue;
      if (!loading.about) await this.ask(loading);
      if (!loading.about) throw new Error(t('A recording of this track is still on its way to the server.'));
      const { rate, channels, frames } = loading.about;
      const { high, low } = loading;
      say({ type: 'media', high, low, rate, channels, frames });
      const { from, to } = this.blocks({ loading, from: numbers[at + 2]!, to: numbers[at + 3]! });
      for (let block = from; block < to; block++) {
        const bytes = await pcm(loading.hash, this.link(), block * BLOCK, Math.min(BLOCK, frames - block * BLOCK));
        say({ type: 'mediaBlock', high, low, block, bytes }, [bytes.buffer]);
      }
    }
  }

  /** What a recording is, by the halves of its key; null if it is not on the server yet. */
  async about(high: number, low: number): Promise<MediaAbout | null> {
    const loading = this.loading(high, low);
    if (loading && !loading.about) await this.ask(loading);
    return loading?.about ?? null;
  }

  /** Hands out the blocks of a recording that lie between two milliseconds of it. */
  async blocksOf(high: number, low: number, from: number, to: number, take: (block: number, bytes: Uint8Array) => void): Promise<void> {
    const loading = this.loading(high, low);
    if (!loading?.about) throw new Error(t('A recording could not be loaded from the server.'));
    const stretch = this.blocks({ loading, from: Math.max(0, from), to });
    for (let block = stretch.from; block < stretch.to; block++) {
      take(block, await pcm(loading.hash, this.link(), block * BLOCK, Math.min(BLOCK, loading.about.frames - block * BLOCK)));
    }
  }

  /** Asks again at once for what was not there. */
  retry(): void {
    this.known.forEach(each => { each.again = 0; });
    this.work();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private loading(high: number, low: number): Loading | null {
    const digits = (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
    const known = this.known.get(digits);
    if (known) return known;
    const hash = this.hashOf(digits);
    if (!hash) return null;
    const loading: Loading = { high, low, hash, about: null, begun: false, asking: false, again: 0, coming: null, problem: null, sent: new Set() };
    this.known.set(digits, loading);
    return loading;
  }

  /** The blocks of a need, once it is known how many the recording has. */
  private blocks({ loading, from, to }: { loading: Loading; from: number; to: number }): Stretch {
    const { rate, frames } = loading.about!;
    const last = Math.ceil(frames / BLOCK);
    const end = to === 0x7fffffff ? last : Math.min(last, Math.floor(to / 1000 * rate / BLOCK) + 1);
    return { from: Math.min(last, Math.floor(from / 1000 * rate / BLOCK)), to: end };
  }

  /** The first run of blocks that a need lacks; a stretch of nothing while the recording isn't known. */
  private missing(need: { loading: Loading; from: number; to: number }): Stretch | null {
    if (!need.loading.about) return { from: 0, to: 0 };
    const { from, to } = this.blocks(need);
    for (let block = from; block < to; block++) {
      if (!need.loading.sent.has(block)) {
        let end = block + 1;
        while (end < to && end < block + RUN && !need.loading.sent.has(end)) end++;
        return { from: block, to: end };
      }
    }
    return null;
  }

  /** Lets go what is not needed, beyond some that may be needed again. */
  private release(): void {
    const needed = new Map<Loading, Set<number>>();
    for (const need of this.needs) {
      const blocks = needed.get(need.loading) ?? new Set();
      needed.set(need.loading, blocks);
      if (need.loading.about) {
        const { from, to } = this.blocks(need);
        for (let block = from; block < to; block++) blocks.add(block);
      }
    }
    let spare = 0;
    for (const loading of this.known.values()) {
      const blocks = needed.get(loading);
      const idle = [...loading.sent].filter(block => !blocks?.has(block));
      spare += idle.length;
      if (spare <= SPARE || idle.length === 0) continue;
      const gone = idle.slice(0, spare - SPARE);
      gone.forEach(block => loading.sent.delete(block));
      spare -= gone.length;
      if (loading.sent.size === 0 && !blocks) {
        loading.begun = false;
        this.say({ type: 'mediaEnds', high: loading.high, low: loading.low }, []);
      } else {
        this.say({ type: 'mediaDrops', high: loading.high, low: loading.low, blocks: Int32Array.from(gone) }, []);
      }
    }
  }

  /** Fetches what is needed next: first what plays from here on, then what plays before. */
  private work(): void {
    if (this.closed) return;
    const now = performance.now();
    const order = [...this.needs].sort((a, b) => this.urgency(a.frame) - this.urgency(b.frame));
    let soonest = Infinity;
    for (const need of order) {
      if (this.running >= AT_ONCE) return;
      const { loading } = need;
      const missing = loading.asking ? null : this.missing(need);
      if (!missing) continue;
      if (loading.again > now) {
        soonest = Math.min(soonest, loading.again);
        continue;
      }
      loading.asking = true;
      this.running++;
      void (loading.about ? this.fetchBlocks(loading, missing) : this.ask(loading)).catch((error: unknown) => {
        loading.problem = error instanceof Error ? error.message : String(error);
        loading.again = performance.now() + 4 * AGAIN;
      }).finally(() => {
        loading.asking = false;
        this.running--;
        this.tell();
        this.work();
      });
    }
    if (soonest < Infinity) {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.work(), soonest - now + 5);
    }
  }

  private urgency(frame: number): number {
    return frame >= this.place - 48_000 ? frame - this.place : 1e9 + frame;
  }

  private async ask(loading: Loading): Promise<void> {
    const answer = await fetch(`api/media/${loading.hash}/about?song=${this.link()}`);
    if (answer.status === 202) {
      loading.coming = await answer.json() as MediaComing;
      loading.again = performance.now() + AGAIN;
      return;
    }
    if (!answer.ok) throw new Error(t('A recording could not be loaded from the server.'));
    const about = await answer.json() as MediaAbout;
    if (about.rate === 0) throw new Error(t('A recording could not be loaded from the server.'));
    loading.about = about;
    loading.coming = null;
    loading.problem = null;
  }

  private async fetchBlocks(loading: Loading, { from, to }: Stretch): Promise<void> {
    const about = loading.about!;
    const frames = Math.min(about.frames, to * BLOCK) - from * BLOCK;
    const bytes = await pcm(loading.hash, this.link(), from * BLOCK, frames);
    if (this.closed) return;
    if (!loading.begun) {
      loading.begun = true;
      this.say({ type: 'media', high: loading.high, low: loading.low, rate: about.rate, channels: about.channels, frames: about.frames }, []);
    }
    const width = 2 * about.channels * BLOCK;
    for (let block = from; block < to; block++) {
      const part = bytes.slice((block - from) * width, Math.min(bytes.length, (block - from + 1) * width));
      loading.sent.add(block);
      this.say({ type: 'mediaBlock', high: loading.high, low: loading.low, block, bytes: part }, [part.buffer]);
    }
    loading.problem = null;
  }
}

/** Some frames of a recording. */
export async function pcm(hash: string, link: string, from: number, frames: number): Promise<Uint8Array> {
  const answer = await fetch(`api/media/${hash}/sound?song=${link}&from=${from}&frames=${frames}`);
  if (!answer.ok) throw new Error(t('A recording could not be loaded from the server.'));
  return new Uint8Array(await answer.arrayBuffer());
}
