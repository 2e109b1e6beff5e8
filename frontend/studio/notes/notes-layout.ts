import type { Axis } from '../time/axis';
import { contentOrigin } from '../workspace/note-actions';
import type { Workspace } from '../workspace/workspace';
import { PitchRows } from './pitch-rows';

export const NOTES_RULER = 22;
const KEYS_WIDTH = 54;
const DRUMS_WIDTH = 112;
const LANE = 72;
const HEADROOM = 14;

/** Where everything of the piano roll lies, in pixels of its drawing. */
export class NotesLayout {
  readonly rows = new PitchRows();
  width = 0;
  height = 0;
  scroll = 0;
  drums = false;
  /** The opened clip's colour. */
  colour = 0x6ea8fe;
  /** Song ticks of the content's tick 0, and the stretch that the clip plays. */
  origin = 0;
  from = 0;
  to = 0;

  constructor(private readonly workspace: Workspace) {}

  get axis(): Axis {
    return this.workspace.axes.notes;
  }

  /** Width of the keyboard. */
  get keys(): number {
    return this.drums ? DRUMS_WIDTH : KEYS_WIDTH;
  }

  /** The height of the lane of velocities or a controller; low places do without. */
  get lane(): number {
    return this.height < 170 ? 0 : LANE;
  }

  /** Where the rows end and the lane begins. */
  get bottom(): number {
    return this.height - this.lane;
  }

  get rowHeight(): number {
    return Math.round(this.workspace.rowHeight);
  }

  measure(): void {
    const w = this.workspace;
    const clip = w.openedClip;
    if (clip) {
      this.drums = w.seen.track(clip.track)?.type === 'drums';
      this.colour = clip.colour;
      this.origin = contentOrigin(w);
      this.from = clip.start;
      this.to = clip.start + (clip.loop > 0 ? Math.min(clip.loop, clip.length) : clip.length);
      this.rows.lay(this.drums, w.roll.fold, w.seen.notes(clip.content));
    }
    this.axis.width = Math.max(1, this.width - this.keys);
    this.scrollTo(this.scroll);
  }

  scrollTo(scroll: number): void {
    const total = this.rows.count * this.rowHeight;
    this.scroll = Math.min(Math.max(0, total - (this.bottom - NOTES_RULER)), Math.max(0, scroll));
  }

  x(songTick: number): number {
    return this.keys + this.axis.x(songTick);
  }

  tick(x: number): number {
    return this.axis.tick(x - this.keys);
  }

  y(pitch: number): number {
    return NOTES_RULER + this.rows.row(pitch) * this.rowHeight - this.scroll;
  }

  pitch(y: number): number {
    return this.rows.pitch(Math.floor((y - NOTES_RULER + this.scroll) / this.rowHeight));
  }

  /** Pixels above the bottom of the lane at which a value lies. */
  stalk(value: number, most = 127): number {
    return (value / most) * (this.lane - HEADROOM);
  }

  /** The value that lies at a height of the lane, between 0 and the most. */
  laneValue(y: number, most = 127): number {
    return Math.round(Math.min(1, Math.max(0, (this.height - 2 - y) / (this.lane - HEADROOM))) * most);
  }

  reveal(pitch: number): void {
    const y = this.y(pitch);
    if (y < NOTES_RULER) {
      this.scrollTo(this.scroll + y - NOTES_RULER);
    } else if (y + this.rowHeight > this.bottom) {
      this.scrollTo(this.scroll + y + this.rowHeight - this.bottom);
    }
  }

  /** The key in the middle. */
  topmost(): number {
    return this.pitch((NOTES_RULER + this.bottom) / 2);
  }

  /** Scrolls a key to the middle. */
  bring(pitch: number): void {
    this.centre(pitch);
  }

  centre(pitch: number): void {
    this.scrollTo(this.rows.row(Math.round(pitch)) * this.rowHeight - (this.bottom - NOTES_RULER) / 2);
  }
}
