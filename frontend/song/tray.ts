import { list, type Hands } from './hands';
import type { Handle } from './song';

/** Somebody as they were called when they did something. */
export interface Someone {
  /** 32 hexadecimal digits. */
  readonly person: string;
  readonly name: string;
  /** 24-bit RGB. */
  readonly colour: number;
}

export type Verb = 'UP' | 'DOWN' | 'NO_VOTE' | 'HIDE' | 'UNHIDE' | 'ACCEPT' | 'ACCEPT_OVER' | 'CANCEL' | 'STOP' | 'SHOW' | 'PUT_AWAY' | 'BRING_BACK';

/** One answer to what was asked for, without its notes. */
export interface TakeSeen {
  readonly number: number;
  /** What the assistant calls it; may be empty. */
  readonly label: string;
  readonly notes: number;
  readonly hidden: boolean;
  readonly up: number;
  readonly down: number;
  /** One's own vote: 1, −1 or 0. */
  readonly mine: number;
  /** Whether it is still being made. */
  readonly partial: boolean;
  /** Whether its notes are on this page. */
  readonly here: boolean;
  /** Why it can't be accepted now, a sentence; empty if it can. */
  readonly whyNot: string;
  /** Why it can't be kept as an alternative now; empty if it can. */
  readonly whyNotKeep: string;
}

export interface TrayVote extends Someone { readonly take: number; readonly up: boolean }

export interface Remark extends Someone {
  readonly id: string;
  /** The take that it is about, or 0. */
  readonly take: number;
  readonly own: boolean;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly text: string;
}

export interface Accepted extends Someone {
  readonly take: number;
  readonly time: number;
  readonly over: boolean;
  /** Whether its edit is still on its way. */
  readonly pending: boolean;
  /** Whether nothing of it is in the song any more. */
  readonly undone: boolean;
}

/** What somebody, or an assistant for somebody, has put in the tray. */
export interface Proposal {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly person: string;
  readonly byName: string;
  readonly byColour: number;
  readonly mine: boolean;
  /** Milliseconds since 1970. */
  readonly made: number;
  /** Whether a person made it themselves. */
  readonly own: boolean;
  readonly assistant: string;
  readonly tool: string;
  readonly name: string;
  readonly version: string;
  /** Ticks of the song. */
  readonly from: number;
  readonly to: number;
  readonly context: readonly Handle[];
  readonly targets: readonly Handle[];
  /** How many elements were chosen, and how many locks it had to leave. */
  readonly chosen: number;
  readonly locks: number;
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  readonly seed: string;
  readonly asked: number;
  /** The revision of the song that it listened to. */
  readonly base: number;
  readonly renews: string;
  readonly commercial: boolean;
  readonly credit: string;
  readonly rights: string;
  readonly state: 'UNDER_WAY' | 'READY' | 'FAILED' | 'CANCELLED';
  readonly error: string;
  readonly shown: boolean;
  readonly stale: boolean;
  readonly takes: readonly TakeSeen[];
  readonly votes: readonly TrayVote[];
  readonly remarks: readonly Remark[];
  /** One or none. */
  readonly accepted: readonly Accepted[];
  /** Whether a worker has it; how much is done, 0 to 1; how long it will take in milliseconds, −1 if that can't be told; where. */
  readonly running: boolean;
  readonly share: number;
  readonly remaining: number;
  readonly node: string;
  /** How many workers have taken it up; 0 while none has. */
  readonly attempt: number;
}

interface ControlOf { readonly name: string; readonly words: string; readonly hint: string; readonly initial: string }

/** Something about an offer that can be set. */
export type Control = ControlOf & (
  | { readonly type: 'slider'; readonly low: number; readonly high: number; readonly step: number;
    /** What is counted; `note` for keys that read as notes. */
    readonly unit: string;
    /** What the initial number is called; may be empty. */
    readonly resting: string }
  | { readonly type: 'choice'; readonly options: readonly { readonly key: string; readonly words: string; readonly hint: string }[] }
  | { readonly type: 'toggle' }
  | { readonly type: 'words'; readonly longest: number });

/** What an assistant offers. */
export interface Offer {
  readonly id: string;
  readonly tool: string;
  readonly name: string;
  readonly hint: string;
  readonly version: string;
  readonly takes: number;
  readonly live: boolean;
  readonly commercial: boolean;
  readonly credit: string;
  readonly rights: string;
  readonly controls: readonly Control[];
}

/** An offer that fits what is chosen, and what it would be asked for. */
export interface Suggestion extends Offer {
  readonly from: number;
  readonly to: number;
  readonly context: readonly Handle[];
  readonly targets: readonly Handle[];
}

/** A track that a take writes to. */
export interface TakeTrack {
  readonly track: Handle;
  /** Whether it would be made. */
  readonly fresh: boolean;
  readonly name: string;
  readonly type: string;
  readonly program: number;
  readonly notes: number;
}

/** A song finished as sound. */
export interface Master {
  readonly name: string;
  /** SHA-256 of the sound, of the report as PDF, and of its figures as JSON. */
  readonly media: string;
  readonly sheet: string;
  readonly figures: string;
  /** LUFS, and true peak in dBTP; −144 for silence. */
  readonly loudness: number;
  readonly peak: number;
  /** The revision of the song that it was made of. */
  readonly base: number;
}

export interface TakeChord { readonly start: number; readonly length: number; readonly symbol: string }
export interface Listener { readonly session: string; readonly name: string; readonly colour: number; readonly take: number }

/** What is chosen when somebody asks for a suggestion: tracks, notes and clips, and a stretch of ticks, or with equal ends none. */
export interface Chosen {
  readonly from: number;
  readonly to: number;
  readonly tracks: readonly Handle[];
  readonly notes: readonly Handle[];
  readonly clips: readonly Handle[];
}

