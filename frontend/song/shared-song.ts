import { AudioHost } from '../audio/audio-host';
import { Arranging } from './arranging';
import { EditSocket } from './connection';
import { SongComments } from './comments';
import { Changed, type PageCore } from './core';
import { EditedSong } from './edited-song';
import { NoteShapes } from './note-shapes';
import { News } from './news';
import { PackedNotes } from './packed-notes';
import { SongAlternatives } from './alternatives';
import { SongLocks } from './locks';
import { SongLyrics } from './lyrics';
import { Automation } from './automation';
import { Uploads } from '../audio/uploads';
import { SongMedia } from './media';
import { Instruments } from './instruments';
import { Mixing } from './mixing';
import { Patterns } from './patterns';
import type { PendingEdits } from './pending-edits';
import { Playing } from './playing';
import { OwnPresence } from './presence';
import { SongTogether } from './together';
import { SongTray } from './tray';
import type {
  Change, Chord, Connection, GridLine, Handle, Marker, MetreChange, Person, Saying, Section, Song, TempoChange, Track,
} from './song';

/** Milliseconds; others' changes are told no more often. */
const FRAME = 16;

const DIFFERS = 'This copy of the song differed from the server\'s. It was loaded anew; what you have not sent yet is kept.';

const STUTTERS = 'The sound has gaps on this machine. Choose the long buffer under “Sound”, or freeze tracks.';

/** Milliseconds; so often edits are looked for that a tab left behind which closed meanwhile. */
const ADOPT_EVERY = 20_000;

/** A song shared with others: the core's replica, the socket to the server and the sound, behind one face. */
export class SharedSong extends EditedSong implements Song {
  readonly transport: AudioHost;
  readonly arranging = new Arranging(this);
  readonly lyrics = new SongLyrics(this);
  readonly noteShapes = new NoteShapes(this);
  readonly comments = new SongComments(this);
  readonly locks = new SongLocks(this);
  readonly alternatives = new SongAlternatives(this);
  readonly together = new SongTogether(this);
  readonly tray = new SongTray(this);
  readonly patterns = new Patterns(this);
  readonly mixing = new Mixing(this);
  readonly automation = new Automation(this, () => this.transport);
  readonly media = new SongMedia(this);
  readonly uploads: Uploads;
  readonly instruments = new Instruments(this);
  readonly playing: Playing;
  readonly news = new News(this);
  private readonly socket: EditSocket;
  private readonly presence: OwnPresence;
  private readonly packed: PackedNotes;
  private readonly changeListeners = new Set<(change: Change) => void>();
  private readonly refusedListeners = new Set<(label: string, reason: string) => void>();
  private readonly noticeListeners = new Set<(sentence: string) => void>();
  private readonly known = new Map<string, unknown>();
  private mask = 0;
  private contents = new Set<Handle>();
  private scheduled: 'no' | 'later' | 'now' = 'no';
  private later: number | undefined;
  private told = 0;
  private readonly adopting: number;
  private sounding = '';
  private lastConnection: Connection = 'connecting';

  constructor(
    readonly link: string, private me: { name: string; colour: number }, override readonly core: PageCore,
    private readonly edits: PendingEdits,
  ) {
    super();
    this.packed = new PackedNotes(core);
    this.transport = new AudioHost({
      link,
      mediaHash: digits => core.mediaHash(digits),
      ownPreset: address => core.ownPreset(address),
      seconds: tick => core.seconds(tick),
      tick: seconds => core.tick(seconds),
      score: rate => core.score(rate),
      mixer: () => core.mixer(),
      parameters: () => core.parameters(),
      fingerprints: rate => core.fingerprints(rate),
      scoreAlone: (rate, track) => core.scoreAlone(rate, track),
      frozen: () => this.tracks().filter(each => each.frozen && (each.type === 'instrument' || each.type === 'drums')).map(each => each.handle),
      playing: () => Array.from(core.strips()),
    });
    this.uploads = new Uploads(link, () => this.transport.media.retry());
    this.presence = new OwnPresence(() => this.transport, (place, tick, pitch, playhead, playing, open, selection) => {
      core.here(place, tick, pitch, playhead, playing, open, Int32Array.from(selection));
      this.socket.flush();
    });
    this.transport.onChange(() => this.presence.moved());
    this.transport.onStutter = () => {
      this.transport.onStutter = null; // once is enough
      this.noticeListeners.forEach(listener => listener(STUTTERS));
    };
    this.transport.onNotice = sentence => this.noticeListeners.forEach(listener => listener(sentence));
    this.automation.follow();
    this.playing = new Playing(this, this.transport, () => this.socket.flush());
    this.socket = new EditSocket(core, link, {
      after: () => {
        this.after(false);
        this.playing.take();
      },
      me: () => this.me,
      differs: () => this.noticeListeners.forEach(listener => listener(DIFFERS)),
    });
    this.adopting = window.setInterval(() => void this.adopt(), ADOPT_EVERY);
  }

