package studio.tutti.exchange.internal.midi;

/** The types of meta messages that matter here. */
final class Meta {

    static final int TEXT = 0x01;
    static final int COPYRIGHT = 0x02;
    static final int NAME = 0x03;
    static final int INSTRUMENT = 0x04;
    static final int LYRIC = 0x05;
    static final int MARKER = 0x06;
    static final int CUE = 0x07;
    static final int PORT = 0x21;
    static final int END = 0x2F;
    static final int TEMPO = 0x51;
    static final int METRE = 0x58;
    static final int KEY = 0x59;

    private Meta() {}
}
