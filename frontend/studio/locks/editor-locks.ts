import type { Lock } from '../../song/locks';
import { NOTE_STRIDE, Note } from '../../song/song';
import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';
import { DRUMS_RULER, type DrumsLayout } from '../drums/drums-layout';
import { longestOf } from '../notes/find-note';
import { NOTES_RULER, type NotesLayout } from '../notes/notes-layout';
import { firstFrom } from '../arrangement/paint-preview';
import type { Workspace } from '../workspace/workspace';
import { SIGN_HEIGHT, SIGN_WIDTH, paintPadlock, paintShackle } from './padlock';
import { locksOver } from './lock-places';

/** Pixels of a note from which on it can carry a padlock. */
const ROOM = 18;

/** What piano roll and drum grid have in common: where time lies, and where the ruler ends. */
interface Ground {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly ruler: number;
  x(tick: number): number;
}

function rollGround(layout: NotesLayout): Ground {
  return { left: layout.keys, width: layout.width, height: layout.bottom, ruler: NOTES_RULER, x: tick => layout.x(tick) };
}

function gridGround(layout: DrumsLayout): Ground {
  return { left: layout.names, width: layout.width, height: layout.height, ruler: DRUMS_RULER, x: tick => layout.x(tick) };
}

interface Band {
  readonly lock: Lock;
  readonly from: number;
  readonly to: number;
}

function bands(w: Workspace, ground: Ground): Band[] {
  const track = w.openedClip?.track;
  return track === undefined ? [] : locksOver(w, track).map(lock => ({
    lock, from: lock.length === 0 ? ground.left : Math.max(ground.left, ground.x(lock.start)), to: lock.length === 0 ? ground.width : Math.min(ground.width, ground.x(lock.start + lock.length))
  })).filter(band => band.to > band.from);
}

function under(w: Workspace, ground: Ground, x: number, y: number): Lock[] {
  return y >= ground.ruler ? [] : bands(w, ground).filter(band => x >= band.to - SIGN_WIDTH - 4 && x <= band.to).map(band => band.lock);
}

/** The locks whose signs lie under a point of the piano roll's ruler. */
export function locksOnRoll(w: Workspace, layout: NotesLayout, x: number, y: number): Lock[] {
  return under(w, rollGround(layout), x, y);
}

/** The locks whose signs lie under a point of the drum grid's ruler. */
export function locksOnGrid(w: Workspace, layout: DrumsLayout, x: number, y: number): Lock[] {
  return under(w, gridGround(layout), x, y);
}

/** Locked bars: a stripe on the ruler and a line at each end, with the padlock at the right. */
function paintBands(pen: CanvasRenderingContext2D, w: Workspace, ground: Ground): void {
  for (const { lock, from, to } of bands(w, ground)) {
    pen.globalAlpha = 0.06;
    pen.fillStyle = css(lock.colour);
    pen.fillRect(from, ground.ruler, to - from, ground.height - ground.ruler);
    pen.globalAlpha = 1;
    pen.fillRect(from, ground.ruler - 3, to - from, 3);
    pen.fillRect(Math.round(from), ground.ruler, 1.5, ground.height - ground.ruler);
    pen.fillRect(Math.round(to) - 1.5, ground.ruler, 1.5, ground.height - ground.ruler);
    paintPadlock(pen, Math.max(from, to - SIGN_WIDTH - 2), ground.ruler - SIGN_HEIGHT - 4, lock.colour);
  }
}

export function paintRollLocks(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout): void {
  if (w.song.locks.all().length === 0) {
    return;
  }
  paintBands(pen, w, rollGround(layout));
  const locked = w.song.locks.notes();
  if (locked.size === 0) {
    return;
  }
  const notes = w.placed;
  const end = firstFrom(notes, layout.axis.right - layout.origin);
  for (let at = firstFrom(notes, layout.axis.left - layout.origin - longestOf(notes)); at < end; at += NOTE_STRIDE) {
    const lock = locked.get(notes[at]!);
    const y = layout.y(notes[at + Note.pitch]!);
    if (lock && y > NOTES_RULER - layout.rowHeight && y < layout.bottom) {
      ring(pen, layout.x(notes[at + Note.start]! + layout.origin), y, notes[at + Note.length]! * layout.axis.scale - 1, layout.rowHeight, lock.colour);
    }
  }
}

export function paintGridLocks(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout): void {
  if (w.song.locks.all().length === 0) {
    return;
  }
  paintBands(pen, w, gridGround(layout));
  const locked = w.song.locks.notes();
  const { notes } = layout.heard;
  for (let hit = 0; locked.size > 0 && hit < layout.lengths.length; hit++) {
    const at = hit * NOTE_STRIDE;
    const lock = locked.get(notes[at]!);
    const y = layout.rowTop(layout.row(notes[at + Note.pitch]!));
    if (lock && y > DRUMS_RULER - layout.rowHeight && y < layout.height) {
      ring(pen, layout.x(layout.from + notes[at + Note.start]!), y + 1, layout.lengths[hit]! * layout.axis.scale * 0.9, layout.rowHeight - 3, lock.colour);
    }
  }
}

function ring(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, colour: number): void {
  pen.strokeStyle = css(colour);
  pen.lineWidth = 2;
  pen.strokeRect(x - 0.5, y, Math.max(4, width + 1), height);
  if (width >= ROOM && height >= 11) {
    paintShackle(pen, x + width - 8, y + height / 2, colours().onColour);
  }
}
