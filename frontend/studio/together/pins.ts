import type { Layout } from '../arrangement/layout';
import { RULER } from '../arrangement/layout';
import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import type { Thread } from './discussion';

const WIDTH = 18;
const HEIGHT = 14;
/** Pixels that a bar's number on the ruler needs. */
const NUMBER = 20;

/** A thread's sign on the drawing, in pixels: on the ruler for bars, at the foot of a clip, at the head of a track's row. */
export interface Pin {
  readonly thread: Thread;
  readonly x: number;
  readonly y: number;
}

/** The pins in sight, those of open threads only. */
export function pins(w: Workspace, layout: Layout): Pin[] {
  const found: Pin[] = [];
  for (const thread of w.discussion.threads) {
    const { first } = thread;
    const x = Math.round(layout.axis.x(first.start));
    if (first.resolved || x < -WIDTH || x > layout.width) {
      continue;
    }
    const track = first.on === 'clip' ? w.seen.clip(first.place)?.track : first.on === 'track' ? first.place : undefined;
    if (track === undefined) {
      found.push({ thread, x: x + NUMBER, y: RULER - HEIGHT - 4 });
      continue;
    }
    const row = layout.row(track);
    const y = row < 0 ? -1 : first.on === 'clip' ? layout.y(row) + layout.rowHeight(row) - HEIGHT - 7 : layout.y(row) + 2;
    if (y >= layout.top && y < layout.height) {
      found.push({ thread, x: x + (first.on === 'clip' ? 3 : 0), y });
    }
  }
  return found;
}

/** The pin under a point; fingers need more room. */
export function pinUnder(w: Workspace, layout: Layout, x: number, y: number, touch: boolean): Pin | undefined {
  const room = touch ? 13 : 2;
  return pins(w, layout).findLast(pin =>
    x >= pin.x - room && x <= pin.x + WIDTH + room && y >= pin.y - room && y <= pin.y + HEIGHT + 3 + room);
}

export function paintPins(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  const palette = colours();
  for (const { thread, x, y } of pins(w, layout)) {
    const opened = thread.first.handle === w.discussion.opened;
    pen.beginPath();
    pen.roundRect(x, y, WIDTH, HEIGHT, 4);
    pen.moveTo(x, y + HEIGHT - 4);
    pen.lineTo(x, y + HEIGHT + 4);
    pen.lineTo(x + 6, y + HEIGHT - 1);
    pen.lineWidth = opened || thread.calls ? 3 : 2;
    pen.strokeStyle = opened ? palette.text : thread.calls ? palette.accent : palette.ground;
    pen.stroke();
    pen.fillStyle = css(thread.first.colour);
    pen.fill();
    pen.fillStyle = palette.onColour;
    pen.font = palette.rulerBold;
    pen.textBaseline = 'middle';
    pen.textAlign = 'center';
    pen.fillText(String(1 + thread.answers.length), x + WIDTH / 2, y + HEIGHT / 2 + 0.5);
    pen.textAlign = 'start';
  }
}
