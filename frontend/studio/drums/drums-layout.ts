import { NONE, Note, NOTE_STRIDE, type Handle } from '../../song/song';
import { OFFSET, STRETCH, type Drum, type Heard, type Pattern } from '../../song/patterns';
import { effective } from '../time/grid-step';
import type { Axis } from '../time/axis';
import type { Workspace } from '../workspace/workspace';

export const DRUMS_RULER = 22;
const NAMES = 148;
const MUTE = 24;

/** A step of a drum: where it begins in the song, and in the first lap of its pattern. */
export interface Step {
  readonly pitch: number;
  readonly tick: number;
  readonly begin: number;
  readonly length: number;
}

const NO_HITS: Heard = { notes: new Int32Array(0), written: new Int32Array(0) };

/** Where everything of the drum grid lies, in pixels of its drawing. */
export class DrumsLayout {
  width = 0;
  height = 0;
  scroll = 0;
  colour = 0x6ea8fe;
  /** The stretch of song that the clip plays. */
  from = 0;
  to = 0;
  drums: readonly Drum[] = [];
  heard: Heard = NO_HITS;
  /** Ticks that each heard hit is drawn long: a step, or up to the next hit of its drum. */
  lengths = new Int32Array(0);
  private step = 240;
  private all = false;
  private offsets = new Map<Handle, number>();
  private graces = new Set<Handle>();
  private readonly rows = new Int16Array(128).fill(-1);
  private readonly stretches = new Map<number, Int32Array>();

  constructor(private readonly workspace: Workspace) {}

  get axis(): Axis {
    return this.workspace.axes.notes;
  }

  /** Width of the drums' names. */
  get names(): number {
    return this.width < 640 ? NAMES - 36 : NAMES;
  }

  /** Where the names end and the mute signs begin. */
  get mutes(): number {
    return this.names - MUTE;
  }

  get rowHeight(): number {
    return Math.max(20, Math.round(this.workspace.rowHeight * 12 / 7));
  }

  /** The pattern and the step of its drums that have none of their own. */
  get pattern(): Pattern {
    return { content: this.workspace.content, step: this.step };
  }

  measure(): void {
    const w = this.workspace;
    const clip = w.openedClip;
    this.axis.width = Math.max(1, this.width - this.names);
    this.stretches.clear();
    if (!clip) {
      return;
    }
    const step = effective(w.steps.notes, this.axis.scale).ticks;
    const before = this.step;
    this.step = step > 1 ? step : 240;
    this.colour = clip.colour;
    this.from = clip.start;
    this.to = clip.start + clip.length;
    const heard = w.seen.heard(clip.handle);
    if (heard !== this.heard || before !== this.step || this.all !== w.drums.all) {
      this.heard = heard;
      this.all = w.drums.all;
      this.read(clip.content);
    }
    this.scrollTo(this.scroll);
  }

  /** Reads the pattern anew. */
  private read(content: Handle): void {
    const { patterns } = this.workspace.song;
    this.drums = patterns.drums(content, this.all);
    this.rows.fill(-1);
    this.drums.forEach((drum, row) => { this.rows[drum.pitch] = row; });
    this.offsets.clear();
    this.graces.clear();
    const packed = patterns.offsets(this.pattern);
    for (let at = 0; at < packed.length; at += OFFSET) {
      this.offsets.set(packed[at]!, packed[at + 1]!);
      if (packed[at + 2] === 1) {
        this.graces.add(packed[at]!);
      }
    }
    this.measureLengths();
  }

  private measureLengths(): void {
    const { notes } = this.heard;
    const count = notes.length / NOTE_STRIDE;
    const next = new Float64Array(128).fill(Infinity);
    this.lengths = new Int32Array(count);
    for (let hit = count - 1; hit >= 0; hit--) {
      const start = notes[hit * NOTE_STRIDE + Note.start]!;
      const pitch = notes[hit * NOTE_STRIDE + Note.pitch]!;
      this.lengths[hit] = Math.max(1, Math.min(this.stepOf(pitch), next[pitch]! - start));
      next[pitch] = start;
    }
  }

  /** Ticks from step to step of a drum. */
  stepOf(pitch: number): number {
    return this.drum(pitch)?.step || this.step;
  }

