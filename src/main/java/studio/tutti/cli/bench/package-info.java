/** The project's own measurements, each printed as JSON, and the pages without a browser that they load a server with. */
@NullMarked
package studio.tutti.cli.bench;

import org.jspecify.annotations.NullMarked;
