import type { At, Gesture } from '../pointer/pointing';
import { barEnd, barStart } from '../time/grid-step';
import type { Workspace } from '../workspace/workspace';
import type { LaneItem } from './lane-items';
import type { ArrangementStage } from './stage';
import { t } from '../../words/words';

/**
 * Drags a section as a whole: its bars with all that they hold go where it is dropped, between two bars. With Alt a copy goes
 * there, with Alt and Shift one whose clips are aliases; with Shift alone only the name moves, as other things of the lanes do.
 */
export function sectionGesture(stage: ArrangementStage, from: At, item: LaneItem): Gesture {
  const w = stage.workspace;
  const end = item.start + item.length;
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
      const before = seam(w, Math.max(0, stage.layout.axis.tick(at.x)), item);
      stage.draft = { kind: 'whole', item: item.handle, start: item.start, length: item.length, before, copy: at.alt, aliases: at.alt && at.shift };
      stage.says = { text: words(w, stage.draft, item), x: at.x, y: at.y };
      stage.redrawAll();
    },
    end() {
      const draft = stage.draft;
      finish();
      if (draft?.kind !== 'whole') {
        return;
      }
      if (draft.copy) {
        const copy = w.attempt(() => w.song.arranging.copySection(item.handle, draft.before, draft.aliases));
        if (copy !== undefined) {
          w.laneItems.set([copy]);
        }
      } else if (draft.before < item.start || draft.before > end) {
        w.attempt(() => w.song.arranging.moveSection(item.handle, draft.before));
      }
    },
    cancel: finish
  };
}

function words(w: Workspace, draft: { before: number; copy: boolean; aliases: boolean }, item: LaneItem): string {
  const bar = w.song.position(draft.before).split('.')[0];
  if (draft.copy) {
    return draft.aliases ? t('A copy of “{0}” with aliases before bar {1}', item.text, bar) : t('A copy of “{0}” before bar {1}', item.text, bar);
  }
  return draft.before >= item.start && draft.before <= item.start + item.length ? t('“{0}” stays', item.text)
    : t('“{0}” with all its bars before bar {1}', item.text, bar);
}

/** Where it would come to lie: before or after the section under the pointer, else between two bars. */
function seam(w: Workspace, tick: number, item: LaneItem): number {
  const over = w.seen.sections.find(section => section.handle !== item.handle && tick >= section.start && tick < section.start + section.length);
  if (over) {
    return tick < over.start + over.length / 2 ? over.start : over.start + over.length;
  }
  const start = barStart(w.song, tick);
  const next = barEnd(w.song, start);
  return tick - start < next - tick ? start : next;
}
