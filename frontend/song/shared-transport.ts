import type { AudioHost } from '../audio/audio-host';
import type { Report } from '../audio/messages';
import type { PageCore } from './core';
import type { Person } from './song';

/** Milliseconds between two questions for the time: often at first, then each second. */
const SOON = 100;
const LATER = 1_000;
const FIRST = 20;
/** Milliseconds from now to the soonest moment at which playing can begin here. */
const READY = 60;
/** Seconds from the others' moment within which a page goes on instead of jumping. */
const NEAR = 0.1;

interface State {
  readonly playing: boolean;
  readonly tick: number;
  readonly at: string;
  readonly loopFrom: number;
  readonly loopTo: number;
  readonly by: string;
  /** The session whose page alone sounds, or ''. */
  readonly sounding: string;
}

/**
 * A transport for all who join it: one presses play and everybody hears the same moment. Who is not in it plays alone, as
 * usual.
 */
export class SharedTransport {
  private readonly listeners = new Set<() => void>();
  private timer: number | undefined;
  private asked = 0;
  private joins = false;
  private shown = '';
  private state: State = { playing: false, tick: 0, at: '0', loopFrom: 0, loopTo: 0, by: '', sounding: '' };
  private sessions: readonly string[] = [];
  private latest: Report | null = null;

  constructor(
    private readonly core: PageCore, private readonly sound: AudioHost, private readonly people: () => readonly Person[],
    private readonly flush: () => void,
  ) {}

  /** Whether this page is in it. */
  get joined(): boolean { return this.joins; }
  /** Whether it plays, for those who are in it. */
  get playing(): boolean { return this.state.playing; }
  /** Those who are in it, this person among them. */
  get members(): readonly Person[] { return this.people().filter(each => this.sessions.includes(each.session)); }
  /** Who moved it last. */
  get mover(): Person | undefined { return this.people().find(each => each.session === this.state.by); }
  /** Whose page alone sounds, while they are here; undefined if every page does. */
  get sounding(): Person | undefined { return this.state.sounding === '' ? undefined : this.people().find(each => each.session === this.state.sounding); }

  /** Lets only this page sound, as in a class. */
  soundHere(): void { this.say('here', 0); }

  /** Lets every page sound again. */
  soundEverywhere(): void { this.say('everywhere', 0); }

  /** Seconds by which this page was behind the others' moment when it last looked. */
  get lacks(): number { return this.core.lacks(); }

  join(): void {
    this.joins = true;
    this.sound.conductor = this;
    this.say('join', 0);
    this.obey();
  }

  leave(): void {
    this.joins = false;
    this.sound.conductor = null;
    this.say('leave', 0);
    if (this.sound.playing) {
      this.sound.stop();
    }
    this.tell();
  }

  /** Asks that all play from where this page stands. */
  play(): void { this.say('play', this.sound.playhead); }

  stop(): void { this.say('stop', this.sound.playhead); }

  seek(tick: number): void { this.say(this.state.playing ? 'play' : 'stop', tick); }

  /** The connection is there again. */
  online(): void {
    this.asked = 0;
    window.clearTimeout(this.timer);
    this.ask();
    if (this.joins) {
      this.say('join', 0);
    }
  }

  private ask(): void {
    this.core.askTime(performance.now());
    this.flush();
    this.timer = window.setTimeout(() => this.ask(), ++this.asked < FIRST ? SOON : LATER);
  }

  private say(move: 'join' | 'leave' | 'play' | 'stop' | 'here' | 'everywhere', tick: number): void {
    const { from, to, on } = this.sound.loop;
    this.core.conduct(move, Math.round(tick), on ? Math.round(from) : 0, on ? Math.round(to) : 0);
    this.flush();
  }

  /** Looks what it does now; told after each frame from the server. */
  take(): void {
    const text = this.core.sharedTransport();
    if (text === this.shown) {
      this.hush();
      return;
    }
    this.shown = text;
    const [state, ...sessions] = JSON.parse(text) as [State, ...{ session: string }[]];
    const moved = state.at !== this.state.at;
    this.state = state;
    this.sessions = sessions.map(each => each.session);
    this.hush();
    if (moved && this.joins && !this.goesOn()) {
      this.obey();
    }
    this.tell();
  }

  /** Is silent while another page alone sounds; who it is may have come or gone. */
  private hush(): void {
    const { sounding } = this;
    this.sound.hush(sounding !== undefined && !sounding.self);
  }

  /** Whether this page is already where the transport is, as when the song's tempo changed beneath it. */
  private goesOn(): boolean {
    const { latest } = this;
    return this.state.playing && this.sound.playing && latest !== null && Math.abs(this.core.lacksAt(latest.time, latest.tick)) < NEAR;
  }

  /** The sound was made anew: it takes its place again. */
  again(): void {
    if (this.joins) this.obey();
  }

  /** Does what the transport does. */
  private obey(): void {
    const { playing, tick, loopFrom, loopTo } = this.state;
    if (playing) {
      void this.sound.ready().then(() => {
        const start = this.core.sharedStart(performance.now() + READY);
        if (start.length === 2 && this.joins) {
          this.sound.loopAs(loopFrom, loopTo);
          this.sound.playAt(start[0]!, start[1]!);
        }
      });
    } else {
      this.sound.standAt(tick);
    }
  }

  /** Stays with the others. */
  report(report: Report): void {
    this.latest = report.playing && report.starts <= 0 ? report : null;
    if (!this.joins || !this.state.playing || !report.playing || report.starts > 0) {
      return;
    }
    const ahead = this.core.follow(performance.now(), report.time, report.tick);
    if (Number.isNaN(ahead)) {
      this.obey();
    } else if (ahead !== 0) {
      this.sound.nudge(ahead);
    }
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.sound.conductor = null;
    this.listeners.clear();
  }

  private tell(): void {
    this.listeners.forEach(listener => listener());
  }
}
