import { Note, NOTE_STRIDE } from '../../song/song';
import { t } from '../../words/words';
import type { At, Gesture } from '../pointer/pointing';
import { hitsWithin } from './find-hits';
import type { Step } from './drums-layout';
import type { DrumsStage } from './drums-stage';

const TREMBLE = 4;
/** Velocities a pixel of dragging. */
const LOUDER = 0.8;

function finish(stage: DrumsStage): void {
  stage.draft = null;
  stage.says = null;
  stage.workspace.audition.stop();
  stage.redrawHits();
}

/** Paints hits along a drum, or clears its steps: from the step that was pressed, over those that the pointer comes across. */
export function paintGesture(stage: DrumsStage, first: Step, on: boolean): Gesture {
  const { workspace: w, layout } = stage;
  const steps = new Map<number, Step>([[first.tick, first]]);
  let last = first.tick;
  const show = () => {
    stage.draft = { kind: 'paint', on, steps: [...steps.values()] };
    stage.redrawHits();
  };
  if (on) {
    w.audition.touch(first.pitch, w.lastVelocity);
  }
  stage.ghost = null;
  show();
  return {
    move(at) {
      const tick = Math.min(layout.to - 1, Math.max(layout.from, layout.tick(at.x)));
      const size = steps.size;
      // A fast pointer skips steps: all between the last one and this one are meant.
      for (let step = layout.stepAt(first.pitch, last); step; step = layout.stepAt(first.pitch, step.tick + (tick > last ? step.length : -1))) {
        steps.set(step.tick, step);
        if (tick >= step.tick && tick < step.tick + step.length) {
          last = step.tick;
          break;
        }
        if (tick > last ? step.tick > tick : step.tick < tick) {
          break;
        }
      }
      if (steps.size !== size) {
        stage.says = { text: on ? t('{0} hits', steps.size) : t('{0} steps cleared', steps.size), x: at.x, y: at.y };
        show();
      }
    },
    end() {
      finish(stage);
      const begins = [...steps.values()].map(step => step.begin);
      w.attempt(() => w.song.patterns.paint(layout.pattern, first.pitch, begins, on, w.lastVelocity));
      w.caret.tick = first.tick;
      w.caret.pitch = first.pitch;
      w.notes.clear();
      w.viewChanged('notes');
    },
    cancel: () => finish(stage)
  };
}

/** A press on a hit: lifted at once it clears the step, dragged up or down it changes velocities, along it clears the steps it passes. */
export function hitGesture(stage: DrumsStage, from: At, hit: number, step: Step): Gesture {
  const { workspace: w, layout } = stage;
  const { notes } = layout.heard;
  const handle = notes[hit * NOTE_STRIDE]!;
  const before = notes[hit * NOTE_STRIDE + Note.velocity]!;
  let gesture: Gesture | null = null;
  if (!w.notes.has(handle)) {
    w.notes.set([handle]);
  }
  w.audition.touch(step.pitch, before);
  return {
    move(at) {
      if (!gesture) {
        const across = Math.abs(at.x - from.x);
        const up = Math.abs(at.y - from.y);
        if (Math.max(across, up) <= TREMBLE) {
          return;
        }
        gesture = at.alt || from.alt ? shiftGesture(stage, from) : up >= across ? velocityGesture(stage, from, before, step.pitch) : paintGesture(stage, step, false);
      }
      gesture.move(at);
    },
    end(at) {
      if (gesture) {
        gesture.end(at);
      } else {
        finish(stage);
        w.attempt(() => w.song.patterns.remove(layout.pattern, [handle]));
        w.caret.tick = step.tick;
        w.caret.pitch = step.pitch;
        w.notes.clear();
        w.viewChanged('notes');
      }
    },
    cancel() {
      gesture?.cancel();
      finish(stage);
    }
  };
}

/** Drags the velocities of the chosen hits by the same amount. */
function velocityGesture(stage: DrumsStage, from: At, before: number, pitch: number): Gesture {
  const { workspace: w } = stage;
  return {
    move(at) {
      const by = Math.max(1 - before, Math.min(127 - before, Math.round((from.y - at.y) * LOUDER)));
      stage.draft = { kind: 'velocity', by };
      stage.says = { text: w.notes.size > 1 ? t('Velocity {0}', `${by >= 0 ? '+' : '−'}${Math.abs(by)}`) : t('Velocity {0}', before + by), x: at.x, y: at.y };
      stage.redrawHits();
    },
    end() {
      const draft = stage.draft;
      finish(stage);
      if (draft?.kind === 'velocity' && draft.by !== 0) {
        w.attempt(() => w.song.changeVelocity(w.notes.all(), draft.by));
        w.lastVelocity = before + draft.by;
        w.audition.touch(pitch, w.lastVelocity);
      }
    },
    cancel: () => finish(stage)
  };
}

/** Drags the chosen hits off their steps, tick by tick. */
function shiftGesture(stage: DrumsStage, from: At): Gesture {
  const { workspace: w, layout } = stage;
  return {
    move(at) {
      const ticks = Math.round((at.x - from.x) / layout.axis.scale);
      stage.draft = { kind: 'shift', ticks };
      const handle = w.notes.all().at(-1);
      const off = ticks + (handle === undefined ? 0 : layout.offsetOf(handle));
      stage.says = { text: off === 0 ? t('On the step') : off < 0 ? t('{0} ticks early', -off) : t('{0} ticks late', off), x: at.x, y: at.y };
      stage.redrawHits();
    },
    end() {
      const draft = stage.draft;
      finish(stage);
      if (draft?.kind === 'shift' && draft.ticks !== 0) {
        w.attempt(() => w.song.patterns.shift(layout.pattern, w.notes.all(), draft.ticks));
      }
    },
    cancel: () => finish(stage)
  };
}

/** The rubber band over hits. */
export function hitBandGesture(stage: DrumsStage, from: At): Gesture {
  const { workspace: w, layout } = stage;
  const before = w.notes.all();
  const tick = layout.tick(from.x);
  const scroll = layout.scroll;
  return {
    move(at) {
      const x = layout.x(tick);
      const y = from.y + scroll - layout.scroll;
      stage.draft = { kind: 'band', x, y, toX: at.x, toY: at.y };
      w.notes.set([...before, ...hitsWithin(layout, x, y, at.x, at.y)]);
      stage.redrawHits();
    },
    end: () => finish(stage),
    cancel() {
      w.notes.set(before);
      finish(stage);
    }
  };
}

/** Plays a drum by its name; harder further to the right. */
export function drumNameGesture(stage: DrumsStage, from: At, pitch: number): Gesture {
  const { workspace: w, layout } = stage;
  w.audition.play(pitch, Math.max(30, Math.min(127, Math.round(40 + 87 * from.x / layout.mutes))));
  w.caret.pitch = pitch;
  w.viewChanged('notes');
  return { move: () => {}, end: () => w.audition.stop(), cancel: () => w.audition.stop() };
}
