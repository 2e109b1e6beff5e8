import type { FrozenState } from '../audio/freezer';
import type { Quiet } from '../audio/quiet';
import type { Trial } from '../audio/trial';
import type { Buffering, SoundDevice } from '../audio/sound-device';
import type { NoteShapes } from './note-shapes';
import type { Automation } from './automation';
import type { SongMedia } from './media';
import type { Uploads } from '../audio/uploads';
import type { Stretcher } from '../audio/stretcher';
import type { MediaLoader } from '../audio/media-loader';
import type { Instruments } from './instruments';
import type { Mixing } from './mixing';
import type { Patterns } from './patterns';

/**
 * The song as the page's drawing sees it. This is the line between the two halves of the frontend: below it lie the
 * core (Java, compiled), the edit socket and the audio host; above it the Lit elements that draw and are touched.
 *
 * Elements are named by *handles*, small integers that stay good while the page lives. Ticks are integers, 960 a quarter
 * note. What is drawn in numbers comes as packed Int32Arrays with a stride, so that nothing is allocated per note.
 */

import type { Arranging } from './arranging';
import type { SongComments } from './comments';
import type { SongAlternatives } from './alternatives';
import type { SongLocks } from './locks';
import type { News } from './news';
import type { SongLyrics } from './lyrics';
import type { SongTogether } from './together';
import type { SongTray } from './tray';
import type { Playing } from './playing';

export type Handle = number;
export const NONE: Handle = -1;
export const TICKS_PER_QUARTER = 960;

export type TrackType = 'instrument' | 'drums' | 'audio' | 'folder' | 'bus';

export interface Track {
  readonly handle: Handle;
  readonly name: string;
  /** 24-bit RGB. */
  readonly colour: number;
  readonly type: TrackType;
  readonly program: number;
  readonly bank: number;
  /** The hash of the SoundFont or kit of one's own that it plays presets of; '' for the built-in ones. */
  readonly font: string;
  /** Hundredths of a decibel; −9600 is silence. */
  readonly volume: number;
  /** −1000 left, 1000 right. */
  readonly pan: number;
  readonly muted: boolean;
  readonly solo: boolean;
  /** Whether pages play it from its sound, made once, and not from its notes. */
  readonly frozen: boolean;
  /** Pixels. */
  readonly height: number;
  /** The folder that it lies in, or `NONE`. */
  readonly folder: Handle;
  /** Whether it is not heard: muted, in a muted folder, or others have solo. */
  readonly silent: boolean;
}

/** Clips: one after the other in this order, `CLIP_STRIDE` numbers each. */
export const CLIP_STRIDE = 10;
export const enum Clip {
  handle, track, content, start, length, offset, loop,
  /** 24-bit RGB, the track's where the clip has none. */
  colour,
  /** Bits: 1 muted, 2 pending (not ordered yet), 4 an alias (its content is played by other clips too),
   *  8 heard elsewhere than its content's notes lie (drum rows, quantise as a view), 16 recorded sound. */
  flags,
  /** Not used yet. */
  reserved
}

/** Notes: sorted by start, `NOTE_STRIDE` numbers each; starts in ticks of the content. */
export const NOTE_STRIDE = 6;
export const enum Note {
  handle, start, length, pitch, velocity,
  /** Bits: 1 muted, 2 pending. */
  flags
}

export interface TempoChange { readonly handle: Handle; readonly start: number; readonly bpm: number }
export interface MetreChange { readonly handle: Handle; readonly start: number; readonly numerator: number; readonly denominator: number }
export interface Section { readonly handle: Handle; readonly start: number; readonly length: number; readonly name: string; readonly colour: number }
export interface Chord { readonly handle: Handle; readonly start: number; readonly length: number; readonly symbol: string }
export interface Marker { readonly handle: Handle; readonly start: number; readonly text: string }

export interface Person {
  readonly session: string;
  readonly person: string;
  readonly name: string;
  readonly colour: number;
  readonly self: boolean;
  readonly pointerPlace: Handle;
  readonly pointerTick: number;
  readonly pointerPitch: number;
  readonly playhead: number;
  readonly playing: boolean;
  /** The clip in the person's editor, or NONE. */
  readonly open: Handle;
  readonly selection: readonly Handle[];
}

export interface Saying { readonly id: string; readonly person: string; readonly name: string; readonly colour: number; readonly time: number; readonly text: string }

