import { AUTOMATION_STRIDE, AutomationPoint } from '../../song/automation';
import { NONE } from '../../song/song';
import type { At, Gesture, Touchable } from '../pointer/pointing';
import { snapped } from '../time/grid-step';
import { moveChosen, openLaneMenu, putPoint, chosenAt } from './lane-actions';
import type { LaneStage } from './lane-stage';
import { levelAt, levelWords, placeOf } from './targets';

const REACH = 8;
const TREMBLE = 3;

/** What pressing, tapping and hovering mean on a lane of automation. */
export class LaneTouch implements Touchable {
  constructor(private readonly stage: LaneStage) {}

  /** Where the point under a place lies among the points, or −1. */
  private under(at: At): number {
    const { axis, target } = this.stage;
    const points = this.stage.points();
    let best = at.touch ? 2.5 * REACH : REACH;
    let found = -1;
    for (let point = 0; target && point < points.length; point += AUTOMATION_STRIDE) {
      const x = axis.x(points[point + AutomationPoint.tick]!);
      if (Math.abs(x - at.x) < best) {
        const far = Math.hypot(x - at.x, this.stage.y(placeOf(target, points[point + AutomationPoint.level]!)) - at.y);
        if (far < best) {
          best = far;
          found = point;
        }
      }
    }
    return found;
  }

  private get draws(): boolean {
    return this.stage.workspace.tools.arrangement === 'draw';
  }

  private tick(at: At): number {
    const { workspace: w, axis } = this.stage;
    return Math.max(0, snapped(w.song, axis.tick(at.x), w.step('arrangement', at.free)));
  }

  press(at: At): Gesture | null {
    const { workspace: w } = this.stage;
    this.enter();
    const point = this.under(at);
    if (point >= 0) {
      return this.drag(at, point);
    }
    if (!at.shift) {
      w.points.clear();
    }
    return this.draws || at.alt ? this.stroke(at) : this.band(at);
  }

  /** The hand is here now: what keys do is about this track. */
  private enter(): void {
    const { workspace: w, lane } = this.stage;
    w.goTo('arrangement');
    if (lane.strip !== NONE) {
      w.caret.track = lane.strip;
    }
    w.clips.clear();
  }

  private drag(from: At, at: number): Gesture {
    const { stage } = this;
    const { workspace: w, axis, target } = stage;
    const points = stage.points();
    const handle = points[at]!;
    const wasChosen = w.points.has(handle);
    if (from.shift) {
      w.points.toggle(handle);
    } else if (!wasChosen) {
      w.points.set([handle]);
    }
    const tick = points[at + AutomationPoint.tick]!;
    const place = target ? placeOf(target, points[at + AutomationPoint.level]!) : 0;
    const first = Math.min(...chosenAt(w, points).map(each => points[each + AutomationPoint.tick]!));
    return {
      move: now => {
        if (!target || (!stage.draft && Math.hypot(now.x - from.x, now.y - from.y) <= TREMBLE)) {
          return;
        }
        const across = Math.abs(now.x - from.x) > TREMBLE ? snapped(w.song, tick + (now.x - from.x) / axis.scale, w.step('arrangement', now.free)) - tick : 0;
        const ticks = Math.max(-first, across);
        const by = Math.min(1, Math.max(0, place + stage.place(now.y) - stage.place(from.y))) - place;
        stage.draft = { kind: 'move', ticks, by };
        stage.says = { text: `${levelWords(target, levelAt(target, place + by))}  ·  ${w.song.position(tick + ticks)}`, x: now.x, y: now.y };
        stage.repaint();
      },
      end: now => {
        const draft = stage.draft;
        this.finish();
        if (draft?.kind === 'move' && (draft.ticks !== 0 || draft.by !== 0)) {
          moveChosen(stage, draft.ticks, draft.by);
        } else if (wasChosen && !now.shift && w.points.size > 1) {
          w.points.set([handle]);
        }
      },
      cancel: () => this.finish()
    };
  }

  private stroke(from: At): Gesture {
    const { stage } = this;
    const { workspace: w, axis, target } = stage;
    const drawn = new Map<number, number>();
    let last = from;
    const free = (at: At) => Math.max(0, Math.round(axis.tick(at.x)));
    const show = (at: At) => {
      const ticks = [...drawn.keys()].sort((a, b) => a - b);
      stage.draft = { kind: 'stroke', ticks, places: ticks.map(tick => drawn.get(tick)!) };
      stage.says = target ? { text: levelWords(target, levelAt(target, stage.place(at.y))), x: at.x, y: at.y } : null;
      stage.repaint();
    };
    drawn.set(this.tick(from), stage.place(from.y));
    show(from);
    return {
      move: at => {
        const low = Math.min(free(last), free(at));
        const high = Math.max(free(last), free(at));
        for (const tick of [...drawn.keys()]) {
          if (tick > low && tick < high) {
            drawn.delete(tick);
          }
        }
        drawn.set(free(at), stage.place(at.y));
        last = at;
        show(at);
      },
      end: () => {
        const draft = stage.draft;
        this.finish();
        if (draft?.kind !== 'stroke' || !target) {
          return;
        }
        const { lane } = stage;
        if (draft.ticks.length === 1) {
          putPoint(stage, draft.ticks[0]!, levelAt(target, draft.places[0]!));
        } else {
          w.attempt(() => w.song.automation.draw(lane.owner, lane.name, draft.ticks, draft.places.map(place => levelAt(target, place))));
        }
      },
      cancel: () => this.finish()
    };
  }

