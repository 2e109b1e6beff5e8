import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { paintTakeHits } from '../tray/paint-take-notes';
import { t } from '../../words/words';
import { Layers, type Drawn } from '../canvas/layers';
import { stageStyles } from '../canvas/stage-styles';
import { followPlayhead, somethingMoves } from '../workspace/moving';
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
export class TuttiDrumGrid extends LitElement implements DrumsStage, Drawn {
  @property({ attribute: false }) workspace!: Workspace;
  @query('.stage') element!: HTMLElement;

  layout!: DrumsLayout;
  draft: HitDraft | null = null;
  says: DrumsStage['says'] = null;
  ghost: DrumsStage['ghost'] = null;
  private readonly layers = new Layers(this);
  private shown = -2;

  constructor() {
    super();
    new Watching(this, ['song', 'contents', 'people', 'selection', 'view', 'notes', 'opened', 'transport', 'tray'], aspect => this.hear(aspect));
  }

  static override styles = [stageStyles, css`
    :host {
      display: block;
      min-height: 0;
      min-width: 0;
    }
  `];

  override willUpdate(): void {
    this.layout ??= new DrumsLayout(this.workspace);
    this.workspace.drumsLayout = this.layout;
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

  touchable(): DrumsTouch {
    return new DrumsTouch(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.workspace.drumsLayout = this.layout;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.workspace.drumsLayout = undefined;
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

  sized(width: number, height: number): void {
    this.layout.width = width;
    this.layout.height = height;
    this.layout.measure();
    if (this.workspace.opened !== this.shown && height > 0) {
      this.frame();
    }
    this.layers.stale('ground');
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

  redrawHits(): void {
    this.layers.stale('middle');
  }

  redrawOverlay(): void {
    this.layers.stale('overlay');
  }

  paint(): void {
    const w = this.workspace;
    const { layers } = this;
    if (w.opened !== this.shown) {
      this.frame();
    }
    if (!layers.busy && followPlayhead(w, this.layout.axis)) {
      this.layout.measure();
      layers.stale('ground');
    }
    layers.ground.draw(pen => paintDrumsGround(pen, w, this.layout));
    layers.middle.draw(pen => { paintHits(pen, w, this.layout, this.draft); paintTakeHits(pen, w, this.layout); });
    layers.overlay.draw(pen => paintDrumsOverlay(pen, w, this.layout, {
      draft: this.draft, says: this.says, ghost: this.ghost, focused: this.shadowRoot?.activeElement === this.element
    }));
    if (this.isConnected && somethingMoves(w)) {
      layers.stale('overlay');
    }
  }

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
