import type { GridLine, Song } from '../../song/song';
import type { Axis } from '../time/axis';
import { shortClock } from '../time/words';
import type { Palette } from './palette';

/** Bars, beats and steps, alike in the arrangement and the piano roll. */

const LEAST_STEP = 7;
const LEAST_BEAT = 9;
const LEAST_LABEL = 54;

export function visibleLines(song: Song, axis: Axis): readonly GridLine[] {
  return song.grid(Math.max(0, Math.floor(axis.left)), Math.ceil(axis.right) + 1);
}

/** Vertical lines from top to bottom; `step` in ticks, 0 or 1 for none below the beat. */
export function paintGrid(pen: CanvasRenderingContext2D, axis: Axis, lines: readonly GridLine[], step: number, top: number, bottom: number, palette: Palette): void {
  const beat = beatWidth(axis, lines);
  const height = bottom - top;
  const stride = barStride(axis, lines);
  if (step > 1 && step * axis.scale >= LEAST_STEP && beat >= step * axis.scale * 1.5) {
    pen.fillStyle = palette.step;
    for (let index = 0; index < lines.length; index++) {
      const end = lines[index + 1]?.tick ?? axis.right;
      for (let tick = lines[index].tick + step; tick < end - 1; tick += step) {
        pen.fillRect(Math.round(axis.x(tick)), top, 1, height);
      }
    }
  }
  for (const line of lines) {
    const x = Math.round(axis.x(line.tick));
    if (line.beat === 1) {
      if (stride === 1 || (line.bar - 1) % Math.max(1, stride / 4) === 0) {
        pen.fillStyle = palette.bar;
        pen.fillRect(x, top, 1, height);
      }
    } else if (beat >= LEAST_BEAT) {
      pen.fillStyle = palette.beat;
      pen.fillRect(x, top, 1, height);
    }
  }
}

/** Bar numbers above, seconds below where there is room for them. */
export function paintRuler(pen: CanvasRenderingContext2D, song: Song, axis: Axis, lines: readonly GridLine[], top: number, height: number, palette: Palette, clock: boolean): void {
  pen.fillStyle = palette.raised;
  pen.fillRect(0, top, axis.width, height);
  const stride = barStride(axis, lines);
  const beats = stride === 1 && beatWidth(axis, lines) >= 64;
  pen.textBaseline = 'alphabetic';
  for (const line of lines) {
    const x = Math.round(axis.x(line.tick));
    if (line.beat === 1 && (line.bar - 1) % stride === 0) {
      pen.fillStyle = palette.lineStrong;
      pen.fillRect(x, top + height - (clock ? 22 : 16), 1, clock ? 22 : 16);
      pen.font = palette.rulerBold;
      pen.fillStyle = palette.quiet;
      pen.fillText(String(line.bar), x + 4, top + height - (clock ? 12 : 5));
      if (clock) {
        pen.font = palette.ruler;
        pen.fillStyle = palette.faint;
        pen.fillText(shortClock(song.seconds(line.tick)), x + 4, top + height - 2);
      }
    } else if (beats && line.beat !== 1) {
      pen.fillStyle = palette.lineStrong;
      pen.fillRect(x, top + height - 6, 1, 6);
      pen.font = palette.ruler;
      pen.fillStyle = palette.faint;
      pen.fillText(`${line.bar}.${line.beat}`, x + 4, top + height - (clock ? 12 : 5));
    } else if (line.beat === 1) {
      pen.fillStyle = palette.lineStrong;
      pen.fillRect(x, top + height - 4, 1, 4);
    }
  }
  pen.fillStyle = palette.line;
  pen.fillRect(0, top + height - 1, axis.width, 1);
}

function beatWidth(axis: Axis, lines: readonly GridLine[]): number {
  return lines.length > 1 ? (lines[1].tick - lines[0].tick) * axis.scale : 100;
}

/** Every how many bars a number fits: 1, 2, 4, 8 … */
function barStride(axis: Axis, lines: readonly GridLine[]): number {
  let first: GridLine | undefined;
  for (const line of lines) {
    if (line.beat === 1) {
      if (first) {
        const width = (line.tick - first.tick) * axis.scale;
        let stride = 1;
        while (width * stride < LEAST_LABEL) {
          stride *= 2;
        }
        return stride;
      }
      first = line;
    }
  }
  return 1;
}
