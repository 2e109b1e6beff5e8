import { t, told } from '../../words/words';

export type Sharing = 'nobody' | 'song' | 'everybody';

/** Where a palette's songs come from. */
export interface Source {
  readonly name: string;
  readonly licence: string;
  readonly credit: string;
  readonly songs: number;
}

/** A palette's card. */
export interface Palette {
  /** Its name for requests. */
  readonly name: string;
  /** Of an own one; null for those that come along. */
  readonly id: string | null;
  readonly title: string;
  readonly description: string;
  readonly songs: number;
  readonly chords: number;
  readonly melodyNotes: number;
  readonly bassNotes: number;
  readonly sources: readonly Source[];
  /** Whether what is made with it may be released commercially. */
  readonly release: boolean;
  /** The titles of the palettes that it borrows from, '' where it has its own. */
  readonly melodyFrom: string;
  readonly bassFrom: string;
  readonly example: boolean;
  readonly mine: boolean;
  readonly sharing: Sharing | '';
  readonly author: string;
}

/** A song that can be learned from. */
export interface Place { readonly link: string; readonly name: string }

/** Notes to be played: tick, length, key and velocity of each, and the ticks of the whole. */
export interface Playing { readonly events: readonly number[]; readonly length: number }

/** The palettes on the server, as one sees them in a song. Everything fails with a sentence. */
export class PaletteStore {
  constructor(private readonly song: string) {}

  all(): Promise<Palette[]> { return this.ask(`?song=${this.song}`); }

  /** The example of a palette at its own tempo, in the ticks of a song of another tempo. */
  example(name: string, tempo: number): Promise<Playing> { return this.ask(`/${name}/example?tempo=${tempo}`); }

  songs(): Promise<Place[]> { return this.ask('/songs'); }

  learn(title: string, links: readonly string[], files: readonly File[], signal: AbortSignal): Promise<Palette> {
    const form = new FormData();
    form.append('title', title);
    links.forEach(link => form.append('link', link));
    files.forEach(file => form.append('file', file, file.name));
    return this.ask('', { method: 'POST', body: form, signal });
  }

  async change(palette: Palette, title: string, sharing: Sharing): Promise<void> {
    await this.ask(`/${palette.id}?song=${this.song}`, {
      method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ title, sharing })
    });
  }

  async remove(palette: Palette): Promise<void> { await this.ask(`/${palette.id}`, { method: 'DELETE' }); }

  async restore(palette: Palette): Promise<void> { await this.ask(`/${palette.id}/restore`, { method: 'POST' }); }

  private async ask<T>(path: string, order?: RequestInit): Promise<T> {
    const answer = await fetch(`api/palettes${path}`, order).catch((problem: unknown) => {
      if (order?.signal?.aborted) throw problem;
      return null;
    });
    if (!answer || answer.status >= 500) {
      throw new Error(t('The server does not answer. Try again.'));
    }
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(text === '' || text.startsWith('{') ? t('This palette is no longer there.') : told(text));
    }
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
