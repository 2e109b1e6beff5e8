import type { At, Gesture } from '../pointer/pointing';
import { snapped, stepLength } from '../time/grid-step';
import type { ArrangementStage } from './stage';

/** A press on the ruler goes there at once and follows the pointer. */
export function seekGesture(stage: ArrangementStage, from: At): Gesture {
  const w = stage.workspace;
  const before = w.song.transport.playhead;
  const seek = (at: At) => {
    const tick = snapped(w.song, Math.max(0, stage.layout.axis.tick(at.x)), w.step('arrangement', at.free));
    w.song.transport.seek(tick);
    stage.says = { text: w.song.position(tick), x: at.x, y: 56 };
    stage.redrawOverlay();
  };
  const finish = () => {
    stage.says = null;
    stage.redrawOverlay();
  };
  seek(from);
  return { move: seek, end: finish, cancel() { w.song.transport.seek(before); finish(); } };
}

/** In the strip above the ruler: draws a loop, moves it, or takes it by an end. A press without moving turns it on or off. */
export function loopGesture(stage: ArrangementStage, from: At): Gesture {
  const w = stage.workspace;
  const transport = w.song.transport;
  const { loop } = transport;
  const axis = stage.layout.axis;
  const pressed = axis.tick(from.x);
  const has = loop.to > loop.from;
  const part = !has ? 'new' : Math.abs(from.x - axis.x(loop.from)) < 8 ? 'from' : Math.abs(from.x - axis.x(loop.to)) < 8 ? 'to'
    : pressed > loop.from && pressed < loop.to ? 'whole' : 'new';
  let moved = false;
  const finish = () => {
    stage.says = null;
    stage.redrawAll();
  };
  return {
    move(at) {
      moved ||= Math.abs(at.x - from.x) > 3;
      if (!moved) {
        return;
      }
      const step = w.step('arrangement', at.free);
      const tick = snapped(w.song, Math.max(0, axis.tick(at.x)), step);
      let range: [number, number];
      if (part === 'from') {
        range = [tick, loop.to];
      } else if (part === 'to') {
        range = [loop.from, tick];
      } else if (part === 'whole') {
        const start = snapped(w.song, Math.max(0, loop.from + axis.tick(at.x) - pressed), step);
        range = [start, start + loop.to - loop.from];
      } else {
        range = [snapped(w.song, pressed, step), tick];
      }
      const [one, other] = range;
      const start = Math.min(one, other);
      const end = Math.max(one, other, start + Math.min(stepLength(w.song, start, step), 3840));
      transport.setLoop(start, end, true);
      stage.says = { text: `${w.song.position(start)} – ${w.song.position(end)}`, x: at.x, y: 56 };
      stage.redrawAll();
    },
    end() {
      if (!moved && part === 'whole') {
        transport.setLoop(loop.from, loop.to, !loop.on);
      }
      finish();
    },
    cancel() {
      transport.setLoop(loop.from, loop.to, loop.on);
      finish();
    }
  };
}
