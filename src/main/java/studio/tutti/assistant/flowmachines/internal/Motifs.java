package studio.tutti.assistant.flowmachines.internal;

import java.util.Arrays;

/**
 * What each bar of a section takes up of an earlier bar. What a bar takes up may itself take up another: all of them follow the first.
 *
 * @param kind for each bar {@link #NONE}, {@link #RHYTHM}, {@link #SEQUENCE} or {@link #SAME}
 * @param back for each bar how many bars before it lies what it takes up, 0 for nothing
 */
public record Motifs(int[] kind, int[] back) {

    /** A bar of its own. */
    public static final int NONE = 0;
    /** The rhythm comes back. */
    public static final int RHYTHM = 1;
    /** The rhythm comes back, and what sounds goes by the same steps from another note. */
    public static final int SEQUENCE = 2;
    /** All of it comes back. */
    public static final int SAME = 3;

    /** How much notes and chords lean to those that they take up: the logarithm of a factor for each. Chosen on the validation split. */
    public static final double TONES = 9;
    /** The same for rhythms, for each beat that something lasts: so bars with few and with many notes lean alike. */
    public static final double BEATS = 7;

    /** Bars of which none takes up another. */
    public static Motifs none(int bars) {
        return new Motifs(new int[bars], new int[bars]);
    }

    /** These without what takes up less than some kind. */
    public Motifs least(int kindAtLeast) {
        Motifs fewer = none(kind.length);
        for (int bar = 0; bar < kind.length; bar++) {
            fewer.kind[bar] = kind[bar] >= kindAtLeast ? kind[bar] : NONE;
            fewer.back[bar] = kind[bar] >= kindAtLeast ? back[bar] : 0;
        }
        return fewer;
    }

    public int bars() {
        return kind.length;
    }

    /** For each bar the bar whose rhythm it follows; its own number if it follows none. */
    int[] rhythms() {
        return sources(RHYTHM);
    }

    /** For each bar the bar whose tones it follows; its own number if it follows none. */
    int[] tones() {
        return sources(SEQUENCE);
    }

    private int[] sources(int least) {
        int[] source = new int[kind.length];
        for (int bar = 0; bar < source.length; bar++) {
            source[bar] = kind[bar] >= least ? source[bar - back[bar]] : bar;
        }
        return source;
    }

    /** For each bar whether it follows tones to the note. */
    boolean[] exactly() {
        int[] source = tones();
        boolean[] exactly = new boolean[kind.length];
        for (int bar = 0; bar < exactly.length; bar++) {
            int before = bar - back[bar];
            exactly[bar] = kind[bar] == SAME && (source[before] == before || exactly[before]);
        }
        return exactly;
    }

    /** Whether any bar follows another's rhythm. */
    public boolean repeatRhythms() {
        return Arrays.stream(kind).anyMatch(each -> each >= RHYTHM);
    }

    /** Whether any bar follows another's tones. */
    public boolean repeatTones() {
        return Arrays.stream(kind).anyMatch(each -> each >= SEQUENCE);
    }
}
