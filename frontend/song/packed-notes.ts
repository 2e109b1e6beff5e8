import type { PageCore } from './core';
import type { Handle } from './song';

interface Range { readonly from: number; readonly to: number; readonly rows: Int32Array }

const RANGES = 4;

/** The notes last asked for, so that drawing the same range again costs nothing until they change. */
export class PackedNotes {
  private readonly notes = new Map<Handle, Range[]>();
  private readonly controls = new Map<Handle, Map<number, Int32Array>>();

  constructor(private readonly core: PageCore) {}

  within(content: Handle, from: number, to: number): Int32Array {
    const ranges = this.notes.get(content) ?? [];
    const known = ranges.find(range => range.from === from && range.to === to);
    if (known) {
      return known.rows;
    }
    const rows = this.core.notes(content, from, to);
    ranges.unshift({ from, to, rows });
    ranges.length = Math.min(ranges.length, RANGES);
    this.notes.set(content, ranges);
    return rows;
  }

  controlsOf(content: Handle, controller: number): Int32Array {
    let known = this.controls.get(content);
    if (!known) {
      known = new Map();
      this.controls.set(content, known);
    }
    const rows = known.get(controller) ?? this.core.controls(content, controller);
    known.set(controller, rows);
    return rows;
  }

  forget(content: Handle): void {
    this.notes.delete(content);
    this.controls.delete(content);
  }
}
