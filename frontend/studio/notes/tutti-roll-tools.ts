import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../../words/words';
import { below, gridEntries } from '../arrangement/corner';
import { hex } from '../canvas/shades';
import { keyOfCommand, command, run, tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon, type IconName } from '../controls/icons';
import { LINE, item, type MenuEntry } from '../menu/menu';
import type { GridStep } from '../time/grid-step';
import type { NoteTool, Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import './tutti-shape';
import type { TuttiShape } from './tutti-shape';

const TOOLS: readonly { readonly id: string; readonly tool: NoteTool; readonly name: string }[] = [
  { id: 'tool-pointer', tool: 'select', name: 'Pointer' },
  { id: 'tool-pencil', tool: 'draw', name: 'Pencil' },
  { id: 'tool-brush', tool: 'paint', name: 'Brush' },
  { id: 'tool-eraser', tool: 'erase', name: 'Eraser' },
  { id: 'tool-lasso', tool: 'lasso', name: 'Lasso' },
  { id: 'tool-knife', tool: 'cut', name: 'Knife' }
];

/** What the hand holds over the piano roll, what notes snap to, and the way to everything that shapes them. */
@customElement('tutti-roll-tools')
export class TuttiRollTools extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @query('tutti-shape') private shape!: TuttiShape;
  @query('.shape') private shapeButton!: HTMLButtonElement;
  private stop?: () => void;
  private shownStep?: GridStep;

  constructor() {
    super();
    new Watching(this, ['song', 'view', 'notes', 'selection', 'opened'], aspect => {
      // Scrolling changes nothing here, and comes with every frame.
      if (aspect !== 'notes' || this.workspace.step('notes') !== this.shownStep) {
        this.requestUpdate();
      }
    });
    this.addEventListener('click', () => this.workspace.goTo('notes'));
  }

  static override styles = [controlStyles, css`
    :host {
      display: flex;
      flex: 1;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px;
      min-width: 0;
      container-type: inline-size;
    }

    button {
      height: 30px;
      min-width: 32px;
    }

    .split {
      width: 1px;
      height: 18px;
      margin: 0 4px;
      background: var(--tutti-line);
      flex: none;
    }

    .count {
      flex: 1;
      min-width: 0;
      padding: 0 10px;
      overflow: hidden;
      text-align: right;
      text-overflow: ellipsis;
      white-space: nowrap;
      color: var(--tutti-text-faint);
      font-size: var(--tutti-size-small);
    }

    /* Beside an open panel the words give way, so that all buttons stay in one line. */
    @container (max-width: 740px) {
      .word {
        display: none;
      }

      .count {
        padding: 0;
      }
    }

    @media (pointer: coarse) {
      button {
        flex: none;
        height: var(--tutti-hit);
        min-width: var(--tutti-hit);
      }
    }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen();
  }

  override willUpdate(): void {
    this.listen();
  }

  private listen(): void {
    this.stop ??= this.workspace?.wanted.on(what => what === 'shape' && this.shape.toggle(this.shapeButton));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.stop = undefined;
  }

  override render() {
    const w = this.workspace;
    const step = this.shownStep = w.step('notes');
    const chosen = w.notes.size;
    return html`
      ${TOOLS.map(({ id, tool, name }) => html`
        <button aria-pressed=${w.tools.notes === tool} aria-label=${t(name)} data-tip=${tip(id)} @click=${() => run(id, w)}>${icon(command(id).icon!)}</button>`)}
      <span class="split"></span>
      <button aria-haspopup="menu" aria-label=${t('Grid of the notes: {0}', t(step.name))} data-tip=${`${t('What notes snap to')}  (${keyOfCommand('grid-coarser')} ${keyOfCommand('grid-finer')})`}
        @click=${(event: MouseEvent) => below(this, event, t('Grid'), gridEntries(w, 'notes'))}>${icon('magnet')} ${w.snapping ? t(step.name) : t('Free')}</button>
      <button aria-label=${t('Quantise')} data-tip=${tip('note-quantise')} @click=${() => run('note-quantise', w)}>${icon('quantise')}</button>
      <button class="shape" aria-haspopup="dialog" aria-label=${t('Shape')} data-tip=${tip('shape')} @click=${() => run('shape', w)}>${icon('shape')}<span class="word">${t('Shape')}</span></button>
      <span class="split"></span>
      ${this.toggle('scale-highlight', 'Highlight the scale', w.roll.get('highlight'))}
      ${this.toggle('scale-lock', 'Stay in the scale', w.roll.get('lock'))}
      ${this.toggle('chord-stamp', 'Draw chords', w.roll.get('chord') >= 0)}
      ${this.toggle('fold', 'Only rows that are used', w.roll.fold)}
      <button aria-haspopup="menu" aria-pressed=${w.roll.ghostsShown && w.roll.ghosts.size > 0} aria-label=${t('Other tracks behind the notes')} data-tip=${tip('ghosts')}
        @click=${(event: MouseEvent) => below(this, event, t('Behind the notes'), this.ghostEntries())}>${icon('ghosts')}</button>
      <span class="count">${chosen > 0 ? chosen === 1 ? t('1 note chosen') : t('{0} notes chosen', chosen) : ''}</span>
      ${this.plain('zoom-out')}${this.plain('zoom-in')}${this.plain('fit')}
      <tutti-shape .workspace=${w}></tutti-shape>`;
  }

  private toggle(id: string, name: string, on: boolean) {
    return html`<button aria-pressed=${on} aria-label=${t(name)} data-tip=${tip(id)} @click=${() => run(id, this.workspace)}>${icon(command(id).icon!)}</button>`;
  }

  private plain(id: IconName & ('zoom-in' | 'zoom-out' | 'fit')) {
    return html`<button aria-label=${t(command(id).name)} data-tip=${tip(id)}
      @click=${() => { this.workspace.goTo('notes'); run(id, this.workspace); }}>${icon(id)}</button>`;
  }

  /** The other tracks, those marked whose notes are shown. */
  private ghostEntries(): readonly MenuEntry[] {
    const w = this.workspace;
    const others = w.seen.tracks.filter(track => (track.type === 'instrument' || track.type === 'drums') && track.handle !== w.openedClip?.track);
    const show = (ghosts: Iterable<number>) => { w.roll.ghosts = new Set(ghosts); w.roll.ghostsShown = true; w.viewChanged(); };
    return [
      ...others.map(track => {
        const shown = w.roll.ghosts.has(track.handle);
        return {
          name: track.name, checked: shown, swatch: shown ? hex(track.colour) : undefined,
          run: () => show(shown ? [...w.roll.ghosts].filter(each => each !== track.handle) : [...w.roll.ghosts, track.handle])
        };
      }),
      LINE,
      { name: t('All'), run: () => show(others.map(track => track.handle)) },
      { name: t('None'), run: () => show([]) },
      { ...item('ghosts', w), checked: w.roll.ghostsShown }
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-roll-tools': TuttiRollTools;
  }
}
