import { t, told } from '../words/words.js';

/** A preset as the engine takes it: its head and its sound, still coded. */
export interface PresetBytes {
  readonly head: Int32Array;
  readonly sound: Uint8Array;
}

/** Bank and program of a preset's address. */
function place(address: number): string {
  return `${Math.floor(address / 128)}/${address % 128}`;
}

/** Fetches a preset, or some keys of one of the studio's; the browser keeps it and asks only whether it is still the same. Fails with a sentence. */
export function loadPreset(address: number, own: (address: number) => string | null, keys = ''): Promise<PresetBytes> {
  const path = address < 0 ? own(address) ?? '' : place(address) + (keys && `?keys=${keys}`);
  return loadPacked(`api/presets/${path}`, path.replace(/^[0-9a-f]{64}/, t('own instrument')));
}

/** Fetches a packed preset from an address. Fails with a sentence that calls it by its name. */
export async function loadPacked(address: string, name = address.replace(/^.*?\/presets\//, '')): Promise<PresetBytes> {
  const bytes = await fetch(address).then(plain).catch((cause: unknown) => {
    if (cause instanceof Error && cause.message.endsWith('.')) throw cause;   // the server's own sentence
    throw new Error(t('A sound ({0}) could not be loaded from the server.', name), { cause });
  });
  const numbers = new DataView(bytes).getInt32(0, true);
  return { head: new Int32Array(bytes.slice(4, 4 + 4 * numbers)), sound: new Uint8Array(bytes.slice(4 + 4 * numbers)) };
}

/** The answer's body, unpacked. */
async function plain(answer: Response): Promise<ArrayBuffer> {
  if (answer.status === 422) throw new Error(told(await answer.text()));
  if (!answer.ok || !answer.body) throw new Error(`status ${answer.status}`);
  return new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
