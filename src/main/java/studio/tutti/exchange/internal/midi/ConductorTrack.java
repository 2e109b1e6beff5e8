package studio.tutti.exchange.internal.midi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.exchange.internal.midi.MidiFileWriter.Message;

/** What a MIDI file says for all tracks: name, credits, tempo, metre, key, sections and markers. */
final class ConductorTrack {

    private final List<Message> messages = new ArrayList<>();

    private ConductorTrack() {}

    static List<Message> of(Arrangement arrangement) {
        ConductorTrack track = new ConductorTrack();
        Element song = arrangement.root();
        track.text(0, Meta.NAME, song.text(Property.NAME));
        song.text(Property.CREDITS).lines().forEach(line -> track.text(0, Meta.COPYRIGHT, line));
        for (Element step : TimeMaps.steps(arrangement, Kind.TEMPO)) {
            int tempo = step.integer(Property.TEMPO);
            track.meta(start(step), Meta.TEMPO, tempo >> 16, tempo >> 8, tempo);
        }
        for (Element step : TimeMaps.steps(arrangement, Kind.METRE)) {
            if (isSaid(step, Property.NUMERATOR, Property.DENOMINATOR)) {
                int denominator = step.integer(Property.DENOMINATOR);
                // MIDI clocks a beat, of which a quarter note has 24; then 32nd notes a quarter note.
                track.meta(start(step), Meta.METRE, step.integer(Property.NUMERATOR), denominator,
                        Math.max(1, 96 >> denominator), 8);
            }
        }
        for (Element step : TimeMaps.steps(arrangement, Kind.KEY)) {
            if (isSaid(step, Property.FIFTHS, Property.MODE)) {
                track.meta(start(step), Meta.KEY, step.integer(Property.FIFTHS), step.integer(Property.MODE));
            }
        }
        track.texts(arrangement, Kind.SECTION, Property.NAME, Meta.MARKER);
        track.texts(arrangement, Kind.MARKER, Property.TEXT, Meta.MARKER);
        return track.messages;
    }

    /** Whether somebody has said it; a song that never did begins in C and 4/4, as a MIDI file does. */
    private static boolean isSaid(Element step, Property one, Property other) {
        return step.kind() != Kind.SONG
                || !step.writer(one).equals(Id.NONE)
                || !step.writer(other).equals(Id.NONE);
    }

    private void texts(Arrangement arrangement, Kind kind, Property property, int type) {
        Elements.sorted(arrangement.root().children(kind)).forEach(each -> text(each.start(), type, each.text(property)));
    }

    private void text(long tick, int type, String text) {
        if (!text.isEmpty()) {
            messages.add(new Message(tick, 0, MidiFileWriter.meta(type, text.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private void meta(long tick, int type, int... content) {
        byte[] bytes = new byte[content.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) content[i];
        }
        messages.add(new Message(tick, 0, MidiFileWriter.meta(type, bytes)));
    }

    private static long start(Element step) {
        return step.kind() == Kind.SONG ? 0 : step.start();
    }
}
