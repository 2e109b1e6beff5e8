import type { Hands } from './hands';
import type { Handle } from './song';

/** Another form of a section, kept beside it. */
export interface Alternative {
  readonly handle: Handle;
  readonly section: Handle;
  readonly name: string;
  /** Whether it is what the tracks play in the section's bars. */
  readonly heard: boolean;
  /** Whether it was discarded while somebody switched to it. */
  readonly gone: boolean;
}

/** Bars of a track, or of the chord lane (NONE), in which an alternative differs from what is heard. */
export interface Difference {
  readonly track: Handle;
  readonly from: number;
  readonly to: number;
}

/** What goes on where two forms differ. */
export const Side = { heard: 0, other: 1, both: 2 } as const;

/** The exports of `browser.PageAlternatives`. */
export interface AlternativesCore {
  alternatives(): string;
  keepAlternative(section: number, name: string): number;
  keepTake(section: number, proposal: string, take: number): number;
  chooseForm(section: number, form: number): void;
  renameAlternative(alternative: number, name: string): void;
  discardForm(section: number, form: number): void;
  alternativeDifferences(section: number, alternative: number): Int32Array;
  mergeAlternative(section: number, alternative: number, sides: Int32Array): void;
  hearForm(section: number, form: number): void;
  hearMerge(section: number, alternative: number, sides: Int32Array): void;
  hearAsIs(): void;
}

/** The forms of sections: a section itself stands for its own form. Every call that writes is one edit. */
export class SongAlternatives {
  constructor(private readonly hands: Hands) {}

  all(): readonly Alternative[] {
    return this.hands.once('alternatives', () => JSON.parse(this.hands.core.alternatives()));
  }

  of(section: Handle): readonly Alternative[] { return this.all().filter(each => each.section === section); }

  /** The form of a section that is heard: an alternative, or the section. */
  heard(section: Handle): Handle { return this.of(section).find(each => each.heard)?.handle ?? section; }

  keep(section: Handle, name = ''): Handle { return this.hands.did(() => this.hands.core.keepAlternative(section, name)); }
  keepTake(section: Handle, proposal: string, take: number): Handle { return this.hands.did(() => this.hands.core.keepTake(section, proposal, take)); }
  choose(section: Handle, form: Handle): void { this.hands.did(() => this.hands.core.chooseForm(section, form)); }
  rename(alternative: Handle, name: string): void { this.hands.did(() => this.hands.core.renameAlternative(alternative, name)); }
  discard(section: Handle, form: Handle): void { this.hands.did(() => this.hands.core.discardForm(section, form)); }

  differences(section: Handle, alternative: Handle): readonly Difference[] {
    const packed = this.hands.core.alternativeDifferences(section, alternative);
    const found: Difference[] = [];
    for (let at = 0; at < packed.length; at += 3) {
      found.push({ track: packed[at]!, from: packed[at + 1]!, to: packed[at + 2]! });
    }
    return found;
  }

  /** Lets this page alone sound as if another form were heard, until `hearAsIs`. */
  hear(section: Handle, form: Handle): void { this.hands.did(() => this.hands.core.hearForm(section, form)); }
  hearMerge(section: Handle, alternative: Handle, sides: readonly number[]): void {
    this.hands.did(() => this.hands.core.hearMerge(section, alternative, Int32Array.from(sides)));
  }
  hearAsIs(): void { this.hands.did(() => this.hands.core.hearAsIs()); }

  merge(section: Handle, alternative: Handle, sides: readonly number[]): void {
    this.hands.did(() => this.hands.core.mergeAlternative(section, alternative, Int32Array.from(sides)));
  }
}
