import { AUTOMATION_STRIDE, AutomationPoint, type AutomationTarget } from '../../song/automation';
import type { Handle } from '../../song/song';
import { openField } from '../arrangement/inline-field';
import { LINE, item, openMenu, type MenuEntry } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';
import type { LaneStage } from './lane-stage';
import type { ShownLane } from './open-lanes';
import { levelAt, levelWords, placeOf, readLevel, stripName, targetName } from './targets';
import { t } from '../../words/words';

/** The level of points at a tick, in the parameter's unit; where its knob stands if there are none. */
export function levelOf(points: Float64Array, target: AutomationTarget, tick: number): number {
  if (points.length === 0) {
    return target.standing;
  }
  let at = 0;
  while (at + AUTOMATION_STRIDE < points.length && points[at + AUTOMATION_STRIDE + AutomationPoint.tick]! <= tick) {
    at += AUTOMATION_STRIDE;
  }
  const from = points[at + AutomationPoint.tick]!;
  const level = points[at + AutomationPoint.level]!;
  const next = at + AUTOMATION_STRIDE;
  if (tick <= from || next === points.length || points[at + AutomationPoint.step] === 1) {
    return level;
  }
  return level + (points[next + AutomationPoint.level]! - level) * ((tick - from) / (points[next + AutomationPoint.tick]! - from));
}

/** Where the chosen points lie among those of a lane. */
export function chosenAt(w: Workspace, points: Float64Array): number[] {
  const found: number[] = [];
  for (let at = 0; at < points.length; at += AUTOMATION_STRIDE) {
    if (w.points.has(points[at]!)) {
      found.push(at);
    }
  }
  return found;
}

/** Moves the chosen points by ticks and by a share of the lane's height. */
export function moveChosen(stage: LaneStage, ticks: number, by: number): void {
  const { workspace: w, target } = stage;
  const points = stage.points();
  const chosen = chosenAt(w, points);
  if (target && chosen.length > 0) {
    w.attempt(() => w.song.automation.move(chosen.map(at => points[at]!), ticks, chosen.map(at => {
      const level = points[at + AutomationPoint.level]!;
      return by === 0 ? level : levelAt(target, placeOf(target, level) + by);
    })));
  }
}

export function removeChosen(stage: LaneStage): void {
  const { workspace: w } = stage;
  const points = stage.points();
  const chosen = chosenAt(w, points).map(at => points[at]!);
  if (chosen.length > 0) {
    w.attempt(() => w.song.automation.remove(chosen));
    w.points.clear();
  }
}

/** Lets the chosen points hold, or lead on in lines if they all hold. */
export function turnChosen(stage: LaneStage): void {
  const { workspace: w } = stage;
  const points = stage.points();
  const chosen = chosenAt(w, points);
  if (chosen.length > 0) {
    const step = chosen.some(at => points[at + AutomationPoint.step] === 0);
    w.attempt(() => w.song.automation.curve(chosen.map(at => points[at]!), step));
  }
}

/** Puts a point and chooses it. */
export function putPoint(stage: LaneStage, tick: number, level: number): void {
  const { workspace: w, lane } = stage;
  const made = w.attempt(() => w.song.automation.put(lane.owner, lane.name, tick, level));
  if (made !== undefined) {
    w.points.set([made]);
  }
}

/** Opens a field to type the level of the chosen points, or one at the caret. */
export function typeLevel(stage: LaneStage): void {
  const { workspace: w, target } = stage;
  if (!target) {
    return;
  }
  const points = stage.points();
  const chosen = chosenAt(w, points);
  const at = chosen[0];
  const tick = at === undefined ? w.caret.tick : points[at + AutomationPoint.tick]!;
  const level = at === undefined ? levelOf(points, target, tick) : points[at + AutomationPoint.level]!;
  openField(stage, { x: stage.axis.x(tick), y: Math.max(2, Math.min(stage.clientHeight - 24, stage.y(placeOf(target, level)) - 12)), width: 90 },
    targetName(w, target), levelWords(target, level), text => {
      const typed = readLevel(target, text);
      if (!Number.isFinite(typed)) {
        w.say(t('“{0}” is no value for this. Type a number, with or without its unit.', text), true);
      } else if (at === undefined) {
        putPoint(stage, tick, typed);
      } else {
        w.attempt(() => w.song.automation.move(chosen.map(each => points[each]!), 0, chosen.map(() => typed)));
      }
    });
}

/** All that a strip's lanes can show; those that have points are checked. */
export function targetEntries(w: Workspace, strip: Handle, choose: (target: AutomationTarget) => void): MenuEntry[] {
  const entries: MenuEntry[] = [];
  let owner: Handle | null = null;
  for (const target of w.song.automation.targets(strip)) {
    if (owner !== null && target.owner !== owner) {
      entries.push(LINE);
    }
    owner = target.owner;
    entries.push({ name: targetName(w, target), checked: target.points > 0, run: () => choose(target) });
  }
  return entries;
}

/** What can be done with a lane. */
export function laneEntries(w: Workspace, lane: ShownLane, target: AutomationTarget): MenuEntry[] {
  return [
    { name: t('Show another lane below'), run: () => w.lanes.another(lane.strip) },
    { name: target.off ? t('Switch the lane on') : t('Switch the lane off'), off: target.points === 0,
      run: () => w.attempt(() => w.song.automation.mute(lane.owner, lane.name, !target.off)) },
    { name: t('Clear the loop’s stretch'), off: target.points === 0 || w.song.transport.loop.to <= w.song.transport.loop.from,
      run: () => w.attempt(() => w.song.automation.clear(lane.owner, lane.name, w.song.transport.loop.from, w.song.transport.loop.to)) },
    { name: t('Clear the lane'), off: target.points === 0, run: () => w.attempt(() => w.song.automation.drop(lane.owner, lane.name)) },
    { ...item('automation-record', w), checked: w.song.automation.recording },
    LINE,
    { name: t('Close the lane'), run: () => w.lanes.close(lane) }
  ];
}

/** The menu of a lane, with what can be done with its chosen points first. */
export function openLaneMenu(stage: LaneStage, x: number, y: number): void {
  const { workspace: w, lane, target } = stage;
  if (!target) {
    return;
  }
  const chosen = chosenAt(w, stage.points());
  const holds = chosen.length > 0 && chosen.every(at => stage.points()[at + AutomationPoint.step] === 1);
  openMenu(stage, { x, y, title: `${stripName(w, lane.strip)}: ${targetName(w, target)}`, entries: [
    ...chosen.length > 0 ? [
      { name: holds ? t('Lead to the next point in a line') : t('Hold until the next point'), key: 'C', run: () => turnChosen(stage) },
      { name: t('Type a value'), key: 'F2', run: () => typeLevel(stage) },
      { name: t('Delete'), key: t('Delete'), run: () => removeChosen(stage) }, LINE
    ] as const : [],
    ...laneEntries(w, lane, target)
  ] });
}
