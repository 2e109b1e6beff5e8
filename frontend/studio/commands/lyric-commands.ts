import { nudgeLyrics, shiftLyrics, stepThroughLyrics } from '../lyrics/words';
import type { Workspace } from '../workspace/workspace';
import type { Command } from './command';

const group = 'Lyrics' as const;

function show(w: Workspace, what: 'page' | 'reading'): void {
  w.lyricsShown = w.lyricsShown === what ? 'no' : what;
  w.viewChanged();
}

export const LYRIC_COMMANDS: readonly Command[] = [
  { id: 'lyrics', name: 'Lyrics page', group, keys: ['Y'], icon: 'words', run: w => show(w, 'page') },
  { id: 'lyrics-read', name: 'Read the lyrics in large letters', group, keys: ['Shift+Y'], icon: 'read', run: w => show(w, 'reading') },
  { id: 'lyric-next', name: 'The syllable after', group, keys: ['Ctrl+.'], run: w => stepThroughLyrics(w, 1) },
  { id: 'lyric-previous', name: 'The syllable before', group, keys: ['Ctrl+,'], run: w => stepThroughLyrics(w, -1) },
  { id: 'lyric-left', name: 'Syllables to the note before', group, keys: [], place: 'arrangement', run: w => nudgeLyrics(w, -1) },
  { id: 'lyric-right', name: 'Syllables to the note after', group, keys: [], place: 'arrangement', run: w => nudgeLyrics(w, 1) },
  { id: 'lyrics-left', name: 'All words from here a note back', group, keys: ['Alt+Shift+ArrowLeft'], place: 'arrangement', run: w => shiftLyrics(w, -1) },
  { id: 'lyrics-right', name: 'All words from here a note on', group, keys: ['Alt+Shift+ArrowRight'], place: 'arrangement', run: w => shiftLyrics(w, 1) }
];
