import type { Lyric } from '../../song/lyrics';
import type { Heard } from '../../song/patterns';
import { CLIP_STRIDE, Clip, NONE, NOTE_STRIDE, Note, type Change, type Chord, type Handle, type Marker, type MetreChange, type Section, type Song, type TempoChange, type Track } from '../../song/song';

const NOTHING = new Int32Array(0);
/** The flag of clips whose notes are heard elsewhere than they lie, or more often. */
export const HEARD_ELSEWHERE = 8;
/** The flag of clips that play recorded sound. */
export const RECORDED = 16;
const FOREVER = 0x7fffffff;

/** What was last read of the song; read again only after it changed. */
export class Seen {
  private cachedTracks?: readonly Track[];
  private cachedClips?: Int32Array;
  private cachedTempos?: readonly TempoChange[];
  private cachedMetres?: readonly MetreChange[];
  private cachedSections?: readonly Section[];
  private cachedChords?: readonly Chord[];
  private cachedMarkers?: readonly Marker[];
  private readonly cachedNotes = new Map<Handle, Int32Array>();
  private readonly names = new Map<Handle, string>();
  private readonly variations = new Map<Handle, string>();
  private readonly cachedHeard = new Map<Handle, Heard>();
  private readonly cachedPlaced = new Map<Handle, Heard>();
  /** Where handles lie in packed arrays, made when first asked for. */
  private readonly places = new WeakMap<Int32Array, Map<Handle, number>>();

  constructor(private readonly song: Song) {}

  forget(change: Change): void {
    if (change.arrangement) {
      this.cachedTracks = this.cachedClips = this.cachedTempos = this.cachedMetres = undefined;
      this.cachedSections = this.cachedChords = this.cachedMarkers = undefined;
      this.names.clear();
      this.variations.clear();
    }
    if (change.arrangement || change.contents.size > 0) {
      this.cachedHeard.clear();
      this.cachedPlaced.clear();
    }
    for (const content of change.contents) {
      this.cachedNotes.delete(content);
    }
  }

  /** After an edit of one's own, before the change is told: what it made can be read at once. */
  forgetOwn(content: Handle): void {
    this.cachedTracks = this.cachedClips = this.cachedSections = this.cachedChords = this.cachedMarkers = undefined;
    this.cachedTempos = this.cachedMetres = undefined;
    this.cachedNotes.delete(content);
    this.cachedHeard.clear();
    this.cachedPlaced.clear();
  }

  get tracks(): readonly Track[] {
    return (this.cachedTracks ??= this.song.tracks());
  }

  get clips(): Int32Array {
    return (this.cachedClips ??= this.song.clips());
  }

  get tempos(): readonly TempoChange[] {
    return (this.cachedTempos ??= this.song.tempos());
  }

  get metres(): readonly MetreChange[] {
    return (this.cachedMetres ??= this.song.metres());
  }

  get sections(): readonly Section[] {
    return (this.cachedSections ??= this.song.sections());
  }

  get chords(): readonly Chord[] {
    return (this.cachedChords ??= this.song.chords());
  }

  get markers(): readonly Marker[] {
    return (this.cachedMarkers ??= this.song.markers());
  }

  get lyrics(): readonly Lyric[] {
    return this.song.lyrics.all();
  }

  /** All notes of a content, packed. */
  notes(content: Handle): Int32Array {
    let notes = this.cachedNotes.get(content);
    if (!notes) {
      notes = content === NONE ? NOTHING : this.song.notes(content, 0, FOREVER);
      this.cachedNotes.set(content, notes);
    }
    return notes;
  }

  /** Every time a note of a clip sounds, in ticks from its start. */
  heard(clip: Handle): Heard {
    let heard = this.cachedHeard.get(clip);
    if (!heard) {
      heard = this.song.patterns.heard(clip);
      this.cachedHeard.set(clip, heard);
    }
    return heard;
  }

  /** All notes of a clip's content where they are heard first, in ticks of the content. */
  placed(clip: Handle): Heard {
    const at = this.clipAt(clip);
    const plain = at < 0 || (this.clips[at + Clip.flags] & HEARD_ELSEWHERE) === 0;
    if (plain) {
      return { notes: this.notes(at < 0 ? NONE : this.clips[at + Clip.content]), written: NOTHING };
    }
    let placed = this.cachedPlaced.get(clip);
    if (!placed) {
      placed = this.song.patterns.placed(clip);
      this.cachedPlaced.set(clip, placed);
    }
    return placed;
  }

  clipName(clip: Handle): string {
    let name = this.names.get(clip);
    if (name === undefined) {
      name = this.song.clipName(clip);
      this.names.set(clip, name);
    }
    return name;
  }

  /** What the variation or take is called that a clip plays, or "". */
  variation(clip: Handle): string {
    let name = this.variations.get(clip);
    if (name === undefined) {
      name = this.song.patterns.variation(clip);
      this.variations.set(clip, name);
    }
    return name;
  }

  track(handle: Handle): Track | undefined {
    return this.tracks.find(track => track.handle === handle);
  }

  /** Where a clip begins among the packed clips, or −1. */
  clipAt(handle: Handle): number {
    return this.place(this.clips, CLIP_STRIDE, handle);
  }

  /** Where a note begins among the packed notes of a content, or −1. */
  noteAt(content: Handle, handle: Handle): number {
    return this.place(this.notes(content), NOTE_STRIDE, handle);
  }

  private place(packed: Int32Array, stride: number, handle: Handle): number {
    let places = this.places.get(packed);
    if (!places) {
      places = new Map();
      for (let at = 0; at < packed.length; at += stride) {
        places.set(packed[at], at);
      }
      this.places.set(packed, places);
    }
    return places.get(handle) ?? -1;
  }

  clip(handle: Handle): ClipSeen | undefined {
    const at = this.clipAt(handle);
    if (at < 0) {
      return undefined;
    }
    const clips = this.clips;
    return {
      handle, track: clips[at + Clip.track], content: clips[at + Clip.content], start: clips[at + Clip.start],
      length: clips[at + Clip.length], offset: clips[at + Clip.offset], loop: clips[at + Clip.loop],
      colour: clips[at + Clip.colour], muted: (clips[at + Clip.flags] & 1) !== 0
    };
  }

  note(content: Handle, handle: Handle): NoteSeen | undefined {
    const at = this.noteAt(content, handle);
    if (at < 0) {
      return undefined;
    }
    const notes = this.notes(content);
    return {
      handle, start: notes[at + Note.start], length: notes[at + Note.length], pitch: notes[at + Note.pitch],
      velocity: notes[at + Note.velocity]
    };
  }
}

export interface ClipSeen {
  readonly handle: Handle;
  readonly track: Handle;
  readonly content: Handle;
  readonly start: number;
  readonly length: number;
  readonly offset: number;
  readonly loop: number;
  readonly colour: number;
  readonly muted: boolean;
}

export interface NoteSeen {
  readonly handle: Handle;
  readonly start: number;
  readonly length: number;
  readonly pitch: number;
  readonly velocity: number;
}
