package studio.tutti.cli.palettes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.NoteName;

/**
 * The harmony of the rock corpus (de Clercq and Temperley, CC BY 4.0), written out from beginning to end, one annotator a song. Its
 * melodies are not read.
 */
final class RockSongs {

    private RockSongs() {}

    static List<CorpusSong> read(Path data, Split split) throws IOException {
        List<CorpusSong> songs = new ArrayList<>();
        Set<String> known = new HashSet<>();
        try (CorpusPack pack = new CorpusPack(data, "rock_corpus.zip")) {
            for (CorpusPack.Entry entry : pack.ending(".txt", split)) {
                if (entry.path().contains("/rs200_harmony_exp/") && known.add(entry.group())) {
                    String name = entry.path().replaceFirst(".*/", "").replaceFirst("_(dt|tdc)\\.txt$", "").replace('_', ' ');
                    song(pack.text(entry.path()), title(name)).ifPresent(songs::add);
                }
            }
        }
        return songs;
    }

    private static String title(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static Optional<CorpusSong> song(String text, String title) {
        NoteName tonic = new NoteName(0);
        Metre metre = null;
        HarmonyLine line = null;
        boolean any = false;
        List<@Nullable Optional<ChordSymbol>> bar = new ArrayList<>();
        for (String word : text.replace("|", " | ").strip().split("\\s+")) {
            if (word.startsWith("[")) {
                String sign = word.replaceAll("[\\[\\]]", "");
                Optional<NoteName> name = NoteName.at(sign);
                if (name.isPresent()) {
                    tonic = name.get();
                    if (line != null) {
                        line.tonic(tonic);
                    }
                } else if (metre == null) {
                    metre = Metre.parse(sign).orElse(null);
                }
                continue;
            }
            if (line == null) {
                line = new HarmonyLine(metre == null ? Metre.COMMON : metre);
                line.tonic(tonic);
            }
            if (word.equals("|")) {
                line.bar(bar.isEmpty() ? java.util.Collections.singletonList(any ? null : Optional.empty()) : bar);
                any = true;
                bar = new ArrayList<>();
            } else if (word.equals("R")) {
                bar.add(Optional.empty());
            } else if (word.equals(".")) {
                bar.add(null);
            } else {
                Optional<ChordSymbol> chord = RomanChord.read(word, tonic);
                bar.add(chord.isPresent() ? chord : null);
            }
        }
        return line == null ? Optional.empty() : line.sheet(title, "").map(sheet -> new CorpusSong(sheet, 0, ""));
    }
}
