import type { Hands } from './hands';
import { list } from './hands';
import type { Handle } from './song';

/** What somebody has locked against assistants. */
export interface Lock {
  readonly handle: Handle;
  readonly on: 'song' | 'track' | 'note';
  /** The song, a track or a note. */
  readonly place: Handle;
  /** The content that a locked note lies in. */
  readonly content: Handle;
  /** In ticks of the song. */
  readonly start: number;
  /** In ticks; 0 if all of the place is locked. */
  readonly length: number;
  /** The holder's name and colour at that time. */
  readonly name: string;
  readonly colour: number;
  readonly own: boolean;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The exports of `browser.PageLocks`. */
export interface LocksCore {
  locks(): string;
  lockBars(places: Int32Array, from: number, to: number, now: number): void;
  lockTracks(tracks: Int32Array, now: number): void;
  lockNotes(notes: Int32Array, now: number): void;
  releaseLocks(locks: Int32Array, owner: boolean): void;
}

const SONG = -1;

/** What is locked against assistants. Every call that writes is one edit. */
export class SongLocks {
  /** Whether the song is this person's, who may release everybody's locks then. */
  owner = false;

  constructor(private readonly hands: Hands) {}

  all(): readonly Lock[] {
    return this.hands.once('locks', () => JSON.parse(this.hands.core.locks()));
  }

  ofSong(): readonly Lock[] { return this.all().filter(each => each.on === 'song'); }
  ofTrack(track: Handle): readonly Lock[] { return this.all().filter(each => each.on === 'track' && each.place === track); }

  /** Locked notes and their locks, by note. */
  notes(): ReadonlyMap<Handle, Lock> {
    return this.hands.once('locked notes', () => new Map(this.all().filter(each => each.on === 'note').map(each => [each.place, each])));
  }

  mayRelease(lock: Lock): boolean { return lock.own || this.owner; }

  /** Locks bars of tracks, or of the song if there are none, from one tick of the song to another. */
  lockBars(tracks: readonly Handle[], from: number, to: number): void {
    const places = list(tracks.length === 0 ? [SONG] : tracks);
    this.hands.did(() => this.hands.core.lockBars(places, Math.round(from), Math.round(to), Date.now()));
  }

  lockTracks(tracks: readonly Handle[]): void { this.hands.did(() => this.hands.core.lockTracks(list(tracks), Date.now())); }
  lockNotes(notes: readonly Handle[]): void { this.hands.did(() => this.hands.core.lockNotes(list(notes), Date.now())); }

  release(locks: readonly Lock[]): void {
    this.hands.did(() => this.hands.core.releaseLocks(list(locks.map(each => each.handle)), this.owner));
  }
}
