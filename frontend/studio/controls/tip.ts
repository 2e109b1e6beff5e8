import { deepFocus } from '../menu/tutti-menu';

/**
 * Tooltips: whatever has `data-tip` says it when the pointer rests on it or the focus reaches it. One box for the whole
 * page, found through shadow roots. Events that enter or focus an element do not leave a shadow root in which both ends lie,
 * so moves of the pointer and keys are listened to instead.
 */
export class Tips {
  private readonly box = document.createElement('div');
  private timer = 0;
  private shownFor: Element | null = null;
  private focused: Element | null = null;

  constructor(private readonly root: HTMLElement) {
    this.box.setAttribute('role', 'tooltip');
    this.box.style.cssText = `position:fixed;z-index:60;pointer-events:none;display:none;max-width:280px;padding:4px 8px;
      border-radius:4px;background:var(--tutti-ground-pressed);color:var(--tutti-text);box-shadow:var(--tutti-shadow);
      font:500 var(--tutti-size-small)/1.4 var(--tutti-font);white-space:pre-wrap`;
  }

  connect(): void {
    this.root.shadowRoot?.append(this.box);
    this.root.addEventListener('pointermove', this.over);
    this.root.addEventListener('pointerleave', this.leave);
    this.root.addEventListener('pointerdown', this.hide);
    window.addEventListener('keydown', this.hide);
    window.addEventListener('keyup', this.focus);
  }

  disconnect(): void {
    this.leave();
    this.box.remove();
    this.root.removeEventListener('pointermove', this.over);
    this.root.removeEventListener('pointerleave', this.leave);
    this.root.removeEventListener('pointerdown', this.hide);
    window.removeEventListener('keydown', this.hide);
    window.removeEventListener('keyup', this.focus);
  }

  private readonly over = (event: PointerEvent): void => {
    const target = tipped(event.composedPath());
    const moved = event.movementX !== 0 || event.movementY !== 0; // a page that changes under a resting pointer tells of it, too
    if (moved && target !== this.shownFor) {
      this.hide();
      this.shownFor = target;
      if (target && event.pointerType === 'mouse') {
        this.timer = window.setTimeout(() => this.show(target), 450);
      }
    }
  };

  private readonly focus = (): void => {
    const focused = deepFocus();
    if (focused === this.focused) {
      return;
    }
    this.focused = focused;
    const target = focused?.matches(':focus-visible') ? tipped(ancestors(focused)) : null;
    if (target) {
      this.hide();
      this.shownFor = target;
      this.show(target);
    }
  };

  private readonly hide = (): void => {
    window.clearTimeout(this.timer);
    this.box.style.display = 'none';
  };

  private readonly leave = (): void => {
    this.hide();
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

function* ancestors(element: Element): Iterable<EventTarget> {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    yield node;
  }
}

function tipped(path: Iterable<EventTarget>): Element | null {
  for (const node of path) {
    if (node instanceof Element && node.hasAttribute('data-tip')) {
      return node;
    }
  }
  return null;
}
