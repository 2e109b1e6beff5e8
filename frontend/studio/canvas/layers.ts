import type { LitElement, ReactiveController } from 'lit';
import { Pointers } from '../pointer/pointers';
import type { Touchable } from '../pointer/pointing';
import { forget, paintSoon } from './frames';
import { Surface } from './surface';

/** A place that is drawn and touched. */
export interface Drawn extends LitElement {
  /** What holds the three canvases, takes the pointer and the focus. */
  readonly element: HTMLElement;
  /** How the element is touched. */
  touchable(): Touchable;
  /** Paints what is stale; called once a frame at most. */
  paint(): void;
  /** The element has another size, in pixels. */
  sized(width: number, height: number): void;
}

/** The three layers of a drawing, each painted only when it is stale, with the pointers over them: the ground, what lies on it, what moves. */
export class Layers implements ReactiveController {
  ground!: Surface;
  middle!: Surface;
  overlay!: Surface;
  private pointers?: Pointers;
  private readonly sizes = new ResizeObserver(() => this.resized());
  private readonly paint = () => this.host.paint();

  constructor(private readonly host: Drawn) {
    host.addController(this);
  }

  /** Whether something is being dragged. */
  get busy(): boolean {
    return this.pointers?.busy ?? false;
  }

  hostConnected(): void {
    if (this.ground) {
      this.attach();
    }
  }

  hostUpdated(): void {
    if (!this.ground) {
      const [ground, middle, overlay] = this.host.element.querySelectorAll('canvas');
      this.ground = new Surface(ground, true);
      this.middle = new Surface(middle);
      this.overlay = new Surface(overlay);
      this.attach();
    }
    this.stale('ground');
  }

  hostDisconnected(): void {
    this.pointers?.close();
    this.sizes.disconnect();
    forget(this.paint);
  }

  private attach(): void {
    this.pointers = new Pointers(this.host.element, this.host.touchable());
    this.sizes.observe(this.host.element);
  }

  private resized(): void {
    const { clientWidth, clientHeight } = this.host.element;
    for (const surface of [this.ground, this.middle, this.overlay]) {
      surface.fit(clientWidth, clientHeight);
    }
    this.host.sized(clientWidth, clientHeight);
  }

  /** Paints a layer anew in the next frame, and those above it. */
  stale(from: 'ground' | 'middle' | 'overlay'): void {
    if (this.ground) {
      this.ground.stale ||= from === 'ground';
      this.middle.stale ||= from !== 'overlay';
      this.overlay.stale = true;
      paintSoon(this.paint);
    }
  }
}
