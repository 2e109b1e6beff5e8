import { SUSTAIN } from '../../song/playing-core';
import { isWriting } from '../commands/keys';
import type { Keyboards } from './keyboards';

/** Places on the keyboard, by their names on an American one, from the first key of the octave up. */
export const PLACES = ['KeyA', 'KeyW', 'KeyS', 'KeyE', 'KeyD', 'KeyF', 'KeyT', 'KeyG', 'KeyY', 'KeyH', 'KeyU', 'KeyJ', 'KeyK', 'KeyO', 'KeyL',
  'KeyP', 'Semicolon', 'Quote'];
const SOFTER = 8;

type Layout = ReadonlyMap<string, string>;

/**
 * The computer keyboard as a piano, while it is switched on: two rows play, `Z` and `X` move by an octave, `C` and `V` make
 * it softer and louder, `B` is the pedal. Keys with Ctrl, Alt or Shift stay shortcuts, and so do those that play nothing.
 */
export class ComputerKeys {
  on = false;
  velocity = 96;
  sustained = false;
  private octaves = 0;
  private readonly held = new Map<string, number>();
  private layout: Layout | null = null;

  constructor(private readonly keyboards: Keyboards) {}

  /** The pitch of the first key: middle C, the bass drum on drum tracks. */
  get base(): number { return (this.keyboards.track?.type === 'drums' ? 36 : 60) + 12 * this.octaves; }

  turn(on: boolean): void {
    if (on === this.on) {
      return;
    }
    this.on = on;
    if (on) {
      window.addEventListener('keydown', this.down, true);
      window.addEventListener('keyup', this.up, true);
      window.addEventListener('blur', this.letGo);
      void this.learnLayout();
    } else {
      window.removeEventListener('keydown', this.down, true);
      window.removeEventListener('keyup', this.up, true);
      window.removeEventListener('blur', this.letGo);
      this.letGo();
    }
    this.keyboards.tell();
  }

  octave(by: number): void {
    this.octaves = Math.max(-3, Math.min(3, this.octaves + by));
    this.keyboards.tell();
  }

  setVelocity(velocity: number): void {
    this.velocity = Math.max(1, Math.min(127, Math.round(velocity)));
    this.keyboards.tell();
  }

  sustain(down: boolean, at = performance.now()): void {
    if (down !== this.sustained) {
      this.sustained = down;
      this.keyboards.control(SUSTAIN, down ? 127 : 0, at);
      this.keyboards.tell();
    }
  }

  /** What the person's own keyboard has at the place that plays a pitch; nothing if none does. */
  letter(pitch: number): string {
    const place = PLACES[pitch - this.base];
    return place === undefined ? '' : this.layout?.get(place)?.toUpperCase() ?? ({ Semicolon: ';', Quote: "'" }[place] ?? place.slice(3));
  }

  private async learnLayout(): Promise<void> {
    const keyboard = (navigator as { keyboard?: { getLayoutMap(): Promise<Layout> } }).keyboard;
    this.layout = await keyboard?.getLayoutMap().catch(() => null) ?? null;
    this.keyboards.tell();
  }

  private readonly down = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isWriting(event) || inDialog(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }
    const place = PLACES.indexOf(event.code);
    if (place >= 0) {
      if (!event.repeat) {
        const pitch = this.base + place;
        this.held.set(event.code, pitch);
        this.keyboards.press(pitch, this.velocity, event.timeStamp);
      }
    } else if (!this.settles(event)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** The keys that don't play but change how it plays. */
  private settles(event: KeyboardEvent): boolean {
    switch (event.code) {
      case 'KeyZ': this.octave(-1); return true;
      case 'KeyX': this.octave(1); return true;
      case 'KeyC': this.setVelocity(this.velocity - SOFTER); return true;
      case 'KeyV': this.setVelocity(this.velocity + SOFTER); return true;
      case 'KeyB': this.sustain(true, event.timeStamp); return true;
      case 'Escape': this.turn(false); return true;
      default: return false;
    }
  }

  private readonly up = (event: KeyboardEvent): void => {
    const pitch = this.held.get(event.code);
    if (pitch !== undefined) {
      this.held.delete(event.code);
      this.keyboards.release(pitch, event.timeStamp);
      event.stopPropagation();
    } else if (event.code === 'KeyB' && this.sustained) {
      this.sustain(false, event.timeStamp);
      event.stopPropagation();
    }
  };

  private readonly letGo = (): void => {
    const now = performance.now();
    this.held.forEach(pitch => this.keyboards.release(pitch, now));
    this.held.clear();
    this.sustain(false, now);
  };
}

/** Keys in a dialog over the studio are the dialog's own. */
function inDialog(event: Event): boolean {
  return event.composedPath().some(each => each instanceof HTMLDialogElement);
}
