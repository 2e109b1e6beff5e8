import type { Handle } from '../../song/song';
import type { Proposal } from '../../song/tray';
import type { Workspace } from '../workspace/workspace';
import { t, told } from '../../words/words';
import { TakeGhosts, type GhostTake } from './take-ghosts';

const NOTHING: ReadonlySet<Handle> = new Set();
/** Milliseconds after an edit within which the tray is looked at anew. */
const SOON = 250;
/** Milliseconds without news after which a worker may be gone; they come about every 700. */
const SILENCE = 6_000;
const SILENCE_AT_FIRST = 30_000;

/** What this page hears of the tray: a take, or with 0 what is there. */
export interface Hearing {
  readonly proposal: string;
  readonly take: number;
  /** Whether the take's notes were not here when it was asked for: it sounds as soon as they are. */
  readonly awaited: boolean;
}

interface Loop { readonly from: number; readonly to: number; readonly on: boolean }

/** The tray as one person has it on the table: which proposal is unfolded, which take is heard, and how. Nobody else hears it. */
export class TrayDesk {
  /** The unfolded proposal, or ''. */
  opened = '';
  hearing: Hearing | null = null;
  /** Whether a take sounds beside what is there and not in its place. */
  over = false;
  /** Whether a take is made about as loud as what it would replace. */
  matched = true;
  /** Whether its bars are looped while it is heard. */
  looped = false;
  /** Whether the panel is in sight; its element knows. */
  inSight: () => boolean = () => false;
  private readonly ghosts: TakeGhosts;
  /** The take of each proposal that was heard last: the one whose notes are shown. */
  private readonly last = new Map<string, number>();
  /** What was told last of what is being made, and when. */
  private readonly news = new Map<string, { readonly told: string; readonly at: number }>();
  /** The decibels that the take which is heard was changed by. */
  private changedBy = 0;
  private loopBefore: Loop | null = null;
  /** Proposals that were there when the panel was in sight last. */
  private known: ReadonlySet<string> = new Set();
  private readonly began = Date.now();
  private accepting = '';
  private read?: readonly Proposal[];
  private later = 0;

  constructor(private readonly w: Workspace) {
    this.ghosts = new TakeGhosts(w.song);
  }

  /** All that lies in the tray, the newest first, as it was when something was different last. */
  get all(): readonly Proposal[] {
    return (this.read ??= this.w.song.tray.read());
  }

  find(proposal: string): Proposal | undefined {
    return proposal === '' ? undefined : this.all.find(each => each.id === proposal);
  }

  /** The proposal at hand. */
  get proposal(): Proposal | undefined {
    return this.find(this.hearing?.proposal ?? this.opened);
  }

  /** Whether 1 to 9 and 0 mean takes now. */
  get hasKeys(): boolean {
    return this.hearing !== null || (this.opened !== '' && this.inSight());
  }

  /** Whether the worker that was at it is gone, and another one begins again. */
  beganAgain(proposal: string): boolean {
    return (this.find(proposal)?.attempt ?? 0) > 1;
  }

  /** Whether nothing was heard for a while of what is being made: its worker may be gone, which nobody can tell before its lease ends. */
  isSilent(proposal: string): boolean {
    const news = this.news.get(proposal);
    // before the first step is done, the same is told again and again
    return news !== undefined && performance.now() - news.at > ((this.find(proposal)?.remaining ?? -1) < 0 ? SILENCE_AT_FIRST : SILENCE);
  }

  /** The take that is drawn as ghosts: the heard one, else one of the unfolded proposal. */
  get ghost(): GhostTake | null {
    const proposal = this.proposal;
    if (!proposal || this.hearing?.take === 0 || (this.hearing === null && !this.inSight())) {
      return null;
    }
    const take = this.hearing?.take ?? this.shownTake(proposal);
    return take === 0 ? null : this.ghosts.of(proposal, take, this.over);
  }

  /** The notes of a clip that would be heard no more in it if the take that is drawn were accepted. */
  goneIn(clip: Handle): ReadonlySet<Handle> {
    const { ghost } = this;
    return ghost === null || ghost.over ? NOTHING : this.ghosts.goneIn(ghost, clip);
  }

