import { css, html, type TemplateResult } from 'lit';
import type { Control } from '../../song/tray';
import '../controls/tutti-slider';
import { noteName } from '../gm/keys';
import { t, told } from '../../words/words';

/** So many controls are shown at first where there are more than MANY; the others are folded. */
const FIRST = 3;
const MANY = 6;

/** The settings of an offer in their order, each as its kind wants; `set` is told the name and the value as a text. */
export function offerSettings(controls: readonly Control[], settings: Readonly<Record<string, string>>, set: (name: string, value: string) => void): TemplateResult[] {
  const all = controls.map(control => {
    const value = settings[control.name] ?? control.initial;
    const hint = told(control.hint);
    return html`<div class="control" data-control=${control.name} data-tip=${hint}>${field(control, value, told(control.words), hint, next => set(control.name, next))}</div>`;
  });
  return controls.length <= MANY ? all : [...all.slice(0, FIRST), html`<details class="folded"><summary>${t('More settings')}</summary>${all.slice(FIRST)}</details>`];
}

function field(control: Control, value: string, words: string, hint: string, set: (value: string) => void): TemplateResult {
  switch (control.type) {
    case 'slider': {
      const says = (number: number) => inWords(control, number);
      return html`<span class="name">${words}</span><output>${says(Number(value))}</output>
        <tutti-slider .label=${words} .min=${control.low} .max=${control.high} .step=${control.step || (control.high - control.low) / 100} .rest=${Number(control.initial)}
          .value=${Number(value)} .words=${says} @change=${(event: CustomEvent<number>) => set(written(event.detail, control.step))}></tutti-slider>`;
    }
    case 'choice':
      return html`<label class="field"><span>${words}</span><select aria-label=${words} @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
        ${control.options.map(each => html`<option value=${each.key} ?selected=${each.key === value} title=${told(each.hint)}>${told(each.words)}</option>`)}</select></label>`;
    case 'toggle':
      return html`<label class="check"><input type="checkbox" .checked=${value === 'true'} @change=${(event: Event) => set(String((event.target as HTMLInputElement).checked))}>${words}</label>`;
    case 'words':
      return html`<label class="field"><span>${words}</span><input maxlength=${control.longest} .value=${value} placeholder=${hint} aria-label=${words}
        @change=${(event: Event) => set((event.target as HTMLInputElement).value)}></label>`;
  }
}

/** A number on a slider's scale, as people read it. */
export function inWords(control: Control & { readonly type: 'slider' }, number: number): string {
  if (control.resting !== '' && number === Number(control.initial)) {
    return told(control.resting);
  }
  if (control.unit === 'note') {
    return noteName(Math.round(number));
  }
  return `${written(number, control.step)}${control.unit === '' ? '' : ` ${told(control.unit)}`}`;
}

/** A number on the steps of its scale, as settings have it. */
function written(value: number, step: number): string {
  return step > 0 ? String(Number((Math.round(value / step) * step).toFixed(6))) : String(Math.round(value * 1000) / 1000);
}

export const settingsStyles = css`
  .control {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 8px;
    align-items: center;
  }

  .control tutti-slider, .control .field, .control .check {
    grid-column: 1 / -1;
  }

  .control output {
    color: var(--tutti-text-quiet);
    font-feature-settings: 'tnum';
  }

  .field {
    display: grid;
    grid-template-columns: minmax(90px, 2fr) minmax(0, 3fr);
    gap: 8px;
    align-items: center;
  }

  .folded > summary {
    min-height: 28px;
    align-content: center;
    cursor: pointer;
    color: var(--tutti-text-quiet);
  }

  .folded[open] {
    display: grid;
    gap: 8px;
  }

  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 26px;
  }

  select, .field input {
    width: 100%;
    min-width: 0;
    height: 28px;
    box-sizing: border-box;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-small);
    background: var(--tutti-ground-0);
    color: var(--tutti-text);
    font: inherit;
  }

  @media (pointer: coarse) {
    select, .field input {
      height: var(--tutti-hit);
    }

    .check, .folded > summary {
      min-height: var(--tutti-hit);
    }
  }
`;
