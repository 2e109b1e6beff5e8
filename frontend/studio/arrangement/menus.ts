import { NONE } from '../../song/song';
import { variationEntries } from '../drums/variation-entries';
import { keyOfCommand } from '../commands/commands';
import { recordedEntries } from '../sound/sound-commands';
import { chooseFiles } from '../sound/add-files';
import { barLockEntries } from '../locks/lock-actions';
import { LINE, item, openMenu, type MenuEntry } from '../menu/menu';
import type { At } from '../pointer/pointing';
import { colourEntries } from '../tracks/track-menu';
import { addClip, splitClips } from '../workspace/clip-actions';
import { clipUnder, itemUnder } from './find';
import { addItem } from './lane-gestures';
import type { Workspace } from '../workspace/workspace';
import { barAt, barEntries, laneEntries } from './lane-menus';
import type { LaneItem } from './lane-items';
import { RULER } from './layout';
import { lyricMenu } from './lyric-lane';
import type { ArrangementStage } from './stage';
import { t } from '../../words/words';

/** What the menu offers at a place of the arrangement. */
export function entriesAt(stage: ArrangementStage, at: At): { title: string; entries: MenuEntry[] } {
  const { workspace: w, layout } = stage;
  const tick = Math.max(0, layout.axis.tick(at.x));
  const open = (title: string, inner: MenuEntry[]) => openMenu(stage.element, { x: at.clientX, y: at.clientY, title, entries: inner });
  if (at.y < RULER) {
    return { title: t('Ruler'), entries: rulerEntries(stage, tick) };
  }
  const lane = layout.laneAt(at.y);
  if (lane) {
    const found = itemUnder(w, layout, at.x, at.y)?.item;
    if (found) {
      w.laneItems.set([found.handle]);
    }
    if (lane.name === 'lyrics') {
      return lyricMenu(stage, found, tick);
    }
    return { title: t(lane.title), entries: laneEntries(stage, lane, found, tick, open) };
  }
  const clip = clipUnder(w, layout, at.x, at.y, at.touch);
  if (clip) {
    if (!w.clips.has(clip.clip)) {
      w.clips.set([clip.clip]);
    }
    return { title: t('Clip'), entries: [
      { name: t('Open in the editor'), key: keyOfCommand('clip-enter'), run: () => { w.open(clip.clip); w.showEditor(true); w.goTo('notes'); } },
      { name: t('Rename'), key: keyOfCommand('rename'), run: () => stage.rename(clip.clip) },
      LINE, ...recordedEntries(w, id => item(id, w)), ...variationEntries(w, clip.clip, w.clips.all()),
      item('cut', w), item('copy', w), item('duplicate', w), item('clip-alias', w),
      { name: t('Colour…'), run: () => open(t('Colour'),
        colourEntries(w.seen.clip(clip.clip)?.colour ?? 0, colour => w.attempt(() => w.song.setClips(w.clips.all(), { colour })))) },
      LINE, { name: t('Split here'), run: () => splitClips(w, tick) }, item('clip-join', w), item('clip-part', w), item('clip-mute', w), item('clip-loop', w), item('loop-chosen', w),
      LINE, item('suggest', w), item('idea', w), item('idea-own', w),
      LINE, item('lock', w, t('Lock or release these bars of the track')), { name: t('Comment on this clip'), key: 'C', run: () => w.discussion.beginOnClip(clip.clip) },
      LINE, item('delete', w)
    ] };
  }
  const track = layout.trackAt(at.y);
  const entries: MenuEntry[] = track === NONE ? [] : [
    { name: t('New clip here'), run: () => void addClip(w, track, tick) },
    { ...item('paste', w, t('Paste here')), run: () => { w.caret.tick = Math.round(tick); w.caret.track = track; item('paste', w).run(); } }, LINE
  ];
  return { title: t('Arrangement'), entries: [
    ...entries, { name: t('Add an audio file here…'), run: () => chooseFiles(w, track, Math.round(tick)) },
    item('track-add', w), item('track-add-drums', w), item('track-add-audio', w), LINE, item('suggest', w), item('tray', w), LINE,
    { name: t('On the ruler here…'), run: () => open(t('Ruler'), rulerEntries(stage, tick)) },
    { name: t('On the lanes here…'), run: () => open(t('Lanes'), layout.lanes.flatMap(each => each.name === 'lyrics'
      ? lyricMenu(stage, undefined, tick).entries : laneEntries(stage, each, undefined, tick, open))) },
    LINE, item('select-all', w), item('fit', w)
  ] };
}

function rulerEntries(stage: ArrangementStage, tick: number): MenuEntry[] {
  const w = stage.workspace;
  return [
    { name: t('Play from here'), run: () => { w.song.transport.seek(Math.round(tick)); void w.song.transport.play(); } },
    { name: t('Comment here'), run: () => w.discussion.beginAt(tick) },
    { name: t('Marker here'), run: () => write(stage, addItem(w, 'markers', tick)) },
    LINE, item('suggest', w), LINE, ...barEntries(w, tick), LINE, ...rulerLocks(w, tick), item('loop', w), item('loop-chosen', w), LINE, item('fit', w), item('follow', w), item('lanes', w)
  ];
}

/** Bars of all tracks, those of the loop or the one under the pointer. */
function rulerLocks(w: Workspace, tick: number): MenuEntry[] {
  const { loop } = w.song.transport;
  const inLoop = loop.to > loop.from && tick >= loop.from && tick < loop.to;
  const { from, to } = inLoop ? loop : barAt(w, tick);
  const name = inLoop ? t('Lock the bars of the loop against assistants') : t('Lock bar {0} against assistants', w.song.position(from).split('.')[0]);
  return barLockEntries(w, name, { tracks: [], from, to });
}

function write(stage: ArrangementStage, made: LaneItem | undefined): void {
  if (made) {
    stage.write(made);
  }
}
