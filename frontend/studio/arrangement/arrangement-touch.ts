import { NONE } from '../../song/song';
import { choose } from '../alternatives/forms-at-hand';
import { formUnder } from '../alternatives/paint-forms';
import { openMenu } from '../menu/menu';
import type { At, Gesture, Touchable } from '../pointer/pointing';
import { fadeGesture, fadeUnder } from '../sound/fade-gestures';
import { lockSignsUnder } from '../locks/arrangement-locks';
import { signEntries } from '../locks/lock-actions';
import { locksWords } from '../locks/lock-words';
import { pinUnder } from '../together/pins';
import { addClip } from '../workspace/clip-actions';
import { bandGesture, drawGesture, moveGesture, placeCaret, resizeGesture } from './clip-gestures';
import { clipUnder, itemUnder } from './find';
import { addItem, itemGesture } from './lane-gestures';
import { LOOP_STRIP, LOOP_STRIP_TOUCH, RULER } from './layout';
import { openLyricField } from './lyric-field';
import { menuPlace } from './menu-place';
import { entriesAt } from './menus';
import { loopGesture, seekGesture } from './ruler-gestures';
import type { ArrangementStage } from './stage';

const EDGE = 24;

/** What pressing, tapping and hovering mean on the arrangement, place by place. */
export class ArrangementTouch implements Touchable {
  constructor(private readonly stage: ArrangementStage) {}

  press(at: At): Gesture | null {
    const { workspace: w, layout } = this.stage;
    w.goTo('arrangement');
    const pin = pinUnder(w, layout, at.x, at.y, at.touch);
    if (pin) {
      w.discussion.open(pin.thread.first.handle);
      return null;
    }
    const form = formUnder(w, layout, at.x, at.y, at.touch);
    if (form) {
      w.laneItems.set([form.section.handle]);
      choose(w, form.section, form.form, form.name);
      return null;
    }
    if (this.pressLock(at)) {
      return null;
    }
    if (at.y < RULER) {
      return at.y < (at.touch ? LOOP_STRIP_TOUCH : LOOP_STRIP) ? loopGesture(this.stage, at) : seekGesture(this.stage, at);
    }
    if (at.y < layout.top) {
      const found = itemUnder(w, layout, at.x, at.y);
      w.laneItems.set(found && found.item.handle !== NONE ? [found.item.handle] : []);
      return found ? itemGesture(this.stage, at, found.item, found.part) : null;
    }
    const fade = at.shift || at.alt ? null : fadeUnder(this.stage, at.x, at.y, at.touch);
    if (fade) {
      return fadeGesture(this.stage, fade.clip, fade.edge);
    }
    const found = clipUnder(w, layout, at.x, at.y, at.touch);
    if (!found) {
      const track = layout.trackAt(at.y);
      return w.tools.arrangement === 'draw' && track !== NONE ? drawGesture(this.stage, at, track) : bandGesture(this.stage, at);
    }
    w.laneItems.clear();
    w.caret.track = layout.trackAt(at.y);
    const wasChosen = w.clips.has(found.clip);
    if (at.shift && !at.alt) {
      w.clips.toggle(found.clip);
    } else if (!wasChosen) {
      w.clips.set([found.clip]);
    }
    w.open(found.clip);
    if (!w.clips.has(found.clip)) {
      return null;
    }
    return found.part === 'body' || at.alt
      ? moveGesture(this.stage, at, found.clip, wasChosen)
      : resizeGesture(this.stage, at, found.clip, found.part);
  }

  /** The sign of a lock says whose it is, and offers to release it. */
  private pressLock(at: At): boolean {
    const { workspace: w, layout, element } = this.stage;
    const locks = lockSignsUnder(w, layout, at.x, at.y, at.touch);
    if (locks.length > 0) {
      openMenu(element, { x: at.clientX, y: at.clientY, ...signEntries(w, locks) });
    }
    return locks.length > 0;
  }

  holds(at: At): boolean {
    const { workspace: w, layout } = this.stage;
    if (at.y < layout.top) {
      return at.y < RULER || itemUnder(w, layout, at.x, at.y) !== null;
    }
    const found = clipUnder(w, layout, at.x, at.y, true);
    return found ? w.clips.has(found.clip) : w.tools.arrangement === 'draw';
  }

  tap(at: At): void {
    const { workspace: w, layout } = this.stage;
    w.goTo('arrangement');
    if (pinUnder(w, layout, at.x, at.y, true) || lockSignsUnder(w, layout, at.x, at.y, true).length > 0) {
      this.press(at);
      return;
    }
    const found = clipUnder(w, layout, at.x, at.y, true);
    if (found) {
      w.clips.set([found.clip]);
      w.open(found.clip);
    } else if (at.y < layout.top) {
      this.press(at)?.end(at);
    } else {
      w.clips.clear();
      placeCaret(this.stage, at);
    }
  }

