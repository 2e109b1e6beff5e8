import { Break, type Lyric } from '../../song/lyrics';
import { fit } from '../canvas/letters';
import { paintChosenByOther } from '../canvas/paint-people';
import { colours } from '../canvas/palette';
import { lyricOf, beginWith } from '../lyrics/words';
import { LINE, type MenuEntry, item as commandItem } from '../menu/menu';
import type { At, Gesture } from '../pointer/pointing';
import type { Workspace } from '../workspace/workspace';
import type { LaneItem } from './lane-items';
import type { LanePlace, Layout } from './layout';
import { openLyricField } from './lyric-field';
import type { ArrangementStage } from './stage';
import { t } from '../../words/words';

/** Pixels a syllable needs on the average; below that, whole lines are written. */
const CLOSE = 16;

/** The words under the chords: syllables at their notes, or lines where syllables would touch. */
export function paintLyricLane(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, lane: LanePlace, dragged: { item: number; start: number } | null): void {
  const palette = colours();
  const { axis } = layout;
  const all = w.song.lyrics.all();
  const seen = all.filter(lyric => lyric.start + lyric.length > axis.left && lyric.start < axis.right);
  pen.textBaseline = 'middle';
  const middle = lane.top + lane.height / 2 + 0.5;
  if (seen.length * CLOSE > layout.width) {
    paintLines(pen, w, layout, middle);
    return;
  }
  pen.font = palette.small;
  seen.forEach((lyric, index) => {
    const x = Math.round(axis.x(lyric.handle === dragged?.item ? dragged.start : lyric.start));
    const next = seen[index + 1];
    const width = (next ? axis.x(next.start) : x + 160) - x - 3;
    if (lyric.before !== Break.none) {
      pen.fillStyle = palette.lineStrong;
      pen.fillRect(x - 1, lane.top + 3, 1, lane.height - 7);
      if (lyric.before === Break.paragraph) {
        pen.fillRect(x - 3, lane.top + 3, 1, lane.height - 7);
      }
    }
    pen.fillStyle = lyric.note < 0 ? palette.quiet : palette.text;
    pen.fillText(lyric.text === '_' ? '—' : fit(pen, lyric.text.replace('=', '-'), Math.max(width, 12)), x + 3, middle);
    if (w.laneItems.has(lyric.handle)) {
      pen.strokeStyle = palette.accent;
      pen.lineWidth = 1.5;
      pen.beginPath();
      pen.roundRect(x + 0.5, lane.top + 1.5, Math.max(12, Math.min(width, pen.measureText(lyric.text).width + 7)), lane.height - 4, 3);
      pen.stroke();
    }
    for (const person of w.song.people) {
      if (!person.self && person.selection.includes(lyric.handle)) {
        paintChosenByOther(pen, x, lane.top + 1, Math.max(12, Math.min(width, 60)), lane.height - 3, person.colour);
      }
    }
  });
}

function paintLines(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, middle: number): void {
  pen.font = colours().ruler;
  pen.fillStyle = colours().quiet;
  const lines = w.song.lyrics.lines().filter(line => line.syllables.length > 0);
  lines.forEach((line, index) => {
    const x = layout.axis.x(line.start);
    const end = lines[index + 1] ? layout.axis.x(lines[index + 1]!.start) : layout.width;
    if (end > 0 && x < layout.width) {
      pen.fillText(fit(pen, line.read.join(''), end - x - 8), x + 3, middle);
    }
  });
}

/** Drags a syllable to another note. */
export function lyricGesture(stage: ArrangementStage, from: At, item: LaneItem): Gesture {
  const w = stage.workspace;
  const grabbed = stage.layout.axis.tick(from.x) - item.start;
  const finish = () => {
    stage.draft = null;
    stage.says = null;
    stage.redrawAll();
  };
  return {
    move(at) {
      if (!stage.draft && Math.abs(at.x - from.x) <= 3) {
        return;
      }
      const start = Math.max(0, Math.round(stage.layout.axis.tick(at.x) - grabbed));
      stage.draft = { kind: 'item', item: item.handle, start, length: item.length };
      stage.says = { text: w.song.position(start), x: at.x, y: at.y };
      stage.redrawAll();
    },
    end() {
      const draft = stage.draft;
      finish();
      if (draft?.kind === 'item' && draft.start !== item.start) {
        w.attempt(() => w.song.lyrics.move(item.handle, draft.start));
      }
    },
    cancel: finish
  };
}

/** What the menu of the lane offers, at a syllable and beside one. */
export function lyricMenu(stage: ArrangementStage, item: LaneItem | undefined, tick: number): { title: string; entries: MenuEntry[] } {
  const w = stage.workspace;
  const lyric = item && lyricOf(w, item.handle);
  const begins = (name: string, what: Break, found: Lyric): MenuEntry =>
    ({ name, checked: found.before === what, run: () => beginWith(w, found, found.before === what ? Break.none : what) });
  const entries: MenuEntry[] = lyric ? [
    { name: t('Edit'), key: 'F2', run: () => openLyricField(stage, lyric.start) },
    { name: t('Insert before'), run: () => openLyricField(stage, lyric.start, lyric) },
    { name: t('Delete'), key: 'Del', run: () => { w.laneItems.clear(); w.attempt(() => w.song.lyrics.remove([lyric.handle])); } },
    LINE, commandItem('lyric-left', w), commandItem('lyric-right', w), commandItem('lyrics-left', w), commandItem('lyrics-right', w),
    LINE, begins(t('A line begins here'), Break.line, lyric), begins(t('A paragraph begins here'), Break.paragraph, lyric), LINE
  ] : [{ name: t('Words from here'), run: () => openLyricField(stage, tick) }];
  return { title: t('Lyrics'), entries: [...entries, commandItem('lyrics', w), commandItem('lyrics-read', w)] };
}
