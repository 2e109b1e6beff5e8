package studio.tutti.cli.palettes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.NoteName;

/** The chord and form annotations of the McGill Billboard project (Burgoyne, Wild and Fujinaga, ISMIR 2011), CC0. */
final class BillboardSongs {

    private static final Pattern HEAD = Pattern.compile("# (title|artist|metre|tonic): *(.*)");
    private static final Pattern LINE = Pattern.compile("[0-9.]+\\s+(.*)");
    private static final Pattern TIMES = Pattern.compile("\\bx(\\d+)\\b");
    private static final Pattern BAR_METRE = Pattern.compile("\\(\\d+/\\d+\\)");

    private BillboardSongs() {}

    /** Each song of a split once, though charts and annotators have some twice, with the year in which it was in the charts. */
    static List<CorpusSong> read(Path data, Split split) throws IOException {
        List<CorpusSong> songs = new ArrayList<>();
        try (CorpusPack pack = new CorpusPack(data, "mcgill_billboard_chords.zip")) {
            Map<Integer, Integer> years = new HashMap<>();
            List<List<String>> rows = Csv.rows(pack.text("billboard-2.0-index.csv"));
            for (List<String> row : rows.subList(1, rows.size())) {
                years.put(Integer.parseInt(row.getFirst()), Integer.parseInt(row.get(1).substring(0, 4)));
            }
            java.util.Set<String> known = new java.util.HashSet<>();
            for (CorpusPack.Entry entry : pack.ending("salami_chords.txt", split)) {
                int number = Integer.parseInt(entry.path().replaceFirst(".*/(\\d+)/[^/]*$", "$1"));
                if (known.add(entry.group())) {
                    song(pack.text(entry.path()), years.getOrDefault(number, 0)).ifPresent(songs::add);
                }
            }
        }
        return songs;
    }

    static Optional<CorpusSong> song(String text, int year) {
        String title = "";
        String artist = "";
        HarmonyLine line = null;
        NoteName tonic = new NoteName(0);
        for (String each : text.split("\n")) {
            Matcher head = HEAD.matcher(each.strip());
            if (head.matches()) {
                String value = head.group(2).strip();
                switch (head.group(1)) {
                    case "title" -> title = value;
                    case "artist" -> artist = value;
                    case "metre" -> line = line == null ? new HarmonyLine(Metre.parse(value).orElse(Metre.COMMON)) : line;
                    default -> {
                        tonic = NoteName.at(value).orElse(tonic);
                        if (line != null) {
                            line.tonic(tonic);
                        }
                    }
                }
                continue;
            }
            Matcher timed = LINE.matcher(each.strip());
            if (timed.matches() && line != null) {
                line.tonic(tonic);
                read(timed.group(1), line);
            }
        }
        return line == null ? Optional.empty()
                : line.sheet(title, artist).map(sheet -> new CorpusSong(sheet, year, ""));
    }

    private static void read(String content, HarmonyLine line) {
        int first = content.indexOf('|');
        int last = content.lastIndexOf('|');
        String before = first < 0 ? content : content.substring(0, first);
        String[] names = before.split(",");
        if (!names[0].isBlank() && !before.startsWith("(")) {
            String name = names.length > 1 && !names[1].isBlank() ? names[1].strip() : names[0].strip();
            line.section(name.matches("silence|end|Z") ? "" : name);
        }
        if (first == last) {
            return;
        }
        Matcher times = TIMES.matcher(content.substring(last));
        int turns = times.find() ? Math.min(64, Integer.parseInt(times.group(1))) : 1;
        String[] bars = content.substring(first + 1, last).split("\\|");
        for (int turn = 0; turn < turns; turn++) {
            for (String bar : bars) {
                line.bar(bar(bar));
            }
        }
    }

    private static List<@Nullable Optional<ChordSymbol>> bar(String text) {
        List<@Nullable Optional<ChordSymbol>> beats = new ArrayList<>();
        for (String word : BAR_METRE.matcher(text).replaceAll(" ").strip().split("\\s+")) {
            if (word.equals("N")) {
                beats.add(Optional.empty());
            } else if (word.equals(".") || word.equals("*")) {
                beats.add(null);
            } else if (!word.startsWith("&") && !word.isEmpty()) {
                Optional<ChordSymbol> chord = HarteChord.read(word);
                beats.add(chord.isPresent() ? chord : null);
            }
        }
        return beats.isEmpty() ? java.util.Collections.singletonList(null) : beats;
    }
}
