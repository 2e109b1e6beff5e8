import type { Axis } from '../time/axis';
import type { Workspace } from './workspace';

/** Scrolls on with the playhead while it is in the opened clip and about to leave the sight; whether it did. */
export function followPlayhead(w: Workspace, axis: Axis): boolean {
  const { playhead } = w.song.transport;
  const clip = w.openedClip;
  if (!clip || !w.following || playhead < clip.start || playhead >= clip.start + clip.length || !axis.reveal(playhead, 0)) {
    return false;
  }
  axis.scrollTo(playhead - 24 / axis.scale);
  return true;
}

/** Whether a playhead moves, this person's or somebody's, so that each frame looks different. */
export function somethingMoves(w: Workspace): boolean {
  return w.song.transport.playing || w.song.people.some(person => !person.self && person.playing);
}
