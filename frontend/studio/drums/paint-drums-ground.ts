import { STRETCH, type Drum } from '../../song/patterns';
import { t } from '../../words/words';
import { fit } from '../canvas/letters';
import { paintRuler, visibleLines } from '../canvas/paint-grid';
import { colours, type Palette } from '../canvas/palette';
import { mixed } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import { DRUMS_RULER, type DrumsLayout } from './drums-layout';
import { lengthWords } from './step-words';

const LEAST_CELL = 5;
const BEAT = 960;

/** What lies under the hits: a row of steps for each drum, its name, the ruler. */
export function paintDrumsGround(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout): void {
  const palette = colours();
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, layout.width, layout.height);
  const loop = w.openedClip?.loop ?? 0;
  layout.drums.forEach((drum, row) => {
    const y = layout.rowTop(row);
    if (y < layout.height && y + layout.rowHeight > DRUMS_RULER) {
      paintSteps(pen, layout, drum, loop, y, palette);
    }
  });
  paintBars(pen, w, layout, palette);
  paintNames(pen, w, layout, palette);
  pen.save();
  pen.beginPath();
  pen.rect(layout.names, 0, layout.width - layout.names, DRUMS_RULER);
  pen.clip();
  pen.translate(layout.names, 0);
  paintRuler(pen, w.song, layout.axis, visibleLines(w.song, layout.axis), 0, DRUMS_RULER, palette, false);
  pen.fillStyle = mixed(layout.colour, 13);
  pen.fillRect(layout.axis.x(layout.from), 0, (layout.to - layout.from) * layout.axis.scale, 3);
  pen.restore();
  pen.fillStyle = palette.panel;
  pen.fillRect(0, 0, layout.names, DRUMS_RULER);
  pen.fillStyle = palette.line;
  pen.fillRect(0, DRUMS_RULER - 1, layout.names, 1);
  pen.fillRect(layout.names - 1, 0, 1, layout.height);
}

function paintSteps(pen: CanvasRenderingContext2D, layout: DrumsLayout, drum: Drum, loop: number, y: number, palette: Palette): void {
  const step = layout.stepOf(drum.pitch);
  const period = drum.length || loop || Infinity;
  const stretches = layout.stretchesOf(drum.pitch);
  const height = layout.rowHeight;
  const cell = step * layout.axis.scale;
  pen.save();
  pen.beginPath();
  pen.rect(layout.names, DRUMS_RULER, layout.width - layout.names, layout.height);
  pen.clip();
  for (let at = 0; at < stretches.length; at += STRETCH) {
    const from = stretches[at]!;
    const to = stretches[at + 1]!;
    const source = stretches[at + 2]!;
    const again = from >= layout.from + period;
    if (cell < LEAST_CELL) {
      pen.fillStyle = again ? palette.panel : palette.raised;
      pen.fillRect(layout.x(from), y + 1, (to - from) * layout.axis.scale, height - 2);
      continue;
    }
    for (let begin = Math.floor(source / step) * step; from + begin - source < to; begin += step) {
      const tick = Math.max(from, from + begin - source);
      const x = layout.x(tick);
      if (x > layout.width) {
        break;
      }
      const width = Math.min(to - tick, step) * layout.axis.scale - 1;
      if (x + width >= layout.names) {
        pen.fillStyle = Math.floor(begin / BEAT) % 2 === 0 ? (again ? palette.panel : palette.hover) : (again ? palette.whiteRow : palette.raised);
        pen.fillRect(x, y + 1, width, height - 2);
        if (begin % BEAT === 0) {
          pen.fillStyle = palette.bar;
          pen.fillRect(x, y + 1, 1, height - 2);
        }
      }
    }
    if (again || from > layout.from) {
      pen.fillStyle = mixed(layout.colour, 8);
      pen.fillRect(Math.round(layout.x(from)) - 1, y + 1, 1, height - 2);
    }
  }
  pen.restore();
}

function paintBars(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout, palette: Palette): void {
  const bottom = Math.min(layout.height, layout.rowTop(layout.drums.length));
  pen.fillStyle = palette.lineStrong;
  for (const line of visibleLines(w.song, layout.axis)) {
    const x = Math.round(layout.x(line.tick));
    if (line.beat === 1 && x > layout.names && line.tick > layout.from && line.tick < layout.to) {
      pen.fillRect(x - 1, DRUMS_RULER, 1, bottom - DRUMS_RULER);
    }
  }
}

function paintNames(pen: CanvasRenderingContext2D, w: Workspace, layout: DrumsLayout, palette: Palette): void {
  pen.save();
  pen.beginPath();
  pen.rect(0, DRUMS_RULER, layout.names - 1, layout.height - DRUMS_RULER);
  pen.clip();
  pen.textBaseline = 'middle';
  pen.fillStyle = palette.panel;
  pen.fillRect(0, DRUMS_RULER, layout.names, layout.height);
  layout.drums.forEach((drum, row) => {
    const y = layout.rowTop(row);
    const middle = y + layout.rowHeight / 2 + 0.5;
    pen.fillStyle = drum.pitch === w.caret.pitch && w.place === 'notes' ? palette.hover : row % 2 === 0 ? palette.raised : palette.panel;
    pen.fillRect(0, y, layout.names, layout.rowHeight);
    if (drum.group !== layout.drums[row + 1]?.group) {
      pen.fillStyle = palette.lineStrong;
      pen.fillRect(0, y + layout.rowHeight - 1, layout.names, 1);
    }
    const own = lengthWords(drum);
    pen.font = palette.ruler;
    const room = own === '' ? 0 : pen.measureText(own).width + 8;
    if (room > 0) {
      pen.fillStyle = palette.accent;
      pen.textAlign = 'right';
      pen.fillText(own, layout.mutes - 4, middle);
      pen.textAlign = 'left';
    }
    pen.font = palette.small;
    pen.fillStyle = drum.muted ? palette.faint : drum.hits > 0 ? palette.text : palette.quiet;
    pen.fillText(fit(pen, w.drumWords(drum.pitch), layout.mutes - 14 - room), 10, middle);
    if (drum.hits > 0) {
      paintMute(pen, layout, drum.muted, y, palette);
    }
  });
  pen.font = palette.small;
  pen.fillStyle = palette.quiet;
  pen.fillText(w.drums.all ? t('Fewer drums') : t('More drums …'), 10, layout.rowTop(layout.drums.length) + layout.rowHeight / 2 + 0.5);
  pen.restore();
}

function paintMute(pen: CanvasRenderingContext2D, layout: DrumsLayout, muted: boolean, y: number, palette: Palette): void {
  pen.font = palette.rulerBold;
  pen.textAlign = 'center';
  if (muted) {
    pen.fillStyle = palette.accent;
    pen.beginPath();
    pen.roundRect(layout.mutes, y + 3, 18, layout.rowHeight - 6, 3);
    pen.fill();
  }
  pen.fillStyle = muted ? palette.onColour : palette.faint;
  pen.fillText('M', layout.mutes + 9, y + layout.rowHeight / 2 + 0.5);
  pen.textAlign = 'left';
}
