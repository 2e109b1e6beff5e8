package studio.tutti.exchange.internal.fidelity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.MediaSource;
import studio.tutti.exchange.RoundTrip;
import studio.tutti.exchange.Song;
import studio.tutti.exchange.SongFormat;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongWriter;

/** Compares a MIDI file with what the studio writes after reading it. */
public final class MidiRoundTrip {

    private int notes;
    private int controllers;
    private double worst;
    private String difference = "";

    private MidiRoundTrip() {}

    /** See {@link RoundTrip#of}. */
    public static RoundTrip of(byte[] file, String name) throws IOException {
        Song first = SongReader.read(new ByteArrayInputStream(file), name, MediaSink.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SongWriter.write(first.arrangement(), SongFormat.MIDI, MediaSource.NONE, out);
        Song second = SongReader.read(new ByteArrayInputStream(out.toByteArray()), name, MediaSink.NONE);
        MidiRoundTrip trip = compared(file, out.toByteArray());
        trip.say(Portrait.of(first.arrangement()).difference(Portrait.of(second.arrangement())));
        return trip.result();
    }

    /** Compares two files as another reader hears them. */
    public static RoundTrip compare(byte[] file, byte[] other) throws IOException {
        return compared(file, other).result();
    }

    private static MidiRoundTrip compared(byte[] file, byte[] other) throws IOException {
        HeardFile given = HeardFile.of(file);
        HeardFile written = HeardFile.of(other);
        MidiRoundTrip trip = new MidiRoundTrip();
        trip.notes = given.notes.size();
        trip.controllers = given.controls.size();
        trip.compare("note", given.notes, written.notes,
                each -> List.of(each.program(), each.pitch(), each.velocity(), each.release(), Math.round(each.start()), Math.round(each.end())),
                List.of(HeardFile.Note::start, HeardFile.Note::end));
        trip.compare("controller", distinct(given.controls), distinct(written.controls),
                each -> List.of(each.drums(), each.what(), each.value(), Math.round(each.time())),
                List.of(HeardFile.Control::time));
        trip.compare("tempo, metre, key, marker or lyric", facts(given), facts(written),
                each -> List.of(each.what(), each.value(), Math.round(each.time())),
                List.of(HeardFile.Fact::time));
        if (!written.names.containsAll(given.names)) {
            trip.say("The tracks were called " + given.names + " and are called " + written.names + ".");
        }
        return trip;
    }

    private RoundTrip result() {
        return new RoundTrip(notes, controllers, worst, difference);
    }

    private <T> void compare(String what, List<T> given, List<T> written, Function<T, Object> same, List<ToDoubleFunction<T>> times) {
        if (given.size() != written.size()) {
            say("The file had " + given.size() + " of the kind " + what + " and has " + written.size() + ".");
        }
        for (int i = 0; i < Math.min(given.size(), written.size()); i++) {
            T one = given.get(i);
            T other = written.get(i);
            if (!same.apply(one).equals(same.apply(other))) {
                say("The file had " + one + " and has " + other + ".");
                return;
            }
            for (ToDoubleFunction<T> time : times) {
                worst = Math.max(worst, Math.abs(time.applyAsDouble(one) - time.applyAsDouble(other)));
            }
        }
    }

    private void say(String sentence) {
        if (difference.isEmpty()) {
            difference = sentence;
        }
    }

    /** Several tracks of one channel may say the same at one moment; it is heard once. */
    private static List<HeardFile.Control> distinct(List<HeardFile.Control> controls) {
        TreeMap<String, HeardFile.Control> kept = new TreeMap<>();
        List<HeardFile.Control> distinct = new ArrayList<>();
        for (HeardFile.Control each : controls) {
            String key = each.drums() + " " + each.what() + " " + each.value() + " " + Math.round(each.time());
            if (kept.put(key, each) == null) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    /** Tempo, metre and key as they hold: of several at a moment the earliest track's, and what a file that says nothing means. */
    private static List<HeardFile.Fact> facts(HeardFile file) {
        TreeMap<Long, HeardFile.Fact> stepped = new TreeMap<>();
        List<HeardFile.Fact> facts = new ArrayList<>();
        stepped.put(0x51L << 40, new HeardFile.Fact(0x51, "07a120", 0, Integer.MAX_VALUE));
        for (HeardFile.Fact fact : file.facts) {
            if (fact.what() >= 0x51) {
                stepped.merge((long) fact.what() << 40 | Math.round(fact.time()), fact,
                        (one, other) -> other.track() <= one.track() ? other : one);
            } else {
                facts.add(fact);
            }
        }
        facts.addAll(stepped.values());
        return facts;
    }
}
