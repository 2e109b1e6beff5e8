import { NOTE_STRIDE, Note } from '../../song/song';
import { GRID_STEPS } from '../time/grid-step';
import { contentOrigin } from '../workspace/note-actions';
import { language, switchLanguage } from '../../words/words';
import type { Workspace } from '../workspace/workspace';
import type { Command } from './command';

const group = 'View' as const;

function zoom(w: Workspace, factor: number): void {
  const axis = w.axes[w.place];
  const playhead = axis.x(w.song.transport.playhead);
  axis.zoom(factor, playhead > 0 && playhead < axis.width ? playhead : axis.width / 2);
  w.viewChanged(w.place);
}

function grow(w: Workspace, factor: number): void {
  if (w.place === 'notes') {
    w.rowHeight = Math.min(32, Math.max(7, Math.round(w.rowHeight * factor)));
  } else {
    w.trackZoom = Math.min(3, Math.max(0.5, w.trackZoom * factor));
  }
  w.viewChanged();
}

/** Shows what is chosen, or all there is. */
function fit(w: Workspace): void {
  if (w.place === 'notes' && w.openedClip) {
    const notes = w.seen.notes(w.content);
    const origin = contentOrigin(w);
    let from = Infinity;
    let to = -Infinity;
    for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
      if (w.notes.size === 0 || w.notes.has(notes[at])) {
        from = Math.min(from, origin + notes[at + Note.start]);
        to = Math.max(to, origin + notes[at + Note.start] + notes[at + Note.length]);
      }
    }
    const { start, length } = w.openedClip;
    w.axes.notes.show(from < to ? from : start, from < to ? to : start + length);
  } else {
    const chosen = w.clips.all().map(clip => w.seen.clip(clip)).filter(clip => clip !== undefined);
    const from = chosen.length > 0 ? Math.min(...chosen.map(clip => clip.start)) : 0;
    const to = chosen.length > 0 ? Math.max(...chosen.map(clip => clip.start + clip.length)) : w.song.end;
    w.axes.arrangement.show(from, Math.max(from + 3840, to));
  }
  w.viewChanged();
}

function grid(w: Workspace, by: 1 | -1): void {
  const now = GRID_STEPS.indexOf(w.steps[w.place]);
  const next = Math.min(GRID_STEPS.length - 1, Math.max(0, now + by));
  w.steps[w.place] = GRID_STEPS[next];
  w.viewChanged();
}

export const VIEW_COMMANDS: readonly Command[] = [
  { id: 'draw', name: 'Pencil or pointer', group, keys: ['B'], icon: 'pencil',
    run: w => { const tool = w.tools[w.place] === 'draw' ? 'select' : 'draw'; w.tools[w.place] = tool; w.viewChanged(); } },
  { id: 'zoom-in', name: 'Zoom in', group, keys: ['+', '='], icon: 'zoom-in', run: w => zoom(w, 1.4) },
  { id: 'zoom-out', name: 'Zoom out', group, keys: ['-'], icon: 'zoom-out', run: w => zoom(w, 1 / 1.4) },
  { id: 'taller', name: 'Taller rows', group, keys: ['Ctrl+Shift+ArrowUp'], run: w => grow(w, 1.2) },
  { id: 'flatter', name: 'Flatter rows', group, keys: ['Ctrl+Shift+ArrowDown'], run: w => grow(w, 1 / 1.2) },
  { id: 'fit', name: 'Show all that is chosen, or all', group, keys: ['Z'], icon: 'fit', run: fit },
  { id: 'snap', name: 'Snapping on or off', group, keys: ['G'], icon: 'magnet', run: w => { w.snapping = !w.snapping; w.viewChanged(); } },
  { id: 'grid-finer', name: 'Finer grid', group, keys: [']'], run: w => grid(w, 1) },
  { id: 'grid-coarser', name: 'Coarser grid', group, keys: ['['], run: w => grid(w, -1) },
  { id: 'follow', name: 'Follow the playhead', group, keys: ['F'], icon: 'follow', run: w => w.follow(!w.followPlayhead) },
  { id: 'editor', name: 'Show or fold the editor', group, keys: ['E'], icon: 'editor', run: w => w.showEditor(!w.editorOpen) },
  { id: 'lanes', name: 'Show or fold the lanes', group, keys: ['Shift+E'], icon: 'lanes', run: w => { w.showLanes = !w.showLanes; w.viewChanged(); } },
  { id: 'other-place', name: 'To the next place', group, keys: ['F6'], anywhere: true, run: w => w.wanted.tell('next-region') },
  { id: 'other-place-back', name: 'To the place before', group, keys: ['Shift+F6'], anywhere: true, run: w => w.wanted.tell('last-region') },
  { id: 'outline', name: 'The song as a list', group, keys: ['Shift+O'], run: w => w.wanted.tell('outline') },
  { id: 'lead-sheet', name: 'Lead sheet: see, print, download', group, keys: ['Alt+S'], run: w => w.wanted.tell('lead-sheet') },
  { id: 'palettes', name: 'Style palettes', group, keys: ['Alt+Y'], run: w => w.wanted.tell('palettes') },
  { id: 'palette', name: 'Find a command or a place', group, keys: ['Ctrl+K'], anywhere: true, run: w => w.wanted.tell('palette') },
  { id: 'tour', name: 'Take the tour', group, keys: [], run: w => w.wanted.tell('tour') },
  { id: 'language', name: 'Other language', group, keys: [], run: () => switchLanguage(language === 'en' ? 'zh' : 'en') },
  { id: 'shortcuts', name: 'Every shortcut', group, keys: ['?'], icon: 'keys', run: w => w.wanted.tell('shortcuts') }
];
