/**
 * Who or what made each note, edited it and accepted it, told from the song's log and the proposals that its edits name
 * (docs/credits.md). Nothing of it is kept beside the log, so it can't differ from it.
 */
@NullMarked
package studio.tutti.credit;

import org.jspecify.annotations.NullMarked;
