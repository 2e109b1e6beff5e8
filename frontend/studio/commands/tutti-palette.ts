import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../words/words';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import type { Workspace } from '../workspace/workspace';
import { answers, entries, used, type PaletteEntry } from './palette-entries';

/** Everything that can be done and every place of the song, found by a few letters of its name. */
@customElement('tutti-palette')
export class TuttiPalette extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private sought = '';
  @state() private active = 0;
  @state() private all: readonly PaletteEntry[] = [];

  get isOpen(): boolean {
    return this.dialog?.open ?? false;
  }

  static override styles = [controlStyles, css`
    dialog {
      box-sizing: border-box;
      width: min(600px, calc(100vw - 32px));
      max-height: min(520px, calc(100dvh - 96px));
      margin: 64px auto auto;
      padding: 8px;
      border: 1px solid var(--tutti-line-strong);
      border-radius: var(--tutti-radius-large);
      background: var(--tutti-ground-2);
      color: var(--tutti-text);
      box-shadow: var(--tutti-shadow);
      overflow: hidden;
    }

    dialog[open] {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      gap: 6px;
    }

    dialog::backdrop {
      background: #0006;
    }

    input {
      width: 100%;
      height: 40px;
      font-size: var(--tutti-size-large);
    }

    .list {
      overflow: auto;
      scrollbar-width: thin;
      scrollbar-color: var(--tutti-line-strong) transparent;
    }

    [role='option'] {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: var(--tutti-hit);
      padding: 0 10px;
      border-radius: var(--tutti-radius-small);
      cursor: pointer;
    }

    [role='option'][aria-selected='true'] {
      background: var(--tutti-ground-hover);
      box-shadow: inset 2px 0 0 var(--tutti-accent);
    }

    .mark {
      display: grid;
      place-content: center;
      width: 16px;
      flex: none;
      color: var(--tutti-text-quiet);
    }

    .name {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .group, kbd {
      color: var(--tutti-text-quiet);
      font: var(--tutti-size-small)/1 var(--tutti-font);
    }

    p {
      margin: 0;
      padding: 10px;
      color: var(--tutti-text-quiet);
    }
  `];

  open(): void {
    if (this.workspace && !this.dialog.open) {
      this.sought = '';
      this.active = 0;
      this.all = entries(this.workspace);
      this.dialog.showModal();
      this.renderRoot.querySelector('input')?.focus();
    }
  }

  override render() {
    const found = this.found();
    return html`
      <dialog aria-label=${t('Find a command or a place')} @keydown=${this.key} @pointerdown=${(event: Event) => event.target === this.dialog && this.dialog.close()}>
        <input type="text" role="combobox" aria-expanded="true" aria-controls="answers" aria-autocomplete="list" autocomplete="off" spellcheck="false"
          aria-activedescendant=${found.length > 0 ? `answer-${this.active}` : nothing}
          placeholder=${t('Type what you want to do, or where to go')} aria-label=${t('Find a command or a place')} .value=${this.sought} @input=${this.search}>
        <div class="list" id="answers" role="listbox" tabindex="-1" aria-label=${t('Commands and places')}>
          ${found.length === 0 ? html`<p role="option" aria-selected="false" aria-disabled="true">${t('Nothing is called that.')}</p>` : found.map((entry, index) => html`
            <div role="option" id="answer-${index}" aria-selected=${index === this.active} @pointermove=${() => { this.active = index; }} @click=${() => this.choose(entry)}>
              <span class="mark">${entry.icon ? icon(entry.icon) : nothing}</span>
              <span class="name">${entry.name}</span>
              <span class="group">${entry.group}</span>
              ${entry.keys.slice(0, 1).map(key => html`<kbd>${key}</kbd>`)}
            </div>`)}
        </div>
      </dialog>`;
  }

  private found(): PaletteEntry[] {
    return this.dialog?.open || this.all.length > 0 ? answers(this.all, this.sought) : [];
  }

  private readonly search = (event: Event): void => {
    this.sought = (event.target as HTMLInputElement).value;
    this.active = 0;
  };

  private readonly key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const found = this.found();
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined && found.length > 0) {
      event.preventDefault();
      const to = this.active + by;
      this.active = Math.abs(by) === 1 ? (to + found.length) % found.length : Math.min(found.length - 1, Math.max(0, to));
      void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && !event.isComposing && found[this.active]) {
      event.preventDefault();
      this.choose(found[this.active]);
    }
  };

  private choose(entry: PaletteEntry): void {
    this.dialog.close();
    this.all = [];
    used(entry.id);
    entry.run();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-palette': TuttiPalette;
  }
}
