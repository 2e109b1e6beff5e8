import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MASTER, type Device, type EffectParameter } from '../../song/mixing';
import type { Handle } from '../../song/song';
import { below } from '../arrangement/corner';
import { automated } from '../automation/knob';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import '../controls/tutti-slider';
import { LINE, type MenuEntry } from '../menu/menu';
import { Watching } from '../workspace/watching';
import { openPresets, type PresetTarget } from '../presets/saved-presets';
import type { Workspace } from '../workspace/workspace';
import { effectName, parameterName, readValue, valueWords } from './effect-words';
import './tutti-curve';
import './tutti-reduction';
import { t } from '../../words/words';

/** Parameters of an equaliser's band. */
const BAND = 5;

/** The panel of one insert: its preset, A and B, what it listens to, its curve, its parameters. */
@customElement('tutti-device')
export class TuttiDevice extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ type: Number }) strip: Handle = MASTER;
  @property({ attribute: false }) device!: Device;
  /** The band of an equaliser that is set below its curve. */
  @state() private band = 0;
  /** The values of the side that is not heard, by device. */
  private readonly others = new Map<Handle, Float64Array>();

  constructor() {
    super();
    new Watching(this, ['song']);
  }

  static override styles = [controlStyles, css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      min-height: 0;
      background: var(--tutti-ground-1);
      border-left: 1px solid var(--tutti-line);
    }

    header {
      display: flex;
      align-items: center;
      gap: 2px;
      padding: 0 8px;
      min-height: 36px;
      border-bottom: 1px solid var(--tutti-line);
    }

    h3 {
      flex: 1;
      margin: 0;
      font-size: var(--tutti-size);
      font-weight: 600;
    }

    .body {
      display: grid;
      align-content: start;
      gap: 10px;
      padding: 10px 12px;
      overflow: auto;
    }

    tutti-curve {
      height: 180px;
    }

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
  `];

  override render() {
    const { device, workspace: w } = this;
    const { mixing } = w.song;
    const kind = mixing.effects().find(each => each.id === device.effect);
    const source = w.seen.track(device.source);
    return html`
      <header>
        <h3>${effectName(device.effect)}</h3>
        <button aria-haspopup="menu" @click=${this.presets}>${t('Presets')} ▾</button>
        <button aria-label=${t('A or B')} data-tip=${t('A or B: two settings to compare; the first press copies')} @click=${this.swap}>${this.others.has(device.handle) ? t('A/B') : t('A → B')}</button>
        ${kind?.sideChain ? html`<button aria-haspopup="menu" data-tip=${t('What the side-chain listens to')} @click=${this.sources}>${icon('hear')} ${source?.name ?? t('itself')} ▾</button>` : nothing}
        <button aria-pressed=${device.bypassed} @click=${() => w.attempt(() => mixing.bypass(device.handle, !device.bypassed))}>${t('Bypass')}</button>
        <button aria-label=${t('Remove {0}', effectName(device.effect))} data-tip=${t('Remove')} @click=${() => w.attempt(() => mixing.remove(device.handle))}>${icon('close')}</button>
      </header>
      <div class="body">
        ${!device.known ? html`<p>${t('This version does not know this effect; sound passes it unchanged.')}</p>` : html`
          ${device.effect === 'equaliser' ? html`<tutti-curve .workspace=${w} .device=${device} .chosen=${this.band}
            @band=${(event: CustomEvent<number>) => { this.band = event.detail; }}></tutti-curve>` : nothing}
          ${device.effect === 'compressor' || device.effect === 'limiter' ? html`<tutti-reduction .workspace=${w} .device=${device.handle}></tutti-reduction>` : nothing}
          <div class="parameters">${this.parameters()}</div>`}
      </div>`;
  }

  private parameters() {
    const { mixing } = this.workspace.song;
    const { values } = this.device;
    const all = mixing.parameters(this.device.effect);
    // Of an equaliser the chosen band is shown, and what holds for all: the others are seen in its curve.
    const hidden = (index: number) => this.device.effect === 'equaliser' && index < all.length - 1 && Math.floor(index / BAND) !== this.band;
    const curve = (name: string) => this.device.effect !== 'equaliser' && /^\d+\./.test(name);
    return all.map((parameter, index) => hidden(index) || curve(parameter.name) ? nothing : this.parameter(parameter, index, values[index]!));
  }

  private parameter(parameter: EffectParameter, index: number, value: number) {
    const { workspace: w, device } = this;
    const { mixing, transport } = w.song;
    const set = (next: number) => w.attempt(() => mixing.set(device.handle, parameter.name, next));
    const name = parameterName(parameter.name);
    if (parameter.unit === 'switch' || parameter.unit === 'choice') {
      const choices = parameter.unit === 'switch' ? [t('off'), t('on')] : parameter.choices.map(parameterName);
      return html`<div class="parameter"><span>${name}</span>
        <button class="choice" aria-label="${name}: ${choices[Math.round(value)]}" aria-haspopup="menu"
          @click=${(event: MouseEvent) => below(this, event, name, choices.map((each, choice): MenuEntry => ({ name: each, checked: choice === Math.round(value), run: () => set(choice) })))}>${choices[Math.round(value)]} ▾</button></div>`;
    }
    const knob = automated(w, this.strip, device.handle, parameter.name, index, level => transport.previewParameter?.(device.handle, index, level));
    const at = (place: number) => mixing.valueAt(device.effect, index, place);
    return html`<div class="parameter"><span>${name}</span><output>${valueWords(parameter, value)}</output>
      <tutti-slider label=${name} .value=${mixing.placeOf(device.effect, index, value)} .rest=${mixing.placeOf(device.effect, index, parameter.initial)} .step=${0.01}
        .words=${(place: number) => valueWords(parameter, at(place))} .read=${(text: string) => mixing.placeOf(device.effect, index, readValue(parameter, text))}
        ?automated=${knob.automated} @input=${(event: CustomEvent<number>) => knob.touch(at(event.detail))} @rest=${knob.rest}
        @change=${(event: CustomEvent<number>) => knob.set(at(event.detail), set)}></tutti-slider></div>`;
  }

  private readonly presets = (event: MouseEvent): void => {
    const { workspace: w, device } = this;
    const names = w.song.mixing.effects().find(each => each.id === device.effect)?.presets ?? [];
    const all = w.song.mixing.parameters(device.effect);
    const target: PresetTarget = {
      kind: device.effect, title: effectName(device.effect),
      settings: () => Object.fromEntries(all.map((parameter, index) => [parameter.name, this.device.values[index]!])),
      apply: settings => w.attempt(() => w.song.mixing.setAll(device.handle, Float64Array.from(all, each => settings[each.name] ?? each.initial)))
    };
    below(this, event, t('Presets'), [
      { name: t('Save, and what people saved …'), run: () => openPresets(this, target) }, LINE,
      ...names.map((name): MenuEntry => ({ name: t(name), run: () => w.attempt(() => w.song.mixing.preset(device.handle, name)) }))
    ]);
  };

  private readonly sources = (event: MouseEvent): void => {
    const { workspace: w, device } = this;
    const tracks = w.seen.tracks.filter(each => each.handle !== this.strip);
    const listen = (source: Handle) => w.attempt(() => w.song.mixing.listen(device.handle, source));
    below(this, event, t('What the side-chain listens to'), [
      { name: t('itself'), checked: device.source === MASTER, run: () => listen(MASTER) },
      ...tracks.map((each): MenuEntry => ({ name: each.name, checked: each.handle === device.source, run: () => listen(each.handle) }))
    ]);
  };

  /** Exchanges what is heard with what was kept beside it. */
  private readonly swap = (): void => {
    const { workspace: w, device } = this;
    const now = Float64Array.from(device.values);
    const other = this.others.get(device.handle);
    this.others.set(device.handle, now);
    if (other) w.attempt(() => w.song.mixing.setAll(device.handle, other));
    this.requestUpdate();
  };
}
