import type { PageCore } from './core';
import type { Handle } from './song';

type Value = number | string | boolean | undefined;

/** What the parts of the song share: the core, and how something is done that may change the song. */
export abstract class Hands {
  abstract readonly core: PageCore;

  /** Does something that may change the song, and looks what changed even if it fails half way. */
  abstract did<T>(action: () => T): T;

  /** Keeps an answer until something changes that it may depend on. */
  abstract once<T>(what: string, ask: () => T): T;

  /** Hands values to the core's next `set…`, under the core's names of properties in small letters. */
  give(change: Record<string, Value>): void {
    for (const [name, value] of Object.entries(change)) {
      if (typeof value === 'string') {
        this.core.text(name.toUpperCase(), value);
      } else if (value !== undefined) {
        this.core.number(name.toUpperCase(), Number(value));
      }
    }
  }
}

export function list(handles: readonly Handle[]): Int32Array {
  return Int32Array.from(handles);
}
