import { list, type Hands } from './hands';
import { MASTER, type EffectParameter } from './mixing';
import type { Handle, Transport } from './song';

/** Points: one after the other in this order; `step` is 1 if it holds until the next. */
export const AUTOMATION_STRIDE = 4;
export const enum AutomationPoint { handle, tick, level, step }

/** The places of what is no parameter of an effect. */
export const VOLUME = -1;
export const PAN = -2;

/** Something that automation can move; levels are in its unit, volumes in hundredths of a dB, pans −1,000 to 1,000. */
export interface AutomationTarget extends EffectParameter {
  /** The track, or −1 for the master; the send; the device. */
  readonly owner: Handle;
  readonly of: 'strip' | 'send' | 'device';
  /** The bus of a send, or −1. */
  readonly within: Handle;
  readonly effect: string;
  /** The parameter's place in its effect, or `VOLUME` or `PAN`. */
  readonly place: number;
  /** Where its knob stands. */
  readonly standing: number;
  /** How many points its lane has. */
  readonly points: number;
  /** Whether its lane is switched off. */
  readonly off: boolean;
}

interface Movement {
  readonly owner: Handle;
  readonly name: string;
  readonly ticks: number[];
  readonly levels: number[];
}

/** Automation: lanes with their points, and what hands move while it is recorded. Every gesture is one edit, every recorded pass too. */
export class Automation {
  private armed = false;
  private readonly held = new Set<string>();
  /** What was moved in this pass, in the order of its beginning, and what of it goes on. */
  private readonly moved: Movement[] = [];
  private readonly going = new Map<string, Movement>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly hands: Hands, private readonly transport: () => Transport) {}

  private get core() {
    return this.hands.core;
  }

  /** Follows the transport from now on: when it stops, what was recorded is written. */
  follow(): () => void {
    return this.transport().onChange(() => {
      if (!this.transport().playing) this.write();
    });
  }

  /** Whether what hands move while it plays is recorded. */
  get recording(): boolean { return this.armed; }

  set recording(on: boolean) {
    this.write();
    this.armed = on;
    this.listeners.forEach(listener => listener());
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Whether a knob that is moved now is recorded and not set. */
  get writing(): boolean { return this.armed && this.transport().playing; }

  /** All that can be moved of a strip, a track or −1. */
  targets(strip: Handle): readonly AutomationTarget[] {
    return this.hands.once(`automation ${strip}`, () => {
      const master = this.core.masterHandle();
      return (JSON.parse(this.core.automationTargets(strip)) as AutomationTarget[])
        .map(each => each.owner === master ? { ...each, owner: MASTER } : each);
    });
  }

  points(owner: Handle, target: string): Float64Array {
    return this.hands.once(`automation of ${owner} ${target}`, () => this.core.automationPoints(owner, target));
  }

  /** Whether a lane moves a parameter of a strip. */
  isMoved(strip: Handle, owner: Handle, name: string): boolean {
    return this.targets(strip).some(each => each.owner === owner && each.name === name && each.points > 0 && !each.off);
  }

  put(owner: Handle, target: string, tick: number, level: number, step = false): Handle {
    return this.hands.did(() => this.core.putAutomation(owner, target, tick, level, step));
  }

  draw(owner: Handle, target: string, ticks: readonly number[], levels: readonly number[]): void {
    this.hands.did(() => this.core.drawAutomation(owner, target, Float64Array.from(ticks), Float64Array.from(levels)));
  }

  move(points: readonly Handle[], ticks: number, levels: readonly number[]): void {
    this.hands.did(() => this.core.moveAutomation(list(points), ticks, Float64Array.from(levels)));
  }

  curve(points: readonly Handle[], step: boolean): void { this.hands.did(() => this.core.curveAutomation(list(points), step)); }
  remove(points: readonly Handle[]): void { this.hands.did(() => this.core.removeAutomation(list(points))); }
  clear(owner: Handle, target: string, from: number, to: number): void { this.hands.did(() => this.core.clearAutomation(owner, target, from, to)); }
  drop(owner: Handle, target: string): void { this.hands.did(() => this.core.dropAutomation(owner, target)); }
  mute(owner: Handle, target: string, off: boolean): void { this.hands.did(() => this.core.muteAutomation(owner, target, off)); }

  /** A hand moves something: automation leaves it alone until {@link letGo}, and it is recorded if that is asked for. */
  touch(owner: Handle, name: string, place: number, level: number): void {
    const key = `${owner} ${name}`;
    if (!this.held.has(key)) {
      this.held.add(key);
      this.transport().hold?.(this.engineName(owner), place, true);
    }
    if (!this.writing) return;
    const tick = Math.round(this.transport().playhead);
    if (this.moved.some(each => tick < each.ticks.at(-1)!)) this.write(); // playing came round: the next pass begins
    let movement = this.going.get(key) ?? this.moved.find(each => each.owner === owner && each.name === name && tick <= each.ticks.at(-1)! + 2);
    if (!movement) {
      movement = { owner, name, ticks: [], levels: [] };
      this.moved.push(movement);
    }
    this.going.set(key, movement);
    movement.ticks.push(tick);
    movement.levels.push(level);
  }

  /** A hand lets go. */
  letGo(owner: Handle, name: string, place: number): void {
    if (!this.held.delete(`${owner} ${name}`)) return;
    this.transport().hold?.(this.engineName(owner), place, false);
    const movement = this.going.get(`${owner} ${name}`);
    this.going.delete(`${owner} ${name}`);
    if (movement && this.writing) {
      const tick = Math.round(this.transport().playhead);
      if (tick > movement.ticks.at(-1)!) {
        movement.ticks.push(tick);
        movement.levels.push(movement.levels.at(-1)!);
      }
    }
  }

  private engineName(owner: Handle): Handle { return owner === MASTER ? this.core.masterHandle() : owner; }

  /** Writes what was recorded as one edit. */
  private write(): void {
    const movements = this.moved.splice(0);
    this.going.clear();
    if (movements.length === 0) return;
    this.hands.did(() => {
      movements.forEach(each => this.core.recordedAutomation(each.owner, each.name, Float64Array.from(each.ticks), Float64Array.from(each.levels)));
      this.core.recordAutomation();
    });
  }
}
