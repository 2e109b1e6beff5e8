import { t } from '../words/words.js';
import { begins, BLOCK, blocksOf, bytesOf, plan, WHOLE, type Need, type Piece, type Place } from './media-plan.js';
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
export interface MediaComing {
  readonly received: number;
  readonly total: number;
  /** What can be heard of it already. */
  readonly heard: { readonly rate: number; readonly channels: number; readonly frames: number; readonly ready: number } | null;
}

/** Blocks in one request: about 5 s, 0.5 MB of stereo. */
const RUN = 8;
/** Requests at a time. */
const AT_ONCE = 2;
/** Milliseconds before what isn't there yet is asked for again. */
const AGAIN = 1500;
/** Seconds from the place whose sound playing waits for. */
const FIRST = 4;
/** Bytes of blocks that are kept though the song doesn't ask for them now: an undo, a moved clip. */
const SPARE = 8 * 2 ** 20;
/** Milliseconds of playing without a recording that should sound before the page says so. */
const LATE = 700;

export type MediaSaid = Extract<Said, { type: 'media' | 'mediaBlock' }>;

interface Loading {
  readonly high: number;
  readonly low: number;
  readonly hash: string;
  about: MediaAbout | null;
  begun: boolean;
  asking: boolean;
  /** The millisecond before which nothing is asked of it, and the one before which it is not asked how far it has come. */
  again: number;
  askAgain: number;
  coming: MediaComing | null;
  /** Frames from its beginning that the server has. */
  ready: number;
  problem: string | null;
  readonly sent: Set<number>;
}

/** What the loader needs of the page. */
export interface MediaHost {
  /** The song's link, which answers for whoever asks. */
  link(): string;
  /** The whole hash of a recording by the first 16 digits of it. */
  hashOf(digits: string): string | null;
  /** Tells the engine. */
  say(message: Said, hand: Transferable[]): void;
  tell(): void;
  /** Bytes that recordings may take in the page now. */
  budget(): number;
}

/**
 * Brings the recordings that the score asks for into the engine, block by block: what is needed next first, and no more than there is
 * room for. What is not needed any more, or farthest from the place where there is no room, is let go.
 */
export class MediaLoader {
  private readonly known = new Map<string, Loading>();
  private needs: Need<Loading>[] = [];
  private kept: Piece<Loading>[] = [];
  private keptOf = new Map<Loading, Set<number>>();
  private running = 0;
  private place: Place = { frame: 0, rate: 48_000, loop: { from: 0, to: 0, on: false } };
  private planned = 0;
  private closed = false;
  private timer: number | undefined;
  private lacksSince = 0;
  private listened = 0;
  private saidLate = false;
  /** Which engine it is that was told: what was fetched for the one before is not laid into the next, which asks itself. */
  private engine = 0;

  /** A recording that should sound is not here, for a while by now. */
  onLate: (() => void) | null = null;

  constructor(private readonly host: MediaHost) {}

  /** The engine was made anew and has nothing; what it needs it says itself. */
  forget(): void {
    this.engine++;
    this.needs = [];
    this.kept = [];
    this.keptOf = new Map();
    this.known.forEach(each => { each.begun = false; each.sent.clear(); });
  }

  /** What the score asks for, as `Score.media()`, and where it plays. */
  want(numbers: Int32Array, place: Place): void {
    this.place = place;
    this.needs = [];
    for (let at = 0; at < numbers.length; at += 5) {
      const of = this.loading(numbers[at]!, numbers[at + 1]!);
      if (of) this.needs.push({ of, from: numbers[at + 2]!, to: numbers[at + 3]!, frame: numbers[at + 4]! });
    }
    this.again();
  }

  /** Where the song plays now, in frames of the score: what comes next is fetched first. */
  at(frame: number): void {
    this.place = { ...this.place, frame };
    if (Math.abs(frame - this.planned) > this.place.rate) this.again();
  }

  /** Looks whether what should sound at the place is here; asked while it plays. */
  listen(): void {
    const now = performance.now();
    const lacks = this.needs.some(need => !need.of.coming && this.lacks(need, 0, false));
    if (!lacks || now - this.listened > LATE) {
      this.lacksSince = now;
      this.saidLate = false;
    } else if (!this.saidLate && now - this.lacksSince > LATE) {
      this.saidLate = true;
      this.onLate?.();
    }
    this.listened = now;
  }

  /** The song turns between two frames of the score, or does not. */
  loop(from: number, to: number, on: boolean): void {
    this.place = { ...this.place, loop: { from, to, on } };
    this.again();
  }

