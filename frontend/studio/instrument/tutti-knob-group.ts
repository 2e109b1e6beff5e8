import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EffectParameter } from '../../song/mixing';
import type { Handle } from '../../song/song';
import { below } from '../arrangement/corner';
import { controlStyles } from '../controls/control-styles';
import '../controls/tutti-knob';
import type { MenuEntry } from '../menu/menu';
import { parameterName, readValue, valueWords } from '../mixer/effect-words';
import type { Workspace } from '../workspace/workspace';
import { knobName } from './parameter-words';
import './tutti-adsr';

/** Some parameters of an instrument or pad that belong together: knobs, switches and choices below one title. */
@customElement('tutti-knob-group')
export class TuttiKnobGroup extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  /** What it belongs to: the device or pad. */
  @property({ type: Number }) device!: Handle;
  /** By which its parameters are known: an instrument, or "pad". */
  @property() kind = '';
  @property() override title = '';
  @property({ attribute: false }) values: readonly number[] = [];
  /** The first parameter of the group, and how many. */
  @property({ attribute: false }) places: readonly number[] = [];
  /** The place of an attack that an envelope is drawn of, or −1. */
  @property({ type: Number }) envelope = -1;

  static override styles = [controlStyles, css`
    :host {
      display: grid;
      align-content: start;
      gap: 6px;
      padding: 8px 10px;
      border-radius: var(--tutti-radius);
      background: var(--tutti-ground-1);
      box-shadow: inset 0 0 0 1px var(--tutti-line);
    }

    h4 {
      margin: 0;
      font-size: var(--tutti-size-small);
      font-weight: 600;
      color: var(--tutti-text-quiet);
    }

    .knobs {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 4px;
    }

    .choice {
      display: grid;
      align-content: start;
      justify-items: center;
      min-width: 62px;
      font-size: var(--tutti-size-ruler);
      color: var(--tutti-text-quiet);
    }

    .choice button {
      min-width: 56px;
      height: 28px;
      margin: 4px 0;
      padding: 0 8px;
      font-size: var(--tutti-size-small);
      color: var(--tutti-text);
      box-shadow: inset 0 0 0 1px var(--tutti-line-strong);
    }

    tutti-adsr {
      height: 76px;
      min-width: 220px;
    }

    @media (pointer: coarse) {
      .choice button {
        height: 40px;
      }
    }
  `];

  override render() {
    const all = this.workspace.song.mixing.parameters(this.kind);
    return html`
      <h4>${this.title}</h4>
      ${this.envelope < 0 ? nothing : html`<tutti-adsr .workspace=${this.workspace} .device=${this.device} .kind=${this.kind} .values=${this.values} .first=${this.envelope}></tutti-adsr>`}
      <div class="knobs">${this.places.map(place => all[place] ? this.parameter(all[place]!, place, this.values[place] ?? 0) : nothing)}</div>`;
  }

  private parameter(parameter: EffectParameter, place: number, value: number) {
    const { workspace: w, device, kind } = this;
    const { mixing, transport } = w.song;
    const name = knobName(parameter.name);
    const set = (next: number) => w.attempt(() => mixing.set(device, parameter.name, next));
    if (parameter.unit === 'switch') {
      return html`<div class="choice"><button aria-pressed=${value >= 0.5} aria-label="${this.title}: ${name}" @click=${() => set(value >= 0.5 ? 0 : 1)}>${valueWords(parameter, value)}</button><span>${name}</span></div>`;
    }
    if (parameter.unit === 'choice') {
      const words = (choice: number) => parameterName(parameter.choices[choice] ?? '');
      return html`<div class="choice"><button aria-haspopup="menu" aria-label="${this.title}: ${name}: ${words(Math.round(value))}"
        @click=${(event: MouseEvent) => below(this, event, name, parameter.choices.map((_, choice): MenuEntry => ({ name: words(choice), checked: choice === Math.round(value), run: () => set(choice) })))}>${words(Math.round(value))} ▾</button><span>${name}</span></div>`;
    }
    const at = (where: number) => mixing.valueAt(kind, place, where);
    return html`<tutti-knob data-parameter=${parameter.name} label=${name} .value=${mixing.placeOf(kind, place, value)} .rest=${mixing.placeOf(kind, place, parameter.initial)}
      ?centred=${parameter.least < 0 && parameter.most > 0 && parameter.unit !== 'decibels'}
      .words=${(where: number) => valueWords(parameter, at(where))} .read=${(text: string) => mixing.placeOf(kind, place, readValue(parameter, text))}
      @input=${(event: CustomEvent<number>) => transport.previewParameter?.(device, place, at(event.detail))}
      @change=${(event: CustomEvent<number>) => set(at(event.detail))}></tutti-knob>`;
  }
}