  private band(from: At): Gesture {
    const { stage } = this;
    const { workspace: w, axis } = stage;
    const before = from.shift ? w.points.all() : [];
    return {
      move: at => {
        if (!stage.draft && Math.hypot(at.x - from.x, at.y - from.y) <= TREMBLE) {
          return;
        }
        stage.draft = { kind: 'band', x: from.x, toX: at.x };
        const left = axis.tick(Math.min(from.x, at.x));
        const right = axis.tick(Math.max(from.x, at.x));
        const points = stage.points();
        const within: number[] = [];
        for (let point = 0; point < points.length; point += AUTOMATION_STRIDE) {
          if (points[point + AutomationPoint.tick]! >= left && points[point + AutomationPoint.tick]! <= right) {
            within.push(points[point]!);
          }
        }
        w.points.set([...before, ...within]);
        stage.repaint();
      },
      end: at => {
        if (!stage.draft) {
          w.caret.tick = this.tick(at);
          w.viewChanged('arrangement');
        }
        this.finish();
      },
      cancel: () => {
        w.points.set(before);
        this.finish();
      }
    };
  }

  private finish(): void {
    this.stage.draft = null;
    this.stage.says = null;
    this.stage.repaint();
  }

  holds(at: At): boolean {
    return this.draws || this.under(at) >= 0;
  }

  tap(at: At): void {
    const { workspace: w } = this.stage;
    this.enter();
    const point = this.under(at);
    w.points.set(point >= 0 ? [this.stage.points()[point]!] : []);
    if (point < 0 && this.draws) {
      this.doublePress(at);
    } else if (point < 0) {
      w.caret.tick = this.tick(at);
      w.viewChanged('arrangement');
    }
  }

  doublePress(at: At): void {
    const { stage } = this;
    const { target } = stage;
    if (target && this.under(at) < 0) {
      putPoint(stage, this.tick(at), levelAt(target, stage.place(at.y)));
    }
  }

  menu(at: At): void {
    const { workspace: w } = this.stage;
    const point = this.under(at);
    const handle = point < 0 ? NONE : this.stage.points()[point]!;
    if (point >= 0 && !w.points.has(handle)) {
      w.points.set([handle]);
    }
    openLaneMenu(this.stage, at.clientX, at.clientY);
  }

  menuPlace(): { x: number; y: number } {
    const { workspace: w, axis } = this.stage;
    const points = this.stage.points();
    const first = chosenAt(w, points)[0];
    const tick = first === undefined ? w.caret.tick : points[first + AutomationPoint.tick]!;
    return { x: Math.min(this.stage.clientWidth - 20, Math.max(0, axis.x(tick))), y: this.stage.clientHeight / 2 };
  }

  hover(at: At | null): void {
    const { stage } = this;
    const { target } = stage;
    if (stage.draft) {
      return;
    }
    if (!at || !target) {
      stage.says = null;
    } else {
      const point = this.under(at);
      const points = stage.points();
      const level = point >= 0 ? points[point + AutomationPoint.level]! : levelAt(target, stage.place(at.y));
      stage.says = { text: levelWords(target, level), x: at.x, y: at.y };
      stage.style.cursor = point >= 0 ? 'grab' : this.draws || at.alt ? 'crosshair' : 'default';
    }
    stage.repaint();
  }

  pan(dx: number, dy: number): void {
    const { workspace: w, axis, layout } = this.stage;
    axis.scrollBy(-dx);
    layout.scrollTo(layout.scroll - dy);
    w.lookAway('arrangement');
  }

  zoom(factor: number, at: At, across: boolean): void {
    const { workspace: w, axis } = this.stage;
    if (across) {
      axis.zoom(factor, at.x);
      w.lookAway('arrangement');
    }
  }

  atEdge(at: At): boolean {
    const { axis, layout, workspace: w } = this.stage;
    const across = at.x > layout.width - 24 ? at.x - layout.width + 24 : at.x < 24 && axis.left > 0 ? at.x - 24 : 0;
    if (across !== 0) {
      axis.scrollBy(Math.max(-24, Math.min(24, across)));
      w.viewChanged('arrangement');
    }
    return across !== 0;
  }
}
