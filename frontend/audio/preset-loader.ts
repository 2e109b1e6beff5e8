import { t } from '../words/words.js';

/** A preset as the engine takes it: its head and its sound, still coded. */
export interface PresetBytes {
  readonly head: Int32Array;
  readonly sound: Uint8Array;
}

/** Bank and program of a preset's address. */
function place(address: number): string {
  return `${Math.floor(address / 128)}/${address % 128}`;
}

/** Fetches a preset; the browser keeps it and asks only whether it is still the same. Fails with a sentence. */
export async function loadPreset(address: number, from = 'api/presets'): Promise<PresetBytes> {
  const bytes = await fetch(`${from}/${place(address)}`).then(plain).catch((cause: unknown) => {
    throw new Error(t('A sound ({0}) could not be loaded from the server.', place(address)), { cause });
  });
  const numbers = new DataView(bytes).getInt32(0, true);
  return { head: new Int32Array(bytes.slice(4, 4 + 4 * numbers)), sound: new Uint8Array(bytes.slice(4 + 4 * numbers)) };
}

/** The answer's body, unpacked. */
function plain(answer: Response): Promise<ArrayBuffer> {
  if (!answer.ok || !answer.body) throw new Error(`status ${answer.status}`);
  return new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
