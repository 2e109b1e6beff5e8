import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Master, Proposal, TakeSeen } from '../../song/tray';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { whenShut } from '../controls/shut';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { t, told } from '../../words/words';
import { EqualPlayers } from './equal-players';
import { masterFiles } from './master-files';
import { filesStyles, mastersStyles } from './masters-styles';

/** The assistant whose takes are masters. */
export const MASTERING = 'mastering';

interface Candidate { readonly key: string; readonly proposal: Proposal; readonly take: TakeSeen; readonly sound: Master }

/**
 * Compares the masters of the tray blind: letters in an order that chance makes, all equally loud; whose they are is told once one has voted. Opened by the event
 * `tutti-masters`, bubbling and composed.
 */
@customElement('tutti-masters')
export class TuttiMasters extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @state() private isOpen = false;
  @state() private problem = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  private players?: EqualPlayers;
  /** Where chance put each. */
  private readonly ranks = new Map<string, number>();

  static override styles = [controlStyles, filesStyles, mastersStyles];

  constructor() {
    super();
    new Watching(this, ['tray', 'song'], () => { if (this.isOpen) { this.requestUpdate(); } });
  }

  open(): void {
    const w = this.workspace;
    if (!w || this.isOpen) {
      return;
    }
    const { shared } = w.song.playing;
    if (shared.joined) {
      shared.leave(); // the others play on, and this page is silent
    } else if (w.song.transport.playing) {
      w.song.transport.stop();
    }
    this.isOpen = true;
    this.problem = '';
    this.ranks.clear();
    this.players = new EqualPlayers(w.song.link, () => this.requestUpdate(), problem => { this.problem = problem; });
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  private readonly closed = whenShut(() => this.shut());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.shut();
  }

  private shut(): void {
    this.players?.close();
    this.players = undefined;
    this.isOpen = false;
  }

  private hear(media: string): void {
    this.problem = '';
    this.players?.play(media);
  }

  private candidates(w: Workspace): readonly Candidate[] {
    const found: Candidate[] = [];
    for (const proposal of w.tray.all) {
      if (proposal.assistant === MASTERING) {
        for (const take of proposal.takes.filter(each => !each.hidden && !each.partial)) {
          const sound = w.song.tray.master(proposal.id, take.number);
          const key = `${proposal.id}/${take.number}`;
          if (sound) {
            if (!this.ranks.has(key)) {
              this.ranks.set(key, crypto.getRandomValues(new Uint32Array(1))[0]!);
            }
            found.push({ key, proposal, take, sound });
          }
        }
      }
    }
    return found.sort((a, b) => this.ranks.get(a.key)! - this.ranks.get(b.key)!);
  }

  override render() {
    const w = this.workspace;
    const { players } = this;
    if (!w || !this.isOpen || !players) {
      return nothing;
    }
    const all = this.candidates(w);
    players.compare(all.map(each => each.sound));
    const voted = all.some(each => each.take.mine !== 0);
    const shown = voted || all.length === 1;
    return html`
      <dialog aria-label=${t('Compare masters')} @keydown=${(event: KeyboardEvent) => this.key(event, all)} @close=${this.closed}>
        <header><h2>${t('Which master sounds best?')}</h2><button aria-label=${t('Close')} @click=${() => this.dialog.close()}>${icon('close')}</button></header>
        <p>${all.length < 2 ? t('There is one master. Ask for another from the song’s menu to compare them blind.')
          : voted ? t('All are equally loud here. You have voted, so their names are told.')
          : t('All are equally loud here, so that the louder one doesn’t win. Their names are told once you have voted.')}</p>
        ${this.problem === '' ? nothing : html`<p role="alert">${this.problem}</p>`}
        <div class="letters">${all.map((each, at) => this.one(w, players, all, each, letter(at), shown))}</div>
        <footer>
          <input type="range" min="0" max=${Math.max(1, players.length)} step="0.1" .value=${String(players.seconds)} aria-label=${t('Place in the song')}
            @input=${(event: Event) => players.seek(Number((event.target as HTMLInputElement).value))}>
          <span>${clock(players.seconds)} / ${clock(players.length)}</span>
        </footer>
      </dialog>`;
  }

  private one(w: Workspace, players: EqualPlayers, all: readonly Candidate[], each: Candidate, name: string, shown: boolean) {
    const { proposal: p, take, sound } = each;
    const heard = players.playing === sound.media;
    const mine = take.mine === 1;
    const accepted = p.accepted.some(one => !one.undone && one.take === take.number);
    return html`
      <div class="one ${heard ? 'heard' : ''}" data-letter=${name} data-proposal=${shown ? p.id : nothing}>
        <button class="letter" aria-pressed=${heard} aria-busy=${players.isComing(sound.media)} aria-label=${heard ? t('Stop hearing {0}', name) : t('Hear {0}', name)}
          @click=${() => this.hear(sound.media)}>${name}</button>
        <div class="about">
          ${shown ? html`<b>${told(take.label)} <small>${p.byName}</small></b>${masterFiles(sound, w.song.link)}
            <span class="votes">${icon('thumb-up')}${take.up}</span>` : html`<span>${heard ? t('This is what you hear.') : players.isComing(sound.media) ? t('It is being fetched …') : ''}</span>`}
        </div>
        <div class="acts">
          ${all.length < 2 ? nothing : html`<button class="framed vote" aria-pressed=${mine} aria-label=${mine ? t('Take the vote for {0} back', name) : t('Vote for {0}', name)}
            @click=${() => this.vote(w, all, each)}>${icon('thumb-up')} ${mine ? t('Your vote') : t('Vote')}</button>`}
          ${!shown ? nothing : accepted ? html`<span class="accepted">${icon('check')} ${t('The song’s master')}</span>`
            : html`<button class="framed accept" aria-disabled=${take.whyNot !== ''} data-tip=${take.whyNot === '' ? nothing : told(take.whyNot)} aria-label=${t('Make {0} the song’s master', name)}
              @click=${() => w.tray.accept(p.id, take.number)}>${icon('check')} ${t('Accept')}</button>`}
        </div>
      </div>`;
  }

  /** One vote for all of them together. */
  private vote(w: Workspace, all: readonly Candidate[], chosen: Candidate): void {
    w.attempt(() => {
      for (const each of all) {
        if (each !== chosen && each.take.mine === 1) {
          w.song.tray.judge(each.proposal.id, each.take.number, 'NO_VOTE');
        }
      }
      w.song.tray.judge(chosen.proposal.id, chosen.take.number, chosen.take.mine === 1 ? 'NO_VOTE' : 'UP');
    });
  }

  private key(event: KeyboardEvent, all: readonly Candidate[]): void {
    event.stopPropagation(); // the studio's keys rest
    const typed = event.key.length === 1 ? event.key.toUpperCase() : '';
    const at = all.findIndex((each, number) => letter(number) === typed);
    const chosen = all[at];
    if (chosen && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.hear(chosen.sound.media);
    }
  }
}

function letter(at: number): string {
  return String.fromCharCode(65 + at % 26);
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-masters': TuttiMasters;
  }
}
