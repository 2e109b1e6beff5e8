import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../../words/words';
import { forget, paintSoon } from '../canvas/frames';
import { Surface } from '../canvas/surface';
import { Pointers } from '../pointer/pointers';
import { describeStep } from '../workspace/pattern-actions';
import type { Aspect, Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { DRUMS_RULER, DrumsLayout } from './drums-layout';
import type { DrumsStage } from './drums-stage';
import { DrumsTouch } from './drums-touch';
import type { HitDraft } from './hit-draft';
import { paintDrumsGround } from './paint-drums-ground';
import { paintDrumsOverlay } from './paint-drums-overlay';
import { paintHits } from './paint-hits';

/** The opened clip's drums in rows of steps. */
@customElement('tutti-drum-grid')
export class TuttiDrumGrid extends LitElement implements DrumsStage {
  @property({ attribute: false }) workspace!: Workspace;
  @query('.stage') element!: HTMLElement;

  layout!: DrumsLayout;
  draft: HitDraft | null = null;
  says: DrumsStage['says'] = null;
  ghost: DrumsStage['ghost'] = null;
  private ground!: Surface;
  private hits!: Surface;
  private overlay!: Surface;
  private pointers?: Pointers;
  private shown = -2;
  private readonly sizes = new ResizeObserver(() => this.resized());

  constructor() {
    super();
    new Watching(this, ['song', 'contents', 'people', 'selection', 'view', 'notes', 'opened', 'transport'], aspect => this.hear(aspect));
  }

  static override styles = css`
    :host {
      display: block;
      min-height: 0;
      min-width: 0;
    }

    .stage {
      position: relative;
      width: 100%;
      height: 100%;
      overflow: hidden;
      outline: none;
      touch-action: none;
      user-select: none;
    }

    .stage:focus-visible::after {
      content: '';
      position: absolute;
      inset: 0;
      border: 1px solid var(--tutti-accent);
      pointer-events: none;
    }

    canvas {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }

    .spoken {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  override willUpdate(): void {
    this.layout ??= new DrumsLayout(this.workspace);
    this.layout.measure();
    if (this.layout.drums.length > 0 && this.layout.row(this.workspace.caret.pitch) < 0) {
      this.workspace.caret.pitch = this.layout.drums.at(-1)!.pitch;
    }
  }

  override render() {
    const w = this.workspace;
    return html`
      <div class="stage" tabindex="0" role="application" aria-label=${t('Drum grid')} aria-describedby="described"
        @focus=${this.focused} @blur=${() => this.redrawOverlay()}>
        <canvas></canvas><canvas></canvas><canvas></canvas>
      </div>
      <span id="described" class="spoken" aria-live="polite">${w.place === 'notes' ? describeStep(w, this.layout) : ''}</span>`;
  }

  override firstUpdated(): void {
    const [ground, hits, overlay] = this.renderRoot.querySelectorAll('canvas');
    this.ground = new Surface(ground!, true);
    this.hits = new Surface(hits!);
    this.overlay = new Surface(overlay!);
    this.attach();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.ground) {
      this.attach();
    }
  }

  private attach(): void {
    this.pointers = new Pointers(this.element, new DrumsTouch(this));
    this.sizes.observe(this.element);
    this.workspace.drumsLayout = this.layout;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pointers?.close();
    this.sizes.disconnect();
    this.workspace.drumsLayout = undefined;
    forget(this.paint);
  }

  override updated(): void {
    this.redrawAll();
  }

  private readonly focused = (): void => {
    this.workspace.goTo('notes');
    this.redrawOverlay();
  };

  private hear(aspect: Aspect): void {
    if (aspect === 'people' || aspect === 'transport') {
      this.redrawOverlay();
    } else {
      this.requestUpdate();
    }
  }

  private resized(): void {
    const { clientWidth, clientHeight } = this.element;
    for (const surface of [this.ground, this.hits, this.overlay]) {
      surface.fit(clientWidth, clientHeight);
    }
    this.layout.width = clientWidth;
    this.layout.height = clientHeight;
    this.layout.measure();
    if (this.workspace.opened !== this.shown && clientHeight > 0) {
      this.frame();
    }
    this.redrawAll();
  }

  /** Brings the pattern that was just opened into sight: four bars of it at the most, the kick at the bottom. */
  private frame(): void {
    const w = this.workspace;
    const clip = w.openedClip;
    if (!clip || this.layout.width === 0 || this.layout.height === 0) {
      return;
    }
    this.shown = w.opened;
    this.layout.axis.show(clip.start, clip.start + Math.min(Math.max(clip.length, 960 * 4), 960 * 16));
    this.layout.scrollTo(Infinity);
    w.caret.tick = clip.start;
    w.viewChanged('notes');
  }

  redrawAll(): void {
    if (this.ground) {
      this.ground.stale = this.hits.stale = this.overlay.stale = true;
      paintSoon(this.paint);
    }
  }

  redrawHits(): void {
    this.hits.stale = this.overlay.stale = true;
    paintSoon(this.paint);
  }

  redrawOverlay(): void {
    if (this.overlay) {
      this.overlay.stale = true;
      paintSoon(this.paint);
    }
  }

  private readonly paint = (): void => {
    const w = this.workspace;
    if (w.opened !== this.shown) {
      this.frame();
    }
    const { transport } = w.song;
    const clip = w.openedClip;
    if (clip && w.following && !this.pointers?.busy
      && transport.playhead >= clip.start && transport.playhead < clip.start + clip.length && this.layout.axis.reveal(transport.playhead, 0)) {
      this.layout.axis.scrollTo(transport.playhead - 24 / this.layout.axis.scale);
      this.layout.measure();
      this.ground.stale = this.hits.stale = true;
    }
    this.ground.draw(pen => paintDrumsGround(pen, w, this.layout));
    this.hits.draw(pen => paintHits(pen, w, this.layout, this.draft));
    this.overlay.draw(pen => paintDrumsOverlay(pen, w, this.layout, {
      draft: this.draft, says: this.says, ghost: this.ghost, focused: this.shadowRoot?.activeElement === this.element
    }));
    if (this.isConnected && (transport.playing || w.song.people.some(person => !person.self && person.playing))) {
      this.overlay.stale = true;
      paintSoon(this.paint);
    }
  };

  /** The middle of the step of a drum that a tick of the song lies in, in client pixels: what browser tests press. */
  stepPoint(tick: number, pitch: number): { x: number; y: number } {
    const place = this.element.getBoundingClientRect();
    const step = this.layout.stepAt(pitch, tick);
    return { x: place.left + this.layout.x(step ? step.tick + step.length * 0.4 : tick), y: place.top + this.layout.rowTop(this.layout.row(pitch)) + this.layout.rowHeight / 2 };
  }

  /** A drum's name, or its mute sign, in client pixels. */
  namePoint(pitch: number, mute: boolean): { x: number; y: number } {
    const place = this.element.getBoundingClientRect();
    return { x: place.left + (mute ? this.layout.mutes + 9 : 30), y: place.top + this.layout.rowTop(this.layout.row(pitch)) + this.layout.rowHeight / 2 };
  }

  /** Brings the caret into sight. */
  reveal(): void {
    const w = this.workspace;
    this.layout.axis.reveal(w.caret.tick);
    if (this.layout.row(w.caret.pitch) >= 0 && this.layout.height > DRUMS_RULER) {
      this.layout.reveal(w.caret.pitch);
    }
    w.viewChanged('notes');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-drum-grid': TuttiDrumGrid;
  }
}
