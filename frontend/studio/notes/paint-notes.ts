import { NOTE_STRIDE, Note } from '../../song/song';
import { firstFrom } from '../arrangement/paint-preview';
import { hatching } from '../canvas/hatching';
import { colours } from '../canvas/palette';
import { mixed } from '../canvas/shades';
import { noteName } from '../gm/keys';
import type { Workspace } from '../workspace/workspace';
import { longestOf } from './find-note';
import type { NoteDraft } from './note-draft';
import { NOTES_RULER, type NotesLayout } from './notes-layout';

const MUTED = 0x66707c;
/** Notes beyond which names in them would only cost time. */
const MOST_NAMES = 300;
/** Heads of stalks at one place beyond which no eye tells them apart. */
const MOST_HEADS = 6;

/** Notes and their velocities. Loudness shows as strength of colour; what is chosen has the accent; pending ones are hatched. */
export function paintNotes(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, draft: NoteDraft | null): void {
  const notes = w.seen.notes(w.content);
  const from = layout.axis.left - layout.origin;
  const to = layout.axis.right - layout.origin;
  const begin = firstFrom(notes, from - longestOf(notes) - Math.abs(shiftOf(draft)));
  const end = firstFrom(notes, to + Math.abs(shiftOf(draft)));
  pen.save();
  pen.beginPath();
  pen.rect(layout.keys, NOTES_RULER, layout.width - layout.keys, layout.bottom - NOTES_RULER);
  pen.clip();
  const plain = new Brush(pen, layout, notes, w.waiting.shown ? 2 : 0);
  for (let at = begin; at < end; at += NOTE_STRIDE) {
    if (draft === null || draft.kind === 'copy' || draft.kind === 'band' || draft.kind === 'draw' || draft.kind === 'velocity' || !w.notes.has(notes[at])) {
      plain.note(at, 0, 0, 0, w.notes.has(notes[at]));
    }
  }
  if (draft && draft.kind !== 'band' && draft.kind !== 'draw' && draft.kind !== 'velocity') {
    for (let at = begin; at < end; at += NOTE_STRIDE) {
      if (w.notes.has(notes[at])) {
        if ('semitones' in draft) {
          plain.note(at, draft.ticks, 0, draft.semitones, true);
        } else {
          plain.note(at, draft.kind === 'left' ? draft.ticks : 0, draft.kind === 'left' ? -draft.ticks : draft.ticks, 0, true);
        }
      }
    }
  }
  if (draft?.kind === 'draw') {
    pen.fillStyle = colours().accent;
    pen.fillRect(layout.x(draft.start), layout.y(draft.pitch) + 1, Math.max(2, draft.length * layout.axis.scale), layout.rowHeight - 2);
  }
  if (layout.rowHeight >= 13 && !layout.drums && (end - begin) / NOTE_STRIDE < MOST_NAMES) {
    paintNames(pen, layout, notes, begin, end);
  }
  pen.restore();
  paintVelocities(pen, w, layout, notes, begin, end, draft);
}

function shiftOf(draft: NoteDraft | null): number {
  return draft && 'ticks' in draft ? draft.ticks : 0;
}

/** Paints one note after the other and changes the ink only when it must. */
class Brush {
  private ink = '';
  private readonly shades: string[] = [];
  private readonly scale: number;
  private readonly left: number;
  private readonly high: number;

  constructor(private readonly pen: CanvasRenderingContext2D, private readonly layout: NotesLayout, private readonly notes: Int32Array,
    private readonly hatched: number) {
    for (let level = 0; level < 8; level++) {
      this.shades.push(mixed(layout.colour, 8 + level));
    }
    this.scale = layout.axis.scale;
    this.left = layout.x(layout.origin);
    this.high = layout.rowHeight;
  }

  note(at: number, later: number, longer: number, higher: number, chosen: boolean): void {
    const { notes, pen, layout } = this;
    const pitch = Math.min(127, Math.max(0, notes[at + Note.pitch] + higher));
    const row = layout.rows.row(pitch);
    const y = NOTES_RULER + row * this.high - layout.scroll;
    if (row < 0 || y > layout.bottom || y + this.high < NOTES_RULER) {
      return;
    }
    const x = this.left + (notes[at + Note.start] + later) * this.scale;
    const width = Math.max(2, (notes[at + Note.length] + longer) * this.scale - 1);
    const flags = notes[at + Note.flags];
    const ink = chosen ? colours().accent : (flags & 1) !== 0 ? mixed(MUTED, 10) : this.shades[notes[at + Note.velocity] >> 4];
    if (ink !== this.ink) {
      pen.fillStyle = this.ink = ink;
    }
    pen.fillRect(x, y + 1, width, this.high - 2);
    if ((flags & this.hatched) !== 0) {
      pen.fillStyle = hatching(pen);
      pen.fillRect(x, y + 1, width, this.high - 2);
      this.ink = '';
    }
  }
}

function paintNames(pen: CanvasRenderingContext2D, layout: NotesLayout, notes: Int32Array, begin: number, end: number): void {
  pen.font = colours().ruler;
  pen.fillStyle = colours().onColour;
  pen.textBaseline = 'middle';
  for (let at = begin; at < end; at += NOTE_STRIDE) {
    if (notes[at + Note.length] * layout.axis.scale > 30) {
      const x = Math.max(layout.keys, layout.x(notes[at + Note.start] + layout.origin));
      pen.fillText(noteName(notes[at + Note.pitch]), x + 4, layout.y(notes[at + Note.pitch]) + layout.rowHeight / 2 + 0.5);
    }
  }
}

function paintVelocities(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, notes: Int32Array, begin: number, end: number, draft: NoteDraft | null): void {
  if (layout.velocity === 0) {
    return;
  }
  pen.save();
  pen.beginPath();
  pen.rect(layout.keys, layout.bottom + 1, layout.width - layout.keys, layout.velocity);
  pen.clip();
  const change = draft?.kind === 'velocity' ? draft.by : 0;
  const ground = layout.height - 2;
  // What is chosen comes last, so that it can be seen and taken where stalks stand together.
  for (let turn = 0; turn < (w.notes.size > 0 ? 2 : 1); turn++) {
    const chosen = turn === 1;
    pen.fillStyle = chosen ? colours().accent : mixed(layout.colour, 12);
    let column = NaN;
    let tallest = 0;
    let heads = 0;
    for (let at = begin; at < end; at += NOTE_STRIDE) {
      if (w.notes.has(notes[at]) === chosen) {
        const x = Math.round(layout.x(notes[at + Note.start] + layout.origin));
        const high = Math.round(layout.stalk(Math.min(127, Math.max(1, notes[at + Note.velocity] + (chosen ? change : 0)))));
        if (x !== column) {
          column = x;
          tallest = 0;
          heads = 0;
        }
        if (high > tallest) {
          pen.fillRect(x, ground - high, 1, high - tallest);
          tallest = high;
        }
        if (heads++ < MOST_HEADS) {
          pen.fillRect(x - 2, ground - high - 2, 5, 4);
        }
      }
    }
  }
  pen.restore();
}
