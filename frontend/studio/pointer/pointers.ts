import { forget, paintSoon } from '../canvas/frames';
import { MAC } from '../commands/keys';
import type { At, Gesture, Touchable } from './pointing';

const LONG_PRESS = 500;
const SLOP = 8;
const DOUBLE_TAP = 320;

/** Turns the events of mouse, pen and fingers into presses, drags, pans, pinches and menus. */
export class Pointers {
  private gesture: Gesture | null = null;
  private last: At | null = null;
  private readonly fingers = new Map<number, At>();
  private first: At | null = null;
  private panning = false;
  private spread = 0;
  private longPress = 0;
  private lastTap: { time: number; at: At } | null = null;
  private readonly stops: (() => void)[] = [];

  constructor(private readonly element: HTMLElement, private readonly target: Touchable) {
    this.on(element, 'pointerdown', this.down);
    this.on(element, 'pointermove', this.move);
    this.on(element, 'pointerup', this.up);
    this.on(element, 'pointercancel', this.lost);
    this.on(element, 'pointerleave', () => this.gesture || this.target.hover(null));
    this.on(element, 'dblclick', event => this.target.doublePress(this.at(event)));
    this.on(element, 'contextmenu', this.contextMenu);
    this.on(element, 'keydown', this.key);
    this.on(element, 'wheel', this.wheel);
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && this.gesture) {
        event.stopPropagation();
        this.cancel();
      }
    };
    window.addEventListener('keydown', escape, true);
    this.stops.push(() => window.removeEventListener('keydown', escape, true));
  }

  close(): void {
    this.cancel();
    this.stops.forEach(stop => stop());
  }

  /** Whether something is being dragged. */
  get busy(): boolean {
    return this.gesture !== null;
  }

  private on<K extends keyof HTMLElementEventMap>(element: HTMLElement, type: K, then: (event: HTMLElementEventMap[K]) => void): void {
    element.addEventListener(type, then, { passive: false });
    this.stops.push(() => element.removeEventListener(type, then));
  }

  private at(event: MouseEvent): At {
    const place = this.element.getBoundingClientRect();
    return {
      x: event.clientX - place.left, y: event.clientY - place.top, clientX: event.clientX, clientY: event.clientY,
      touch: event instanceof PointerEvent && event.pointerType === 'touch',
      shift: event.shiftKey, alt: event.altKey, free: event.ctrlKey || event.metaKey
    };
  }

  private readonly down = (event: PointerEvent): void => {
    const at = this.at(event);
    this.element.focus({ preventScroll: true });
    try {
      this.element.setPointerCapture(event.pointerId);
    } catch {
      return; // the pointer is already gone
    }
    if (at.touch) {
      this.fingerDown(event.pointerId, at);
    } else if (event.button === 1) {
      event.preventDefault();
      this.panning = true;
      this.last = at;
    } else if (event.button === 0 && !(MAC && event.ctrlKey)) { // a Mac's Ctrl press is its right press
      this.gesture = this.target.press(at);
      this.last = at;
    }
  };

  private readonly move = (event: PointerEvent): void => {
    const at = this.at(event);
    if (at.touch) {
      this.fingerMove(event.pointerId, at);
    } else if (this.panning && this.last) {
      this.target.pan(at.x - this.last.x, at.y - this.last.y);
      this.last = at;
    } else if (this.gesture) {
      this.drag(at);
    } else {
      this.target.hover(at);
    }
  };

  private readonly up = (event: PointerEvent): void => {
    const at = this.at(event);
    if (at.touch) {
      this.fingerUp(event.pointerId, at);
    } else if (event.button === 1) {
      this.panning = false;
    } else {
      this.finish(at);
    }
  };

  private readonly lost = (event: PointerEvent): void => {
    this.fingers.delete(event.pointerId);
    this.cancel();
  };

  private drag(at: At): void {
    this.last = at;
    this.gesture?.move(at);
    paintSoon(this.creep);
  }

  /** While the pointer rests over an edge the drawing scrolls on under it. */
  private readonly creep = (): void => {
    if (this.gesture && this.last && this.target.atEdge(this.last)) {
      this.gesture.move(this.last);
      requestAnimationFrame(() => paintSoon(this.creep));
    }
  };

  private finish(at: At): void {
    const gesture = this.gesture;
    this.gesture = null;
    forget(this.creep);
    gesture?.end(at);
  }

  private cancel(): void {
    window.clearTimeout(this.longPress);
    const gesture = this.gesture;
    this.gesture = null;
    this.panning = false;
    gesture?.cancel();
  }

  private fingerDown(id: number, at: At): void {
    this.fingers.set(id, at);
    window.clearTimeout(this.longPress);
    if (this.fingers.size === 1) {
      this.first = this.last = at;
      this.panning = false;
      this.longPress = window.setTimeout(() => {
        if (this.first && !this.gesture && !this.panning) {
          this.first = null;
          this.target.menu(at);
        }
      }, LONG_PRESS);
    } else {
      this.cancel();
      this.first = null;
      this.spread = this.distance();
    }
  }

  private fingerMove(id: number, at: At): void {
    const before = this.fingers.get(id);
    if (!before) {
      return;
    }
    this.fingers.set(id, at);
    if (this.fingers.size === 2) {
      this.pinch(before, at);
    } else if (this.gesture) {
      this.drag(at);
    } else if (this.panning) {
      this.target.pan(at.x - before.x, at.y - before.y);
    } else if (this.first && Math.hypot(at.x - this.first.x, at.y - this.first.y) > SLOP) {
      window.clearTimeout(this.longPress);
      if (this.target.holds(this.first)) {
        this.gesture = this.target.press(this.first);
        this.drag(at);
      } else {
        this.panning = true;
        this.target.pan(at.x - this.first.x, at.y - this.first.y);
      }
    }
  }

  private fingerUp(id: number, at: At): void {
    window.clearTimeout(this.longPress);
    this.fingers.delete(id);
    if (this.gesture) {
      this.finish(at);
    } else if (this.first && !this.panning) {
      const previous = this.lastTap;
      this.lastTap = { time: performance.now(), at };
      if (previous && this.lastTap.time - previous.time < DOUBLE_TAP && Math.hypot(at.x - previous.at.x, at.y - previous.at.y) < 24) {
        this.lastTap = null;
        this.target.doublePress(at);
      } else {
        this.target.tap(at);
      }
    }
    this.first = null;
    this.panning = false;
  }

  private distance(): number {
    const [one, other] = [...this.fingers.values()];
    return Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
  }

  private pinch(before: At, now: At): void {
    const spread = this.distance();
    const [one, other] = [...this.fingers.values()];
    const middle = { ...now, x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
    this.target.zoom(spread / this.spread, middle, Math.abs(one.x - other.x) >= Math.abs(one.y - other.y));
    this.target.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    this.spread = spread;
  }

  private readonly contextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    if (this.gesture || (event instanceof PointerEvent && event.pointerType === 'touch')) {
      return;
    }
    if (event.button === 2 || event.ctrlKey) {
      this.target.menu(this.at(event));
    } else {
      this.menuByKeys(); // the browser knows the drawing only, not what is chosen in it
    }
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (MAC && event.key === 'F10' && event.shiftKey) { // elsewhere the browser makes a contextmenu of it, and of the menu key
      event.preventDefault();
      event.stopPropagation();
      this.menuByKeys();
    }
  };

  private menuByKeys(): void {
    const { x, y } = this.target.menuPlace();
    const place = this.element.getBoundingClientRect();
    this.target.menu({ x, y, clientX: place.left + x, clientY: place.top + y, touch: false, shift: false, alt: false, free: false });
  }

  private readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const at = this.at(event);
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    if (event.ctrlKey || event.metaKey) {
      this.target.zoom(Math.exp(-event.deltaY * unit * (Math.abs(event.deltaY) < 50 ? 0.01 : 0.0025)), at, true);
    } else if (event.altKey) {
      this.target.zoom(Math.exp(-event.deltaY * unit * 0.0025), at, false);
    } else if (event.shiftKey) {
      this.target.pan(-(event.deltaY || event.deltaX) * unit, 0);
    } else {
      this.target.pan(-event.deltaX * unit, -event.deltaY * unit);
    }
  };
}
