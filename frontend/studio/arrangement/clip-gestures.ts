import { NONE, type Handle } from '../../song/song';
import type { At, Gesture } from '../pointer/pointing';
import { snapped, snappedDown, stepLength } from '../time/grid-step';
import { addClip, chosenClips } from '../workspace/clip-actions';
import { clipsWithin } from './find';
import type { ArrangementStage } from './stage';
import { t } from '../../words/words';

/** Pixels a mouse may tremble before a press becomes a drag. */
const TREMBLE = 3;

function says(stage: ArrangementStage, at: At, tick: number): void {
  const step = stage.workspace.step('arrangement', at.free);
  stage.says = { text: `${stage.workspace.song.position(tick)}  ·  ${t(step.name)}`, x: at.x, y: at.y };
}

/** Moves the chosen clips, or copies them with Alt (aliases with Alt and Shift). */
export function moveGesture(stage: ArrangementStage, from: At, held: Handle, wasChosen: boolean): Gesture {
  const w = stage.workspace;
  const clip = w.seen.clip(held);
  const grabbed = stage.layout.axis.tick(from.x);
  const fromTrack = stage.layout.trackAt(from.y);
  const chosen = chosenClips(w);
  const earliest = Math.min(...chosen.map(each => each.start));
  const order = new Map(w.seen.tracks.map((track, index) => [track.handle, index]));
  const places = chosen.map(each => order.get(each.track) ?? 0);
  let moved = false;
  const finish = () => {
    stage.draft = null;
    stage.says = null;
    stage.redrawClips();
  };
  return {
    move(at) {
      moved ||= Math.hypot(at.x - from.x, at.y - from.y) > TREMBLE;
      if (!moved || !clip) {
        return;
      }
      const wanted = clip.start + stage.layout.axis.tick(at.x) - grabbed;
      const ticks = Math.max(-earliest, snapped(w.song, wanted, w.step('arrangement', at.free)) - clip.start);
      const row = stage.layout.rowAt(Math.max(stage.layout.top, at.y));
      const over = stage.layout.handles[row < 0 ? stage.layout.handles.length - 1 : row];
      const wish = stage.layout.tracksBetween(fromTrack, over);
      const tracks = Math.min(w.seen.tracks.length - 1 - Math.max(...places), Math.max(-Math.min(...places), wish));
      stage.draft = { kind: at.alt ? (at.shift ? 'alias' : 'copy') : 'move', ticks, tracks };
      says(stage, at, clip.start + ticks);
      stage.redrawClips();
    },
    end(at) {
      const draft = stage.draft;
      finish();
      if (!moved) {
        if (wasChosen && !at.shift && w.clips.size > 1) {
          w.clips.set([held]);
        }
        return;
      }
      if (draft && 'tracks' in draft && (draft.ticks !== 0 || draft.tracks !== 0)) {
        if (draft.kind === 'move') {
          w.attempt(() => w.song.moveClips(w.clips.all(), draft.ticks, draft.tracks));
        } else {
          const copies = w.attempt(() => w.song.copyClips(w.clips.all(), draft.ticks, draft.tracks, draft.kind === 'alias'));
          if (copies) {
            w.take(copies);
          }
        }
      }
    },
    cancel: finish
  };
}

export function resizeGesture(stage: ArrangementStage, from: At, held: Handle, edge: 'left' | 'right'): Gesture {
  const w = stage.workspace;
  const clip = w.seen.clip(held);
  const grabbed = stage.layout.axis.tick(from.x);
  const finish = () => {
    stage.draft = null;
    stage.says = null;
    stage.redrawClips();
  };
  return {
    move(at) {
      if (!clip || (!stage.draft && Math.abs(at.x - from.x) <= TREMBLE)) {
        return;
      }
      const step = w.step('arrangement', at.free);
      const base = edge === 'left' ? clip.start : clip.start + clip.length;
      let ticks = snapped(w.song, base + stage.layout.axis.tick(at.x) - grabbed, step) - base;
      ticks = edge === 'left' ? Math.min(clip.length - 1, Math.max(ticks, -clip.offset, -clip.start)) : Math.max(ticks, 1 - clip.length);
      stage.draft = { kind: edge, ticks };
      says(stage, at, base + ticks);
      stage.redrawClips();
    },
    end() {
      const draft = stage.draft;
      finish();
      if (draft && 'ticks' in draft && draft.ticks !== 0) {
        w.attempt(() => w.song.resizeClips(w.clips.all(), edge, draft.ticks));
      }
    },
    cancel: finish
  };
}

/** The rubber band: chooses every clip that it touches. */
export function bandGesture(stage: ArrangementStage, from: At): Gesture {
  const w = stage.workspace;
  const before = from.shift ? w.clips.all() : [];
  const tick = stage.layout.axis.tick(from.x);
  const scroll = stage.layout.scroll;
  if (!from.shift) {
    w.clips.clear();
    w.laneItems.clear();
  }
  const finish = () => {
    stage.draft = null;
    stage.redrawClips();
  };
  return {
    move(at) {
      const x = stage.layout.axis.x(tick);
      const y = from.y + scroll - stage.layout.scroll;
      stage.draft = { kind: 'band', x, y, toX: at.x, toY: at.y };
      w.clips.set([...before, ...clipsWithin(w, stage.layout, x, y, at.x, at.y)]);
      stage.redrawClips();
    },
    end(at) {
      if (!stage.draft) {
        placeCaret(stage, at);
      }
      finish();
    },
    cancel() {
      w.clips.set(before);
      finish();
    }
  };
}

/** The pencil: draws a clip from where it is pressed to where it is let go. */
export function drawGesture(stage: ArrangementStage, from: At, track: Handle): Gesture {
  const w = stage.workspace;
  const start = snappedDown(w.song, stage.layout.axis.tick(from.x), w.step('arrangement', from.free));
  const least = stepLength(w.song, start, w.step('arrangement', from.free));
  let dragged = false;
  const finish = () => {
    stage.draft = null;
    stage.says = null;
    stage.redrawClips();
  };
  return {
    move(at) {
      dragged ||= Math.abs(at.x - from.x) > TREMBLE;
      const to = Math.max(start + least, snapped(w.song, stage.layout.axis.tick(at.x), w.step('arrangement', at.free)));
      stage.draft = { kind: 'draw', track, from: start, to };
      says(stage, at, to);
      stage.redrawClips();
    },
    end() {
      const draft = stage.draft;
      finish();
      if (draft?.kind === 'draw' && dragged) {
        addClip(w, track, start, draft.to - start);
      } else {
        addClip(w, track, start);
      }
    },
    cancel: finish
  };
}

/** Puts the caret where nothing lies. */
export function placeCaret(stage: ArrangementStage, at: At): void {
  const w = stage.workspace;
  const track = stage.layout.trackAt(at.y);
  w.caret.tick = snappedDown(w.song, Math.max(0, stage.layout.axis.tick(at.x)), w.step('arrangement', at.free));
  if (track !== NONE) {
    w.caret.track = track;
  }
  w.viewChanged('arrangement');
}
