package studio.tutti.audiofile;

import java.util.Locale;

/** What sound can be written as. */
public enum Encoding {
    /** WAV of 16-bit integers, with triangular dither of one step. */
    WAV_16("wav", "16", "audio/wav", 16),
    /** WAV of 24-bit integers. */
    WAV_24("wav", "24", "audio/wav", 24),
    /** WAV of 32-bit floating point, full scale ±1; louder is kept. */
    WAV_FLOAT("wav", "32f", "audio/wav", 32),
    /** FLAC of 16 bits, with the same dither. */
    FLAC_16("flac", "16", "audio/flac", 16),
    /** FLAC of 24 bits. */
    FLAC_24("flac", "24", "audio/flac", 24),
    /** Opus in Ogg, 160 kbit/s in stereo; from 48 kHz only. */
    OPUS("opus", "", "audio/ogg", 16);

    private final String suffix;
    private final String depth;
    private final String mediaType;
    private final int bits;

    Encoding(String suffix, String depth, String mediaType, int bits) {
        this.suffix = suffix;
        this.depth = depth;
        this.mediaType = mediaType;
        this.bits = bits;
    }

    /** The end of a file's name, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** As a person names its depth: {@code 16}, {@code 24}, {@code 32f}, empty for Opus. */
    public String depth() {
        return depth;
    }

    /** For HTTP. */
    public String mediaType() {
        return mediaType;
    }

    /** Bits a sample. */
    public int bits() {
        return bits;
    }

    /**
     * Finds one.
     *
     * @param name a file's name, or only its suffix
     * @param depth {@code 16}, {@code 24} or {@code 32f}; Opus has none and doesn't look
     * @throws IllegalArgumentException with a sentence for whoever asked
     */
    public static Encoding of(String name, String depth) {
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean known = false;
        for (Encoding encoding : values()) {
            if (encoding.suffix.equals(suffix)) {
                known = true;
                if (encoding == OPUS || encoding.depth.equals(depth)) {
                    return encoding;
                }
            }
        }
        throw new IllegalArgumentException(!known ? "Sound is written as .wav, .flac or .opus; " + name + " is none of them."
                : suffix.equals("wav") ? "A WAV file has 16, 24 or 32f bits, not " + depth + "."
                : "A FLAC file has 16 or 24 bits, not " + depth + ".");
    }
}
