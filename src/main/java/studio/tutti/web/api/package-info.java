/** What scripts can do without a browser's page, under /api. */
@NullMarked
package studio.tutti.web.api;

import org.jspecify.annotations.NullMarked;
