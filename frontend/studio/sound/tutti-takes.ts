import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Clip, CLIP_STRIDE, NONE, type Handle } from '../../song/song';
import type { RecordedClip, Take } from '../../song/media';
import { colours } from '../canvas/palette';
import { lighter, mixed } from '../canvas/shades';
import { controlStyles } from '../controls/control-styles';
import { snapped } from '../time/grid-step';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { paintWave } from './paint-wave';
import { t } from '../../words/words';

const NAME = 116;
const LANE = 56;

/** A piece of the passage: a clip that plays one take of it. */
interface Piece { readonly clip: Handle; readonly content: Handle; readonly start: number; readonly end: number; readonly colour: number }

/**
 * The takes of a passage, one below the other; what sounds of each is lit. Swiping over a take chooses it for that stretch,
 * pressing its name for the whole clip.
 */
@customElement('tutti-takes')
export class TuttiTakes extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  private swipe: { take: Take; from: number; to: number } | null = null;
  private readonly sizes = new ResizeObserver(() => this.requestUpdate());

  constructor() {
    super();
    new Watching(this, ['song', 'contents', 'opened', 'selection', 'view']);
  }

  static override styles = [controlStyles, css`
    :host {
      display: block;
      min-height: 0;
      overflow: auto;
      background: var(--tutti-ground-0);
    }

    p {
      margin: 8px 12px;
      color: var(--tutti-text-quiet);
    }

    .take {
      display: grid;
      grid-template-columns: ${NAME}px minmax(0, 1fr);
      height: ${LANE}px;
      border-bottom: 1px solid var(--tutti-line);
    }

    .take button {
      height: 100%;
      border-radius: 0;
      justify-content: start;
      padding: 0 10px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    canvas {
      width: 100%;
      height: ${LANE - 1}px;
      display: block;
      touch-action: none;
      cursor: text;
    }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  private get takes(): readonly Take[] {
    const w = this.workspace;
    return w.openedClip ? w.song.media.takes(w.opened) : [];
  }

  /** The clips of the opened one's track that play a take of the same passage, where they adjoin it. */
  pieces(): Piece[] {
    const w = this.workspace;
    const opened = w.openedClip;
    if (!opened) return [];
    const family = new Set(this.takes.map(take => take.content));
    const all: Piece[] = [];
    const clips = w.seen.clips;
    for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
      if (clips[at + Clip.track] === opened.track && family.has(clips[at + Clip.content])) {
        all.push({ clip: clips[at], content: clips[at + Clip.content], start: clips[at + Clip.start], end: clips[at + Clip.start] + clips[at + Clip.length], colour: clips[at + Clip.colour] });
      }
    }
    all.sort((a, b) => a.start - b.start);
    let first = all.findIndex(piece => piece.clip === w.opened);
    let last = first;
    while (first > 0 && all[first - 1]!.end === all[first]!.start) first--;
    while (last < all.length - 1 && all[last]!.end === all[last + 1]!.start) last++;
    return first < 0 ? [] : all.slice(first, last + 1);
  }

  override render() {
    const takes = this.takes;
    return html`
      ${takes.length > 1 ? html`<p>${t('Swipe over a take to choose it for that stretch.')}</p>` : ''}
      ${takes.map(take => html`
        <div class="take">
          <button aria-pressed=${this.pieces().every(piece => piece.content === take.content)} aria-label=${t('Whole clip: {0}', this.name(take))}
            @click=${() => this.choose(take, -1, -1)}>${this.name(take)}</button>
          <canvas role="img" aria-label=${this.spoken(take)} @pointerdown=${(event: PointerEvent) => this.press(event, take)}></canvas>
        </div>`)}`;
  }

  private name(take: Take): string {
    return take.name || this.workspace.seen.clipName(this.workspace.opened) || t('Recording');
  }

  private spoken(take: Take): string {
    const w = this.workspace;
    return this.pieces().filter(piece => piece.content === take.content)
      .map(piece => t('Take “{0}”, from {1} to {2}', this.name(take), w.song.position(piece.start), w.song.position(piece.end))).join('; ') || this.name(take);
  }

  protected override updated(): void {
    const canvases = this.renderRoot.querySelectorAll('canvas');
    this.takes.forEach((take, index) => canvases[index] && this.paint(canvases[index], take));
  }

  private span(): { from: number; to: number } {
    const pieces = this.pieces();
    return { from: pieces[0]?.start ?? 0, to: pieces.at(-1)?.end ?? 1 };
  }

  private paint(canvas: HTMLCanvasElement, take: Take): void {
    const w = this.workspace;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (width === 0) return;
    const density = devicePixelRatio || 1;
    canvas.width = width * density;
    canvas.height = height * density;
    const pen = canvas.getContext('2d')!;
    pen.scale(density, density);
    const { from, to } = this.span();
    const x = (tick: number) => (tick - from) / (to - from) * width;
    const recorded = w.song.media.clips();
    for (const piece of this.pieces()) {
      const clip = recorded.get(piece.clip);
      if (!clip) continue;
      const sounds = piece.content === take.content;
      const left = x(piece.start);
      const right = x(piece.end);
      pen.fillStyle = mixed(piece.colour, sounds ? 5 : 2);
      pen.fillRect(left, 0, right - left - (sounds ? 1 : 0), height);
      pen.globalAlpha = sounds ? 1 : 0.4;
      paintWave(pen, w.waveforms, take.hash, clip.gain, { x: left, width: right - left, top: 3, height: height - 6, from: 0, to: width, second: this.second(clip, piece, from, to, width) },
        lighter(piece.colour, 2));
      pen.globalAlpha = 1;
    }
    if (this.swipe?.take === take) {
      pen.fillStyle = colours().accentQuiet;
      pen.strokeStyle = colours().accent;
      const left = x(Math.min(this.swipe.from, this.swipe.to));
      pen.fillRect(left, 0, x(Math.max(this.swipe.from, this.swipe.to)) - left, height);
    }
  }

  private second(clip: RecordedClip, piece: Piece, from: number, to: number, width: number): (x: number) => number {
    const w = this.workspace;
    const tick = (x: number) => from + x / width * (to - from);
    if (clip.recorded > 0) return x => clip.position / 1e9 + (tick(x) - piece.start) * clip.recorded / 960e6;
    const begin = w.song.seconds(piece.start);
    return x => clip.position / 1e9 + w.song.seconds(tick(x)) - begin;
  }

  private press(event: PointerEvent, take: Take): void {
    const canvas = event.currentTarget as HTMLCanvasElement;
    const place = canvas.getBoundingClientRect();
    const w = this.workspace;
    const { from, to } = this.span();
    const tick = (each: PointerEvent) => Math.min(to, Math.max(from, snapped(w.song, from + (each.clientX - place.left) / place.width * (to - from), w.step('arrangement', each.altKey))));
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    this.swipe = { take, from: tick(event), to: tick(event) };
    canvas.onpointermove = each => {
      if (this.swipe) this.swipe.to = tick(each);
      this.requestUpdate();
    };
    const over = () => {
      canvas.onpointermove = canvas.onpointerup = canvas.onpointercancel = null;
      this.swipe = null;
      this.requestUpdate();
    };
    canvas.onpointercancel = over;
    canvas.onpointerup = () => {
      const { swipe } = this;
      over();
      if (swipe && swipe.from !== swipe.to) this.choose(take, Math.min(swipe.from, swipe.to), Math.max(swipe.from, swipe.to));
    };
  }

  /** Lets all pieces that a stretch touches play a take there; the whole passage if there is no stretch. */
  private choose(take: Take, from: number, to: number): void {
    const w = this.workspace;
    const pieces = this.pieces().filter(piece => piece.content !== take.content && (from < 0 || piece.start < to && piece.end > from));
    for (const piece of pieces) {
      const made = w.attempt(() => w.song.media.choose(piece.clip, from < 0 ? piece.start : from, from < 0 ? piece.end : to, take.content));
      const still = w.seen.clipAt(w.opened) >= 0 ? w.opened : made?.[0] ?? NONE;
      if (still !== w.opened && still !== NONE) w.open(still);
    }
    this.requestUpdate();
  }

  /** Where a tick of a take lies, in client pixels: what browser tests press. */
  clientPoint(take: number, tick: number): { x: number; y: number } {
    const place = this.renderRoot.querySelectorAll('canvas')[take]!.getBoundingClientRect();
    const { from, to } = this.span();
    return { x: place.left + (tick - from) / (to - from) * place.width, y: place.top + place.height / 2 };
  }
}
