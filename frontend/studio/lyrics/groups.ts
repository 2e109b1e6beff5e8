import { NONE, type Section } from '../../song/song';
import type { LyricLine } from '../../song/lyrics';
import type { Workspace } from '../workspace/workspace';

/** The lines of a section, or those between sections. */
export interface Group {
  readonly section: Section | null;
  readonly lines: LyricLine[];
  readonly start: number;
  /** Where the next group begins, in ticks. */
  end: number;
}

/** All sections in order with their lines, empty ones too, and the lines that lie outside of any. */
export function groupsOf(w: Workspace): Group[] {
  const groups: Group[] = w.seen.sections.map(section => ({ section, lines: [], start: section.start, end: section.start + section.length }));
  for (const line of w.song.lyrics.lines()) {
    const own = groups.find(group => group.section !== null && group.section.handle === line.section);
    if (own) {
      own.lines.push(line);
      continue;
    }
    const before = groups.filter(group => group.start <= line.start).sort((a, b) => a.start - b.start).at(-1);
    if (before && before.section === null) {
      before.lines.push(line);
    } else {
      groups.push({ section: null, lines: [line], start: line.section === NONE ? line.start : 0, end: line.start });
    }
  }
  groups.sort((a, b) => a.start - b.start);
  groups.forEach((group, index) => {
    if (group.section === null) {
      group.end = groups[index + 1]?.start ?? Math.max(w.song.end, group.lines.at(-1)?.end ?? 0) + 3840;
    }
  });
  return groups;
}
