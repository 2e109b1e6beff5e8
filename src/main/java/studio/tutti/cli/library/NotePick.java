package studio.tutti.cli.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One note of each instrument of the pack: the loudest near the middle of its range. */
final class NotePick {

    private final Path file;

    NotePick(Path file) {
        this.file = file;
    }

    /** Writes the notes and their table, and says how many. */
    int write(Path out) throws IOException {
        TreeMap<String, Map<String, String>> chosen = new TreeMap<>();
        Path folder = Files.createDirectories(out.resolve("notes"));
        try (Pack pack = new Pack(file)) {
            for (Map<String, String> row : rows(new String(pack.read("manifest.csv"), StandardCharsets.UTF_8))) {
                if ("CC-BY".equals(row.get("licence"))) {
                    continue; // of which version nobody says
                }
                Map<String, String> before = chosen.get(row.get("instrument"));
                if (before == null || worth(row) > worth(before)) {
                    chosen.put(row.get("instrument"), row);
                }
            }
            StringBuilder text = new StringBuilder("path\tname\tcategory\tlicence\tcredit\tpitch\n");
            for (Map<String, String> row : chosen.values()) {
                String name = row.get("instrument");
                String path = "notes/" + name + "-" + row.get("midi_pitch") + ".ogg";
                Files.write(folder.resolve(name + "-" + row.get("midi_pitch") + ".ogg"), pack.read(row.get("path")));
                String words = name.replaceFirst("^gm\\d+-", "").replace('-', ' ');
                text.append(String.join("\t", path, Character.toUpperCase(words.charAt(0)) + words.substring(1), row.get("family"),
                        row.get("licence"), credit(row.get("source")), row.get("midi_pitch"))).append('\n');
            }
            Files.writeString(out.resolve("notes.tsv"), text);
        }
        return chosen.size();
    }

    private static String credit(String source) {
        return source.contains("GregSullivan") ? "Greg Sullivan"
                : source.contains("karoryfer") || source.contains("Karoryfer") || source.contains("dsmolken") ? "Karoryfer Lecolds, D. Smolken"
                : source.contains("SplendidGrandPiano") ? "AKAI"
                : source.contains("freepats") ? "FreePats project"
                : source.contains("Discord-SFZ-GM-Bank") ? "Discord SFZ GM Bank: Jeff Learman, Sam Gossner, DSmolken and others"
                : source;
    }

    /** The nearer to the middle, and the louder it was struck, the better. */
    private static double worth(Map<String, String> row) {
        int middle = switch (row.get("family")) {
            case "bass" -> 36;
            case "guitar" -> 52;
            default -> 60;
        };
        return Integer.parseInt(row.get("velocity_hi")) / 40.0 - Math.abs(Integer.parseInt(row.get("midi_pitch")) - middle);
    }

    private static List<Map<String, String>> rows(String text) {
        List<String> lines = text.lines().toList();
        String[] names = lines.getFirst().split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (char letter : line.toCharArray()) {
                if (letter == '"') {
                    quoted = !quoted;
                } else if (letter == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(letter);
                }
            }
            cells.add(cell.toString());
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.length && i < cells.size(); i++) {
                row.put(names[i], cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
