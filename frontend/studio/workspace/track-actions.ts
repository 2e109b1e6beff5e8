import { NONE, type Handle, type Track } from '../../song/song';
import type { Workspace } from './workspace';
import { t } from '../../words/words';

/** What can be done with tracks as a group, by keys, menus and pointers alike. */

/** The chosen tracks, or the one at hand. */
export function tracksAtHand(w: Workspace): Handle[] {
  const chosen = w.tracks.all().filter(track => w.seen.track(track) !== undefined);
  return chosen.length > 0 ? chosen : w.caret.track === NONE ? [] : [w.caret.track];
}

/** Chooses a track at its head: alone, with Ctrl one more or less, with Shift all from the one at hand. */
export function chooseTrack(w: Workspace, track: Handle, how: { more: boolean; range: boolean }): void {
  const rows = w.tree.shown.map(each => each.handle);
  const from = rows.indexOf(w.caret.track);
  const to = rows.indexOf(track);
  if (how.range && from >= 0 && to >= 0) {
    w.tracks.set(rows.slice(Math.min(from, to), Math.max(from, to) + 1));
    return;
  }
  if (how.more) {
    if (w.tracks.size === 0 && from >= 0 && w.caret.track !== track) {
      w.tracks.add([w.caret.track]);
    }
    w.tracks.toggle(track);
  } else if (!w.tracks.has(track)) {
    w.tracks.clear();
  }
  w.caret.track = track;
  w.viewChanged();
}

export function groupTracks(w: Workspace): void {
  const tracks = tracksAtHand(w);
  if (tracks.length === 0) {
    w.say(t('Choose tracks first: they go into a folder together.'));
    return;
  }
  const folder = w.attempt(() => w.song.arranging.group(tracks, t('Folder')));
  if (folder !== undefined && folder !== NONE) {
    w.tracks.clear();
    w.caret.track = folder;
    w.viewChanged();
  }
}

/** The folder at hand: the track itself if it is one, else the one it lies in. */
export function folderAtHand(w: Workspace): Track | undefined {
  const track = w.seen.track(w.caret.track);
  return track?.type === 'folder' ? track : track && w.seen.track(track.folder);
}

export function foldAtHand(w: Workspace): void {
  const folder = folderAtHand(w);
  if (folder) {
    w.caret.track = folder.handle;
    w.tree.fold(folder.handle, !w.tree.isFolded(folder.handle));
  } else {
    w.say(t('There is no folder here.'));
  }
}

export function dissolveAtHand(w: Workspace): void {
  const folder = folderAtHand(w);
  if (folder) {
    w.attempt(() => w.song.arranging.dissolve(folder.handle));
  }
}

/** Moves the tracks at hand a place up or down among their fellows; past the first or last, out of their folder or into one. */
export function stepTracks(w: Workspace, by: 1 | -1): void {
  const tracks = tracksAtHand(w);
  const all = w.seen.tracks;
  const carried = new Set(tracks.flatMap(track => [track, ...w.tree.within(track).map(each => each.handle)]));
  const ends = all.map((track, index) => carried.has(track.handle) ? index : -1).filter(index => index >= 0);
  const outer = all.find(track => carried.has(track.handle));
  if (!outer) {
    return;
  }
  const next = by < 0 ? all[ends[0] - 1] : all[ends[ends.length - 1] + 1];
  if (by < 0 && next) {
    const intoEnd = next.folder !== outer.folder && next.handle !== outer.folder;
    w.attempt(() => w.song.arranging.moveTracks(tracks, intoEnd ? next.folder : next.handle === outer.folder ? next.folder : outer.folder,
      intoEnd ? NONE : next.handle));
  } else if (by > 0) {
    down(w, tracks, outer, next);
  }
}

function down(w: Workspace, tracks: readonly Handle[], outer: Track, next: Track | undefined): void {
  if (next && next.folder === outer.folder) {
    const inner = next.type === 'folder' && !w.tree.isFolded(next.handle) ? w.tree.within(next.handle)[0] : undefined;
    const siblings = w.seen.tracks.filter(track => track.folder === outer.folder);
    const after = siblings[siblings.findIndex(track => track.handle === next.handle) + 1];
    w.attempt(() => inner || (next.type === 'folder' && !w.tree.isFolded(next.handle))
      ? w.song.arranging.moveTracks(tracks, next.handle, inner?.handle ?? NONE)
      : w.song.arranging.moveTracks(tracks, outer.folder, after?.handle ?? NONE));
  } else if (outer.folder !== NONE) {
    const around = w.seen.track(outer.folder)?.folder ?? NONE;
    const siblings = w.seen.tracks.filter(track => track.folder === around);
    const after = siblings[siblings.findIndex(track => track.handle === outer.folder) + 1];
    w.attempt(() => w.song.arranging.moveTracks(tracks, around, after?.handle ?? NONE));
  }
}
