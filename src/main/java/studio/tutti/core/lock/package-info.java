/** What is locked against assistants, and whether an edit would change it. */
@NullMarked
package studio.tutti.core.lock;

import org.jspecify.annotations.NullMarked;
