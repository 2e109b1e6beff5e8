import { drumName } from '../gm/keys';
import { CLIP_STRIDE, Clip, NONE, NOTE_STRIDE, type Change, type Handle, type Song } from '../../song/song';
import { effective, gridStep, type GridStep } from '../time/grid-step';
import { DrumView } from '../drums/drum-view';
import type { DrumsLayout } from '../drums/drums-layout';
import { RollSettings } from '../notes/roll-settings';
import { OpenLanes } from '../automation/open-lanes';
import { Axis } from '../time/axis';
import { Company } from '../together/company';
import { Discussion } from '../together/discussion';
import { TrayDesk } from '../tray/tray-desk';
import { Settling } from '../together/settling';
import { Keyboards } from '../hands/keyboards';
import { OwnInstruments } from '../library/own-instruments';
import { takeUpLeft } from '../sound/record-sound';
import { Waveforms } from '../sound/waveforms';
import { Audition } from './audition';
import { Seen, type ClipSeen } from './seen';
import { Selection } from './selection';
import { keepPoints } from './control-actions';
import { Signal } from './signal';
import { TrackTree } from './track-tree';
import { Waiting } from './waiting';
import { t, told } from '../../words/words';

/** Where keys and pointer were last at work. */
export type Place = 'arrangement' | 'notes';
/** Where keys mean something of their own: the editor's two faces have different ones. */
export type KeyPlace = Place | 'drums' | 'tray';
export type Tool = 'select' | 'draw';
/** The piano roll has a brush, an eraser, a lasso and a knife, too. */
export type NoteTool = Tool | 'paint' | 'erase' | 'lasso' | 'cut';

/**
 * What may look different now: the song's arrangement, notes alone, who is here, what can be undone and whether one is
 * connected, what is chosen, how everything or one place is looked at, the opened clip, playing, who goes along with whom and
 * what is being said, what lies in the tray and what is heard of it.
 */
export type Aspect = 'song' | 'contents' | 'people' | 'hands' | 'status' | 'selection' | 'view' | Place | 'opened' | 'transport' | 'together' | 'tray';

/** What only an element can show: lists, a field to rename what is chosen, what is chosen itself, another place to work at. */
export type Wanted = 'shortcuts' | 'palette' | 'outline' | 'lead-sheet' | 'palettes' | 'tour' | 'rename' | 'shape' | 'reveal' | 'turn' | 'work' | 'next-region' | 'last-region'
  | 'metre' | 'key' | 'sound' | 'tempo' | 'instrument' | 'invite' | 'export-audio' | 'master' | 'masters' | 'share' | 'panel' | 'comments' | 'library' | 'steps' | 'replace-chords'
  | 'tray' | 'suggest' | 'forms';

/** Where the next thing is put by keys and paste. */
export interface Caret {
  tick: number;
  track: Handle;
  pitch: number;
}

/** A sentence for the person, with what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly bad: boolean;
  /** What can be done at once. */
  readonly offer?: { readonly name: string; readonly run: () => void };
  /** Whether it goes by itself though something is offered: it can be done elsewhere, too. */
  readonly brief?: boolean;
  /** What can be copied out of it. */
  readonly detail?: string;
  /** A comment that calls: said as long as the comments are not looked at. */
  readonly calls?: boolean;
}

