import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import type { Workspace } from '../workspace/workspace';
import { bindings } from './bindings';
import { COMMANDS } from './commands';
import type { Command, Group } from './command';
import { keyOf, keyWords } from './keys';
import { language, switchLanguage, t } from '../../words/words';

const GROUPS: readonly Group[] = ['Play', 'Edit', 'Tracks', 'Arrange', 'Clips', 'Recorded sound', 'Notes', 'Shape', 'Drums', 'Lyrics', 'View', 'Together', 'Tray'];

/** Every shortcut on one sheet, straight from the table of commands; a press on one's keys gives it another. */
@customElement('tutti-shortcuts')
export class TuttiShortcuts extends LitElement {
  @query('dialog') private dialog!: HTMLDialogElement;
  @property({ attribute: false }) workspace?: Workspace;
  @state() private sought = '';
  /** Whose key is being asked for. */
  @state() private asking: Command | null = null;
  @state() private words = '';

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

    .keys {
      display: inline-flex;
      min-width: 24px;
      height: 22px;
      padding: 0 2px;
      color: var(--tutti-text);
    }

    .keys.own kbd {
      box-shadow: inset 0 0 0 1px var(--tutti-accent);
    }

    .keys.asking {
      color: var(--tutti-accent);
    }

    .again {
      min-width: 22px;
      height: 22px;
      padding: 0 2px;
    }

    .foot {
      display: flex;
      align-items: center;
      gap: 8px;
      padding-top: 8px;
      border-top: 1px solid var(--tutti-line);
      color: var(--tutti-text-quiet);
    }

    .foot span {
      flex: 1;
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
    this.words = '';
    this.asking = null;
    this.dialog.showModal();
  }

  override render() {
    const sought = this.sought.toLowerCase();
    const matching = COMMANDS.filter(command => [command.name, t(command.name), ...bindings.keys(command).map(keyWords)]
      .some(words => words.toLowerCase().includes(sought)));
    return html`
      <dialog aria-label=${t('Shortcuts')} @keydown=${this.key} @cancel=${this.cancel}
        @pointerdown=${(event: Event) => event.target === this.dialog && this.dialog.close()}>
        <header>
          <h2>${t('Shortcuts')}</h2>
          <input type="search" placeholder=${t('Search')} aria-label=${t('Search shortcuts')} .value=${this.sought}
            @input=${(event: Event) => { this.sought = (event.target as HTMLInputElement).value; }}>
          <button aria-label=${t('Close')} @click=${() => this.dialog.close()}>${icon('close')}</button>
        </header>
        <div class="sheet" tabindex="0" role="group" aria-label=${t('Shortcuts')}>
          ${GROUPS.map(group => {
            const commands = matching.filter(command => command.group === group);
            return commands.length === 0 ? '' : html`
              <section><h3>${t(group)}</h3><dl>${commands.map(command => html`<dt>${t(command.name)}</dt><dd>${this.keysOf(command)}</dd>`)}</dl></section>`;
          })}
        </div>
        <div class="foot">
          <span role="status">${this.words || t('Press the keys of a command to give it others.')}</span>
          ${bindings.any ? html`<button class="framed" @click=${() => this.reset()}>${t('Reset all')}</button>` : nothing}
          <button class="framed" @click=${() => { this.dialog.close(); this.workspace?.wanted.tell('tour'); }}>${t('Take the tour')}</button>
          <button class="framed" lang=${language === 'en' ? 'zh-CN' : 'en'}
            @click=${() => switchLanguage(language === 'en' ? 'zh' : 'en')}>${language === 'en' ? '中文' : 'English'}</button>
        </div>
      </dialog>`;
  }

  private keysOf(command: Command) {
    const keys = bindings.keys(command);
    if (command.native) {
      return keys.map(key => html`<kbd>${keyWords(key)}</kbd>`);
    }
    const asking = this.asking === command;
    return html`
      ${bindings.isOwn(command) ? html`<button class="again" aria-label=${t('Usual keys of “{0}”', t(command.name))}
        data-tip=${t('Back to the usual keys')} @click=${() => this.reset(command)}>${icon('undo')}</button>` : nothing}
      <button class="keys ${asking ? 'asking' : ''} ${bindings.isOwn(command) ? 'own' : ''}"
        aria-label=${t('Keys of “{0}”: {1}', t(command.name), keys.map(keyWords).join(', ') || t('none'))} @click=${() => this.ask(command)}>
        ${asking ? t('press keys') : keys.length === 0 ? '–' : keys.map(key => html`<kbd>${keyWords(key)}</kbd>`)}</button>`;
  }

  private ask(command: Command): void {
    this.asking = command;
    this.words = t('Press the new keys of “{0}”. Escape leaves them, Delete takes them away.', t(command.name));
  }

  private reset(command?: Command): void {
    bindings.reset(command);
    this.words = command ? t('“{0}” has its usual keys again.', t(command.name)) : t('All commands have their usual keys again.');
    this.requestUpdate();
  }

  /** Escape while a key is asked for leaves things as they are, and the sheet open. */
  private readonly cancel = (event: Event): void => {
    if (this.asking) {
      event.preventDefault();
    }
  };

  private readonly key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const command = this.asking;
    if (!command || /^(Shift|Control|Alt|Meta|AltGraph)$/.test(event.key)) {
      return;
    }
    event.preventDefault();
    this.asking = null;
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.words = '';
      return;
    }
    const key = event.key === 'Delete' || event.key === 'Backspace' ? null : keyOf(event);
    const loser = key === null ? undefined : bindings.holder(command, key, COMMANDS);
    if (loser?.native) {
      this.words = t('{0} stays with “{1}”: choose other keys.', keyWords(key ?? ''), t(loser.name));
      return;
    }
    bindings.bind(command, key, COMMANDS);
    this.words = key === null ? t('“{0}” has no keys now.', t(command.name))
      : loser ? t('{0} was “{1}”, which has lost it.', keyWords(key), t(loser.name)) : t('“{0}” has new keys: {1}', t(command.name), keyWords(key));
  };
}
