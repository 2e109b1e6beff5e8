/**
 * Tooltips: whatever has `data-tip` says it when the pointer rests on it or the focus reaches it. One box for the whole
 * page, found through shadow roots by the event's path.
 */
export class Tips {
  private readonly box = document.createElement('div');
  private timer = 0;
  private shownFor: Element | null = null;

  constructor(private readonly root: HTMLElement) {
    this.box.setAttribute('role', 'tooltip');
    this.box.style.cssText = `position:fixed;z-index:60;pointer-events:none;display:none;max-width:280px;padding:4px 8px;
      border-radius:4px;background:var(--tutti-ground-pressed);color:var(--tutti-text);box-shadow:var(--tutti-shadow);
      font:500 var(--tutti-size-small)/1.4 var(--tutti-font);white-space:pre-wrap`;
  }

  connect(): void {
    this.root.shadowRoot?.append(this.box);
    this.root.addEventListener('pointerover', this.over);
    this.root.addEventListener('pointerdown', this.hide);
    this.root.addEventListener('focusin', this.focus);
    this.root.addEventListener('focusout', this.hide);
    this.root.addEventListener('keydown', this.hide);
  }

  disconnect(): void {
    this.hide();
    this.box.remove();
    this.root.removeEventListener('pointerover', this.over);
    this.root.removeEventListener('pointerdown', this.hide);
    this.root.removeEventListener('focusin', this.focus);
    this.root.removeEventListener('focusout', this.hide);
    this.root.removeEventListener('keydown', this.hide);
  }

  private readonly over = (event: PointerEvent): void => {
    const target = tipped(event);
    if (target !== this.shownFor) {
      this.hide();
      this.shownFor = target;
      if (target && event.pointerType === 'mouse') {
        this.timer = window.setTimeout(() => this.show(target), 450);
      }
    }
  };

  private readonly focus = (event: FocusEvent): void => {
    const target = tipped(event);
    if (target?.matches(':focus-visible')) {
      this.hide();
      this.shownFor = target;
      this.show(target);
    }
  };

  private readonly hide = (): void => {
    window.clearTimeout(this.timer);
    this.box.style.display = 'none';
    this.shownFor = null;
  };

  private show(target: Element): void {
    const text = target.getAttribute('data-tip');
    const place = target.getBoundingClientRect();
    if (!text || place.width === 0) {
      return;
    }
    this.box.textContent = text;
    this.box.style.display = 'block';
    const { width, height } = this.box.getBoundingClientRect();
    const left = Math.min(window.innerWidth - width - 6, Math.max(6, place.left + place.width / 2 - width / 2));
    const below = place.bottom + 6 + height < window.innerHeight;
    this.box.style.left = `${left}px`;
    this.box.style.top = `${below ? place.bottom + 6 : place.top - height - 6}px`;
  }
}

function tipped(event: Event): Element | null {
  for (const node of event.composedPath()) {
    if (node instanceof Element && node.hasAttribute('data-tip')) {
      return node;
    }
  }
  return null;
}
