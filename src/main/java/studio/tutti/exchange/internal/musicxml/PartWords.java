package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.lyrics.Melody;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.lyrics.Syllable;
import studio.tutti.core.lyrics.SyllableText;
import studio.tutti.core.lyrics.SyllableText.Break;

/** Which syllables stand under which notes of which track. Those that begin with no note have no place in a score. */
final class PartWords {

    /** A syllable as it is written. */
    record Written(SyllableText text, String syllabic, String extend, Break after) {

        void write(XmlText xml) {
            xml.open("lyric number=\"1\"");
            if (!text.isHeld()) {
                xml.line("syllabic", syllabic).line("text", text.words());
            }
            if (!extend.isEmpty()) {
                xml.empty("extend type=\"" + extend + "\"");
            }
            if (after != Break.NONE) {
                xml.empty(after == Break.LINE ? "end-line" : "end-paragraph");
            }
            xml.close("lyric");
        }
    }

    private final Map<@Nullable Element, List<Syllable>> voices = new HashMap<>();
    private int homeless;

    PartWords(Arrangement arrangement) {
        Places places = new Places(arrangement);
        Element singer = Melody.singer(arrangement, places);
        for (Syllable each : Syllable.all(arrangement, places)) {
            Element track = each.track() == null ? singer : each.track();
            voices.computeIfAbsent(track, none -> new ArrayList<>()).add(each);
        }
        homeless = voices.values().stream().mapToInt(List::size).sum();
    }

    /** The words of a track, by the notes they are sung on. */
    Map<Performed.Note, Written> of(Element track, List<Performed.Note> notes) {
        Map<Long, Performed.Note> tops = new HashMap<>();
        Map<Element, Performed.Note> own = new IdentityHashMap<>();
        for (Performed.Note note : notes) {
            tops.merge(note.start(), note, (one, other) -> other.pitch() > one.pitch() ? other : one);
            own.putIfAbsent(note.element(), note);
        }
        Map<Performed.Note, SyllableText> seated = new java.util.LinkedHashMap<>();
        for (Syllable each : voices.getOrDefault(track, List.of())) {
            Performed.Note note = each.note() == null ? tops.get(each.start()) : own.get(each.note());
            if (note != null) {
                homeless--;
                seated.merge(note, each.text(), PartWords::together);
            }
        }
        return written(seated);
    }

    /** Two syllables of one note become one. */
    private static SyllableText together(SyllableText one, SyllableText other) {
        return new SyllableText(one.before(), one.isHeld() ? other.words() : one.words() + " " + other.words(), other.goesOn());
    }

    private static Map<Performed.Note, Written> written(Map<Performed.Note, SyllableText> seated) {
        List<Performed.Note> notes = new ArrayList<>(seated.keySet());
        Map<Performed.Note, Written> written = new HashMap<>();
        boolean within = false;
        for (int i = 0; i < notes.size(); i++) {
            SyllableText text = seated.get(notes.get(i));
            SyllableText next = i + 1 < notes.size() ? seated.get(notes.get(i + 1)) : null;
            boolean held = next != null && next.isHeld();
            String extend = text.isHeld() ? held ? "continue" : "stop" : held ? "start" : "";
            String syllabic = within ? text.goesOn() ? "middle" : "end" : text.goesOn() ? "begin" : "single";
            written.put(notes.get(i), new Written(text, syllabic, extend, next == null ? Break.NONE : next.before()));
            within = text.isHeld() ? within : text.goesOn();
        }
        return written;
    }

    /** How many syllables begin with no note of their track, once all tracks were asked for. */
    int homeless() {
        return homeless;
    }
}
