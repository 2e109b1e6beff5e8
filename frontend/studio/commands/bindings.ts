import { Signal } from '../workspace/signal';
import type { Command } from './command';

const STORE = 'tutti.keys';

/** Keys that a person gave to commands instead of the usual ones; kept by this browser. */
class Bindings {
  readonly changed = new Signal<void>();
  private readonly own: Record<string, readonly string[]> = read();

  keys(command: Command): readonly string[] {
    return this.own[command.id] ?? command.keys;
  }

  isOwn(command: Command): boolean {
    return command.id in this.own;
  }

  get any(): boolean {
    return Object.keys(this.own).length > 0;
  }

  /** Gives a command one key, or none; the command that had it before at the same place loses it. */
  bind(command: Command, key: string | null, among: readonly Command[]): void {
    const loser = key === null ? undefined : this.holder(command, key, among);
    if (loser) {
      this.own[loser.id] = this.keys(loser).filter(each => each !== key);
    }
    this.own[command.id] = key === null ? [] : [key];
    this.keep();
  }

  /** Who has a key where this command would want it. */
  holder(command: Command, key: string, among: readonly Command[]): Command | undefined {
    return among.find(other => other.id !== command.id && this.keys(other).includes(key)
      && (other.place === undefined || command.place === undefined || other.place === command.place));
  }

  /** Gives a command its usual keys back, or all of them theirs. */
  reset(command?: Command): void {
    for (const id of command ? [command.id] : Object.keys(this.own)) {
      delete this.own[id];
    }
    this.keep();
  }

  private keep(): void {
    localStorage.setItem(STORE, JSON.stringify(this.own));
    this.changed.tell();
  }
}

function read(): Record<string, readonly string[]> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    return Object.fromEntries(Object.entries(kept ?? {}).filter(([, keys]) => Array.isArray(keys) && keys.every(key => typeof key === 'string')));
  } catch {
    return {};
  }
}

export const bindings = new Bindings();
