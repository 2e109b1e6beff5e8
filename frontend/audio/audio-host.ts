import type { Handle, Transport } from '../song/song.js';
import { deviceTime, latencyOf, type DeviceTime } from './device-time.js';
import { EngineNode, type Build } from './engine-node.js';
import { TRIED, type ByHand, type Heard, type Report, type Said } from './messages.js';
import { Freezer, type Freezable, type FrozenState } from './freezer.js';
import { Playhead, type SongClock } from './playhead.js';
import { MediaLoader } from './media-loader.js';
import { needsGesture, withFirstGesture } from './gesture.js';
import { Quiet } from './quiet.js';
import { Trial } from './trial.js';
import { Stretcher } from './stretcher.js';
import { SoundDevice, type Buffering } from './sound-device.js';
import { Sounds } from './sounds.js';
import { t } from '../words/words.js';

/** What the host must know of the song; the core answers all of it. */
export interface Playable extends SongClock, Freezable {
  /** The song compiled for a sample rate, as `Score.packed()`. */
  score(rate: number): Int32Array;
  /** The faders alone, as `ScoreCompiler.mixer()`. */
  mixer(): Int32Array;
  /** The song's link, which answers for who asks for a recording. */
  readonly link: string;
  /** The whole hash of a file of the song by its first digits. */
  mediaHash(digits: string): string | null;
  /** Where all parameters of all devices stand, three numbers each: device, place, value. */
  parameters(): Float64Array;
}

/** Who moves the transport instead of this page alone. */
export interface Conductor {
  play(): void;
  stop(): void;
  seek(tick: number): void;
}

const MASTER: Handle = -1;
/** Milliseconds within which all who ask for a peak get the same: less than a frame. */
const TOGETHER = 6;
/** Milliseconds that playing waits for the sounds it needs first. */
const PATIENCE = 4000;
/** Seconds from the playhead whose sounds playing waits for; those of later notes come while it plays. */
const FIRST = 2;
/** Seconds from the playhead whose keys the engine tells, `Needs.SECONDS`. */
const KEYS_TOLD = 10;
const LATE = 'A recording has not come in time: it is silent until it is here. Stop for a moment, or play on.';
/** Frames by which page and engine may differ on where a tick lies, and more. */
const CELL = 64;

/**
 * The page's side of the sound: an AudioContext with the engine in its worklet. Sounds load while nobody listens yet; the
 * first `play` or note, from a gesture, lets the context speak.
 */
export class AudioHost implements Transport {
  private context: AudioContext | null = null;
  private engine: EngineNode | null = null;
  private making: Promise<EngineNode> | null = null;
  private starting: Promise<void> | null = null;
  private readonly head: Playhead;
  private readonly freezer: Freezer;
  /** Stretches recordings to the song's tempo. */
  readonly stretcher: Stretcher;
  /** Bytes of sound that this page may hold: presets, recordings, stretched and frozen sound. */
  room = 150e6;
  /** Brings recordings to the engine. */
  readonly media: MediaLoader;
  /** How the sound leaves the page. */
  readonly device = new SoundDevice();
  /** Silence while another page alone sounds. */
  readonly quiet = new Quiet();
  /** Sounds tried out beside the song. */
  readonly trial = new Trial({
    say: (message, transfer) => this.say(message, transfer), speak: () => this.speak(), complain: error => this.complain(error),
  });
  private readonly listeners = new Set<() => void>();
  private readonly sounds = new Sounds({
    say: (message, transfer) => this.say(message, transfer), own: address => this.song.ownPreset(address),
    tell: () => this.tell(), complain: error => this.complain(error), notice: sentence => this.onNotice?.(sentence),
    room: () => Math.max(this.room / 4, this.room * 7 / 8 - this.freezer.bytes - this.stretcher.bytes),
  });
  private readonly waiting: Said[] = [];
  private peaks = new Map<Handle, [number, number]>();
  private readonly shown = new Map<Handle, { readonly at: number; readonly peak: readonly [number, number] }>();
  private order: readonly Handle[] = [];
  private isPlaying = false;
  private wantsToPlay = false;
  private clicks = false;
  private range = { from: 0, to: 0, on: false };
  private commands = 0;
  /** Whether the engine has said which sounds it lacks. */
  private answered = false;
  private watched: readonly Handle[] = [];
  private measured: Float32Array | null = null;
  private probing: Handle | null = null;
  private readonly reductions = new Map<Handle, number>();
  private looked: readonly Handle[] = [];
  private readonly tones = new Map<Handle, Float32Array>();
  private scheduled: 'none' | 'faders' | 'notes' = 'none';
  private trouble: string | null = null;
  private holds = false;
  private loudness = Number(localStorage.getItem('tutti-metronome') ?? 0);

