import { TICKS_PER_QUARTER as Q, type SongReading } from '../../song/song';

/** What positions snap to. */
export interface GridStep {
  readonly id: string;
  readonly name: string;
  /** Ticks; 0 is the bar, −1 follows the zoom, 1 is free. */
  readonly ticks: number;
}

export const GRID_STEPS: readonly GridStep[] = [
  { id: 'auto', name: 'Auto', ticks: -1 },
  { id: 'bar', name: 'Bar', ticks: 0 },
  { id: '1/2', name: '1/2', ticks: Q * 2 },
  { id: '1/4', name: '1/4', ticks: Q },
  { id: '1/8', name: '1/8', ticks: Q / 2 },
  { id: '1/8t', name: '1/8 triplet', ticks: Q / 3 },
  { id: '1/16', name: '1/16', ticks: Q / 4 },
  { id: '1/16t', name: '1/16 triplet', ticks: Q / 6 },
  { id: '1/32', name: '1/32', ticks: Q / 8 },
  { id: 'free', name: 'Free', ticks: 1 }
];

export function gridStep(id: string): GridStep {
  return GRID_STEPS.find(step => step.id === id) ?? GRID_STEPS[0];
}

const COMFORTABLE = 14;

/** The step in force at a zoom: the finest that is comfortable to aim at, where it follows the zoom. */
export function effective(step: GridStep, scale: number): GridStep {
  if (step.ticks !== -1) {
    return step;
  }
  for (const id of ['1/32', '1/16', '1/8', '1/4']) {
    const finer = gridStep(id);
    if (finer.ticks * scale >= COMFORTABLE) {
      return finer;
    }
  }
  return gridStep('bar');
}

/** The nearest place of the grid, never before the start. */
export function snapped(song: SongReading, tick: number, step: GridStep): number {
  const at = Math.max(0, Math.round(tick));
  return step.ticks === 1 ? at : song.snap(at, step.ticks);
}

/** The place of the grid at or before a tick. */
export function snappedDown(song: SongReading, tick: number, step: GridStep): number {
  if (step.ticks === 0) {
    return barStart(song, tick);
  }
  const near = snapped(song, tick, step);
  return near <= tick ? near : snapped(song, Math.max(0, near - step.ticks), step);
}

/** How long one step is at a place, in ticks. */
export function stepLength(song: SongReading, tick: number, step: GridStep): number {
  if (step.ticks > 0) {
    return step.ticks === 1 ? TICK_OF_FREE : step.ticks;
  }
  return barEnd(song, tick) - barStart(song, tick);
}

const TICK_OF_FREE = 10;
const LONGEST_BAR = 255 * 4 * Q;

/** The bar line at or before a tick. */
export function barStart(song: SongReading, tick: number): number {
  const lines = song.grid(Math.max(0, tick - LONGEST_BAR / 32), tick + 1);
  for (let index = lines.length - 1; index >= 0; index--) {
    if (lines[index].beat === 1) {
      return lines[index].tick;
    }
  }
  return 0;
}

/** The first bar line after a tick. */
export function barEnd(song: SongReading, tick: number): number {
  for (let reach = 16 * Q; reach <= LONGEST_BAR; reach *= 4) {
    const line = song.grid(Math.floor(tick) + 1, Math.floor(tick) + reach).find(each => each.beat === 1);
    if (line) {
      return line.tick;
    }
  }
  return tick + 4 * Q;
}

/** The tick a number of bars after a bar line. */
export function barsAfter(song: SongReading, tick: number, bars: number): number {
  let end = tick;
  for (let bar = 0; bar < bars; bar++) {
    end = barEnd(song, end);
  }
  return end;
}

/** How many bars begin before a tick, from the bar of another one on. */
export function barsBetween(song: SongReading, from: number, to: number): number {
  let bars = 0;
  for (let at = barStart(song, from); at < to && bars < 10_000; at = barEnd(song, at)) {
    bars++;
  }
  return bars;
}
