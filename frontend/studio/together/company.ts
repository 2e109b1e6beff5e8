import { NONE, type Person } from '../../song/song';
import type { Look, View } from '../../song/together';
import type { Place, Workspace } from '../workspace/workspace';

/** At most so often those who follow are told what is seen here, in milliseconds. */
const EVERY = 100;

/** What a place can say of how far it is scrolled down, and be told: a track in the arrangement, a key in the piano roll. */
export interface Sight {
  topmost(): number;
  bring(topmost: number): void;
}

/** Going along with somebody: their place, clip and stretch of time are one's own until one looks elsewhere. */
export class Company {
  readonly sights: Partial<Record<Place, Sight>> = {};
  /** Who asks everyone to come, and where to. */
  invitation: { readonly person: Person; readonly look: Look } | null = null;
  private timer: number | undefined;
  private bringing = false;
  private playhead = -1;

  constructor(private readonly w: Workspace) {}

  /** The id of the person one goes with, or ''. */
  get whom(): string {
    return this.w.song.together.followed;
  }

  /** The person one goes with, while they are here. */
  get leader(): Person | undefined {
    const { whom } = this;
    return whom === '' ? undefined : this.w.song.people.find(each => each.person === whom && !each.self);
  }

  start(person: string): void {
    this.w.song.together.follow(person);
    this.playhead = -1;
    this.peopleMoved();
    this.w.changed.tell('together');
  }

  /** One goes one's own way again; returns whether one had gone along. */
  stop(): boolean {
    if (this.whom === '') {
      return false;
    }
    this.w.song.together.follow('');
    this.w.changed.tell('together');
    return true;
  }

  /** Somebody scrolled or zoomed here by hand. */
  lookedAway(): void {
    if (!this.bringing) {
      this.stop();
    }
  }

  /** Goes along with the next of those who are here, and after the last with nobody. */
  next(): void {
    const others = [...new Set(this.w.song.people.filter(each => !each.self).map(each => each.person))];
    const after = others[others.indexOf(this.whom) + 1];
    if (after) {
      this.start(after);
    } else {
      this.stop();
    }
  }

  /** Asks everyone to come here. */
  gather(): void {
    this.w.song.together.gather(this.view());
  }

  /** Comes when asked, and goes along from then on. */
  accept(): void {
    const asked = this.invitation;
    this.invitation = null;
    if (asked) {
      this.start(asked.person.person);
      this.bring(asked.look);
    }
  }

  decline(): void {
    this.invitation = null;
    this.w.changed.tell('together');
  }

  /** Views and invitations came in. */
  hear(): void {
    for (const look of this.w.song.together.looks()) {
      const person = this.w.song.people.find(each => each.session === look.session);
      if (look.invites && person && person.person === this.whom) {
        this.bring(look);
      } else if (look.invites && person) {
        this.invitation = { person, look };
      } else if (!look.invites && this.whom !== '') {
        this.bring(look);
      }
    }
    this.shown();
    this.w.changed.tell('together');
  }

  /** The leader's playhead is one's own while neither plays. */
  peopleMoved(): void {
    if (this.invitation && !this.w.song.people.some(each => each.session === this.invitation?.person.session)) {
      this.invitation = null; // who asked is gone
      this.w.changed.tell('together');
    }
    const { leader } = this;
    const { transport } = this.w.song;
    if (leader && !leader.playing && !transport.playing && leader.playhead !== this.playhead) {
      this.playhead = leader.playhead;
      transport.seek(leader.playhead);
    }
  }

  /** Something may be seen differently here: those who go along are told soon. */
  shown(): void {
    if (this.w.song.together.followers > 0) {
      this.timer ??= window.setTimeout(() => {
        this.timer = undefined;
        this.w.song.together.show(this.view());
      }, EVERY);
    }
  }

  close(): void {
    window.clearTimeout(this.timer);
  }

  private view(): View {
    const { arrangement, notes } = this.w.axes;
    return {
      from: arrangement.left, to: arrangement.right, track: this.sights.arrangement?.topmost() ?? NONE,
      clip: this.w.editorOpen ? this.w.opened : NONE, inNotes: this.w.place === 'notes',
      notesFrom: notes.left, notesTo: notes.right, pitch: this.sights.notes?.topmost() ?? -1
    };
  }

  private bring(view: View): void {
    const { w } = this;
    this.bringing = true;
    try {
      if (view.clip !== NONE && w.seen.clipAt(view.clip) >= 0) {
        w.open(view.clip);
        w.showEditor(true);
        w.axes.notes.frame(view.notesFrom, view.notesTo);
      }
      w.axes.arrangement.frame(view.from, view.to);
      if (view.track !== NONE) {
        this.sights.arrangement?.bring(view.track);
      }
      if (view.pitch >= 0 && view.clip !== NONE) {
        this.sights.notes?.bring(view.pitch);
      }
      w.goTo(view.inNotes ? 'notes' : 'arrangement');
      w.viewChanged();
    } finally {
      this.bringing = false;
    }
  }
}
