import { NONE } from '../../song/song';
import { LINE, item, openMenu, type MenuEntry } from '../menu/menu';
import type { At, Gesture, Touchable } from '../pointer/pointing';
import { snapped, snappedDown, stepLength } from '../time/grid-step';
import { POINT_STRIDE, removePoints, shownController, shownPoints } from '../workspace/control-actions';
import { addNotes, chosenNotes, removeNotes } from '../workspace/note-actions';
import { drawnPitches } from '../workspace/shape-actions';
import { cutGesture, eraseGesture, lassoGesture, paintGesture } from './brush-gestures';
import { noteUnder, stalkUnder, type FoundNote } from './find-note';
import { lanePathGesture, mostShown, pointBandGesture, pointGesture, pointUnder } from './lane-gestures';
import { locksOnRoll } from '../locks/editor-locks';
import { noteLockEntry, signEntries } from '../locks/lock-actions';
import { lockWords, locksWords } from '../locks/lock-words';
import { laneName } from './lane-names';
import { menuPlace } from './menu-place';
import { drawNoteGesture, keyGesture, moveNotesGesture, noteBandGesture, placeNoteCaret, resizeNotesGesture, velocityGesture } from './note-gestures';
import { NOTES_RULER } from './notes-layout';
import type { NotesStage } from './notes-stage';
import { t } from '../../words/words';

const EDGE = 24;
const VELOCITIES = [32, 64, 96, 112, 127];

/** What pressing, tapping and hovering mean in the piano roll, place by place. */
export class NotesTouch implements Touchable {
  constructor(private readonly stage: NotesStage) {}

  press(at: At): Gesture | null {
    const { workspace: w, layout } = this.stage;
    w.goTo('notes');
    if (w.content === NONE) {
      return null;
    }
    if (at.x < layout.keys) {
      return at.y > NOTES_RULER && at.y < layout.bottom ? keyGesture(this.stage, at) : null;
    }
    if (at.y < NOTES_RULER) {
      const locks = locksOnRoll(w, layout, at.x, at.y);
      if (locks.length === 0) {
        return this.seek(at);
      }
      openMenu(this.stage.element, { x: at.clientX, y: at.clientY, ...signEntries(w, locks) });
      return null;
    }
    if (at.y > layout.bottom) {
      return this.pressLane(at);
    }
    w.controls.clear();
    const tool = w.tools.notes;
    if (tool === 'erase' || tool === 'cut') {
      return tool === 'erase' ? eraseGesture(this.stage, at) : cutGesture(this.stage, at);
    }
    const found = noteUnder(w, layout, at.x, at.y, at.touch);
    if (!found) {
      return this.pressNothing(at);
    }
    const wasChosen = w.notes.has(found.note);
    if (at.shift && !at.alt) {
      w.notes.toggle(found.note);
    } else if (!wasChosen) {
      w.notes.set([found.note]);
    }
    if (!w.notes.has(found.note)) {
      return null;
    }
    return found.part === 'body' || at.alt
      ? moveNotesGesture(this.stage, at, found, wasChosen)
      : resizeNotesGesture(this.stage, at, found, found.part);
  }

  private pressNothing(at: At): Gesture {
    switch (this.stage.workspace.tools.notes) {
      case 'lasso': return lassoGesture(this.stage, at);
      case 'draw': return at.shift ? noteBandGesture(this.stage, at) : drawNoteGesture(this.stage, at);
      case 'paint': return at.shift ? noteBandGesture(this.stage, at) : paintGesture(this.stage, at);
      default: return noteBandGesture(this.stage, at);
    }
  }

  /** The lane: what stands there is dragged; else pencil and brush draw through it, with Alt straight, and others choose. */
  private pressLane(at: At): Gesture | null {
    const { workspace: w, layout } = this.stage;
    const tool = w.tools.notes;
    const draws = !at.shift && (at.alt || tool === 'draw' || tool === 'paint');
    if (shownController(w) !== null) {
      const point = tool === 'erase' ? -1 : pointUnder(this.stage, at.x, at.y, at.touch);
      return point >= 0 ? pointGesture(this.stage, at, point)
        : draws ? lanePathGesture(this.stage, at, at.alt) : pointBandGesture(this.stage, at, tool === 'erase');
    }
    const stalk = at.alt ? null : stalkUnder(w, layout, at.x, at.y, draws);
    return stalk ? velocityGesture(this.stage, at, stalk) : draws ? lanePathGesture(this.stage, at, at.alt) : noteBandGesture(this.stage, at);
  }

  private seek(from: At): Gesture {
    const { workspace: w, layout } = this.stage;
    const before = w.song.transport.playhead;
    const go = (at: At) => w.song.transport.seek(snapped(w.song, Math.max(0, layout.tick(at.x)), w.step('notes', at.free)));
    go(from);
    return { move: go, end: () => this.stage.redrawOverlay(), cancel: () => w.song.transport.seek(before) };
  }

