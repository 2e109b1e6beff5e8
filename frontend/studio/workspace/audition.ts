import { NONE, type Handle } from '../../song/song';
import type { Workspace } from './workspace';

/** Sounds one note at a time while it is drawn, moved or stepped to. */
export class Audition {
  private track: Handle = NONE;
  private pitch = -1;
  private timer = 0;

  constructor(private readonly workspace: Workspace) {}

  /** Sounds a pitch on the opened clip's track until told otherwise; the same pitch goes on sounding. */
  start(pitch: number, velocity: number): void {
    const track = this.workspace.openedClip?.track ?? NONE;
    if (track === NONE || (track === this.track && pitch === this.pitch)) {
      return;
    }
    this.stop();
    this.track = track;
    this.pitch = pitch;
    this.workspace.song.transport.noteOn(track, pitch, velocity);
  }

  /** Sounds a pitch for a moment. */
  touch(pitch: number, velocity: number): void {
    this.stop();
    this.start(pitch, velocity);
    this.timer = window.setTimeout(() => this.stop(), 250);
  }

  stop(): void {
    window.clearTimeout(this.timer);
    if (this.pitch >= 0) {
      this.workspace.song.transport.noteOff(this.track, this.pitch);
      this.pitch = -1;
      this.track = NONE;
    }
  }
}
