import { CLIP_STRIDE, Clip } from '../../song/song';
import { mixed } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import type { Layout } from './layout';

/** In a folder's row, all that lies in it: a stripe for each track, where its clips are. */
export function paintFolders(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  for (const folder of w.tree.shown) {
    const row = folder.type === 'folder' ? layout.row(folder.handle) : -1;
    const top = row < 0 ? 0 : layout.y(row) + 4;
    const height = row < 0 ? 0 : layout.rowHeight(row) - 9;
    const tracks = row < 0 ? [] : w.tree.within(folder.handle).filter(track => track.type !== 'folder');
    if (tracks.length === 0 || top > layout.height || top + height < layout.top) {
      continue;
    }
    const stripes = new Map(tracks.map((track, index) => [track.handle, index]));
    const each = height / tracks.length;
    const clips = w.seen.clips;
    pen.globalAlpha = folder.silent ? 0.4 : 1;
    for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
      const stripe = stripes.get(clips[at + Clip.track]);
      const x = layout.axis.x(clips[at + Clip.start]);
      const width = Math.max(2, clips[at + Clip.length] * layout.axis.scale - 1);
      if (stripe !== undefined && x < layout.width && x + width > 0) {
        pen.fillStyle = mixed(clips[at + Clip.colour], (clips[at + Clip.flags] & 1) !== 0 ? 4 : 9);
        pen.fillRect(x, top + stripe * each, width, Math.max(1, each - 1));
      }
    }
    pen.globalAlpha = 1;
  }
}