  /** Stretches that still have to come before what plays next can be heard. */
  get pending(): number {
    return this.needs.filter(need => !need.of.problem && !need.of.coming && this.lacks(need, FIRST, true)).length;
  }

  /** Bytes of recordings that the engine holds. */
  get bytes(): number {
    let bytes = 0;
    for (const { about, sent } of this.known.values()) for (const block of sent) bytes += bytesOf(about!, block);
    return bytes;
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
      if (!loading.about || loading.coming) throw new Error(t('A recording of this track is still on its way to the server.'));
      const { rate, channels, frames } = loading.about;
      const { high, low } = loading;
      say({ type: 'media', high, low, rate, channels, frames });
      const { from, to } = blocksOf({ of: loading, from: numbers[at + 2]!, to: numbers[at + 3]! });
      for (let block = from; block < to; block++) {
        const bytes = await pcm(loading.hash, this.host.link(), block * BLOCK, Math.min(BLOCK, frames - block * BLOCK));
        say({ type: 'mediaBlock', high, low, block, bytes }, [bytes.buffer]);
      }
    }
  }

  /** What a recording is, by the halves of its key; null if it is not on the server yet. */
  async about(high: number, low: number): Promise<MediaAbout | null> {
    const loading = this.loading(high, low);
    if (loading && (!loading.about || loading.coming)) await this.ask(loading);
    return loading?.coming ? null : loading?.about ?? null;
  }

  /** Hands out the blocks of a recording that lie between two milliseconds of it. */
  async blocksOf(high: number, low: number, from: number, to: number, take: (block: number, bytes: Uint8Array) => void): Promise<void> {
    const loading = this.loading(high, low);
    if (!loading?.about) throw new Error(t('A recording could not be loaded from the server.'));
    const stretch = blocksOf({ of: loading, from: Math.max(0, from), to });
    for (let block = stretch.from; block < stretch.to; block++) {
      take(block, await pcm(loading.hash, this.host.link(), block * BLOCK, Math.min(BLOCK, loading.about.frames - block * BLOCK)));
    }
  }

  /** Asks again at once for what was not there. */
  retry(): void {
    this.known.forEach(each => { each.again = 0; each.askAgain = 0; });
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
    const hash = this.host.hashOf(digits);
    if (!hash) return null;
    const loading: Loading = { high, low, hash, about: null, begun: false, asking: false, again: 0, askAgain: 0, coming: null, ready: 0, problem: null, sent: new Set() };
    this.known.set(digits, loading);
    return loading;
  }

  /**
   * Whether a need lacks something that sounds from the place on within some seconds.
   *
   * @param planned only of what shall be here
   */
  private lacks(need: Need<Loading>, seconds: number, planned: boolean): boolean {
    const { frame, rate } = this.place;
    const end = frame + seconds * rate;
    if (!need.of.about) return need.frame <= end;
    let { from, to } = blocksOf(need);
    if (need.to !== WHOLE) {
      const first = begins(need, from, rate);
      const length = BLOCK / need.of.about.rate * rate;
      to = Math.min(to, from + Math.floor((end - first) / length) + 1);
      from = Math.max(from, from + Math.floor((frame - first) / length));
    }
    const kept = this.keptOf.get(need.of);
    for (let block = from; block < to; block++) if (!need.of.sent.has(block) && (!planned || kept?.has(block))) return true;
    return false;
  }

  /** Plans anew what shall be here. */
  private again(): void {
    this.planned = this.place.frame;
    this.kept = plan(this.needs, this.place, this.host.budget());
    this.keptOf = new Map();
    for (const { of, block } of this.kept) this.keptOf.set(of, (this.keptOf.get(of) ?? new Set()).add(block));
    this.release();
    this.work();
  }

  /** Lets go what is not needed, beyond some that may be needed again, and what there is no room for. */
  private release(): void {
    const needed = new Set(this.needs.map(each => each.of));
    let room = Math.min(SPARE, Math.max(0, this.host.budget() - this.kept.reduce((sum, each) => sum + each.bytes, 0)));
    for (const loading of this.known.values()) {
      const gone = [...loading.sent].filter(block => !this.keptOf.get(loading)?.has(block) && (room -= bytesOf(loading.about!, block)) < 0);
      if (gone.length === 0) continue;
      gone.forEach(block => loading.sent.delete(block));
      if (loading.sent.size === 0 && !needed.has(loading)) {
        loading.begun = false;
        this.host.say({ type: 'mediaEnds', high: loading.high, low: loading.low }, []);
      } else {
        this.host.say({ type: 'mediaDrops', high: loading.high, low: loading.low, blocks: Int32Array.from(gone) }, []);
      }
    }
  }

  /** Fetches what is needed next. */
  private work(): void {
    if (this.closed) return;
    const now = performance.now();
    let soonest = Infinity;
    for (const need of this.needs.filter(each => !each.of.about || each.of.coming).sort((a, b) => this.turn(a.frame) - this.turn(b.frame))) {
      soonest = Math.min(soonest, need.of.askAgain > now ? need.of.askAgain : this.fetch(need.of, now, () => this.ask(need.of)));
    }
    for (const { of, block } of this.kept) {
      if (this.running >= AT_ONCE) return;
      if (!of.sent.has(block) && isReady(of, block)) soonest = Math.min(soonest, this.fetch(of, now, () => this.fetchBlocks(of, block)));
    }
    if (soonest < Infinity) {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.work(), soonest - now + 5);
    }
  }

  /** Asks for something of a recording, unless that is being done; the millisecond before which it won't be. */
  private fetch(loading: Loading, now: number, run: () => Promise<void>): number {
    if (loading.asking || this.running >= AT_ONCE) return Infinity;
    if (loading.again > now) return loading.again;
    loading.asking = true;
    this.running++;
    const known = loading.about !== null;
    void run().catch((error: unknown) => {
      loading.problem = error instanceof Error ? error.message : String(error);
      loading.again = performance.now() + 4 * AGAIN;
    }).finally(() => {
      loading.asking = false;
      this.running--;
      this.host.tell();
      if (!known && loading.about) this.again();
      else this.work();
    });
    return Infinity;
  }

  private turn(frame: number): number {
    return frame >= this.place.frame - this.place.rate ? frame - this.place.frame : 1e9 + frame;
  }

  private async ask(loading: Loading): Promise<void> {
    const answer = await fetch(`api/media/${loading.hash}/about?song=${this.host.link()}`);
    if (answer.status === 202) {
      loading.coming = await answer.json() as MediaComing;
      loading.askAgain = performance.now() + AGAIN;
      const { heard } = loading.coming;
      if (!heard) return;
      loading.about ??= { hash: loading.hash, name: '', size: 0, rate: heard.rate, channels: heard.channels, frames: heard.frames };
      loading.ready = heard.ready;
      return;
    }
    if (!answer.ok) throw new Error(t('A recording could not be loaded from the server.'));
    const about = await answer.json() as MediaAbout;
    if (about.rate === 0) throw new Error(t('A recording could not be loaded from the server.'));
    loading.about = about;
    loading.coming = null;
    loading.ready = about.frames;
    loading.problem = null;
  }

  /** Fetches a block that is wanted, with those after it that are. */
  private async fetchBlocks(loading: Loading, from: number): Promise<void> {
    const about = loading.about!;
    let to = from + 1;
    while (to < from + RUN && isReady(loading, to) && this.keptOf.get(loading)?.has(to) && !loading.sent.has(to)) to++;
    const frames = Math.min(about.frames, to * BLOCK) - from * BLOCK;
    const { engine } = this;
    const bytes = await pcm(loading.hash, this.host.link(), from * BLOCK, frames);
    if (this.closed || engine !== this.engine) return;
    if (!loading.begun) {
      loading.begun = true;
      this.host.say({ type: 'media', high: loading.high, low: loading.low, rate: about.rate, channels: about.channels, frames: about.frames }, []);
    }
    const width = 2 * about.channels * BLOCK;
    for (let block = from; block < to; block++) {
      const part = bytes.slice((block - from) * width, Math.min(bytes.length, (block - from + 1) * width));
      loading.sent.add(block);
      this.host.say({ type: 'mediaBlock', high: loading.high, low: loading.low, block, bytes: part }, [part.buffer]);
    }
    loading.problem = null;
    this.release();   // the plan may have changed meanwhile
  }
}

/** Whether the server has all of a block. */
function isReady({ about, ready }: Loading, block: number): boolean {
  return ready >= Math.min(about!.frames, (block + 1) * BLOCK);
}

/** Some frames of a recording. */
export async function pcm(hash: string, link: string, from: number, frames: number): Promise<Uint8Array> {
  const answer = await fetch(`api/media/${hash}/sound?song=${link}&from=${from}&frames=${frames}`);
  if (!answer.ok) throw new Error(t('A recording could not be loaded from the server.'));
  return new Uint8Array(await answer.arrayBuffer());
}