  /** Who moves the transport instead, or null. */
  conductor: Conductor | null = null;
  /** Each report of the engine's, before it is used. */
  onReport: ((report: Report, device: DeviceTime) => void) | null = null;
  onLoop: ((from: number, to: number, on: boolean) => void) | null = null;
  /** Playing is about to stop or jump. */
  onLeaving: (() => void) | null = null;
  /** The sound was made anew, after its buffer was chosen. */
  onRestarted: (() => void) | null = null;
  /** Something that the person should know of the sound, in a sentence. */
  onNotice: ((sentence: string) => void) | null = null;
  /** The sound has gaps on this machine. */
  onStutter: (() => void) | null = null;
  /** The context's second that is heard at a millisecond. */
  deviceSeconds: (millis: number) => number = () => 0;

  constructor(private readonly song: Playable) {
    this.head = new Playhead(song);
    this.media = new MediaLoader({
      link: () => song.link, hashOf: digits => song.mediaHash(digits), say: (message, hand) => this.engine?.say(message, hand), tell: () => this.tell(),
      budget: () => Math.max(this.room / 8, this.room - this.sounds.bytes - this.freezer.bytes - this.stretcher.bytes),
    });
    this.media.onLate = () => this.onNotice?.(LATE);
    this.stretcher = new Stretcher(this.media, (message, hand) => this.engine?.say(message, hand), () => this.tell(), sentence => this.onNotice?.(sentence));
    this.freezer = new Freezer(song, () => this.tell(), this.media);
  }

  get playing(): boolean { return this.isPlaying || this.wantsToPlay; }
  get metronome(): boolean { return this.clicks; }
  get loop(): { readonly from: number; readonly to: number; readonly on: boolean } { return this.range; }
  get loading(): number { return this.sounds.pending + this.media.pending; }
  /** Whether the browser lets this page sound only once somebody has pressed something in it. */
  get awaitsGesture(): boolean { return this.holds; }
  /** A sentence on what keeps the sound away, or null. */
  get problem(): string | null { return this.trouble; }
  get silent(): boolean { return this.trouble !== null && !this.engine; }
  /** Which build of the engine runs, once one does. */
  get build(): Build | null { return this.engine?.build ?? null; }
  /** What is heard, for who wants to measure it; null while there is no engine. */
  get output(): AudioNode | null { return this.engine ? this.quiet.output : null; }
  get audioContext(): AudioContext | null { return this.context; }
  /** Seconds from the engine to the ear. */
  get latency(): number { return this.context ? latencyOf(this.context) : 0; }

  get playhead(): number {
    return this.context ? Math.max(0, this.head.at(this.context.currentTime, this.latency)) : this.head.at(0, 0);
  }

  /** Makes the engine while the song is still on its way; needs no gesture. */
  warm(): void {
    this.making ??= this.make();
    this.making.catch(() => {});   // told by who needs it
  }

  /** Makes the engine and loads the song's sounds; needs no gesture. Failing is told by `problem`. */
  prepare(): Promise<void> {
    this.starting ??= this.start().catch((error: unknown) => {
      this.starting = null;
      this.making = null;
      this.fail(error);
    });
    return this.starting;
  }

  /** Seconds until the count-in is over; 0 where there is none. */
  get countsIn(): number { return this.context ? this.head.counts(this.context.currentTime, this.latency) : 0; }

  /** Plays, after some knocks if they are asked for. */
  async play(countIn?: { beats: number; perBar: number; seconds: number }): Promise<void> {
    if (this.conductor) {
      await this.speak();
      this.conductor?.play();
      return;
    }
    this.wantsToPlay = true;
    this.tell();
    await this.speak();
    const late = performance.now() + PATIENCE;
    while (this.wantsToPlay && !this.hasFirst() && performance.now() < late) {
      await new Promise(resolve => setTimeout(resolve, 15));
    }
    if (this.wantsToPlay) this.say(countIn ? { type: 'countIn', tick: this.playhead, ...countIn } : { type: 'play' });
  }

  /** Whether the sounds are here that play next. */
  private hasFirst(): boolean {
    const place = this.frame(this.playhead);
    return this.quiet.on || this.answered && this.sounds.neededBefore(this.soon(place), place - CELL) === 0 && this.media.pending === 0;
  }

  /** The frame up to which sounds are waited for, from a place on. */
  private soon(place: number): number { return place + FIRST * this.rate; }

