import { list, type Hands } from './hands';
import { NONE, type Handle } from './song';

/** A clip of recorded sound. */
export interface RecordedClip {
  readonly clip: Handle;
  readonly hash: string;
  /** Nanoseconds: where it begins to read, and how long its recording lasts, 0 if nobody knows. */
  readonly position: number;
  readonly lasts: number;
  /** Microseconds. */
  readonly fadeIn: number;
  readonly fadeOut: number;
  /** Hundredths of a decibel. */
  readonly gain: number;
  /** Microseconds a quarter note of the recording, where the clip follows the tempo; else 0. */
  readonly recorded: number;
}

export interface Take { readonly content: Handle; readonly name: string; readonly hash: string; readonly lasts: number }

export interface NewRecording { readonly hash: string; readonly name: string; readonly lasts: number }

/** Recorded sound in the song. Every gesture is one edit. */
export class SongMedia {
  constructor(private readonly hands: Hands) {}

  /** The clips of recorded sound by their handles. */
  clips(): ReadonlyMap<Handle, RecordedClip> {
    return this.hands.once('recordedClips', () => new Map((JSON.parse(this.hands.core.recordedClips()) as RecordedClip[]).map(each => [each.clip, each])));
  }

  /** The takes that a clip can play. */
  takes(clip: Handle): readonly Take[] {
    return this.hands.once(`takes ${clip}`, () => JSON.parse(this.hands.core.takesOf(clip)) as Take[]);
  }

  /** Lays a recording, or takes of one passage, on a track (`NONE`: a new one below `after`). Answers the clip. */
  lay(track: Handle, after: Handle, start: number, recordings: readonly NewRecording[], end = start, recorded = false): Handle {
    return this.hands.did(() => {
      recordings.forEach(each => this.hands.core.recording(each.hash, each.name, each.lasts));
      return Array.from(this.hands.core.layRecordings(track, after, Math.round(start), Math.round(end), recorded)).at(-1) ?? NONE;
    });
  }

  /** Fades in microseconds; −1 leaves one as it is. */
  fade(clips: readonly Handle[], fadeIn: number, fadeOut: number): void {
    this.hands.did(() => this.hands.core.fadeClips(list(clips), fadeIn, fadeOut));
  }

  /** Hundredths of a decibel. */
  setGain(clips: readonly Handle[], gain: number): void {
    this.hands.did(() => {
      this.hands.give({ gain });
      this.hands.core.setClips(list(clips));
    });
  }

  /** Lets clips follow the tempo: `microseconds` a quarter of the recording, 0 for the song's tempo there, −1 to follow no more. */
  follow(clips: readonly Handle[], microseconds: number): void {
    this.hands.did(() => this.hands.core.followTempo(list(clips), microseconds));
  }

  /** Lets a stretch of a clip play another take. */
  choose(clip: Handle, from: number, to: number, take: Handle): readonly Handle[] {
    return this.hands.did(() => Array.from(this.hands.core.chooseTake(clip, Math.round(from), Math.round(to), take)));
  }
}
