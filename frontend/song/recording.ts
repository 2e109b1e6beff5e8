import type { AudioHost } from '../audio/audio-host';
import { t } from '../words/words';
import type { ByHand } from './by-hand';
import type { Hands } from './hands';
import { NONE, type Handle, type SongReading } from './song';
import type { SoundTaking } from './sound-taking';

export type RecordMode = 'takes' | 'overdub' | 'replace';

/** How this person records; kept in the browser. */
export interface Manner {
  mode: RecordMode;
  /** Bars of the count-in. */
  countIn: number;
  /** The grid that notes move to as they are written, in ticks; 0 for none. */
  step: number;
  /** Whether only the loop's range is recorded, which then does not loop. */
  punch: boolean;
  /** Whether the metronome knocks while recording. */
  click: boolean;
  /** Milliseconds by which this person's keyboard comes late. */
  late: number;
}

const KEPT = 'tutti-record';
const USUAL: Manner = { mode: 'takes', countIn: 1, step: 0, punch: false, click: true, late: 0 };

/** Recording what is played by hand, and capturing what was played before. One pass of recording is one edit. */
export class Recording {
  readonly manner: Manner = { ...USUAL, ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') };
  private since: number | null = null;
  private begins = 0;
  private range = { from: -1, to: -1 };
  private restore: (() => void)[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly makers = new Set<(clips: readonly Handle[]) => void>();
  private readonly advisers = new Set<(sentence: string, bad: boolean) => void>();
  private before = 0;
  /** A microphone that is recorded instead of keys. */
  taking: SoundTaking | null = null;

  constructor(private readonly hands: Hands & SongReading, private readonly sound: AudioHost, private readonly hand: ByHand) {
    sound.onLeaving = () => this.end();
    sound.onChange(() => this.watch());
  }

  /** Whether it records, the count-in included. */
  get on(): boolean { return this.since !== null; }
  /** The tick where what is recorded begins. */
  get from(): number { return this.range.from >= 0 ? this.range.from : this.begins; }
  get to(): number { return this.range.to; }

  set(change: Partial<Manner>): void {
    Object.assign(this.manner, change);
    localStorage.setItem(KEPT, JSON.stringify(this.manner));
    this.tell();
  }

  /** Starts to record from where the song stands, or from the loop's begin where that lies before it, after the count-in, or at once while it plays. */
  async start(taking: SoundTaking | null = null): Promise<void> {
    if (this.on) {
      return;
    }
    this.taking = taking;
    this.since = performance.now();
    this.before = this.hand.pressed;
    this.hands.core.recordFrom(this.since);
    this.range = { from: -1, to: -1 };
    this.hand.remember(true);
    this.usePunch();
    this.useLoop();
    if (this.manner.click && !this.sound.metronome) {
      this.sound.setMetronome(true);
      this.restore.push(() => this.sound.setMetronome(false));
    }
    this.begins = Math.max(0, Math.round(this.sound.playhead));
    if (taking) {
      taking.startTick = this.sound.playing ? null : this.begins;
      taking.begin(this.range.from, this.range.to);
    }
    this.tell();
    if (!this.sound.playing) {
      await this.sound.play(this.countIn(this.begins));
    }
  }

  private usePunch(): void {
    const { from, to, on } = this.sound.loop;
    if (!this.manner.punch || to <= from) {
      return;
    }
    this.range = { from, to };
    if (on) {
      this.sound.setLoop(from, to, false);
      this.restore.push(() => this.sound.setLoop(from, to, true));
    }
    if (!this.sound.playing && (this.sound.playhead >= to || this.sound.playhead < from)) {
      this.sound.seek(Math.max(0, from - this.bar(from)));
    }
  }

  /** Takes of a loop begin in it: what lies behind it would play on, and nothing come round. */
  private useLoop(): void {
    const { from, to, on } = this.sound.loop;
    if (on && to > from && !this.sound.playing && this.sound.playhead >= to) {
      this.sound.seek(from);
    }
  }

  private bar(tick: number): number {
    const metre = this.hands.metres().filter(each => each.start <= tick).at(-1);
    return metre ? 3840 * metre.numerator / metre.denominator : 3840;
  }

  /** Knocks before the song plays, or none. */
  private countIn(tick: number): { beats: number; perBar: number; seconds: number } | undefined {
    const metre = this.hands.metres().filter(each => each.start <= tick).at(-1);
    const perBar = metre?.numerator ?? 4;
    const beat = 3840 / (metre?.denominator ?? 4);
    return this.manner.countIn === 0 ? undefined
      : { beats: this.manner.countIn * perBar, perBar, seconds: this.hands.seconds(tick + beat) - this.hands.seconds(tick) };
  }

  /** Writes down what was played and records no more; playing goes on. Returns the clips that were made. */
  finish(): readonly Handle[] {
    const { since } = this;
    if (since === null) {
      return [];
    }
    this.since = null;
    this.hand.remember(false);
    const { taking } = this;
    this.taking = null;
    if (taking) {
      this.restore.splice(0).forEach(undo => undo());
      this.tell();
      void taking.end().then(clip => {
        if (clip !== NONE) this.makers.forEach(listener => listener([clip]));
        else this.advise(t('Nothing was heard long enough to be kept.'), false);
        this.tell();
      });
      return [];
    }
    if (this.hand.pressed === this.before) {
      this.advise(t('Nothing was played, so nothing was recorded: open the keys, or connect a MIDI keyboard there.'), false);
    }
    this.restore.splice(0).forEach(undo => undo());
    const { mode, step, late } = this.manner;
    try {
      const made = this.hands.did(() => Array.from(
        this.hands.core.record(since, performance.now(), late, mode, step, this.range.from, this.range.to)));
      if (made.length > 0) {
        queueMicrotask(() => this.makers.forEach(listener => listener(made)));
      }
      return made;
    } finally {
      this.tell();
    }
  }

  /** Finishes where nobody waits for an answer: what is in the way is told. */
  private end(): void {
    try {
      this.finish();
    } catch (problem) {
      this.advise(problem instanceof Error ? problem.message : String(problem), true);
    }
  }

  private advise(sentence: string, bad: boolean): void {
    this.advisers.forEach(listener => listener(sentence, bad));
  }

  /** What the person should know of a recording, in a sentence. */
  onAdvice(listener: (sentence: string, bad: boolean) => void): () => void {
    this.advisers.add(listener);
    return () => this.advisers.delete(listener);
  }

  /** Records, or stops recording while playing goes on. */
  toggle(): void {
    if (this.on) {
      this.finish();
    } else {
      void this.start();
    }
  }

  /** What `capture` would take: nothing, what was played to the song, or what was played without it. */
  get capturable(): 'nothing' | 'song' | 'alone' { return (['nothing', 'song', 'alone'] as const)[this.hands.core.canCapture()] ?? 'nothing'; }

  /** Makes clips of what was just played without recording; what was not played to the song begins at a tick. */
  capture(tick: number): readonly Handle[] {
    if (this.capturable === 'nothing') {
      throw new Error(t('Nothing was played lately: play a key first, then capture it.'));
    }
    const { late, step } = this.manner;
    return this.hands.did(() => Array.from(this.hands.core.capture(performance.now(), Math.round(tick), late, step)));
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Clips that a recording made. */
  onMade(listener: (clips: readonly Handle[]) => void): () => void {
    this.makers.add(listener);
    return () => this.makers.delete(listener);
  }

  /** Ends a punched recording where its range ends. */
  watch(): void {
    this.hand.follow();
    if (this.on && this.range.to >= 0 && this.sound.playing && this.sound.playhead >= this.range.to) {
      this.end();
    }
  }

  private tell(): void {
    this.listeners.forEach(listener => listener());
  }
}
