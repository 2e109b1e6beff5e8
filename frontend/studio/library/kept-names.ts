/** Names that this browser keeps: what somebody marked as a favourite, or used last. */
export class KeptNames {
  private names: string[];

  /** @param most how many are kept; the oldest go first */
  constructor(private readonly place: string, private readonly most = 500) {
    let read: unknown = [];
    try {
      read = JSON.parse(localStorage.getItem(place) ?? '[]');
    } catch {
      // what cannot be read is as if nothing was kept
    }
    this.names = Array.isArray(read) ? read.filter((each): each is string => typeof each === 'string').slice(0, most) : [];
  }

  /** The last first. */
  get all(): readonly string[] { return this.names; }

  has(name: string): boolean { return this.names.includes(name); }

  /** Puts a name first. */
  put(name: string): void { this.set([name, ...this.names.filter(each => each !== name)]); }

  /** Marks a name or takes the mark off. */
  toggle(name: string): void {
    if (this.has(name)) {
      this.set(this.names.filter(each => each !== name));
    } else {
      this.put(name);
    }
  }

  private set(names: string[]): void {
    this.names = names.slice(0, this.most);
    localStorage.setItem(this.place, JSON.stringify(this.names));
  }
}
