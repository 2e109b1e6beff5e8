import { t } from '../words/words';
import type { AlternativesCore } from './alternatives';
import type { AutomationCore } from './automation-core';
import type { ArrangingCore } from './arranging-core';
import type { CommentsCore } from './comments';
import type { LocksCore } from './locks';
import type { LyricsCore } from './lyrics-core';
import type { NewsCore } from './news';
import type { NoteShapesCore } from './note-shapes-core';
import type { MediaCore } from './media-core';
import type { InstrumentsCore } from './instruments-core';
import type { MixingCore } from './mixing-core';
import type { PatternsCore } from './patterns-core';
import type { PlayingCore } from './playing-core';
import type { TogetherCore } from './together';
import type { ToneCore } from './tone-core';
import type { TrayCore } from './tray-core';

/** The core's build for the page: what the classes of `studio.tutti.browser.PageMain` export. Nothing else knows these names. */
export interface PageCore extends
  ArrangingCore,
  CommentsCore,
  AlternativesCore,
  LocksCore,
  LyricsCore,
  NewsCore,
  NoteShapesCore,
  MixingCore, ToneCore, InstrumentsCore,
  MediaCore,
  AutomationCore,
  PatternsCore,
  PlayingCore,
  TogetherCore,
  TrayCore {
  open(a: number, b: number, c: number, d: number): void;
  keep(edit: Int8Array): void;
  hello(name: string, colour: number): Int8Array;
  receive(frame: Int8Array): void;
  outgoing(): Int8Array | null;
  disconnected(): void;
  ping(nonce: number): void;
  state(): number;
  farewell(): string;
  changes(): Int32Array;
  toStore(): string | null;
  storedBytes(): Int8Array;
  toForget(): string | null;
  refusal(): string | null;
  revision(): number;
  checksum(): string;
  pending(): number;
  undoLabel(): string | null;
  redoLabel(): string | null;
  people(): string;
  chat(): string;
  here(place: number, tick: number, pitch: number, playhead: number, playing: boolean, open: number, selection: Int32Array): void;
  say(text: string, now: number): void;
  introduce(name: string, colour: number): void;
  songName(): string;
  tracks(): string;
  clips(): Int32Array;
  clipName(clip: number): string;
  notes(content: number, from: number, to: number): Int32Array;
  controls(content: number, controller: number): Int32Array;
  tempos(): string;
  metres(): string;
  sections(): string;
  chords(): string;
  markers(): string;
  key(): number;
  end(): number;
  grid(from: number, to: number): Int32Array;
  position(tick: number): string;
  seconds(tick: number): number;
  tick(seconds: number): number;
  snap(tick: number, step: number): number;
  score(rate: number): Int32Array;
  fingerprints(rate: number): string[];
  scoreAlone(rate: number, track: number): Int32Array;
  strips(): Int32Array;
  mixer(): Int32Array;
  parameters(): Float64Array;
  number(property: string, value: number): void;
  text(property: string, value: string): void;
  chooseFont(track: number, font: string, bank: number, program: number): void;
  ownPreset(address: number): string | null;
  loopShift(tonic: number, minor: boolean, tick: number): number;
  placeLoop(track: number, start: number, semitones: number, name: string, drums: boolean, program: number, length: number,
    notes: Int32Array, credit: string): number;
  placeClip(track: number, start: number, name: string, media: string, nanoseconds: number, credit: string): number;
  placeSound(track: number, name: string, media: string, pitch: number, credit: string, pad: number): void;
  addTrack(type: string, name: string, program: number, after: number): number;
  moveTrack(track: number, before: number): void;
  setTrack(track: number): void;
  duplicateTracks(tracks: Int32Array): Int32Array;
  removeTracks(tracks: Int32Array): void;
  addClip(track: number, start: number, length: number): number;
  moveClips(clips: Int32Array, ticks: number, tracks: number): void;
  copyClips(clips: Int32Array, ticks: number, tracks: number, alias: boolean): Int32Array;
  resizeClips(clips: Int32Array, left: boolean, ticks: number): void;
  setClips(clips: Int32Array): void;
  splitClips(clips: Int32Array, tick: number): void;
  removeClips(clips: Int32Array): void;
  addNote(content: number, start: number, length: number, pitch: number, velocity: number): number;
  moveNotes(notes: Int32Array, ticks: number, semitones: number): void;
  copyNotes(notes: Int32Array, ticks: number, semitones: number): Int32Array;
  resizeNotes(notes: Int32Array, left: boolean, ticks: number): void;
  changeVelocity(notes: Int32Array, by: number): void;
  setVelocity(notes: Int32Array, velocity: number): void;
  removeNotes(notes: Int32Array): void;
  copy(elements: Int32Array): string;
  pasteNotes(text: string, content: number, tick: number): Int32Array;
  pasteClips(text: string, track: number, tick: number): Int32Array;
  setTempo(start: number, bpm: number): void;
  setMetre(start: number, numerator: number, denominator: number): void;
  setKey(fifths: number, minor: boolean): void;
  addSection(start: number, length: number, name: string): number;
  addChord(start: number, length: number, symbol: string): number;
  addMarker(start: number, text: string): number;
  setLane(element: number): void;
  removeLane(elements: Int32Array): void;
  rename(name: string): void;
  undo(): string | null;
  redo(): string | null;
}

