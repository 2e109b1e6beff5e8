import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { drumName, isBlackKey, noteName } from '../gm/keys';
import { hex } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';

const OCTAVES = 2;
const PADS = 16;

/**
 * Keys to be pressed with fingers or the pointer, several at once, sliding from one to the next; lower on a key is louder.
 * On a drum track they are pads. Keys that sound are lit in the colour of who plays them.
 */
@customElement('tutti-piano')
export class TuttiPiano extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  private readonly fingers = new Map<number, number>();

  constructor() {
    super();
    new Watching(this, ['hands', 'song', 'view']);
  }

  static override styles = css`
    :host {
      display: block;
      position: relative;
      height: 100%;
      min-width: 0;
      touch-action: none;
      user-select: none;
      -webkit-user-select: none;
    }

    .key {
      position: absolute;
      box-sizing: border-box;
      display: flex;
      align-items: flex-end;
      justify-content: center;
      padding: 0 0 5px;
      border-radius: 0 0 4px 4px;
      font-size: var(--tutti-size-small);
      font-weight: 600;
      line-height: 1.2;
      text-align: center;
      overflow: hidden;
    }

    .white {
      top: 0;
      bottom: 0;
      background: var(--tutti-key-white);
      color: #3a4553;
      box-shadow: inset -1px 0 0 #7d8793;
    }

    .black {
      top: 0;
      height: 60%;
      z-index: 1;
      background: var(--tutti-key-black);
      color: var(--tutti-text-quiet);
      box-shadow: inset 0 0 0 1px #000;
    }

    .white small {
      font-weight: 400;
      opacity: 0.75;
      padding-left: 3px;
    }

    .pads {
      display: grid;
      grid-template-columns: repeat(8, minmax(0, 1fr));
      grid-auto-rows: minmax(0, 1fr);
      gap: 4px;
      height: 100%;
    }

    @media (max-width: 700px) {
      .pads {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
    }

    .pad {
      position: static;
      align-items: center;
      padding: 2px;
      border-radius: var(--tutti-radius);
      background: var(--tutti-ground-2);
      color: var(--tutti-text);
      box-shadow: inset 0 0 0 1px var(--tutti-line-strong);
      font-weight: 400;
      white-space: pre-line;
    }

    .key[lit] {
      background: var(--lit);
      color: var(--tutti-text-on-colour);
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', this.press);
    this.addEventListener('pointermove', this.slide);
    for (const end of ['pointerup', 'pointercancel'] as const) {
      this.addEventListener(end, this.lift);
    }
    this.addEventListener('contextmenu', event => event.preventDefault());
  }

  override render() {
    const w = this.workspace;
    if (!w) {
      return html``;
    }
    const { computer, track } = w.keyboards;
    const lit = new Map<number, number>();
    for (const key of w.song.playing.others.keys) {
      if (key.track === track?.handle) {
        lit.set(key.pitch, key.colour);
      }
    }
    const own = w.song.people.find(person => person.self)?.colour ?? 0xffb454;
    w.song.playing.hand.keys.forEach((held, pitch) => held.track === track?.handle && lit.set(pitch, own));
    return track?.type === 'drums' ? this.pads(computer.base, lit) : this.keys(computer.base, lit);
  }

  private keys(base: number, lit: ReadonlyMap<number, number>) {
    const w = this.workspace!;
    const whites = OCTAVES * 7 + 1;
    const keys = [];
    let left = 0;
    for (let pitch = base; pitch <= base + 12 * OCTAVES && pitch <= 127; pitch++) {
      const letter = w.keyboards.computer.on ? w.keyboards.computer.letter(pitch) : '';
      const black = isBlackKey(pitch);
      const at = 100 * (black ? left - 0.31 : left) / whites;
      keys.push(html`<div class="key ${black ? 'black' : 'white'}" data-pitch=${pitch} ?lit=${lit.has(pitch)}
        style="left:${at}%;width:${100 * (black ? 0.62 : 1) / whites}%;--lit:${hex(lit.get(pitch) ?? 0)}">${letter}${
          pitch % 12 === 0 ? html`<small>${noteName(pitch)}</small>` : ''}</div>`);
      left += black ? 0 : 1;
    }
    return keys;
  }

  private pads(base: number, lit: ReadonlyMap<number, number>) {
    const w = this.workspace!;
    return html`<div class="pads">${Array.from({ length: PADS }, (_, place) => base + place).filter(pitch => pitch <= 127).map(pitch => {
      const letter = w.keyboards.computer.on ? w.keyboards.computer.letter(pitch) : '';
      return html`<div class="key pad" data-pitch=${pitch} ?lit=${lit.has(pitch)} style="--lit:${hex(lit.get(pitch) ?? 0)}"
        >${letter === '' ? '' : `${letter}\n`}${drumName(pitch)}</div>`;
    })}</div>`;
  }

  /** The key under a finger, and how hard it is pressed there. */
  private under(event: PointerEvent): { pitch: number; velocity: number } | null {
    const key = this.shadowRoot?.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('.key');
    if (!key) {
      return null;
    }
    const place = key.getBoundingClientRect();
    const depth = (event.clientY - place.top) / Math.max(1, place.height);
    return { pitch: Number(key.dataset.pitch), velocity: Math.round(50 + 70 * Math.max(0, Math.min(1, depth))) };
  }

  private readonly press = (event: PointerEvent): void => {
    const key = this.under(event);
    if (key && event.button === 0) {
      event.preventDefault();
      this.setPointerCapture(event.pointerId);
      this.fingers.set(event.pointerId, key.pitch);
      this.workspace?.keyboards.press(key.pitch, key.velocity, event.timeStamp);
    }
  };

  private readonly slide = (event: PointerEvent): void => {
    const before = this.fingers.get(event.pointerId);
    const key = before === undefined ? null : this.under(event);
    if (key && before !== undefined && key.pitch !== before) {
      this.workspace?.keyboards.release(before, event.timeStamp);
      this.fingers.set(event.pointerId, key.pitch);
      this.workspace?.keyboards.press(key.pitch, key.velocity, event.timeStamp);
    }
  };

  private readonly lift = (event: PointerEvent): void => {
    const pitch = this.fingers.get(event.pointerId);
    if (pitch !== undefined) {
      this.fingers.delete(event.pointerId);
      this.workspace?.keyboards.release(pitch, event.timeStamp);
    }
  };
}
