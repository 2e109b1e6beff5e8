package studio.tutti.exchange.internal;

import studio.tutti.core.music.GeneralMidi;

/** The twelve colours of tracks, as {@code frontend/theme/tokens.css} has them, one for each family of instruments. */
public final class Palette {

    private static final int[] COLOURS = {
        0x6EA8FE, 0x5FD0B3, 0xF2906B, 0xB798F5, 0xE6C95C, 0xF283B6, 0x8FCF6A, 0x62C7E8, 0xE08AEF, 0xC9B18F, 0x94A6FF, 0xF2757B
    };

    private static final int DRUMS = 2;

    /** By the family of General MIDI, programs divided by eight. */
    private static final int[] FAMILIES = {4, 7, 10, 6, 0, 3, 8, 9, 5, 1, 11, 7, 10, 6, 9, 11};

    private final boolean[] taken = new boolean[COLOURS.length];

    /**
     * The colour of the next track: that of its family, or the next one that no track has yet.
     *
     * @param drums whether it plays drums
     * @param program General MIDI program, 0 to 127
     * @return 24-bit RGB
     */
    public long next(boolean drums, int program) {
        int wish = drums ? DRUMS : FAMILIES[program / 8];
        for (int i = 0; i < COLOURS.length; i++) {
            int place = (wish + i) % COLOURS.length;
            if (!taken[place]) {
                taken[place] = true;
                return COLOURS[place];
            }
        }
        return COLOURS[wish];
    }

    /** What a track is called when its file doesn't say. */
    public static String name(boolean drums, int program) {
        return drums ? "Drums" : GeneralMidi.program(program);
    }
}
