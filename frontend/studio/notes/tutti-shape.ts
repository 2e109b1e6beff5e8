import { LitElement, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { Ends, KEY_OF_SONG } from '../../song/note-shapes';
import { t } from '../../words/words';
import { command, run, tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { GRID_STEPS } from '../time/grid-step';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { NO_CHORD } from './roll-settings';
import { shapeStyles } from './shape-styles';

const TONICS = ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];
/** Milliseconds that a press may take from its beginning to its end. */
const PRESS = 250;
const UNEVEN = new Set(['auto', 'free']);

type Amount = 'strength' | 'swing' | 'humaniseTime' | 'humaniseVelocity' | 'strum' | 'slide';
type Switch = 'highlight' | 'lock' | 'audition';

/** Everything that shapes notes, in one panel: it opens below its button, closes with Escape, and remembers what was set. */
@customElement('tutti-shape')
export class TuttiShape extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @query('[popover]') private panel!: HTMLElement;
  private closed = -Infinity;

  constructor() {
    super();
    new Watching(this, ['song', 'view']);
  }

  static override styles = [controlStyles, shapeStyles];

  /** Opens the panel below a button, or closes it. */
  toggle(button: HTMLElement): void {
    if (performance.now() - this.closed < PRESS) {
      return; // the press on its button has just closed it
    }
    this.panel.togglePopover();
    if (this.panel.matches(':popover-open')) {
      const { left, bottom } = button.getBoundingClientRect();
      const { width, height } = this.panel.getBoundingClientRect();
      this.panel.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
      this.panel.style.top = `${Math.max(8, Math.min(bottom + 4, window.innerHeight - height - 8))}px`;
      this.panel.querySelector('select')?.focus();
    }
  }

  override render() {
    return html`
      <div popover role="dialog" aria-label=${t('Shape the notes')} @keydown=${(event: Event) => event.stopPropagation()}
        @toggle=${(event: ToggleEvent) => { this.closed = event.newState === 'closed' ? performance.now() : this.closed; }}>
        ${this.timing()}${this.hand()}${this.pieces()}${this.scale()}
      </div>`;
  }

  private timing() {
    const { roll } = this.workspace;
    const ends = roll.get('ends');
    return html`
      <section>
        <h3>${t('Quantise')}</h3>
        <label>${t('Grid')}<select class="wide" aria-label=${t('Grid to quantise to')} @change=${(event: Event) => this.set({ quantiseGrid: chosen(event) })}>
          <option value="" ?selected=${roll.get('quantiseGrid') === ''}>${t('As drawn on')}</option>
          ${GRID_STEPS.filter(({ id }) => !UNEVEN.has(id)).map(({ id, name }) => html`<option value=${id} ?selected=${roll.get('quantiseGrid') === id}>${t(name)}</option>`)}
        </select></label>
        ${this.amount('strength', 'Strength', 0, 100, 5, percent)}
        ${this.amount('swing', 'Swing', 0, 100, 5, percent)}
        <label>${t('Moves')}<select aria-label=${t('What is quantised')} @change=${(event: Event) => this.set({ ends: Number(chosen(event)) })}>
          ${([[Ends.starts, 'Beginnings'], [Ends.ends, 'Ends'], [Ends.both, 'Both']] as const).map(([value, name]) => html`<option value=${value} ?selected=${ends === value}>${t(name)}</option>`)}
        </select></label>
        ${this.does('note-quantise', 'Quantise')}
      </section>`;
  }

  private hand() {
    return html`
      <section>
        <h3>${t('Like a hand')}</h3>
        ${this.amount('humaniseTime', 'Time', 0, 120, 5, ticks)}
        ${this.amount('humaniseVelocity', 'Velocity', 0, 60, 1, value => `± ${value}`)}
        <div class="row">${this.does('note-humanise', 'Humanise')}${this.does('note-ramp', 'Velocity line')}</div>
        ${this.amount('strum', 'Strum', 5, 120, 5, ticks)}
        <div class="row">${this.does('note-strum-up', 'Strum up')}${this.does('note-strum-down', 'Strum down')}</div>
        ${this.amount('slide', 'Slide', 60, 960, 60, ticks)}
        <div class="row">${this.does('note-slide', 'Slide')}${this.does('note-legato', 'Legato')}</div>
      </section>`;
  }

  private pieces() {
    return html`
      <section>
        <h3>${t('Pieces and pitches')}</h3>
        <div class="row">
          ${this.does('note-glue', 'Glue')}${this.does('note-split', 'Split')}${this.does('note-split-grid', 'Split by grid')}
        </div>
        <div class="row">
          ${this.does('note-octave-down', '− octave')}${this.does('note-step-down', '− step')}${this.does('note-down', '− semitone')}
          ${this.does('note-up', '+ semitone')}${this.does('note-step-up', '+ step')}${this.does('note-octave-up', '+ octave')}
        </div>
      </section>`;
  }

  private scale() {
    const w = this.workspace;
    const { tonic, form } = w.roll.get('scale');
    const { noteShapes } = w.song;
    return html`
      <section>
        <h3>${t('Scale and chords')}</h3>
        <label>${t('Scale')}<select aria-label=${t('Scale')} @change=${(event: Event) => this.set({ scale: { tonic: Number(form === KEY_OF_SONG ? noteShapes.tonic({ tonic, form }) : tonic), form: Number(chosen(event)) } })}>
          <option value=${KEY_OF_SONG} ?selected=${form === KEY_OF_SONG}>${t('Key of the song')}</option>
          ${noteShapes.scales.map((name, place) => html`<option value=${place} ?selected=${form === place}>${t(name)}</option>`)}
        </select>
        <select aria-label=${t('Tonic')} ?disabled=${form === KEY_OF_SONG} @change=${(event: Event) => this.set({ scale: { tonic: Number(chosen(event)), form } })}>
          ${TONICS.map((name, place) => html`<option value=${place} ?selected=${noteShapes.tonic({ tonic, form }) === place}>${name}</option>`)}
        </select></label>
        <label>${t('Chord')}<select class="wide" aria-label=${t('Chord to draw')} @change=${(event: Event) => this.set({ chord: Number(chosen(event)) })}>
          <option value=${NO_CHORD} ?selected=${w.roll.get('chord') === NO_CHORD}>${t('Single notes')}</option>
          ${noteShapes.chords.map((name, place) => html`<option value=${place} ?selected=${w.roll.get('chord') === place}>${t(name)}</option>`)}
        </select></label>
        <div class="row">
          ${this.check('highlight', 'scale-highlight', 'Highlight the scale')}${this.check('lock', 'scale-lock', 'Stay in the scale')}${this.check('audition', 'audition', 'Hear what is drawn')}
        </div>
      </section>`;
  }

  private amount(name: Amount, word: string, least: number, most: number, step: number, words: (value: number) => string) {
    const value = this.workspace.roll.get(name);
    return html`<label>${t(word)}<input type="range" min=${least} max=${most} step=${step} .value=${String(value)} aria-label=${t(word)} aria-valuetext=${words(value)}
      @input=${(event: Event) => this.set({ [name]: Number(chosen(event)) })}><output>${words(value)}</output></label>`;
  }

  private check(name: Switch, id: string, word: string) {
    return html`<label class="check" data-tip=${tip(id)}><input type="checkbox" .checked=${this.workspace.roll.get(name)}
      @change=${() => run(id, this.workspace)}>${t(word)}</label>`;
  }

  private does(id: string, word: string) {
    return html`<button class="framed" aria-label=${t(command(id).name)} data-tip=${tip(id)} @click=${() => run(id, this.workspace)}>${t(word)}</button>`;
  }

  private set(change: Parameters<Workspace['roll']['set']>[0]): void {
    this.workspace.roll.set(change);
    this.workspace.viewChanged();
  }
}

function chosen(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function percent(value: number): string {
  return `${value} %`;
}

function ticks(value: number): string {
  return t('{0} ticks', value);
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-shape': TuttiShape;
  }
}
