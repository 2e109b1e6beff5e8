package studio.tutti.exchange.internal.midi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.lyrics.Syllable;
import studio.tutti.core.lyrics.SyllableText.Break;
import studio.tutti.exchange.internal.midi.MidiFileWriter.Message;

/**
 * The words of a song as lyric events in the manner of RP-017, see {@link SungWords}: those sung on a note in its track,
 * the others beside tempo and metre.
 */
final class WordMessages {

    private final Map<@Nullable Element, List<Syllable>> voices = new HashMap<>();

    WordMessages(Arrangement arrangement) {
        for (Syllable each : Syllable.all(arrangement, new Places(arrangement))) {
            voices.computeIfAbsent(each.track(), none -> new ArrayList<>()).add(each);
        }
    }

    /** Those of a track; null for those that are sung on no note. */
    List<Message> of(@Nullable Element track) {
        List<Syllable> syllables = voices.getOrDefault(track, List.of());
        List<Message> messages = new ArrayList<>(syllables.size());
        for (int i = 0; i < syllables.size(); i++) {
            Syllable each = syllables.get(i);
            Syllable next = i + 1 < syllables.size() ? syllables.get(i + 1) : null;
            Break after = next == null ? Break.NONE : next.text().before();
            boolean hyphen = each.text().goesOn() && (next == null || after != Break.NONE);
            String text = (i == 0 ? end(each.text().before()) : "") + each.text().words() + (hyphen ? "-" : "")
                    + (each.text().goesOn() ? "" : " ") + end(after);
            messages.add(new Message(each.start(), 1, MidiFileWriter.meta(Meta.LYRIC, text.getBytes(StandardCharsets.UTF_8))));
        }
        return messages;
    }

    private static String end(Break line) {
        return switch (line) {
            case NONE -> "";
            case LINE -> "\r";
            case PARAGRAPH -> "\n";
        };
    }
}
