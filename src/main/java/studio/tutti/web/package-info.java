/** The studio in the browser: views, the edit socket, REST. */
@NullMarked
package studio.tutti.web;

import org.jspecify.annotations.NullMarked;
