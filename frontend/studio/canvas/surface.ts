import { t } from '../../words/words';

/** One layer of a drawing: a canvas as sharp as the screen, measured in CSS pixels, drawn only when it is stale. */
export class Surface {
  readonly pen: CanvasRenderingContext2D;
  width = 0;
  height = 0;
  stale = true;
  private ratio = 0;

  constructor(readonly canvas: HTMLCanvasElement, opaque = false) {
    const pen = canvas.getContext('2d', { alpha: !opaque });
    if (!pen) {
      throw new Error(t('This browser cannot draw: it gives no 2D canvas.'));
    }
    this.pen = pen;
  }

  /** Takes the size of its place; a changed size makes it stale. */
  fit(width: number, height: number): void {
    const ratio = window.devicePixelRatio || 1;
    if (width === this.width && height === this.height && ratio === this.ratio) {
      return;
    }
    this.width = width;
    this.height = height;
    this.ratio = ratio;
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.stale = true;
  }

  /** Draws on a clean sheet if something changed. */
  draw(paint: (pen: CanvasRenderingContext2D) => void): void {
    if (this.ratio !== (window.devicePixelRatio || 1)) {
      this.fit(this.width, this.height); // the window went to another screen
    }
    if (!this.stale || this.width === 0 || this.height === 0) {
      return;
    }
    this.stale = false;
    const pen = this.pen;
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    paint(pen);
  }
}
