import { CLIP_STRIDE, Clip } from '../../song/song';
import { hatching } from '../canvas/hatching';
import { fit } from '../canvas/letters';
import { colours } from '../canvas/palette';
import { css, lighter, mixed } from '../canvas/shades';
import { paintRecorded } from '../sound/paint-recorded';
import { HEARD_ELSEWHERE, RECORDED } from '../workspace/seen';
import type { Workspace } from '../workspace/workspace';
import type { ClipDraft, Draft } from './draft';
import type { Layout } from './layout';
import { paintFolders } from './paint-folders';
import { paintPreview } from './paint-preview';

const MUTED = 0x66707c;
/** Whether the track of each row is silent now; its clips are dimmed. */
const silent: boolean[] = [];
/** The strip with a clip's name. */
export const CLIP_TITLE = 16;

/** The clips with previews of their notes; what is dragged lies on top, at the place it would get. */
export function paintClips(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, draft: Draft | null): void {
  pen.save();
  pen.beginPath();
  pen.rect(0, layout.top, layout.width, layout.height - layout.top);
  pen.clip();
  const clips = w.seen.clips;
  silent.length = 0;
  for (const track of w.tree.shown) {
    silent.push(track.silent);
  }
  paintFolders(pen, w, layout);
  const dragged = draft !== null && ('tracks' in draft || 'ticks' in draft) ? draft : null;
  for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
    const stays = !dragged || !w.clips.has(clips[at]) || dragged.kind === 'copy' || dragged.kind === 'alias';
    if (stays) {
      paintClip(pen, w, layout, clips, at, clips[at + Clip.start], clips[at + Clip.length], clips[at + Clip.offset],
        layout.row(clips[at + Clip.track]), w.clips.has(clips[at]) && !dragged);
    }
  }
  if (dragged) {
    for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
      if (w.clips.has(clips[at])) {
        paintDragged(pen, w, layout, clips, at, dragged);
      }
    }
  }
  if (draft?.kind === 'draw') {
    paintDrawn(pen, layout, draft);
  }
  pen.restore();
}

function paintDragged(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, clips: Int32Array, at: number, draft: ClipDraft): void {
  let start = clips[at + Clip.start];
  let length = clips[at + Clip.length];
  let offset = clips[at + Clip.offset];
  let row = layout.row(clips[at + Clip.track]);
  if ('tracks' in draft) {
    start += draft.ticks;
    row = layout.rowFrom(clips[at + Clip.track], draft.tracks);
  } else if (draft.kind === 'left') {
    start += draft.ticks;
    length -= draft.ticks;
    offset += draft.ticks;
  } else {
    length += draft.ticks;
  }
  paintClip(pen, w, layout, clips, at, start, Math.max(1, length), offset, row, true);
}

function paintClip(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout, clips: Int32Array, at: number, start: number, length: number, offset: number, row: number, chosen: boolean): void {
  const axis = layout.axis;
  const x = axis.x(start);
  const width = Math.max(2, length * axis.scale - 1);
  if (row < 0 || x > axis.width || x + width < 0) {
    return;
  }
  const y = layout.y(row) + 1;
  const height = layout.rowHeight(row) - 3;
  if (y > layout.height || y + height < layout.top) {
    return;
  }
  const palette = colours();
  const flags = clips[at + Clip.flags];
  const muted = (flags & 1) !== 0;
  const colour = muted ? MUTED : clips[at + Clip.colour];
  pen.globalAlpha = silent[row] ? 0.45 : 1;
  pen.fillStyle = mixed(colour, chosen ? 6 : 4);
  pen.beginPath();
  pen.roundRect(x, y, width, height, 4);
  pen.fill();

  const title = height >= 36 ? CLIP_TITLE : 0;
  if (title > 0) {
    pen.fillStyle = mixed(colour, muted ? 6 : 12);
    pen.beginPath();
    pen.roundRect(x, y, width, title, [4, 4, 0, 0]);
    pen.fill();
  }
  if ((flags & RECORDED) !== 0) {
    paintRecorded(pen, w, axis, clips[at], { x, width, start, moved: start - clips[at + Clip.start] - (offset - clips[at + Clip.offset]), top: y + title + 1, height: height - title - 3 },
      muted ? css(MUTED) : lighter(colour, 2), chosen);
    pen.globalAlpha = 1;
  }
  const elsewhere = (flags & HEARD_ELSEWHERE) !== 0;
  const notes = elsewhere ? w.seen.heard(clips[at]).notes : w.seen.notes(clips[at + Clip.content]);
  if ((flags & RECORDED) === 0) paintPreview(pen, axis, notes, start, length, elsewhere ? offset - clips[at + Clip.offset] : offset, elsewhere ? 0 : clips[at + Clip.loop], y + title + 2, height - title - 4, muted ? css(MUTED) : lighter(colour, 2));
  pen.globalAlpha = 1;
  const dark = title > 0 && !muted && !silent[row];
  const variation = w.seen.variation(clips[at]);
  const name = w.seen.clipName(clips[at]) || w.tree.shown[row]?.name;
  paintTitle(pen, variation === '' ? name : `${name} · ${variation}`, flags, x, y, width,
    dark ? palette.onColour : muted || silent[row] ? palette.quiet : palette.text);
  if ((flags & 2) !== 0 && w.waiting.shown) {
    pen.fillStyle = hatching(pen);
    pen.fillRect(x, y, width, height);
  }
  if (chosen) {
    pen.strokeStyle = palette.accent;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.roundRect(x + 1, y + 1, width - 2, height - 2, 4);
    pen.stroke();
  }
}

/** Width of the sign of an alias with the space after it, in pixels. */
const ALIAS_SIGN = 12;

function paintTitle(pen: CanvasRenderingContext2D, title: string, flags: number, x: number, y: number, width: number, ink: string): void {
  const shift = Math.max(0, -x);
  const room = width - shift - 10;
  if (room < 14) {
    return;
  }
  const palette = colours();
  pen.font = palette.smallBold;
  pen.textBaseline = 'middle';
  pen.fillStyle = ink;
  const name = `${title}${(flags & 1) !== 0 ? ' · muted' : ''}`;
  const indent = (flags & 4) !== 0 ? ALIAS_SIGN : 0;
  const left = x + shift + 5;
  const middle = y + CLIP_TITLE / 2 + 0.5;
  if (indent > 0) {
    paintAliasSign(pen, left, middle, ink);
  }
  pen.fillText(fit(pen, name, room - indent), left + indent, middle);
}

/** Two sheets, one behind the other: this clip changes together with others. */
function paintAliasSign(pen: CanvasRenderingContext2D, left: number, middle: number, ink: string): void {
  pen.strokeStyle = ink;
  pen.lineWidth = 1;
  pen.strokeRect(left + 0.5, Math.round(middle) - 1.5, 5, 5);
  pen.beginPath();
  pen.moveTo(left + 2.5, Math.round(middle) - 3.5);
  pen.lineTo(left + 7.5, Math.round(middle) - 3.5);
  pen.lineTo(left + 7.5, Math.round(middle) + 1.5);
  pen.stroke();
}

function paintDrawn(pen: CanvasRenderingContext2D, layout: Layout, draft: { track: number; from: number; to: number }): void {
  const row = layout.row(draft.track);
  if (row < 0) {
    return;
  }
  const palette = colours();
  pen.fillStyle = palette.accentQuiet;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.roundRect(layout.axis.x(draft.from), layout.y(row) + 2, (draft.to - draft.from) * layout.axis.scale, layout.rowHeight(row) - 4, 4);
  pen.fill();
  pen.stroke();
}
