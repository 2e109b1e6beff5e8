import type { At, Gesture } from '../pointer/pointing';
import { snapped } from '../time/grid-step';
import { bpmWords, type LaneItem } from './lane-items';
import type { ArrangementStage } from './stage';

/** Pixels a quarter a minute. */
const PER_BPM = 2;
const TREMBLE = 3;

/**
 * Drags a change of tempo up and down, or in time; a change of metre in time. Where the drag goes first decides which. The
 * song's own tempo, at the start, goes up and down only; Shift is ten times finer.
 */
export function stepGesture(stage: ArrangementStage, from: At, item: LaneItem): Gesture {
  const w = stage.workspace;
  const grabbed = stage.layout.axis.tick(from.x);
  const before = w.seen.tempos.find(tempo => tempo.handle === item.handle)?.bpm ?? 120;
  let way: 'time' | 'value' | null = null;
  const finish = () => {
    stage.draft = null;
    stage.says = null;
    stage.redrawAll();
  };
  return {
    move(at) {
      const dx = Math.abs(at.x - from.x);
      const dy = Math.abs(at.y - from.y);
      if (way === null && Math.max(dx, dy) > TREMBLE) {
        way = item.kind === 'tempo' && (dy >= dx || item.start === 0) ? 'value' : item.start > 0 ? 'time' : null;
      }
      if (way === 'value') {
        const bpm = Math.min(999, Math.max(10, before + (from.y - at.y) / PER_BPM / (at.shift ? 10 : 1)));
        const rounded = at.shift ? Math.round(bpm * 10) / 10 : Math.round(bpm);
        stage.draft = { kind: 'tempo', item: item.handle, bpm: rounded };
        stage.says = { text: `♩ ${bpmWords(rounded)}`, x: at.x, y: at.y };
      } else if (way === 'time') {
        const start = Math.max(1, snapped(w.song, Math.max(0, item.start + stage.layout.axis.tick(at.x) - grabbed), w.step('arrangement', at.free)));
        stage.draft = { kind: 'item', item: item.handle, start, length: 0 };
        stage.says = { text: w.song.position(start), x: at.x, y: at.y };
      }
      if (way) {
        stage.redrawAll();
      }
    },
    end() {
      const draft = stage.draft;
      finish();
      if (draft?.kind === 'tempo' && draft.bpm !== before) {
        w.attempt(() => w.song.setTempo(item.start, draft.bpm));
      } else if (draft?.kind === 'item' && draft.start !== item.start) {
        w.attempt(() => w.song.arranging.moveStep(item.handle, draft.start));
      }
    },
    cancel: finish
  };
}