  // --- reading ---

  idOf(handle: Handle): string {
    return this.core.idOf(handle);
  }

  get name(): string { return this.core.songName(); }
  get connection(): Connection { return this.socket.state; }
  /** Why the connection is closed for good, for the person; null otherwise. */
  get farewell(): string | null { return this.socket.reason; }
  get revision(): number { return this.core.revision(); }
  get checksum(): string { return this.core.checksum(); }
  get pending(): number { return this.core.pending(); }
  get undoLabel(): string | null { return this.core.undoLabel(); }
  get redoLabel(): string | null { return this.core.redoLabel(); }
  get people(): readonly Person[] { return this.parsed('people'); }
  get chat(): readonly Saying[] { return this.parsed('chat'); }
  get end(): number { return this.once('end', () => this.core.end()); }

  tracks(): readonly Track[] { return this.parsed('tracks'); }
  tempos(): readonly TempoChange[] { return this.parsed('tempos'); }
  metres(): readonly MetreChange[] { return this.parsed('metres'); }
  sections(): readonly Section[] { return this.parsed('sections'); }
  chords(): readonly Chord[] { return this.parsed('chords'); }
  markers(): readonly Marker[] { return this.parsed('markers'); }
  clips(): Int32Array { return this.once('clips', () => this.core.clips()); }
  clipName(clip: Handle): string { return this.core.clipName(clip); }

  notes(content: Handle, from: number, to: number): Int32Array {
    return this.packed.within(content, Math.floor(from), Math.ceil(to));
  }

  controls(content: Handle, controller: number): Int32Array { return this.packed.controlsOf(content, controller); }

  key(): { readonly fifths: number; readonly minor: boolean } {
    const key = this.core.key();
    return { fifths: key >> 1, minor: (key & 1) === 1 };
  }

  grid(from: number, to: number): readonly GridLine[] {
    return this.once(`grid ${from} ${to}`, () => {
      const packed = this.core.grid(Math.floor(from), Math.ceil(to));
      const lines: GridLine[] = [];
      for (let i = 0; i < packed.length; i += 3) {
        lines.push({ tick: packed[i]!, bar: packed[i + 1]!, beat: packed[i + 2]! });
      }
      return lines;
    });
  }

  position(tick: number): string { return this.core.position(Math.floor(tick)); }
  seconds(tick: number): number { return this.core.seconds(tick); }
  tick(seconds: number): number { return this.core.tick(seconds); }
  snap(tick: number, step: number): number { return this.core.snap(Math.round(tick), Math.round(step)); }

  private parsed<T>(what: 'tracks' | 'people' | 'chat' | 'tempos' | 'metres' | 'sections' | 'chords' | 'markers'): T {
    return this.once(what, () => JSON.parse(this.core[what]()));
  }

  /** Keeps an answer until something changes that it may depend on. */
  override once<T>(what: string, ask: () => T): T {
    if (this.known.size > 200) {
      this.known.clear();
    }
    if (!this.known.has(what)) {
      this.known.set(what, ask());
    }
    return this.known.get(what) as T;
  }

  /** Does something that may change the song, and looks what changed even if it fails half way. */
  override did<T>(action: () => T): T {
    try {
      return action();
    } finally {
      this.after(true);
    }
  }

  // --- being in the room ---

  point(place: Handle, tick: number, pitch: number): void { this.presence.point(place, tick, pitch); }
  select(elements: readonly Handle[]): void { this.presence.select(elements); }
  opened(clip: Handle): void { this.presence.opened(clip); }
  say(text: string): void { this.did(() => this.core.say(text, Date.now())); }

  introduce(name: string, colour: number): void {
    this.me = { name, colour };
    this.did(() => this.core.introduce(name, colour));
  }