/** The song as one person has it on the table: what is chosen, open and looked at. Nothing of it is shared but the selection. */
export class Workspace {
  readonly seen: Seen;
  readonly clips = new Selection(() => this.chose());
  readonly notes = new Selection(() => this.chose());
  readonly laneItems = new Selection(() => this.chose());
  /** Tracks chosen at their heads. */
  readonly tracks = new Selection(() => this.changed.tell('view'));
  /** Folders, and the rows that they leave. */
  readonly tree: TrackTree;
  /** Points of the controller that is shown below the notes. */
  readonly controls = new Selection(() => this.changed.tell('selection'));
  /** Points of automation. */
  readonly points = new Selection(() => this.changed.tell('selection'));
  /** The lanes of automation that are shown. */
  readonly lanes: OpenLanes;
  readonly roll = new RollSettings();
  readonly drums = new DrumView();
  /** What is drawn of recordings. */
  readonly waveforms: Waveforms;
  /** How a clip's fades and gain would be while they are dragged. */
  fadeDraft: { readonly clip: Handle; readonly fadeIn?: number; readonly fadeOut?: number; readonly gain?: number } | null = null;
  /** Where everything of the drum grid lies, while it is shown. */
  drumsLayout?: DrumsLayout;
  readonly audition = new Audition(this);
  readonly keyboards: Keyboards;
  readonly ownInstruments: OwnInstruments;
  /** Whether pending edits are drawn as such. */
  readonly waiting: Waiting;
  /** What others have just changed. */
  readonly settling: Settling;
  readonly company = new Company(this);
  readonly discussion: Discussion;
  /** The tray: what is unfolded and heard of it. */
  readonly tray: TrayDesk;
  readonly changed = new Signal<Aspect>();
  readonly noticed = new Signal<Notice>();
  readonly wanted = new Signal<Wanted>();
  readonly tools: { arrangement: Tool; notes: NoteTool } = { arrangement: 'select', notes: 'draw' };
  readonly steps: Record<Place, GridStep> = { arrangement: gridStep('auto'), notes: gridStep('1/16') };
  readonly caret: Caret = { tick: 0, track: NONE, pitch: 60 };

  /** Time across the arrangement and across the piano roll, both in ticks of the song. */
  readonly axes: Record<Place, Axis> = { arrangement: new Axis(28, 0.5, 480), notes: new Axis(96, 8, 1920) };

  place: Place = 'arrangement';
  /** The clip that the editor shows. */
  opened: Handle = NONE;
  editorOpen = true;
  /** Whether words are written on their page, or read in large letters. */
  lyricsShown: 'no' | 'page' | 'reading' = 'no';
  followPlayhead = true;
  /** Somebody looked elsewhere while it plays: the view stays there until playing starts again. */
  private lookedAway = false;
  private wasPlaying = false;
  snapping = true;
  /** Pixels of a row of the piano roll. */
  rowHeight = window.matchMedia('(pointer: coarse)').matches ? 20 : 14;
  /** Factor on the heights of all tracks, of one's own view only. */
  trackZoom = 1;
  showLanes = window.innerHeight >= 800;
  mixerShown = false;
  /** The insert whose panel is open in the mixer. */
  insertShown: Handle = NONE;
  /** Whether the editor's place shows the instrument of the track at hand. */
  instrumentShown = false;
  clipboard = '';
  clipboardHolds: Place | null = null;

  private problem: string | null = null;
  private readonly stops: (() => void)[];

  constructor(readonly song: Song) {
    this.seen = new Seen(song);
    this.waveforms = new Waveforms(song.link, () => this.changed.tell('contents'));
    this.tree = new TrackTree(this.seen, () => this.viewChanged());
    this.lanes = new OpenLanes(song, () => this.viewChanged());
    this.waiting = new Waiting(song, () => this.changed.tell('song'));
    this.settling = new Settling(song, () => this.changed.tell('people'));
    this.discussion = new Discussion(this);
    this.tray = new TrayDesk(this);
    this.stops = [
      song.onChange(change => this.hear(change)),
      song.onRefused((label, reason) => this.noticed.tell({
        text: label === '' ? told(reason) : t('“{0}” was refused: {1}', told(label), told(reason)), bad: true, detail: `${label}\n${reason}`.trim()
      })),
      song.onNotice?.(text => this.noticed.tell({ text: told(text), bad: true })) ?? (() => {}),
      song.transport.onChange(() => this.hearTransport()),
      song.playing.onChange(() => this.changed.tell('hands')),
      song.uploads.onChange(() => this.changed.tell('contents')),
      song.playing.recording.onMade(clips => this.take(clips)),
      song.playing.recording.onAdvice((text, bad) => this.say(told(text), bad))
    ];
    void takeUpLeft(this);
    void song.uploads.resume((_, medium) => {
      if (medium instanceof Error) this.say(medium.message, true);
    });
    this.caret.track = this.seen.tracks[0]?.handle ?? NONE;
    this.keyboards = new Keyboards(this);
    this.ownInstruments = new OwnInstruments(song.link, () => this.changed.tell('song'));
  }

