import { NONE, type Handle } from '../../song/song';
import type { Comment } from '../../song/comments';
import { barEnd, barStart } from '../time/grid-step';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';
import { ReadMentions } from './read-mentions';

/** A comment with its answers. */
export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
  /** Somebody mentions this person here, and they have not looked yet. */
  readonly calls: boolean;
}

/** A comment that is being written: what it is about, and where. */
export interface Begun {
  readonly place: Handle;
  readonly start: number;
  readonly length: number;
  readonly words: string;
}

/** The comments of the song as one person has them on the table: what is open, what is being written, who calls. */
export class Discussion {
  /** The thread that is open, by its first comment. */
  opened: Handle = NONE;
  begun: Begun | null = null;
  showResolved = false;
  private readonly read: ReadMentions;
  private cached?: { readonly of: readonly Comment[]; readonly threads: readonly Thread[] };

  constructor(private readonly w: Workspace) {
    this.read = new ReadMentions(w.song.link);
  }

  /** All threads by place. An answer whose thread is gone begins one. */
  get threads(): readonly Thread[] {
    const all = this.w.song.comments.all();
    if (this.cached?.of !== all) {
      const known = new Set(all.map(each => each.handle));
      const threads = all.filter(each => !known.has(each.answers)).map(first => {
        const answers = all.filter(each => each.answers === first.handle);
        return { first, answers, calls: [first, ...answers].some(each => each.mentionsMe && !this.read.has(each.id)) };
      });
      this.cached = { of: all, threads };
    }
    return this.cached.threads;
  }

  /** How many threads call this person. */
  get calls(): number {
    return this.threads.filter(each => each.calls).length;
  }

  /** Looks for what is new; a mention is said at once. */
  hear(): void {
    for (const { first, answers } of this.threads) {
      for (const comment of [first, ...answers]) {
        if (comment.mentionsMe && this.read.isNew(comment.id)) {
          this.w.noticed.tell({
            text: t('{0} mentions you: “{1}”', comment.name, shortened(comment.text)), bad: false, calls: true,
            offer: { name: t('Show'), run: () => this.open(first.handle) }
          });
        }
      }
    }
  }

  /** Begins a comment on what is chosen: notes or their clip, clips, a stretch of a lane, else the bar at the caret. */
  begin(): void {
    const { w } = this;
    const clip = w.place === 'notes' ? w.openedClip : w.clips.size > 0 ? w.seen.clip(w.clips.all().at(-1)!) : undefined;
    const section = w.seen.sections.find(each => w.laneItems.has(each.handle));
    if (clip) {
      const notes = w.place === 'notes' ? w.notes.all().map(note => w.seen.note(w.content, note)).filter(note => note !== undefined) : [];
      const origin = clip.start - clip.offset;
      const at = notes.length > 0 ? Math.min(...notes.map(note => note.start)) + origin
        : w.place === 'notes' ? w.caret.tick : clip.start;
      this.beginOnClip(clip.handle, Math.min(Math.max(0, at - clip.start), clip.length - 1));
    } else if (section) {
      this.beginOnBars(section.start, section.start + section.length);
    } else {
      this.beginAt(w.caret.tick);
    }
  }

  beginOnClip(clip: Handle, start = 0): void {
    const seen = this.w.seen.clip(clip);
    if (seen) {
      const name = this.w.seen.clipName(clip) || this.w.seen.track(seen.track)?.name || t('Clip');
      this.write({ place: clip, start, length: 0, words: t('“{0}”, {1}', name, this.bars(seen.start + start, 0)) });
    }
  }

  /** Begins a comment on the bar of a tick. */
  beginAt(tick: number): void {
    const start = barStart(this.w.song, tick);
    this.beginOnBars(start, barEnd(this.w.song, start));
  }

  private beginOnBars(start: number, end: number): void {
    this.write({ place: NONE, start, length: end - start, words: this.bars(start, end - start) });
  }

  private write(begun: Begun): void {
    this.begun = begun;
    this.opened = NONE;
    this.show();
  }

  /** Takes what was written. */
  say(text: string): void {
    const { begun, w } = this;
    if (begun) {
      const made = w.attempt(() => w.song.comments.add(begun.place, begun.start, begun.length, text));
      if (made !== undefined) {
        this.begun = null;
        this.opened = made;
        w.changed.tell('together');
      }
    }
  }

  answer(thread: Handle, text: string): void {
    this.w.attempt(() => this.w.song.comments.answer(thread, text));
  }

  leave(): void {
    this.begun = null;
    this.w.changed.tell('together');
  }

  /** Opens a thread in the panel: its mentions count as read. */
  open(thread: Handle): void {
    this.opened = thread;
    this.begun = null;
    const found = this.threads.find(each => each.first.handle === thread);
    if (found?.calls) {
      this.read.add([found.first, ...found.answers].filter(each => each.mentionsMe).map(each => each.id));
      this.cached = undefined;
    }
    if (found?.first.resolved) {
      this.showResolved = true;
    }
    this.show();
  }

  private show(): void {
    this.w.wanted.tell('comments');
    this.w.changed.tell('together');
  }

  /** Goes to the place of a comment. */
  goTo(comment: Comment): void {
    const { w } = this;
    w.caret.tick = comment.start;
    w.axes.arrangement.reveal(comment.start, 80);
    if (comment.on === 'clip') {
      w.clips.set([comment.place]);
      w.open(comment.place);
      w.caret.track = w.seen.clip(comment.place)?.track ?? w.caret.track;
    } else if (comment.on === 'track') {
      w.caret.track = comment.place;
    }
    w.goTo('arrangement');
    w.wanted.tell('turn');
    w.changed.tell('view');
  }

  /** What a comment is about, in words. */
  about(comment: Comment): string {
    const { seen } = this.w;
    const clip = comment.on === 'clip' ? seen.clip(comment.place) : undefined;
    const name = clip ? seen.clipName(comment.place) || seen.track(clip.track)?.name
      : comment.on === 'track' ? seen.track(comment.place)?.name
        : comment.on === 'section' ? seen.sections.find(each => each.handle === comment.place)?.name : undefined;
    const bars = this.bars(comment.start, comment.on === 'clip' ? 0 : comment.length);
    return name ? t('“{0}”, {1}', name, bars) : bars;
  }

  private bars(start: number, length: number): string {
    const bar = (tick: number) => this.w.song.position(tick).split('.')[0]!;
    const first = bar(start);
    const last = length > 0 ? bar(start + length - 1) : first;
    return first === last ? t('bar {0}', first) : t('bars {0} to {1}', first, last);
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}
