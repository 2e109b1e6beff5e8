/** Spectra of recordings: power over time, filters of any curve, changes frame by frame. */
@NullMarked
@NamedInterface("spectrum")
package studio.tutti.mastering.spectrum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
