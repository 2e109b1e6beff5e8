import { sendFile } from './send-file';
import { zipped, type Packed } from './zip';
import { t, told } from '../../words/words';

/** A preset of a file of one's own. */
export interface OwnPreset {
  readonly bank: number;
  readonly program: number;
  readonly name: string;
}

/** A SoundFont or an archive of kits that was sent in. */
export interface OwnFile {
  readonly hash: string;
  readonly name: string;
  /** undefined until they are there. */
  presets?: readonly OwnPreset[];
  /** What the file says and the sampler does not play. */
  notPlayed?: readonly string[];
  problem?: string;
}

const KEPT = 'tutti-own-instruments';

/** The SoundFonts and kits of this browser's person, and those that the song plays. */
export class OwnInstruments {
  private readonly files = new Map<string, OwnFile>();
  /** Those on this browser's list. */
  private readonly mine = new Set<string>();

  constructor(private readonly song: string, private readonly changed: () => void) {
    let read: unknown = [];
    try {
      read = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    } catch {
      // as if there were none
    }
    for (const each of Array.isArray(read) ? read as { hash?: unknown; name?: unknown }[] : []) {
      if (typeof each?.hash === 'string' && typeof each.name === 'string') {
        this.files.set(each.hash, { hash: each.hash, name: each.name });
        this.mine.add(each.hash);
      }
    }
  }

  get all(): readonly OwnFile[] { return [...this.files.values()]; }

  /** What a track's preset is called; a word for it until that is known. */
  name(hash: string, bank: number, program: number): string {
    const file = this.files.get(hash);
    if (!file?.presets) {
      void this.look(hash);
      return file?.name ?? t('Own instrument');
    }
    return file.presets.find(each => each.bank === bank && each.program === program)?.name
      ?? file.presets.find(each => each.program === program)?.name ?? file.name;
  }

  /** Asks the server what a file holds, once. */
  async look(hash: string): Promise<void> {
    const known = this.files.get(hash);
    if (known?.presets || known?.problem !== undefined) {
      return;
    }
    const file: OwnFile = known ?? { hash, name: t('Own instrument') };
    file.problem = '';
    this.files.set(hash, file);
    try {
      const named = known ? undefined : await fetch(`api/media/${hash}/about?song=${this.song}`).then(answer => answer.ok ? answer.json() : null) as { name?: string } | null;
      const answer = await fetch(`api/presets/${hash}`);
      if (!answer.ok) {
        throw new Error(t('The instrument could not be loaded from the server.'));
      }
      const { entries, notPlayed, problem } = await answer.json() as { entries: OwnPreset[]; notPlayed: string[]; problem: string };
      if (problem !== '') {
        throw new Error(told(problem));
      }
      this.files.set(hash, { hash, name: named?.name ?? file.name, presets: entries, notPlayed });
    } catch (problem) {
      file.problem = problem instanceof Error ? problem.message : String(problem);
    }
    this.changed();
  }

  /** Sends files in: one SoundFont or archive, or a folder with a kit, which is packed first. Fails with a sentence. */
  async add(files: readonly Packed[], signal: AbortSignal, progress: (share: number) => void): Promise<OwnFile> {
    const single = files.length === 1 && /\.(sf2|sf3|zip)$/i.test(files[0]!.path);
    if (!single && !files.some(each => /\.sfz$/i.test(each.path))) {
      throw new Error(t('Choose a SoundFont (.sf2, .sf3), a zip archive with an SFZ kit, or the folder of a kit.'));
    }
    const name = single ? files[0]!.file.name : kitName(files);
    const bytes = single ? files[0]!.file : await zipped(files, share => progress(share * 0.3));
    const hash = await sendFile(bytes, { song: this.song, name, sound: false, signal, progress: share => progress(single ? share : 0.3 + 0.7 * share) });
    this.files.set(hash, { hash, name });
    await this.look(hash);
    const file = this.files.get(hash)!;
    if (!file.presets) {
      this.files.delete(hash);
      throw new Error(file.problem);
    }
    this.mine.add(hash);
    this.keep();
    return file;
  }

  /** Takes a file off this browser's list; songs that play it go on. */
  forget(hash: string): void {
    this.mine.delete(hash);
    this.keep();
    this.changed();
  }

  private keep(): void {
    localStorage.setItem(KEPT, JSON.stringify(this.all.filter(file => this.mine.has(file.hash)).map(({ hash, name }) => ({ hash, name }))));
  }
}

function kitName(files: readonly Packed[]): string {
  const kit = files.find(each => /\.sfz$/i.test(each.path))!.path;
  return kit.includes('/') ? kit.slice(0, kit.indexOf('/')) : kit.replace(/\.sfz$/i, '');
}

/** The files that were dropped, folders opened. */
export async function dropped(transfer: DataTransfer): Promise<Packed[]> {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null);
  return (await Promise.all(entries.map(entry => within(entry, '')))).flat();
}

async function within(entry: FileSystemEntry, folder: string): Promise<Packed[]> {
  const path = folder + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Packed[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return found;
    }
    for (const each of some) {
      found.push(...await within(each, `${path}/`));
    }
  }
}

/** The files of a field, with their paths if a folder was chosen. */
export function picked(field: HTMLInputElement): Packed[] {
  return [...field.files ?? []].map(file => ({ path: file.webkitRelativePath || file.name, file }));
}
