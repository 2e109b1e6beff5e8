package studio.tutti.cli.profiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pack of single notes: an instrument's notes within its family's usual range, averaged at equal loudness, are one sound. */
final class InstrumentNotes {

    private InstrumentNotes() {}

    static List<Heard> read(Path data, Path folder) throws IOException {
        Map<String, double[]> sums = new LinkedHashMap<>();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        try (SoundPack pack = new SoundPack(data, "instrument_notes.zip", folder)) {
            for (Map<String, String> row : pack.training()) {
                String family = Families.ofInstrument(row.getOrDefault("family", ""));
                int pitch = Integer.parseInt(row.getOrDefault("midi_pitch", "0"));
                if (family.isEmpty() || pitch < Families.lowest(family) || pitch > Families.highest(family)) {
                    continue;
                }
                double[] powers = Heard.normal(Heard.powers(pack.sound(row.get("path"))));
                double[] sum = sums.computeIfAbsent(row.get("instrument"), name -> new double[powers.length]);
                for (int band = 0; band < powers.length; band++) {
                    sum[band] += powers[band];
                }
                rows.put(row.get("instrument"), row);
            }
        }
        List<Heard> heard = new ArrayList<>();
        sums.forEach((instrument, sum) -> {
            Map<String, String> row = rows.get(instrument);
            heard.add(new Heard(Families.ofInstrument(row.get("family")), instrument, row.get("licence"), credit(row.get("source")), false, Heard.levels(sum)));
        });
        return heard;
    }

    private static String credit(String source) {
        return switch (source.replaceFirst("/.*", "")) {
            case "freepats" -> "FreePats project";
            default -> source.contains("Discord") ? "Discord SFZ GM Bank by Jeff Learman, Sam Gossner, DSmolken, David Viens, Greg Schlaepfer, kinwie, Alexander Holm and Dr. N. B. Raikar"
                    : source.contains("GregSullivan") ? "E-Pianos by Greg Sullivan"
                    : source.contains("SplendidGrandPiano") ? "SplendidGrandPiano, samples by AKAI"
                    : "Karoryfer Lecolds and D. Smolken";
        };
    }
}