  private shownTake(proposal: Proposal): number {
    const shown = proposal.takes.filter(each => !each.hidden);
    const last = this.last.get(proposal.id);
    return proposal.accepted.some(each => !each.undone) ? 0 : (shown.find(each => each.number === last) ?? shown[0])?.number ?? 0;
  }

  /** Something in the song is different: what is stale and what would go is looked at soon, not after every note. */
  songChanged(): void {
    if (this.later === 0 && (this.all.length > 0 || this.hearing)) {
      this.later = window.setTimeout(() => {
        this.later = 0;
        this.read = undefined;
        this.ghosts.forget();
        this.watchAccepted();
        this.tell();
      }, SOON);
    }
  }

  /** Something about the tray is different. */
  hear(): void {
    this.ghosts.forget();
    this.read = undefined;
    const { all } = this;
    for (const each of all) {
      if (each.state !== 'UNDER_WAY') {
        this.news.delete(each.id);
      } else {
        const told = `${each.running} ${each.share} ${each.remaining} ${each.node} ${each.attempt}`;
        if (this.news.get(each.id)?.told !== told) {
          this.news.set(each.id, { told, at: performance.now() });
        }
      }
    }
    if (this.hearing && !all.some(each => each.id === this.hearing?.proposal)) {
      this.back();
    }
    if (this.hearing?.awaited || this.isMeasuredAnew()) {
      this.sound(this.hearing!.proposal, this.hearing!.take);
    }
    this.watchAccepted();
    this.tell();
  }

  /** What this person accepted is in the song. */
  private watchAccepted(): void {
    const accepted = this.find(this.accepting)?.accepted[0];
    if (accepted && !accepted.pending && !accepted.undone) {
      const proposal = this.accepting;
      this.accepting = '';
      if (!this.w.song.people.some(each => each.self && each.person === accepted.person)) {
        return; // somebody else was quicker: that was said by the refusal
      }
      if (this.hearing?.proposal === proposal) {
        this.back(); // its notes are in the song now
      }
      this.w.noticed.tell({ text: t('Take {0} is in the song.', accepted.take), bad: false, brief: true, offer: { name: t('Undo'), run: () => this.undo(proposal) } });
    }
  }

  /** How many proposals of others have come since this person last looked. */
  get unseen(): number {
    const { all } = this;
    if (this.inSight()) {
      this.known = new Set(all.map(each => each.id));
    }
    return all.filter(each => !each.mine && each.made > this.began && !this.known.has(each.id)).length;
  }

  /** Unfolds a proposal, or folds it. */
  open(proposal: string): void {
    if (this.hearing && proposal !== '' && this.hearing.proposal !== proposal) {
      this.back();
    }
    this.opened = proposal;
    this.tell();
  }

  /** Lets a take sound, or with 0 what is there. Starts playing in its bars where nobody plays, unless the transport is everyone's. */
  listen(proposal: string, take: number): void {
    const found = this.find(proposal);
    if (!found || (take > 0 && !found.takes.some(each => each.number === take && !each.hidden))) {
      return;
    }
    this.opened = proposal;
    if (found.assistant === 'mastering') { // it is sound, and heard beside its like
      this.w.wanted.tell('masters');
      return;
    }
    this.w.attempt(() => {
      this.sound(proposal, take);
      this.w.song.tray.listen(proposal, take);
    });
    const { transport } = this.w.song;
    if (this.w.song.playing.shared.joined) {
      return;
    }
    if (this.looped) {
      this.loop(found);
    }
    if (transport.playhead < found.from || transport.playhead >= found.to) {
      transport.seek(found.from);
    }
    if (!transport.playing) {
      void transport.play();
    }
  }

  /** How loud the take is was estimated, and was measured now. */
  private isMeasuredAnew(): boolean {
    const { hearing, matched } = this;
    return matched && hearing !== null && hearing.take > 0 && this.w.song.tray.measured(hearing.proposal, hearing.take)
      && Math.abs(this.w.song.tray.decibels(hearing.proposal, hearing.take) - this.changedBy) > 0.01;
  }

