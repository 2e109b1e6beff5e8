package studio.tutti.finishing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.library.Media;
import studio.tutti.library.Medium;
import studio.tutti.mastering.Colour;
import studio.tutti.mastering.MasterReport;
import studio.tutti.mastering.Mastering;

/** What was set for a master, as its sheet tells it. */
final class SheetSettings {

    private SheetSettings() {}

    /**
     * In the order of the sheet, by what people call it.
     *
     * @param reference SHA-256 of the sound that was matched; null or empty for none
     * @param media knows its name
     * @param report has the target that was worked for where none was set
     */
    static Map<String, String> of(Mastering.Settings set, @Nullable String reference, Media media, MasterReport report) {
        Colour colour = set.colour();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("Target", figure(report.target()) + " LUFS");
        told.put("Ceiling", figure(report.ceiling()) + " dBTP");
        told.put("Reference", reference == null || reference.isEmpty() ? "none" : media.find(reference).map(Medium::name).orElse("a file"));
        told.put("Profile", set.profile() == null ? "none" : set.profile().name());
        told.put("Compressor", colour.compress() <= 1 ? "none" : figure(colour.compress()) + " : 1" + (colour.multiband() ? ", three bands" : ""));
        told.put("Width", figure(colour.width()) + " %");
        told.put("Saturation", colour.drive() <= 0 ? "none" : figure(colour.drive()) + " dB");
        return told;
    }

    /** A number as people write it. */
    static String figure(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value).replace('-', '−');
    }
}
