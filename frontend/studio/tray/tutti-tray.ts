import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { run, tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { openMenu } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { t } from '../../words/words';
import { whatIsWhat } from '../together/what-is-what';
import { trayStyles } from './tray-styles';
import './tutti-proposal';
import './tutti-put-away';

const MOST_VOTES = 9;

/** The tray in the side panel: what the band and its assistants propose, the newest first. */
@customElement('tutti-tray')
export class TuttiTray extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  private clock = 0;
  /** A panel that comes into sight, or goes, shows or hides its ghost notes. */
  private readonly sight = new IntersectionObserver(() => this.workspace?.changed.tell('tray'));

  static override styles = [controlStyles, trayStyles];

  constructor() {
    super();
    new Watching(this, ['tray']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const studio = this.closest('tutti-studio');
    this.workspace ??= studio?.workspace;
    studio?.addEventListener('song-opened', this.opened);
    this.clock = window.setInterval(() => this.tick(), 2_000);
    this.sight.observe(this);
    this.seen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closest('tutti-studio')?.removeEventListener('song-opened', this.opened);
    window.clearInterval(this.clock);
    this.sight.disconnect();
  }

  private ticks = 0;

  /** Ages go on by the minute; what is being made is looked at more often, since its worker may fall silent. */
  private tick(): void {
    this.ticks++;
    if (this.ticks % 30 === 0 || this.workspace?.tray.all.some(each => each.state === 'UNDER_WAY')) {
      this.requestUpdate();
      this.renderRoot.querySelectorAll('tutti-proposal').forEach(each => each.requestUpdate());
    }
  }

  private readonly opened = (): void => {
    this.workspace = this.closest('tutti-studio')?.workspace;
    this.seen();
  };

  private seen(): void {
    if (this.workspace) {
      this.workspace.tray.inSight = () => this.isConnected && this.checkVisibility();
    }
  }

  override render() {
    const w = this.workspace;
    if (!w) {
      return nothing;
    }
    const { all, opened } = w.tray;
    const left = w.song.tray.left();
    const renewing = new Set(all.filter(each => each.renews !== '').map(each => each.renews));
    return html`
      <header>
        <span>${all.length === 0 ? nothing : all.length === 1 ? t('1 proposal') : t('{0} proposals', all.length)}</span>
        <button class="votes" aria-haspopup="menu" aria-label=${this.ruleWords(w)} data-tip=${this.ruleWords(w)} @click=${this.chooseRule}>${icon('thumb-up')}${w.song.tray.rule().votes || ''}</button>
        <button class="framed ask" data-tip=${tip('suggest')} @click=${() => run('suggest', w)}>${icon('suggest')} ${t('Suggest')}</button>
      </header>
      <div class="list" role=${all.length > 0 ? 'list' : nothing} aria-label=${all.length > 0 ? t('Proposals') : nothing}>
        ${all.length === 0 ? this.empty(w) : nothing}
        ${repeat(all, each => each.id, each => html`<tutti-proposal role="listitem" .workspace=${w} .proposal=${each} ?opened=${each.id === opened}
          ?old=${renewing.has(each.id)} data-id=${each.id}></tutti-proposal>`)}
        ${left === 0 ? nothing : html`<p class="left" role="listitem">${left === 1 ? t('One older proposal is not shown: this is more than fits at once. Put some away, then load the page anew.')
          : t('{0} older proposals are not shown: this is more than fits at once. Put some away, then load the page anew.', left)}</p>`}
      </div>
      <tutti-put-away .workspace=${w}></tutti-put-away>
      <details class="what">
        <summary>${t('What is what')}</summary>
        ${whatIsWhat()}
      </details>`;
  }

  private empty(w: Workspace) {
    return html`
      <div class="empty">
        <p>${t('Ideas lie here until the band decides: hear them in place of what is there, vote, accept one. The song stays as it is until then.')}</p>
        <p>${t('Choose some bars, a clip or notes, and press Suggest. Or put what you have played yourself in the tray.')}</p>
        <button class="primary" @click=${() => run('suggest', w)}>${icon('suggest')} ${t('Suggest')}</button>
        <button class="framed" @click=${() => run('idea-own', w)}>${t('Put what is chosen in')}</button>
      </div>`;
  }

  private ruleWords(w: Workspace): string {
    const { votes } = w.song.tray.rule();
    return votes === 0 ? t('Anybody may accept; votes are advice') : votes === 1 ? t('A take needs 1 vote to be accepted') : t('A take needs {0} votes to be accepted', votes);
  }

  private readonly chooseRule = (event: MouseEvent): void => {
    const w = this.workspace!;
    const { owner, votes } = w.song.tray.rule();
    if (!owner) {
      w.say(t('{0}. The song’s owner can change that.', this.ruleWords(w)));
      return;
    }
    const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
    openMenu(this, { x: place.left, y: place.bottom + 2, title: t('Votes that a take needs'), entries: Array.from({ length: MOST_VOTES + 1 }, (_, count) => ({
      name: count === 0 ? t('None: anybody may accept') : count === 1 ? t('1 vote') : t('{0} votes', count), checked: count === votes,
      run: () => w.attempt(() => w.song.tray.wantVotes(count))
    })) });
  };

  private shown = '';

  /** Brings the proposal that was just unfolded into sight. */
  override updated(): void {
    const opened = this.workspace?.tray.opened ?? '';
    if (opened !== this.shown) {
      this.shown = opened;
      this.renderRoot.querySelector(`[data-id='${opened}']`)?.scrollIntoView({ block: 'nearest' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-tray': TuttiTray;
  }
}