  /** Plays so that a tick is heard with a second of the context's. */
  playAt(tick: number, at: number): void {
    if (this.playing) this.onLeaving?.();
    this.wantsToPlay = true;
    this.head.put(tick);
    this.say({ type: 'playAt', tick, at });
    this.tell();
  }

  /** Hurries by some seconds, or dawdles if negative, without a jump. */
  nudge(seconds: number): void { this.say({ type: 'nudge', seconds }); }

  /** Lets the context speak; needs a gesture before. */
  ready(): Promise<void> { return this.speak(); }

  stop(): void {
    this.halt();
    this.conductor?.stop();
  }

  /** Stands at a tick, whoever asked for it. */
  standAt(tick: number): void {
    if (this.playing) this.halt();
    this.go(tick);
  }

  private halt(): void {
    if (this.playing) this.onLeaving?.();
    const heard = this.playhead;
    this.wantsToPlay = false;
    this.isPlaying = false;
    this.head.put(heard);
    this.say({ type: 'stop' });
    this.say({ type: 'seek', tick: heard });
    this.tell();
  }

  seek(tick: number): void {
    if (this.conductor) {
      this.conductor.seek(Math.max(0, tick));
    } else {
      this.go(tick);
    }
  }

  private go(tick: number): void {
    if (this.playing) this.onLeaving?.();
    this.head.put(Math.max(0, tick));
    this.media.at(this.frame(Math.max(0, tick)));
    const asks = this.sounds.pending > 0;   // other sounds may come first from there
    if (asks) this.answered = false;
    this.say({ type: 'seek', tick: Math.max(0, tick), asks });
    this.tell();
  }

  setLoop(from: number, to: number, on: boolean): void {
    this.loopAs(from, to, on);
    if (this.conductor && this.playing) this.conductor.seek(this.playhead);
  }

  /** Loops without asking the conductor. */
  loopAs(from: number, to: number, on = to > from): void {
    this.range = { from, to, on };
    this.head.loop(from, to, on);
    this.media.loop(this.frame(from), this.frame(to), on);
    this.onLoop?.(from, to, on);
    this.say({ type: 'loop', from, to, on });
    this.tell();
  }

  /** How loud the metronome is, in hundredths of a dB above −12 dBFS. */
  get metronomeVolume(): number { return this.loudness; }

  setMetronome(on: boolean, volume = this.loudness): void {
    this.clicks = on;
    this.loudness = volume;
    localStorage.setItem('tutti-metronome', String(volume));
    this.say({ type: 'metronome', on, volume });
    this.tell();
  }

  noteOn(track: Handle, pitch: number, velocity: number): void { this.press(track, pitch, velocity); }
  noteOff(track: Handle, pitch: number): void { this.release(track, pitch); }

  /** A key goes down: at once, or when a millisecond of the page's is heard. */
  press(track: Handle, key: number, velocity: number, hand = 0, at?: number): void {
    void this.speak();
    this.byHand({ type: 'noteOn', track, key, velocity, hand }, at);
  }

  release(track: Handle, key: number, hand = 0, at?: number): void {
    this.byHand({ type: 'noteOff', track, key, hand }, at);
  }

  control(track: Handle, number: number, value: number, hand = 0, at?: number): void {
    this.byHand({ type: 'control', track, number, value, hand }, at);
  }

  letGo(hand: number, at?: number): void { this.byHand({ type: 'letGo', hand }, at); }

  private byHand(said: ByHand, at?: number): void {
    if (at === undefined) {
      this.say(said);
    } else {
      this.engine?.say({ type: 'later', at: this.deviceSeconds(at) + this.latency, said });
    }
  }

  preview(track: Handle, volume: number, pan: number): void {
    const numbers = this.song.mixer();
    for (let at = 0; at < numbers.length; at += 4) {
      if (numbers[at] === track) {
        numbers[at + 1] = volume;
        numbers[at + 2] = pan;
      }
    }
    this.say({ type: 'faders', numbers });
  }

  /** Lets a device sound as if a parameter stood elsewhere, while a knob moves and before there is an edit. */
  previewParameter(device: Handle, place: number, value: number): void {
    this.say({ type: 'parameters', numbers: Float64Array.of(device, place, value) });
  }

  /** Keeps automation from moving something while a hand does, or lets it. */
  hold(name: Handle, place: number, on: boolean): void { this.say({ type: 'hold', name, place, on }); }

  /** Measures loudness and spectrum of a strip by the engine's name for it from now on, or of none. */
  probe(name: Handle | null): void {
    this.measured = null;
    this.probing = name;
    this.say({ type: 'probe', name: name ?? MASTER, on: name !== null });
  }

