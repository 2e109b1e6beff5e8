import { NONE } from '../../song/song';
import { caretAfter, removeChosen } from './clip-actions';
import { chosenNotes, contentOrigin, removeNotes } from './note-actions';
import type { Place, Workspace } from './workspace';

/**
 * Copy and paste. The text on the system's clipboard is the core's; a copy of it stays here for where the system's
 * may not be read.
 */

export function copyChosen(w: Workspace): string | null {
  const place: Place = w.place === 'notes' && w.notes.size > 0 ? 'notes' : 'arrangement';
  const chosen = place === 'notes' ? w.notes : w.clips;
  if (chosen.size === 0) {
    return null;
  }
  const text = w.attempt(() => w.song.copy(chosen.all()));
  if (text === undefined) {
    return null;
  }
  w.clipboard = text;
  w.clipboardHolds = place;
  if (place === 'notes') {
    w.caret.tick = contentOrigin(w) + Math.max(...chosenNotes(w).map(note => note.start + note.length));
  } else {
    caretAfter(w, chosen.all());
  }
  w.viewChanged();
  return text;
}

export function cutChosen(w: Workspace): string | null {
  const caret = earliest(w);
  const text = copyChosen(w);
  if (text !== null) {
    if (w.clipboardHolds === 'notes') {
      removeNotes(w);
    } else {
      removeChosen(w);
    }
    w.caret.tick = caret;
  }
  return text;
}

function earliest(w: Workspace): number {
  if (w.place === 'notes' && w.notes.size > 0) {
    return contentOrigin(w) + Math.min(...chosenNotes(w).map(note => note.start));
  }
  return Math.min(...w.clips.all().map(clip => w.seen.clip(clip)?.start ?? 0));
}

/** Pastes at the caret of where one is at work. */
export function paste(w: Workspace, text: string): void {
  const what = text || w.clipboard;
  if (what === '') {
    return;
  }
  const intoNotes = w.place === 'notes' && w.content !== NONE && !(what === w.clipboard && w.clipboardHolds === 'arrangement');
  if (intoNotes) {
    const origin = contentOrigin(w);
    const made = w.attempt(() => w.song.pasteNotes(what, w.content, Math.max(0, Math.round(w.caret.tick - origin))));
    if (made) {
      w.notes.set(made);
      w.caret.tick = origin + Math.max(0, ...chosenNotes(w).map(note => note.start + note.length));
      w.viewChanged();
    }
    return;
  }
  const made = w.attempt(() => w.song.pasteClips(what, w.caret.track, Math.round(w.caret.tick)));
  if (made) {
    w.take(made);
    caretAfter(w, made);
    w.viewChanged();
  }
}

/** Copy by menu: the system's clipboard where it may be written, one's own in any case. */
export function copyByMenu(w: Workspace, cut: boolean): void {
  const text = cut ? cutChosen(w) : copyChosen(w);
  if (text !== null) {
    void navigator.clipboard?.writeText(text).catch(() => undefined);
  }
}

export async function pasteByMenu(w: Workspace): Promise<void> {
  const text = w.clipboard || await navigator.clipboard?.readText().catch(() => '') || '';
  paste(w, text);
}