  holds(at: At): boolean {
    const { workspace: w, layout } = this.stage;
    if (at.x < layout.keys || at.y < NOTES_RULER) {
      return true;
    }
    const tool = w.tools.notes;
    if (at.y > layout.bottom) {
      return tool !== 'select' || (shownController(w) === null ? stalkUnder(w, layout, at.x, at.y, false) !== null : pointUnder(this.stage, at.x, at.y, true) >= 0);
    }
    const found = noteUnder(w, layout, at.x, at.y, true);
    return tool === 'select' || tool === 'draw' ? found !== null && w.notes.has(found.note) : true;
  }

  tap(at: At): void {
    const { workspace: w, layout } = this.stage;
    w.goTo('notes');
    if (at.x < layout.keys || at.y < NOTES_RULER || at.y > layout.bottom) {
      this.press(at)?.end(at);
      return;
    }
    const tool = w.tools.notes;
    if (w.content !== NONE && (tool === 'erase' || tool === 'cut')) {
      this.press(at)?.end(at);
      return;
    }
    const found = noteUnder(w, layout, at.x, at.y, true);
    if (found) {
      w.notes.set([found.note]);
    } else if (w.content !== NONE && (tool === 'draw' || tool === 'paint')) {
      this.pressNothing(at).end(at);
    } else {
      w.notes.clear();
      placeNoteCaret(this.stage, at);
    }
  }

  doublePress(at: At): void {
    const { workspace: w, layout } = this.stage;
    const tool = w.tools.notes;
    if (w.content === NONE || at.x < layout.keys || at.y < NOTES_RULER || (tool !== 'select' && at.y < layout.bottom)) {
      return;
    }
    if (at.y > layout.bottom) {
      if (tool === 'select' || tool === 'lasso') {
        this.doublePressLane(at);
      }
      return;
    }
    const found = noteUnder(w, layout, at.x, at.y, at.touch);
    if (found) {
      w.notes.set([found.note]);
      removeNotes(w);
      return;
    }
    const pitches = drawnPitches(w, layout.pitch(at.y), layout.drums);
    const notes = addNotes(w, snappedDown(w.song, layout.tick(at.x), w.step('notes', at.free)), pitches);
    if (notes.length > 0) {
      w.notes.set(notes);
      w.audition.touch(pitches, w.lastVelocity);
    }
  }

  /** A double press in a controller's lane makes a point, or takes away the one there. */
  private doublePressLane(at: At): void {
    const { workspace: w, layout } = this.stage;
    const controller = shownController(w);
    if (controller === null) {
      return;
    }
    const point = pointUnder(this.stage, at.x, at.y, at.touch);
    if (point >= 0) {
      w.controls.set([shownPoints(w)[point]!]);
      removePoints(w);
      return;
    }
    const tick = Math.max(0, snapped(w.song, layout.tick(at.x), w.step('notes', at.free)) - layout.origin);
    w.controls.set(w.attempt(() => w.song.noteShapes.putControl(w.content, controller, tick, layout.laneValue(at.y, mostShown(this.stage)))) ?? []);
  }

  menu(at: At): void {
    const { workspace: w, layout } = this.stage;
    if (w.content === NONE || at.x < layout.keys) {
      return;
    }
    if (at.y > layout.bottom && shownController(w) !== null) {
      this.laneMenu(at);
      return;
    }
    const found = at.y > layout.bottom ? stalkUnder(w, layout, at.x, at.y, false) : noteUnder(w, layout, at.x, at.y, at.touch);
    if (found && !w.notes.has(found.note)) {
      w.notes.set([found.note]);
    }
    const velocity = chosenNotes(w)[0]?.velocity;
    const entries: MenuEntry[] = found ? [
      item('cut', w), item('copy', w), item('duplicate', w), LINE, item('note-quantise', w), item('note-glue', w), item('note-legato', w), item('note-split', w), item('shape', w), noteLockEntry(w), item('note-credits', w, t('Who made this note?')), LINE, item('note-octave-up', w), item('note-octave-down', w), LINE,
      ...VELOCITIES.map(each => ({ name: t('Velocity {0}', each), checked: each === velocity, run: () => w.attempt(() => w.song.setVelocity(w.notes.all(), each)) })),
      LINE, item('suggest', w), item('idea', w), item('idea-own', w), LINE, item('delete', w)
    ] : [
      { ...item('paste', w, t('Paste here')), run: () => { placeNoteCaret(this.stage, at); item('paste', w).run(); } },
      LINE, item('select-all', w), item('note-quantise', w, t('Quantise all')), item('shape', w), item('draw', w), item('fit', w), LINE, item('suggest', w)
    ];
    openMenu(this.stage.element, { x: at.clientX, y: at.clientY, title: t('Notes'), entries });
  }

