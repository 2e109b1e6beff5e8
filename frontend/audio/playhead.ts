import type { Report } from './messages.js';

/** The song's clock, which the core keeps. */
export interface SongClock {
  seconds(tick: number): number;
  tick(seconds: number): number;
}

/** Where playing is, between the engine's reports. */
export class Playhead {
  private tick = 0;
  private time = 0;
  private moving = false;
  private waits = false;
  private loopFrom = 0;
  private loopTo = 0;
  private looping = false;

  constructor(private readonly clock: SongClock) {}

  report(report: Report): void {
    this.tick = report.tick;
    this.time = report.time + report.starts;
    this.waits = report.starts > 0;
    this.moving = report.playing;
  }

  /** Stands at a tick until the next report. */
  put(tick: number): void {
    this.tick = tick;
    this.moving = false;
  }

  /** Seconds until playing begins, at a context's time less the way to the ear; 0 once it has. */
  counts(time: number, latency: number): number {
    return this.moving && this.waits ? Math.max(0, this.time - (time - latency)) : 0;
  }

  loop(from: number, to: number, on: boolean): void {
    this.loopFrom = from;
    this.loopTo = to;
    this.looping = on && to > from;
  }

  /** The tick heard at a context's time less the way to the ear, both in seconds. */
  at(time: number, latency: number): number {
    if (!this.moving) return this.tick;
    const ahead = Math.max(this.waits ? 0 : -Infinity, Math.min(0.5, time - latency - this.time));
    const now = this.clock.tick(Math.max(0, this.clock.seconds(this.tick) + ahead));
    const length = this.loopTo - this.loopFrom;
    return this.looping && this.tick < this.loopTo && now >= this.loopTo ? this.loopFrom + (now - this.loopFrom) % length : now;
  }
}
