import { LitElement, css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { COMMANDS } from './commands';
import type { Group } from './command';
import { keyWords } from './keys';
import { t } from '../../words/words';

const GROUPS: readonly Group[] = ['Play', 'Edit', 'Tracks', 'Arrange', 'Clips', 'Notes', 'Shape', 'Drums', 'Lyrics', 'View', 'Together'];

/** Every shortcut on one sheet, straight from the table of commands. */
@customElement('tutti-shortcuts')
export class TuttiShortcuts extends LitElement {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private sought = '';

  static override styles = [controlStyles, css`
    dialog {
      box-sizing: border-box;
      width: min(1040px, calc(100vw - 48px));
      max-height: calc(100dvh - 48px);
      padding: 16px 20px 20px;
      border: 1px solid var(--tutti-line-strong);
      border-radius: var(--tutti-radius-large);
      background: var(--tutti-ground-1);
      color: var(--tutti-text);
      box-shadow: var(--tutti-shadow);
    }

    dialog::backdrop {
      background: #0008;
    }

    header {
      display: flex;
      align-items: center;
      gap: 12px;
      margin-bottom: 8px;
    }

    h2 {
      flex: 1;
      margin: 0;
      font-size: var(--tutti-size-title);
      font-weight: 600;
    }

    input {
      width: 220px;
      height: 32px;
    }

    .sheet {
      columns: 3 260px;
      column-gap: 28px;
    }

    section {
      break-inside: avoid-column;
      margin-bottom: 12px;
    }

    h3 {
      margin: 6px 0 2px;
      font-size: var(--tutti-size-small);
      font-weight: 600;
      color: var(--tutti-accent);
    }

    dl {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
      margin: 0;
      line-height: 22px;
    }

    dd {
      margin: 0;
      text-align: right;
      white-space: nowrap;
    }

    kbd {
      display: inline-block;
      min-width: 18px;
      padding: 0 5px;
      margin-left: 4px;
      border-radius: 3px;
      background: var(--tutti-ground-2);
      box-shadow: inset 0 0 0 1px var(--tutti-line-strong);
      font: 500 var(--tutti-size-small)/18px var(--tutti-font);
      text-align: center;
    }
  `];

  open(): void {
    this.sought = '';
    this.dialog.showModal();
  }

  override render() {
    const matching = COMMANDS.filter(command => `${command.name}\n${t(command.name)}`.toLowerCase().includes(this.sought.toLowerCase()));
    return html`
      <dialog aria-label=${t('Shortcuts')} @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
        @pointerdown=${(event: Event) => event.target === this.dialog && this.dialog.close()}>
        <header>
          <h2>${t('Shortcuts')}</h2>
          <input type="search" placeholder=${t('Search')} aria-label=${t('Search shortcuts')} .value=${this.sought}
            @input=${(event: Event) => { this.sought = (event.target as HTMLInputElement).value; }}>
          <button aria-label=${t('Close')} @click=${() => this.dialog.close()}>${icon('close')}</button>
        </header>
        <div class="sheet">
          ${GROUPS.map(group => {
            const commands = matching.filter(command => command.group === group);
            return commands.length === 0 ? '' : html`
              <section><h3>${t(group)}</h3><dl>
                ${commands.map(command => html`<dt>${t(command.name)}</dt><dd>${command.keys.map(key => html`<kbd>${keyWords(key)}</kbd>`)}</dd>`)}
              </dl></section>`;
          })}
        </div>
      </dialog>`;
  }
}
