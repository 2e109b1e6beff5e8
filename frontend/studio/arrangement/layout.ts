import { NONE, type Handle } from '../../song/song';
import { LANE_HEIGHT, type ShownLane } from '../automation/open-lanes';
import type { Axis } from '../time/axis';
import type { Workspace } from '../workspace/workspace';

export type LaneName = 'markers' | 'sections' | 'chords' | 'lyrics' | 'tempo';

export interface LanePlace {
  readonly name: LaneName;
  readonly title: string;
  readonly top: number;
  readonly height: number;
}

export const RULER = 34;
/** The strip at the ruler's top that the loop lies in. */
export const LOOP_STRIP = 11;
/** As high as the strip is for a finger: half of the ruler. */
export const LOOP_STRIP_TOUCH = 17;

const LANES: readonly { name: LaneName; title: string; height: number }[] = [
  { name: 'markers', title: 'Markers', height: 20 },
  { name: 'sections', title: 'Sections', height: 22 },
  { name: 'chords', title: 'Chords', height: 22 },
  { name: 'lyrics', title: 'Lyrics', height: 22 },
  { name: 'tempo', title: 'Tempo, metre', height: 20 }
];

/** A lane of automation, from the top of all tracks. */
export interface AutomationPlace {
  readonly lane: ShownLane;
  readonly top: number;
}

/** Where everything of the arrangement lies, in pixels of its drawing. */
export class Layout {
  lanes: readonly LanePlace[] = [];
  /** Where the tracks begin. */
  top = RULER;
  width = 0;
  height = 0;
  scroll = 0;
  /** All tracks together. */
  total = 0;
  handles: Handle[] = [];
  private rows = new Map<Handle, number>();
  private tops: number[] = [];
  private heights: number[] = [];
  /** The heights of rows with the lanes of automation below them. */
  private spans: number[] = [];
  /** The lanes of automation, those of the master last. */
  automation: AutomationPlace[] = [];

  constructor(private readonly workspace: Workspace) {}

  get axis(): Axis {
    return this.workspace.axes.arrangement;
  }

  /** Takes heights and order anew. */
  measure(): void {
    let top = RULER;
    this.lanes = LANES.filter(lane => this.workspace.showLanes || lane.name === 'sections' || lane.name === 'chords'
      || lane.name === 'lyrics' && this.workspace.song.lyrics.all().length > 0).map(lane => {
      const place = { ...lane, top };
      top += lane.height;
      return place;
    });
    this.top = top;
    this.handles = [];
    this.rows = new Map();
    this.tops = [];
    this.heights = [];
    this.spans = [];
    this.automation = [];
    let at = 0;
    for (const track of this.workspace.tree.shown) {
      const height = Math.max(24, Math.round(track.height * this.workspace.trackZoom));
      this.rows.set(track.handle, this.handles.length);
      this.handles.push(track.handle);
      this.tops.push(at);
      this.heights.push(height);
      at += height;
      at = this.lay(this.workspace.lanes.of(track.handle), at);
      this.spans.push(at - this.tops.at(-1)!);
    }
    at = this.lay(this.workspace.lanes.master, at);
    this.total = at;
    this.scrollTo(this.scroll);
  }

  private lay(lanes: readonly ShownLane[], top: number): number {
    lanes.forEach((lane, index) => this.automation.push({ lane, top: top + index * LANE_HEIGHT }));
    return top + lanes.length * LANE_HEIGHT;
  }

  scrollTo(scroll: number): void {
    const room = Math.max(0, this.total + 96 - (this.height - this.top));
    this.scroll = Math.min(room, Math.max(0, scroll));
  }

  row(track: Handle): number {
    return this.rows.get(track) ?? -1;
  }

  /** The row that lies some tracks below a track, those in folded folders counted; its own if that one has none. */
  rowFrom(track: Handle, tracks: number): number {
    const all = this.workspace.seen.tracks;
    const to = all[all.findIndex(each => each.handle === track) + tracks];
    return to && this.rows.has(to.handle) ? this.row(to.handle) : this.row(track);
  }

  /** How many tracks lie from one to another, those in folded folders counted. */
  tracksBetween(from: Handle, to: Handle): number {
    const all = this.workspace.seen.tracks;
    return all.findIndex(each => each.handle === to) - all.findIndex(each => each.handle === from);
  }

  /** The top of a row as it is scrolled now. */
  y(row: number): number {
    return this.top + this.tops[row] - this.scroll;
  }

  rowHeight(row: number): number {
    return this.heights[row];
  }

  /** The row at a height, or −1 below the last; rows count on past both ends for dragging. */
  rowAt(y: number): number {
    const at = y - this.top + this.scroll;
    for (let row = 0; row < this.tops.length; row++) {
      if (at < this.tops[row] + this.spans[row]) {
        return row;
      }
    }
    return -1;
  }

  trackAt(y: number): Handle {
    const row = y < this.top ? -1 : this.rowAt(y);
    return row < 0 ? NONE : this.handles[row];
  }

  laneAt(y: number): LanePlace | undefined {
    return this.lanes.find(lane => y >= lane.top && y < lane.top + lane.height);
  }

  /** The first track that is wholly or partly in sight, or NONE. */
  topmost(): Handle {
    return this.handles.find((_, row) => this.tops[row] + this.spans[row] > this.scroll) ?? NONE;
  }

  /** Scrolls a track to the top. */
  bring(track: Handle): void {
    const row = this.row(track);
    if (row >= 0) {
      this.scrollTo(this.tops[row]);
    }
  }

  reveal(track: Handle): void {
    const row = this.row(track);
    if (row >= 0) {
      const room = this.height - this.top;
      if (this.tops[row] < this.scroll) {
        this.scrollTo(this.tops[row]);
      } else if (this.tops[row] + this.heights[row] > this.scroll + room) {
        this.scrollTo(this.tops[row] + this.heights[row] - room);
      }
    }
  }
}
