package studio.tutti.cli.palettes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.score.LeadSheetFile;
import studio.tutti.assistant.flowmachines.score.ScoreSheet;

/**
 * The lead sheets of OpenEWLD (Simonetta 2018, MIT; songs in the public domain), repeats written out. The pack has no years or genres, and
 * those of its source may not be used commercially: ours stand in {@code palettes/openewld.tsv}.
 */
final class OpenEwldSongs {

    private static final String FOLDER = "openewld/";

    private OpenEwldSongs() {}

    static List<CorpusSong> read(Path data, Split split) throws IOException {
        Map<String, String> groups = groups();
        List<CorpusSong> songs = new ArrayList<>();
        try (CorpusPack pack = new CorpusPack(data, "openewld_leadsheets.zip")) {
            for (CorpusPack.Entry entry : pack.ending(".mxl", split)) {
                ScoreSheet written = LeadSheetFile.read(pack.read(entry.path()));
                LeadSheet sheet = Forms.found(written.played());
                if (!sheet.chords().isEmpty()) {
                    songs.add(new CorpusSong(sheet, 0, group(entry.path(), groups)));
                }
            }
        }
        return songs;
    }

    private static String group(String path, Map<String, String> groups) {
        String place = path.substring(path.indexOf(FOLDER) + FOLDER.length());
        String longest = "";
        for (String beginning : groups.keySet()) {
            if (place.startsWith(beginning) && beginning.length() > longest.length()) {
                longest = beginning;
            }
        }
        return groups.getOrDefault(longest, "x");
    }

    private static Map<String, String> groups() throws IOException {
        Map<String, String> groups = new TreeMap<>();
        try (InputStream in = OpenEwldSongs.class.getResourceAsStream("/palettes/openewld.tsv")) {
            if (in == null) {
                throw new IOException("The table of OpenEWLD's periods is missing.");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#") && line.contains("\t")) {
                    groups.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1).strip());
                }
            }
        }
        return groups;
    }
}
