import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LyricLine } from '../../song/lyrics';
import { NONE, type Handle } from '../../song/song';
import { forget, paintSoon } from '../canvas/frames';
import { hex } from '../canvas/shades';
import { command, tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { groupsOf, type Group } from './groups';
import { LineEditing } from './line-editing';
import { lyricsStyles } from './lyrics-styles';
import { pieces } from './pieces';
import { copySheet, printSheet, saveSheet } from './sheet-out';
import { lineAt, othersIn, singer, syllableAt } from './words';
import { t } from '../../words/words';

/** The words by section, line by line under their chords, to be written in by several at once, or read in large letters. */
@customElement('tutti-lyrics')
export class TuttiLyrics extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ type: Boolean, reflect: true }) reading = false;
  @state() private typing = false;
  @state() private track: Handle = NONE;
  @query('textarea') private typed!: HTMLTextAreaElement;
  private editing!: LineEditing;
  private now = -1;
  private syllable = -1;

  static override styles = [controlStyles, lyricsStyles];

  constructor() {
    super();
    new Watching(this, ['song', 'contents', 'people', 'transport', 'view'], aspect => aspect === 'transport' ? paintSoon(this.follow) : this.requestUpdate());
  }

  override willUpdate(): void {
    this.editing ??= new LineEditing(this.workspace, () => this.requestUpdate());
    this.editing.refresh(this.workspace.song.lyrics.lines());
    this.reading = this.workspace.lyricsShown === 'reading';
    if (!this.workspace.seen.track(this.track)) {
      this.track = singer(this.workspace);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.editing?.leave();
    forget(this.follow);
  }

  override render() {
    const w = this.workspace;
    const lines = w.song.lyrics.lines();
    const empty = !lines.some(line => line.syllables.length > 0);
    return html`
      <header @keydown=${this.escape}>
        <h2>${t('Lyrics')}</h2>
        <label>${t('Sung by')}
          <select @change=${(event: Event) => { this.track = Number((event.target as HTMLSelectElement).value); }}>
            ${w.seen.tracks.filter(track => track.type === 'instrument').map(track => html`
              <option value=${track.handle} ?selected=${track.handle === this.track}>${track.name}</option>`)}
          </select></label>
        <button aria-pressed=${this.typing} @click=${() => { this.typing = !this.typing; }}>${icon('pencil')} ${t('Type words')}</button>
        <span class="gap"></span>
        <button aria-pressed=${this.reading} aria-label=${t(command('lyrics-read').name)} data-tip=${tip('lyrics-read')}
          @click=${() => { this.show(this.reading ? 'page' : 'reading'); }}>${icon('read')} ${t('Read')}</button>
        <button ?disabled=${empty} @click=${() => void copySheet(w)}>${icon('copy')} ${t('Copy')}</button>
        <button ?disabled=${empty} @click=${() => saveSheet(w)}>${t('Save as text')}</button>
        <button ?disabled=${empty} @click=${() => printSheet(w)}>${t('Print')}</button>
        <button aria-label=${t('Back to the tracks')} data-tip=${tip('lyrics')} @click=${() => this.show('no')}>${icon('close')}</button>
      </header>
      <div class="scroll" @keydown=${this.escape}>
        ${empty || this.typing ? this.typeWords(empty) : nothing}
        ${empty && w.seen.sections.length === 0 ? nothing : html`
          <div class="sheet">${groupsOf(w).map(group => this.group(group, lines))}</div>`}
      </div>`;
  }

  private typeWords(empty: boolean) {
    const w = this.workspace;
    const name = w.seen.track(this.track)?.name;
    const playhead = w.song.transport.playhead;
    return html`
      <div class="type">
        <p>${name === undefined ? t('Words are sung on notes: draw a melody first.')
          : empty ? t('No words yet. Type or paste them: each syllable goes under a note of “{0}”.', name)
            : t('Each syllable goes under a note of “{0}”, over those that are there.', name)}</p>
        <textarea aria-label=${t('Words')} placeholder=${t('Hel-lo, hel-lo my friend')}></textarea>
        <small>${t('A hyphen parts syllables, an underscore holds one over the next note, an empty line begins a paragraph.')}</small>
        <div class="buttons">
          <button class="primary" ?disabled=${name === undefined} @click=${() => this.put(0)}>${t('Put under the notes')}</button>
          ${playhead > 0 ? html`<button class="framed" ?disabled=${name === undefined} @click=${() => this.put(playhead)}>
            ${t('From the playhead, bar {0}', w.song.position(playhead).split('.')[0]!)}</button>` : nothing}
        </div>
      </div>`;
  }

  private put(from: number): void {
    const made = this.workspace.attempt(() => this.workspace.song.lyrics.type(this.typed.value, this.track, from));
    if (made) {
      this.typed.value = '';
      this.typing = false;
    }
  }

  private group(group: Group, all: readonly LyricLine[]) {
    const last = group.lines.filter(line => line.syllables.length > 0).at(-1);
    const place = { track: this.track, from: last ? last.starts.at(-1)! : group.start, until: group.end };
    return html`
      <section style=${group.section ? `--colour:${hex(group.section.colour)}` : ''}>
        ${group.section ? html`<h3>${group.section.name}</h3>` : nothing}
        ${repeat(group.lines, line => line.syllables[0] ?? -line.start - 2, line => this.line(line, all.indexOf(line)))}
        ${this.reading || this.track === NONE ? nothing : this.newLine(place, group.section?.handle ?? NONE)}
      </section>`;
  }

  private line(line: LyricLine, index: number) {
    const w = this.workspace;
    const others = othersIn(w, line);
    const first = others[0];
    const own = this.editing.line(w.song.lyrics.lines()) === line;
    const classes = ['line', line.paragraph ? 'paragraph' : '', first ? 'others' : '', index === this.now ? 'now' : '', line.chords.length === 0 ? 'bare' : ''].join(' ');
    const words = line.read.join('').trim();
    return html`
      <div class=${classes} data-line=${index} style=${first ? `--who:${hex(first.colour)}` : ''} tabindex=${own ? -1 : 0}
        role=${own ? nothing : 'button'} aria-label=${own ? nothing : words || line.chords.join(' ')}
        @click=${() => this.press(line)} @keydown=${(event: KeyboardEvent) => this.lineKey(event, line)}>
        ${own && !this.reading ? html`${line.chords.length > 0 ? html`<span class="over">${line.chords.join(' ')}</span>` : nothing}${this.field()}`
          : pieces(line, index === this.now ? this.syllable : -1)}
        ${first ? html`<span class="who">${others.map(person => person.name).join(', ')}</span>` : nothing}
      </div>`;
  }

  private newLine(place: { track: Handle; from: number; until: number }, section: Handle) {
    const { editing } = this;
    const own = editing.open && editing.place !== null && editing.line(this.workspace.song.lyrics.lines()) === undefined
      && editing.place.until === place.until;
    return html`
      <div class="line more" data-section=${section} tabindex=${own ? -1 : 0} role=${own ? nothing : 'button'}
        @click=${() => own || this.write(() => editing.beginNew(place))}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !own && this.write(() => editing.beginNew(place))}>
        ${own ? this.field() : t('Another line …')}
      </div>`;
  }

  private field() {
    return html`<input aria-label=${t('Line of words')} .value=${this.editing.draft} @input=${(event: Event) => this.editing.type((event.target as HTMLInputElement).value)}
      @keydown=${this.fieldKey} @blur=${() => this.editing.leave()} @click=${(event: Event) => event.stopPropagation()}>`;
  }

  private press(line: LyricLine): void {
    if (this.reading || line.syllables.length === 0) {
      this.workspace.song.transport.seek(line.start);
    } else if (this.editing.line(this.workspace.song.lyrics.lines()) !== line) {
      this.write(() => this.editing.begin(line));
    }
  }

  private write(begin: () => void): void {
    begin();
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('.line input')?.focus());
  }

  private lineKey(event: KeyboardEvent, line: LyricLine): void {
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement) {
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      this.press(line);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      event.stopPropagation();
      this.neighbour(event.currentTarget as HTMLElement, event.key === 'ArrowDown' ? 1 : -1)?.focus();
    }
  }

  private neighbour(from: HTMLElement, by: 1 | -1): HTMLElement | undefined {
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('.line')];
    return all[all.indexOf(from) + by];
  }

  private readonly fieldKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const field = event.currentTarget as HTMLInputElement;
    const row = field.closest<HTMLElement>('.line')!;
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Escape') {
      this.editing.drop();
      void this.updateComplete.then(() => row.focus());
    } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const at = field.selectionStart ?? 0;
      const within = event.key === 'Enter' && at > 0 && at < field.value.length && !row.classList.contains('more');
      if (within) {
        this.editing.type(`${field.value.slice(0, at)}\n${field.value.slice(at)}`);
      }
      const next = this.neighbour(row, event.key === 'ArrowUp' ? -1 : 1);
      this.editing.leave();
      void this.updateComplete.then(() => (within ? this.neighbour(row, 1) : next)?.click());
    } else if (event.key === 'Backspace' && field.selectionStart === 0 && field.selectionEnd === 0 && !row.classList.contains('more')) {
      event.preventDefault();
      this.join();
    }
  };

  /** Makes the line part of the one before. */
  private join(): void {
    const w = this.workspace;
    const line = this.editing.line(w.song.lyrics.lines());
    this.editing.leave();
    if (line) {
      w.attempt(() => w.song.lyrics.begin(line.syllables[0]!, 0));
    }
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.show('no');
    }
  };

  private show(what: Workspace['lyricsShown']): void {
    this.editing.leave();
    this.workspace.lyricsShown = what;
    this.workspace.viewChanged();
  }

  /** Goes with the playhead: marks what is sung now, and while reading brings it into sight. */
  private readonly follow = (): void => {
    const { song } = this.workspace;
    const lines = song.lyrics.lines();
    const at = song.transport.playhead + 1; // a place that was gone to is heard a hair before
    const now = lineAt(lines, at);
    const syllable = now < 0 ? -1 : syllableAt(lines[now]!, at);
    if (now !== this.now || syllable !== this.syllable) {
      const moved = now !== this.now;
      this.now = now;
      this.syllable = syllable;
      this.requestUpdate();
      if (moved && (this.reading || song.transport.playing && !this.editing.open)) {
        void this.updateComplete.then(() => this.renderRoot.querySelector(`[data-line="${now}"]`)?.scrollIntoView({ block: 'center' }));
      }
    }
    if (song.transport.playing && this.isConnected) {
      paintSoon(this.follow);
    }
  };

  override firstUpdated(): void {
    paintSoon(this.follow);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-lyrics': TuttiLyrics;
  }
}
