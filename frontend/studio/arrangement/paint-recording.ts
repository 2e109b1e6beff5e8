import type { Handle } from '../../song/song';
import { colours } from '../canvas/palette';
import type { Workspace } from '../workspace/workspace';
import type { Layout } from './layout';

/** The stretch that is being recorded, growing with the playhead. */
export function paintRecording(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  const { recording } = w.song.playing;
  const track = w.keyboards.track;
  const row = track && recording.on ? layout.row(track.handle) : -1;
  if (!track || row < 0) {
    return;
  }
  const { loop, playhead } = w.song.transport;
  const end = recording.to >= 0 ? Math.min(recording.to, playhead) : playhead;
  const from = end < recording.from && loop.on ? loop.from : recording.from;
  const left = layout.axis.x(from);
  const width = Math.max(3, layout.axis.x(end) - left);
  const top = Math.max(layout.top, layout.y(row) + 1);
  const bottom = layout.y(row) + layout.rowHeight(row) - 2;
  if (bottom > top) {
    pen.save();
    pen.fillStyle = pen.strokeStyle = colours().record;
    pen.globalAlpha = 0.25;
    pen.fillRect(left, top, width, bottom - top);
    pen.globalAlpha = 1;
    pen.lineWidth = 1;
    pen.strokeRect(left + 0.5, top + 0.5, width - 1, bottom - top - 1);
    paintStrokes(pen, w, layout, track.handle, top + 3, bottom - 3, end);
    pen.restore();
  }
}

/** What was played in this pass so far, so that one sees that it is heard; higher keys lie higher. */
function paintStrokes(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, track: Handle, top: number, bottom: number, end: number): void {
  const strokes = w.song.playing.hand.strokes.filter(each => each.track === track);
  const pitches = strokes.map(each => each.pitch);
  const low = Math.min(...pitches);
  const span = Math.max(12, Math.max(...pitches) - low);
  for (const { pitch, from, to } of strokes) {
    const left = layout.axis.x(from);
    const right = layout.axis.x(to < 0 ? Math.max(from, end) : to);
    pen.fillRect(left, bottom - 3 - (pitch - low) / span * (bottom - top - 3), Math.max(2, right - left), 3);
  }
}