  resetProbe(): void { this.say({ type: 'resetProbe' }); }

  /** What was measured last, as `Report.probed`. */
  get probed(): Float32Array | null { return this.measured; }

  /** Asks for the gain reduction of some devices from now on. */
  watch(devices: readonly Handle[]): void {
    this.watched = devices;
    this.reductions.clear();
    this.say({ type: 'watch', devices: Int32Array.from(devices) });
  }

  /** The deepest gain reduction of a device that is watched since it was last asked for, in dB, 0 or less. */
  reduction(device: Handle): number {
    const deepest = this.reductions.get(device) ?? 0;
    this.reductions.delete(device);
    return deepest;
  }

  /** Asks for what some audio tools hear and do from now on; none stops it. */
  look(devices: readonly Handle[]): void {
    this.looked = devices;
    this.tones.clear();
    this.say({ type: 'look', devices: Int32Array.from(devices) });
  }

  /** What a tool that is looked at heard and did last, for `Tone`; null before anything came. */
  tone(device: Handle): Float32Array | null { return this.tones.get(device) ?? null; }

  /** How a frozen track stands, or null for one that isn't. */
  frozen(track: Handle): FrozenState | null { return this.freezer.state(track); }

  /** Is silent while another page alone sounds, or sounds again. */
  hush(quiet: boolean): void {
    if (this.quiet.ask(quiet)) this.tell();
  }

  /** Lets the person hear it here though another page alone shall sound, or not. */
  hearHere(here: boolean): void {
    this.quiet.listen(here);
    this.tell();
  }

  panic(): void {
    this.say({ type: 'panic' });
  }

