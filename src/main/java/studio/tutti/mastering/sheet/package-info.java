/** The report of a master as a sheet of paper: figures, curves and pictures, as PDF by Apache PDFBox. */
@NullMarked
@NamedInterface("sheet")
package studio.tutti.mastering.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
