import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Handle } from '../../song/song';
import { controlStyles } from '../controls/control-styles';
import { FAMILIES, programOf } from '../gm/instruments';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

interface Choice {
  readonly family: string;
  readonly name: string;
  readonly program: number;
}

const ALL: readonly Choice[] = FAMILIES.flatMap(({ name: family, programs }, at) =>
  programs.map((name, index) => ({ family, name, program: programOf(at, index) })));

/** Chooses a track's instrument: by family, or by the first letters typed. */
@customElement('tutti-instruments')
export class TuttiInstruments extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @state() private track: Handle | null = null;
  @state() private sought = '';
  @state() private active = 0;
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [controlStyles, css`
    dialog {
      box-sizing: border-box;
      width: 300px;
      height: min(440px, calc(100dvh - 32px));
      margin: 0;
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
      background: transparent;
    }

    input {
      width: 100%;
      height: 34px;
    }

    .list {
      overflow: auto;
      scrollbar-width: thin;
      scrollbar-color: var(--tutti-line-strong) transparent;
    }

    h3 {
      margin: 8px 8px 2px;
      font-size: var(--tutti-size-small);
      font-weight: 600;
      color: var(--tutti-text-faint);
    }

    [role='option'] {
      display: flex;
      align-items: center;
      min-height: 28px;
      padding: 0 8px;
      border-radius: var(--tutti-radius-small);
      cursor: pointer;
    }

    [role='option'][data-active] {
      background: var(--tutti-ground-pressed);
    }

    [role='option'][aria-selected='true'] {
      color: var(--tutti-accent);
    }

    p {
      margin: 12px 8px;
      color: var(--tutti-text-faint);
    }
  `];

  open(track: Handle, x: number, y: number): void {
    this.track = track;
    this.sought = '';
    this.active = Math.max(0, this.choices().findIndex(choice => choice.program === this.now));
    void this.updateComplete.then(() => {
      this.dialog.showModal();
      const { width, height } = this.dialog.getBoundingClientRect();
      this.dialog.style.left = `${Math.max(8, Math.min(x, window.innerWidth - width - 8))}px`;
      this.dialog.style.top = `${Math.max(8, Math.min(y, window.innerHeight - height - 8))}px`;
      this.renderRoot.querySelector('[data-active]')?.scrollIntoView({ block: 'center' });
    });
  }

  private get now(): number {
    return this.track === null ? -1 : this.workspace?.seen.track(this.track)?.program ?? -1;
  }

  private choices(): readonly Choice[] {
    const words = this.sought.toLowerCase().split(/\s+/).filter(word => word !== '');
    return words.length === 0 ? ALL
      : ALL.filter(({ family, name }) => words.every(word => `${family} ${name}`.toLowerCase().includes(word)));
  }

  override render() {
    if (this.track === null) {
      return nothing;
    }
    const choices = this.choices();
    return html`
      <dialog aria-label=${t('Instrument')} @keydown=${this.key} @close=${() => { this.track = null; }}
        @pointerdown=${(event: Event) => event.target === this.dialog && this.dialog.close()}>
        <input type="search" placeholder=${t('Search 128 instruments')} aria-label=${t('Search instruments')} autofocus
          role="combobox" aria-expanded="true" aria-controls="list" .value=${this.sought} @input=${this.search}>
        <div class="list" id="list" role="listbox" aria-label=${t('Instruments')}>
          ${choices.length === 0 ? html`<p>${t('No instrument is called that.')}</p>` : nothing}
          ${[...new Set(choices.map(choice => choice.family))].map(family => html`
            <div role="group" aria-label=${t(family)}>
              <h3 aria-hidden="true">${t(family)}</h3>
              ${choices.map((choice, index) => choice.family !== family ? nothing : html`
                <div role="option" aria-selected=${choice.program === this.now} ?data-active=${index === this.active}
                  @pointermove=${() => { this.active = index; }} @click=${() => this.choose(choice)}>${t(choice.name)}</div>`)}
            </div>`)}
        </div>
      </dialog>`;
  }

  private readonly search = (event: Event): void => {
    this.sought = (event.target as HTMLInputElement).value;
    this.active = 0;
  };

  private readonly key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const choices = this.choices();
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      this.active = Math.min(choices.length - 1, Math.max(0, this.active + by));
      void this.updateComplete.then(() => this.renderRoot.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && choices[this.active]) {
      event.preventDefault();
      this.choose(choices[this.active]);
    }
  };

  private choose(choice: Choice): void {
    const { workspace, track } = this;
    this.dialog.close();
    if (workspace && track !== null && choice.program !== this.now) {
      workspace.attempt(() => workspace.song.setTrack(track, { program: choice.program, bank: 0 }));
    }
  }
}