  doublePress(at: At): void {
    const { workspace: w, layout } = this.stage;
    const tick = Math.max(0, layout.axis.tick(at.x));
    const lane = at.y < RULER ? undefined : layout.laneAt(at.y);
    if (lane?.name === 'lyrics') {
      openLyricField(this.stage, tick);
      return;
    }
    if (lane) {
      const item = itemUnder(w, layout, at.x, at.y)?.item ?? addItem(w, lane.name, tick);
      if (item) {
        this.stage.write(item);
      }
      return;
    }
    if (at.y < layout.top) {
      return;
    }
    const found = clipUnder(w, layout, at.x, at.y, at.touch);
    const track = layout.trackAt(at.y);
    if (found) {
      w.open(found.clip);
      w.showEditor(true);
      w.goTo('notes');
    } else if (w.seen.track(track)?.type === 'folder') {
      w.tree.fold(track, !w.tree.isFolded(track));
    } else if (track !== NONE && w.tools.arrangement === 'select') {
      addClip(w, track, tick);
    }
  }

  menu(at: At): void {
    const { title, entries } = entriesAt(this.stage, at);
    openMenu(this.stage.element, { x: at.clientX, y: at.clientY, title, entries });
  }

  menuPlace(): { x: number; y: number } {
    return menuPlace(this.stage.workspace, this.stage.layout);
  }

  hover(at: At | null): void {
    const { workspace: w, layout, element } = this.stage;
    if (!at) {
      w.song.point(NONE, 0, 0);
      return;
    }
    const locks = lockSignsUnder(w, layout, at.x, at.y, false);
    if (locks.length > 0 || this.stage.says) {
      this.stage.says = locks.length > 0 ? { text: locksWords(locks), x: at.x, y: Math.max(at.y, 30) } : null;
      this.stage.redrawOverlay();
    }
    element.style.cursor = locks.length > 0 || formUnder(w, layout, at.x, at.y, false) ? 'pointer' : this.cursor(at);
    w.song.point(layout.trackAt(at.y), Math.max(0, Math.round(layout.axis.tick(at.x))), 0);
  }

  private cursor(at: At): string {
    const { workspace: w, layout } = this.stage;
    if (pinUnder(w, layout, at.x, at.y, false)) {
      return 'pointer';
    }
    if (at.y < RULER) {
      return at.y < LOOP_STRIP ? 'grab' : 'text';
    }
    if (at.y < layout.top) {
      return itemUnder(w, layout, at.x, at.y)?.part === 'right' ? 'ew-resize' : 'default';
    }
    if (!at.alt && fadeUnder(this.stage, at.x, at.y, false)) {
      return 'pointer';
    }
    const found = clipUnder(w, layout, at.x, at.y, false);
    if (found) {
      return at.alt ? 'copy' : found.part === 'body' ? 'grab' : 'ew-resize';
    }
    return w.tools.arrangement === 'draw' ? 'crosshair' : 'default';
  }

  pan(dx: number, dy: number): void {
    const { workspace: w, layout } = this.stage;
    layout.axis.scrollBy(-dx);
    layout.scrollTo(layout.scroll - dy);
    w.lookAway('arrangement');
  }

  zoom(factor: number, at: At, across: boolean): void {
    const { workspace: w, layout } = this.stage;
    if (across) {
      layout.axis.zoom(factor, at.x);
    } else {
      w.trackZoom = Math.min(3, Math.max(0.5, w.trackZoom * factor));
    }
    w.lookAway('arrangement');
  }

  atEdge(at: At): boolean {
    const { layout } = this.stage;
    const across = at.x > layout.width - EDGE ? at.x - layout.width + EDGE : at.x < EDGE && layout.axis.left > 0 ? at.x - EDGE : 0;
    const inTracks = at.y > layout.top || layout.scroll > 0;
    const down = at.y > layout.height - EDGE ? at.y - layout.height + EDGE : inTracks && at.y > RULER && at.y < layout.top + EDGE / 2 && layout.scroll > 0 ? -6 : 0;
    if (across === 0 && down === 0) {
      return false;
    }
    layout.axis.scrollBy(Math.max(-24, Math.min(24, across)));
    layout.scrollTo(layout.scroll + Math.min(16, down));
    this.stage.workspace.viewChanged('arrangement');
    return true;
  }
}