  peak(track: Handle): readonly [number, number] {
    const shown = this.shown.get(track);
    const now = performance.now();
    if (shown && now - shown.at < TOGETHER) return shown.peak; // two meters of one track show the same
    const peak = this.peaks.get(track) ?? [0, 0];
    this.peaks.delete(track);
    this.shown.set(track, { at: now, peak });
    return peak;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The song changed: its notes and tracks, or only its faders. Told to the engine once a frame at most. */
  changed(what: 'notes' | 'faders'): void {
    this.freezer.changed();
    if (this.scheduled === 'none') setTimeout(() => this.send(), 16);
    if (this.scheduled !== 'notes') this.scheduled = what;
  }

  /** Seconds that the sound is buffered, as far as the browser tells. */
  get buffered(): number { return this.context?.baseLatency ?? 0; }

  /** Sends the sound through another device, '' being the system's. Fails if the browser does not let it. */
  chooseOutput(id: string): Promise<void> { return this.device.choose(this.context, id); }

  /** Buffers the sound longer or shorter from now on. Playing goes on after a moment. */
  async buffer(buffering: Buffering): Promise<void> {
    this.device.buffering = buffering;
    const { context } = this;
    if (!context || !this.engine) return;
    const plays = this.playing;
    const tick = this.playhead;
    if (plays) this.onLeaving?.();
    this.engine = null;
    this.context = null;
    this.starting = null;
    this.making = null;
    this.sounds.forget();
    this.trial.forget();
    this.commands = 0;
    this.answered = false;
    this.media.forget();
    this.quiet.forget();
    this.stretcher.forget();
    this.isPlaying = false;
    this.wantsToPlay = plays && !this.conductor;
    this.head.put(tick);
    this.say({ type: 'seek', tick });
    this.say({ type: 'loop', ...this.range });
    this.say({ type: 'metronome', on: this.clicks, volume: this.loudness });
    this.watch(this.watched);
    this.look(this.looked);
    this.probe(this.probing);
    await context.close();
    await this.prepare();
    if (this.conductor) {
      this.onRestarted?.();
    } else if (this.wantsToPlay) {
      await this.play();
    }
  }

  /** Lets the sound go; the host is not used after. */
  async close(): Promise<void> {
    this.listeners.clear();
    this.waiting.length = 0;
    this.freezer.close();
    this.media.close();
    this.stretcher.close();
    await this.context?.close();
  }

  private async make(): Promise<EngineNode> {
    const context = this.context ?? await this.device.open();
    this.context = context;
    return EngineNode.create(context, message => {
      if (this.context === context) this.heard(message);
    });
  }

  private async start(): Promise<void> {
    this.making ??= this.make();
    this.engine = await this.making;
    const context = this.engine.node.context as AudioContext;
    this.engine.node.connect(this.quiet.node(context));
    this.stretcher.build = this.engine.build;
    this.trouble = null;
    this.scheduled = 'notes';
    const waiting = this.waiting.splice(0);
    this.send();
    waiting.forEach(message => this.say(message));
    this.freezer.begin({
      rate: context.sampleRate, build: this.engine.build,
      freeze: (track, { fingerprint, frames, parts }) =>
        this.engine?.say({ type: 'frozen', track, fingerprint, frames, parts }, parts.map(part => part.buffer)),
      thaw: track => this.say({ type: 'thaw', track }),
    });
    this.tell();
  }

  private async speak(): Promise<void> {
    await this.prepare();
    const { context } = this;
    if (context && needsGesture(context)) {
      this.holds = true;
      this.tell();
      await withFirstGesture(context);
      this.holds = false;
      this.tell();
    } else if (context && context.state !== 'running') {
      // Firefox lets the context wait without a word where there is nothing to sound through.
      const late = window.setTimeout(() => this.complain(t('the browser holds it back. Plug in headphones or speakers, or allow this page to play sound.')), PATIENCE);
      try {
        await context.resume();
        this.trouble = null;
      } finally {
        window.clearTimeout(late);
      }
    }
  }

  private send(): void {
    const what = this.scheduled;
    this.scheduled = 'none';
    if (!this.context || !this.engine || what === 'none') return;
    try {
      if (what === 'faders') {
        this.say({ type: 'faders', numbers: this.song.mixer() });
        const numbers = this.song.parameters();
        if (numbers.length > 0) this.say({ type: 'parameters', numbers });
      } else {
        this.order = this.song.playing();
        this.say({ type: 'score', numbers: this.song.score(this.context.sampleRate) });
      }
    } catch (error) {
      this.fail(error);
    }
  }

  private say(message: Said, transfer: Transferable[] = []): void {
    if (!this.engine) {
      this.waiting.push(message);
      return;
    }
    if (message.type !== 'score' && message.type !== 'preset' && message.type !== 'later') this.commands++;
    this.engine.say(message, transfer);
  }

  private heard(message: Heard): void {
    switch (message.type) {
      case 'report': this.report(message); break;
      case 'missing':
        this.answered = true;
        this.quiet.whenHeard(() => {
          const place = this.frame(this.playhead);
          this.sounds.want(message.needs, message.asked, { from: place - CELL, to: this.soon(place), told: place + KEYS_TOLD * this.rate });
          this.stretcher.want(message.stretches);
          const { from, to, on } = this.range;
          this.media.want(message.media, { frame: place, rate: this.rate, loop: { from: this.frame(from), to: this.frame(to), on } });
        });
        break;
      case 'loaded':
        if (message.address === TRIED) {
          this.trial.arrived();
          return;
        }
        this.sounds.arrived(message.address);
        break;
      case 'froze': this.freezer.froze(message.track); break;
      case 'failed': this.fail(new Error(message.message)); break;
    }
  }

  /** The frame of the score at a tick. */
  private frame(tick: number): number { return Math.round(this.song.seconds(tick) * this.rate); }

  private get rate(): number { return this.context?.sampleRate ?? 48_000; }

  private report(report: Report): void {
    if (report.playing) {
      this.media.at(this.frame(report.tick));
      this.media.listen();
    }
    if (this.context && this.onReport) this.onReport(report, deviceTime(this.context));
    this.order.concat(MASTER).forEach((track, index) => {
      const before = this.peaks.get(track) ?? [0, 0];
      this.peaks.set(track, [Math.max(before[0], report.peaks[2 * index] ?? 0), Math.max(before[1], report.peaks[2 * index + 1] ?? 0)]);
    });
    this.watched.forEach((device, index) =>
      this.reductions.set(device, Math.min(this.reductions.get(device) ?? 0, report.reductions[index] ?? 0)));
    report.tones.forEach((tone, index) => {
      const device = this.looked[index];
      if (device !== undefined) this.tones.set(device, tone);
    });
    if (report.probed && this.probing !== null) this.measured = report.probed;
    if (report.obeyed < this.commands) return;   // it tells of a time before the last command
    this.head.report(report);
    if (this.context && report.playing && this.device.stutters(this.context, performance.now())) this.onStutter?.();
    if (report.playing !== this.isPlaying) {
      this.isPlaying = report.playing;
      if (report.playing) this.wantsToPlay = false;
      this.tell();
    }
  }

  private fail(error: unknown): void {
    this.wantsToPlay = false;
    this.complain(error);
  }

  private complain(error: unknown): void {
    this.trouble = error instanceof Error ? error.message : String(error);
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach(listener => listener());
  }
}
