import type { Hands } from './hands';
import type { Handle } from './song';

/** What a person looks at; ticks of the song. */
export interface View {
  readonly from: number;
  readonly to: number;
  /** The topmost track in sight, or NONE. */
  readonly track: Handle;
  /** The clip in the editor, or NONE. */
  readonly clip: Handle;
  readonly inNotes: boolean;
  readonly notesFrom: number;
  readonly notesTo: number;
  /** The MIDI key in the middle of the editor, or −1. */
  readonly pitch: number;
}

/** Somebody's view: of whom one follows, or where they ask everyone to come. */
export interface Look extends View {
  readonly session: string;
  readonly invites: boolean;
}

/** One of one's own steps, as undo and redo go through them. */
export interface Step {
  readonly label: string;
  readonly undone: boolean;
}

/** The exports of `browser.PageTogether`. */
export interface TogetherCore {
  followPerson(person: string): void;
  followed(): string;
  followers(): number;
  showView(from: number, to: number, track: number, clip: number, inNotes: boolean, notesFrom: number, notesTo: number, pitch: number): void;
  gatherAll(from: number, to: number, track: number, clip: number, inNotes: boolean, notesFrom: number, notesTo: number, pitch: number): void;
  looks(): string;
  touched(): Int32Array;
  ownSteps(): string;
}

/** Seeing what others see and do, and one's own steps. */
export class SongTogether {
  constructor(private readonly hands: Hands) {}

  /** The id of the person one goes with, whether they are here or not, or ''. */
  get followed(): string { return this.hands.core.followed(); }
  /** How many pages go with this one. */
  get followers(): number { return this.hands.core.followers(); }

  /** Goes with a person, by id, or with nobody, ''. */
  follow(person: string): void { this.hands.did(() => this.hands.core.followPerson(person)); }

  /** Tells those who go with this page what is seen here; costs nothing where nobody does. */
  show(view: View): void {
    if (this.followers > 0) {
      this.hands.did(() => this.hands.core.showView(...numbers(view)));
    }
  }

  /** Asks everyone to come to what is seen here. */
  gather(view: View): void { this.hands.did(() => this.hands.core.gatherAll(...numbers(view))); }

  /** The views and invitations since this was last asked. */
  looks(): readonly Look[] { return JSON.parse(this.hands.core.looks()); }

  /** Clips that others have changed since this was last asked: pairs of handle and the author's place among `song.people`. */
  touched(): Int32Array { return this.hands.core.touched(); }

  /** What can be done again, the next one last, then what can be undone, the next one first. */
  steps(): readonly Step[] { return JSON.parse(this.hands.core.ownSteps()); }
}

function numbers(view: View): [number, number, number, number, boolean, number, number, number] {
  const whole = (tick: number) => Math.max(0, Math.round(tick));
  return [whole(view.from), whole(view.to), view.track, view.clip, view.inNotes, whole(view.notesFrom), whole(view.notesTo), Math.round(view.pitch)];
}
