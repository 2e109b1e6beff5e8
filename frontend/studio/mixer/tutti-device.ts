import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MASTER, type Device } from '../../song/mixing';
import type { Handle } from '../../song/song';
import { below } from '../arrangement/corner';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { LINE, type MenuEntry } from '../menu/menu';
import { Watching } from '../workspace/watching';
import { openPresets, type PresetTarget } from '../presets/saved-presets';
import type { Workspace } from '../workspace/workspace';
import '../tone/tutti-profile-eq';
import '../tone/tutti-resonance-eq';
import '../tone/tutti-multiband-phase';
import '../tone/tutti-xspecmatch';
import { effectName } from './effect-words';
import { parameterRow, parameterStyles } from './parameter-row';
import { chooseSource } from './side-chain';
import './tutti-curve';
import './tutti-reduction';
import { t } from '../../words/words';

/** Parameters of an equaliser's band. */
const BAND = 5;

/** Inserts with a panel of their own, which chooses what they listen to as well. */
const TOOLS: ReadonlySet<string> = new Set(['profile-eq', 'resonance-eq', 'multiband-phase', 'xspecmatch']);

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

  static override styles = [controlStyles, parameterStyles, css`
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
        ${kind?.sideChain && !TOOLS.has(device.effect) ? html`<button aria-haspopup="menu" data-tip=${t('What the side-chain listens to')} @click=${(event: MouseEvent) => chooseSource(this, event)}>${icon('hear')} ${source?.name ?? t('itself')} ▾</button>` : nothing}
        <button aria-pressed=${device.bypassed} @click=${() => w.attempt(() => mixing.bypass(device.handle, !device.bypassed))}>${t('Bypass')}</button>
        <button aria-label=${t('Remove {0}', effectName(device.effect))} data-tip=${t('Remove')} @click=${() => w.attempt(() => mixing.remove(device.handle))}>${icon('close')}</button>
      </header>
      <div class="body">
        ${!device.known ? html`<p>${t('This version does not know this effect; sound passes it unchanged.')}</p>` : html`
          ${device.effect === 'equaliser' ? html`<tutti-curve .workspace=${w} .device=${device} .chosen=${this.band}
            @band=${(event: CustomEvent<number>) => { this.band = event.detail; }}></tutti-curve>` : nothing}
          ${device.effect === 'compressor' || device.effect === 'limiter' ? html`<tutti-reduction .workspace=${w} .device=${device.handle}></tutti-reduction>` : nothing}
          ${this.tool() ?? html`<div class="parameters">${this.parameters()}</div>`}`}
      </div>`;
  }

  /** The panel of an audio tool, or null. */
  private tool() {
    const { workspace: w, device, strip } = this;
    switch (device.effect) {
      case 'profile-eq': return html`<tutti-profile-eq .workspace=${w} .device=${device} .strip=${strip}></tutti-profile-eq>`;
      case 'resonance-eq': return html`<tutti-resonance-eq .workspace=${w} .device=${device} .strip=${strip}></tutti-resonance-eq>`;
      case 'multiband-phase': return html`<tutti-multiband-phase .workspace=${w} .device=${device} .strip=${strip}></tutti-multiband-phase>`;
      case 'xspecmatch': return html`<tutti-xspecmatch .workspace=${w} .device=${device} .strip=${strip}></tutti-xspecmatch>`;
      default: return null;
    }
  }

  private parameters() {
    const { mixing } = this.workspace.song;
    const all = mixing.parameters(this.device.effect);
    // Of an equaliser the chosen band is shown, and what holds for all: the others are seen in its curve.
    const hidden = (index: number) => this.device.effect === 'equaliser' && index < all.length - 1 && Math.floor(index / BAND) !== this.band;
    return all.map((_, index) => hidden(index) ? nothing : parameterRow(this, index));
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
