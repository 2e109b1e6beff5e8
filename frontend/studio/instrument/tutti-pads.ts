import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keepSound, takeFromLibrary } from '../../audio/recordings';
import type { Instrument, Pad } from '../../song/instruments';
import type { Handle } from '../../song/song';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { DRAGGED, dropFromLibrary } from '../library/library';
import { LINE, openMenu, type MenuEntry } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';
import { keyName } from './parameter-words';
import './tutti-knob-group';
import { t } from '../../words/words';

const FIRST = 36;
const PADS = 16;
const MOST = 127;
/** What a dragged pad says. */
const PAD = 'application/x-tutti-pad';
const VELOCITY = 110;
const KEYS = ['1', '2', '3', '4', 'Q', 'W', 'E', 'R', 'A', 'S', 'D', 'F', 'Z', 'X', 'C', 'V'];

/**
 * The pads of a drum kit or slicer, four by four: press to hear, drop or choose a file, drag one onto another to exchange them, right
 * press for more. Below are the knobs of the pad at hand.
 */
@customElement('tutti-pads')
export class TuttiPads extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ type: Number }) track!: Handle;
  @property({ attribute: false }) instrument!: Instrument;
  @property({ attribute: false }) pads: readonly Pad[] = [];
  @state() private chosen = FIRST;
  @state() private first = FIRST;
  @state() private over = -1;
  @state() private coming: { readonly key: number; readonly part: number; readonly stop: AbortController } | null = null;
  private readonly down = new Map<number, number>();

  static override styles = [controlStyles, css`
    :host {
      display: grid;
      grid-template-columns: minmax(280px, 420px) minmax(240px, 1fr);
      gap: 12px;
      align-content: start;
    }

    .grid {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 6px;
    }

    .grid button {
      display: grid;
      grid-template-rows: 1fr auto;
      align-items: center;
      justify-items: center;
      height: 58px;
      min-width: 0;
      padding: 4px 6px;
      background: var(--tutti-ground-2);
      box-shadow: inset 0 0 0 1px var(--tutti-line);
      white-space: normal;
      overflow: hidden;
      font-size: var(--tutti-size-small);
      line-height: 1.15;
      color: var(--tutti-text);
      touch-action: manipulation;
    }

    .grid button.empty {
      background: var(--tutti-ground-1);
      color: var(--tutti-text-faint);
    }

    .grid button.muted {
      color: var(--tutti-text-faint);
      text-decoration: line-through;
    }

    .grid button[aria-current='true'] {
      box-shadow: inset 0 0 0 2px var(--tutti-accent);
    }

    .grid button.over {
      background: var(--tutti-accent-quiet);
    }

    .grid button:active {
      background: var(--tutti-accent);
      color: var(--tutti-accent-text);
    }

    .grid button small {
      display: flex;
      justify-self: stretch;
      width: 100%;
      justify-content: space-between;
      color: var(--tutti-text-faint);
      font-size: var(--tutti-size-ruler);
    }

    .bar {
      display: flex;
      align-items: center;
      gap: 4px;
      grid-column: 1 / -1;
      font-size: var(--tutti-size-small);
      color: var(--tutti-text-quiet);
    }

    .bar span {
      flex: 1;
    }

    .grid .bar button {
      display: inline-flex;
      height: var(--tutti-hit, 32px);
      padding: 0 10px;
      white-space: nowrap;
    }

    @media (hover: none) {
      .grid button small span:last-child { /* the key of a keyboard that isn't there */
        display: none;
      }
    }

    input[type='file'] {
      display: none;
    }

    progress {
      width: 100%;
      accent-color: var(--tutti-accent);
    }

    @media (max-width: 720px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `];

  private at(key: number): Pad | undefined { return this.pads.findLast(pad => pad.key === key); }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.coming?.stop.abort();
    this.letGo();
  }

  override render() {
    const keys = Array.from({ length: PADS }, (_, at) => this.first + (3 - Math.floor(at / 4)) * 4 + (at % 4)).filter(key => key <= MOST);
    const pad = this.at(this.chosen);
    return html`
      <div class="grid" role="group" aria-label=${t('Pads')} @keydown=${this.key} @keyup=${this.keyUp}>
        ${keys.map((key, at) => this.pad(key, KEYS[at] ?? ''))}
        <div class="bar">
          <button aria-label=${t('Lower pads')} ?disabled=${this.first < PADS} @click=${() => this.page(-PADS)}>${icon('down')}</button>
          <button aria-label=${t('Higher pads')} ?disabled=${this.first + PADS > MOST} @click=${() => this.page(PADS)}>${icon('up')}</button>
          <span>${keyName(this.first)} – ${keyName(Math.min(MOST, this.first + PADS - 1))}</span>
          <button class="framed" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()}>${t('Choose a file')}</button>
          <input type="file" accept="audio/*,.wav,.aif,.aiff,.flac,.mp3,.ogg,.opus" multiple @change=${this.picked}>
        </div>
        ${this.coming ? html`<div class="bar"><progress max="1" .value=${this.coming.part} aria-label=${t('Sending a sound')}></progress>
          <button aria-label=${t('Cancel')} @click=${() => this.coming?.stop.abort()}>${icon('close')}</button></div>` : nothing}
      </div>
      ${pad ? html`<tutti-knob-group .workspace=${this.workspace} .device=${pad.handle} kind="pad" .title=${`${pad.name || keyName(pad.key)}`}
          .values=${pad.values} .places=${[0, 1, 2, 3, 4, 9, 5, 6, 8, 7, 10]}></tutti-knob-group>`
        : html`<p>${t('Drop a sound onto a pad, or choose a file for the pad at hand.')}</p>`}`;
  }

  private pad(key: number, hand: string) {
    const pad = this.at(key);
    const name = pad ? pad.name || t('Sound') : '';
    return html`<button class="${pad ? '' : 'empty'} ${pad?.muted ? 'muted' : ''} ${this.over === key ? 'over' : ''}" data-key=${key}
      aria-current=${key === this.chosen} aria-label=${pad ? t('Pad {0}: {1}', keyName(key), name) : t('Pad {0}: empty', keyName(key))}
      draggable=${pad ? 'true' : 'false'} @dragstart=${(event: DragEvent) => event.dataTransfer?.setData(PAD, String(key))}
      @dragover=${(event: DragEvent) => this.dragOver(event, key)} @dragleave=${() => { this.over = -1; }} @drop=${(event: DragEvent) => this.dropped(event, key)}
      @pointerdown=${(event: PointerEvent) => this.press(event, key)} @pointerup=${(event: PointerEvent) => this.release(event.pointerId)}
      @pointercancel=${(event: PointerEvent) => this.release(event.pointerId)} @pointerleave=${(event: PointerEvent) => this.release(event.pointerId)}
      @focus=${() => { this.chosen = key; }} @contextmenu=${(event: MouseEvent) => this.menu(event, key)}>
      <span>${name || '+'}</span><small><span>${keyName(key)}</span><span>${hand}</span></small></button>`;
  }

  private page(by: number): void {
    this.first = Math.max(4, Math.min(116, this.first + by));
    this.chosen = this.first;
  }

  private press(event: PointerEvent, key: number): void {
    if (event.button !== 0) return;
    this.chosen = key;
    this.down.set(event.pointerId, key);
    this.workspace.song.transport.noteOn(this.track, key, VELOCITY);
  }

  private release(pointer: number): void {
    const key = this.down.get(pointer);
    this.down.delete(pointer);
    if (key !== undefined) this.workspace.song.transport.noteOff(this.track, key);
  }

  private letGo(): void {
    [...this.down.keys()].forEach(pointer => this.release(pointer));
  }

  /** Space or Enter hits the pad at hand, the keys written on the pads hit theirs, arrows go to the next. */
  private readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('.bar')) return;
    const arrow = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 4, ArrowDown: -4 }[event.key];
    const hand = KEYS.indexOf(event.key.toUpperCase());
    const key = event.key === ' ' || event.key === 'Enter' ? this.chosen : hand < 0 ? -1 : this.first + (3 - Math.floor(hand / 4)) * 4 + (hand % 4);
    if (arrow !== undefined) {
      this.chosen = Math.min(this.first + PADS - 1, Math.max(this.first, this.chosen + arrow));
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-key="${this.chosen}"]`)?.focus());
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.clear(this.chosen);
    } else if (key >= 0 && key <= MOST) {
      if (!event.repeat) {
        this.chosen = key;
        this.down.set(-1 - key, key);
        this.workspace.song.transport.noteOn(this.track, key, VELOCITY);
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly keyUp = (): void => {
    [...this.down.keys()].filter(each => each < 0).forEach(each => this.release(each));
  };

  private menu(event: MouseEvent, key: number): void {
    event.preventDefault();
    this.letGo();
    const { workspace: w } = this;
    const { instruments } = w.song;
    const pad = this.at(key);
    this.chosen = key;
    openMenu(this, { x: event.clientX, y: event.clientY, title: pad?.name ?? keyName(key), entries: [
      { name: t('Choose a file'), run: () => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click() },
      ...pad ? [
        LINE as MenuEntry,
        { name: t('Mute the pad'), checked: pad.muted, run: () => w.attempt(() => instruments.mute([pad.handle], !pad.muted)) },
        { name: t('Clear the pad'), run: () => this.clear(key) }
      ] : []
    ] });
  }

  private clear(key: number): void {
    const pad = this.at(key);
    if (pad) this.workspace.attempt(() => this.workspace.song.instruments.clear([pad.handle]));
  }

  private dragOver(event: DragEvent, key: number): void {
    event.preventDefault();
    this.over = key;
  }

  private dropped(event: DragEvent, key: number): void {
    event.preventDefault();
    event.stopPropagation();
    this.over = -1;
    this.letGo();
    const data = event.dataTransfer;
    const files = [...data?.files ?? []];
    const from = data?.getData(PAD) ?? '';
    const sound = data?.getData(DRAGGED) ?? '';
    const pad = this.at(Number(from));
    if (files.length > 0) {
      void this.take(files, key);
    } else if (from !== '' && pad) {
      this.workspace.attempt(() => this.workspace.song.instruments.move(pad.handle, key));
      this.chosen = key;
    } else if (sound !== '' && this.instrument.type === 'drumkit') {
      this.chosen = key;
      void dropFromLibrary(this.workspace, sound, this.track, 0, key);
    } else if (sound !== '') {
      takeFromLibrary(this.workspace.song.link, sound).then(({ hash, name }) => this.put(key, hash, name),
        (error: unknown) => this.workspace.noticed.tell({ text: String(error instanceof Error ? error.message : error), bad: true }));
    }
  }

  private readonly picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this.take([...input.files ?? []], this.chosen);
    input.value = '';
  };

  /** Puts files onto pads in a row. */
  private async take(files: readonly File[], key: number): Promise<void> {
    const { workspace: w } = this;
    const stop = new AbortController();
    try {
      for (const [at, file] of files.entries()) {
        this.coming = { key, part: 0, stop };
        const about = await keepSound(w.song.link, file, file.name, part => { this.coming = { key, part, stop }; }, stop.signal);
        this.put(Math.min(MOST, key + at), about.hash, file.name.replace(/\.[^.]*$/, ''));
      }
    } catch (error) {
      if (!stop.signal.aborted) w.noticed.tell({ text: error instanceof Error ? error.message : String(error), bad: true });
    } finally {
      this.coming = null;
    }
  }

  private put(key: number, hash: string, name: string): void {
    const { workspace: w } = this;
    w.attempt(() => w.song.instruments.put(this.instrument.handle, [{ key, hash, name }]));
    this.chosen = key;
  }
}
