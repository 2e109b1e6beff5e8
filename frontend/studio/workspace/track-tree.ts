import { NONE, type Handle, type Track } from '../../song/song';
import type { Seen } from './seen';

/** The tracks as one person sees them: which folders are folded, and so which tracks have a row. */
export class TrackTree {
  private readonly folded = new Set<Handle>();
  private cached: { readonly of: readonly Track[]; readonly shown: readonly Track[] } | null = null;

  constructor(private readonly seen: Seen, private readonly changed: () => void) {}

  /** The tracks that have a row, in order. */
  get shown(): readonly Track[] {
    const tracks = this.seen.tracks;
    if (this.cached?.of !== tracks) {
      const byHandle = new Map(tracks.map(track => [track.handle, track]));
      this.cached = { of: tracks, shown: tracks.filter(track => !this.isHidden(track, byHandle)) };
    }
    return this.cached!.shown;
  }

  private isHidden(track: Track, tracks: ReadonlyMap<Handle, Track>): boolean {
    const folder = tracks.get(track.folder);
    return folder !== undefined && (this.folded.has(folder.handle) || this.isHidden(folder, tracks));
  }

  isFolded(folder: Handle): boolean {
    return this.folded.has(folder);
  }

  fold(folder: Handle, on: boolean): void {
    if (on) {
      this.folded.add(folder);
    } else {
      this.folded.delete(folder);
    }
    this.cached = null;
    this.changed();
  }

  /** Unfolds what a track lies in. */
  reveal(handle: Handle): void {
    for (let track = this.seen.track(handle); track && track.folder !== NONE; track = this.seen.track(track.folder)) {
      if (this.folded.has(track.folder)) {
        this.fold(track.folder, false);
      }
    }
  }

  /** How many folders a track lies in. */
  depth(track: Track): number {
    const folder = track.folder === NONE ? undefined : this.seen.track(track.folder);
    return folder ? 1 + this.depth(folder) : 0;
  }

  /** All that lies in a folder, however deep. */
  within(folder: Handle): readonly Track[] {
    return this.seen.tracks.filter(track => this.liesIn(track, folder));
  }

  private liesIn(track: Track, folder: Handle): boolean {
    const around = track.folder === NONE ? undefined : this.seen.track(track.folder);
    return around !== undefined && (around.handle === folder || this.liesIn(around, folder));
  }
}
