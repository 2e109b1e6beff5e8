import { t } from '../words/words.js';
import type { MediaAbout } from './media-loader.js';

/** A recording with its samples, left before right within a frame. */
export interface Heard { readonly about: MediaAbout; readonly samples: Int16Array }

/** A pad of a kit that comes along. */
export interface KitPad { readonly key: number; readonly name: string; readonly hash: string; readonly choke: number }

/** Bytes of a piece of a file. */
const PIECE = 1 << 20;
/** Frames that the server hands out at once. */
const FRAMES = 1 << 20;

/** Keeps a file of sound on the server, for the song of a link. Fails with a sentence. */
export async function keepSound(link: string, file: Blob, name: string, progress: (part: number) => void = () => undefined,
  signal?: AbortSignal): Promise<MediaAbout> {
  const ask = (path: string, init: RequestInit = {}) => fetch(`api/media/uploads${path}`, { ...init, signal: signal ?? null }).catch((cause: unknown) => {
    throw new Error(t('“{0}” could not be sent to the server.', name), { cause });
  });
  const begun = await ask(`?song=${link}&name=${encodeURIComponent(name)}&size=${file.size}`, { method: 'POST' });
  if (begun.status === 200) return begun.json() as Promise<MediaAbout>;
  const { id } = await said(begun) as { id: string };
  try {
    for (let at = 0; at < file.size; at += PIECE) {
      await said(await ask(`/${id}?at=${at}`, { method: 'PUT', body: file.slice(at, at + PIECE) }));
      progress(Math.min(1, (at + PIECE) / file.size));
    }
    return await said(await ask(`/${id}/end?song=${link}`, { method: 'POST' })) as MediaAbout;
  } catch (error) {
    void fetch(`api/media/uploads/${id}`, { method: 'DELETE' });
    throw error;
  }
}

/** The answer, or its sentence as an error. */
async function said(answer: Response): Promise<unknown> {
  if (answer.ok) return answer.json();
  const sentence = (answer.headers.get('content-type') ?? '').startsWith('text/plain') ? await answer.text() : '';
  throw new Error(sentence || t('The server could not take this file.'));
}

/** A recording with at most so many seconds of its samples. */
export async function hearSound(link: string, hash: string, seconds = 120): Promise<Heard> {
  const about = await said(await fetch(`api/media/${hash}/about?song=${link}`)) as MediaAbout;
  const frames = Math.min(about.frames, Math.round(seconds * about.rate));
  const samples = new Int16Array(frames * about.channels);
  for (let from = 0; from < frames; from += FRAMES) {
    const answer = await fetch(`api/media/${hash}/sound?song=${link}&from=${from}&frames=${Math.min(FRAMES, frames - from)}`);
    if (!answer.ok) throw new Error(t('A recording could not be loaded from the server.'));
    samples.set(new Int16Array(await answer.arrayBuffer()), from * about.channels);
  }
  return { about, samples };
}

/** Takes a sound of the library in, to be played in the song of a link. */
export async function takeFromLibrary(link: string, id: string): Promise<{ readonly hash: string; readonly name: string }> {
  const { hash, name } = await said(await fetch(`api/library/sound?id=${encodeURIComponent(id)}&song=${link}`, { method: 'POST' })) as { hash: string; name?: string };
  return { hash, name: name ?? id.replace(/^.*\//, '').replace(/\.[^.]*$/, '') };
}

/** The names of the drum kits that come along. */
export async function kitNames(): Promise<readonly string[]> {
  return await said(await fetch('api/kits')) as string[];
}

/** The pads of a kit, ready to be played in the song of a link. */
export async function takeKit(link: string, kit: string): Promise<readonly KitPad[]> {
  return await said(await fetch(`api/kits/${encodeURIComponent(kit)}?song=${link}`, { method: 'POST' })) as KitPad[];
}
