import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { instrumentName } from '../gm/instruments';
import { noteName } from '../gm/keys';
import { openMenu } from '../menu/menu';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { KeptNames } from './kept-names';
import { DRAGGED, hear, isLoop, library, place, type Loop, type Sound } from './library';
import { libraryStyles } from './library-styles';
import { t } from '../../words/words';

type Item = Loop | Sound;

const CATEGORIES = ['drums', 'bass', 'piano', 'guitar', 'strings', 'kick', 'snare', 'hat', 'rim', 'tom', 'cymbal', 'clap', 'percussion', 'epiano',
  'reed', 'brass', 'synth', 'ethnic'] as const;
const NEAR = 0.12;

/** The library in the side panel: loops and sounds, searched, heard in the song's tempo and key, and put into the song. */
@customElement('tutti-library')
export class TuttiLibrary extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @state() private items: readonly Item[] = [];
  @state() private problem = '';
  @state() private sought = '';
  @state() private shelf = 'all';
  @state() private tempo = 'any';
  @state() private mode = 'any';
  @state() private active = 0;
  /** What is heard now. */
  @state() private heard = '';
  @query('.list') private list!: HTMLElement;
  private timer = 0;
  private readonly favourites = new KeptNames('tutti-favourite-sounds');

  static override styles = [controlStyles, libraryStyles];

  constructor() {
    super();
    new Watching(this, ['song', 'transport']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const studio = this.closest('tutti-studio');
    this.workspace ??= studio?.workspace;
    studio?.addEventListener('song-opened', this.opened);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closest('tutti-studio')?.removeEventListener('song-opened', this.opened);
    this.silence();
  }

  private readonly opened = (): void => {
    this.workspace = this.closest('tutti-studio')?.workspace;
  };

  private async load(): Promise<void> {
    try {
      const { loops, sounds } = await library();
      this.items = [...loops, ...sounds];
      this.problem = '';
    } catch (problem) {
      this.problem = problem instanceof Error ? problem.message : String(problem);
    }
  }

  private get shown(): readonly Item[] {
    const words = this.sought.toLowerCase().split(/\s+/).filter(word => word !== '');
    const bpm = this.workspace ? this.workspace.song.tempos()[0]?.bpm ?? 120 : 120;
    return this.items.filter(item => {
      const text = `${item.name} ${item.category} ${t(item.category)} ${item.credit}`.toLowerCase();
      return words.every(word => text.includes(word))
        && (this.shelf === 'all' || (this.shelf === 'favourites' ? this.favourites.has(item.id)
          : this.shelf === 'loops' ? isLoop(item) : this.shelf === 'sounds' ? !isLoop(item) : item.category === this.shelf))
        && (this.tempo === 'any' || (isLoop(item) && (this.tempo === 'near' ? Math.abs(item.tempo / bpm - 1) <= NEAR
          : this.tempo === 'slow' ? item.tempo < 90 : this.tempo === 'fast' ? item.tempo > 130 : item.tempo >= 90 && item.tempo <= 130)))
        && (this.mode === 'any' || (isLoop(item) && item.tonic >= 0 && item.minor === (this.mode === 'minor')));
    });
  }

  override render() {
    const w = this.workspace;
    if (!w) {
      return nothing;
    }
    const shown = this.shown;
    const here = CATEGORIES.filter(category => this.items.some(item => item.category === category));
    const choice = (label: string, value: string, set: (value: string) => void, entries: readonly (readonly [string, string])[]) => html`
      <select aria-label=${label} .value=${value} @change=${(event: Event) => { set((event.target as HTMLSelectElement).value); this.active = 0; }}>
        ${entries.map(([id, name]) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
      </select>`;
    return html`
      <input class="search" type="search" placeholder=${t('Search loops and sounds')} aria-label=${t('Search loops and sounds')} .value=${this.sought}
        @keydown=${this.searchKey} @input=${(event: Event) => { this.sought = (event.target as HTMLInputElement).value; this.active = 0; }}>
      <div class="filters">
        ${choice(t('Kind'), this.shelf, value => { this.shelf = value; }, [['all', t('All')], ['favourites', t('Favourites')], ['loops', t('Loops')],
          ['sounds', t('Sounds')], ...here.map(category => [category, t(category)] as const)])}
        ${choice(t('Tempo of loops'), this.tempo, value => { this.tempo = value; }, [['any', t('Any tempo')], ['near', t('Near the song’s')],
          ['slow', t('Below 90')], ['middle', t('90 to 130')], ['fast', t('Above 130')]])}
        ${choice(t('Key of loops'), this.mode, value => { this.mode = value; }, [['any', t('Any key')], ['major', t('Major keys')], ['minor', t('Minor keys')]])}
      </div>
      <div class="list" role="grid" tabindex="0" aria-label=${t('Loops and sounds')} aria-activedescendant="at" @keydown=${this.key}>
        ${this.problem !== '' ? html`<p role="alert">${this.problem} <button class="framed" @click=${() => void this.load()}>${t('Try again')}</button></p>`
          : shown.length === 0 ? html`<p>${this.shelf === 'favourites' ? t('No favourites yet: press the star beside a sound.') : t('Nothing here is called that.')}</p>` : nothing}
        ${repeat(shown, item => item.id, (item, index) => this.row(item, index))}
      </div>
      <p>${matchMedia('(hover: none)').matches ? t('Tap the triangle to hear, the plus to add at the playhead; hold a sound for more.')
        : t('Drag into the arrangement, or press ↵ to add at the playhead; Space to hear, * for a favourite. With ⇧ a sound becomes an audio clip.')}</p>`;
  }

  private row(item: Item, index: number) {
    const liked = this.favourites.has(item.id);
    const sounds = this.heard === item.id;
    return html`
      <div role="row" id=${index === this.active ? 'at' : nothing} aria-selected=${index === this.active} draggable="true"
        @pointerdown=${() => { this.active = index; }} @dblclick=${() => void this.add(item)} @contextmenu=${(event: MouseEvent) => this.menu(event, item)}
        @dragstart=${(event: DragEvent) => event.dataTransfer?.setData(DRAGGED, item.id)}>
        <span role="gridcell"><button class="hear" tabindex="-1" aria-pressed=${sounds} aria-label=${sounds ? t('Stop {0}', item.name) : t('Hear {0}', item.name)}
          @click=${() => this.hear(item)} @dblclick=${stop}>${icon(sounds ? 'stop' : 'play')}</button></span>
        <span role="gridcell"><span class="what"><b>${item.name}</b><small data-tip=${`${item.credit}, ${item.licence}`}>${this.words(item)} · ${item.licence} · ${item.credit}</small></span></span>
        <span role="gridcell"><button class="like" tabindex="-1" aria-pressed=${liked} aria-label=${liked ? t('{0} is a favourite', item.name) : t('Make {0} a favourite', item.name)}
          @click=${() => this.like(item)} @dblclick=${stop}>${icon(liked ? 'starred' : 'star')}</button></span>
        <span role="gridcell"><button class="put" tabindex="-1" aria-label=${t('Add {0} at the playhead', item.name)} @click=${() => void this.add(item)} @dblclick=${stop}>${icon('plus')}</button></span>
      </div>`;
  }

  private words(item: Item): string {
    if (!isLoop(item)) {
      return item.pitch < 0 ? t(item.category) : `${t(item.category)}, ${noteName(item.pitch)}`;
    }
    const key = item.tonic < 0 ? t('drums') : `${noteName(item.tonic).replace(/-?\d+$/, '')} ${item.minor ? t('minor') : t('major')}, ${instrumentName(item.program)}`;
    return `${item.tempo} bpm, ${key}`;
  }

  private hear(item: Item): void {
    const { workspace } = this;
    const again = this.heard === item.id;
    this.silence();
    if (workspace && !again) {
      this.heard = item.id;
      hear(workspace, item);
      if (!isLoop(item)) {
        this.timer = window.setTimeout(() => this.silence(), 2500);
      }
    }
  }

  private silence(): void {
    window.clearTimeout(this.timer);
    this.heard = '';
    this.workspace?.song.transport.trial.silence();
  }

  private like(item: Item): void {
    this.favourites.toggle(item.id);
    this.requestUpdate();
  }

  /** @param clip whether a sound becomes a clip of its own */
  private async add(item: Item, clip = false): Promise<void> {
    const { workspace: w } = this;
    if (w) {
      this.silence();
      await place(w, item, w.caret.track, Math.round(w.song.transport.playhead), -1, clip);
    }
  }

  private menu(event: MouseEvent, item: Item): void {
    event.preventDefault();
    this.openMenu(event.clientX, event.clientY, item);
  }

  private openMenu(x: number, y: number, item: Item): void {
    const liked = this.favourites.has(item.id);
    openMenu(this, { x, y, title: item.name, entries: [
      { name: isLoop(item) ? t('Add at the playhead') : item.pitch < 0 ? t('Add as a drum pad') : t('Add as an instrument'), key: 'Enter', run: () => void this.add(item) },
      ...isLoop(item) ? [] : [{ name: t('Add as an audio clip at the playhead'), key: 'Shift+Enter', run: () => void this.add(item, true) }],
      { name: this.heard === item.id ? t('Stop {0}', item.name) : t('Hear {0}', item.name), key: 'Space', run: () => this.hear(item) },
      { name: liked ? t('No favourite any more') : t('Make it a favourite'), key: '*', run: () => this.like(item) },
    ] });
  }

  private readonly searchKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.list.focus();
    }
  };

  private readonly key = (event: KeyboardEvent): void => {
    const { shown } = this;
    const item = shown[this.active];
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) {
      this.active = Math.max(0, Math.min(shown.length - 1, this.active + by));
      void this.updateComplete.then(() => this.renderRoot.querySelector('#at')?.scrollIntoView({ block: 'nearest' }));
    } else if (item && event.key === 'Enter') {
      void this.add(item, event.shiftKey);
    } else if (item && (event.key === 'ContextMenu' || event.key === 'F10' && event.shiftKey)) {
      const row = this.renderRoot.querySelector('#at')?.getBoundingClientRect();
      if (row) this.openMenu(row.left + 40, row.bottom - 4, item);
    } else if (item && event.key === ' ') {
      this.hear(item);
    } else if (item && event.key === '*') {
      this.like(item);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

function stop(event: Event): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-library': TuttiLibrary;
  }
}
