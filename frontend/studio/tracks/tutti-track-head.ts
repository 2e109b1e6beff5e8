import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Track } from '../../song/song';
import { automatedPan, automatedVolume } from '../automation/knob';
import { hex } from '../canvas/shades';
import { tip } from '../commands/commands';
import { icon } from '../controls/icons';
import { faderOf, panWords, volumeOf, volumeWords } from '../controls/loudness';
import '../controls/tutti-meter';
import '../controls/tutti-slider';
import { instrumentName } from '../gm/instruments';
import { instrumentKind } from '../instrument/parameter-words';
import { signEntries } from '../locks/lock-actions';
import { locksWords } from '../locks/lock-words';
import { openMenu } from '../menu/menu';
import { chooseTrack } from '../workspace/track-actions';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { trackHeadStyles } from './track-head-styles';
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

  static override styles = trackHeadStyles;

  override render() {
    const track = this.track;
    const tall = this.height >= TALL;
    return html`
      <button class="grip" style="--colour:${hex(track.colour)}" data-tip=${t('Colour; drag to move the track')}
        aria-label=${t('Colour of {0}; drag to move', track.name)} @click=${this.chooseColour} @pointerdown=${this.grip} @contextmenu=${this.menu}></button>
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
          ${this.locked()}
          ${this.automation()}
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
    const { type, program, bank, font, handle } = this.track;
    const own = type === 'instrument' || type === 'drums' ? this.workspace.song.instruments.of(handle) : null;
    if (type === 'drums' || (own && own.type !== 'soundfont')) {
      const words = own ? instrumentKind(own.type) : t('Drum kit');
      return html`<button class="instrument" data-tip=${tip('instrument')} @click=${this.openInstrument}>${words}</button>`;
    }
    if (type !== 'instrument') {
      return html`<span class="instrument">${{ audio: t('Audio'), folder: t('Folder'), bus: t('Bus') }[type]}</span>`;
    }
    return html`<button class="instrument" data-tip=${t('Choose an instrument')} aria-haspopup="dialog"
      @click=${this.chooseInstrument}>${font === '' ? instrumentName(program)
        : this.workspace.ownInstruments.name(font, bank >> 7, program)}</button>`;
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

  /** Who has locked the whole track; pressing it tells more. */
  private locked() {
    const locks = this.workspace.song.locks.ofTrack(this.track.handle).filter(each => each.length === 0);
    return locks.length === 0 ? nothing : html`<button class="switch locked" style="--holder:${hex(locks[0]!.colour)}" data-tip=${locksWords(locks)}
      aria-label=${`${this.track.name}: ${locksWords(locks)}`} aria-haspopup="menu"
      @click=${(event: MouseEvent) => openMenu(this, { x: event.clientX, y: event.clientY, ...signEntries(this.workspace, locks) })}>${icon('lock')}</button>`;
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

  /** That automation moves something here, and where its lanes open; a track without has it in its menu. */
  private automation() {
    const { workspace: w, track } = this;
    const open = w.lanes.isOpen(track.handle);
    return open || w.song.automation.targets(track.handle).some(each => each.points > 0)
      ? html`<button class="switch" aria-expanded=${open} aria-label=${t('Automation of {0}', track.name)} data-tip=${tip('automation')}
          @click=${() => w.lanes.toggle(track.handle)}>${icon('automation')}</button>` : nothing;
  }

  private switch(kind: string, letter: string, word: string, on: boolean, press: () => void) {
    return html`<button class=${classMap({ switch: true, [kind]: true })} aria-pressed=${on} data-tip=${word}
      aria-label="${word} ${this.track.name}" @click=${press}>${letter}</button>`;
  }

  private mixer() {
    const { handle, name, type, volume, pan } = this.track;
    const fader = automatedVolume(this.workspace, handle, pan);
    const turn = automatedPan(this.workspace, handle, volume);
    return html`
      <div class="line">
        <tutti-slider class="volume" label=${t('Volume of {0}', name)} .value=${faderOf(volume)} .rest=${faderOf(0)} .step=${0.01}
          .words=${(fader: number) => volumeWords(fader === faderOf(volume) ? volume : volumeOf(fader))}
          .read=${(text: string) => faderOf(Number.parseFloat(text.replace('−', '-')) * 100)}
          ?automated=${fader.automated} @input=${(event: CustomEvent<number>) => fader.touch(volumeOf(event.detail))} @rest=${fader.rest}
          @change=${(event: CustomEvent<number>) => fader.set(volumeOf(event.detail), level => this.set({ volume: level }))}>
          ${type === 'folder' ? nothing : html`<tutti-meter .workspace=${this.workspace} .track=${handle}></tutti-meter>`}
        </tutti-slider>
        ${type === 'folder' ? nothing : html`<tutti-slider class="pan" centred label=${t('Pan of {0}', name)} .min=${-1000} .max=${1000} .step=${50} .value=${pan}
          .words=${(value: number) => panWords(value)} .read=${readPan}
          ?automated=${turn.automated} @input=${(event: CustomEvent<number>) => turn.touch(Math.round(event.detail))} @rest=${turn.rest}
          @change=${(event: CustomEvent<number>) => turn.set(Math.round(event.detail), level => this.set({ pan: level }))}></tutti-slider>`}
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

  private readonly openInstrument = (): void => {
    chooseTrack(this.workspace, this.track.handle, { more: false, range: false });
    this.workspace.showInstrument(true);
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
