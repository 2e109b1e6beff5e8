const MOST = 1000;

/** Which mentions of this person they have read, and which were said already: kept in the browser, song by song. */
export class ReadMentions {
  private readonly key: string;
  private readonly read: Set<string>;
  private readonly said = new Set<string>();

  constructor(link: string) {
    this.key = `tutti-read-mentions ${link}`;
    this.read = new Set(restore(this.key));
  }

  has(id: string): boolean {
    return this.read.has(id);
  }

  /** Whether a mention is neither read nor was it asked about before. */
  isNew(id: string): boolean {
    const fresh = !this.read.has(id) && !this.said.has(id);
    this.said.add(id);
    return fresh;
  }

  add(ids: readonly string[]): void {
    ids.forEach(id => this.read.add(id));
    try {
      window.localStorage.setItem(this.key, JSON.stringify([...this.read].slice(-MOST)));
    } catch {
      // A browser that keeps nothing marks them as unread again next time.
    }
  }
}

function restore(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