  private laneMenu(at: At): void {
    const { workspace: w } = this.stage;
    const point = pointUnder(this.stage, at.x, at.y, at.touch);
    if (point >= 0 && !w.controls.has(shownPoints(w)[point]!)) {
      w.controls.set([shownPoints(w)[point]!]);
    }
    openMenu(this.stage.element, { x: at.clientX, y: at.clientY, title: laneName(w.roll.get('lane')), entries: point >= 0 ? [item('delete', w)] : [
      { ...item('control-put', w), run: () => { placeNoteCaret(this.stage, at); item('control-put', w).run(); } },
      { name: t('Choose all points'), run: () => w.controls.set(shownPoints(w).filter((_, place) => place % POINT_STRIDE === 0)) },
      item('lane-below', w)
    ] });
  }

  menuPlace(): { x: number; y: number } {
    return menuPlace(this.stage);
  }

  hover(at: At | null): void {
    const { workspace: w, layout, element } = this.stage;
    this.stage.ghost = null;
    this.stage.knife = null;
    if (!at || w.content === NONE) {
      w.song.point(NONE, 0, 0);
      this.stage.redrawOverlay();
      return;
    }
    const inRows = at.x >= layout.keys && at.y > NOTES_RULER && at.y < layout.bottom;
    const found = inRows ? noteUnder(w, layout, at.x, at.y, false) : null;
    const locks = at.y < NOTES_RULER ? locksOnRoll(w, layout, at.x, at.y) : [];
    const lock = found ? w.song.locks.notes().get(found.note) : undefined;
    this.stage.says = lock || locks.length > 0 ? { text: lock ? lockWords(lock) : locksWords(locks), x: at.x, y: Math.max(at.y, 30) } : null;
    const tool = w.tools.notes;
    if (inRows && !found && !at.shift && (tool === 'draw' || tool === 'paint')) {
      const step = w.step('notes', at.free);
      const start = Math.max(layout.origin, snappedDown(w.song, layout.tick(at.x), step));
      const pitches = drawnPitches(w, layout.pitch(at.y), layout.drums);
      this.stage.ghost = { start, length: tool === 'paint' ? stepLength(w.song, start, step) : w.lastLength, pitch: pitches[0]!, pitches };
    } else if (inRows && tool === 'cut') {
      this.stage.knife = snapped(w.song, layout.tick(at.x), w.step('notes', at.free));
    }
    element.style.cursor = this.cursor(at, inRows && (tool === 'erase' || tool === 'cut') ? null : found);
    if (inRows) {
      w.song.point(w.content, Math.max(0, Math.round(layout.tick(at.x) - layout.origin)), layout.pitch(at.y));
    }
    this.stage.redrawOverlay();
  }

  private cursor(at: At, found: FoundNote | null): string {
    const { workspace: w, layout } = this.stage;
    if (found) {
      return at.alt ? 'copy' : found.part === 'body' ? 'grab' : 'ew-resize';
    }
    return at.x < layout.keys ? 'pointer' : at.y < NOTES_RULER ? 'text' : at.y > layout.bottom ? 'ns-resize'
      : w.tools.notes === 'select' || (at.shift && w.tools.notes !== 'lasso') ? 'default' : 'crosshair';
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
      layout.axis.zoom(factor, at.x - layout.keys);
    } else {
      const before = w.rowHeight;
      w.rowHeight = Math.min(32, Math.max(7, before * factor));
      const fixed = layout.scroll + at.y - NOTES_RULER;
      layout.scroll = fixed * (w.rowHeight / before) - at.y + NOTES_RULER;
    }
    w.lookAway('notes');
  }

  atEdge(at: At): boolean {
    const { workspace: w, layout } = this.stage;
    if (at.x < layout.keys - EDGE) {
      return false;
    }
    const across = at.x > layout.width - EDGE ? at.x - layout.width + EDGE : at.x < layout.keys + EDGE && layout.axis.left > 0 ? at.x - layout.keys - EDGE : 0;
    const down = at.y > layout.bottom - 8 && at.y < layout.bottom + 8 ? 8 : at.y < NOTES_RULER + 4 ? -8 : 0;
    const kind = this.stage.draft?.kind;
    const inLane = kind === 'velocity' || kind === 'path' || kind === 'points';
    if (across === 0 && (down === 0 || inLane)) {
      return false;
    }
    layout.axis.scrollBy(Math.max(-24, Math.min(24, across)));
    if (!inLane) {
      layout.scrollTo(layout.scroll + down);
    }
    w.viewChanged('notes');
    return true;
  }
}
