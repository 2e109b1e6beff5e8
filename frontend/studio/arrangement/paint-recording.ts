import { colours } from '../canvas/palette';
import type { Workspace } from '../workspace/workspace';
import type { Layout } from './layout';

/** The stretch that is being recorded, growing with the playhead. */
export function paintRecording(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  const { recording } = w.song.playing;
  const track = w.keyboards.track;
  const row = track && recording.on ? layout.row(track.handle) : -1;
  if (row < 0) {
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
    pen.restore();
  }
}
