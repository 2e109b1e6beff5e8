import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { whenShut } from '../controls/shut';
import type { Workspace } from '../workspace/workspace';
import { SavedPresets, type PresetTarget, type SavedPreset, type Sharing } from './saved-presets';
import { t } from '../../words/words';

/** Saves settings of an effect or instrument under a name, loads, renames, shares and deletes what was saved. */
@customElement('tutti-presets')
export class TuttiPresets extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @state() private target: PresetTarget | null = null;
  @state() private presets: readonly SavedPreset[] = [];
  @state() private problem = '';
  /** What was deleted last while this stood open. */
  @state() private gone: SavedPreset | null = null;
  @state() private name = '';
  @state() private sharing: Sharing = 'nobody';
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [controlStyles, css`
    dialog {
      box-sizing: border-box;
      width: min(460px, calc(100vw - 16px));
      max-height: min(560px, calc(100dvh - 32px));
      padding: 12px;
      border: 1px solid var(--tutti-line-strong);
      border-radius: var(--tutti-radius-large);
      background: var(--tutti-ground-2);
      color: var(--tutti-text);
      box-shadow: var(--tutti-shadow);
    }

    header,
    form,
    li {
      display: flex;
      align-items: center;
      gap: 6px;
    }

    h2 {
      flex: 1;
      margin: 0;
      font-size: 1em;
    }

    ul {
      margin: 10px 0;
      padding: 0;
      list-style: none;
    }

    li {
      min-height: 36px;
    }

    li button:first-child,
    input {
      flex: 1;
      min-width: 0;
      justify-content: flex-start;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    input {
      height: 32px;
    }

    select {
      height: 32px;
      border: 1px solid var(--tutti-line-strong);
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-0);
      color: var(--tutti-text);
      font: inherit;
    }

    small,
    p {
      color: var(--tutti-text-faint);
    }

    [role='alert'] {
      color: var(--tutti-bad);
    }
  `];

  open(target: PresetTarget): void {
    this.target = target;
    this.presets = [];
    this.problem = '';
    this.gone = null;
    this.name = '';
    void this.updateComplete.then(() => this.dialog.showModal());
    void this.load();
  }

  private get store(): SavedPresets { return new SavedPresets(this.workspace?.song.link ?? ''); }

  private async load(): Promise<void> {
    const { target } = this;
    await this.attempt(async () => { this.presets = target ? await this.store.of(target.kind) : []; });
  }

  private async attempt(what: () => Promise<void>): Promise<boolean> {
    try {
      await what();
      this.problem = '';
      return true;
    } catch (problem) {
      this.problem = problem instanceof Error ? problem.message : String(problem);
      return false;
    }
  }

  override render() {
    const { target } = this;
    if (!target) {
      return nothing;
    }
    return html`
      <dialog aria-label=${t('Presets of {0}', target.title)} @keydown=${this.key} @close=${whenShut(() => { this.target = null; })}
        @pointerdown=${(event: Event) => event.target === this.dialog && this.dialog.close()}>
        <header><h2>${t('Presets of {0}', target.title)}</h2>
          <button aria-label=${t('Close')} @click=${() => this.dialog.close()}>${icon('close')}</button></header>
        <ul>${this.presets.map(preset => this.row(preset))}</ul>
        ${this.presets.length === 0 && this.problem === '' ? html`<p>${t('Nothing is saved yet: give these settings a name.')}</p>` : nothing}
        ${this.problem === '' ? nothing : html`<p role="alert">${this.problem}</p>`}
        ${this.gone === null ? nothing : html`<p role="status">${t('“{0}” is deleted.', this.gone.name)} <button class="framed" @click=${this.bringBack}>${t('Undo')}</button></p>`}
        <form @submit=${this.save}>
          <input aria-label=${t('Name of the preset')} placeholder=${t('Name of the preset')} maxlength="60" autofocus .value=${this.name}
            @input=${(event: Event) => { this.name = (event.target as HTMLInputElement).value; }}>
          ${this.shares(this.sharing, t('Who sees it'), sharing => { this.sharing = sharing; })}
          <button class="primary" ?disabled=${this.name.trim() === ''}>${t('Save')}</button>
        </form>
      </dialog>`;
  }

  private row(preset: SavedPreset) {
    return html`<li>
      <button aria-label=${t('Load {0}', preset.name)} @click=${() => this.use(preset)}>${preset.name} <small>${preset.author}</small></button>
      ${!preset.mine ? nothing : html`
        ${this.shares(preset.sharing, t('Who sees {0}', preset.name), sharing => void this.change(preset, preset.name, sharing))}
        <button aria-label=${t('Rename {0}', preset.name)} data-tip=${t('Rename: to what stands below')} ?disabled=${this.name.trim() === ''}
          @click=${() => void this.change(preset, this.name, preset.sharing)}>${icon('pencil')}</button>
        <button aria-label=${t('Delete {0}', preset.name)} @click=${() => void this.forget(preset)}>${icon('close')}</button>`}
    </li>`;
  }

  private shares(now: Sharing, label: string, choose: (sharing: Sharing) => void) {
    const words: readonly (readonly [Sharing, string])[] = [['nobody', t('Only me')], ['song', t('In this song')], ['everybody', t('Everybody here')]];
    return html`<select aria-label=${label} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Sharing)}>
      ${words.map(([id, name]) => html`<option value=${id} ?selected=${id === now}>${name}</option>`)}</select>`;
  }

  private use(preset: SavedPreset): void {
    const { target } = this;
    this.dialog.close();
    target?.apply(preset.settings);
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { target } = this;
    if (target && this.name.trim() !== '' && await this.attempt(() => this.store.save(target.kind, this.name, this.sharing, target.settings()))) {
      this.name = '';
      await this.load();
    }
  };

  private async change(preset: SavedPreset, name: string, sharing: Sharing): Promise<void> {
    if (await this.attempt(() => this.store.change(preset, name, sharing))) {
      this.name = '';
      await this.load();
    }
  }

  private async forget(preset: SavedPreset): Promise<void> {
    if (await this.attempt(() => this.store.remove(preset))) {
      this.gone = preset;
      await this.load();
    }
  }

  /** Saves again what was deleted last. */
  private readonly bringBack = async (): Promise<void> => {
    const { target, gone } = this;
    if (target && gone && await this.attempt(() => this.store.save(target.kind, gone.name, gone.sharing, { ...gone.settings }))) {
      this.gone = null;
      await this.load();
    }
  };

  private readonly key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const types = event.composedPath()[0] instanceof HTMLInputElement && this.name !== '';
    if (this.gone && !types && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      void this.bringBack();
    }
  };
}
