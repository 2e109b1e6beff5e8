import type { Lock } from '../../song/locks';
import { t } from '../../words/words';

const DAY = 86_400_000;

/** "Locked by Anna since 14:05". */
export function lockWords(lock: Lock): string {
  return t('Locked by {0} since {1}', lock.name || t('somebody'), clock(lock.since));
}

function clock(since: number): string {
  const at = new Date(since);
  const time = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
  return Date.now() - since < DAY ? time : `${at.toLocaleDateString()} ${time}`;
}

/** What several locks say, each holder and time once. */
export function locksWords(locks: readonly Lock[]): string {
  return [...new Set(locks.map(lockWords))].join(' · ');
}
