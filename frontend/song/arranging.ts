import { list, type Hands } from './hands';
import { NONE, type Handle } from './song';

/** Clips as one or apart, bars and sections as wholes, chords, folders of tracks. Every gesture is one edit. */
export class Arranging {
  constructor(private readonly hands: Hands) {}

  private get core() {
    return this.hands.core;
  }

  /** Makes the clips of each track one; answers the joined clips, none if nothing was to be joined. */
  join(clips: readonly Handle[]): readonly Handle[] {
    return this.hands.did(() => Array.from(this.core.joinClips(list(clips))));
  }

  /** Gives each clip a content that no other clip plays. */
  makeIndependent(clips: readonly Handle[]): void {
    this.hands.did(() => this.core.partClips(list(clips)));
  }

  /** Makes room for bars before a tick; everything after it moves. */
  insertBars(tick: number, bars: number): void {
    this.hands.did(() => this.core.insertBars(Math.round(tick), bars));
  }

  /** Takes out what lies between two ticks and closes the gap. */
  deleteBars(from: number, to: number): void {
    this.hands.did(() => this.core.deleteBars(Math.round(from), Math.round(to)));
  }

  /** Moves a section with all that its bars hold before a tick. */
  moveSection(section: Handle, before: number): void {
    this.hands.did(() => this.core.moveSection(section, Math.round(before)));
  }

  /** Puts a section in once more before a tick, its clips as copies or as aliases; answers the new section. */
  copySection(section: Handle, before: number, aliases = false): Handle {
    return this.hands.did(() => this.core.copySection(section, Math.round(before), aliases)[0] ?? NONE);
  }

  /** Moves a change of tempo, metre or key in time. */
  moveStep(step: Handle, start: number): void {
    this.hands.did(() => this.core.moveStep(step, Math.round(start)));
  }

  /** Transposes chords, all if none are given; with them the notes of instrument tracks, if asked. */
  transpose(chords: readonly Handle[], semitones: number, notes: boolean): void {
    this.hands.did(() => this.core.transposeChords(list(chords), semitones, notes));
  }

  /** Fills the chord lane between two ticks with what is heard in the notes; answers the new chords. */
  detectChords(from: number, to: number): readonly Handle[] {
    return this.hands.did(() => Array.from(this.core.detectChords(Math.floor(from), Math.ceil(to))));
  }

  hasChords(from: number, to: number): boolean {
    return this.core.hasChords(Math.floor(from), Math.ceil(to));
  }

  /** The usual way of writing a chord symbol; null if a text is none. */
  spellChord(text: string): string | null {
    return this.core.spellChord(text);
  }

  /** Puts tracks into a new folder; answers it. */
  group(tracks: readonly Handle[], name: string): Handle {
    return this.hands.did(() => this.core.groupTracks(list(tracks), name)[0] ?? NONE);
  }

  /** Takes a folder away; what lay in it stays. */
  dissolve(folder: Handle): void {
    this.hands.did(() => this.core.dissolveFolder(folder));
  }

  /** Moves tracks into a folder (`NONE`: into none), above one of its tracks (`NONE`: to its end). */
  moveTracks(tracks: readonly Handle[], folder: Handle, before: Handle): void {
    this.hands.did(() => this.core.moveTracks(list(tracks), folder, before));
  }
}
