import type { OpenSong } from '../song/song';

/** How this page opens songs; the product and the stories set it, each its own way. */
let opener: OpenSong | undefined;

export function openSongsWith(open: OpenSong): void {
  opener = open;
}

export const openSong: OpenSong = (link, me) => {
  if (!opener) {
    return Promise.reject(new Error('This page cannot open songs.'));
  }
  return opener(link, me);
};