  drum(pitch: number): Drum | undefined {
    const row = this.rows[pitch]!;
    return row < 0 ? undefined : this.drums[row];
  }

  /** How far a hit lies off its step, in ticks. */
  offsetOf(hit: Handle): number {
    return this.offsets.get(hit) ?? 0;
  }

  isGrace(hit: Handle): boolean {
    return this.graces.has(hit);
  }

  /** Where a drum's steps run on within what is in sight: from, to, tick of the content; all ticks. */
  stretchesOf(pitch: number): Int32Array {
    let stretches = this.stretches.get(pitch);
    if (!stretches) {
      const reach = this.stepOf(pitch) * 2;
      stretches = this.workspace.song.patterns.stretches(this.workspace.opened, pitch, Math.max(this.from, this.axis.left - reach), Math.min(this.to, this.axis.right + reach));
      this.stretches.set(pitch, stretches);
    }
    return stretches;
  }

  /** The step of a drum at a tick of the song, or null outside the clip. */
  stepAt(pitch: number, tick: number): Step | null {
    const stretches = tick >= this.axis.left && tick < this.axis.right ? this.stretchesOf(pitch)
      : this.workspace.song.patterns.stretches(this.workspace.opened, pitch, tick, tick + 1);
    for (let at = 0; at < stretches.length; at += STRETCH) {
      if (tick >= stretches[at]! && tick < stretches[at + 1]!) {
        const length = this.stepOf(pitch);
        const source = stretches[at + 2]!;
        const begin = Math.floor((source + tick - stretches[at]!) / length) * length;
        return { pitch, tick: stretches[at]! + begin - source, begin, length };
      }
    }
    return null;
  }

  scrollTo(scroll: number): void {
    const total = (this.drums.length + 1) * this.rowHeight;
    this.scroll = Math.min(Math.max(0, total - (this.height - DRUMS_RULER)), Math.max(0, scroll));
  }

  x(tick: number): number {
    return this.names + this.axis.x(tick);
  }

  tick(x: number): number {
    return this.axis.tick(x - this.names);
  }

  /** The row of a drum from the top, or −1. */
  row(pitch: number): number {
    return this.rows[pitch]!;
  }

  rowTop(row: number): number {
    return DRUMS_RULER + row * this.rowHeight - this.scroll;
  }

  /** The drum at a height; undefined below the last one. */
  drumAt(y: number): Drum | undefined {
    return this.drums[Math.floor((y - DRUMS_RULER + this.scroll) / this.rowHeight)];
  }

  /** Whether a height is that of the line below the last drum, which shows more of them. */
  isMore(y: number): boolean {
    return Math.floor((y - DRUMS_RULER + this.scroll) / this.rowHeight) === this.drums.length;
  }

  /** The hit under a point among the heard ones, the latest of several, or −1. */
  hitAt(pitch: number, tick: number, slack: number): number {
    const { notes } = this.heard;
    const at = tick - this.from;
    let found = -1;
    for (let hit = 0; hit < this.lengths.length; hit++) {
      const start = notes[hit * NOTE_STRIDE + Note.start]!;
      if (start - slack > at) {
        break;
      }
      if (notes[hit * NOTE_STRIDE + Note.pitch] === pitch && at < start + this.lengths[hit]! * 0.9) {
        found = hit;
      }
    }
    return found;
  }

  /** A hit of a step, NONE if it is empty. */
  hitOf(step: Step): Handle {
    const { notes, written } = this.heard;
    for (let hit = 0; hit < this.lengths.length; hit++) {
      const at = hit * NOTE_STRIDE;
      if (notes[at + Note.pitch] === step.pitch && !this.graces.has(notes[at]!) && this.from + written[hit]! - this.offsetOf(notes[at]!) === step.tick) {
        return notes[at]!;
      }
    }
    return NONE;
  }

  reveal(pitch: number): void {
    const y = this.rowTop(this.row(pitch));
    if (y < DRUMS_RULER) {
      this.scrollTo(this.scroll + y - DRUMS_RULER);
    } else if (y + this.rowHeight > this.height) {
      this.scrollTo(this.scroll + y + this.rowHeight - this.height);
    }
  }
}
