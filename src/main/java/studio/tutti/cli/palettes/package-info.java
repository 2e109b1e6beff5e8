/** The corpora that the shipped style palettes are learned from, read as lead sheets, and the command that learns them. */
@NullMarked
package studio.tutti.cli.palettes;

import org.jspecify.annotations.NullMarked;
