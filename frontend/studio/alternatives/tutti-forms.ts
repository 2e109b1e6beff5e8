import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Side, type Alternative, type Difference } from '../../song/alternatives';
import { NONE, type Handle, type Section } from '../../song/song';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { whatIsWhat } from '../together/what-is-what';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';
import { OWN, choose, keep, sectionAtHand } from './forms-at-hand';
import { formsStyles } from './forms-styles';

/** The forms of one section: heard for oneself, switched for all, renamed, merged where they differ, discarded. */
@customElement('tutti-forms')
export class TuttiForms extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private section: Handle = NONE;
  /** The alternative that is being merged, and what is chosen where it differs. */
  @state() private merging: Handle = NONE;
  @state() private sides: number[] = [];
  /** What is heard by this person alone. */
  @state() private heard = '';
  private differences: readonly Difference[] = [];

  static override styles = [controlStyles, formsStyles];

  constructor() {
    super();
    new Watching(this, ['song']);
  }

  open(): void {
    const w = this.workspace;
    const section = w && sectionAtHand(w);
    if (!w || !section) {
      w?.say(t('Name some bars first: alternatives belong to a section.'));
      return;
    }
    this.section = section.handle;
    this.merging = NONE;
    this.requestUpdate();
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  private get now(): Section | undefined {
    return this.workspace?.seen.sections.find(each => each.handle === this.section);
  }

  override render() {
    const w = this.workspace;
    const section = this.now;
    return html`<dialog aria-label=${t('Alternatives')} @close=${this.asIs}>
      ${w && section ? html`
        <header><h2>${t('Alternatives of “{0}”', section.name || t('Section'))}</h2>
          <button class="icon" aria-label=${t('Close')} @click=${() => this.dialog.close()}>${icon('close')}</button></header>
        ${this.forms(w, section)}
        ${this.merge(w, section)}
        <h3>${t('What is what')}</h3>
        ${whatIsWhat()}` : nothing}
    </dialog>`;
  }

  private forms(w: Workspace, section: Section) {
    const forms = w.song.alternatives.of(section.handle);
    const heard = w.song.alternatives.heard(section.handle);
    return html`
      ${forms.length === 0 ? html`<p>${t('There is no alternative here yet. Keep what is there as one, and go on writing.')}</p>`
        : this.form(w, section, section.handle, OWN, heard === section.handle, false)}
      ${forms.map(each => this.form(w, section, each.handle, each.name, each.heard, each.gone))}
      <div class="foot"><button class="framed" @click=${() => keep(w, section)}>${icon('plus')} ${t('Keep this as an alternative, and go on writing')}</button></div>`;
  }

  private form(w: Workspace, section: Section, form: Handle, name: string, heard: boolean, gone: boolean) {
    const own = form === section.handle;
    return html`<div class="form" data-form=${name}>
      <b>${name}</b>
      <span class="what">${gone ? t('discarded') : heard ? t('in the song now') : own ? t('the section’s own form') : ''}</span>
      ${heard ? nothing : html`
        <button class="framed" aria-pressed=${this.heard === `form ${form}`} @click=${() => this.hear(`form ${form}`, () => w.song.alternatives.hear(section.handle, form))}>${t('Hear')}</button>
        <button class="framed" @click=${() => choose(w, section, form, name)}>${t('Switch to it')}</button>
        ${own ? nothing : html`<button class="framed" @click=${() => this.begin(w, form)}>${t('Merge…')}</button>`}
        <button class="framed" @click=${() => w.attempt(() => w.song.alternatives.discard(section.handle, form))}>${t('Discard')}</button>`}
    </div>`;
  }

  private begin(w: Workspace, alternative: Handle): void {
    this.differences = w.attempt(() => w.song.alternatives.differences(this.section, alternative)) ?? [];
    this.sides = this.differences.map(() => Side.heard);
    this.merging = alternative;
  }

  private merge(w: Workspace, section: Section) {
    const other = w.song.alternatives.of(section.handle).find(each => each.handle === this.merging && !each.heard && !each.gone);
    if (!other) {
      return nothing;
    }
    const names = [this.heardName(w, section), other.name, t('Both')];
    return html`<h3>${t('Merge {0} into what is in the song', other.name)}</h3>
      ${this.differences.length === 0 ? html`<p>${t('The two are the same: merging only discards {0}.', other.name)}</p>`
        : this.differences.map((each, index) => this.difference(w, section, other, each, index, names))}
      <div class="foot">
        <button class="framed" @click=${() => { this.merging = NONE; this.asIs(); }}>${t('Cancel')}</button>
        <button class="primary" @click=${() => this.finish(w, section, other)}>${t('Merge')}</button>
      </div>`;
  }

  private heardName(w: Workspace, section: Section): string {
    return w.song.alternatives.of(section.handle).find(each => each.heard)?.name ?? OWN;
  }

  private difference(w: Workspace, section: Section, other: Alternative, difference: Difference, index: number, names: readonly string[]) {
    const track = difference.track === NONE ? t('Chords') : w.seen.track(difference.track)?.name ?? '';
    const bar = (tick: number) => w.song.position(tick).split('.')[0];
    const [first, last] = [bar(difference.from), bar(difference.to - 1)];
    const where = first === last ? t('{0}, bar {1}', track, first) : t('{0}, bars {1} to {2}', track, first, last);
    return html`<div class="difference">
      <span class="what">${where}</span>
      <div role="radiogroup" aria-label=${where} @keydown=${(event: KeyboardEvent) => this.turn(event, w, section, other, index, names.length)}>
        ${names.map((name, side) => html`<button class="framed" role="radio" aria-checked=${this.sides[index] === side} tabindex=${this.sides[index] === side ? 0 : -1}
          @click=${() => this.take(w, section, other, index, side)}>${name}</button>`)}
      </div>
    </div>`;
  }

  /** As radio buttons go: one stop for Tab, arrows choose. */
  private turn(event: KeyboardEvent, w: Workspace, section: Section, other: Alternative, index: number, count: number): void {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? count - 1 : 0;
    if (step === 0) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const side = (this.sides[index]! + step) % count;
    this.take(w, section, other, index, side);
    (event.currentTarget as HTMLElement).querySelectorAll('button')[side]?.focus();
  }

  /** A side is heard as it is chosen: the song as it would be, from the bars in question on. */
  private take(w: Workspace, section: Section, other: Alternative, index: number, side: number): void {
    this.sides = this.sides.map((each, at) => at === index ? side : each);
    this.heard = '';
    this.hear('merge', () => w.song.alternatives.hearMerge(section.handle, other.handle, this.sides), this.differences[index]!.from);
  }

  private finish(w: Workspace, section: Section, other: Alternative): void {
    this.asIs();
    if (w.attempt(() => { w.song.alternatives.merge(section.handle, other.handle, this.sides); return true; })) {
      w.say(t('{0} is merged. One undo brings both back.', other.name));
      this.merging = NONE;
    }
  }

  /** For oneself alone, from the section's beginning unless it plays there already; the same press again ends it. */
  private hear(what: string, begin: () => void, from = this.now?.start ?? 0): void {
    const w = this.workspace!;
    if (this.heard === what) {
      this.asIs();
      return;
    }
    this.heard = what;
    begin();
    const { transport } = w.song;
    const section = this.now;
    if (!transport.playing || !section || transport.playhead < section.start || transport.playhead >= section.start + section.length || what === 'merge') {
      transport.seek(from);
    }
    void transport.play();
  }

  private readonly asIs = (): void => {
    if (this.heard !== '') {
      this.heard = '';
      this.workspace?.song.alternatives.hearAsIs();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-forms': TuttiForms;
  }
}
