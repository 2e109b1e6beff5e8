import { openSong as openShared } from '../song/open-song';
import type { OpenSong } from '../song/song';

/** How this page opens songs: over the edit socket, unless a story sets another way. */
let opener: OpenSong = openShared;

export function openSongsWith(open: OpenSong): void {
  opener = open;
}

export const openSong: OpenSong = (link, me) => opener(link, me);
