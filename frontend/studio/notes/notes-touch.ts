import { NONE } from '../../song/song';
import { LINE, item, openMenu, type MenuEntry } from '../menu/menu';
import type { At, Gesture, Touchable } from '../pointer/pointing';
import { snapped, snappedDown } from '../time/grid-step';
import { addNote, chosenNotes, removeNotes } from '../workspace/note-actions';
import { noteUnder, stalkUnder } from './find-note';
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
      return this.seek(at);
    }
    if (at.y > layout.bottom) {
      const stalk = stalkUnder(w, layout, at.x, at.y);
      return stalk ? velocityGesture(this.stage, at, stalk) : noteBandGesture(this.stage, at);
    }
    const found = noteUnder(w, layout, at.x, at.y, at.touch);
    if (!found) {
      return w.tools.notes === 'draw' && !at.shift ? drawNoteGesture(this.stage, at) : noteBandGesture(this.stage, at);
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
    if (at.y > layout.bottom) {
      return stalkUnder(w, layout, at.x, at.y) !== null;
    }
    const found = noteUnder(w, layout, at.x, at.y, true);
    return found !== null && w.notes.has(found.note);
  }

  tap(at: At): void {
    const { workspace: w, layout } = this.stage;
    w.goTo('notes');
    if (at.x < layout.keys || at.y < NOTES_RULER || at.y > layout.bottom) {
      this.press(at)?.end(at);
      return;
    }
    const found = noteUnder(w, layout, at.x, at.y, true);
    if (found) {
      w.notes.set([found.note]);
    } else if (w.tools.notes === 'draw' && w.content !== NONE) {
      drawNoteGesture(this.stage, at).end(at);
    } else {
      w.notes.clear();
      placeNoteCaret(this.stage, at);
    }
  }

  doublePress(at: At): void {
    const { workspace: w, layout } = this.stage;
    if (w.tools.notes === 'draw' || w.content === NONE || at.x < layout.keys || at.y < NOTES_RULER || at.y > layout.bottom) {
      return;
    }
    const found = noteUnder(w, layout, at.x, at.y, at.touch);
    if (found) {
      w.notes.set([found.note]);
      removeNotes(w);
      return;
    }
    const pitch = layout.pitch(at.y);
    const note = addNote(w, snappedDown(w.song, layout.tick(at.x), w.step('notes', at.free)), pitch);
    if (note >= 0) {
      w.notes.set([note]);
      this.stage.workspace.audition.touch(pitch, w.lastVelocity);
    }
  }

  menu(at: At): void {
    const { workspace: w, layout } = this.stage;
    if (w.content === NONE || at.x < layout.keys) {
      return;
    }
    const found = at.y > layout.bottom ? stalkUnder(w, layout, at.x, at.y) : noteUnder(w, layout, at.x, at.y, at.touch);
    if (found && !w.notes.has(found.note)) {
      w.notes.set([found.note]);
    }
    const velocity = chosenNotes(w)[0]?.velocity;
    const entries: MenuEntry[] = found ? [
      item('cut', w), item('copy', w), item('duplicate', w), LINE, item('note-quantise', w), item('note-octave-up', w), item('note-octave-down', w), LINE,
      ...VELOCITIES.map(each => ({ name: t('Velocity {0}', each), checked: each === velocity, run: () => w.attempt(() => w.song.setVelocity(w.notes.all(), each)) })),
      LINE, item('delete', w)
    ] : [
      { ...item('paste', w, t('Paste here')), run: () => { placeNoteCaret(this.stage, at); item('paste', w).run(); } },
      LINE, item('select-all', w), item('note-quantise', w, t('Quantise all')), item('draw', w), item('fit', w)
    ];
    openMenu(this.stage.element, { x: at.clientX, y: at.clientY, title: t('Notes'), entries });
  }

  hover(at: At | null): void {
    const { workspace: w, layout, element } = this.stage;
    this.stage.ghost = null;
    if (!at || w.content === NONE) {
      w.song.point(NONE, 0, 0);
      this.stage.redrawOverlay();
      return;
    }
    const inRows = at.x >= layout.keys && at.y > NOTES_RULER && at.y < layout.bottom;
    const found = inRows ? noteUnder(w, layout, at.x, at.y, false) : null;
    if (inRows && !found && w.tools.notes === 'draw' && !at.shift) {
      const start = Math.max(layout.origin, snappedDown(w.song, layout.tick(at.x), w.step('notes', at.free)));
      this.stage.ghost = { start, length: w.lastLength, pitch: layout.pitch(at.y) };
    }
    element.style.cursor = found ? (at.alt ? 'copy' : found.part === 'body' ? 'grab' : 'ew-resize')
      : at.x < layout.keys ? 'pointer' : at.y < NOTES_RULER ? 'text'
        : at.y > layout.bottom ? 'ns-resize' : w.tools.notes === 'draw' && !at.shift ? 'crosshair' : 'default';
    if (inRows) {
      w.song.point(w.content, Math.max(0, Math.round(layout.tick(at.x) - layout.origin)), layout.pitch(at.y));
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
    if (across === 0 && (down === 0 || this.stage.draft?.kind === 'velocity')) {
      return false;
    }
    layout.axis.scrollBy(Math.max(-24, Math.min(24, across)));
    if (this.stage.draft?.kind !== 'velocity') {
      layout.scrollTo(layout.scroll + down);
    }
    w.viewChanged('notes');
    return true;
  }
}