  onChange(listener: (change: Change) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onRefused(listener: (label: string, reason: string) => void): () => void {
    this.refusedListeners.add(listener);
    return () => this.refusedListeners.delete(listener);
  }

  onNotice(listener: (sentence: string) => void): () => void {
    this.noticeListeners.add(listener);
    return () => this.noticeListeners.delete(listener);
  }

  close(): void {
    clearTimeout(this.later);
    clearInterval(this.adopting);
    this.socket.close();
    this.presence.close();
    this.uploads.close();
    this.playing.close();
    this.edits.close();
    void this.transport.close();
    this.changeListeners.clear();
    this.refusedListeners.clear();
    this.noticeListeners.clear();
  }

  // --- what follows from a change ---

  /** Takes up what the core did: forgets old answers, keeps pending edits, sends, and tells the page. */
  private after(own: boolean): void {
    const changes = this.core.changes();
    if (changes.length > 0) {
      this.forget(changes);
    }
    this.keepPending();
    this.socket.flush();
    if (this.lastConnection !== this.socket.state) {
      this.lastConnection = this.socket.state;
      this.mask |= Changed.connection;
      if (this.socket.state === 'online') {
        this.presence.moved();
      }
    }
    if (this.mask !== 0 || this.contents.size > 0) {
      this.tellSoon(own);
    }
  }

  /**
   * One's own edits are told when the gesture's work is done, so that they are painted in the very next frame; what others
   * do at most once a frame.
   */
  private tellSoon(own: boolean): void {
    const wait = own ? 0 : FRAME - (performance.now() - this.told);
    if (wait <= 0 && this.scheduled !== 'now') {
      this.scheduled = 'now';
      queueMicrotask(() => this.tell());
    } else if (this.scheduled === 'no') {
      this.scheduled = 'later';
      this.later = window.setTimeout(() => this.tell(), wait);
    }
  }

  private forget(changes: Int32Array): void {
    const mask = changes[0]!;
    this.mask |= mask;
    for (let i = 1; i < changes.length; i++) {
      this.contents.add(changes[i]!);
      this.packed.forget(changes[i]!);
    }
    if (changes.length > 1) { // words go with their notes
      this.known.delete('lyrics');
      this.known.delete('lyricLines');
    }
    if (mask & Changed.arrangement) {
      const people = this.known.get('people');
      this.known.clear();
      if (people) this.known.set('people', people);
    }
    if (mask & Changed.tray) this.known.delete('tray offers');
    if (mask & Changed.people) this.known.delete('people');
    if (mask & Changed.chat) this.known.delete('chat');
    if (mask & Changed.sound) {
      this.transport.changed('notes');
    } else if (mask & Changed.tracks) {
      const sounding = this.tracks().map(each => `${each.handle} ${each.type} ${each.program} ${each.bank} ${each.font} ${each.folder}`).join();
      this.transport.changed(sounding === this.sounding ? 'faders' : 'notes');
      this.sounding = sounding;
    }
  }

  private async adopt(): Promise<void> {
    const edits = await this.edits.adopt();
    if (edits.length > 0) {
      edits.forEach(edit => this.core.keep(edit));
      this.after(false);
    }
  }

  private keepPending(): void {
    for (let id = this.core.toStore(); id !== null; id = this.core.toStore()) {
      this.edits.put(id, this.core.storedBytes());
    }
    for (let id = this.core.toForget(); id !== null; id = this.core.toForget()) {
      this.edits.forget(id);
    }
  }

  private tell(): void {
    const { mask, contents } = this;
    clearTimeout(this.later);
    this.scheduled = 'no';
    this.told = performance.now();
    this.mask = 0;
    this.contents = new Set();
    const change: Change = {
      arrangement: (mask & (Changed.arrangement | Changed.tracks)) !== 0,
      contents,
      people: (mask & Changed.people) !== 0,
      chat: (mask & Changed.chat) !== 0,
      connection: (mask & Changed.connection) !== 0,
      steps: (mask & Changed.steps) !== 0,
      remote: (mask & Changed.remote) !== 0,
      looking: (mask & Changed.looking) !== 0,
      tray: (mask & Changed.tray) !== 0,
    };
    this.changeListeners.forEach(listener => listener(change));
    for (let refusal = this.core.refusal(); refusal !== null; refusal = this.core.refusal()) {
      const [label = '', reason = ''] = refusal.split('\n');
      this.refusedListeners.forEach(listener => listener(label, reason));
    }
  }
}
