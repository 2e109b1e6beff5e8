import { t, told } from '../../words/words';

/** Settings that somebody saved under a name. */
export interface SavedPreset {
  readonly id: string;
  readonly name: string;
  readonly author: string;
  readonly mine: boolean;
  readonly sharing: Sharing;
  readonly settings: Readonly<Record<string, number>>;
}

export type Sharing = 'nobody' | 'song' | 'everybody';

/** What is set by presets: an effect or an instrument, how it stands and how it is set. */
export interface PresetTarget {
  /** Its name in songs. */
  readonly kind: string;
  /** What people call it. */
  readonly title: string;
  settings(): Record<string, number>;
  apply(settings: Readonly<Record<string, number>>): void;
}

/** Asks the studio for the presets of something. */
export function openPresets(from: HTMLElement, target: PresetTarget): void {
  from.dispatchEvent(new CustomEvent<PresetTarget>('tutti-presets', { detail: target, bubbles: true, composed: true }));
}

/** The presets that people saved, on the server. Everything fails with a sentence. */
export class SavedPresets {
  constructor(private readonly song: string) {}

  async of(kind: string): Promise<readonly SavedPreset[]> {
    return await (await asked(`api/saved-presets?${new URLSearchParams({ kind, song: this.song })}`)).json() as SavedPreset[];
  }

  async save(kind: string, name: string, sharing: Sharing, settings: Record<string, number>): Promise<void> {
    await asked(`api/saved-presets?${new URLSearchParams({ song: this.song })}`, 'POST', { kind, name, sharing, settings });
  }

  async change(preset: SavedPreset, name: string, sharing: Sharing): Promise<void> {
    await asked(`api/saved-presets/${preset.id}?${new URLSearchParams({ song: this.song })}`, 'PUT', { name, sharing });
  }

  async remove(preset: SavedPreset): Promise<void> {
    await asked(`api/saved-presets/${preset.id}`, 'DELETE');
  }
}

async function asked(address: string, method = 'GET', body?: object): Promise<Response> {
  const answer = await fetch(address, body ? { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : { method })
    .catch(() => { throw new Error(t('The presets could not be reached: the server does not answer. Try again.')); });
  if (!answer.ok) {
    throw new Error(answer.status === 422 ? told(await answer.text()) : t('The presets could not be reached: the server does not answer. Try again.'));
  }
  return answer;
}
