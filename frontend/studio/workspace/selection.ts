import type { Handle } from '../../song/song';

/** The elements of one kind that this person has chosen, in the order of choosing. */
export class Selection {
  private readonly chosen = new Set<Handle>();

  constructor(private readonly told: () => void) {}

  get size(): number {
    return this.chosen.size;
  }

  has(handle: Handle): boolean {
    return this.chosen.has(handle);
  }

  all(): Handle[] {
    return [...this.chosen];
  }

  set(handles: Iterable<Handle>): void {
    this.chosen.clear();
    for (const handle of handles) {
      this.chosen.add(handle);
    }
    this.told();
  }

  add(handles: Iterable<Handle>): void {
    for (const handle of handles) {
      this.chosen.add(handle);
    }
    this.told();
  }

  toggle(handle: Handle): void {
    if (!this.chosen.delete(handle)) {
      this.chosen.add(handle);
    }
    this.told();
  }

  clear(): void {
    if (this.chosen.size > 0) {
      this.chosen.clear();
      this.told();
    }
  }

  /** Drops what no longer exists. */
  keep(exists: (handle: Handle) => boolean): void {
    const before = this.chosen.size;
    for (const handle of this.chosen) {
      if (!exists(handle)) {
        this.chosen.delete(handle);
      }
    }
    if (this.chosen.size !== before) {
      this.told();
    }
  }
}
