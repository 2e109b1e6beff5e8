/**
 * The core: music, edits and sound, in plain Java that runs on the server and, compiled by TeaVM, in the browser.
 *
 * <p>Nothing in here knows a network, a database, a thread or a screen.
 */
@NullMarked
package studio.tutti.core;

import org.jspecify.annotations.NullMarked;
