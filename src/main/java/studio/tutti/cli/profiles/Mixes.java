package studio.tutti.cli.profiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pack of released mixes, twelve seconds of each. */
final class Mixes {

    private Mixes() {}

    static List<Heard> read(Path data, Path folder) throws IOException {
        List<Heard> heard = new ArrayList<>();
        try (SoundPack pack = new SoundPack(data, "full_mixes_stereo.zip", folder)) {
            for (Map<String, String> row : pack.rows()) {
                double[] levels = Heard.levels(Heard.powers(pack.sound(row.get("path"))));
                String credit = row.getOrDefault("attribution", "").replace("Music by ", "");
                heard.add(new Heard("mix-recorded", row.get("path"), row.get("licence"), credit, false, levels));
                if (credit.startsWith("Boomboxhead")) {
                    heard.add(new Heard("mix-beats", row.get("path"), row.get("licence"), credit, false, levels));
                }
            }
        }
        return heard;
    }
}
