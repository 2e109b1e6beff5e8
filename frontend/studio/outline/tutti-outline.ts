import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../words/words';
import { NOTE_STRIDE, Note } from '../../song/song';
import { LINE, item, openMenu, type MenuEntry } from '../menu/menu';
import { trackEntries } from '../tracks/track-menu';
import { Watching } from '../workspace/watching';
import type { Aspect, Workspace } from '../workspace/workspace';
import { outlineRows, type OutlineRow } from './outline-rows';

/** Milliseconds; how long the list may lag behind the song while nobody is in it. */
const REST = 1000;

/**
 * The song as a list of words: tracks, their clips, their notes. For those who do not see the drawing, and shown to everyone
 * while the focus is in it. What the focus is on is chosen, so that all keys of the studio act on it.
 */
@customElement('tutti-outline')
export class TuttiOutline extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private active = '';
  private readonly opened = new Set<string>();
  private rows: OutlineRow[] = [];
  private timer = 0;

  constructor() {
    super();
    new Watching(this, ['song', 'contents'], aspect => this.hear(aspect));
  }

  static override styles = css`
    :host {
      position: absolute;
      z-index: 30;
      top: calc(var(--tutti-top-bar) + 8px);
      left: 8px;
      width: min(440px, calc(100vw - 16px));
      max-height: calc(100dvh - var(--tutti-top-bar) - 24px);
      overflow: auto;
      box-sizing: border-box;
      padding: 8px;
      border: 1px solid var(--tutti-line-strong);
      border-radius: var(--tutti-radius-large);
      background: var(--tutti-ground-2);
      color: var(--tutti-text);
      box-shadow: var(--tutti-shadow);
      font: var(--tutti-size)/1.4 var(--tutti-font);
    }

    :host(:not(:focus-within)) {
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      padding: 0;
      overflow: hidden;
      border: 0;
    }

    h2 {
      margin: 0 0 2px 6px;
      font-size: var(--tutti-size);
    }

    p {
      margin: 0 6px 6px;
      color: var(--tutti-text-quiet);
      font-size: var(--tutti-size-small);
    }

    [role='treeitem'] {
      min-height: 26px;
      padding: 3px 8px;
      box-sizing: border-box;
      border-radius: var(--tutti-radius-small);
      outline: none;
      cursor: default;
    }

    [aria-level='2'] { padding-left: 28px; }
    [aria-level='3'] { padding-left: 48px; color: var(--tutti-text-quiet); }

    [role='treeitem']:focus {
      background: var(--tutti-ground-hover);
      box-shadow: inset 0 0 0 1px var(--tutti-accent);
    }

    .mark {
      display: inline-block;
      width: 14px;
      color: var(--tutti-text-quiet);
    }
  `;

  /** Moves the focus into the list: to where it was, to the clip that is chosen, or to the first track. */
  show(): void {
    const chosen = this.workspace.clips.all().at(-1);
    const clip = chosen === undefined ? undefined : this.workspace.seen.clip(chosen);
    if (clip) {
      this.opened.add(`track ${clip.track}`);
      this.active = `clip ${clip.handle}`;
    }
    this.requestUpdate();
    void this.updateComplete.then(() => this.focusRow());
  }

  private hear(_: Aspect): void {
    if (this.matches(':focus-within')) {
      this.requestUpdate();
    } else if (this.timer === 0) {
      this.timer = window.setTimeout(() => {
        this.timer = 0;
        this.requestUpdate();
      }, REST);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
    this.timer = 0;
  }

  override willUpdate(): void {
    const before = this.rows.findIndex(row => row.id === this.active);
    this.rows = outlineRows(this.workspace, this.opened);
    if (!this.rows.some(row => row.id === this.active)) {
      this.active = this.rows[Math.min(Math.max(0, before), this.rows.length - 1)]?.id ?? '';
    }
  }

  override render() {
    return html`
      <h2 id="name">${t('The song as a list')}</h2>
      <p id="how">${t('Arrow keys go through it, Enter opens, the menu key tells what can be done, Escape leaves.')}</p>
      ${this.rows.length === 0 ? html`<p tabindex="0">${t('There is no track yet. Press {0} to add one.', 'T')}</p>` : html`
      <div role="tree" aria-labelledby="name" aria-describedby="how" @keydown=${this.key} @focusin=${this.focused} @contextmenu=${this.context}>
        ${repeat(this.rows, row => row.id, row => html`
          <div role="treeitem" data-id=${row.id} tabindex=${row.id === this.active ? 0 : -1} aria-level=${row.level} aria-posinset=${row.place} aria-setsize=${row.of}
            aria-expanded=${row.open ?? nothing} aria-selected=${row.id === this.active} @click=${() => this.toggle(row)}><span class="mark"
            aria-hidden="true">${row.open === undefined ? '' : row.open ? '▾' : '▸'}</span>${row.text}</div>`)}
      </div>`}`;
  }

  private readonly focused = (event: FocusEvent): void => {
    const row = this.rows.find(each => each.id === (event.target as HTMLElement).dataset.id);
    if (row) {
      this.active = row.id;
      this.choose(row);
    }
  };

  /** What the focus is on is what keys act on. */
  private choose(row: OutlineRow): void {
    const w = this.workspace;
    if (row.kind === 'track') {
      w.caret.track = row.handle;
      w.clips.clear();
      w.goTo('arrangement');
      w.viewChanged();
    } else if (row.kind === 'clip') {
      const clip = w.seen.clip(row.handle);
      if (clip) {
        w.caret.track = clip.track;
        w.caret.tick = clip.start;
        w.clips.set([row.handle]);
        w.open(row.handle);
        w.goTo('arrangement');
      }
    } else {
      w.open(row.parent);
      w.goTo('notes');
      w.notes.set([row.handle]);
      const at = w.seen.noteAt(w.content, row.handle);
      if (at >= 0) {
        const notes = w.seen.notes(w.content).subarray(at, at + NOTE_STRIDE);
        w.audition.touch(notes[Note.pitch], notes[Note.velocity]);
      }
    }
  }

  private readonly key = (event: KeyboardEvent): void => {
    const at = this.rows.findIndex(row => row.id === this.active);
    const row = this.rows[at];
    if (!row || event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.key !== 'F10')) {
      return; // the studio's keys act on what is chosen
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.rows.length - 1 }[event.key];
    if (to !== undefined) {
      this.goTo(this.rows[Math.min(this.rows.length - 1, Math.max(0, to))]);
    } else if (event.key === 'ArrowRight') {
      if (row.open === false) {
        this.toggle(row);
      } else if (row.open) {
        this.goTo(this.rows[at + 1]);
      }
    } else if (event.key === 'ArrowLeft') {
      if (row.open) {
        this.toggle(row);
      } else {
        this.goTo(this.rows.slice(0, at).findLast(other => other.level < row.level));
      }
    } else if (event.key === 'Enter') {
      this.enter(row);
    } else if (event.key === 'Escape') {
      this.workspace.wanted.tell('work');
    } else if (event.key === 'F10') { // of the menu key the browser makes a contextmenu
      this.menu(row);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private goTo(row: OutlineRow | undefined): void {
    if (row) {
      this.active = row.id;
      void this.updateComplete.then(() => this.focusRow());
    }
  }

  private focusRow(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]');
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  private toggle(row: OutlineRow): void {
    if (row.open !== undefined) {
      if (!this.opened.delete(row.id)) {
        this.opened.add(row.id);
      }
      this.goTo(row);
      this.requestUpdate();
    }
  }

  private enter(row: OutlineRow): void {
    const w = this.workspace;
    if (row.kind === 'track') {
      this.toggle(row);
    } else {
      w.showEditor(true);
      w.goTo('notes');
      w.wanted.tell('work');
    }
  }

  private readonly context = (event: Event): void => {
    const row = this.rows.find(each => each.id === this.active);
    if (row) {
      event.preventDefault();
      this.menu(row);
    }
  };

  private menu(row: OutlineRow): void {
    const place = this.renderRoot.querySelector(`[data-id="${row.id}"]`)?.getBoundingClientRect();
    openMenu(this, { x: (place?.left ?? 0) + 24, y: place?.bottom ?? 0, title: row.text, entries: this.entries(row) });
  }

  private entries(row: OutlineRow): MenuEntry[] {
    const w = this.workspace;
    const track = w.seen.track(row.handle);
    if (row.kind === 'track' && track) {
      return [item('clip-enter', w, t('New clip')), LINE, ...trackEntries(w, track, () => w.wanted.tell('rename'))];
    }
    return row.kind === 'clip'
      ? [item('rename', w), item('duplicate', w), item('clip-alias', w), item('clip-mute', w), item('clip-loop', w), item('clip-split', w), LINE, item('delete', w)]
      : [item('note-up', w), item('note-down', w), item('note-louder', w), item('note-softer', w), item('duplicate', w), LINE, item('delete', w)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-outline': TuttiOutline;
  }
}
