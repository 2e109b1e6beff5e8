import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { whenShut } from '../controls/shut';
import type { Workspace } from '../workspace/workspace';
import { Learning } from './learn';
import { PaletteStore, type Palette, type Sharing } from './palettes';
import { palettesStyles } from './palettes-styles';
import { t } from '../../words/words';

type Shelf = 'all' | 'melodies' | 'chords' | 'own';

/**
 * The style palettes with their cards: heard, filtered, chosen, learned, shared. Whoever needs one (Suggest, "chords and melody")
 * dispatches `tutti-palettes` with `{ choose }`, bubbling and composed, or calls `open(choose)` on the studio's element; `choose` is given
 * the palette, whose `name` goes into the request, and the dialog closes. Without `choose` it is for looking around.
 */
@customElement('tutti-palettes')
export class TuttiPalettes extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @state() private isOpen = false;
  @state() private palettes: readonly Palette[] = [];
  @state() private sought = '';
  @state() private shelf: Shelf = 'all';
  @state() private problem = '';
  @state() private heard = '';
  @state() private gone: Palette | null = null;
  @state() private renaming = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  private choose?: (palette: Palette) => void;
  private learning: Learning | null = null;
  private ending = 0;

  static override styles = [controlStyles, palettesStyles];

  open(choose?: (palette: Palette) => void): void {
    this.choose = choose;
    this.isOpen = true;
    this.sought = '';
    this.shelf = 'all';
    this.gone = null;
    this.learning = null;
    void this.updateComplete.then(() => this.dialog.showModal());
    void this.load();
  }

  private get store(): PaletteStore { return new PaletteStore(this.workspace?.song.link ?? ''); }

  private async load(): Promise<void> { await this.attempt(async () => { this.palettes = await this.store.all(); }); }

  private async attempt(what: () => Promise<void>): Promise<boolean> {
    try {
      await what();
      this.problem = '';
      return true;
    } catch (problem) {
      this.problem = problem instanceof Error ? problem.message : String(problem);
      return false;
    }
  }

  private get shown(): readonly Palette[] {
    const words = this.sought.toLowerCase().split(/\s+/).filter(word => word !== '');
    return this.palettes.filter(palette => {
      const text = `${palette.title} ${t(palette.title)} ${palette.description} ${t(palette.description)} ${palette.author}`.toLowerCase();
      return words.every(word => text.includes(word))
        && (this.shelf === 'all' || (this.shelf === 'own' ? palette.id !== null : (this.shelf === 'melodies') === palette.melodyNotes > 0));
    });
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('renaming') && this.renaming !== '') {
      this.renderRoot.querySelector<HTMLInputElement>('input.name')?.select();
    }
  }

  override render() {
    if (!this.isOpen) {
      return nothing;
    }
    const { shown } = this;
    const shelves: readonly (readonly [Shelf, string])[] = [['all', t('All')], ['melodies', t('With melodies')], ['chords', t('Chords only')], ['own', t('Learned here')]];
    return html`
      <dialog aria-label=${t('Style palettes')} @keydown=${(event: Event) => event.stopPropagation()} @close=${this.closed}>
        <header><h2>${t('Style palettes')}</h2>
          <button class="framed learn-one" aria-pressed=${this.learning !== null} @click=${this.toggleLearning}>${t('Learn one from my songs …')}</button>
          <button aria-label=${t('Close')} @click=${() => this.dialog.close()}>${icon('close')}</button></header>
        <div class="filters">
          <input class="search" type="search" placeholder=${t('Search palettes')} aria-label=${t('Search palettes')}
            @input=${(event: Event) => { this.sought = (event.target as HTMLInputElement).value; }}>
          <select aria-label=${t('Which palettes')} @change=${(event: Event) => { this.shelf = (event.target as HTMLSelectElement).value as Shelf; }}>
            ${shelves.map(([id, name]) => html`<option value=${id} ?selected=${id === this.shelf}>${name}</option>`)}</select>
        </div>
        ${this.problem === '' ? nothing : html`<p role="alert">${this.problem} <button class="framed" @click=${() => void this.load()}>${t('Try again')}</button></p>`}
        ${this.gone === null ? nothing : html`<p role="status">${t('“{0}” was deleted.', this.gone.title)}
          <button class="framed undo" @click=${() => void this.takeBack()}>${t('Undo')}</button></p>`}
        <ul class="cards" tabindex="0" aria-label=${t('Style palettes')}>
          ${shown.map(palette => this.card(palette))}
          ${shown.length > 0 || this.palettes.length === 0 ? nothing : html`<li><p>${this.shelf === 'own'
            ? t('No palette was learned here yet. Press “Learn one from my songs”: a song with chords in its chord lane and a melody is enough; ten songs give a style.')
            : t('Nothing here is called that.')}</p></li>`}
        </ul>
        ${this.learning?.render(this.toggleLearning) ?? nothing}
      </dialog>`;
  }

  private card(palette: Palette) {
    const title = palette.id === null ? t(palette.title) : palette.title;
    const sounds = this.heard === palette.name;
    return html`
      <li class="card" data-name=${palette.name}>
        <div>
          ${this.renaming === palette.name ? this.nameField(palette) : html`<h3>${title}</h3>`}
          ${palette.example ? html`<button class="framed hear" aria-pressed=${sounds} aria-label=${sounds ? t('Stop {0}', title) : t('Hear {0}', title)}
            @click=${() => void this.hear(palette)}>${icon(sounds ? 'stop' : 'play')} ${sounds ? t('Stop') : t('Hear')}</button>` : nothing}
          ${palette.mine ? this.own(palette) : nothing}
          ${this.choose ? html`<button class="primary use" @click=${() => this.use(palette)}>${t('Use')}</button>` : nothing}
        </div>
        <p>${t(palette.description)}</p>
        <p class="facts">${t('{0} songs, {1} chords, {2} melody notes, {3} bass notes', palette.songs, palette.chords, palette.melodyNotes, palette.bassNotes)}
          ${palette.melodyFrom === '' ? nothing : html` · ${t('melodies of “{0}”', t(palette.melodyFrom))}`}
          ${palette.bassFrom === '' ? nothing : html` · ${t('basses of “{0}”', t(palette.bassFrom))}`}</p>
        <p class="rights">${this.rights(palette)}</p>
      </li>`;
  }

  private rights(palette: Palette) {
    const credits = palette.sources.map(source => source.credit).filter(credit => credit !== '');
    if (palette.id !== null) {
      const due = credits.length === 0 ? nothing : html` · ${t('credit: {0}', credits.join('; '))}`;
      return html`${palette.mine ? t('Yours. What you make with it may be released if you hold the rights in the songs it learned from.')
        : t('Learned by {0} and shared with you. What is made with it may be released if {0} holds the rights in the songs it learned from.', palette.author)}${due}`;
    }
    return html`${palette.sources.map(source => `${source.name}, ${source.licence}`).join('; ')} · ${palette.release ? t('Release commercially: yes') : t('Release commercially: no')}
      · ${credits.length === 0 ? t('no credit is due') : t('credit: {0}', credits.join('; '))}`;
  }

  private own(palette: Palette) {
    const words: readonly (readonly [Sharing, string])[] = [['nobody', t('Only me')], ['song', t('In this song')], ['everybody', t('Everybody here')]];
    return html`
      <select aria-label=${t('Who sees {0}', palette.title)} @change=${(event: Event) =>
        void this.change(palette, palette.title, (event.target as HTMLSelectElement).value as Sharing)}>
        ${words.map(([id, name]) => html`<option value=${id} ?selected=${id === palette.sharing}>${name}</option>`)}</select>
      <button aria-label=${t('Rename {0}', palette.title)} data-tip=${t('Rename')} @click=${() => { this.renaming = palette.name; }}>${icon('pencil')}</button>
      <button aria-label=${t('Delete {0}', palette.title)} data-tip=${t('Delete')} @click=${() => void this.forget(palette)}>${icon('close')}</button>`;
  }

  private use(palette: Palette): void {
    const { choose } = this;
    this.dialog.close();
    choose?.(palette);
  }

  private async hear(palette: Palette): Promise<void> {
    const { workspace: w } = this;
    const again = this.heard === palette.name;
    this.silence();
    if (!w || again) {
      return;
    }
    const tempo = w.song.tempos()[0]?.bpm ?? 120;
    await this.attempt(async () => {
      this.heard = palette.name;
      const { events, length } = await this.store.example(palette.name, tempo);
      if (this.heard === palette.name) {
        const { trial } = w.song.transport;
        void trial.choose('api/presets/0/0');
        trial.turn(Int32Array.from(events), length, Math.round(w.song.transport.playhead));
        this.ending = window.setTimeout(() => this.silence(), length / 960 * 60_000 / tempo + 1500);
      }
    });
  }

  private silence(): void {
    window.clearTimeout(this.ending);
    this.heard = '';
    this.workspace?.song.transport.trial.silence();
  }

  private nameField(palette: Palette) {
    const done = (event: Event) => {
      if (this.renaming !== palette.name) {
        return; // Enter has done it, and the field, which goes, loses the focus
      }
      const title = (event.target as HTMLInputElement).value.trim();
      this.renaming = '';
      if (title !== '' && title !== palette.title) {
        void this.change(palette, title, palette.sharing === '' ? 'nobody' : palette.sharing);
      }
    };
    return html`<input class="name" type="text" maxlength="60" autofocus aria-label=${t('Name of the palette')} .value=${palette.title} @change=${done} @blur=${done}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          this.renaming = '';
        }
      }}>`;
  }

  private async change(palette: Palette, title: string, sharing: Sharing): Promise<void> {
    await this.attempt(() => this.store.change(palette, title, sharing)) && await this.load();
  }

  private async forget(palette: Palette): Promise<void> {
    if (await this.attempt(() => this.store.remove(palette))) {
      this.gone = palette;
      await this.load();
    }
  }

  private async takeBack(): Promise<void> {
    const { gone } = this;
    if (gone && await this.attempt(() => this.store.restore(gone))) {
      this.gone = null;
      await this.load();
    }
  }

  private readonly toggleLearning = (): void => {
    this.learning = this.learning ? null : new Learning(this.store, () => this.requestUpdate(), palette => {
      this.learning = null;
      this.shelf = 'own';
      this.workspace?.say(t('“{0}” was learned from {1} songs.', palette.title, palette.songs));
      void this.load();
    });
    this.requestUpdate();
  };

  private readonly closed = whenShut(() => {
    this.learning?.stop();
    this.silence();
    this.isOpen = false;
    this.choose = undefined;
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-palettes': TuttiPalettes;
  }
}