  private sound(proposal: string, take: number): void {
    const { tray } = this.w.song;
    if (take > 0) {
      this.last.set(proposal, take);
    }
    let here = true;
    if (take === 0) {
      tray.silence();
    } else {
      here = tray.preview(proposal, take, this.over, this.matched);
      this.changedBy = tray.decibels(proposal, take);
    }
    this.hearing = { proposal, take, awaited: !here };
    this.tell();
  }

  /** The n-th take of the proposal at hand, or with 0 what is there. */
  compare(take: number): void {
    const proposal = this.hearing?.proposal ?? this.opened;
    if (proposal !== '') {
      this.listen(proposal, take);
    }
  }

  /** The song sounds as it is, and nothing of the tray is heard any more. */
  back(): void {
    const { hearing } = this;
    if (!hearing) {
      return;
    }
    this.hearing = null;
    this.w.attempt(() => {
      this.w.song.tray.silence();
      this.w.song.tray.listen(hearing.proposal, 0);
    });
    if (this.loopBefore) {
      const { from, to, on } = this.loopBefore;
      this.w.song.transport.setLoop(from, to, on);
      this.loopBefore = null;
    }
    this.tell();
  }

  setOver(over: boolean): void {
    this.over = over;
    this.again();
  }

  setMatched(matched: boolean): void {
    this.matched = matched;
    this.again();
  }

  setLooped(looped: boolean): void {
    this.looped = looped;
    const { hearing, loopBefore } = this;
    const found = hearing ? this.find(hearing.proposal) : undefined;
    if (looped && found) {
      this.loop(found);
    } else if (loopBefore) {
      this.w.song.transport.setLoop(loopBefore.from, loopBefore.to, loopBefore.on);
      this.loopBefore = null;
    }
    this.tell();
  }

  private loop(proposal: Proposal): void {
    const { from, to, on } = this.w.song.transport.loop;
    this.loopBefore ??= { from, to, on };
    this.w.song.transport.setLoop(proposal.from, proposal.to, true);
  }

  private again(): void {
    if (this.hearing && this.hearing.take > 0) {
      const { proposal, take } = this.hearing;
      this.w.attempt(() => this.sound(proposal, take));
    }
    this.tell();
  }

  /** Writes a take into the song, in place of what is there or over it; what prevents it is said. */
  accept(proposal: string, take: number): void {
    const found = this.find(proposal)?.takes.find(each => each.number === take);
    if (!found) {
      return;
    }
    if (found.whyNot !== '') {
      this.w.say(told(found.whyNot), true);
      return;
    }
    this.accepting = proposal;
    this.w.attempt(() => this.w.song.tray.judge(proposal, take, this.over ? 'ACCEPT_OVER' : 'ACCEPT'));
  }

  /** Accepts what is heard. */
  acceptHeard(): void {
    if (this.hearing && this.hearing.take > 0) {
      this.accept(this.hearing.proposal, this.hearing.take);
    }
  }

  /** Hides a take from everyone; it can be shown again. */
  hide(proposal: string, take: number): void {
    this.w.attempt(() => {
      this.w.song.tray.judge(proposal, take, 'HIDE');
      if (this.hearing?.proposal === proposal && this.hearing.take === take) {
        this.back();
      }
      this.w.noticed.tell({ text: t('Take {0} is hidden for everyone. The history keeps it.', take), bad: false, brief: true,
        offer: { name: t('Undo'), run: () => this.w.attempt(() => this.w.song.tray.judge(proposal, take, 'UNHIDE')) } });
    });
  }

  /** Takes the acceptance back, if it is the person's latest step. */
  undo(proposal: string): void {
    const said = this.w.attempt(() => this.w.song.tray.undo(proposal));
    if (said) {
      this.w.say(told(said));
    }
  }

  close(): void {
    window.clearTimeout(this.later);
  }

  private tell(): void {
    this.w.changed.tell('tray');
  }
}
