import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/**
 * The studio's window: five places, of which the shell fills three through slots.
 *
 *   top bar      slot "title" (song, menus) · <tutti-transport> · slot "people" (avatars, invite)
 *   middle       <tutti-arrangement> above <tutti-editor>
 *   side panel   slot "side" (chat, history)
 *
 * Attributes come from the server once, when the page opens; what changes while people write comes over the edit socket.
 */
@customElement('tutti-studio')
export class TuttiStudio extends LitElement {
  /** The song's link: the last part of the page's address. */
  @property() song = '';

  /** This person's id, 32 hexadecimal digits. */
  @property() person = '';

  /** What this person is called. */
  @property({ attribute: 'person-name' }) personName = '';

  /** This person's colour as #rrggbb. */
  @property({ attribute: 'person-colour' }) personColour = '';

  /** Whether the side panel is shown. */
  @property({ type: Boolean, reflect: true, attribute: 'side-open' }) sideOpen = false;

  static override styles = css`
    :host {
      display: grid;
      grid-template: var(--tutti-top-bar) minmax(0, 1fr) / minmax(0, 1fr) auto;
      height: 100dvh;
      overflow: hidden;
      background: var(--tutti-ground-0);
    }

    header {
      grid-column: 1 / -1;
      display: flex;
      align-items: center;
      gap: var(--tutti-space-3);
      padding: 0 var(--tutti-space-3);
      background: var(--tutti-ground-1);
      border-bottom: 1px solid var(--tutti-line);
    }

    header tutti-transport {
      flex: 1;
      min-width: 0;
    }

    main {
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
      min-width: 0;
    }

    aside {
      width: var(--tutti-side-panel);
      min-height: 0;
      display: none;
      background: var(--tutti-ground-1);
      border-left: 1px solid var(--tutti-line);
    }

    :host([side-open]) aside {
      display: block;
    }
  `;

  override render() {
    return html`
      <header>
        <slot name="title"></slot>
        <tutti-transport></tutti-transport>
        <slot name="people"></slot>
      </header>
      <main>
        <tutti-arrangement></tutti-arrangement>
        <tutti-editor></tutti-editor>
      </main>
      <aside><slot name="side"></slot></aside>
    `;
  }
}