/** The tray: what the band and its assistants propose. Nothing here changes the song but accepting. */
export class SongTray {
  constructor(private readonly hands: Hands) {}

  private get core() { return this.hands.core; }

  /** Reads all that lies in it, the newest first: not for every frame, since whether something is stale hangs on every note. */
  read(): readonly Proposal[] {
    return (JSON.parse(this.core.tray()) as Proposal[]).sort((a, b) => b.made - a.made);
  }

  /** Whether one is the song's owner, and how many votes a take needs. */
  rule(): { readonly owner: boolean; readonly votes: number } {
    const [owner, votes] = this.core.voteRule();
    return { owner: owner === 1, votes: votes ?? 0 };
  }

  /** How many older proposals lie there that are more than a page is told at once. */
  left(): number { return this.core.trayLeft(); }

  /** What is on offer but doesn't fit, and why, a sentence each. */
  unfit({ from, to, tracks, notes, clips }: Chosen): readonly { readonly name: string; readonly why: string }[] {
    return JSON.parse(this.core.unfit(Math.round(from), Math.round(to), list(tracks), list(notes), list(clips))) as { name: string; why: string }[];
  }

  offers(): readonly Offer[] { return this.hands.once('tray offers', () => JSON.parse(this.core.offers()) as Offer[]); }

  suggestions({ from, to, tracks, notes, clips }: Chosen): readonly Suggestion[] {
    return JSON.parse(this.core.suggestions(Math.round(from), Math.round(to), list(tracks), list(notes), list(clips))) as Suggestion[];
  }

  /** Asks for what was suggested; settings by their names, a seed as decimal digits or '' for any, 0 takes for the offer's own. Returns the proposal's id. */
  ask(what: Suggestion, chosen: readonly Handle[], settings: Readonly<Record<string, string>> = {}, seed = '', takes = 0): string {
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value.replaceAll('\n', ' ')}`).join('\n');
    return this.hands.did(() => this.core.askFor(what.id, what.from, what.to, list(what.context), list(what.targets), list(chosen), lines, seed, takes));
  }

  /** Asks for the same again with another seed. */
  again(proposal: string): string { return this.hands.did(() => this.core.askAgain(proposal)); }
  /** Asks for the same again, seed and all, for the song as it is now. */
  renew(proposal: string): string { return this.hands.did(() => this.core.renew(proposal)); }

  /** Puts notes in, or with none all that sounds on the tracks; with equal ends the bars of what is chosen. */
  put(name: string, { from, to, tracks, notes }: Omit<Chosen, 'clips'>, shown: boolean): string {
    return this.hands.did(() => this.core.putIdea(name, Math.round(from), Math.round(to), list(tracks), list(notes), shown));
  }

  judge(proposal: string, take: number, verb: Verb): void { this.hands.did(() => this.core.judge(proposal, take, verb)); }
  /** Takes one's own acceptance back, if it is one's latest step; says what could not be taken back. */
  undo(proposal: string): string | null { return this.hands.did(() => this.core.undoAcceptance(proposal)); }
  remark(proposal: string, take: number, text: string): void { this.hands.did(() => this.core.remarkOn(proposal, take, text)); }
  steer(proposal: string, control: string, value: string): void { this.hands.did(() => this.core.steer(proposal, control, value)); }
  wantVotes(votes: number): void { this.hands.did(() => this.core.wantVotes(votes)); }
  askOffers(): void { this.hands.did(() => this.core.askOffers()); }

  // --- seen and heard before anybody accepts ---

  /** The notes of a take, packed as `Note` has them, with the track in the handle's place: −1 − n for the n-th new one. */
  notes(proposal: string, take: number): Int32Array { return this.core.takeNotes(proposal, take); }
  tracks(proposal: string, take: number): readonly TakeTrack[] { return JSON.parse(this.core.takeTracks(proposal, take)) as TakeTrack[]; }
  /** What a take is as sound; null if it is notes, or not here yet: it is fetched then. */
  master(proposal: string, take: number): Master | null { return one(this.core.takeMaster(proposal, take)); }
  /** The master that the band has accepted. */
  songMaster(): Master | null { return one(this.core.songMaster()); }
  chords(proposal: string, take: number): readonly TakeChord[] { return JSON.parse(this.core.takeChords(proposal, take)) as TakeChord[]; }
  replaced(proposal: string, take: number): Int32Array { return this.core.replaced(proposal, take); }
  /** Of a clip that would be cut, such as an alias: the notes that would be heard in it no more. */
  replacedIn(proposal: string, take: number, clip: Handle): Int32Array { return this.core.replacedIn(proposal, take, clip); }

  /** Lets a take sound for this page alone; false if its notes aren't here yet. */
  preview(proposal: string, take: number, over: boolean, matched: boolean): boolean {
    return this.hands.did(() => this.core.preview(proposal, take, over, matched)) === 1;
  }

  /** The song sounds as it is. */
  silence(): void { this.hands.did(() => this.core.preview('', 0, false, false)); }

  /** The decibels that make a take about as loud as what it would replace. */
  decibels(proposal: string, take: number): number { return this.core.previewFactor(proposal, take); }
  /** Whether these rest on measured sound; else they are an estimate from the notes. */
  measured(proposal: string, take: number): boolean { return this.core.previewMeasured(proposal, take) === 1; }

  /** Tells the others what one listens to; take 0 for nothing any more. */
  listen(proposal: string, take: number): void { this.hands.did(() => this.core.listenTo(proposal, take)); }
  listeners(proposal: string): readonly Listener[] { return JSON.parse(this.core.listeners(proposal)) as Listener[]; }
}

function one(json: string): Master | null {
  return json === '' ? null : (JSON.parse(json) as Master[])[0] ?? null;
}
