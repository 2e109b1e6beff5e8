import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LINE, type MenuItem, type MenuOrder } from './menu';

/** The one menu of the page: opens where it is asked for, closes at a choice, Escape or a press elsewhere. */
@customElement('tutti-menu')
export class TuttiMenu extends LitElement {
  @state() private order: MenuOrder | null = null;
  private back: HTMLElement | null = null;
  /** Whether a pointer went down on the menu since it opened. The finger that a long press opened it with chooses nothing when it lets go. */
  private pressed = false;

  static override styles = css`
    .veil {
      position: fixed;
      inset: 0;
      z-index: 50;
    }

    .menu {
      position: fixed;
      min-width: 200px;
      max-height: calc(100dvh - 16px);
      overflow: auto;
      box-sizing: border-box;
      padding: 4px;
      border: 1px solid var(--tutti-line-strong);
      border-radius: var(--tutti-radius);
      background: var(--tutti-ground-2);
      box-shadow: var(--tutti-shadow);
      font: var(--tutti-size)/1.3 var(--tutti-font);
      color: var(--tutti-text);
    }

    button {
      display: flex;
      align-items: center;
      gap: 8px;
      width: 100%;
      min-height: var(--tutti-hit);
      padding: 0 10px 0 6px;
      border: 0;
      border-radius: var(--tutti-radius-small);
      background: none;
      color: inherit;
      font: inherit;
      text-align: left;
      cursor: pointer;
    }

    button:hover, button:focus {
      background: var(--tutti-ground-hover);
      outline: none;
    }

    button:focus-visible {
      box-shadow: inset 0 0 0 1px var(--tutti-accent);
    }

    button:disabled {
      color: var(--tutti-text-faint);
      cursor: default;
    }

    .mark {
      width: 14px;
      color: var(--tutti-accent);
      text-align: center;
    }

    .swatch {
      width: 14px;
      height: 14px;
      border-radius: 4px;
    }

    .name {
      flex: 1;
    }

    kbd {
      font: var(--tutti-size-small)/1 var(--tutti-font);
      color: var(--tutti-text-quiet);
      padding-left: 24px;
    }

    @media (hover: none) {
      kbd {
        display: none;
      }
    }

    hr {
      margin: 4px 6px;
      border: 0;
      border-top: 1px solid var(--tutti-line-strong);
    }
  `;

  open(order: MenuOrder): void {
    this.back = deepFocus();
    this.order = order;
    this.pressed = false;
    void this.updateComplete.then(() => {
      this.place(order);
      this.items()[0]?.focus();
    });
  }

  close(): void {
    if (this.order) {
      this.order = null;
      this.back?.focus();
    }
  }

  override render() {
    if (!this.order) {
      return nothing;
    }
    return html`
      <div class="veil" @pointerdown=${this.veil} @contextmenu=${(event: Event) => { event.preventDefault(); this.close(); }}></div>
      <div class="veil menu" style="inset:auto" role="menu" aria-label=${this.order.title} @keydown=${this.key} @contextmenu=${(event: Event) => event.preventDefault()}
        @pointerdown=${() => { this.pressed = true; }}>
        ${this.order.entries.map(entry => entry === LINE ? html`<hr>` : html`
          <button role=${entry.checked === undefined ? 'menuitem' : 'menuitemradio'} ?disabled=${entry.off}
            aria-checked=${entry.checked ?? nothing} @click=${(event: MouseEvent) => (event.detail === 0 || this.pressed) && this.choose(entry)}>
            ${entry.swatch ? html`<span class="swatch" style="background:${entry.swatch}"></span>`
              : html`<span class="mark">${entry.checked ? '•' : ''}</span>`}
            <span class="name">${entry.name}</span>${entry.key ? html`<kbd>${entry.key}</kbd>` : nothing}
          </button>`)}
      </div>`;
  }

  private items(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  }

  private place(order: MenuOrder): void {
    const menu = this.renderRoot.querySelector<HTMLElement>('.menu');
    if (menu) {
      const { width, height } = menu.getBoundingClientRect();
      menu.style.left = `${Math.max(8, Math.min(order.x, window.innerWidth - width - 8))}px`;
      menu.style.top = `${Math.max(8, Math.min(order.y, window.innerHeight - height - 8))}px`;
    }
  }

  private choose(item: MenuItem): void {
    this.close();
    item.run();
  }

  private readonly veil = (event: Event): void => {
    event.preventDefault();
    this.close();
  };

  private readonly key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const items = this.items();
    const now = items.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[(to + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.close();
    } else if (event.key.length === 1) {
      items.find(each => each.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    }
  };
}

/** What has the focus, within shadow roots too. */
export function deepFocus(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) {
    focused = focused.shadowRoot.activeElement;
  }
  return focused instanceof HTMLElement ? focused : null;
}
