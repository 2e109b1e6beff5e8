import type { AutomationTarget } from '../../song/automation';
import { MASTER } from '../../song/mixing';
import type { Handle, Song } from '../../song/song';

/** Pixels of a lane. */
export const LANE_HEIGHT = 60;

/** A lane that is shown: what of whom, on which strip. */
export interface ShownLane {
  readonly strip: Handle;
  readonly owner: Handle;
  readonly name: string;
}

/** Which lanes this person has open below the tracks; nothing of it is shared. */
export class OpenLanes {
  private readonly open = new Map<Handle, readonly ShownLane[]>();

  constructor(private readonly song: Song, private readonly told: () => void) {}

  /** The lanes of a strip, a track or the master; those whose owner is gone are left out. */
  of(strip: Handle): readonly ShownLane[] {
    const lanes = this.open.get(strip);
    return lanes ? lanes.filter(lane => this.target(lane) !== undefined) : [];
  }

  target(lane: ShownLane): AutomationTarget | undefined {
    return this.song.automation.targets(lane.strip).find(each => each.owner === lane.owner && each.name === lane.name);
  }

  isOpen(strip: Handle): boolean {
    return this.of(strip).length > 0;
  }

  /** Shows the lanes of a strip that have points, or its volume's; or shows none. */
  toggle(strip: Handle): void {
    if (this.isOpen(strip)) {
      this.open.delete(strip);
    } else {
      const targets = this.song.automation.targets(strip);
      const used = targets.filter(each => each.points > 0);
      this.open.set(strip, (used.length > 0 ? used : targets.slice(0, 1)).map(each => ({ strip, owner: each.owner, name: each.name })));
    }
    this.told();
  }

  /** Shows one more lane of a strip, or this one if it is there. */
  show(strip: Handle, target: { readonly owner: Handle; readonly name: string }): void {
    const lanes = this.of(strip);
    if (!lanes.some(each => each.owner === target.owner && each.name === target.name)) {
      this.open.set(strip, [...lanes, { strip, owner: target.owner, name: target.name }]);
      this.told();
    }
  }

  /** Shows something else where a lane is. */
  change(lane: ShownLane, target: { readonly owner: Handle; readonly name: string }): void {
    const lanes = this.of(lane.strip).filter(each => each === lane || each.owner !== target.owner || each.name !== target.name);
    this.open.set(lane.strip, lanes.map(each => each === lane ? { strip: lane.strip, owner: target.owner, name: target.name } : each));
    this.told();
  }

  close(lane: ShownLane): void {
    this.open.set(lane.strip, this.of(lane.strip).filter(each => each !== lane));
    this.told();
  }

  /** Shows one more lane than there are: of the next thing that can be moved. */
  another(strip: Handle): void {
    const lanes = this.of(strip);
    const next = this.song.automation.targets(strip).find(each => !lanes.some(lane => lane.owner === each.owner && lane.name === each.name));
    if (next) {
      this.show(strip, next);
    }
  }

  get master(): readonly ShownLane[] {
    return this.of(MASTER);
  }
}
