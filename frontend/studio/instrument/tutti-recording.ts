import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { hearSound, keepSound, takeFromLibrary, type Heard } from '../../audio/recordings';
import type { Instrument, Pad } from '../../song/instruments';
import type { Handle } from '../../song/song';
import { below } from '../arrangement/corner';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import '../controls/tutti-slider';
import { DRAGGED } from '../library/library';
import type { Workspace } from '../workspace/workspace';
import { keyName } from './parameter-words';
import { t } from '../../words/words';

/** Places of a pad's start and end, as `core.instrument.drumkit.Pad` has them, and of the sampler's loop. */
const START = 5, END = 6;
const LOOP = 0, LOOP_START = 1, LOOP_END = 2;
const FIRST_SLICE = 36;
const ROOT = 60;

/**
 * The recording of a sampler or slicer: a file is dropped or chosen; its waveform shows start, end and loop, or the slices, which are
 * pressed to hear them.
 */
@customElement('tutti-recording')
export class TuttiRecording extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ type: Number }) track!: Handle;
  @property({ attribute: false }) instrument!: Instrument;
  @property({ attribute: false }) pads: readonly Pad[] = [];
  @state() private heard: Heard | null = null;
  @state() private sensitivity = 0.5;
  @state() private coming: { readonly part: number; readonly stop: AbortController } | null = null;
  @state() private over = false;
  @query('canvas') private canvas!: HTMLCanvasElement;
  private loading = '';
  private sounding = -1;
  private readonly sizes = new ResizeObserver(() => this.paint());

  static override styles = [controlStyles, css`
    :host {
      display: grid;
      gap: 8px;
    }

    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      font-size: var(--tutti-size-small);
      color: var(--tutti-text-quiet);
    }

    .bar b {
      flex: 1;
      min-width: 80px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      color: var(--tutti-text);
      font-weight: 600;
    }

    .bar tutti-slider {
      width: 130px;
    }

    .wave {
      position: relative;
      height: 110px;
      border-radius: var(--tutti-radius-small);
      background: var(--tutti-ground-0);
      box-shadow: inset 0 0 0 1px var(--tutti-line);
      touch-action: manipulation;
      cursor: pointer;
    }

    .wave.over {
      box-shadow: inset 0 0 0 2px var(--tutti-accent);
    }

    .wave p {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      margin: 0;
      padding: 0 12px;
      text-align: center;
      color: var(--tutti-text-quiet);
    }

    canvas {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }

    progress {
      flex: 1;
      accent-color: var(--tutti-accent);
    }

    input[type='file'] {
      display: none;
    }
  `];

  private get slices(): boolean { return this.instrument.type === 'slicer'; }
  private get pad(): Pad | undefined { return this.pads[0]; }

  override firstUpdated(): void { this.sizes.observe(this); }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.coming?.stop.abort();
    this.release();
  }

  override updated(): void {
    const media = this.pad?.media ?? '';
    if (media !== this.loading) {
      this.loading = media;
      this.heard = null;
      if (media !== '') {
        hearSound(this.workspace.song.link, media).then(heard => {
          if (this.loading === media) this.heard = heard;
        }, (error: unknown) => this.complain(error));
      }
    }
    this.paint();
  }

  override render() {
    const { pad, workspace: w } = this;
    return html`
      <div class="bar">
        <b>${pad?.name.replace(this.slices ? / \d+$/ : /^$/, '') ?? t('No recording yet')}</b>
        ${this.slices ? html`
          <span>${t('{0} slices', this.pads.length)}</span>
          <tutti-slider label=${t('Sensitivity')} .value=${this.sensitivity} .rest=${0.5} .words=${(value: number) => `${Math.round(100 * value)} %`}
            @change=${(event: CustomEvent<number>) => this.cut(event.detail)}></tutti-slider>
          <button class="framed" ?disabled=${!this.heard || this.pads.length === 0} data-tip=${t('Makes a clip at the caret in which the slices play the loop in the song’s tempo')} @click=${this.write}>${t('Write as notes')}</button>`
          : pad ? html`<button class="framed" aria-haspopup="menu" aria-label=${t('Root key: {0}', keyName(pad.key))} @click=${(event: MouseEvent) => this.root(event, pad)}>${t('Root {0}', keyName(pad.key))} ▾</button>` : nothing}
        <button class="framed" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()}>${t('Choose a file')}</button>
        <input type="file" accept="audio/*,.wav,.aif,.aiff,.flac,.mp3,.ogg,.opus" @change=${this.picked}>
      </div>
      <div class="wave ${this.over ? 'over' : ''}" role="img" aria-label=${t('Waveform')} @dragover=${(event: DragEvent) => { event.preventDefault(); this.over = true; }}
        @dragleave=${() => { this.over = false; }} @drop=${this.dropped} @pointerdown=${this.press} @pointerup=${this.release} @pointercancel=${this.release} @pointerleave=${this.release}>
        <canvas aria-hidden="true"></canvas>
        ${pad ? nothing : html`<p>${this.slices ? t('Drop a loop here, or choose a file: it is cut where its sounds begin.') : t('Drop a recording here, or choose a file: it is played across the keys.')}</p>`}
      </div>
      ${this.coming ? html`<div class="bar"><progress max="1" .value=${this.coming.part} aria-label=${t('Sending a sound')}></progress>
        <button aria-label=${t('Cancel')} @click=${() => this.coming?.stop.abort()}>${icon('close')}</button></div>` : nothing}`;
  }

  private root(event: MouseEvent, pad: Pad): void {
    const { workspace: w } = this;
    below(this, event, t('Root key'), Array.from({ length: 61 }, (_, at) => 36 + at).map(key => ({
      name: keyName(key), checked: key === pad.key, run: () => w.attempt(() => w.song.instruments.move(pad.handle, key))
    })));
  }

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    const sound = event.dataTransfer?.getData(DRAGGED) ?? '';
    if (file) {
      void this.take(file);
    } else if (sound !== '') {
      takeFromLibrary(this.workspace.song.link, sound).then(({ hash, name }) => this.use(hash, name)).catch((error: unknown) => this.complain(error));
    }
  };

  private readonly picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void this.take(file);
    input.value = '';
  };

  private async take(file: File): Promise<void> {
    const stop = new AbortController();
    this.coming = { part: 0, stop };
    try {
      const about = await keepSound(this.workspace.song.link, file, file.name, part => { this.coming = { part, stop }; }, stop.signal);
      await this.use(about.hash, file.name.replace(/\.[^.]*$/, ''));
    } catch (error) {
      if (!stop.signal.aborted) this.complain(error);
    } finally {
      this.coming = null;
    }
  }

  private async use(hash: string, name: string): Promise<void> {
    const { instruments } = this.workspace.song;
    if (!this.slices) {
      this.workspace.attempt(() => instruments.put(this.instrument.handle, [{ key: this.pad?.key ?? ROOT, hash, name }], true));
      return;
    }
    const heard = await hearSound(this.workspace.song.link, hash);
    this.loading = hash;
    this.heard = heard;
    this.slice(heard, name);
  }

  private cut(sensitivity: number): void {
    this.sensitivity = sensitivity;
    const { heard, pad } = this;
    if (heard && pad) this.slice(heard, pad.name.replace(/ \d+$/, ''));
  }

  private slice({ about, samples }: Heard, name: string): void {
    const { instruments } = this.workspace.song;
    const onsets = instruments.onsets(samples, about.channels, about.rate, this.sensitivity);
    const starts = Float64Array.from(onsets, frame => (100 * frame) / about.frames).slice(0, 128 - FIRST_SLICE);
    this.workspace.attempt(() => instruments.putSlices(this.instrument.handle, name, about.hash, starts, FIRST_SLICE));
  }

  private readonly write = (): void => {
    const { workspace: w, heard } = this;
    if (heard) {
      w.attempt(() => w.take([w.song.instruments.writeSlices(this.instrument.handle, w.caret.tick, heard.about.frames / heard.about.rate)]));
    }
  };

  /** Sounds the slice under the pointer, or the recording at its own pitch. */
  private readonly press = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.pad) return;
    const place = this.canvas.getBoundingClientRect();
    const part = (100 * (event.clientX - place.left)) / place.width;
    const pad = this.slices ? this.pads.find(each => each.values[START]! <= part && part < each.values[END]!) : this.pad;
    if (pad) {
      this.sounding = pad.key;
      this.workspace.song.transport.noteOn(this.track, pad.key, 110);
    }
  };

  private readonly release = (): void => {
    if (this.sounding >= 0) this.workspace.song.transport.noteOff(this.track, this.sounding);
    this.sounding = -1;
  };

  private complain(error: unknown): void {
    this.workspace.noticed.tell({ text: error instanceof Error ? error.message : String(error), bad: true });
  }

  private paint(): void {
    const pen = this.canvas?.getContext('2d');
    const { clientWidth: width, clientHeight: height } = this.canvas ?? { clientWidth: 0, clientHeight: 0 };
    if (!pen || width === 0) return;
    const scale = devicePixelRatio || 1;
    this.canvas.width = width * scale;
    this.canvas.height = height * scale;
    pen.scale(scale, scale);
    const style = getComputedStyle(this);
    const token = (name: string) => style.getPropertyValue(`--tutti-${name}`).trim();
    const { heard } = this;
    if (!heard) return;
    const frames = heard.samples.length / heard.about.channels;
    pen.fillStyle = token('text-quiet');
    for (let x = 0; x < width; x++) {
      let most = 0;
      const from = Math.floor((x * frames) / width);
      const to = Math.max(from + 1, Math.floor(((x + 1) * frames) / width));
      const step = Math.max(1, Math.floor((to - from) / 64));
      for (let frame = from; frame < to; frame += step) most = Math.max(most, Math.abs(heard.samples[frame * heard.about.channels] ?? 0));
      const tall = Math.max(1, (most / 32768) * (height - 6));
      pen.fillRect(x, (height - tall) / 2, 1, tall);
    }
    const marks = this.slices ? this.pads.map(pad => pad.values[START]!) : this.pad ? [this.pad.values[START]!, this.pad.values[END]!] : [];
    pen.fillStyle = token('accent');
    marks.forEach(mark => pen.fillRect(Math.min(width - 1, (mark * width) / 100), 0, 1, height));
    if (!this.slices && (this.instrument.values[LOOP] ?? 0) >= 0.5) {
      const from = Math.min(this.instrument.values[LOOP_START]!, this.instrument.values[LOOP_END]!);
      const to = Math.max(this.instrument.values[LOOP_START]!, this.instrument.values[LOOP_END]!);
      pen.globalAlpha = 0.2;
      pen.fillRect((from * width) / 100, 0, ((to - from) * width) / 100, height);
    }
  }
}
