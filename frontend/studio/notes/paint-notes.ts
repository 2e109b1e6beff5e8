import { NOTE_STRIDE, Note } from '../../song/song';
import { firstFrom } from '../arrangement/paint-preview';
import { hatching } from '../canvas/hatching';
import { colours } from '../canvas/palette';
import { mixed } from '../canvas/shades';
import { noteName } from '../gm/keys';
import { shownController } from '../workspace/control-actions';
import type { Workspace } from '../workspace/workspace';
import { longestOf } from './find-note';
import { paintHeard } from './paint-heard';
import { paintSyllables } from './paint-syllables';
import type { NoteDraft } from './note-draft';
import { NOTES_RULER, type NotesLayout } from './notes-layout';
import { paintController, paintVelocities } from './paint-lane';

const MUTED = 0x66707c;
/** Notes beyond which names in them would only cost time. */
const MOST_NAMES = 300;

/** Notes and the lane below them. Loudness shows as strength of colour; what is chosen has the accent; pending ones are hatched. */
export function paintNotes(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, draft: NoteDraft | null): void {
  const notes = w.placed;
  const from = layout.axis.left - layout.origin;
  const to = layout.axis.right - layout.origin;
  const begin = firstFrom(notes, from - longestOf(notes) - Math.abs(shiftOf(draft)));
  const end = firstFrom(notes, to + Math.abs(shiftOf(draft)));
  pen.save();
  pen.beginPath();
  pen.rect(layout.keys, NOTES_RULER, layout.width - layout.keys, layout.bottom - NOTES_RULER);
  pen.clip();
  const brush = new Brush(pen, layout, notes, w.waiting.shown ? 2 : 0);
  const lifted = draft !== null && (draft.kind === 'move' || draft.kind === 'left' || draft.kind === 'right');
  const erased = draft?.kind === 'erase' ? draft.notes : null;
  for (let at = begin; at < end; at += NOTE_STRIDE) {
    const chosen = w.notes.has(notes[at]);
    if (!(lifted && chosen) && !erased?.has(notes[at])) {
      brush.note(at, 0, 0, notes[at + Note.pitch], chosen);
    }
  }
  if (draft !== null) {
    paintDraft(pen, w, layout, notes, begin, end, draft, brush);
  }
  if (layout.rowHeight >= 13 && !layout.drums && (end - begin) / NOTE_STRIDE < MOST_NAMES) {
    paintNames(pen, layout, notes, begin, end);
  }
  paintHeard(pen, w, layout);
  paintSyllables(pen, w, layout);
  pen.restore();
  if (layout.lane > 0) {
    pen.save();
    pen.beginPath();
    pen.rect(layout.keys, layout.bottom + 1, layout.width - layout.keys, layout.lane);
    pen.clip();
    if (shownController(w) === null) {
      paintVelocities(pen, w, layout, notes, begin, end, draft);
    } else {
      paintController(pen, w, layout, draft);
    }
    pen.restore();
  }
}

/** What a drag would make of the notes. */
function paintDraft(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout, notes: Int32Array, begin: number, end: number, draft: NoteDraft, brush: Brush): void {
  switch (draft.kind) {
    case 'move': case 'copy': case 'left': case 'right':
      for (let at = begin; at < end; at += NOTE_STRIDE) {
        if (w.notes.has(notes[at])) {
          const pitch = notes[at + Note.pitch];
          if ('semitones' in draft) {
            brush.note(at, draft.ticks, 0, draft.keys ? draft.keys[pitch] : pitch + draft.semitones, true);
          } else {
            brush.note(at, draft.kind === 'left' ? draft.ticks : 0, draft.kind === 'left' ? -draft.ticks : draft.ticks, pitch, true);
          }
        }
      }
      break;
    case 'draw':
      draft.pitches.forEach(pitch => paintFresh(pen, layout, draft.start, draft.length, pitch));
      break;
    case 'paint':
      draft.strokes.forEach(([start, length, pitch]) => paintFresh(pen, layout, start + layout.origin, length, pitch));
      break;
    default:
  }
}

function paintFresh(pen: CanvasRenderingContext2D, layout: NotesLayout, start: number, length: number, pitch: number): void {
  if (layout.rows.row(pitch) >= 0) {
    pen.fillStyle = colours().accent;
    pen.fillRect(layout.x(start), layout.y(pitch) + 1, Math.max(2, length * layout.axis.scale - 1), layout.rowHeight - 2);
  }
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

  note(at: number, later: number, longer: number, pitch: number, chosen: boolean): void {
    const { notes, pen, layout } = this;
    const row = layout.rows.row(pitch);
    const y = NOTES_RULER + row * this.high - layout.scroll;
    if (!(row >= 0) || y > layout.bottom || y + this.high < NOTES_RULER) {
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
