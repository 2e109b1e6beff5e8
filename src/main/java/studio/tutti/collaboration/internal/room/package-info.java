/**
 * The rooms of this node: for each open song a copy that follows the order, the pages that sit there, who else is in the
 * room on other nodes. A room does one thing after another; no page can hold it up.
 */
@NullMarked
package studio.tutti.collaboration.internal.room;

import org.jspecify.annotations.NullMarked;
