import type { Layout } from '../arrangement/layout';
import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';
import { Clip, NONE, type Handle, type Person } from '../../song/song';
import type { Workspace } from '../workspace/workspace';
import { initials } from './initials';

const TAG = 15;

/** Who is at work on which clip: their colour at its foot and their initials on it; what they have just changed flashes. */
export function paintBusy(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  const busy = new Map<Handle, Map<string, Person>>();
  const add = (clip: Handle, person: Person) => {
    const known = busy.get(clip) ?? new Map<string, Person>();
    busy.set(clip, known.set(person.person, person));
  };
  for (const person of w.song.people) {
    if (!person.self && person.open !== NONE) {
      add(person.open, person);
    }
  }
  for (const clip of w.settling.named) {
    const author = w.settling.author(clip);
    if (author) {
      add(clip, author);
    }
  }
  for (const [clip, people] of busy) {
    paintClip(pen, w, layout, clip, [...people.values()]);
  }
}

function paintClip(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, clip: Handle, people: readonly Person[]): void {
  const at = w.seen.clipAt(clip);
  const row = at < 0 ? -1 : layout.row(w.seen.clips[at + Clip.track]);
  if (row < 0) {
    return;
  }
  const x = layout.axis.x(w.seen.clips[at + Clip.start]);
  const width = Math.max(2, w.seen.clips[at + Clip.length] * layout.axis.scale - 1);
  const y = layout.y(row) + 1;
  const height = layout.rowHeight(row) - 3;
  const top = Math.max(layout.top, y);
  if (x > layout.width || x + width < 0 || y + height < layout.top || y > layout.height) {
    return;
  }
  const flash = w.settling.flash(clip);
  if (flash > 0) {
    pen.globalAlpha = 0.55 * flash;
    pen.fillStyle = css(people.at(-1)!.colour);
    pen.beginPath();
    pen.roundRect(x, top, width, y + height - top, 4);
    pen.fill();
    pen.globalAlpha = 1;
  }
  pen.fillStyle = css(people[0]!.colour);
  pen.fillRect(x + 2, y + height - 2, width - 4, 2);
  pen.font = colours().rulerBold;
  pen.textBaseline = 'middle';
  let right = Math.min(layout.width, x + width) - 3;
  for (const person of people) {
    const letters = initials(person.name);
    const tag = pen.measureText(letters).width + 8;
    if (right - tag < Math.max(0, x)) {
      return;
    }
    pen.fillStyle = css(person.colour);
    pen.beginPath();
    pen.roundRect(right - tag, y + height - TAG - 3, tag, TAG, 3);
    pen.fill();
    pen.fillStyle = colours().onColour;
    pen.fillText(letters, right - tag + 4, y + height - TAG / 2 - 2.5);
    right -= tag + 2;
  }
}
