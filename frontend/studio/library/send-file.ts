import { t, told } from '../../words/words';

const PIECE = 1 << 20;
const ATTEMPTS = 5;

/** How a file is sent. */
export interface Sending {
  /** The song's link. */
  readonly song: string;
  readonly name: string;
  /** Whether it is to be decoded as sound. */
  readonly sound: boolean;
  readonly signal: AbortSignal;
  progress(share: number): void;
}

/** Sends a file in pieces, each again if the network fails, and answers its hash. Fails with a sentence. */
export async function sendFile(file: Blob, how: Sending): Promise<string> {
  const hash = crypto.subtle
    ? Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())), byte => byte.toString(16).padStart(2, '0')).join('')
    : '';
  const query = new URLSearchParams({ song: how.song, name: how.name, hash, size: String(file.size), sound: String(how.sound) });
  const begun = await asked(`api/media/uploads?${query}`, { method: 'POST', signal: how.signal });
  const known = await begun.json() as { id?: string; hash?: string };
  if (begun.status === 200 && known.hash) {
    return known.hash;
  }
  const place = `api/media/uploads/${known.id}`;
  try {
    for (let at = 0; at < file.size; at += PIECE) {
      await asked(`${place}?at=${at}`, { method: 'PUT', body: file.slice(at, at + PIECE), signal: how.signal });
      how.progress(Math.min(1, (at + PIECE) / file.size));
    }
    const kept = await asked(`${place}/end?${new URLSearchParams({ hash, sound: String(how.sound) })}`, { method: 'POST', signal: how.signal });
    return (await kept.json() as { hash: string }).hash;
  } catch (problem) {
    void fetch(place, { method: 'DELETE' }).catch(() => undefined);
    throw problem;
  }
}

async function asked(address: string, request: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(address, request);
      if (answer.ok) return answer;
      if (answer.status < 500) throw new Refused(await sentence(answer));
    } catch (problem) {
      if (problem instanceof Refused || request.signal?.aborted) throw problem;
    }
    if (attempt === ATTEMPTS) throw new Error(t('The file could not be sent: the server does not answer. Try again later.'));
    await new Promise(resolve => setTimeout(resolve, 300 * 2 ** attempt));
  }
}

class Refused extends Error {}

/** What the server says is wrong, in the page's language where it is known. */
async function sentence(answer: Response): Promise<string> {
  const text = await answer.text();
  try {
    const read = JSON.parse(text) as { detail?: string; message?: string };
    return told(read.detail ?? read.message ?? t('The server refused the file.'));
  } catch {
    return text.endsWith('.') ? told(text) : t('The server refused the file.');
  }
}
