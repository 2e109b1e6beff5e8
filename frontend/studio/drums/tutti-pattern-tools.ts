import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { HeardOn, Variation } from '../../song/patterns';
import { t } from '../../words/words';
import { below } from '../arrangement/corner';
import { run, tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import type { MenuEntry } from '../menu/menu';
import { shapeStyles } from '../notes/shape-styles';
import { GRID_STEPS } from '../time/grid-step';
import { variedClips } from '../workspace/pattern-actions';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { variationEntries } from './variation-entries';

const DEFAULT_STEP = 240;

/** What the editor's head has for a clip as a whole: grid or roll, its variations, the grid that it is heard on. */
@customElement('tutti-pattern-tools')
export class TuttiPatternTools extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @query('[popover]') private panel!: HTMLElement;
  @query('.heard') private heardButton!: HTMLElement;
  @state() private renaming: Variation | null = null;

  constructor() {
    super();
    new Watching(this, ['song', 'contents', 'view', 'opened']);
  }

  static override styles = [controlStyles, shapeStyles, css`
    :host {
      display: flex;
      align-items: center;
      gap: 2px;
      flex: none;
    }

    button {
      height: 30px;
      min-width: 28px;
    }

    .split {
      width: 1px;
      height: 18px;
      margin: 0 4px;
      background: var(--tutti-line);
      flex: none;
    }

    .name {
      max-width: 120px;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    [popover] {
      width: min(360px, calc(100vw - 16px));
    }

    input[type='text'] {
      width: 96px;
    }

    @media (pointer: coarse) {
      button {
        height: var(--tutti-hit);
        min-width: var(--tutti-hit);
      }
    }
  `];

  override render() {
    const w = this.workspace;
    const clip = w.openedClip;
    if (!clip) {
      return nothing;
    }
    const drums = w.seen.track(clip.track)?.type === 'drums';
    const family = w.song.patterns.family(clip.handle);
    const heard = w.song.patterns.heardOn(clip.handle);
    return html`
      ${drums ? html`
        <button aria-pressed=${w.drums.grid} aria-label=${t('Drum grid')} data-tip=${tip('drums-grid')} @click=${() => run('drums-grid', w)}>${icon('grid')}</button>
        <span class="split"></span>` : nothing}
      ${family.length > 1 ? html`
        <button aria-label=${t('Variation before')} data-tip=${tip('variation-previous')} @click=${() => run('variation-previous', w)}>‹</button>` : nothing}
      ${this.renaming ? html`
        <input type="text" aria-label=${t('Name of the variation')} .value=${this.renaming.name} maxlength="60" @keydown=${this.renameKey} @blur=${this.renamed}>` : html`
        <button class="name" aria-haspopup="menu" aria-label=${t('Variations')} data-tip=${t('Variations of this pattern')}
          @click=${(event: MouseEvent) => below(this, event, t('Variations'), this.variations(family))}>${family.find(each => each.chosen)?.name || 'A'}</button>`}
      ${family.length > 1 ? html`
        <button aria-label=${t('Next variation')} data-tip=${tip('variation-next')} @click=${() => run('variation-next', w)}>›</button>` : nothing}
      <button aria-label=${t('New variation')} data-tip=${tip('variation-new')} @click=${() => run('variation-new', w)}>${icon('plus')}</button>
      <span class="split"></span>
      <button class="heard" aria-haspopup="dialog" aria-pressed=${heard.step > 0} aria-label=${t('Heard on a grid')} data-tip=${t('Hear the clip on a grid; its notes stay as they were played')}
        @click=${() => this.toggle()}>${icon('quantise')} ${heard.step > 0 ? stepName(heard.step) : t('As played')}</button>
      <span class="split"></span>
      <div popover role="dialog" aria-label=${t('Heard on a grid')} @keydown=${this.key}>${this.heardOn(heard)}</div>`;
  }

  private variations(family: readonly Variation[]): readonly MenuEntry[] {
    const w = this.workspace;
    const chosen = family.find(each => each.chosen);
    return [...variationEntries(w, w.opened, variedClips(w)), { name: t('Rename'), off: family.length < 2, run: () => chosen && this.rename(chosen) }];
  }

  private rename(variation: Variation): void {
    this.renaming = variation;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('input[type=text]')?.select());
  }

  private readonly renameKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      this.renaming = null;
    } else if (event.key === 'Enter') {
      (event.target as HTMLInputElement).blur();
    }
  };

  private readonly renamed = (event: Event): void => {
    const { renaming, workspace: w } = this;
    const name = (event.target as HTMLInputElement).value;
    this.renaming = null;
    if (renaming && name.trim() !== renaming.name) {
      w.attempt(() => w.song.patterns.rename(renaming.handle, name));
    }
  };

  private toggle(): void {
    this.panel.togglePopover();
    if (this.panel.matches(':popover-open')) {
      const { left, bottom } = this.heardButton.getBoundingClientRect();
      const { width, height } = this.panel.getBoundingClientRect();
      this.panel.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
      this.panel.style.top = `${Math.max(8, Math.min(bottom + 4, window.innerHeight - height - 8))}px`;
      this.panel.querySelector('select')?.focus();
    }
  }

  /** Keys here are the panel's own; Escape is the browser's. */
  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') {
      event.stopPropagation();
    }
  };

  private heardOn(heard: HeardOn) {
    const w = this.workspace;
    return html`
      <section>
        <h3>${t('Heard on a grid; the notes stay as they were played')}</h3>
        <label>${t('Grid')}<select class="wide" aria-label=${t('Grid to hear on')} @change=${(event: Event) => this.set({ ...heard, step: Number(value(event)) })}>
          <option value="0" ?selected=${heard.step === 0}>${t('As played')}</option>
          ${GRID_STEPS.filter(step => step.ticks > 1).map(step => html`<option value=${step.ticks} ?selected=${heard.step === step.ticks}>${t(step.name)}</option>`)}
        </select></label>
        ${this.amount(t('Strength'), heard.strength, strength => this.set({ ...heard, strength }))}
        ${this.amount(t('Swing'), heard.swing, swing => this.set({ ...heard, swing, step: heard.step || DEFAULT_STEP }))}
        <div class="row">
          <button class="framed" aria-pressed=${heard.step > 0} data-tip=${tip('heard-on')} @click=${() => run('heard-on', w)}>${heard.step > 0 ? t('As played') : t('On the grid')}</button>
          <button class="framed" ?disabled=${heard.step === 0} data-tip=${tip('heard-apply')} @click=${() => run('heard-apply', w)}>${t('Apply to the notes')}</button>
        </div>
      </section>`;
  }

  private amount(word: string, now: number, set: (value: number) => void) {
    return html`<label>${word}<input type="range" min="0" max="100" step="5" .value=${String(now)} aria-label=${word} aria-valuetext="${now} %"
      @change=${(event: Event) => set(Number(value(event)))}><output>${now} %</output></label>`;
  }

  private set(heard: HeardOn): void {
    const w = this.workspace;
    w.attempt(() => w.song.patterns.hearOn([w.opened], heard));
  }
}

function stepName(ticks: number): string {
  return t(GRID_STEPS.find(step => step.ticks === ticks)?.name ?? '{0} ticks', ticks);
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-pattern-tools': TuttiPatternTools;
  }
}
