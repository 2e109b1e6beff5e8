/** Tells listeners that something happened. */
export class Signal<T> {
  private readonly listeners = new Set<(what: T) => void>();

  /** Listens until the returned function is called. */
  on(listener: (what: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(what: T): void {
    for (const listener of [...this.listeners]) {
      listener(what);
    }
  }
}
