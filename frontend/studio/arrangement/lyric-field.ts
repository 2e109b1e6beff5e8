import type { Lyric } from '../../song/lyrics';
import { NONE } from '../../song/song';
import { singer } from '../lyrics/words';
import type { Workspace } from '../workspace/workspace';
import type { ArrangementStage } from './stage';
import { t } from '../../words/words';

/** As near as this to a note, in ticks, words are written under it. */
const NEAR = 240;

/**
 * A field over the lane for the syllable at a tick, or for what is inserted before one. A space or a hyphen writes it and
 * goes on at the next note, as in notation programs; Enter or leaving writes it, Escape leaves things as they are.
 */
export function openLyricField(stage: ArrangementStage, tick: number, before?: Lyric): void {
  const w = stage.workspace;
  const lane = stage.layout.lanes.find(each => each.name === 'lyrics');
  const track = singer(w);
  if (!lane || track === NONE) {
    w.say(t('Words need a track with notes: draw a melody first.'));
    return;
  }
  const there = before ? undefined : w.song.lyrics.all().find(lyric => lyric.start <= tick && tick < lyric.start + Math.min(lyric.length, NEAR));
  const next = w.song.lyrics.nextNote(track, Math.max(-1, tick - NEAR));
  const start = there?.start ?? before?.start ?? (next >= 0 && next <= tick + NEAR ? next : tick);
  stage.layout.axis.reveal(start);
  const text = there?.text ?? '';
  const field = document.createElement('input');
  field.className = 'inline';
  field.value = text.replace(/-$/, '');
  field.setAttribute('aria-label', before ? t('Words before “{0}”', before.text) : t('Syllable at {0}', w.song.position(start)));
  field.style.left = `${Math.max(0, Math.min(stage.layout.axis.x(start) - 3, stage.element.clientWidth - 90))}px`;
  field.style.top = `${lane.top}px`;
  field.style.width = '90px';
  let open = true;
  const close = (save: boolean, suffix = '') => {
    if (!open) {
      return;
    }
    open = false;
    const words = field.value.trim() + suffix;
    field.remove();
    stage.element.focus({ preventScroll: true });
    if (save && (words !== text || suffix !== '')) {
      w.attempt(() => write(w, words, start, track, there, before));
    }
    stage.redrawAll();
  };
  const goOn = (suffix: string) => {
    close(true, suffix);
    const following = w.song.lyrics.nextNote(track, start);
    if (following >= 0) {
      openLyricField(stage, following);
    }
  };
  field.addEventListener('keydown', event => {
    event.stopPropagation();
    if (event.isComposing) {
      return;
    }
    const atEnd = field.selectionStart === field.value.length && field.selectionEnd === field.value.length;
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      close(event.key === 'Enter');
    } else if (!before && (event.key === ' ' || event.key === '-') && atEnd && field.value.trim() !== '') {
      event.preventDefault();
      goOn(event.key === '-' ? '-' : ' ');
    }
  });
  field.addEventListener('blur', () => close(true));
  for (const type of ['pointerdown', 'pointermove', 'dblclick', 'contextmenu'] as const) {
    field.addEventListener(type, event => event.stopPropagation());
  }
  stage.element.append(field);
  field.focus();
  field.select();
}

function write(w: Workspace, words: string, start: number, track: number, there?: Lyric, before?: Lyric): void {
  if (before) {
    if (words.trim() !== '') {
      w.song.lyrics.insert(before.handle, words);
    }
  } else if (there) {
    w.song.lyrics.write(there.handle, words);
  } else if (words.trim() !== '') {
    w.song.lyrics.type(words, track, start);
  }
}
