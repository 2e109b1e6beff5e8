import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Chosen, Suggestion } from '../../song/tray';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { barsAfter, barsBetween, barStart } from '../time/grid-step';
import { run } from '../commands/commands';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { t, told } from '../../words/words';
import { offerSettings, settingsStyles } from './offer-settings';
import { chosenFor } from './suggest';
import { suggestStyles } from './suggest-styles';
import { barsOf, tracksOf } from './tray-words';

/** The control whose values are names of palettes. */
const STYLE = 'style';

/** What fits the selection, in people's words: one press gives a first take; more is behind "More…". */
@customElement('tutti-suggest')
export class TuttiSuggest extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  /** Where the button lies that it opens below. */
  @property({ attribute: false }) studio?: ParentNode;
  @query('[popover]') private panel!: HTMLElement;
  @state() private shown = false;
  /** The offer whose settings are open. */
  @state() private more: Suggestion | null = null;
  @state() private settings: Record<string, string> = {};
  @state() private seed = '';
  @state() private takes = 0;
  private chosen: Chosen = { from: 0, to: 0, tracks: [], notes: [], clips: [] };
  private offers: readonly Suggestion[] = [];
  private cameFrom: HTMLElement | null = null;

  static override styles = [controlStyles, suggestStyles, settingsStyles];

  constructor() {
    super();
    new Watching(this, ['tray']);
  }

  /** Opens below the button in the top bar, for what is chosen now. */
  open(): void {
    const w = this.workspace;
    if (!w) {
      return;
    }
    this.cameFrom = deepest(document.activeElement);
    this.chosen = chosenFor(w);
    this.offers = w.song.tray.suggestions(this.chosen);
    this.more = null;
    this.shown = true;
    void this.updateComplete.then(() => {
      this.panel.showPopover();
      this.place();
      this.focusFirst();
    });
  }

  private place(): void {
    const button = this.studio?.querySelector('tutti-transport')?.shadowRoot?.querySelector('.suggest')?.getBoundingClientRect();
    const { width, height } = this.panel.getBoundingClientRect();
    const left = button && button.width > 0 ? button.right - width : (window.innerWidth - width) / 2;
    this.panel.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
    this.panel.style.top = `${Math.max(8, Math.min((button?.bottom ?? 48) + 4, window.innerHeight - height - 8))}px`;
  }

  private focusFirst(): void {
    this.panel.querySelector<HTMLElement>('.offer .do, [data-first], button')?.focus();
  }

  private close(): void {
    if (this.panel.matches(':popover-open')) {
      this.panel.hidePopover();
    }
  }

  private readonly toggled = (event: ToggleEvent): void => {
    if (event.newState === 'closed') {
      const inside = this.shadowRoot?.activeElement !== null || document.activeElement === document.body;
      this.shown = false;
      this.more = null;
      if (inside) {
        this.cameFrom?.focus({ preventScroll: true });
      }
    }
  };

  override render() {
    return html`
      <div popover role="dialog" aria-label=${t('Suggest')} @toggle=${this.toggled} @keydown=${this.key}>
        ${!this.shown || !this.workspace ? nothing : this.more ? this.panelOf(this.workspace, this.more) : this.list(this.workspace)}
      </div>`;
  }

  private list(w: Workspace) {
    return html`
      <h2>${icon('suggest')} ${t('Suggest for {0}', this.about(w))}</h2>
      ${this.offers.length === 0 ? html`
        <p>${w.song.tray.offers().length === 0 ? t('No assistant is here yet. You can put an idea of your own in the tray.')
          : t('Nothing fits what is chosen. Choose some bars, a clip, notes or a track, and try again.')}</p>
        ${w.song.tray.unfit(this.chosen).map(each => html`<p class="unfit"><b>${told(each.name)}</b> ${told(each.why)}</p>`)}` : nothing}
      ${this.offers.map(offer => html`
        <div class="offer">
          <button class="do" data-offer=${offer.id} @click=${() => this.ask(offer, {}, '', 0)}>
            <b>${told(offer.name)}</b><small>${offer.tool}${offer.targets.length > 0 ? ` · ${tracksOf(w, offer.targets)}` : ''}</small>
            ${offer.hint === '' ? nothing : html`<span>${told(offer.hint)}</span>`}
          </button>
          ${offer.controls.length === 0 ? nothing : html`<button class="to-more" data-offer=${offer.id} aria-label=${t('More settings of {0}', told(offer.name))} @click=${() => this.openMore(offer)}>${t('More…')}</button>`}
        </div>`)}
      <div class="own">
        <span>${t('Or put what is chosen in the tray yourself:')}</span>
        <button class="framed" @click=${() => this.own('idea')}>${t('For everybody')}</button>
        <button class="framed" @click=${() => this.own('idea-own')}>${t('For me alone at first')}</button>
      </div>`;
  }

  private panelOf(w: Workspace, offer: Suggestion) {
    return html`
      <h2><button class="to-list" aria-label=${t('Back to all suggestions')} @click=${() => this.toList()}>‹</button> ${told(offer.name)} <small>${offer.tool}, ${offer.version}</small></h2>
      <p>${this.about(w)}${offer.targets.length > 0 ? html` · ${tracksOf(w, offer.targets)}` : nothing}</p>
      <form @submit=${(event: Event) => { event.preventDefault(); this.ask(offer, this.settings, this.seed, this.takes); }}>
        ${offer.controls.some(each => each.name === STYLE && each.type === 'choice') ? html`<button type="button" class="framed styles" @click=${() => this.pickStyle(offer)}>${t('Look at the styles and hear them')}</button>` : nothing}
        <div class="control"><label class="field bars"><span>${t('Bars')}</span><input type="number" min="1" max="512" step="1" .value=${String(barsBetween(w.song, offer.from, offer.to))} aria-label=${t('Bars')}
          @change=${(event: Event) => this.setBars(w, offer, Number((event.target as HTMLInputElement).value))}></label></div>
        ${offerSettings(offer.controls, this.settings, (name, value) => { this.settings = { ...this.settings, [name]: value }; })}
        <div class="two">
          ${offer.live ? nothing : html`<label class="field"><span>${t('Takes')}</span>
            <select aria-label=${t('How many takes')} @change=${(event: Event) => { this.takes = Number((event.target as HTMLSelectElement).value); }}>
              ${[1, 2, 3, 4].map(each => html`<option value=${each} ?selected=${each === (this.takes || offer.takes)}>${each}</option>`)}
            </select></label>`}
          <label class="field"><span>${t('Seed')}</span>
            <input inputmode="numeric" pattern="-?[0-9]{1,18}" placeholder=${t('any')} .value=${this.seed} aria-label=${t('Seed')}
              @input=${(event: Event) => { this.seed = (event.target as HTMLInputElement).value.trim(); }}></label>
        </div>
        <p class="rights">${offer.commercial ? t('May be released commercially.') : t('May not be released commercially.')} ${offer.credit === '' ? '' : t('Credit due: {0}', offer.credit.split('\n').join(', '))} ${told(offer.rights)}</p>
        <div class="end">
          <button type="button" @click=${() => { this.settings = {}; this.seed = ''; this.takes = 0; }}>${t('As at first')}</button>
          <button class="primary" type="submit">${t('Suggest')}</button>
        </div>
      </form>`;
  }

  private about(w: Workspace): string {
    const first = this.more ?? this.offers[0];
    const { notes, clips } = this.chosen;
    const what = notes.length > 0 ? notes.length === 1 ? t('1 note') : t('{0} notes', notes.length)
      : clips.length > 0 ? clips.length === 1 ? w.seen.clipName(clips[0]!) || t('1 clip') : t('{0} clips', clips.length) : '';
    const { from, to } = first ?? this.chosen;
    const bars = to > from ? barsOf(w, from, to) : '';
    return what === '' ? bars || t('what is chosen') : bars === '' ? what : `${what}, ${bars}`;
  }

  private openMore(offer: Suggestion): void {
    this.more = offer;
    this.settings = {};
    this.seed = '';
    this.takes = 0;
    void this.updateComplete.then(() => {
      this.place();
      this.panel.querySelector<HTMLElement>('form [data-control] tutti-slider, form [data-control] select, form [data-control] input')?.focus();
    });
  }

  /** As many bars from the first one on. */
  private setBars(w: Workspace, offer: Suggestion, bars: number): void {
    this.more = { ...offer, to: barsAfter(w.song, barStart(w.song, offer.from), Math.min(512, Math.max(1, Math.round(bars) || 1))) };
  }

  /** A style is chosen by ear in the dialog of palettes; this panel goes while that is open, and comes back with the choice. */
  private pickStyle(offer: Suggestion): void {
    const { settings, seed, takes, chosen, offers } = this;
    const choose = (palette: { readonly name: string }) => {
      this.chosen = chosen;
      this.offers = offers;
      this.shown = true;
      this.more = offer;
      this.settings = { ...settings, [STYLE]: palette.name };
      this.seed = seed;
      this.takes = takes;
      void this.updateComplete.then(() => {
        this.panel.showPopover();
        this.place();
        this.panel.querySelector<HTMLElement>('button.primary')?.focus();
      });
    };
    this.dispatchEvent(new CustomEvent('tutti-palettes', { detail: { choose }, bubbles: true, composed: true }));
  }

  private toList(): void {
    const was = this.more?.id;
    this.more = null;
    void this.updateComplete.then(() => {
      this.place();
      this.panel.querySelector<HTMLElement>(`.do[data-offer='${was}']`)?.focus();
    });
  }

  private ask(offer: Suggestion, settings: Readonly<Record<string, string>>, seed: string, takes: number): void {
    const { workspace: w } = this;
    const id = w?.attempt(() => w.song.tray.ask(offer, [...this.chosen.notes, ...this.chosen.clips], settings, seed, takes));
    this.close();
    if (w && id !== undefined) {
      w.tray.open(id);
      w.wanted.tell('tray');
    }
  }

  private own(id: 'idea' | 'idea-own'): void {
    this.close();
    if (this.workspace) {
      run(id, this.workspace);
    }
  }

  private readonly key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && !this.more) {
      event.preventDefault();
      const all = [...this.panel.querySelectorAll<HTMLElement>('.offer .do, .own button')];
      all[(all.indexOf(this.shadowRoot?.activeElement as HTMLElement) + by + all.length) % all.length]?.focus();
    } else if (event.key === 'ArrowRight' && !this.more) {
      (this.shadowRoot?.activeElement as HTMLElement | null)?.closest('.offer')?.querySelector<HTMLElement>('.to-more')?.focus();
    } else if (event.key === 'Escape' && this.more) {
      event.preventDefault();
      this.toList();
    }
  };
}

function deepest(element: Element | null): HTMLElement | null {
  let inner = element;
  while (inner?.shadowRoot?.activeElement) {
    inner = inner.shadowRoot.activeElement;
  }
  return inner as HTMLElement | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-suggest': TuttiSuggest;
  }
}
