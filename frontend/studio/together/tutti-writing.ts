import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LONGEST_COMMENT } from '../../song/comments';
import { controlStyles } from '../controls/control-styles';
import { t } from '../../words/words';

/**
 * A field for what one has to say: Enter says it, Shift+Enter begins a new line, Escape leaves it. After an @ the names
 * that fit are offered. Tells `said` with the words, and `left`.
 */
@customElement('tutti-writing')
export class TuttiWriting extends LitElement {
  @property() label = '';
  @property() text = '';
  @property() action = '';
  /** Whom one can mention. */
  @property({ attribute: false }) names: () => readonly string[] = () => [];
  @query('textarea') private field!: HTMLTextAreaElement;
  @state() private offered: readonly string[] = [];
  @state() private current = 0;

  static override styles = [controlStyles, css`
    :host {
      display: block;
      position: relative;
    }

    textarea {
      display: block;
      box-sizing: border-box;
      width: 100%;
      min-height: 52px;
      padding: 6px 8px;
      border: 1px solid var(--tutti-line-strong);
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-0);
      color: var(--tutti-text);
      font: inherit;
      resize: vertical;
      field-sizing: content;
    }

    .row {
      display: flex;
      justify-content: end;
      gap: 4px;
      margin-top: 4px;
    }

    .names {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      margin: 4px 0 0;
      padding: 0;
      list-style: none;
    }

    .names button {
      height: 28px;
      min-width: 0;
      border: 1px solid var(--tutti-line-strong);
    }

    .names button[aria-selected='true'] {
      border-color: var(--tutti-accent);
      color: var(--tutti-text);
    }

    button.primary {
      height: 28px;
    }

    @media (pointer: coarse) {
      .names button, button.primary, .row button {
        height: var(--tutti-hit);
      }
    }
  `];

  override firstUpdated(): void {
    this.field.value = this.text;
    this.takeFocus(300);
  }

  /** The panel around it may take some frames to come into sight. */
  private takeFocus(frames: number): void {
    this.field.focus();
    if (frames > 0 && this.isConnected && this.shadowRoot?.activeElement !== this.field) {
      requestAnimationFrame(() => this.takeFocus(frames - 1));
    }
  }

  override render() {
    return html`
      <textarea aria-label=${this.label} maxlength=${LONGEST_COMMENT} placeholder=${t('Say what you hear; @ names somebody')}
        aria-autocomplete="list" @keydown=${this.key} @input=${this.offer} @click=${this.offer}></textarea>
      ${this.offered.length === 0 ? nothing : html`
        <div class="names" role="listbox" aria-label=${t('Whom to name')}>
          ${this.offered.map((name, index) => html`<button role="option" aria-selected=${index === this.current} tabindex="-1"
            @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.complete(name)}>@${name}</button>`)}
        </div>`}
      <div class="row">
        <button @click=${this.leave}>${t('Cancel')}</button>
        <button class="primary" @click=${this.say}>${this.action}</button>
      </div>`;
  }

  /** What is written after the last @ before the caret, or null. */
  private begun(): { from: number; words: string } | null {
    const before = this.field.value.slice(0, this.field.selectionStart);
    const from = before.lastIndexOf('@');
    return from < 0 || before.length - from > 40 || /[\n]/.test(before.slice(from)) ? null : { from, words: before.slice(from + 1).toLowerCase() };
  }

  private readonly offer = (): void => {
    const begun = this.begun();
    this.offered = begun === null ? [] : this.names().filter(name => {
      const small = name.toLowerCase();
      return small.startsWith(begun.words) && small !== begun.words;
    }).slice(0, 6);
    this.current = 0;
  };

  private complete(name: string): void {
    const begun = this.begun();
    if (begun) {
      this.field.setRangeText(`@${name} `, begun.from, this.field.selectionStart, 'end');
    }
    this.offered = [];
    this.field.focus();
  }

  private readonly key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing) {
      return;
    }
    const name = this.offered[this.current];
    if (name !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      this.complete(name);
    } else if (name !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.current = (this.current + (event.key === 'ArrowDown' ? 1 : this.offered.length - 1)) % this.offered.length;
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (name !== undefined) {
        this.offered = [];
      } else {
        this.leave();
      }
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.say();
    }
  };

  private readonly say = (): void => {
    const words = this.field.value.trim();
    if (words === '') {
      this.field.focus();
    } else {
      this.dispatchEvent(new CustomEvent<string>('said', { detail: words }));
    }
  };

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('left'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-writing': TuttiWriting;
  }
}
