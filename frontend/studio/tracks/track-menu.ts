import { NONE, type Handle, type Track } from '../../song/song';
import { hex, rgb } from '../canvas/shades';
import { LINE, item, type MenuEntry } from '../menu/menu';
import { toggleTracks } from '../locks/lock-actions';
import { compareWithProfile } from '../tone/compare';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

const COLOURS = ['Blue', 'Green', 'Orange', 'Violet', 'Yellow', 'Pink', 'Leaf', 'Sky', 'Orchid', 'Sand', 'Periwinkle', 'Red'];

/** The twelve colours of the theme. */
export function colourEntries(now: number, choose: (colour: number) => void): MenuEntry[] {
  const style = getComputedStyle(document.documentElement);
  return COLOURS.map((name, index) => {
    const swatch = style.getPropertyValue(`--tutti-colour-${index + 1}`).trim();
    return { name: t(name), swatch, checked: hex(now) === swatch.toLowerCase(), run: () => choose(rgb(swatch)) };
  });
}

export function trackEntries(w: Workspace, track: Track, rename: () => void): MenuEntry[] {
  const chosen = w.tracks.has(track.handle) ? w.tracks.all() : [track.handle];
  const tracks = w.seen.tracks.filter(each => each.folder === track.folder);
  const at = tracks.findIndex(each => each.handle === track.handle);
  const folders = w.seen.tracks.filter(each => each.type === 'folder' && each.handle !== track.folder && !chosen.includes(each.handle)
    && !chosen.some(one => w.tree.within(one).includes(each)));
  const other = track.type === 'drums' ? 'instrument' : 'drums';
  const move = (folder: Handle, before: Handle) => w.attempt(() => w.song.arranging.moveTracks(chosen, folder, before));
  return [
    { name: t('Rename'), run: rename },
    { name: t('Move up'), off: at <= 0, run: () => move(track.folder, tracks[at - 1].handle) },
    { name: t('Move down'), off: at >= tracks.length - 1, run: () => move(track.folder, tracks[at + 2]?.handle ?? NONE) },
    { ...item('track-duplicate', w, chosen.length > 1 ? t('Duplicate these {0} tracks', chosen.length) : t('Duplicate the track')), off: track.type === 'folder',
      run: () => w.attempt(() => w.song.duplicateTracks(chosen)) },
    { ...item('instrument', w, t('Show its instrument')), off: track.type !== 'drums' && track.type !== 'instrument', run: () => w.showInstrument(true) },
    { name: other === 'drums' ? t('Make it a drum track') : t('Make it an instrument track'),
      off: track.type !== 'drums' && track.type !== 'instrument',
      run: () => w.attempt(() => w.song.setTrack(track.handle, { type: other })) },
    { ...item('track-freeze', w, track.frozen ? t('Thaw: play its notes') : t('Freeze: play it from its sound')),
      off: track.type !== 'drums' && track.type !== 'instrument',
      run: () => w.attempt(() => w.song.setTrack(track.handle, { frozen: !track.frozen })) },
    { ...item('track-bounce', w), off: track.type !== 'drums' && track.type !== 'instrument' && track.type !== 'audio' },
    { ...item('automation', w, w.lanes.isOpen(track.handle) ? t('Hide automation') : t('Show automation')), run: () => w.lanes.toggle(track.handle) },
    { name: t('Compare with a profile …'), run: () => compareWithProfile(w, track.handle) },
    { name: isLocked(w, chosen) ? t('Release the lock') : t('Lock against assistants'), run: () => toggleTracks(w, chosen) },
    LINE,
    { ...item('suggest', w), run: () => { if (!w.tracks.has(track.handle)) w.tracks.set([track.handle]); item('suggest', w).run(); } },
    LINE,
    item('track-group', w, chosen.length > 1 ? t('Put these {0} tracks in a folder', chosen.length) : t('Put it in a folder')),
    ...folders.map(folder => ({ name: t('Into “{0}”', folder.name), run: () => move(folder.handle, NONE) })),
    { name: t('Out of its folder'), off: track.folder === NONE, run: () => leave(w, chosen, track) },
    ...track.type === 'folder' ? [
      { ...item('track-fold', w, w.tree.isFolded(track.handle) ? t('Unfold') : t('Fold')) },
      { ...item('track-ungroup', w, t('Dissolve the folder')) }
    ] : [],
    LINE, item('track-add', w), item('track-add-drums', w), item('track-add-audio', w), LINE,
    { name: chosen.length > 1 ? t('Delete these {0} tracks', chosen.length) : t('Delete the track'),
      run: () => w.attempt(() => w.song.removeTracks(chosen)) }
  ];
}

function isLocked(w: Workspace, tracks: readonly Handle[]): boolean {
  return tracks.every(each => w.song.locks.ofTrack(each).some(lock => lock.length === 0));
}

/** Puts tracks right below the folder that they lay in. */
function leave(w: Workspace, tracks: readonly Handle[], track: Track): void {
  const around = w.seen.track(track.folder)?.folder ?? NONE;
  const siblings = w.seen.tracks.filter(each => each.folder === around);
  const after = siblings[siblings.findIndex(each => each.handle === track.folder) + 1];
  w.attempt(() => w.song.arranging.moveTracks(tracks, around, after?.handle ?? NONE));
}
