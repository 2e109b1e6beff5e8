import { NONE, type Handle } from '../../song/song';
import type { At, Gesture } from '../pointer/pointing';
import { barStart, barsAfter, snapped } from '../time/grid-step';
import type { Workspace } from '../workspace/workspace';
import type { Part } from './find';
import { laneItems, type LaneItem } from './lane-items';
import type { LaneName } from './layout';
import { lyricGesture } from './lyric-lane';
import { sectionGesture } from './section-gestures';
import type { ArrangementStage } from './stage';
import { stepGesture } from './tempo-gesture';
import { t } from '../../words/words';

/** Moves a chord or marker or a section's name, or takes its right end; sections go with their bars, tempo and metre their own ways. */
export function itemGesture(stage: ArrangementStage, from: At, item: LaneItem, part: Part): Gesture {
  if (item.kind === 'lyric') {
    return lyricGesture(stage, from, item);
  }
  if (item.kind === 'tempo' || item.kind === 'metre') {
    return stepGesture(stage, from, item);
  }
  if (item.kind === 'section' && part !== 'right' && (!from.shift || from.alt)) {
    return sectionGesture(stage, from, item);
  }
  const w = stage.workspace;
  const grabbed = stage.layout.axis.tick(from.x);
  const finish = () => {
    stage.draft = null;
    stage.says = null;
    stage.redrawAll();
  };
  return {
    move(at) {
      if (!stage.draft && Math.abs(at.x - from.x) <= 3) {
        return;
      }
      const step = w.step('arrangement', at.free);
      const by = stage.layout.axis.tick(at.x) - grabbed;
      if (part === 'right') {
        const end = Math.max(item.start + 1, snapped(w.song, item.start + item.length + by, step));
        stage.draft = { kind: 'item', item: item.handle, start: item.start, length: end - item.start };
      } else {
        const start = snapped(w.song, Math.max(0, item.start + by), step);
        stage.draft = { kind: 'item', item: item.handle, start, length: item.length };
      }
      stage.says = { text: w.song.position(part === 'right' ? stage.draft.start + stage.draft.length : stage.draft.start), x: at.x, y: at.y };
      stage.redrawAll();
    },
    end() {
      const draft = stage.draft;
      finish();
      if (draft?.kind === 'item' && (draft.start !== item.start || draft.length !== item.length)) {
        settle(w, item, draft.start, draft.length);
      }
    },
    cancel: finish
  };
}

function settle(w: Workspace, item: LaneItem, start: number, length: number): void {
  w.attempt(() => {
    if (item.kind === 'section') {
      w.song.setSection(item.handle, start === item.start ? { length } : { start });
    } else if (item.kind === 'chord') {
      w.song.setChord(item.handle, start === item.start ? { length } : { start });
    } else {
      w.song.setMarker(item.handle, { start });
    }
  });
}

/** Something new on a lane where it was double-pressed; answers it, so that it can be named. */
export function addItem(w: Workspace, lane: LaneName, tick: number): LaneItem | undefined {
  const at = Math.max(0, tick);
  const bar = barStart(w.song, at);
  const place = snapped(w.song, at, w.step('arrangement'));
  const handle = w.attempt((): Handle | null => {
    switch (lane) {
      case 'sections':
        return w.song.addSection(bar, roomUntilNext(w, lane, bar, barsAfter(w.song, bar, 4)), t('Section'));
      case 'chords':
        return w.song.addChord(place, roomUntilNext(w, lane, place, barsAfter(w.song, bar, 1)), 'C');
      case 'markers':
        return w.song.addMarker(place, t('Marker'));
      case 'lyrics': // written in a field of their own
        return NONE;
      case 'tempo':
        w.song.setTempo(bar, w.seen.tempos.filter(tempo => tempo.start <= bar).at(-1)?.bpm ?? 120);
        return null;
    }
  });
  const items = laneItems(lane, w.seen);
  return handle === null ? items.find(item => item.kind === 'tempo' && item.start === bar) : items.find(item => item.handle === handle);
}

function roomUntilNext(w: Workspace, lane: LaneName, start: number, end: number): number {
  for (const item of laneItems(lane, w.seen)) {
    if (item.start > start && item.start < end) {
      return item.start - start;
    }
  }
  return Math.max(1, end - start);
}

/** Says what a lane's item says anew. */
export function rewrite(w: Workspace, item: LaneItem, text: string): void {
  w.attempt(() => {
    switch (item.kind) {
      case 'section': return w.song.setSection(item.handle, { name: text });
      case 'chord': return w.song.setChord(item.handle, { symbol: spelled(w, text) });
      case 'marker': return w.song.setMarker(item.handle, { text });
      case 'tempo': return w.song.setTempo(item.start, number(text));
      case 'metre': {
        const [numerator, denominator] = text.split('/');
        return w.song.setMetre(item.start, number(numerator), number(denominator ?? '4'));
      }
    }
  });
}

/** A chord as it is usually written; what is none stays as it was typed, and the person is told. */
function spelled(w: Workspace, text: string): string {
  const usual = w.song.arranging.spellChord(text);
  if (usual === null) {
    w.say(t('“{0}” is no chord that is known here; it stands as you wrote it.', text));
  }
  return usual ?? text;
}

function number(text: string): number {
  const value = Number(text.trim().replace(',', '.'));
  if (!Number.isFinite(value) || text.trim() === '') {
    throw new Error(t('“{0}” is not a number; nothing was changed.', text));
  }
  return value;
}
