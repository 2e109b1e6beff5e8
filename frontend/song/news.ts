import type { Hands } from './hands';

/** The core's part that tells what happens to the song. */
export interface NewsCore {
  news(): string;
}

/** An edit that was applied. */
export interface Heard {
  /** The author, 32 hexadecimal digits. */
  readonly person: string;
  /** Whether it takes another edit back. */
  readonly undoes: boolean;
  /** What it did, in English. */
  readonly label: string;
  /** The track that it is about, or "". */
  readonly track: string;
}

/** What happens to the song, edit for edit, for those who hear it told. */
export class News {
  constructor(private readonly hands: Pick<Hands, 'core'>) {}

  /** The edits since this was last asked, one's own too; the latest 32 at most. */
  taken(): readonly Heard[] {
    return JSON.parse(this.hands.core.news()) as Heard[];
  }
}