  /** Shows something to begin with: the first clip's notes, or room for the arrangement where there is none. */
  begin(): void {
    const clips = this.seen.clips;
    this.editorOpen = clips.length > 0;
    const track = this.seen.tracks.find(each => this.earliest(each.handle) !== NONE)?.handle;
    if (track !== undefined) {
      this.opened = this.earliest(track);
      this.caret.track = track;
    }
  }

  private earliest(track: Handle): Handle {
    const clips = this.seen.clips;
    let first = NONE;
    let start = Infinity;
    for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
      if (clips[at + Clip.track] === track && clips[at + Clip.start] < start) {
        first = clips[at];
        start = clips[at + Clip.start];
      }
    }
    return first;
  }

  /** Whether nobody works here any more. */
  closed = false;

  close(): void {
    this.closed = true;
    this.audition.stop();
    this.keyboards.close();
    this.waiting.close();
    this.settling.close();
    this.company.close();
    this.tray.close();
    this.stops.forEach(stop => stop());
  }

  private hear(change: Change): void {
    this.seen.forget(change);
    this.waiting.look();
    if (change.remote) {
      this.settling.look();
    }
    if (change.arrangement) {
      this.clips.keep(clip => this.seen.clipAt(clip) >= 0);
      this.tracks.keep(track => this.seen.track(track) !== undefined);
      if (this.opened !== NONE && this.seen.clipAt(this.opened) < 0) {
        this.open(NONE);
      }
      if (!this.seen.track(this.caret.track)) {
        this.caret.track = this.seen.tracks[0]?.handle ?? NONE;
      }
    }
    if (this.notes.size > 0 && (change.arrangement || change.contents.size > 0)) {
      const known = new Set<Handle>();
      const notes = this.seen.notes(this.content);
      for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
        known.add(notes[at]);
      }
      this.notes.keep(note => known.has(note));
    }
    if (this.controls.size > 0 && change.contents.has(this.content)) {
      keepPoints(this);
    }
    if (change.arrangement || change.contents.size > 0) {
      this.changed.tell(change.arrangement ? 'song' : 'contents');
    }
    if (change.people) {
      this.company.peopleMoved();
      this.changed.tell('people');
    }
    if (change.tray) {
      this.tray.hear();
    } else if (change.arrangement || change.contents.size > 0) {
      this.tray.songChanged();
    }
    if (change.looking) {
      this.company.hear();
    }
    if (change.arrangement) {
      this.discussion.hear();
    }
    if (change.connection || change.steps) {
      this.changed.tell('status');
    }
  }

  /** Hears of the transport; asked once more when there is somebody to tell, since the sound may have failed before. */
  hearTransport(): void {
    const problem = this.song.transport.problem ?? null;
    if (problem !== this.problem && problem !== null) {
      this.say(t('There is no sound: {0}', problem), true);
    }
    this.problem = problem;
    if (this.song.transport.playing !== this.wasPlaying) {
      this.wasPlaying = this.song.transport.playing;
      this.lookedAway = false;
    }
    this.changed.tell('transport');
  }

  private chose(): void {
    this.song.select([...this.clips.all(), ...this.notes.all(), ...this.laneItems.all()]);
    this.changed.tell('selection');
  }

  /** Ticks of the next drawn note: those of the last that was drawn, resized or pressed. */
  get lastLength(): number {
    return this.roll.get('length');
  }

  set lastLength(length: number) {
    this.roll.set({ length });
  }

  /** Velocity of the next drawn note. */
  get lastVelocity(): number {
    return this.roll.get('velocity');
  }

  set lastVelocity(velocity: number) {
    this.roll.set({ velocity });
  }

  get openedClip(): ClipSeen | undefined {
    return this.opened === NONE ? undefined : this.seen.clip(this.opened);
  }

  /** The notes of the opened clip's content where they are heard first: where they lie, unless the clip is heard on a grid. */
  get placed(): Int32Array {
    return this.seen.placed(this.opened).notes;
  }

  /** Whether the editor shows a drum grid. */
  get gridShown(): boolean {
    const clip = this.openedClip;
    return clip !== undefined && this.editorOpen && this.drums.grid && this.seen.track(clip.track)?.type === 'drums';
  }

  get keyPlace(): KeyPlace {
    return this.place === 'notes' && this.gridShown ? 'drums' : this.place;
  }

  /** The content whose notes the editor shows. */
  get content(): Handle {
    return this.openedClip?.content ?? NONE;
  }

  /** Chooses clips that were just made; one alone is shown in the editor. */
  take(clips: readonly Handle[]): void {
    this.clips.set(clips);
    if (clips.length === 1) {
      this.open(clips[0]);
    }
  }

  open(clip: Handle): void {
    if (clip === this.opened) {
      return;
    }
    const before = this.content;
    this.opened = clip;
    this.song.opened(this.editorOpen ? clip : NONE);
    if (this.content !== before) {
      this.notes.clear();
      this.controls.clear();
    }
    this.changed.tell('opened');
  }

  /** Shows the mixer below the arrangement, or the opened clip again. */
  showMixer(shown: boolean): void {
    this.mixerShown = shown;
    this.instrumentShown = false;
    if (shown) {
      this.goTo('arrangement');
    }
    this.showEditor(true);
    this.viewChanged();
  }

  /** Opens an insert's panel in the mixer, or closes it with `NONE`. */
  showInsert(device: Handle): void {
    this.insertShown = device;
    if (device !== NONE && !this.mixerShown) {
      this.showMixer(true);
    } else {
      this.viewChanged();
    }
  }

  /** Shows the instrument of the track at hand below the arrangement, or the opened clip again. */
  showInstrument(shown: boolean): void {
    this.instrumentShown = shown;
    this.mixerShown = false;
    if (shown) {
      this.goTo('arrangement');
    }
    this.showEditor(true);
    this.viewChanged();
  }

  /** What people call a drum of the opened clip: its pad where the track has one, else as General MIDI does. */
  drumWords(pitch: number): string {
    const track = this.openedClip?.track ?? NONE;
    return (track === NONE ? undefined : this.song.instruments.pads(track).findLast(pad => pad.key === pitch)?.name) || drumName(pitch);
  }

  /** The track at hand: where the caret stands, else that of the opened clip. */
  get trackAtHand(): Handle {
    return this.caret.track !== NONE ? this.caret.track : this.openedClip?.track ?? NONE;
  }

  showEditor(open: boolean): void {
    if (this.editorOpen !== open) {
      this.editorOpen = open;
      this.song.opened(open ? this.opened : NONE);
      this.viewChanged();
    }
  }

  goTo(place: Place): void {
    if (place === 'notes' && (this.mixerShown || this.instrumentShown)) {
      this.mixerShown = false;
      this.instrumentShown = false;
      this.viewChanged();
    }
    if (this.place !== place) {
      this.place = place;
      this.viewChanged();
    }
  }

  /** What positions of a place snap to now; free while `free` is held. */
  step(place: Place, free = false): GridStep {
    return this.snapping && !free ? effective(this.steps[place], this.axes[place].scale) : gridStep('free');
  }

  /** Whether views go with the playhead now. */
  get following(): boolean {
    return this.followPlayhead && !this.lookedAway && !this.company.leader && this.song.transport.playing;
  }

  follow(on: boolean): void {
    this.followPlayhead = on;
    this.lookedAway = false;
    this.viewChanged();
  }

  /** A place was scrolled or zoomed by hand. */
  lookAway(place: Place): void {
    this.lookedAway = true;
    this.company.lookedAway();
    this.viewChanged(place);
  }

  /** Tells that something is seen differently: everywhere, or only at one place (scrolled, zoomed, caret moved). */
  viewChanged(only?: Place): void {
    this.changed.tell(only ?? 'view');
    this.company.shown();
  }

  /** Does something that may break a rule; a broken rule becomes a sentence for the person. */
  attempt<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (problem) {
      this.say(told(problem instanceof Error ? problem.message : String(problem)), true);
      return undefined;
    } finally {
      this.seen.forgetOwn(this.content);
    }
  }

  say(text: string, bad = false): void {
    this.noticed.tell({ text, bad });
  }
}