export type Connection = 'connecting' | 'online' | 'offline' | 'closed';

/** What may look different now. Several changes are told at once, at most once a frame. */
export interface Change {
  /** Tracks, clips, lanes, tempo, metre: the arrangement must be drawn again. */
  readonly arrangement: boolean;
  /** Contents whose notes changed. */
  readonly contents: ReadonlySet<Handle>;
  readonly people: boolean;
  readonly chat: boolean;
  readonly connection: boolean;
  readonly steps: boolean;
  /** True if somebody else's edit is among the causes. */
  readonly remote: boolean;
  /** Somebody shows what they see, asks everyone to come, or goes with this page. */
  readonly looking: boolean;
  /** Something about the tray: proposals, takes, who listens to what. */
  readonly tray: boolean;
}

/** Where a bar line or beat falls, for rulers and grids. */
export interface GridLine { readonly tick: number; readonly bar: number; readonly beat: number }

/** Reading. All of it answers from the page's own copy, at once. */
export interface SongReading {
  readonly link: string;
  /** What the server calls an element. */
  idOf(handle: Handle): string;
  readonly name: string;
  readonly connection: Connection;
  /** Why the connection is closed for good, for the person; null or absent while there is hope. */
  readonly farewell?: string | null;
  readonly revision: number;
  readonly pending: number;
  readonly people: readonly Person[];
  readonly chat: readonly Saying[];
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** The last tick that anything in the song reaches. */
  readonly end: number;

  tracks(): readonly Track[];
  /** All clips, packed. */
  clips(): Int32Array;
  clipName(clip: Handle): string;
  /** Notes of a content that sound within [from, to), packed. */
  notes(content: Handle, from: number, to: number): Int32Array;
  /** Controller values of a content: stride 3: handle, start, amount; `controller` as MIDI, 128 pitch bend. */
  controls(content: Handle, controller: number): Int32Array;
  tempos(): readonly TempoChange[];
  metres(): readonly MetreChange[];
  sections(): readonly Section[];
  chords(): readonly Chord[];
  markers(): readonly Marker[];
  /** Key signature at the start. */
  key(): { readonly fifths: number; readonly minor: boolean };

  /** Beat lines within [from, to). */
  grid(from: number, to: number): readonly GridLine[];
  /** "12.3.040": bar, beat, ticks, from 1. */
  position(tick: number): string;
  seconds(tick: number): number;
  tick(seconds: number): number;
  /** The nearest grid point; `step` in ticks, 0 for the bar. */
  snap(tick: number, step: number): number;
}

/**
 * Editing. Every call is one edit: applied at once on the page, sent, undone in one step. A call that breaks a rule
 * throws an Error whose message is for the person. Deltas are relative; results are clamped as a whole by the core, so
 * that a group keeps its shape.
 */
export interface SongEditing {
  /** Semitones by which music in a key is moved to the song's key at a tick. */
  loopShift(tonic: number, minor: boolean, tick: number): number;
  /** Puts a loop into the song as a clip: on the track if it plays what the loop needs, else on a new one. */
  placeLoop(loop: PlacedLoop, track: Handle, start: number): Handle;
  /** Puts a sound on the next pad of the track's drum kit, else on an instrument of a new track; a drum's pitch is below 0. */
  placeSound(name: string, media: string, pitch: number, credit: string, track: Handle, pad?: number): void;
  /** Lays a sound of some seconds down as a clip: on the track if it is an audio track, else on a new one. */
  placeClip(name: string, media: string, seconds: number, credit: string, track: Handle, start: number): Handle;
  /** Lets a track play a preset of a file of one's own by its hash, or of the built-in bank by ''. */
  chooseFont(track: Handle, font: string, bank: number, program: number): void;
  addTrack(type: TrackType, name: string, program: number, after: Handle): Handle;
  moveTrack(track: Handle, before: Handle): void;
  setTrack(track: Handle, change: Partial<Pick<Track, 'name' | 'colour' | 'type' | 'program' | 'bank' | 'volume' | 'pan' | 'muted' | 'solo' | 'frozen' | 'height'>>): void;
  /** Copies tracks with all that lies in them, each right below its own. */
  duplicateTracks(tracks: readonly Handle[]): readonly Handle[];
  removeTracks(tracks: readonly Handle[]): void;

