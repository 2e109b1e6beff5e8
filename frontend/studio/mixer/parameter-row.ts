import { css, html, type TemplateResult } from 'lit';
import type { Device } from '../../song/mixing';
import type { Handle } from '../../song/song';
import { below } from '../arrangement/corner';
import { automated } from '../automation/knob';
import '../controls/tutti-slider';
import type { MenuEntry } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';
import { parameterName, readValue, valueWords } from './effect-words';
import { t } from '../../words/words';

/** What shows the parameters of an insert. */
export interface ShowsDevice extends HTMLElement {
  readonly workspace: Workspace;
  readonly strip: Handle;
  readonly device: Device;
}

export interface RowManner {
  /** How it is called here instead. */
  readonly name?: string;
  /** How a value is said here instead. */
  readonly words?: (value: number) => string;
  /** The one that matters: wide and high. */
  readonly large?: boolean;
  /** Filled from the middle. */
  readonly centred?: boolean;
}

export const parameterStyles = css`
  .parameters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(170px, 1fr));
    gap: 6px 16px;
  }

  .parameter {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    font-size: var(--tutti-size-small);
    color: var(--tutti-text-quiet);
  }

  .parameter tutti-slider {
    grid-column: 1 / -1;
  }

  .parameter output {
    font-feature-settings: 'tnum';
    color: var(--tutti-text);
  }

  .choice {
    justify-content: flex-start;
  }
`;

/** A parameter of an insert by its place: its name, its value, and a slider or a menu. */
export function parameterRow(panel: ShowsDevice, index: number, manner: RowManner = {}): TemplateResult {
  const { workspace: w, device } = panel;
  const { mixing, transport } = w.song;
  const parameter = mixing.parameters(device.effect)[index]!;
  const value = device.values[index]!;
  const set = (next: number) => w.attempt(() => mixing.set(device.handle, parameter.name, next));
  const name = manner.name ?? parameterName(parameter.name);
  if (parameter.unit === 'switch' || parameter.unit === 'choice') {
    const choices = parameter.unit === 'switch' ? [t('off'), t('on')] : parameter.choices.map(parameterName);
    return html`<div class="parameter"><span>${name}</span>
      <button class="choice" aria-label="${name}: ${choices[Math.round(value)]}" aria-haspopup="menu"
        @click=${(event: MouseEvent) => below(panel, event, name, choices.map((each, choice): MenuEntry => ({ name: each, checked: choice === Math.round(value), run: () => set(choice) })))}>${choices[Math.round(value)]} ▾</button></div>`;
  }
  const knob = automated(w, panel.strip, device.handle, parameter.name, index, level => transport.previewParameter?.(device.handle, index, level));
  const at = (place: number) => mixing.valueAt(device.effect, index, place);
  const words = manner.words ?? ((level: number) => valueWords(parameter, level));
  return html`<div class="parameter"><span>${name}</span><output>${words(value)}</output>
    <tutti-slider label=${name} ?large=${manner.large} ?centred=${manner.centred} .value=${mixing.placeOf(device.effect, index, value)}
      .rest=${mixing.placeOf(device.effect, index, parameter.initial)} .step=${0.01}
      .words=${(place: number) => words(at(place))} .read=${(text: string) => mixing.placeOf(device.effect, index, readValue(parameter, text))}
      ?automated=${knob.automated} @input=${(event: CustomEvent<number>) => knob.touch(at(event.detail))} @rest=${knob.rest}
      @change=${(event: CustomEvent<number>) => knob.set(at(event.detail), set)}></tutti-slider></div>`;
}
