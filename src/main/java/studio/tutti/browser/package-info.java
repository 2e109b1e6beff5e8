/** The core's face to the page: what TeaVM exports. The only package that knows TeaVM. */
@NullMarked
package studio.tutti.browser;

import org.jspecify.annotations.NullMarked;
