import type { Lock } from '../../song/locks';
import type { Layout } from '../arrangement/layout';
import { RULER } from '../arrangement/layout';
import { css } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import { SIGN_HEIGHT, SIGN_WIDTH, paintPadlock, paintRing } from './padlock';

/** The sign of a lock on the arrangement, in pixels: at the right end of what it holds, on the ruler for the whole song's bars. */
export interface LockSign {
  readonly lock: Lock;
  readonly x: number;
  readonly y: number;
}

interface Held {
  readonly lock: Lock;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

/** Locked bars in sight. Whole tracks have their sign on their head. */
function held(w: Workspace, layout: Layout): Held[] {
  const found: Held[] = [];
  for (const lock of w.song.locks.all()) {
    const row = lock.on === 'track' ? layout.row(lock.place) : -1;
    if (lock.on === 'note' || lock.on === 'track' && row < 0) {
      continue;
    }
    const x = lock.length === 0 ? 0 : layout.axis.x(lock.start);
    const right = lock.length === 0 ? layout.width : layout.axis.x(lock.start + lock.length);
    const top = lock.on === 'song' ? layout.top : Math.max(layout.top, layout.y(row));
    const bottom = lock.on === 'song' ? layout.height : layout.y(row) + layout.rowHeight(row) - 1;
    if (right > 0 && x < layout.width && bottom > layout.top && top < layout.height) {
      found.push({ lock, x, width: right - x, y: top, height: bottom - top });
    }
  }
  return found;
}

function signs(w: Workspace, layout: Layout): LockSign[] {
  return held(w, layout).filter(({ lock }) => lock.length > 0 || lock.on === 'song').map(({ lock, x, width, y }) => ({
    lock, x: Math.max(x, Math.min(layout.width, x + width) - SIGN_WIDTH - 2), y: lock.on === 'song' ? RULER - SIGN_HEIGHT - 2 : y + 2
  }));
}

/** The locks whose signs lie under a point; fingers need more room. */
export function lockSignsUnder(w: Workspace, layout: Layout, x: number, y: number, touch: boolean): Lock[] {
  const room = touch ? 13 : 1;
  return signs(w, layout).filter(sign => x >= sign.x - room && x <= sign.x + SIGN_WIDTH + room && y >= sign.y - room && y <= sign.y + SIGN_HEIGHT + room)
    .map(sign => sign.lock);
}

export function paintLocks(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  if (w.song.locks.all().length === 0) {
    return;
  }
  for (const { lock, x, width, y, height } of held(w, layout)) {
    if (lock.length === 0 && lock.on === 'track') {
      pen.fillStyle = css(lock.colour);
      pen.fillRect(0, y, 3, height);
      pen.fillRect(0, y, layout.width, 1.5);
      pen.fillRect(0, y + height - 1.5, layout.width, 1.5);
    } else {
      paintRing(pen, x, y, width, height, lock.colour);
    }
    if (lock.on === 'song') {
      pen.fillStyle = css(lock.colour);
      pen.fillRect(x, RULER - 3, width, 3);
    }
  }
  for (const { lock, x, y } of signs(w, layout)) {
    paintPadlock(pen, x, y, lock.colour);
  }
}
