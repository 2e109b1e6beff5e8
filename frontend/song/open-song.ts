import { loadCore } from './core';
import { PendingEdits } from './pending-edits';
import { SharedSong } from './shared-song';
import type { OpenSong } from './song';
import { told } from '../words/words';

/**
 * Opens a song over the edit socket. Resolves when the server's latest is here; fails with a sentence if the song is gone
 * or this page is too old.
 */
export const openSong: OpenSong = async (link, me) => {
  performance.mark('song-asked');
  const bits = crypto.getRandomValues(new Int32Array(4));
  const session = Array.from(bits, each => (each >>> 0).toString(16).padStart(8, '0')).join('');
  const [core, edits] = await Promise.all([loadCore(), PendingEdits.open(link, session)]);
  core.open(bits[0]!, bits[1]!, bits[2]!, bits[3]!);
  for (const edit of await edits.adopt()) {
    core.keep(edit);
  }
  const song = new SharedSong(link, me, core, edits);
  song.transport.warm();
  await new Promise<void>((resolve, reject) => {
    const stop = song.onChange(() => {
      if (song.connection === 'online') {
        stop();
        resolve();
      } else if (song.connection === 'closed') {
        stop();
        song.close();
        reject(new Error(told(song.farewell ?? 'The song could not be opened.')));
      }
    });
  });
  performance.measure('song-opened', 'song-asked');
  void song.transport.prepare();
  return song;
};