  /** A new empty clip with a content of its own. */
  addClip(track: Handle, start: number, length: number): Handle;
  /** Moves clips in time and by a number of tracks. */
  moveClips(clips: readonly Handle[], ticks: number, tracks: number): void;
  /** Copies clips: as aliases, or with contents of their own. Returns the copies. */
  copyClips(clips: readonly Handle[], ticks: number, tracks: number, alias: boolean): readonly Handle[];
  /** Moves the left edge (content stays in place under it) or the right edge. */
  resizeClips(clips: readonly Handle[], edge: 'left' | 'right', ticks: number): void;
  setClips(clips: readonly Handle[], change: { name?: string; colour?: number; muted?: boolean; loop?: number }): void;
  splitClips(clips: readonly Handle[], tick: number): void;
  removeClips(clips: readonly Handle[]): void;

  addNote(content: Handle, start: number, length: number, pitch: number, velocity: number): Handle;
  moveNotes(notes: readonly Handle[], ticks: number, semitones: number): void;
  copyNotes(notes: readonly Handle[], ticks: number, semitones: number): readonly Handle[];
  resizeNotes(notes: readonly Handle[], edge: 'left' | 'right', ticks: number): void;
  /** Adds to velocities, or sets them all. */
  changeVelocity(notes: readonly Handle[], by: number): void;
  setVelocity(notes: readonly Handle[], velocity: number): void;
  removeNotes(notes: readonly Handle[]): void;

  /** A text for the clipboard that holds elements, and the way back. Paste returns what it made. */
  copy(elements: readonly Handle[]): string;
  pasteNotes(text: string, content: Handle, tick: number): readonly Handle[];
  pasteClips(text: string, track: Handle, tick: number): readonly Handle[];

  setTempo(start: number, bpm: number): void;
  setMetre(start: number, numerator: number, denominator: number): void;
  setKey(fifths: number, minor: boolean): void;
  addSection(start: number, length: number, name: string): Handle;
  setSection(section: Handle, change: { start?: number; length?: number; name?: string; colour?: number }): void;
  addChord(start: number, length: number, symbol: string): Handle;
  setChord(chord: Handle, change: { start?: number; length?: number; symbol?: string }): void;
  addMarker(start: number, text: string): Handle;
  setMarker(marker: Handle, change: { start?: number; text?: string }): void;
  /** Removes lane elements: tempo and metre changes, sections, chords, markers. */
  remove(elements: readonly Handle[]): void;
  rename(name: string): void;

  /** Takes one's own latest edit back. Returns a sentence if (some of) it could not be, else null. */
  undo(): string | null;
  redo(): string | null;
}

/** Being in the room. */
export interface SongRoom {
  /** Tells the others where one is; may be called for every pointer move. */
  point(place: Handle, tick: number, pitch: number): void;
  select(elements: readonly Handle[]): void;
  /** Tells the others which clip is open in the editor. */
  opened(clip: Handle): void;
  say(text: string): void;
  introduce(name: string, colour: number): void;
  onChange(listener: (change: Change) => void): () => void;
  /** Edits of one's own that the server refused, with the reason; told once each. */
  onRefused(listener: (label: string, reason: string) => void): () => void;
  /** What the person should know of the connection, in a sentence. */
  onNotice?(listener: (sentence: string) => void): () => void;
  close(): void;
}

