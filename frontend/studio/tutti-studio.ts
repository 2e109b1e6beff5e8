import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './arrangement/tutti-arrangement';
import { rgb } from './canvas/shades';
import { COMMANDS } from './commands/commands';
import './commands/tutti-palette';
import type { TuttiPalette } from './commands/tutti-palette';
import './alternatives/tutti-forms';
import './commands/tutti-shortcuts';
import { Tips } from './controls/tip';
import { controlStyles } from './controls/control-styles';
import './editor/tutti-editor';
import './hands/tutti-keys';
import { Keyboard } from './keyboard';
import './lyrics/tutti-lyrics';
import type { MenuOrder } from './menu/menu';
import './menu/tutti-menu';
import type { TuttiMenu } from './menu/tutti-menu';
import './notices/tutti-banner';
import './notices/tutti-notices';
import { Speaker } from './outline/speaker';
import './outline/tutti-outline';
import type { TuttiOutline } from './outline/tutti-outline';
import { openSong } from './opening';
import { pages, type Page } from './pages';
import { Regions } from './regions';
import { Splitter } from './splitter';
import { studioStyles } from './studio-styles';
import './tour/tutti-tour';
import type { TuttiTour } from './tour/tutti-tour';
import './tracks/tutti-instruments';
import type { TuttiInstruments } from './tracks/tutti-instruments';
import { ShellParts } from './together/shell-parts';
import './library/tutti-library';
import './masters/tutti-masters';
import './palettes/tutti-palettes';
import type { Palette } from './palettes/palettes';
import './presets/tutti-presets';
import type { PresetTarget } from './presets/saved-presets';
import type { TuttiPresets } from './presets/tutti-presets';
import './score/tutti-lead-sheet';
import './together/tutti-comments';
import './together/tutti-following';
import './tray/tutti-hearing';
import './tray/tutti-suggest';
import type { TuttiSuggest } from './tray/tutti-suggest';
import './tray/tutti-tray';
import './transport/tutti-transport';
import { Workspace, type Place, type Wanted } from './workspace/workspace';
import type { TuttiShortcuts } from './commands/tutti-shortcuts';
import { pressFor } from './wants';
import { t } from '../words/words';

/** Below this width each place is a page of its own. */
const NARROW = 1100;
/** Below this width the side panel lies beside the editor, and the arrangement keeps the whole width. */
const SHARED = 1400;

/**
 * The studio's window: five places, of which the shell fills three through slots.
 *
 *   top bar      slot "title" (song, menus) · <tutti-transport> · slot "people" (avatars, invite)
 *   middle       <tutti-arrangement> above <tutti-editor>
 *   side panel   slot "side" (chat, history)
 *
 * Attributes come from the server once, when the page opens; what changes while people write comes over the edit socket.
 * `workspace` is the open song as this person has it on the table, undefined until it is there; `song-opened` tells it.
 */
@customElement('tutti-studio')
export class TuttiStudio extends LitElement {
  /** The song's link: the last part of the page's address. */
  @property() song = '';

  /** This person's id, 32 hexadecimal digits. */
  @property() person = '';

  /** What this person is called. */
  @property({ attribute: 'person-name' }) personName = '';

  /** Whether the song is this person's. */
  @property({ type: Boolean }) owner = false;

  /** This person's colour as #rrggbb. */
  @property({ attribute: 'person-colour' }) personColour = '';

  /** Whether the side panel is shown. On a narrow screen each change turns to it or back: there it is a page. */
  @property({ type: Boolean, reflect: true, attribute: 'side-open' }) sideOpen = false;

  @state() workspace?: Workspace;
  @state() private problem = '';
  @property({ reflect: true }) page: Page = 'tracks';
  @query('tutti-menu') private menu!: TuttiMenu;
  @query('tutti-instruments') private instruments!: TuttiInstruments;
  @query('tutti-presets') private presets!: TuttiPresets;
  @query('tutti-shortcuts') private shortcuts!: TuttiShortcuts;
  @query('tutti-palette') private palette!: TuttiPalette;
  @query('tutti-outline') private outline!: TuttiOutline;
  @query('tutti-tour') private tour!: TuttiTour;
  @query('tutti-suggest') private suggest!: TuttiSuggest;
  @state() private spoken = '';

  private readonly tips = new Tips(this);
  private readonly splitter = new Splitter(this);
  private readonly parts = new ShellParts(this);
  private readonly sizes = new ResizeObserver(() => this.resized());
  private keyboard?: Keyboard;
  private opening = '';
  private place: Place = 'arrangement';
  private stops: (() => void)[] = [];
  private regions?: Regions;

