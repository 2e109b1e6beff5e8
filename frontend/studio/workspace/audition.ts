import { NONE, type Handle } from '../../song/song';
import type { Workspace } from './workspace';

/** Sounds a note or a chord at a time while it is drawn, moved or stepped to; one may switch that off. */
export class Audition {
  private track: Handle = NONE;
  private pitches: readonly number[] = [];
  private timer = 0;

  constructor(private readonly workspace: Workspace) {}

  /** The pitches that sound now. */
  get sounding(): readonly number[] {
    return this.pitches;
  }

  /** Sounds pitches on the opened clip's track until told otherwise; the same ones go on sounding. */
  start(pitches: number | readonly number[], velocity: number): void {
    if (this.workspace.roll.get('audition')) {
      this.play(pitches, velocity);
    }
  }

  /** Sounds a pitch even if drawing is silent: somebody pressed its key. */
  play(pitches: number | readonly number[], velocity: number): void {
    const track = this.workspace.openedClip?.track ?? NONE;
    const chord = typeof pitches === 'number' ? [pitches] : pitches;
    if (track === NONE || (track === this.track && chord.length === this.pitches.length && chord.every((pitch, at) => pitch === this.pitches[at]))) {
      return;
    }
    this.stop();
    this.track = track;
    this.pitches = chord;
    chord.forEach(pitch => this.workspace.song.transport.noteOn(track, pitch, velocity));
  }

  /** Sounds pitches for a moment. */
  touch(pitches: number | readonly number[], velocity: number): void {
    this.stop();
    this.start(pitches, velocity);
    this.timer = window.setTimeout(() => this.stop(), 250);
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.pitches.forEach(pitch => this.workspace.song.transport.noteOff(this.track, pitch));
    this.pitches = [];
    this.track = NONE;
  }
}
