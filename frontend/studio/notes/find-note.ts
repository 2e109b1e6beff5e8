import { NOTE_STRIDE, Note, type Handle } from '../../song/song';
import { partOf, type Part } from '../arrangement/find';
import { firstFrom } from '../arrangement/paint-preview';
import type { Workspace } from '../workspace/workspace';
import type { NotesLayout } from './notes-layout';

const lengths = new WeakMap<Int32Array, number>();

/** Ticks of the longest of packed notes: how far before a window one must look. */
export function longestOf(notes: Int32Array): number {
  let longest = lengths.get(notes);
  if (longest === undefined) {
    longest = 0;
    for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
      longest = Math.max(longest, notes[at + Note.length]);
    }
    lengths.set(notes, longest);
  }
  return longest;
}

/** Pixels around the head of a stalk within which it is taken. */
const HEAD = 8;

export interface FoundNote {
  readonly note: Handle;
  readonly part: Part;
  /** Where it lies among the packed notes. */
  readonly at: number;
}

/** The note under a point, the topmost of several. */
export function noteUnder(w: Workspace, layout: NotesLayout, x: number, y: number, touch: boolean): FoundNote | null {
  const notes = w.placed;
  const pitch = layout.pitch(y);
  const slack = (touch ? 8 : 2) / layout.axis.scale;
  const tick = layout.tick(x) - layout.origin;
  let found: FoundNote | null = null;
  for (let at = firstFrom(notes, tick - longestOf(notes) - slack); at < notes.length; at += NOTE_STRIDE) {
    const start = notes[at + Note.start];
    if (start > tick + slack) {
      break;
    }
    const end = start + Math.max(notes[at + Note.length], 3 / layout.axis.scale);
    if (notes[at + Note.pitch] === pitch && tick <= end + slack) {
      const width = (end - start) * layout.axis.scale;
      found = { note: notes[at], at, part: partOf((tick - start) * layout.axis.scale, width, touch) };
    }
  }
  return found;
}

/**
 * The note whose stalk is under a point of the velocity lane; of several the one whose head is nearest, chosen ones first.
 * With `head`, only the head of the stalk counts.
 */
export function stalkUnder(w: Workspace, layout: NotesLayout, x: number, y: number, head: boolean): FoundNote | null {
  const notes = w.placed;
  const reach = 7 / layout.axis.scale;
  const tick = layout.tick(x) - layout.origin;
  const aim = layout.height - 2 - y;
  let found: FoundNote | null = null;
  let best = Infinity;
  for (let at = firstFrom(notes, tick - reach); at < notes.length && notes[at + Note.start] <= tick + reach; at += NOTE_STRIDE) {
    const off = Math.abs(layout.stalk(notes[at + Note.velocity]) - aim);
    const far = off + (w.notes.has(notes[at]) ? 0 : 200);
    if (far < best && (!head || off <= HEAD)) {
      best = far;
      found = { note: notes[at], at, part: 'body' };
    }
  }
  return found;
}

/** Every note that a rectangle touches; in the velocity lane only time counts. */
export function notesWithin(w: Workspace, layout: NotesLayout, x: number, y: number, toX: number, toY: number): Handle[] {
  const notes = w.placed;
  const from = layout.tick(Math.min(x, toX)) - layout.origin;
  const to = layout.tick(Math.max(x, toX)) - layout.origin;
  const top = Math.min(y, toY);
  const bottom = Math.max(y, toY);
  const inLane = y > layout.bottom;
  const found: Handle[] = [];
  for (let at = firstFrom(notes, from - longestOf(notes)); at < notes.length && notes[at + Note.start] < to; at += NOTE_STRIDE) {
    const start = notes[at + Note.start];
    const row = layout.y(notes[at + Note.pitch]);
    if (inLane ? start >= from : start + notes[at + Note.length] > from && row < bottom && row + layout.rowHeight > top) {
      found.push(notes[at]);
    }
  }
  return found;
}

/** The notes that sound across a tick of the content on the rows between two heights. */
export function notesAcross(w: Workspace, layout: NotesLayout, tick: number, y: number, toY: number): Handle[] {
  const notes = w.placed;
  const highest = layout.pitch(Math.min(y, toY));
  const lowest = layout.pitch(Math.max(y, toY));
  const found: Handle[] = [];
  for (let at = firstFrom(notes, tick - longestOf(notes)); at < notes.length && notes[at + Note.start] < tick; at += NOTE_STRIDE) {
    const pitch = notes[at + Note.pitch];
    if (notes[at + Note.start] + notes[at + Note.length] > tick && pitch >= lowest && pitch <= highest) {
      found.push(notes[at]);
    }
  }
  return found;
}

/** The notes that begin within [from, to], in ticks of the content. */
export function notesFrom(w: Workspace, from: number, to: number): Handle[] {
  const notes = w.placed;
  const found: Handle[] = [];
  for (let at = firstFrom(notes, from); at < notes.length && notes[at + Note.start] <= to; at += NOTE_STRIDE) {
    found.push(notes[at]);
  }
  return found;
}

/** The notes of which the beginning, the middle or the end lies within an outline, x and y in turn. */
export function notesInside(w: Workspace, layout: NotesLayout, outline: readonly number[]): Handle[] {
  const notes = w.placed;
  let left = Infinity;
  let right = -Infinity;
  for (let at = 0; at < outline.length; at += 2) {
    left = Math.min(left, outline[at]!);
    right = Math.max(right, outline[at]!);
  }
  const from = layout.tick(left) - layout.origin;
  const to = layout.tick(right) - layout.origin;
  const found: Handle[] = [];
  for (let at = firstFrom(notes, from - longestOf(notes)); at < notes.length && notes[at + Note.start] < to; at += NOTE_STRIDE) {
    const x = layout.x(notes[at + Note.start] + layout.origin);
    const width = notes[at + Note.length] * layout.axis.scale;
    const y = layout.y(notes[at + Note.pitch]) + layout.rowHeight / 2;
    if (layout.rows.row(notes[at + Note.pitch]) >= 0 && (isInside(outline, x + 1, y) || isInside(outline, x + width / 2, y) || isInside(outline, x + width - 1, y))) {
      found.push(notes[at]);
    }
  }
  return found;
}

/** Whether a point lies within a closed outline: a ray from it crosses the outline an odd number of times. */
function isInside(outline: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = outline.length - 2; at < outline.length; before = at, at += 2) {
    const y1 = outline[at + 1]!;
    const y2 = outline[before + 1]!;
    if (y1 > y !== y2 > y && x < outline[at]! + (outline[before]! - outline[at]!) * (y - y1) / (y2 - y1)) {
      inside = !inside;
    }
  }
  return inside;
}
