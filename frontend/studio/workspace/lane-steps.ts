import type { Handle } from '../../song/song';
import { NONE } from '../../song/song';
import type { Workspace } from './workspace';
import { t } from '../../words/words';

/** Goes to the thing of the lanes before or after the chosen one, in time; the first one from the caret on if none is chosen. */
export function stepThroughLanes(w: Workspace, by: 1 | -1): void {
  const { sections, chords, markers, tempos, metres } = w.seen;
  const all = [sections, chords, markers, tempos.filter(each => each.start > 0), metres.filter(each => each.start > 0)]
    .flatMap((lane, rank) => lane.map(({ handle, start }) => ({ handle, start, rank })))
    .sort((a, b) => a.start - b.start || a.rank - b.rank);
  const chosen: Handle = w.laneItems.all()[0] ?? NONE;
  const now = all.findIndex(each => each.handle === chosen);
  const first = all.findIndex(each => each.start >= w.caret.tick);
  const next = all[now < 0 ? (first < 0 ? all.length - 1 : first) : Math.min(all.length - 1, Math.max(0, now + by))];
  if (next) {
    w.caret.tick = next.start;
    w.clips.clear();
    w.laneItems.set([next.handle]);
    w.viewChanged();
  }
}

/** What is chosen on the lanes, in words for those who do not see the drawing; null if nothing is. */
export function describeLanes(w: Workspace): string | null {
  const chosen = w.laneItems.all()[0];
  if (chosen === undefined) {
    return null;
  }
  const { sections, chords, markers, tempos, metres } = w.seen;
  const at = (start: number) => w.song.position(start);
  const is = ({ handle }: { readonly handle: Handle }) => handle === chosen;
  const section = sections.find(is);
  const chord = chords.find(is);
  const marker = markers.find(is);
  const tempo = tempos.find(is);
  const metre = metres.find(is);
  return section ? t('Section {0}, from {1} to {2}', section.name, at(section.start), at(section.start + section.length))
    : chord ? t('Chord {0} at {1}', chord.symbol, at(chord.start))
    : marker ? t('Marker {0} at {1}', marker.text, at(marker.start))
    : tempo ? t('Tempo {0} at {1}', tempo.bpm, at(tempo.start))
    : metre ? t('Metre {0} at {1}', `${metre.numerator}/${metre.denominator}`, at(metre.start)) : null;
}