/** Playing. The sound itself lies in the audio worklet; this is its face. */
export interface Transport {
  readonly playing: boolean;
  /** The current position in ticks, smooth enough to draw every frame. */
  readonly playhead: number;
  readonly loop: { readonly from: number; readonly to: number; readonly on: boolean };
  readonly metronome: boolean;
  /** Hundredths of a dB above −12 dBFS. */
  readonly metronomeVolume: number;
  /** Seconds until the count-in is over; 0 where there is none. */
  readonly countsIn: number;
  /** Presets still loading, 0 when all sounds are there. */
  readonly loading: number;
  /** A sentence on what keeps the sound away, or null. */
  readonly problem?: string | null;
  /** Whether there is no sound at all here, for that reason. */
  readonly silent: boolean;
  /** Plays from the playhead; must be called from a gesture the first time. */
  play(): Promise<void>;
  stop(): void;
  seek(tick: number): void;
  setLoop(from: number, to: number, on: boolean): void;
  setMetronome(on: boolean, volume?: number): void;
  /** Sounds a note on a track until `noteOff`: audition while drawing, playing keys. */
  noteOn(track: Handle, pitch: number, velocity: number): void;
  noteOff(track: Handle, pitch: number): void;
  /** Peak of a track since it was last asked, 0 to 1 full scale, left and right; NONE is the master. */
  peak(track: Handle): readonly [number, number];
  /** Lets a track sound as if its volume and pan were these, while a fader moves and before there is an edit. */
  preview?(track: Handle, volume: number, pan: number): void;
  /** Lets a parameter of an insert sound as if it were set, while a knob moves and before there is an edit. */
  previewParameter?(device: Handle, place: number, value: number): void;
  /** Keeps automation from moving something while a hand does, or lets it: a parameter's place, −1 a volume, −2 a pan. */
  hold?(name: Handle, place: number, on: boolean): void;
  /** The context that the engine runs in, once it does. */
  readonly audioContext: AudioContext | null;
  /** Lets the sound speak; needs a gesture before. */
  ready(): Promise<void>;
  /** Recordings that are being stretched. */
  readonly stretcher: Stretcher;
  /** Recordings on their way to the engine. */
  readonly media: MediaLoader;
  /** Measures loudness and spectrum of a strip by the engine's name for it from now on, or of none. */
  probe(name: Handle | null): void;
  resetProbe(): void;
  /** Momentary, short-term and integrated loudness in LUFS (−200 for none), then the spectrum in dB from 20 Hz to 20 kHz in equal ratios. */
  readonly probed: Float32Array | null;
  /** Tells the gain reduction of some devices from now on. */
  watch(devices: readonly Handle[]): void;
  /** The deepest gain reduction of a device that is watched since it was last asked for, in dB, 0 or less. */
  reduction(device: Handle): number;
  /** Tells what some audio tools hear and do from now on; none stops it. */
  look(devices: readonly Handle[]): void;
  /** What a tool that is looked at heard and did last, for `Tone`; null before anything came. */
  tone(device: Handle): Float32Array | null;
  /** How the sound leaves this page. */
  readonly device: SoundDevice;
  /** Seconds that the sound is buffered, as far as the browser tells. */
  readonly buffered: number;
  /** Sends the sound through another device, '' being the system's. Fails if the browser does not let it. */
  chooseOutput(id: string): Promise<void>;
  /** Buffers the sound longer or shorter from now on. */
  buffer(buffering: Buffering): Promise<void>;
  /** How a frozen track stands on this page, or null for one that isn't. */
  frozen(track: Handle): FrozenState | null;
  /** Sounds tried out beside the song. */
  readonly trial: Trial;
  /** All notes off. */
  /** Whether the browser lets this page sound only once somebody has pressed something in it. */
  readonly awaitsGesture: boolean;
  /** Silence while another page alone sounds. */
  readonly quiet: Quiet;
  /** Lets the person hear it here though another page alone shall sound, or not. */
  hearHere(here: boolean): void;
  panic(): void;
  onChange(listener: () => void): () => void;
}

export interface Song extends SongReading, SongEditing, SongRoom {
  readonly transport: Transport;
  readonly arranging: Arranging;
  readonly playing: Playing;
  readonly lyrics: SongLyrics;
  /** What the piano roll does beyond single notes. */
  readonly noteShapes: NoteShapes;
  readonly comments: SongComments;
  readonly locks: SongLocks;
  readonly alternatives: SongAlternatives;
  readonly together: SongTogether;
  /** What the band and its assistants propose. */
  readonly tray: SongTray;
  /** Drum patterns, variations and takes, quantise as a view. */
  readonly patterns: Patterns;
  /** Inserts and sends. */
  readonly mixing: Mixing;
  /** What moves faders and knobs over time. */
  readonly automation: Automation;
  /** Recorded sound. */
  readonly media: SongMedia;
  /** Files on their way to the server. */
  readonly uploads: Uploads;
  /** What tracks play. */
  readonly instruments: Instruments;
  /** What happens to the song, for who hears it told. */
  readonly news: News;
}

/**
 * Opens a song: loads the core, connects, and resolves when there is something to draw. Editing goes on while the
 * connection is lost; what is pending survives a reload.
 */
export type OpenSong = (link: string, me: { name: string; colour: number }) => Promise<Song>;

/** A loop as it goes into the song; its notes are tick, length, key and velocity each. */
export interface PlacedLoop {
  readonly name: string;
  readonly drums: boolean;
  readonly program: number;
  readonly length: number;
  readonly semitones: number;
  readonly notes: Int32Array;
  readonly credit: string;
}
