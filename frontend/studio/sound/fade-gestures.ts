import { NONE, type Handle } from '../../song/song';
import { t } from '../../words/words';
import type { ArrangementStage } from '../arrangement/stage';
import { CLIP_TITLE } from '../arrangement/paint-clips';
import type { At, Gesture } from '../pointer/pointing';

export type FadeEdge = 'fadeIn' | 'fadeOut';

/** Microseconds between two ticks. */
function micros(stage: ArrangementStage, from: number, to: number): number {
  const { song } = stage.workspace;
  return (song.seconds(to) - song.seconds(from)) * 1e6;
}

/** The fade's corner under a point of a chosen clip of recorded sound: the upper corners, or where the fades reach. */
export function fadeUnder(stage: ArrangementStage, x: number, y: number, touch: boolean): { clip: Handle; edge: FadeEdge } | null {
  const { workspace: w, layout } = stage;
  const row = layout.row(layout.trackAt(y));
  if (row < 0) return null;
  const top = layout.y(row) + 1 + (layout.rowHeight(row) - 3 >= 36 ? CLIP_TITLE : 0);
  const near = touch ? 16 : 8;
  if (Math.abs(y - top - 4) > near) return null;
  for (const handle of w.clips.all()) {
    const clip = w.seen.clip(handle);
    const recorded = w.song.media.clips().get(handle);
    if (!clip || !recorded || layout.row(clip.track) !== row) continue;
    const left = layout.axis.x(clip.start);
    const right = layout.axis.x(clip.start + clip.length);
    if (right - left < 40) continue;
    const begin = w.song.seconds(clip.start);
    const inAt = layout.axis.x(w.song.tick(begin + recorded.fadeIn / 1e6));
    const outAt = layout.axis.x(w.song.tick(w.song.seconds(clip.start + clip.length) - recorded.fadeOut / 1e6));
    if (Math.abs(x - Math.max(left + 4, inAt)) <= near) return { clip: handle, edge: 'fadeIn' };
    if (Math.abs(x - Math.min(right - 4, outAt)) <= near) return { clip: handle, edge: 'fadeOut' };
  }
  return null;
}

/** Drags a fade by its corner. */
export function fadeGesture(stage: ArrangementStage, held: Handle, edge: FadeEdge): Gesture {
  const { workspace: w, layout } = stage;
  const clip = w.seen.clip(held);
  const finish = () => {
    w.fadeDraft = null;
    stage.says = null;
    stage.redrawClips();
  };
  return {
    move(at: At) {
      if (!clip) return;
      const tick = Math.min(clip.start + clip.length, Math.max(clip.start, layout.axis.tick(at.x)));
      const length = Math.round(edge === 'fadeIn' ? micros(stage, clip.start, tick) : micros(stage, tick, clip.start + clip.length));
      w.fadeDraft = { clip: held, [edge]: length };
      stage.says = { text: t(edge === 'fadeIn' ? 'Fade in {0} ms' : 'Fade out {0} ms', Math.round(length / 1000)), x: at.x, y: at.y };
      stage.redrawClips();
    },
    end() {
      const draft = w.fadeDraft;
      finish();
      if (draft) w.attempt(() => w.song.media.fade(w.clips.all(), draft.fadeIn ?? -1, draft.fadeOut ?? -1));
    },
    cancel: finish
  };
}

/** The clip of recorded sound whose sound is meant: the first chosen one. */
export function chosenRecorded(stage: ArrangementStage['workspace']): Handle {
  return stage.clips.all().find(clip => stage.song.media.clips().has(clip)) ?? NONE;
}
