/** The person before the page: who they are, how they introduce themselves, how they are shown. */
@NullMarked
package studio.tutti.web.person;

import org.jspecify.annotations.NullMarked;