  static override styles = [controlStyles, studioStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    this.addEventListener('tutti-menu', event => this.menu.open((event as CustomEvent<MenuOrder>).detail));
    this.addEventListener('tutti-instruments', event => {
      const { track, x, y } = (event as CustomEvent<{ track: number; x: number; y: number }>).detail;
      this.instruments.open(track, x, y);
    });
    this.addEventListener('tutti-palettes', event => this.showPalettes((event as CustomEvent<{ choose?: (palette: Palette) => void } | null>).detail?.choose));
    this.addEventListener('tutti-masters', () => this.renderRoot.querySelector('tutti-masters')?.open());
    this.addEventListener('tutti-presets', event => this.presets.open((event as CustomEvent<PresetTarget>).detail));
    this.parts.connect();
    this.keyboard?.connect();
    void this.updateComplete.then(() => this.tips.connect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.parts.disconnect();
    this.keyboard?.disconnect();
    this.tips.disconnect();
    // The framework takes elements off and puts them on again while a page loads: only what stays away is closed.
    window.setTimeout(() => !this.isConnected && this.leave(), 0);
  }

  private leave(): void {
    this.stops.forEach(stop => stop());
    this.stops = [];
    this.workspace?.close();
    this.workspace?.song.close();
    this.workspace = undefined;
    this.keyboard = undefined;
    this.opening = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (this.song !== '' && this.personName !== '' && this.opening !== this.song) {
      this.opening = this.song;
      queueMicrotask(() => void this.openNow());
    } else if (this.workspace && (changed.has('personName') || changed.has('personColour'))) {
      this.workspace.song.introduce(this.personName, rgb(this.personColour));
    }
    if (changed.has('sideOpen') && this.hasUpdated && this.hasAttribute('narrow')) {
      this.page = this.page === 'side' ? 'tracks' : 'side'; // a narrow screen turns the page instead
    }
  }

  private async openNow(): Promise<void> {
    if (!this.isConnected || this.workspace) {
      return;
    }
    try {
      const song = await openSong(this.song, { name: this.personName, colour: rgb(this.personColour) });
      if (!this.isConnected) {
        song.close();
        return;
      }
      song.locks.owner = this.owner;
      this.receive(new Workspace(song));
    } catch (problem) {
      this.problem = problem instanceof Error ? problem.message : String(problem);
    }
  }

  private receive(workspace: Workspace): void {
    workspace.begin();
    this.workspace = workspace;
    this.keyboard = new Keyboard(this, workspace, group => this.afterKey(group));
    this.keyboard.connect();
    this.regions = new Regions(this, workspace);
    const speaker = new Speaker(workspace.song, sentence => { this.spoken = sentence; });
    this.stops = [
      workspace.changed.on(aspect => {
        if (aspect === 'view' || aspect === 'opened') {
          this.requestUpdate();
        }
      }),
      this.parts.hear(workspace),
      workspace.wanted.on(what => (this.wants[what] ?? (() => pressFor(this, what)))()),
      speaker.close.bind(speaker)
    ];
    void this.updateComplete.then(() => workspace.hearTransport());
    void this.updateComplete.then(() => window.location.hash === '#tour' && this.tour.offer());
    this.dispatchEvent(new CustomEvent('song-opened', { detail: workspace.song, bubbles: true, composed: true }));
  }

  /** What only this element can show of what commands ask for. */
  private readonly wants: Partial<Record<Wanted, () => void>> = {
    shortcuts: () => this.shortcuts.open(),
    palette: () => { this.palette.open(); this.tour.look(); },
    forms: () => this.renderRoot.querySelector('tutti-forms')?.open(),
    outline: () => this.outline.show(),
    suggest: () => this.suggest.open(),
    'lead-sheet': () => this.showLeadSheet(),
    palettes: () => this.showPalettes(),
    tour: () => this.tour.begin(),
    rename: () => this.arrangement?.renameChosen(),
    'replace-chords': () => this.arrangement?.askForChords(),
    reveal: () => this.reveal(),
    turn: () => { this.page = this.workspace?.place === 'notes' ? 'notes' : 'tracks'; }, // on a narrow screen, from the room too
    work: () => this.regions?.work(),
    'next-region': () => this.regions?.step(1),
    'last-region': () => this.regions?.step(-1)
  };

  private afterKey(group: string): void {
    if (group === 'Clips' || group === 'Arrange' || group === 'Notes' || group === 'Drums' || group === 'Edit') {
      this.reveal();
    }
  }

  private reveal(): void {
    void this.updateComplete.then(() => {
      const place = this.workspace?.place === 'notes' ? this.grid ?? this.roll : this.arrangement;
      if (place?.hasUpdated) { // one that was just put there shows its caret by itself
        place.reveal();
      }
    });
  }

  /** The song, or what is chosen of it, as a lead sheet; the song's menu asks for it too. */
  showLeadSheet(): void {
    this.renderRoot.querySelector('tutti-lead-sheet')?.show();
  }

  /** The style palettes; with `choose`, to take one of them. */
  showPalettes(choose?: (palette: Palette) => void): void {
    this.renderRoot.querySelector('tutti-palettes')?.open(choose);
  }

  /** The table of commands. */
  readonly commands = COMMANDS;

  get arrangement() {
    return this.renderRoot.querySelector('tutti-arrangement');
  }

  /** The piano roll, where the editor shows one. */
  get roll() {
    return this.renderRoot.querySelector('tutti-editor')?.shadowRoot?.querySelector('tutti-piano-roll') ?? null;
  }

  /** The drum grid, where the editor shows one. */
  get grid() {
    return this.renderRoot.querySelector('tutti-editor')?.shadowRoot?.querySelector('tutti-drum-grid') ?? null;
  }

  override render() {
    const w = this.workspace;
    const shared = this.hasAttribute('shared') && w?.editorOpen;
    this.toggleAttribute('folded', !w?.editorOpen);
    this.toggleAttribute('sharing', Boolean(shared));
    return html`
      <header>
        <slot name="title"></slot>
        <tutti-transport .workspace=${w}></tutti-transport>
        <slot name="people"></slot>
      </header>
      <tutti-banner .workspace=${w}></tutti-banner>
      ${w ? html`
        <tutti-arrangement .workspace=${w}></tutti-arrangement>
        <div class="split" role="separator" aria-orientation="horizontal" aria-label=${t('Height of the editor')} tabindex="0"
          aria-valuemin="15" aria-valuemax="80" aria-valuenow=${this.splitter.percent}
          @pointerdown=${this.splitter.press} @keydown=${this.splitter.key} @dblclick=${() => w.showEditor(!w.editorOpen)}></div>
        <tutti-editor .workspace=${w}></tutti-editor>
        ${w.lyricsShown === 'no' ? nothing : html`<tutti-lyrics .workspace=${w}></tutti-lyrics>`}`
        : html`<div class="waiting" role="status">${this.problem
          ? html`<p>${this.problem}</p><button class="framed" @click=${() => window.location.reload()}>${t('Try again')}</button>` : t('Opening the song …')}</div>`}
      <tutti-keys .workspace=${w}></tutti-keys>
      <aside><slot name="side"></slot></aside>
      ${pages(this.page, page => this.turnTo(page))}
      <tutti-following .workspace=${w}></tutti-following>
      <tutti-hearing .workspace=${w}></tutti-hearing>
      <tutti-suggest .workspace=${w} .studio=${this.renderRoot}></tutti-suggest>
      <tutti-notices .workspace=${w}></tutti-notices>
      <tutti-menu></tutti-menu>
      <tutti-instruments .workspace=${w}></tutti-instruments>
      <tutti-presets .workspace=${w}></tutti-presets>
      <tutti-forms .workspace=${w}></tutti-forms>
      <tutti-lead-sheet .workspace=${w}></tutti-lead-sheet>
      <tutti-palettes .workspace=${w}></tutti-palettes>
      <tutti-masters .workspace=${w}></tutti-masters>
      <tutti-shortcuts .workspace=${w}></tutti-shortcuts>
      <tutti-palette .workspace=${w}></tutti-palette>
      ${w ? html`<tutti-outline .workspace=${w}></tutti-outline>` : nothing}
      <tutti-tour .workspace=${w} .studio=${this.renderRoot} .paletteOpen=${() => this.palette.isOpen}></tutti-tour>
      <div class="spoken" role="status">${this.spoken}</div>`;
  }

  private fills = false;

  override updated(): void {
    const w = this.workspace;
    if (w && this.hasAttribute('narrow') && (w.lyricsShown !== 'no') !== (this.page === 'words')) {
      this.page = w.lyricsShown !== 'no' ? 'words' : 'tracks';
    }
    if (w && w.place !== this.place) {
      this.place = w.place;
      if (this.hasAttribute('narrow') && this.page !== 'side') {
        this.page = w.place === 'notes' ? 'notes' : 'tracks';
      }
      void this.focusPlace();
    }
    if (w && (w.mixerShown || w.instrumentShown) !== this.fills) {
      this.fills = !this.fills;
      if (this.fills && this.hasAttribute('narrow')) {
        this.page = 'notes'; // the mixer and the instrument take the editor's place
      }
    }
  }

  /** Moves the focus to where keys now mean something, unless somebody is writing. */
  async focusPlace(surely = false): Promise<void> {
    await this.updateComplete;
    const editor = this.renderRoot.querySelector('tutti-editor');
    await editor?.updateComplete;
    const stage = this.place === 'notes' ? (this.grid ?? this.roll)?.element : this.arrangement?.element;
    const focused = document.activeElement;
    const busy = (focused !== null && focused !== document.body && focused !== this) || this.shadowRoot?.activeElement === this.outline;
    if ((surely || !busy) && stage && !stage.matches(':focus')) {
      stage.focus({ preventScroll: true });
    }
  }

  private turnTo(page: Page): void {
    this.page = page;
    if (this.workspace) {
      this.workspace.lyricsShown = page === 'words' ? 'page' : 'no';
    }
    if (page === 'notes') {
      this.workspace?.showEditor(true);
    }
    this.workspace?.goTo(page === 'notes' ? 'notes' : 'arrangement');
  }

  private resized(): void {
    this.toggleAttribute('narrow', this.clientWidth < NARROW);
    this.toggleAttribute('shared', this.clientWidth >= NARROW && this.clientWidth < SHARED);
    this.splitter.fit();
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-studio': TuttiStudio;
    'tutti-editor': import('./editor/tutti-editor').TuttiEditor;
  }
}
