import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Handle } from '../../song/song';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { whenShut } from '../controls/shut';
import { dropped, picked } from '../library/own-instruments';
import { Tasting } from '../library/tasting';
import type { Packed } from '../library/zip';
import type { Workspace } from '../workspace/workspace';
import { InstrumentChoices, type Choice, type Shelf } from './instrument-choices';
import { instrumentsStyles } from './instruments-styles';
import { t } from '../../words/words';

/**
 * Chooses a track's instrument: by family, by the first letters typed, among the favourites or those used last. Each can be
 * heard before: by resting on its sign, with the space bar, or by the computer's keys while it is the one at hand.
 */
@customElement('tutti-instruments')
export class TuttiInstruments extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @state() private track: Handle | null = null;
  @state() private sought = '';
  @state() private shelf: Shelf = 'all';
  @state() private active = 0;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.list') private list!: HTMLElement;
  @query('.search') private field!: HTMLInputElement;
  @query('.files') private files!: HTMLInputElement;
  @query('.folder') private folder!: HTMLInputElement;
  /** A file on its way in: how far, 0 to 1. */
  @state() private coming: number | null = null;
  @state() private problem = '';
  private cancel: AbortController | null = null;
  private readonly choices = new InstrumentChoices(() => this.workspace?.ownInstruments.all ?? []);
  private tasting: Tasting | null = null;

  static override styles = [controlStyles, instrumentsStyles];

  open(track: Handle, x: number, y: number): void {
    this.track = track;
    this.sought = '';
    this.shelf = 'all';
    this.problem = '';
    this.workspace?.ownInstruments.all.forEach(file => void this.workspace?.ownInstruments.look(file.hash).then(() => this.requestUpdate()));
    this.tasting = this.workspace ? new Tasting(this.workspace.song.transport) : null;
    this.active = Math.max(0, this.shown().findIndex(choice => choice.id === this.now));
    void this.updateComplete.then(() => {
      this.dialog.showModal();
      const { width, height } = this.dialog.getBoundingClientRect();
      this.dialog.style.left = `${Math.max(8, Math.min(x, window.innerWidth - width - 8))}px`;
      this.dialog.style.top = `${Math.max(8, Math.min(y, window.innerHeight - height - 8))}px`;
      this.reveal('center');
    });
  }

  /** The id of what the track plays now. */
  private get now(): string {
    const track = this.track === null ? undefined : this.workspace?.seen.track(this.track);
    return !track ? '' : track.font === '' ? `0/${track.program}` : `${track.font}/${track.bank >> 7}/${track.program}`;
  }

  private shown(): readonly Choice[] {
    return this.choices.on(this.shelf, this.sought);
  }

  private reveal(block: ScrollLogicalPosition = 'nearest'): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('[data-active]')?.scrollIntoView({ block }));
  }

  override render() {
    if (this.track === null) {
      return nothing;
    }
    const shown = this.shown();
    const groups = this.shelf === 'recent' ? [''] : [...new Set(shown.map(choice => choice.family))];
    return html`
      <dialog aria-label=${t('Instrument')} @keydown=${this.key} @keyup=${(event: KeyboardEvent) => this.tasting?.up(event)} @close=${this.closed}
        @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${this.drop}
        @pointerdown=${(event: Event) => event.target === this.dialog && this.dialog.close()}>
        <input class="search" type="search" placeholder=${t('Search {0} instruments', this.choices.all.length)} aria-label=${t('Search instruments')} autofocus
          role="combobox" aria-haspopup="grid" aria-expanded="true" aria-controls="list" aria-activedescendant="at" .value=${this.sought} @input=${this.search}>
        <div class="shelves" role="group" aria-label=${t('Families')}>
          ${this.shelfButton('all', t('All'))}
          ${this.shelfButton('favourites', t('Favourites'))}
          ${this.shelfButton('recent', t('Used last'))}
          <hr>
          ${this.ownFiles().map(file => this.shelfButton(`family ${file.name}`, file.name))}
          <button class="add" @click=${() => this.files.click()}>${icon('plus')}${t('SoundFont or kit …')}</button>
          <button class="add" @click=${() => this.folder.click()}>${icon('folder')}${t('Folder of a kit …')}</button>
          <input class="files" type="file" hidden accept=".sf2,.sf3,.zip" @change=${() => void this.add(picked(this.files))}>
          <input class="folder" type="file" hidden webkitdirectory @change=${() => void this.add(picked(this.folder))}>
          <hr>
          ${this.choices.families.map(family => this.shelfButton(`family ${family}`, t(family)))}
        </div>
        <div class="list" id="list" role="grid" tabindex="0" aria-label=${t('Instruments')} aria-activedescendant="at">
          ${shown.length === 0 ? html`<p>${this.emptyWords()}</p>` : nothing}
          ${groups.map(family => html`
            <div role="rowgroup" aria-label=${family === '' ? t('Used last') : t(family)}>
              ${family === '' ? nothing : html`<h3 aria-hidden="true">${t(family)}</h3>`}
              ${shown.map((choice, index) => family !== '' && choice.family !== family ? nothing : this.row(choice, index))}
            </div>`)}
        </div>
        ${this.coming !== null ? html`<p class="foot" role="status">
            <progress max="1" .value=${this.coming} aria-label=${t('Sending the file')}></progress>
            <button class="framed" @click=${() => this.cancel?.abort()}>${t('Cancel')}</button></p>`
          : this.problem !== '' ? html`<p class="foot bad" role="alert">${this.problem}</p>`
          : html`<p class="foot">${this.footWords()}</p>`}
      </dialog>`;
  }

  private footWords(): string {
    const file = this.ownFiles().find(each => this.shelf === `family ${each.name}`);
    return file?.notPlayed?.length
      ? t('This kit says things that are not played here: {0}.', file.notPlayed.slice(0, 12).join(', ') + (file.notPlayed.length > 12 ? ' …' : ''))
      : t('↓ into the list, then Space to hear, A … L to play, * for a favourite, ↵ to choose.');
  }

  private ownFiles() {
    return (this.workspace?.ownInstruments.all ?? []).filter(file => file.presets);
  }

  private readonly drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) {
      void dropped(event.dataTransfer).then(files => this.add(files));
    }
  };

  /** Sends a SoundFont or a kit in, and shows what it holds. */
  private async add(files: readonly Packed[]): Promise<void> {
    const { workspace } = this;
    if (!workspace || files.length === 0 || this.cancel) {
      return;
    }
    this.cancel = new AbortController();
    this.problem = '';
    this.coming = 0;
    try {
      const file = await workspace.ownInstruments.add(files, this.cancel.signal, share => { this.coming = share; });
      this.shelf = `family ${file.name}`;
      this.active = 0;
    } catch (problem) {
      this.problem = this.cancel.signal.aborted ? '' : problem instanceof Error ? problem.message : String(problem);
    } finally {
      this.cancel = null;
      this.coming = null;
      this.files.value = '';
      this.folder.value = '';
    }
  }

  private shelfButton(shelf: Shelf, name: string) {
    return html`<button aria-pressed=${this.shelf === shelf} @click=${() => { this.shelf = shelf; this.active = 0; this.problem = ''; this.reveal(); }}>${name}</button>`;
  }

  private row(choice: Choice, index: number) {
    const liked = this.choices.favourites.has(choice.id);
    const words = liked ? t('{0} is a favourite', t(choice.name)) : t('Make {0} a favourite', t(choice.name));
    return html`
      <div role="row" id=${index === this.active ? 'at' : nothing} aria-selected=${choice.id === this.now} ?data-active=${index === this.active}
        @pointermove=${() => { this.active = index; }} @click=${() => this.choose(choice)}>
        <span role="gridcell"><button class="hear" tabindex="-1" aria-label=${t('Hear {0}', t(choice.name))}
          @pointerenter=${(event: PointerEvent) => event.pointerType === 'mouse' && this.tasting?.begin(choice.address, choice.pitch)}
          @pointerdown=${() => this.tasting?.begin(choice.address, choice.pitch)}
          @pointerleave=${() => this.tasting?.end()} @pointercancel=${() => this.tasting?.end()}
          @pointerup=${(event: PointerEvent) => event.pointerType !== 'mouse' && this.tasting?.end()}
          @click=${(event: MouseEvent) => this.heard(event, choice)}>${icon('play')}</button></span>
        <span role="gridcell"><span class="name">${t(choice.name)}</span></span>
        <span role="gridcell"><button class="like" tabindex="-1" aria-pressed=${liked} aria-label=${words}
          @click=${(event: Event) => { event.stopPropagation(); this.like(choice); }}>${icon(liked ? 'starred' : 'star')}</button></span>
      </div>`;
  }

  private emptyWords(): string {
    if (this.sought === '' && this.shelf === 'favourites') {
      return t('No favourites yet: press the star beside an instrument.');
    }
    return this.sought === '' && this.shelf === 'recent' ? t('Instruments that you choose are listed here.') : t('No instrument is called that.');
  }

  /** A press by a pointer sounds while it lasts; one by a screen reader for a moment. */
  private heard(event: MouseEvent, choice: Choice): void {
    event.stopPropagation();
    if (event.detail === 0) {
      this.tasting?.touch(choice.address, choice.pitch);
    }
  }

  private like(choice: Choice): void {
    this.choices.favourites.toggle(choice.id);
    this.active = Math.max(0, Math.min(this.active, this.shown().length - 1));
    this.requestUpdate();
  }

  private readonly search = (event: Event): void => {
    this.sought = (event.target as HTMLInputElement).value;
    this.active = 0;
    this.reveal();
  };

  private readonly key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const shown = this.shown();
    const active = shown[this.active];
    const target = event.composedPath()[0];
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined && (target === this.field || target === this.list)) {
      event.preventDefault();
      if (target === this.list && event.key === 'ArrowUp' && this.active === 0) {
        this.field.focus();
      } else {
        this.active = Math.max(0, Math.min(shown.length - 1, this.active + by));
        this.list.focus();
        this.reveal();
      }
    } else if (event.key === 'Enter' && active && (target === this.field || target === this.list)) {
      event.preventDefault();
      this.choose(active);
    } else if (target === this.list && active && this.listKey(event, active)) {
      event.preventDefault();
    }
  };

  /** What keys mean on the row at hand. */
  private listKey(event: KeyboardEvent, active: Choice): boolean {
    if (event.key === ' ') {
      if (!event.repeat) this.tasting?.touch(active.address, active.pitch);
      return true;
    }
    if (event.key === '*') {
      this.like(active);
      return true;
    }
    if (event.key === '/' || event.key === 'Backspace') {
      this.field.focus();
      return true;
    }
    return this.tasting?.down(event, active.address, active.pitch < 60 ? 36 : 60) ?? false;
  }

  private readonly closed = whenShut(() => {
    this.tasting?.close();
    this.tasting = null;
    this.track = null;
  });

  private choose(choice: Choice): void {
    const { workspace, track } = this;
    const before = this.now;
    this.choices.recent.put(choice.id);
    this.dialog.close();
    if (workspace && track !== null && choice.id !== before) {
      workspace.attempt(() => workspace.song.chooseFont(track, choice.font, choice.font === '' ? 0 : Math.min(127, choice.bank), choice.program));
    }
  }
}
