package studio.tutti.core.editing;

/** The colours that new tracks take in turn; the same as the theme's, told apart on a dark ground. 24-bit RGB. */
final class Palette {

    private static final int[] COLOURS = {
        0x6EA8FE, 0x5FD0B3, 0xF2906B, 0xB798F5, 0xE6C95C, 0xF283B6, 0x8FCF6A, 0x62C7E8, 0xE08AEF, 0xC9B18F, 0x94A6FF, 0xF2757B
    };

    private Palette() {}

    static long colour(int turn) {
        return COLOURS[turn % COLOURS.length];
    }
}
