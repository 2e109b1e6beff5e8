import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { CLIP_STRIDE, Clip } from '../../song/song';
import { paintSoon } from '../canvas/frames';
import { colours } from '../canvas/palette';
import { mixed } from '../canvas/shades';
import { Surface } from '../canvas/surface';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';

/** The whole song in a strip: what is in sight is framed; drag the frame, or press where to go. It is the scroll bar too. */
@customElement('tutti-minimap')
export class TuttiMinimap extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @query('canvas') private canvas!: HTMLCanvasElement;
  private surface?: Surface;
  private readonly sizes = new ResizeObserver(() => this.redraw());

  constructor() {
    super();
    new Watching(this, ['song', 'view', 'arrangement'], () => this.redraw());
  }

  static override styles = css`
    :host {
      display: block;
      position: relative;
      height: 22px;
      background: var(--tutti-ground-1);
      border-top: 1px solid var(--tutti-line);
      cursor: grab;
      touch-action: none;
    }

    canvas {
      position: absolute;
      inset: 0;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    this.setAttribute('aria-hidden', 'true');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override render() {
    return html`<canvas @pointerdown=${this.press}></canvas>`;
  }

  override updated(): void {
    this.redraw();
  }

  private redraw(): void {
    if (this.surface) {
      this.surface.stale = true;
    }
    paintSoon(this.paint);
  }

  /** The last tick shown: the song, and a little more. */
  private get reach(): number {
    const w = this.workspace;
    return w ? Math.max(w.song.end * 1.05, w.axes.arrangement.right, 3840 * 8) : 1;
  }

  private readonly paint = (): void => {
    const w = this.workspace;
    if (!w || !this.canvas) {
      return;
    }
    this.surface ??= new Surface(this.canvas);
    this.surface.fit(this.clientWidth, this.clientHeight);
    this.surface.draw(pen => {
      const { width, height } = this.surface as Surface;
      const scale = width / this.reach;
      const rows = new Map(w.seen.tracks.map((track, index) => [track.handle, index]));
      const row = Math.max(1, (height - 6) / Math.max(1, rows.size));
      const clips = w.seen.clips;
      for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
        pen.fillStyle = mixed(clips[at + Clip.colour], 11);
        pen.fillRect(clips[at + Clip.start] * scale, 3 + (rows.get(clips[at + Clip.track]) ?? 0) * row,
          Math.max(1, clips[at + Clip.length] * scale - 0.5), Math.max(1, row - 0.5));
      }
      const { left, right } = w.axes.arrangement;
      const x = left * scale;
      const wide = Math.max(6, (right - left) * scale);
      pen.fillStyle = 'rgba(255,255,255,0.06)';
      pen.strokeStyle = colours().faint;
      pen.lineWidth = 1;
      pen.beginPath();
      pen.roundRect(x + 0.5, 1.5, wide - 1, height - 3, 3);
      pen.fill();
      pen.stroke();
    });
  };

  private readonly press = (event: PointerEvent): void => {
    const w = this.workspace;
    if (!w || event.button !== 0) {
      return;
    }
    const axis = w.axes.arrangement;
    const reach = this.reach;
    const tick = (at: PointerEvent) => (at.offsetX / Math.max(1, this.clientWidth)) * reach;
    const span = axis.right - axis.left;
    const pressed = tick(event);
    const hold = pressed >= axis.left && pressed <= axis.right ? pressed - axis.left : span / 2;
    const go = (at: PointerEvent) => {
      axis.scrollTo(tick(at) - hold);
      w.lookAway('arrangement');
    };
    this.canvas.setPointerCapture(event.pointerId);
    this.canvas.onpointermove = go;
    this.canvas.onpointerup = this.canvas.onpointercancel = () => { this.canvas.onpointermove = null; };
    go(event);
  };
}
