import { NONE, NOTE_STRIDE, Note } from '../../song/song';
import { openMenu } from '../menu/menu';
import type { At, Gesture, Touchable } from '../pointer/pointing';
import { snapped } from '../time/grid-step';
import { muteDrum, showAllDrums } from '../workspace/pattern-actions';
import { drumEntries, hitEntries, stepEntries } from './drum-menus';
import { locksOnGrid } from '../locks/editor-locks';
import { signEntries } from '../locks/lock-actions';
import { lockWords, locksWords } from '../locks/lock-words';
import { DRUMS_RULER } from './drums-layout';
import type { DrumsStage } from './drums-stage';
import { drumNameGesture, hitBandGesture, hitGesture, paintGesture } from './hit-gestures';

const EDGE = 24;
const SLACK = 1;

/** What pressing, tapping and hovering mean in the drum grid, place by place. */
export class DrumsTouch implements Touchable {
  constructor(private readonly stage: DrumsStage) {}

  press(at: At): Gesture | null {
    const { workspace: w, layout } = this.stage;
    w.goTo('notes');
    if (w.content === NONE) {
      return null;
    }
    if (at.y < DRUMS_RULER) {
      const locks = locksOnGrid(w, layout, at.x, at.y);
      if (locks.length > 0) {
        openMenu(this.stage.element, { x: at.clientX, y: at.clientY, ...signEntries(w, locks) });
      }
      return at.x < layout.names || locks.length > 0 ? null : this.seek(at);
    }
    const drum = layout.drumAt(at.y);
    if (at.x < layout.names) {
      return this.pressName(at);
    }
    if (!drum) {
      return null;
    }
    const found = this.hit(at, drum.pitch);
    const step = layout.stepAt(drum.pitch, Math.floor(layout.tick(at.x)));
    if (at.shift) {
      if (found >= 0) {
        w.notes.toggle(layout.heard.notes[found * NOTE_STRIDE]!);
        return null;
      }
      return hitBandGesture(this.stage, at);
    }
    if (found >= 0) {
      return hitGesture(this.stage, at, found, step ?? { pitch: drum.pitch, tick: Math.round(layout.tick(at.x)), begin: 0, length: layout.stepOf(drum.pitch) });
    }
    return step && paintGesture(this.stage, step, true);
  }

  private hit(at: At, pitch: number): number {
    const { layout } = this.stage;
    return layout.hitAt(pitch, layout.tick(at.x), (at.touch ? 4 : SLACK) / layout.axis.scale);
  }

  private pressName(at: At): Gesture | null {
    const { workspace: w, layout } = this.stage;
    if (layout.isMore(at.y)) {
      showAllDrums(w);
      return null;
    }
    const drum = layout.drumAt(at.y);
    if (!drum) {
      return null;
    }
    if (at.x >= layout.mutes) {
      muteDrum(w, drum.pitch);
      return null;
    }
    return drumNameGesture(this.stage, at, drum.pitch);
  }

  private seek(from: At): Gesture {
    const { workspace: w, layout } = this.stage;
    const before = w.song.transport.playhead;
    const go = (at: At) => w.song.transport.seek(snapped(w.song, Math.max(0, layout.tick(at.x)), w.step('notes', at.free)));
    go(from);
    return { move: go, end: () => this.stage.redrawOverlay(), cancel: () => w.song.transport.seek(before) };
  }

  /** Fingers paint along a drum and drag velocities; beside the steps they scroll. */
  holds(at: At): boolean {
    const { layout } = this.stage;
    const drum = layout.drumAt(at.y);
    return at.y > DRUMS_RULER && drum !== undefined && at.x >= layout.names
      && (this.hit(at, drum.pitch) >= 0 || this.stage.workspace.tools.notes === 'draw' && layout.stepAt(drum.pitch, Math.floor(layout.tick(at.x))) !== null);
  }

  tap(at: At): void {
    this.press(at)?.end(at);
  }

  /** Two quick taps are two taps; a pointer's presses were heard already. */
  doublePress(at: At): void {
    if (at.touch) {
      this.tap(at);
    }
  }

