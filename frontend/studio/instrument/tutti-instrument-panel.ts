import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { kitNames, takeKit } from '../../audio/recordings';
import type { Instrument, InstrumentId } from '../../song/instruments';
import type { Handle } from '../../song/song';
import { below } from '../arrangement/corner';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { instrumentName } from '../gm/instruments';
import { LINE, type MenuEntry } from '../menu/menu';
import { Watching } from '../workspace/watching';
import { openPresets } from '../presets/saved-presets';
import type { Workspace } from '../workspace/workspace';
import { instrumentKind } from './parameter-words';
import { SYNTH_GROUPS, SAMPLER_GROUPS, type KnobGroup } from './knob-groups';
import './tutti-knob-group';
import './tutti-pads';
import './tutti-recording';
import { t } from '../../words/words';

const KINDS: readonly (InstrumentId | '')[] = ['', 'synth', 'drumkit', 'sampler', 'slicer'];
/** Milliseconds that a preset is heard that is tried out, and the keys. */
const TASTE = 700;
const CHORDS: Readonly<Record<string, readonly number[]>> = { bass: [36], lead: [69], pad: [55, 60, 64], pluck: [60, 67], keys: [60, 64, 67] };

/** What a track plays: which instrument, its presets, and its panel. */
@customElement('tutti-instrument-panel')
export class TuttiInstrumentPanel extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ type: Number }) track!: Handle;
  @state() private sought = '';
  private tasting = 0;
  private tasted: readonly number[] = [];

  constructor() {
    super();
    new Watching(this, ['song']);
  }

  static override styles = [controlStyles, css`
    :host {
      display: grid;
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
      min-height: 0;
      min-width: 0;
      background: var(--tutti-ground-0);
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px;
      padding: 2px 8px;
      border-bottom: 1px solid var(--tutti-line);
      background: var(--tutti-ground-1);
    }

    header span {
      flex: 1;
    }

    .body {
      display: flex;
      min-height: 0;
      min-width: 0;
    }

    .presets {
      flex: 0 0 200px;
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      border-right: 1px solid var(--tutti-line);
      background: var(--tutti-ground-1);
    }

    .presets input {
      margin: 6px;
    }

    .presets .list {
      overflow-y: auto;
      padding: 0 4px 8px;
    }

    .presets h5 {
      margin: 8px 6px 2px;
      font-size: var(--tutti-size-ruler);
      font-weight: 600;
      color: var(--tutti-text-faint);
    }

    .row {
      display: flex;
    }

    .row button {
      height: 28px;
    }

    .row .load {
      flex: 1;
      justify-content: flex-start;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .groups {
      flex: 1;
      min-width: 0;
      overflow: auto;
      padding: 10px;
      display: flex;
      flex-wrap: wrap;
      align-content: flex-start;
      gap: 8px;
    }

    .groups > tutti-pads, .groups > tutti-recording {
      flex: 1 1 100%;
    }

    .groups p {
      margin: 12px;
      max-width: 420px;
      color: var(--tutti-text-quiet);
    }

    @media (max-width: 720px) {
      .body {
        flex-direction: column;
        overflow-y: auto;
      }

      .presets {
        flex: none;
        height: 150px;
        border-right: 0;
        border-bottom: 1px solid var(--tutti-line);
      }

      .groups {
        overflow: visible;
      }
    }

    @media (pointer: coarse) {
      .row button {
        height: 40px;
      }
    }
  `];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endTaste();
  }

  override render() {
    const { workspace: w, track } = this;
    const seen = w.seen.track(track);
    if (!seen || (seen.type !== 'instrument' && seen.type !== 'drums')) {
      return html`<div class="groups"><p>${t('Choose a track that plays notes.')}</p></div>`;
    }
    const instrument = w.song.instruments.of(track);
    const type = instrument?.type ?? '';
    const kinds = type === 'soundfont' ? [...KINDS, 'soundfont' as const] : KINDS;
    return html`
      <header role="group" aria-label=${t('Instrument of {0}', seen.name)}>
        ${kinds.map(kind => html`<button aria-pressed=${kind === type} @click=${() => this.choose(kind)}>${instrumentKind(kind)}</button>`)}
        <span></span>
        ${instrument && instrument.values.length > 0 ? html`<button class="framed" aria-haspopup="dialog" @click=${() => this.saved(instrument)}>${t('Saved …')}</button>` : nothing}
        ${type === 'drumkit' ? html`<button class="framed" aria-haspopup="menu" aria-label=${t('Kits')} @click=${this.kits}>${t('Kits')} ▾</button>` : nothing}
      </header>
      <div class="body">
        ${instrument?.type === 'synth' ? this.presets(instrument) : nothing}
        <div class="groups">${instrument ? this.panel(instrument) : html`
          <p>${seen.type === 'drums' ? t('The track plays the drum kit of the SoundFont.') : t('The track plays “{0}” of the SoundFont.', instrumentName(seen.program))}</p>
          ${seen.type === 'drums' ? nothing : html`<button class="framed" @click=${this.browse}>${t('Choose an instrument')}</button>`}`}</div>
      </div>`;
  }

  private panel(instrument: Instrument) {
    const { workspace: w, track } = this;
    const pads = w.song.instruments.pads(track);
    switch (instrument.type) {
      case 'synth': return this.groups(instrument, SYNTH_GROUPS);
      case 'drumkit': return html`<tutti-pads .workspace=${w} .track=${track} .instrument=${instrument} .pads=${pads}></tutti-pads>
        ${this.groups(instrument, [{ title: t('Whole kit'), places: [0, 1] }])}`;
      case 'slicer': return html`<tutti-recording .workspace=${w} .track=${track} .instrument=${instrument} .pads=${pads}></tutti-recording>
        ${pads.length > 0 ? html`<tutti-pads .workspace=${w} .track=${track} .instrument=${instrument} .pads=${pads}></tutti-pads>` : nothing}
        ${this.groups(instrument, [{ title: t('All slices'), places: [0, 1] }])}`;
      case 'sampler': return html`<tutti-recording .workspace=${w} .track=${track} .instrument=${instrument} .pads=${pads}></tutti-recording>
        ${pads[0] ? html`<tutti-knob-group .workspace=${w} .device=${pads[0].handle} kind="pad" .title=${t('Recording')} .values=${pads[0].values} .places=${[0, 1, 2, 3, 5, 6, 9]}></tutti-knob-group>` : nothing}
        ${this.groups(instrument, SAMPLER_GROUPS)}`;
      case 'soundfont': return html`<p>${t('The track plays a preset of a SoundFont of your own.')}</p><button class="framed" @click=${this.browse}>${t('Choose an instrument')}</button>`;
    }
  }

  private groups(instrument: Instrument, groups: readonly KnobGroup[]) {
    return groups.map(group => html`<tutti-knob-group .workspace=${this.workspace} .device=${instrument.handle} .kind=${instrument.type} .title=${t(group.title)}
      .values=${instrument.values} .places=${group.places} .envelope=${group.envelope ?? -1}></tutti-knob-group>`);
  }

  private presets(instrument: Instrument) {
    const { workspace: w } = this;
    const words = this.sought.toLowerCase().split(/\s+/).filter(word => word !== '');
    const shown = w.song.instruments.presets(instrument.type).filter(({ name, family }) => words.every(word => `${family} ${t(family)} ${name} ${t(name)}`.toLowerCase().includes(word)));
    return html`
      <div class="presets">
        <input type="search" placeholder=${t('Search presets')} aria-label=${t('Search presets')} .value=${this.sought}
          @input=${(event: Event) => { this.sought = (event.target as HTMLInputElement).value; }} @keydown=${(event: Event) => event.stopPropagation()}>
        <div class="list" role="group" aria-label=${t('Presets')}>
          ${[...new Set(shown.map(each => each.family))].map(family => html`<h5>${family.charAt(0).toUpperCase()}${t(family).slice(1)}</h5>
            ${shown.filter(each => each.family === family).map(({ name }) => html`<div class="row">
              <button aria-label=${t('Hear {0}', t(name))} @click=${() => this.taste(instrument, name, family)}>${icon('hear')}</button>
              <button class="load" @click=${() => this.load(instrument, name)}>${t(name)}</button></div>`)}`)}
        </div>
      </div>`;
  }

  /** What people saved of this instrument, and saving how it stands. */
  private saved(instrument: Instrument): void {
    const { workspace: w, track } = this;
    const all = w.song.mixing.parameters(instrument.type);
    openPresets(this, {
      kind: instrument.type, title: instrumentKind(instrument.type),
      settings: () => Object.fromEntries(all.map((parameter, index) => [parameter.name, w.song.instruments.of(track)?.values[index] ?? parameter.initial])),
      apply: settings => w.attempt(() => w.song.mixing.setAll(instrument.handle, Float64Array.from(all, each => settings[each.name] ?? each.initial)))
    });
  }

  private load(instrument: Instrument, preset: string): void {
    const { workspace: w } = this;
    this.endTaste();
    w.attempt(() => w.song.mixing.preset(instrument.handle, preset));
  }

  /** Lets a preset be heard for a moment without loading it. */
  private taste(instrument: Instrument, preset: string, family: string): void {
    const { transport, instruments } = this.workspace.song;
    this.endTaste();
    instruments.presetValues(instrument.type, preset).forEach((value, place) => transport.previewParameter?.(instrument.handle, place, value));
    this.tasted = CHORDS[family] ?? [60];
    this.tasted.forEach(key => transport.noteOn(this.track, key, 100));
    this.tasting = window.setTimeout(() => this.endTaste(), TASTE);
  }

  private endTaste(): void {
    clearTimeout(this.tasting);
    const { transport, instruments } = this.workspace.song;
    if (this.tasted.length > 0) {
      this.tasted.forEach(key => transport.noteOff(this.track, key));
      this.tasted = [];
      const instrument = instruments.of(this.track);
      instrument?.values.forEach((value, place) => transport.previewParameter?.(instrument.handle, place, value));
    }
  }

  private choose(kind: InstrumentId | ''): void {
    const { workspace: w, track } = this;
    if (kind !== (w.song.instruments.of(track)?.type ?? '')) {
      this.endTaste();
      w.attempt(() => w.song.instruments.choose(track, kind));
    }
  }

  private readonly kits = (event: MouseEvent): void => {
    const from = event.currentTarget as HTMLElement;
    kitNames().then(names => below(this, { currentTarget: from } as unknown as MouseEvent, t('Kits'), [
      ...names.map((name): MenuEntry => ({ name: t(name), run: () => void this.kit(name) })),
      LINE, { name: t('No sounds'), run: () => this.sounds([]) }
    ]), (error: unknown) => this.complain(error));
  };

  private async kit(name: string): Promise<void> {
    try {
      this.sounds(await takeKit(this.workspace.song.link, name));
    } catch (error) {
      this.complain(error);
    }
  }

  private sounds(sounds: Parameters<Workspace['song']['instruments']['put']>[1]): void {
    const { workspace: w } = this;
    const instrument = w.song.instruments.of(this.track);
    if (instrument) w.attempt(() => w.song.instruments.put(instrument.handle, sounds, true));
  }

  private complain(error: unknown): void {
    this.workspace.noticed.tell({ text: error instanceof Error ? error.message : String(error), bad: true });
  }

  private readonly browse = (event: MouseEvent): void => {
    const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.dispatchEvent(new CustomEvent('tutti-instruments', { detail: { track: this.track, x: place.left, y: place.bottom + 4 }, bubbles: true, composed: true }));
  };
}
