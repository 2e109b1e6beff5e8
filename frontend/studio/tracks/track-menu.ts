import { NONE, type Track } from '../../song/song';
import { hex, rgb } from '../canvas/shades';
import { LINE, item, type MenuEntry } from '../menu/menu';
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
  const tracks = w.seen.tracks;
  const at = tracks.findIndex(each => each.handle === track.handle);
  const other = track.type === 'drums' ? 'instrument' : 'drums';
  return [
    { name: t('Rename'), run: rename },
    { name: t('Move up'), off: at <= 0, run: () => w.attempt(() => w.song.moveTrack(track.handle, tracks[at - 1].handle)) },
    { name: t('Move down'), off: at >= tracks.length - 1,
      run: () => w.attempt(() => w.song.moveTrack(track.handle, tracks[at + 2]?.handle ?? NONE)) },
    { name: other === 'drums' ? t('Make it a drum track') : t('Make it an instrument track'),
      off: track.type !== 'drums' && track.type !== 'instrument',
      run: () => w.attempt(() => w.song.setTrack(track.handle, { type: other })) },
    LINE, item('track-add', w), item('track-add-drums', w), LINE,
    { name: t('Delete the track'), run: () => w.attempt(() => w.song.removeTracks([track.handle])) }
  ];
}
