package studio.tutti.cli.profiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pack of single drum hits: takes of one piece at one strength are one sound, their powers averaged at equal loudness. */
final class DrumHits {

    private static final Map<String, String> CREDITS = Map.of(
            "sonicpi", "the Sonic Pi sample set",
            "meadowlark", "Meadowlark Factory Library by Billy Messenger",
            "oramics", "oramics/sampled; Pearl Master Studio Pack 1 by enoe",
            "muldjordkit", "Drum samples provided by DrumGizmo.org",
            "gogodze2", "Gogodze Phu by Karoryfer Lecolds",
            "frankensnare", "Frankensnare by Karoryfer Lecolds",
            "discordgm", "Discord SFZ GM Bank by Jeff Learman, Sam Gossner, DSmolken, David Viens, Greg Schlaepfer, kinwie, Alexander Holm and Dr. N. B. Raikar");

    private DrumHits() {}

    /** Sounds of kits whose licence is stated without doubt. */
    static List<Heard> read(Path data, Path folder) throws IOException {
        Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
        List<Heard> heard = new ArrayList<>();
        try (SoundPack pack = new SoundPack(data, "drum_oneshots.zip", folder)) {
            for (Map<String, String> row : pack.training()) {
                if (!Families.ofDrum(row.getOrDefault("class", "")).isEmpty() && CREDITS.containsKey(maker(row))) {
                    groups.computeIfAbsent(row.get("group"), group -> new ArrayList<>()).add(row);
                }
            }
            for (List<Map<String, String>> takes : groups.values()) {
                double[] sum = new double[0];
                for (Map<String, String> take : takes) {
                    double[] powers = Heard.normal(Heard.powers(pack.sound(take.get("path"))));
                    sum = sum.length == 0 ? new double[powers.length] : sum;
                    for (int band = 0; band < powers.length; band++) {
                        sum[band] += powers[band];
                    }
                }
                Map<String, String> first = takes.getFirst();
                String kit = maker(first).equals("oramics") ? first.get("source") : maker(first);
                heard.add(new Heard(Families.ofDrum(first.get("class")), kit, first.get("licence"), CREDITS.get(maker(first)), false, Heard.levels(sum)));
            }
        }
        return heard;
    }

    private static String maker(Map<String, String> row) {
        return row.getOrDefault("source", "").replaceFirst("-.*", "");
    }
}
