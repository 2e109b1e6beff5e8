import { NOTE_STRIDE, Note } from '../../song/song';
import type { Axis } from '../time/axis';

interface Reach {
  readonly low: number;
  readonly high: number;
  /** Ticks of the longest note: how far before the window one must look. */
  readonly longest: number;
}

const reaches = new WeakMap<Int32Array, Reach>();

function reachOf(notes: Int32Array): Reach {
  let reach = reaches.get(notes);
  if (!reach) {
    let low = 127;
    let high = 0;
    let longest = 0;
    for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
      low = Math.min(low, notes[at + Note.pitch]);
      high = Math.max(high, notes[at + Note.pitch]);
      longest = Math.max(longest, notes[at + Note.length]);
    }
    reach = { low, high, longest };
    reaches.set(notes, reach);
  }
  return reach;
}

/** The first note that starts at or after a tick: notes are sorted by start. */
export function firstFrom(notes: Int32Array, tick: number): number {
  let low = 0;
  let high = notes.length / NOTE_STRIDE;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (notes[middle * NOTE_STRIDE + Note.start] < tick) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low * NOTE_STRIDE;
}

/** A clip's notes as small strokes, its content repeated where it loops; only what is in sight. */
export function paintPreview(pen: CanvasRenderingContext2D, axis: Axis, notes: Int32Array, start: number, length: number, offset: number, loop: number, top: number, height: number, ink: string): void {
  if (notes.length === 0 || height < 6) {
    return;
  }
  const reach = reachOf(notes);
  const span = Math.max(11, reach.high - reach.low);
  const thick = Math.max(1, Math.min(4, Math.floor(height / (span + 1))));
  const perKey = (height - thick) / span;
  const middle = (span - (reach.high - reach.low)) / 2;
  const period = loop > 0 ? loop : length;
  const begin = Math.max(start, axis.left);
  const end = Math.min(start + length, axis.right);
  pen.fillStyle = ink;
  for (let from = start + Math.floor((begin - start) / period) * period; from < end; from += period) {
    paintOnce(pen, axis, notes, reach, offset - from, Math.max(begin, from), Math.min(end, from + period), top, thick, perKey, middle);
    if (from > start && period * axis.scale > 6) {
      const alpha = pen.globalAlpha;
      pen.globalAlpha = alpha * 0.35;
      pen.fillRect(Math.round(axis.x(from)), top - 2, 1, height + 4);
      pen.globalAlpha = alpha;
    }
  }
}

const KEYS = 128;
const runFrom = new Float64Array(KEYS);
const runTo = new Float64Array(KEYS).fill(-1);
/** Strokes closer than this are seen as one. */
const GAP = 0.6;

function paintOnce(pen: CanvasRenderingContext2D, axis: Axis, notes: Int32Array, reach: Reach, shift: number, from: number, to: number, top: number, thick: number, perKey: number, middle: number): void {
  const first = from + shift;
  const last = to + shift;
  const scale = axis.scale;
  const left = axis.x(-shift);
  for (let at = firstFrom(notes, first - reach.longest); at < notes.length; at += NOTE_STRIDE) {
    const start = notes[at + Note.start];
    if (start >= last) {
      break;
    }
    const end = Math.min(last, start + notes[at + Note.length]);
    if (end > first) {
      const pitch = notes[at + Note.pitch];
      const x = left + Math.max(start, first) * scale;
      const right = Math.max(x + 1, left + end * scale - 0.5);
      if (runTo[pitch] >= 0 && x <= runTo[pitch] + GAP) {
        runTo[pitch] = Math.max(runTo[pitch], right);
      } else {
        stroke(pen, pitch, reach, top, thick, perKey, middle);
        runFrom[pitch] = x;
        runTo[pitch] = right;
      }
    }
  }
  for (let pitch = reach.low; pitch <= reach.high; pitch++) {
    stroke(pen, pitch, reach, top, thick, perKey, middle);
  }
}

/** Paints what has gathered for a key, and begins anew. */
function stroke(pen: CanvasRenderingContext2D, pitch: number, reach: Reach, top: number, thick: number, perKey: number, middle: number): void {
  if (runTo[pitch] >= 0) {
    pen.fillRect(runFrom[pitch], top + (reach.high - pitch + middle) * perKey, runTo[pitch] - runFrom[pitch], thick);
    runTo[pitch] = -1;
  }
}
