import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controlStyles } from '../controls/control-styles';
import { ago } from '../time/ago';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { t, told } from '../../words/words';

/** A proposal as `/api/songs/…/proposals` tells it. */
interface Past {
  readonly id: string;
  readonly by: string;
  readonly made: number;
  readonly putAway: boolean;
  readonly card: { readonly name: string; readonly tool: string };
}

/** What was put away from the tray, the newest first; each can be brought back. It is read when somebody looks. */
@customElement('tutti-put-away')
export class TuttiPutAway extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private away: readonly Past[] | null = null;
  @state() private failed = false;
  private open = false;
  /** What lay in the tray when this was read. */
  private readFor = '';

  static override styles = [controlStyles, css`
    :host {
      border-top: 1px solid var(--tutti-line);
      padding: 0 12px;
      color: var(--tutti-text-quiet);
      font-size: var(--tutti-size-small);
    }

    summary {
      padding: 6px 0;
      cursor: pointer;
    }

    ul {
      display: grid;
      gap: 2px;
      max-height: 30vh;
      margin: 0 0 8px;
      padding: 0;
      overflow: auto;
      list-style: none;
    }

    li {
      display: flex;
      align-items: center;
      gap: 6px;
    }

    li span {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    p {
      margin: 0 0 8px;
    }

    @media (pointer: coarse) {
      summary {
        padding: 13px 0;
      }
    }
  `];

  constructor() {
    super();
    new Watching(this, ['tray']);
  }

  override willUpdate(): void {
    if (this.open && this.inTray() !== this.readFor) {
      void this.read();
    }
  }

  private inTray(): string {
    return this.workspace.tray.all.map(each => each.id).join();
  }

  private async read(): Promise<void> {
    this.readFor = this.inTray();
    try {
      const answer = await fetch(`/api/songs/${this.workspace.song.link}/proposals?history=true`);
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }
      this.away = (await answer.json() as Past[]).filter(each => each.putAway);
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private readonly toggled = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open;
    this.readFor = '?';
    this.requestUpdate();
  };

  override render() {
    return html`<details @toggle=${this.toggled}>
      <summary>${t('Put away')}</summary>
      ${this.failed ? html`<p>${t('What was put away can’t be read now. Close this and open it again.')}</p>`
        : this.away === null ? nothing
        : this.away.length === 0 ? html`<p>${t('Nothing was put away yet. What is put away from the tray stays here.')}</p>`
        : html`<ul>${this.away.map(each => this.row(each))}</ul>`}
    </details>`;
  }

  private row(past: Past) {
    const name = told(past.card.name) || past.card.tool || t('An idea');
    return html`<li data-id=${past.id}><span>${name} · ${past.by} · ${ago(past.made, Date.now())}</span>
      <button class="framed back" aria-label=${t('Bring “{0}” back', name)} @click=${() => this.back(past.id)}>${t('Bring back')}</button></li>`;
  }

  private back(proposal: string): void {
    this.workspace.attempt(() => this.workspace.song.tray.judge(proposal, 0, 'BRING_BACK'));
    this.workspace.tray.open(proposal);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-put-away': TuttiPutAway;
  }
}
