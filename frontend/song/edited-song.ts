import { Hands, list } from './hands';
import type { PlacedLoop } from './song';
import type { Handle, Song, SongEditing, TrackType } from './song';

type TrackChange = Parameters<Song['setTrack']>[1];

/** The gestures on tracks, clips, notes and lanes, each one edit. */
export abstract class EditedSong extends Hands implements SongEditing {
  chooseFont(track: Handle, font: string, bank: number, program: number): void {
    this.did(() => this.core.chooseFont(track, font, bank, program));
  }

  loopShift(tonic: number, minor: boolean, tick: number): number { return this.core.loopShift(tonic, minor, Math.round(tick)); }

  placeLoop(loop: PlacedLoop, track: Handle, start: number): Handle {
    return this.did(() => this.core.placeLoop(track, Math.round(start), loop.semitones, loop.name, loop.drums, loop.program, loop.length,
      loop.notes, loop.credit));
  }

  placeSound(name: string, media: string, pitch: number, credit: string, track: Handle, pad = -1): void {
    this.did(() => this.core.placeSound(track, name, media, pitch, credit, pad));
  }

  placeClip(name: string, media: string, seconds: number, credit: string, track: Handle, start: number): Handle {
    return this.did(() => this.core.placeClip(track, Math.round(start), name, media, Math.round(seconds * 1e9), credit));
  }

  addTrack(type: TrackType, name: string, program: number, after: Handle): Handle {
    return this.did(() => this.core.addTrack(type, name, program, after));
  }

  moveTrack(track: Handle, before: Handle): void { this.did(() => this.core.moveTrack(track, before)); }

  setTrack(track: Handle, change: TrackChange): void {
    this.did(() => {
      this.give(change);
      this.core.setTrack(track);
    });
  }

  duplicateTracks(tracks: readonly Handle[]): readonly Handle[] { return this.did(() => Array.from(this.core.duplicateTracks(list(tracks)))); }

  removeTracks(tracks: readonly Handle[]): void { this.did(() => this.core.removeTracks(list(tracks))); }

  addClip(track: Handle, start: number, length: number): Handle {
    return this.did(() => this.core.addClip(track, Math.round(start), Math.round(length)));
  }

  moveClips(clips: readonly Handle[], ticks: number, tracks: number): void {
    this.did(() => this.core.moveClips(list(clips), Math.round(ticks), tracks));
  }

  copyClips(clips: readonly Handle[], ticks: number, tracks: number, alias: boolean): readonly Handle[] {
    return this.did(() => Array.from(this.core.copyClips(list(clips), Math.round(ticks), tracks, alias)));
  }

  resizeClips(clips: readonly Handle[], edge: 'left' | 'right', ticks: number): void {
    this.did(() => this.core.resizeClips(list(clips), edge === 'left', Math.round(ticks)));
  }

  setClips(clips: readonly Handle[], change: { name?: string; colour?: number; muted?: boolean; loop?: number }): void {
    this.did(() => {
      this.give(change);
      this.core.setClips(list(clips));
    });
  }

  splitClips(clips: readonly Handle[], tick: number): void {
    this.did(() => this.core.splitClips(list(clips), Math.round(tick)));
  }

  removeClips(clips: readonly Handle[]): void { this.did(() => this.core.removeClips(list(clips))); }

  addNote(content: Handle, start: number, length: number, pitch: number, velocity: number): Handle {
    return this.did(() => this.core.addNote(content, Math.round(start), Math.round(length), pitch, velocity));
  }

  moveNotes(notes: readonly Handle[], ticks: number, semitones: number): void {
    this.did(() => this.core.moveNotes(list(notes), Math.round(ticks), semitones));
  }

  copyNotes(notes: readonly Handle[], ticks: number, semitones: number): readonly Handle[] {
    return this.did(() => Array.from(this.core.copyNotes(list(notes), Math.round(ticks), semitones)));
  }

  resizeNotes(notes: readonly Handle[], edge: 'left' | 'right', ticks: number): void {
    this.did(() => this.core.resizeNotes(list(notes), edge === 'left', Math.round(ticks)));
  }

  changeVelocity(notes: readonly Handle[], by: number): void {
    this.did(() => this.core.changeVelocity(list(notes), Math.round(by)));
  }

  setVelocity(notes: readonly Handle[], velocity: number): void {
    this.did(() => this.core.setVelocity(list(notes), Math.round(velocity)));
  }

  removeNotes(notes: readonly Handle[]): void { this.did(() => this.core.removeNotes(list(notes))); }

  copy(elements: readonly Handle[]): string { return this.core.copy(list(elements)); }

  pasteNotes(text: string, content: Handle, tick: number): readonly Handle[] {
    return this.did(() => Array.from(this.core.pasteNotes(text, content, Math.round(tick))));
  }

  pasteClips(text: string, track: Handle, tick: number): readonly Handle[] {
    return this.did(() => Array.from(this.core.pasteClips(text, track, Math.round(tick))));
  }

  setTempo(start: number, bpm: number): void { this.did(() => this.core.setTempo(Math.round(start), bpm)); }

  setMetre(start: number, numerator: number, denominator: number): void {
    this.did(() => this.core.setMetre(Math.round(start), numerator, denominator));
  }

  setKey(fifths: number, minor: boolean): void { this.did(() => this.core.setKey(fifths, minor)); }

  addSection(start: number, length: number, name: string): Handle {
    return this.did(() => this.core.addSection(Math.round(start), Math.round(length), name));
  }

  setSection(section: Handle, change: { start?: number; length?: number; name?: string; colour?: number }): void {
    this.setLane(section, change);
  }

  addChord(start: number, length: number, symbol: string): Handle {
    return this.did(() => this.core.addChord(Math.round(start), Math.round(length), symbol));
  }

  setChord(chord: Handle, change: { start?: number; length?: number; symbol?: string }): void {
    this.setLane(chord, change);
  }

  addMarker(start: number, text: string): Handle {
    return this.did(() => this.core.addMarker(Math.round(start), text));
  }

  setMarker(marker: Handle, change: { start?: number; text?: string }): void { this.setLane(marker, change); }
  remove(elements: readonly Handle[]): void { this.did(() => this.core.removeLane(list(elements))); }
  rename(name: string): void { this.did(() => this.core.rename(name)); }
  undo(): string | null { return this.did(() => this.core.undo()); }
  redo(): string | null { return this.did(() => this.core.redo()); }

  private setLane(element: Handle, change: Record<string, number | string | undefined>): void {
    this.did(() => {
      this.give(change);
      this.core.setLane(element);
    });
  }
}
