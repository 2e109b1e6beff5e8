package studio.tutti.exchange.internal.midi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.ValueType;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.internal.Texts;

/**
 * What the file says about all tracks: tempo, metre, key, markers, lyrics and whose it is, gathered from every track by
 * time. Of several changes of one kind at one moment the one of the earliest track holds, in a track the last: many
 * programs write a key into every track, and into those of drums the wrong one.
 */
final class Conductor {

    /** A text at a moment. */
    record Words(long tick, String text) {}

    /** A metre: beats in a bar, and the beat as a power of two. */
    record Metre(int numerator, int denominator) {}

    /** A key signature. */
    record Signature(int fifths, int mode) {}

    private final TreeMap<Long, Long> tempos = new TreeMap<>();
    private final TreeMap<Long, Metre> metres = new TreeMap<>();
    private final TreeMap<Long, Signature> keys = new TreeMap<>();
    private final TreeMap<Long, Metre> ownMetres = new TreeMap<>();
    private final TreeMap<Long, Signature> ownKeys = new TreeMap<>();
    private final List<Words> markers = new ArrayList<>();
    private final List<SungWords.Sung> lyrics = new ArrayList<>();
    private final List<SungWords.Sung> karaoke = new ArrayList<>();
    private SungWords ownLyrics = new SungWords(0);
    private SungWords ownKaraoke = new SungWords(0);
    private boolean isKaraoke;
    private final List<String> credits = new ArrayList<>();
    private final String[] names;
    private int texts;
    private int odd;

    private Conductor(int tracks) {
        names = new String[tracks];
        java.util.Arrays.fill(names, "");
    }

    /** The tempo changes of a file in its own ticks, microseconds a quarter. */
    static TreeMap<Long, Long> tempos(MidiFile file) throws SongRefused {
        TreeMap<Long, Long> tempos = new TreeMap<>();
        for (MidiTrack track : file.tracks()) {
            TreeMap<Long, Long> own = new TreeMap<>();
            for (int i = 0; i < track.size(); i++) {
                if (track.isMeta(i) && track.first(i) == Meta.TEMPO) {
                    own.put(track.tick(i), tempo(track.data(i)));
                }
            }
            own.forEach(tempos::putIfAbsent);
        }
        return tempos;
    }

    private static long tempo(byte[] data) throws SongRefused {
        long tempo = data.length < 3 ? 0 : (data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF;
        if (((ValueType.Whole) Property.TEMPO.type()).fault(tempo) != null) {
            throw new SongRefused("The MIDI file has an impossible tempo: "
                    + (tempo == 0 ? "a quarter note that lasts no time" : 60_000_000 / tempo + " quarter notes a minute") + ".");
        }
        return tempo;
    }

    static Conductor of(MidiFile file, TimeBase time) throws SongRefused {
        Conductor conductor = new Conductor(file.tracks().size());
        tempos(file).forEach((tick, tempo) -> conductor.tempos.put(time.tick(tick), tempo));
        for (int number = 0; number < file.tracks().size(); number++) {
            MidiTrack track = file.tracks().get(number);
            conductor.ownMetres.clear();
            conductor.ownKeys.clear();
            conductor.ownLyrics = new SungWords(number);
            conductor.ownKaraoke = new SungWords(number);
            for (int i = 0; i < track.size(); i++) {
                if (track.isMeta(i)) {
                    conductor.take(time.tick(track.tick(i)), track.first(i), track.data(i), number);
                }
            }
            conductor.ownMetres.forEach(conductor.metres::putIfAbsent);
            conductor.ownKeys.forEach(conductor.keys::putIfAbsent);
            conductor.lyrics.addAll(conductor.ownLyrics.sung());
            conductor.karaoke.addAll(conductor.ownKaraoke.sung());
            conductor.check();
        }
        if (conductor.lyrics.isEmpty() && conductor.isKaraoke) {
            conductor.lyrics.addAll(conductor.karaoke);
            conductor.texts -= conductor.karaoke.size();
        }
        return conductor;
    }

    /** Refuses early what the song would refuse later, so that nothing is counted against everything. */
    private void check() throws SongRefused {
        check(tempos.size(), Kind.TEMPO);
        check(metres.size(), Kind.METRE);
        check(keys.size(), Kind.KEY);
        check(markers.size(), Kind.MARKER);
        check(lyrics.size() + ownLyrics.size(), Kind.LYRIC);
    }

    private static void check(int count, Kind kind) throws SongRefused {
        if (count > kind.most()) {
            throw new SongRefused("The MIDI file has more than " + kind.most() + " of the kind " + kind.word() + ": too many for one song.");
        }
    }

    private void take(long tick, int type, byte[] data, int track) {
        switch (type) {
            case Meta.METRE -> {
                if (data.length >= 2 && data[0] != 0 && data[1] >= 0 && data[1] <= 7) {
                    ownMetres.put(tick, new Metre(data[0] & 0xFF, data[1]));
                } else {
                    odd++;
                }
            }
            case Meta.KEY -> {
                if (data.length >= 2 && data[0] >= -7 && data[0] <= 7 && (data[1] & ~1) == 0) {
                    ownKeys.put(tick, new Signature(data[0], data[1]));
                } else {
                    odd++;
                }
            }
            case Meta.MARKER, Meta.CUE -> add(markers, tick, data);
            case Meta.LYRIC -> ownLyrics.add(tick, Texts.raw(data));
            case Meta.NAME -> {
                if (names[track].isEmpty()) {
                    names[track] = Texts.of(data, 200);
                }
            }
            case Meta.COPYRIGHT -> {
                String credit = Texts.of(data, 1_000);
                if (!credit.isEmpty() && !credits.contains(credit)) {
                    credits.add(credit);
                }
            }
            case Meta.TEXT -> text(tick, data);
            default -> {}
        }
    }

    /** A free text; in a karaoke file, which says so with a slash or its head "@KMIDI KARAOKE FILE", a syllable. */
    private void text(long tick, byte[] data) {
        String text = Texts.raw(data);
        isKaraoke |= text.startsWith("@K") || text.startsWith("/") || text.startsWith("\\");
        if (!text.startsWith("@")) {
            int before = ownKaraoke.size();
            ownKaraoke.add(tick, text);
            texts += text.isBlank() || ownKaraoke.size() == before ? 0 : 1;
        } else {
            texts += isKaraoke ? 0 : 1;
        }
    }

    private static void add(List<Words> words, long tick, byte[] data) {
        String text = Texts.of(data, 500);
        Words next = new Words(tick, text);
        if (!text.isEmpty() && (words.isEmpty() || !words.getLast().equals(next))) {
            words.add(next);
        }
    }

    /** Microseconds a quarter from each tick on. */
    Map<Long, Long> tempos() {
        return tempos;
    }

    Map<Long, Metre> metres() {
        return metres;
    }

    Map<Long, Signature> keys() {
        return keys;
    }

    List<Words> markers() {
        return markers;
    }

    /** What is sung, track by track. */
    List<SungWords.Sung> lyrics() {
        return lyrics;
    }

    /** Copyright notices, one a line. */
    String credits() {
        return String.join("\n", credits);
    }

    /** The name of a track of the file, or "". */
    String name(int track) {
        return names[track];
    }

    /** How many free texts were passed over. */
    int texts() {
        return texts;
    }

    /** How many metres and keys made no sense and were passed over. */
    int odd() {
        return odd;
    }
}