  menu(at: At): void {
    const { workspace: w, layout, element } = this.stage;
    const drum = layout.drumAt(at.y);
    if (w.content === NONE || !drum || at.y < DRUMS_RULER) {
      return;
    }
    w.goTo('notes');
    w.caret.pitch = drum.pitch;
    if (at.x < layout.names) {
      openMenu(element, { x: at.clientX, y: at.clientY, ...drumEntries(w, layout, drum) });
      return;
    }
    w.caret.tick = Math.max(0, Math.floor(layout.tick(at.x)));
    const found = this.hit(at, drum.pitch);
    const handle = found < 0 ? NONE : layout.heard.notes[found * NOTE_STRIDE]!;
    if (handle !== NONE && !w.notes.has(handle)) {
      w.notes.set([handle]);
    }
    openMenu(element, { x: at.clientX, y: at.clientY, ...(handle === NONE ? stepEntries(w, layout, drum) : hitEntries(w)) });
  }

  /** The hit chosen last, else the step at the caret. */
  menuPlace(): { x: number; y: number } {
    const { workspace: w, layout } = this.stage;
    const { notes } = layout.heard;
    let pitch = w.caret.pitch;
    let tick = w.caret.tick;
    for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
      if (notes[at] === w.notes.all().at(-1)) {
        pitch = notes[at + Note.pitch]!;
        tick = layout.from + notes[at + Note.start]!;
        break;
      }
    }
    layout.axis.reveal(tick);
    layout.reveal(pitch);
    w.viewChanged('notes');
    return { x: layout.x(tick) + 2, y: layout.rowTop(layout.row(pitch)) + layout.rowHeight / 2 };
  }

  hover(at: At | null): void {
    const { workspace: w, layout, element } = this.stage;
    this.stage.ghost = null;
    if (!at || w.content === NONE) {
      w.song.point(NONE, 0, 0);
      this.stage.redrawOverlay();
      return;
    }
    const drum = at.y > DRUMS_RULER ? layout.drumAt(at.y) : undefined;
    const inSteps = drum !== undefined && at.x >= layout.names;
    const found = inSteps ? this.hit(at, drum.pitch) : -1;
    const step = inSteps ? layout.stepAt(drum.pitch, Math.floor(layout.tick(at.x))) : null;
    const locks = at.y < DRUMS_RULER ? locksOnGrid(w, layout, at.x, at.y) : [];
    const lock = found < 0 ? undefined : w.song.locks.notes().get(layout.heard.notes[found * NOTE_STRIDE]!);
    this.stage.says = lock || locks.length > 0 ? { text: lock ? lockWords(lock) : locksWords(locks), x: at.x, y: Math.max(at.y, 30) } : null;
    if (found < 0 && step && !at.shift) {
      this.stage.ghost = step;
    }
    element.style.cursor = found >= 0 ? (at.alt ? 'ew-resize' : 'ns-resize') : step ? 'pointer' : at.x < layout.names ? 'pointer' : at.y < DRUMS_RULER ? 'text' : 'default';
    const clip = w.openedClip;
    if (inSteps && clip) {
      w.song.point(w.content, Math.max(0, Math.round(layout.tick(at.x) - clip.start + clip.offset)), drum.pitch);
    }
    this.stage.redrawOverlay();
  }

  pan(dx: number, dy: number): void {
    const { workspace: w, layout } = this.stage;
    layout.axis.scrollBy(-dx);
    layout.scrollTo(layout.scroll - dy);
    w.lookAway('notes');
  }

  zoom(factor: number, at: At, across: boolean): void {
    const { workspace: w, layout } = this.stage;
    if (across) {
      layout.axis.zoom(factor, at.x - layout.names);
    } else {
      w.rowHeight = Math.min(32, Math.max(8, w.rowHeight * factor));
    }
    w.lookAway('notes');
  }

  atEdge(at: At): boolean {
    const { workspace: w, layout } = this.stage;
    const dx = at.x > layout.width - EDGE ? 10 : at.x < layout.names + EDGE && at.x >= layout.names ? -10 : 0;
    if (dx === 0 || (dx < 0 && layout.axis.left <= Math.max(0, layout.from - 480)) || (dx > 0 && layout.axis.right >= layout.to)) {
      return false;
    }
    layout.axis.scrollBy(dx);
    w.lookAway('notes');
    return true;
  }
}
