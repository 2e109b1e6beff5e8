import type { Proposal } from '../../song/tray';
import type { Workspace } from '../workspace/workspace';
import { t, told } from '../../words/words';

/** "bars 5 to 8", or one bar. */
export function barsOf(w: Workspace, from: number, to: number): string {
  const first = w.song.position(from).split('.')[0]!;
  const last = w.song.position(Math.max(from, to - 1)).split('.')[0]!;
  return first === last ? t('bar {0}', first) : t('bars {0} to {1}', first, last);
}

/** The names of the tracks that a proposal writes for. */
export function targetsOf(w: Workspace, proposal: Proposal): string {
  return tracksOf(w, proposal.targets);
}

export function tracksOf(w: Workspace, tracks: readonly number[]): string {
  return tracks.map(each => w.seen.track(each)?.name).filter(each => each !== undefined && each !== '').join(', ');
}

/** What a proposal is called. */
export function nameOf(proposal: Proposal): string {
  return told(proposal.name) || (proposal.own ? t('An idea') : proposal.tool);
}

/** How a proposal stands, in a sentence. */
export function stateOf(w: Workspace, proposal: Proposal): string {
  switch (proposal.state) {
    case 'UNDER_WAY':
      if (!proposal.running) {
        return w.tray.beganAgain(proposal.id) ? t('The worker that made it is gone. It begins again by itself.') : t('Waits for a free worker. It begins by itself.');
      }
      if (w.tray.isSilent(proposal.id)) {
        return t('Nothing was heard of its worker for a while. If it is gone, another one begins again by itself.');
      }
      return (w.tray.beganAgain(proposal.id) ? t('Begun again by another worker: ') : '') + (proposal.remaining < 0 ? t('{0} % done', percent(proposal))
        : t('{0} % done, about {1} s left', percent(proposal), Math.max(1, Math.ceil(proposal.remaining / 1000))));
    case 'FAILED': return told(proposal.error);
    case 'CANCELLED': return proposal.takes.length > 0 ? t('Cancelled. The takes that had come stay.') : t('Cancelled.');
    case 'READY': return '';
  }
}

export function percent(proposal: Proposal): number {
  return Math.round(proposal.share * 100);
}
