import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Track } from '../../song/song';
import { hex } from '../canvas/shades';
import { tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { faderOf, panWords, volumeOf, volumeWords } from '../controls/loudness';
import '../controls/tutti-meter';
import '../controls/tutti-slider';
import { instrumentName } from '../gm/instruments';
import { openMenu } from '../menu/menu';
import { chooseTrack } from '../workspace/track-actions';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { colourEntries, trackEntries } from './track-menu';
import { t } from '../../words/words';

/** Milliseconds that a finger rests for the menu, and pixels that it may tremble. */
const LONG_PRESS = 500;
const SLOP = 8;
/** Pixels below which a head shows only its first line. */
const TALL = 52;

/** A track's head: colour, name, instrument, mute, solo, volume over its meter, pan. */
@customElement('tutti-track-head')
export class TuttiTrackHead extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) track!: Track;
  @property({ type: Number }) height = 64;
  @property({ type: Boolean, reflect: true }) current = false;
  @property({ type: Boolean, reflect: true }) chosen = false;
  @property({ type: Boolean }) folded = false;
  @state() private naming = false;
  @query('input') private field?: HTMLInputElement;
  private gripped = 0;
  /** Whether the finger that lets go now has opened the menu: then it presses no button. */
  private held = false;

  constructor() {
    super();
    new Watching(this, ['hands', 'transport']);
  }

  static override styles = [controlStyles, css`
    :host {
      position: relative;
      display: grid;
      grid-template-columns: 14px minmax(0, 1fr);
      box-sizing: border-box;
      padding-left: calc(10px * var(--depth, 0));
      border-bottom: 1px solid var(--tutti-line);
      background: var(--tutti-ground-1);
      overflow: visible;
    }

    :host([current]) {
      background: var(--tutti-ground-2);
    }

    :host([chosen]) {
      background: var(--tutti-ground-hover);
      box-shadow: inset 0 0 0 1px var(--tutti-accent);
    }

    .fold {
      flex: none;
      min-width: 24px;
      width: 24px;
      height: 28px;
      padding: 0;
      color: var(--tutti-text-quiet);
    }

    .grip {
      min-width: 0;
      width: 14px;
      height: auto;
      padding: 0;
      border-radius: 0;
      background: linear-gradient(to right, var(--colour) 4px, transparent 4px);
      cursor: grab;
      touch-action: none;
    }

    .grip:hover {
      background: linear-gradient(to right, var(--colour) 9px, transparent 9px);
    }

    .body {
      display: flex;
      flex-direction: column;
      justify-content: center;
      gap: 1px;
      min-width: 0;
      padding-right: 6px;
    }

    .line {
      display: flex;
      align-items: center;
      gap: 4px;
      min-width: 0;
    }

    .names {
      flex: 1;
      min-width: 0;
      display: grid;
    }

    .name, .instrument {
      justify-content: flex-start;
      min-width: 0;
      height: auto;
      padding: 0 4px;
      border-radius: var(--tutti-radius-small);
      text-align: left;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      display: block;
    }

    .name {
      font-weight: 600;
      line-height: 18px;
      color: var(--tutti-text);
      cursor: default;
    }

    .instrument {
      font-size: var(--tutti-size-small);
      line-height: 17px;
      color: var(--tutti-text-faint);
    }

    .instrument:hover {
      color: var(--tutti-text);
    }

    input {
      width: 100%;
      height: 20px;
      padding: 0 3px;
      font-weight: 600;
    }

    .switch {
      position: relative;
      min-width: 26px;
      width: 26px;
      height: 26px;
      padding: 0;
      font-size: var(--tutti-size-small);
      font-weight: 700;
      border-radius: var(--tutti-radius-small);
      box-shadow: inset 0 0 0 1px var(--tutti-line-strong);
    }

    @media (pointer: coarse) {
      .switch {
        min-width: 36px;
        height: 34px;
      }
    }

    .switch::before {
      content: '';
      position: absolute;
      inset: -3px -2px;
    }

    .switch.arm {
      color: var(--tutti-text-faint);
    }

    .switch.arm[aria-pressed='true'] {
      background: var(--tutti-record);
      color: var(--tutti-accent-text);
      box-shadow: none;
    }

    .switch .icon {
      width: 12px;
      height: 12px;
    }

    .player {
      flex: none;
      width: 8px;
      height: 8px;
      border-radius: 4px;
    }

    .switch.mute[aria-pressed='true'] {
      background: var(--tutti-warn);
      color: var(--tutti-accent-text);
      box-shadow: none;
    }

    .switch.solo[aria-pressed='true'] {
      background: var(--tutti-colour-1);
      color: var(--tutti-accent-text);
      box-shadow: none;
    }

    .switch.frozen {
      color: var(--tutti-accent);
      background: linear-gradient(to top, var(--tutti-accent-quiet) var(--made), transparent var(--made));
    }

    .switch.frozen.trouble {
      color: var(--tutti-bad);
    }

    .volume {
      flex: 1;
      margin-left: 4px;
    }

    .pan {
      flex: 0 0 52px;
      margin: 0 2px 0 8px;
    }

    tutti-meter {
      position: absolute;
      inset: 0;
      opacity: 0.9;
    }

    .foot {
      position: absolute;
      z-index: 2;
      left: 0;
      right: 0;
      bottom: -3px;
      height: 6px;
      cursor: ns-resize;
      touch-action: none;
    }

    @media (pointer: coarse) {
      .foot {
        bottom: -6px;
        height: 14px;
      }
    }
  `];

  override render() {
    const track = this.track;
    const tall = this.height >= TALL;
    return html`
      <button class="grip" style="--colour:${hex(track.colour)}" data-tip=${t('Colour; drag to move the track')}
        aria-label=${t('Colour of {0}; drag to move', track.name)} @click=${this.chooseColour} @pointerdown=${this.grip}></button>
      <div class="body" @pointerdown=${this.take} @contextmenu=${this.menu} @click=${this.swallow}>
        <div class="line">
          ${track.type === 'folder' ? this.fold() : nothing}
          <div class="names">
            ${this.naming
              ? html`<input aria-label=${t('Name of the track')} maxlength="200" .value=${track.name} @keydown=${this.typed} @blur=${this.named}>`
              : html`<button class="name" data-tip=${t('Double-click to rename')} @dblclick=${this.rename} @keydown=${this.nameKey}>${track.name || t('Unnamed')}</button>`}
            ${this.height >= 40 ? this.instrument() : nothing}
          </div>
          ${this.playing()}
          ${track.frozen ? this.frozen() : nothing}
          ${this.switch('mute', 'M', t('Mute'), track.muted, () => this.set({ muted: !track.muted }))}
          ${this.switch('solo', 'S', t('Solo'), track.solo, () => this.set({ solo: !track.solo }))}
        </div>
        ${tall ? this.mixer() : nothing}
      </div>
      <div class="foot" @pointerdown=${this.stretch} @dblclick=${() => this.set({ height: 64 })}></div>`;
  }

  private fold() {
    const words = this.folded ? t('Unfold {0}', this.track.name) : t('Fold {0}', this.track.name);
    return html`<button class="fold" aria-expanded=${!this.folded} aria-label=${words} data-tip=${tip('track-fold')}
      @click=${() => this.workspace.tree.fold(this.track.handle, !this.folded)}>${icon(this.folded ? 'right' : 'down')}</button>`;
  }

  private instrument() {
    const { type, program } = this.track;
    if (type !== 'instrument') {
      const words = { drums: t('Drum kit'), audio: t('Audio'), folder: t('Folder'), bus: t('Bus') }[type];
      return html`<span class="instrument">${words}</span>`;
    }
    return html`<button class="instrument" data-tip=${t('Choose an instrument')} aria-haspopup="dialog"
      @click=${this.chooseInstrument}>${instrumentName(program)}</button>`;
  }

  /** Whether keys play this track, and who plays it now. */
  private playing() {
    const { hand, others } = this.workspace.song.playing;
    const { handle, name, type } = this.track;
    if (type !== 'instrument' && type !== 'drums') {
      return nothing;
    }
    const players = new Map([...others.keys].filter(key => key.track === handle).map(key => [key.name, key.colour]));
    return html`${[...players].map(([player, colour]) => html`<i class="player" style="background:${hex(colour)}" data-tip=${t('{0} plays', player)}></i>`)}
      <button class="switch arm" aria-pressed=${hand.armed === handle} aria-label=${t('Arm {0}', name)}
        data-tip=${hand.armed === handle ? t('Armed: keys play and record this track wherever you are') : t('Arm: keys play and record this track wherever you are')}
        @click=${() => hand.arm(handle)}>${icon('record')}</button>`;
  }

  /** That it is frozen, and how far its sound is made; pressing it thaws. */
  private frozen() {
    const { handle, name } = this.track;
    const state = this.workspace.song.transport.frozen(handle);
    const made = state === 'frozen' ? 1 : typeof state === 'object' && state && 'made' in state ? state.made : 0;
    const problem = typeof state === 'object' && state && 'problem' in state ? state.problem : null;
    const words = problem ?? (made === 1 ? t('Frozen: it plays from its sound. Press to thaw') : t('Freezing, {0} %. Press to stop', Math.round(100 * made)));
    return html`<button class=${classMap({ switch: true, frozen: true, trouble: problem !== null })} aria-pressed="true"
      aria-label=${`${name}: ${words}`} data-tip=${words} style="--made:${Math.round(100 * made)}%"
      @click=${() => this.set({ frozen: false })}>${icon('freeze')}</button>`;
  }

  private switch(kind: string, letter: string, word: string, on: boolean, press: () => void) {
    return html`<button class=${classMap({ switch: true, [kind]: true })} aria-pressed=${on} data-tip=${word}
      aria-label="${word} ${this.track.name}" @click=${press}>${letter}</button>`;
  }

  private mixer() {
    const { handle, name, type, volume, pan } = this.track;
    return html`
      <div class="line">
        <tutti-slider class="volume" label=${t('Volume of {0}', name)} .value=${faderOf(volume)} .rest=${faderOf(0)} .step=${0.01}
          .words=${(fader: number) => volumeWords(fader === faderOf(volume) ? volume : volumeOf(fader))}
          .read=${(text: string) => faderOf(Number.parseFloat(text.replace('−', '-')) * 100)}
          @input=${(event: CustomEvent<number>) => this.workspace.song.transport.preview?.(handle, volumeOf(event.detail), pan)}
          @change=${(event: CustomEvent<number>) => this.set({ volume: volumeOf(event.detail) })}>
          ${type === 'folder' ? nothing : html`<tutti-meter .workspace=${this.workspace} .track=${handle}></tutti-meter>`}
        </tutti-slider>
        ${type === 'folder' ? nothing : html`<tutti-slider class="pan" centred label=${t('Pan of {0}', name)} .min=${-1000} .max=${1000} .step=${50} .value=${pan}
          .words=${(value: number) => panWords(value)} .read=${readPan}
          @input=${(event: CustomEvent<number>) => this.workspace.song.transport.preview?.(handle, volume, Math.round(event.detail))}
          @change=${(event: CustomEvent<number>) => this.set({ pan: Math.round(event.detail) })}></tutti-slider>`}
      </div>`;
  }

  private set(change: Parameters<Workspace['song']['setTrack']>[1]): void {
    this.workspace.attempt(() => this.workspace.song.setTrack(this.track.handle, change));
  }

  private readonly take = (event: PointerEvent): void => {
    chooseTrack(this.workspace, this.track.handle, { more: event.ctrlKey || event.metaKey, range: event.shiftKey });
    this.held = false;
    if (event.pointerType === 'touch') {
      this.hold(event);
    }
  };

  /** Opens the menu where a finger rests; not every browser makes a right press of it. */
  private hold(from: PointerEvent): void {
    const timer = window.setTimeout(() => {
      stop();
      this.held = true;
      this.open(from);
    }, LONG_PRESS);
    const move = (at: PointerEvent) => Math.hypot(at.clientX - from.clientX, at.clientY - from.clientY) > SLOP && stop();
    const stop = () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', stop);
      window.removeEventListener('pointercancel', stop);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', stop);
    window.addEventListener('pointercancel', stop);
  }

  private readonly swallow = {
    capture: true,
    handleEvent: (event: Event): void => {
      if (this.held) {
        this.held = false;
        event.stopPropagation();
      }
    }
  };

  readonly rename = (): void => {
    this.naming = true;
    void this.updateComplete.then(() => this.field?.select());
  };

  private readonly nameKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      event.stopPropagation();
      this.rename();
    }
  };

  private readonly typed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      this.naming = false;
    } else if (event.key === 'Enter') {
      this.named();
    }
  };

  private readonly named = (): void => {
    const name = this.field?.value.trim();
    if (this.naming && name && name !== this.track.name) {
      this.set({ name });
    }
    this.naming = false;
  };

  private readonly chooseColour = (event: MouseEvent): void => {
    if (event.detail > 0 && Math.abs(event.clientY - this.gripped) > 6) {
      return; // it was dragged
    }
    openMenu(this, { x: event.clientX || this.getBoundingClientRect().left, y: event.clientY || this.getBoundingClientRect().bottom,
      title: t('Colour'), entries: colourEntries(this.track.colour, colour => this.set({ colour })) });
  };

  private readonly chooseInstrument = (event: MouseEvent): void => {
    const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.dispatchEvent(new CustomEvent('tutti-instruments', {
      detail: { track: this.track.handle, x: place.left, y: place.bottom + 4 }, bubbles: true, composed: true
    }));
  };

  private readonly menu = (event: MouseEvent): void => {
    event.preventDefault();
    if (!(event instanceof PointerEvent && event.pointerType === 'touch')) {
      this.open(event);
    }
  };

  private open(event: MouseEvent): void {
    openMenu(this, { x: event.clientX, y: event.clientY, title: this.track.name, entries: trackEntries(this.workspace, this.track, this.rename) });
  }

  private readonly grip = (event: PointerEvent): void => {
    if (event.button === 0) {
      this.take(event);
      this.gripped = event.clientY;
      this.dispatchEvent(new CustomEvent('tutti-carry', { detail: { track: this.track.handle, pointer: event }, bubbles: true, composed: true }));
    }
  };

  /** Drags the lower edge; one edit when it is let go. */
  private readonly stretch = (event: PointerEvent): void => {
    event.preventDefault();
    const foot = event.currentTarget as HTMLElement;
    const from = event.clientY;
    const before = this.height;
    foot.setPointerCapture(event.pointerId);
    const height = (at: PointerEvent) => Math.min(400, Math.max(24, Math.round((before + at.clientY - from) / this.workspace.trackZoom)));
    foot.onpointermove = moved => { this.style.height = `${height(moved) * this.workspace.trackZoom}px`; };
    foot.onpointerup = ended => {
      foot.onpointermove = foot.onpointerup = null;
      if (height(ended) !== this.track.height) {
        this.set({ height: height(ended) });
      }
    };
  };
}

function readPan(text: string): number {
  const amount = Number.parseFloat(text) * 10;
  return /^c/i.test(text.trim()) ? 0 : /l|^-|^−/i.test(text) ? -Math.abs(amount) : amount;
}
