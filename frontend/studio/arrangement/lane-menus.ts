import { keyOfCommand } from '../commands/commands';
import { NONE, type Section } from '../../song/song';
import { formEntries } from '../alternatives/section-menu';
import { barLockEntries } from '../locks/lock-actions';
import { LINE, item, type MenuEntry } from '../menu/menu';
import { barEnd, barStart } from '../time/grid-step';
import { colourEntries } from '../tracks/track-menu';
import {
  barsToHear, copySection, deleteBars, detectChords, insertBars, stepSection, transposeChords, type Bars
} from '../workspace/arrange-actions';
import type { Workspace } from '../workspace/workspace';
import { addItem } from './lane-gestures';
import type { LaneItem } from './lane-items';
import type { LanePlace } from './layout';
import type { ArrangementStage } from './stage';
import { t } from '../../words/words';

/** The bar that a tick lies in. */
export function barAt(w: Workspace, tick: number): Bars {
  const from = barStart(w.song, tick);
  return { from, to: barEnd(w.song, from) };
}

/** Bars put in and taken out, as the ruler's menu and a section's offer them. */
export function barEntries(w: Workspace, tick: number): MenuEntry[] {
  const { from, to } = barAt(w, tick);
  const bar = w.song.position(from).split('.')[0];
  const { loop } = w.song.transport;
  return [
    { name: t('Insert a bar before bar {0}', bar), run: () => insertBars(w, from, 1) },
    { name: t('Insert four bars before bar {0}', bar), run: () => insertBars(w, from, 4) },
    { name: t('Delete bar {0}', bar), run: () => deleteBars(w, { from, to }) },
    { name: t('Delete the bars of the loop'), off: loop.to <= loop.from, run: () => deleteBars(w, loop) }
  ];
}

/** What the menu offers on a lane, at something or beside it. */
export function laneEntries(stage: ArrangementStage, lane: LanePlace, found: LaneItem | undefined, tick: number, menu: (title: string, entries: MenuEntry[]) => void): MenuEntry[] {
  const w = stage.workspace;
  const entries: MenuEntry[] = found ? [
    { name: t('Edit'), key: keyOfCommand('rename'), run: () => stage.write(found) },
    { name: found.kind === 'section' ? t('Delete the name alone') : t('Delete'), key: found.kind === 'section' ? undefined : 'Del', off: found.handle === NONE,
      run: () => { w.laneItems.clear(); w.attempt(() => w.song.remove([found.handle])); } }
  ] : [];
  const section = w.seen.sections.find(each => each.handle === found?.handle);
  if (section) {
    entries.push(...sectionEntries(w, section, menu));
  }
  if (lane.name === 'tempo') {
    entries.push({ name: t('Tempo change here'), run: () => write(stage, addItem(w, 'tempo', tick)) });
    entries.push({ name: t('Metre change here'), run: () => void w.attempt(() => w.song.setMetre(barStart(w.song, tick), 3, 4)) });
  } else {
    entries.push({ name: t('Add to “{0}”', t(lane.title)), run: () => write(stage, addItem(w, lane.name, tick)) });
  }
  if (lane.name === 'chords') {
    entries.push(...chordEntries(w));
  }
  return entries;
}

function sectionEntries(w: Workspace, section: Section, menu: (title: string, entries: MenuEntry[]) => void): MenuEntry[] {
  const bars = { from: section.start, to: section.start + section.length };
  return [
    { name: t('Colour…'), run: () => menu(t('Colour'), colourEntries(section.colour, colour => w.attempt(() => w.song.setSection(section.handle, { colour })))) },
    LINE,
    { ...item('duplicate', w, t('Duplicate with its bars')), run: () => copySection(w, section, false) },
    { ...item('clip-alias', w, t('Duplicate as aliases')), run: () => copySection(w, section, true) },
    { ...item('lane-earlier', w, t('Move before the section before')), run: () => stepSection(w, -1) },
    { ...item('lane-later', w, t('Move after the next section')), run: () => stepSection(w, 1) },
    { name: t('Insert a bar before it'), run: () => insertBars(w, section.start, 1) },
    { ...item('bars-delete', w, t('Delete with its bars')), run: () => { w.laneItems.clear(); deleteBars(w, bars); } },
    ...formEntries(w, section),
    ...barLockEntries(w, t('Lock its bars against assistants'), { tracks: [], from: bars.from, to: bars.to }),
    { name: t('Loop it'), run: () => w.song.transport.setLoop(bars.from, bars.to, true) },
    item('suggest', w),
    LINE
  ];
}

function chordEntries(w: Workspace): MenuEntry[] {
  return [
    LINE,
    { ...item('chords-detect', w, t('Hear the chords in the notes')), run: () => detectChords(w, barsToHear(w)) },
    { ...item('lane-up', w, t('A semitone up, with the notes')), run: () => transposeChords(w, 1, true) },
    { ...item('lane-down', w, t('A semitone down, with the notes')), run: () => transposeChords(w, -1, true) },
    { name: t('A semitone up, chords alone'), run: () => transposeChords(w, 1, false) },
    { name: t('A semitone down, chords alone'), run: () => transposeChords(w, -1, false) }
  ];
}

/** Asks before chords that are there are replaced. */
export function replaceEntries(w: Workspace): MenuEntry[] {
  return [
    { name: t('Replace the chords that are here'), run: () => detectChords(w, barsToHear(w), true) },
    { name: t('Leave them'), run: () => {} }
  ];
}

function write(stage: ArrangementStage, made: LaneItem | undefined): void {
  if (made) {
    stage.write(made);
  }
}
