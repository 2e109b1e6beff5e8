package studio.tutti.exchange.internal.template;

import java.util.List;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.exchange.internal.template.Sketch.Part;

/** What the templates hold: tracks, sections and chords, and a little music to change. */
public final class Templates {

    private static final int KICK = 36;
    private static final int SNARE = 38;
    private static final int CLAP = 39;
    private static final int CLOSED = 42;
    private static final int OPEN = 46;
    private static final int TAMBOURINE = 54;

    private static final int[] EIGHTHS = {0, 2, 4, 6, 8, 10, 12, 14};

    private Templates() {}

    /** Drums, bass, guitar and piano over verse and chorus. */
    public static void band(Sketch song) {
        song.song(112, 1, false);
        List<String> verse = List.of("G", "D", "Em", "C", "G", "D", "C", "C");
        List<String> chorus = List.of("C", "G", "D", "Em", "C", "G", "D", "D");
        song.section(0, 8, "Verse");
        song.section(8, 8, "Chorus");
        song.chords(0, verse);
        song.chords(8, chorus);
        Element drums = song.track(TrackType.DRUMS, "Drums", 0, 0);
        Element bass = song.track(TrackType.INSTRUMENT, "Bass", 33, -200);
        Element guitar = song.track(TrackType.INSTRUMENT, "Guitar", 25, -700);
        Element piano = song.track(TrackType.INSTRUMENT, "Piano", 0, -600);
        song.track(TrackType.INSTRUMENT, "Melody", 65, -300);
        song.clip(drums, 0, 8, "Verse").repeating(1).hits(KICK, 104, 0, 8, 10).hits(SNARE, 100, 4, 12).hits(CLOSED, 72, EIGHTHS);
        song.clip(drums, 8, 8, "Chorus").repeating(1).hits(KICK, 110, 0, 6, 8, 14).hits(SNARE, 108, 4, 12).hits(OPEN, 80, EIGHTHS);
        eighths(song.clip(bass, 0, 8, "Verse"), verse);
        eighths(song.clip(bass, 8, 8, "Chorus"), chorus);
        strums(song.clip(guitar, 8, 8, "Chorus"), chorus);
        held(song.clip(piano, 0, 8, "Verse"), verse, 57);
        held(song.clip(piano, 8, 8, "Chorus"), chorus, 57);
    }

    /** A two-bar beat with a bass line under a pad. */
    public static void beat(Sketch song) {
        song.song(88, 0, true);
        List<String> loop = List.of("Am7", "Fmaj7", "C", "G", "Am7", "Fmaj7", "C", "G");
        song.section(0, 8, "Loop");
        song.chords(0, loop);
        Element drums = song.track(TrackType.DRUMS, "Drums", 0, 200);
        Element bass = song.track(TrackType.INSTRUMENT, "Bass", 38, -100);
        Element pad = song.track(TrackType.INSTRUMENT, "Pad", 89, -900);
        song.track(TrackType.INSTRUMENT, "Lead", 80, -700);
        song.clip(drums, 0, 8, "Beat").repeating(2)
                .hits(KICK, 112, 0, 7, 10, 16, 22, 26).hits(SNARE, 104, 4, 12, 20, 28).hits(CLAP, 76, 12, 28)
                .hits(CLOSED, 74, 0, 2, 4, 6, 8, 10, 12, 16, 18, 20, 22, 24, 26, 28, 30).hits(CLOSED, 48, 3, 15, 19, 29).hits(OPEN, 66, 14);
        Part line = song.clip(bass, 0, 8, "Bass line");
        for (int bar = 0; bar < loop.size(); bar++) {
            int root = Harmony.of(loop.get(bar)).bass(33);
            line.note(4 * bar, 0.75, root, 108).note(4 * bar + 1.75, 0.25, root, 88).note(4 * bar + 2.5, 0.5, root + 12, 96).note(4 * bar + 3.5, 0.5, root, 92);
        }
        held(song.clip(pad, 0, 8, "Pad"), loop, 55);
    }