/** Bits of `PageCore.state`. */
export const ONLINE = 1;
export const BROKEN = 2;
/** Why the server closes, from `state() >> 3`: one more than the place in `Message.Why`. */
export const enum Why { none, reload, resume, noSong }

/** Bits of the first number of `PageCore.changes`; contents follow it. */
export const enum Changed {
  arrangement = 1, people = 2, chat = 4, connection = 8, steps = 16, remote = 32, pending = 64, sound = 128, tracks = 256, looking = 1024, tray = 2048
}

const VERSION = 1;
let instances = 0;

/** The classes that the build exports; their static methods are the core. */
const PARTS = [
  'PageConnecting',
  'PageReading',
  'PageEditing',
  'PageArranging',
  'PageLyrics',
  'PageNoteShapes',
  'PageComments',
  'PageLocks',
  'PageAlternatives',
  'PageTogether',
  'PagePatterns',
  'PagePlaying',
  'PageMixing', 'PageTone', 'PageInstruments',
  'PageMedia', 'PageFonts', 'PageLibrary',
  'PageAutomation',
  'PageNews',
  'PageTray',
] as const;

/** What the build exports: a version, and classes of static methods. */
type Exports = { version(): number } & Record<typeof PARTS[number], object>;

/** Loads a fresh instance: WebAssembly where the browser has garbage collection for it, else JavaScript. */
export async function loadCore(): Promise<PageCore> {
  const build = await loadWasm() ?? await loadJavaScript();
  if (build.version() !== VERSION) {
    throw new Error(t('This page is older than the studio: reload it.'));
  }
  return Object.assign({}, ...PARTS.map(part => build[part])) as PageCore;
}

async function loadWasm(): Promise<Exports | null> {
  if (typeof WebAssembly === 'undefined') {
    return null;
  }
  const running = import(/* @vite-ignore */ address('wasm-runtime.js'));
  const answer = await fetch(address('page.wasm'));
  if (!answer.ok) {
    return null;
  }
  const bytes = await answer.arrayBuffer();
  try {
    return (await (await running).load(bytes, { nodejs: false })).exports;
  } catch (problem) {
    if (problem instanceof WebAssembly.CompileError) {
      return null; // a browser without garbage collection for it
    }
    throw problem;
  }
}

/** The module holds one song, so every song loads its own. */
function loadJavaScript(): Promise<Exports> {
  return import(/* @vite-ignore */ address(`page.js?${instances++}`));
}

function address(file: string): string {
  return new URL(`core/${file}`, document.baseURI).href;
}
