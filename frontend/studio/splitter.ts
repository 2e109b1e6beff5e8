const LEAST = 140;
const ABOVE = 220;

/** The line between arrangement and editor: drag it, or move it by arrow keys. The share is kept by the browser. */
export class Splitter {
  private share = Number(localStorage.getItem('tutti.editor-share')) || 0.42;

  constructor(private readonly host: HTMLElement) {}

  /** How much of the window the editor has, in hundredths. */
  get percent(): number {
    return Math.round(this.share * 100);
  }

  /** Gives the editor its share of the window's height. */
  fit(): void {
    const room = this.host.clientHeight;
    const height = Math.max(LEAST, Math.min(room - ABOVE, Math.round(room * this.share)));
    this.host.style.setProperty('--editor-height', `${height}px`);
  }

  private move(share: number): void {
    this.share = Math.min(0.8, Math.max(0.15, share));
    localStorage.setItem('tutti.editor-share', String(this.share));
    this.host.shadowRoot?.querySelector('.split')?.setAttribute('aria-valuenow', String(this.percent));
    this.fit();
  }

  readonly press = (event: PointerEvent): void => {
    const line = event.currentTarget as HTMLElement;
    line.setPointerCapture(event.pointerId);
    const bottom = this.host.getBoundingClientRect().bottom;
    line.onpointermove = at => this.move((bottom - at.clientY) / Math.max(1, this.host.clientHeight));
    line.onpointerup = line.onpointercancel = () => { line.onpointermove = null; };
  };

  readonly key = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 0.03, ArrowDown: -0.03 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      this.move(this.share + by);
    }
  };
}
