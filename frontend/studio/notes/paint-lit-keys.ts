import { isBlackKey } from '../gm/keys';
import { css } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import { NOTES_RULER, type NotesLayout } from './notes-layout';

/** Keys that somebody holds on the opened clip's track, in the colour of who holds them. */
export function paintLitKeys(pen: CanvasRenderingContext2D, w: Workspace, layout: NotesLayout): void {
  const track = w.openedClip?.track;
  const { hand, others } = w.song.playing;
  if (track === undefined || (hand.keys.size === 0 && !others.lights)) {
    return;
  }
  pen.save();
  pen.beginPath();
  pen.rect(0, NOTES_RULER, layout.keys, layout.bottom - NOTES_RULER);
  pen.clip();
  for (const key of others.keys) {
    if (key.track === track) {
      light(pen, layout, key.pitch, key.colour);
    }
  }
  const own = w.song.people.find(person => person.self)?.colour ?? layout.colour;
  hand.keys.forEach((held, pitch) => held.track === track && light(pen, layout, pitch, own));
  pen.restore();
}

function light(pen: CanvasRenderingContext2D, layout: NotesLayout, pitch: number, colour: number): void {
  if (layout.rows.row(pitch) >= 0) {
    pen.fillStyle = css(colour);
    pen.fillRect(0, layout.y(pitch) + 1, (isBlackKey(pitch) && !layout.drums ? 0.58 : 1) * layout.keys - 1, layout.rowHeight - 1);
  }
}
