/** Time across the page: ticks to pixels and back, with zoom and scroll. Kept within what makes sense. */
export class Axis {
  /** Pixels a tick. */
  scale: number;
  /** The tick at the left edge; fractions keep zooming steady. */
  left = 0;
  /** Pixels. */
  width = 1;

  constructor(pixelsPerQuarter: number, private readonly least = 2, private readonly most = 960) {
    this.scale = pixelsPerQuarter / 960;
  }

  x(tick: number): number {
    return (tick - this.left) * this.scale;
  }

  tick(x: number): number {
    return this.left + x / this.scale;
  }

  get right(): number {
    return this.left + this.width / this.scale;
  }

  scrollTo(left: number): void {
    this.left = Math.max(0, left);
  }

  scrollBy(pixels: number): void {
    this.scrollTo(this.left + pixels / this.scale);
  }

  /** Zooms so that what lies at x stays there. */
  zoom(factor: number, x: number): void {
    const fixed = this.tick(x);
    this.scale = Math.min(this.most / 960, Math.max(this.least / 960, this.scale * factor));
    this.scrollTo(fixed - x / this.scale);
  }

  /** Shows [from, to) with a little room around. */
  show(from: number, to: number): void {
    const room = Math.max(1, this.width - 48);
    this.scale = Math.min(this.most / 960, Math.max(this.least / 960, room / Math.max(1, to - from)));
    this.scrollTo(from - 24 / this.scale);
  }

  /** Shows exactly [from, to), as far as zooming goes. */
  frame(from: number, to: number): void {
    this.scale = Math.min(this.most / 960, Math.max(this.least / 960, this.width / Math.max(1, to - from)));
    this.scrollTo(from);
  }

  /** Scrolls just as far as needed for a tick to be seen, with a margin in pixels. */
  reveal(tick: number, margin = 40): boolean {
    const x = this.x(tick);
    if (x < margin && this.left > 0) {
      this.scrollTo(tick - margin / this.scale);
      return true;
    }
    if (x > this.width - margin) {
      this.scrollTo(tick - (this.width - margin) / this.scale);
      return true;
    }
    return false;
  }
}
