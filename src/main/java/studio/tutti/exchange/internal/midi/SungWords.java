package studio.tutti.exchange.internal.midi;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.lyrics.SyllableText;
import studio.tutti.core.lyrics.SyllableText.Break;
import studio.tutti.exchange.internal.Texts;

/**
 * Syllables of one track of a file, as songs have them. Files say in three ways where words end: with a space after each
 * word (MIDI Manufacturers Association, RP-017, "SMF Lyric Meta Event Definition"), with a space or a slash before the next
 * one (karaoke files), or with a hyphen after each syllable that isn't the last. Where a file does neither, each event is
 * a word. A carriage return or a slash begins a line, a line feed or a backslash a paragraph.
 */
final class SungWords {

    /** A syllable at a moment, in the text of a lyric. */
    record Sung(long tick, int track, String text) {}

    private static final int LONGEST = 400;

    /** An event taken apart: what stands around its syllable. */
    private static final class Event {
        private final long tick;
        private final String core;
        private final boolean hyphen;
        private boolean spaceBefore;
        private boolean spaceAfter;
        private Break before = Break.NONE;
        private Break after = Break.NONE;

        Event(long tick, String text) {
            this.tick = tick;
            int from = 0;
            while (from < text.length() && isSeam(text.charAt(from))) {
                from++;
            }
            int to = text.length();
            while (to > from && (text.charAt(to - 1) <= ' ')) {
                to--;
            }
            before = breakIn(text.substring(0, from));
            after = breakIn(text.substring(to));
            spaceBefore = from > 0;
            spaceAfter = to < text.length();
            String syllable = text.substring(from, to);
            hyphen = syllable.length() > 1 && syllable.endsWith("-");
            core = hyphen ? syllable.substring(0, syllable.length() - 1).strip() : syllable;
        }

        private static boolean isSeam(char each) {
            return each <= ' ' || each == '/' || each == '\\';
        }

        private static Break breakIn(String seam) {
            String lines = seam.replace("\r\n", "\r");
            return lines.indexOf('\n') >= 0 || lines.indexOf('\\') >= 0 ? Break.PARAGRAPH
                    : lines.indexOf('\r') >= 0 || lines.indexOf('/') >= 0 ? Break.LINE : Break.NONE;
        }
    }

    private final int track;
    private final List<Event> events = new ArrayList<>();
    private Break pending = Break.NONE;
    private boolean spaced;

    /** @param track of the file */
    SungWords(int track) {
        this.track = track;
    }

    /** Takes the next event of the track, its text as it stands in the file. */
    void add(long tick, String text) {
        Event event = new Event(tick, text);
        Event last = events.isEmpty() ? null : events.getLast();
        spaced |= event.spaceBefore || event.spaceAfter;
        if (event.core.isEmpty()) {
            if (last != null) {
                last.spaceAfter = true;
            }
            pending = stronger(pending, stronger(event.before, event.after));
        } else if (last == null || last.tick != tick || !last.core.equals(event.core)) {
            event.before = stronger(pending, event.before);
            pending = event.after;
            events.add(event);
        }
    }

    private static Break stronger(Break one, Break other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    int size() {
        return events.size();
    }

    /** The syllables in order. */
    List<Sung> sung() {
        List<Sung> sung = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            Event next = i + 1 < events.size() ? events.get(i + 1) : null;
            boolean open = spaced && next != null && !event.spaceAfter && !next.spaceBefore && next.before == Break.NONE;
            SyllableText text = new SyllableText(event.before, Texts.cut(event.core, LONGEST), false)
                    .goingOn(event.hyphen || open);
            sung.add(new Sung(event.tick, track, text.text()));
        }
        return sung;
    }
}