    /** A tune to answer: four bars are there, four are the class's. */
    public static void classroom(Sketch song) {
        song.song(96, 0, false);
        List<String> chords = List.of("C", "G", "C", "G", "C", "G", "C", "C");
        song.section(0, 4, "Call");
        song.section(4, 4, "Answer");
        song.chords(0, chords);
        Element melody = song.track(TrackType.INSTRUMENT, "Melody", 73, 0);
        Element bells = song.track(TrackType.INSTRUMENT, "Glockenspiel", 9, -500);
        Element bass = song.track(TrackType.INSTRUMENT, "Xylophone", 13, -300);
        Element drums = song.track(TrackType.DRUMS, "Drums", 0, -400);
        // Beethoven, Symphony No. 9, fourth movement
        int[] joy = {76, 76, 77, 79, 79, 77, 76, 74, 72, 72, 74, 76};
        Part call = song.clip(melody, 0, 4, "Call");
        for (int i = 0; i < joy.length; i++) {
            call.note(i, 1, joy[i], i % 4 == 0 ? 96 : 84);
        }
        call.note(12, 1.5, 76, 92).note(13.5, 0.5, 74, 80).note(14, 2, 74, 84);
        song.clip(melody, 4, 4, "Answer");
        Part ostinato = song.clip(bells, 0, 8, "Ostinato").repeating(1);
        for (int beat = 0; beat < 4; beat++) {
            ostinato.note(beat, 0.5, beat % 2 == 0 ? 79 : 84, 70);
        }
        Part roots = song.clip(bass, 0, 8, "Bass");
        for (int bar = 0; bar < chords.size(); bar++) {
            int root = Harmony.of(chords.get(bar)).bass(60);
            roots.note(4 * bar, 1, root, 90).note(4 * bar + 2, 1, root, 80);
        }
        song.clip(drums, 0, 8, "Beat").repeating(1).hits(KICK, 88, 0, 8).hits(TAMBOURINE, 70, 4, 12);
    }

    /** Thirty-two bars in the form AABA with chords, bass and ride, and room for the melody. */
    public static void leadSheet(Sketch song) {
        song.song(132, -3, false);
        List<String> a = List.of("Fm7", "Bb7", "Ebmaj7", "Cm7", "Fm7", "Bb7", "Ebmaj7", "Ebmaj7");
        List<String> b = List.of("Bbm7", "Eb7", "Abmaj7", "Abmaj7", "Am7", "D7", "Gm7", "C7");
        List<List<String>> form = List.of(a, a, b, a);
        Element melody = song.track(TrackType.INSTRUMENT, "Melody", 66, 0);
        Element chords = song.track(TrackType.INSTRUMENT, "Piano", 0, -600);
        Element bass = song.track(TrackType.INSTRUMENT, "Bass", 32, -200);
        Element drums = song.track(TrackType.DRUMS, "Drums", 0, -600);
        String[] names = {"A1", "A2", "B", "A3"};
        for (int part = 0; part < form.size(); part++) {
            int bar = 8 * part;
            song.section(bar, 8, names[part]);
            song.chords(bar, form.get(part));
            song.clip(melody, bar, 8, names[part]);
            held(song.clip(chords, bar, 8, names[part]), form.get(part), 56);
            halves(song.clip(bass, bar, 8, names[part]), form.get(part));
        }
        Part ride = song.clip(drums, 0, 32, "Swing").repeating(1);
        for (int beat = 0; beat < 4; beat++) {
            ride.note(beat, 0.25, 51, 84);
        }
        ride.note(1 + 2 / 3.0, 0.25, 51, 70).note(3 + 2 / 3.0, 0.25, 51, 70).note(1, 0.25, 44, 72).note(3, 0.25, 44, 72);
    }

    private static void eighths(Part part, List<String> chords) {
        for (int bar = 0; bar < chords.size(); bar++) {
            int root = Harmony.of(chords.get(bar)).bass(28);
            for (int eighth = 0; eighth < 8; eighth++) {
                part.note(4 * bar + eighth / 2.0, 0.45, root, eighth % 4 == 0 ? 100 : 84);
            }
        }
    }

    private static void halves(Part part, List<String> chords) {
        for (int bar = 0; bar < chords.size(); bar++) {
            int root = Harmony.of(chords.get(bar)).bass(31);
            part.note(4 * bar, 1.9, root, 92).note(4 * bar + 2, 1.9, root + 7, 84);
        }
    }

    private static void held(Part part, List<String> chords, int from) {
        for (int bar = 0; bar < chords.size(); bar++) {
            for (int key : Harmony.of(chords.get(bar)).close(from)) {
                part.note(4 * bar, 3.9, key, 72);
            }
        }
    }

    private static void strums(Part part, List<String> chords) {
        double[] strokes = {0, 1, 1.5, 2.5, 3, 3.5};
        for (int bar = 0; bar < chords.size(); bar++) {
            for (double stroke : strokes) {
                double delay = 0;
                for (int key : Harmony.of(chords.get(bar)).close(52)) {
                    part.note(4 * bar + stroke + delay, 0.4, key, stroke % 2 == 0 ? 88 : 72);
                    delay += 0.02;
                }
            }
        }
    }
}
