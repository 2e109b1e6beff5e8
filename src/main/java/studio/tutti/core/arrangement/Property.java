package studio.tutti.core.arrangement;

import studio.tutti.core.arrangement.ValueType.Real;
import studio.tutti.core.arrangement.ValueType.Reference;
import studio.tutti.core.arrangement.ValueType.Text;
import studio.tutti.core.arrangement.ValueType.Whole;
import studio.tutti.core.music.Ticks;

/**
 * One thing that can be said about an element, written on its own: two people who change the pitch and the length of
 * one note both succeed; of two who change its pitch, the one ordered last.
 *
 * <p>The codes are part of the stored format and never change their meaning.
 */
public enum Property {
    /** 1 while the element exists, 0 once it was removed. Written by adding, removing and undoing only. */
    ALIVE(0, flag(1)),
    /** The element that this one lies in: the track of a clip, the content of a note. */
    PARENT(1, new Reference(null, false)),
    /** What people call it. */
    NAME(2, new Text(200)),
    /** 24-bit RGB, or −1 for the colour of what it lies in. */
    COLOUR(3, new Whole(-1, 0xFFFFFF, -1)),
    /** A {@link FractionalIndex}: siblings are shown in the order of these texts. */
    ORDER(4, new Text(250)),
    /** Where it begins: ticks from the start of the song (of the content, for notes and controllers). */
    START(5, new Whole(0, Ticks.LAST, 0)),
    /** How long it lasts, in ticks. */
    LENGTH(6, new Whole(0, Ticks.LAST, Ticks.PER_QUARTER)),
    /** Where in its content a clip begins to read, in ticks. */
    OFFSET(7, new Whole(0, Ticks.LAST, 0)),
    /** The ticks of content after the offset that a clip repeats; 0 plays the content once. */
    LOOP(8, new Whole(0, Ticks.LAST, 0)),
    /** What a clip plays. Clips with the same content are aliases: they change together. */
    CONTENT(9, new Reference("content", false)),
    /** 1 if it is silent. */
    MUTED(10, flag(0)),
    /** 1 if only this track and others with solo sound. */
    SOLO(11, flag(0)),
    /** Hundredths of a decibel; −9600 is silence. */
    VOLUME(12, new Whole(-9600, 1200, 0)),
    /** −1000 is left, 1000 right. */
    PAN(13, new Whole(-1000, 1000, 0)),
    /** What a track is, a {@link TrackType} by its code. */
    TYPE(14, new Whole(0, 4, 0)),
    /** General MIDI program, from 0. */
    PROGRAM(15, new Whole(0, 127, 0)),
    /** MIDI bank, controller 0 times 128 plus controller 32. */
    BANK(16, new Whole(0, 16383, 0)),
    /** The MIDI channel from 0 that a track came from and is exported to, or −1 for any. */
    CHANNEL(17, new Whole(-1, 15, -1)),
    /** MIDI key; 60 is middle C. */
    PITCH(18, new Whole(0, 127, 60)),
    /** MIDI note-on velocity. */
    VELOCITY(19, new Whole(1, 127, 96)),
    /** MIDI note-off velocity. */
    RELEASE(20, new Whole(0, 127, 64)),
    /** Which controller: see {@link Controllers}. */
    CONTROLLER(21, new Whole(0, 255, 1)),
    /** What a controller is set to; its range depends on the controller. */
    AMOUNT(22, new Whole(0, 16383, 0)),
    /** Microseconds a quarter note, as in MIDI. */
    TEMPO(23, new Whole(10_000, 16_777_215, 500_000)),
    /** Beats in a bar. */
    NUMERATOR(24, new Whole(1, 255, 4)),
    /** The beat as a power of two: 2 is a quarter note, 3 an eighth. */
    DENOMINATOR(25, new Whole(0, 7, 2)),
    /** Sharps of the key signature, negative for flats. */
    FIFTHS(26, new Whole(-7, 7, 0)),
    /** 0 major, 1 minor. */
    MODE(27, new Whole(0, 1, 0)),
    /** A chord symbol such as "Am7/G". */
    SYMBOL(28, new Text(60)),
    /** A line of words. */
    TEXT(29, new Text(500)),
    /** How tall a track is drawn, in pixels. */
    HEIGHT(30, new Whole(24, 400, 64)),
    /** The folder track that holds a track, or nothing. */
    FOLDER(31, new Reference("track", true)),
    /** What a content holds: 0 notes, 1 audio. */
    FORM(32, new Whole(0, 1, 0)),
    /** The SHA-256 of a media file, in hexadecimal; empty for none. */
    MEDIA(33, new Text(64)),
    /** Hundredths of a decibel on top of the track's volume. */
    GAIN(34, new Whole(-9600, 2400, 0)),
    /** Which device this is, such as "compressor". */
    DEVICE(35, new Text(60)),
    /** 1 if a device lets the sound pass unchanged. */
    BYPASSED(36, flag(0)),
    /** The parameter that a lane or a setting is about, such as "volume". */
    TARGET(37, new Text(100)),
    /** A parameter's value in its own unit. */
    LEVEL(38, new Real(-1e9, 1e9, 0)),
    /** How a lane moves to its next point: 0 in a line, 1 in a step. */
    CURVE(39, new Whole(0, 1, 0)),
    /** The person who holds a lock. */
    HOLDER(40, new Reference(null, false)),
    /** When it was made, in milliseconds since 1970. */
    SINCE(41, new Whole(0, Long.MAX_VALUE, 0)),
    /** The note that a syllable is sung on, or nothing. */
    NOTE(42, new Reference("note", true)),
    /** Who made it and under which licence, line by line: what must be named wherever the song goes. */
    CREDITS(43, new Text(4000)),
    /** The content whose variations or takes a content is one of; the first of them belongs to nothing. */
    FAMILY(44, new Reference("content", true)),
    /** The grid that a clip's notes are heard and drawn on, in ticks, without being moved; 0 leaves them where they are. */
    QUANTISE(45, new Whole(0, 4 * Ticks.PER_QUARTER, 0)),
    /** How far notes go towards the grid, in hundredths. */
    STRENGTH(46, new Whole(0, 100, 100)),
    /** How late every second grid point comes, in hundredths of the way from even (0) to three quarters (100) of the pair. */
    SWING(47, new Whole(0, 100, 0)),
    /** 1 once what a comment asks for is settled. */
    RESOLVED(48, flag(0)),
    /** The ticks between the steps of a row. */
    STEP(49, new Whole(1, 16 * Ticks.PER_QUARTER, Ticks.PER_QUARTER / 4)),
    /** The comment that a comment answers, or nothing. */
    THREAD(50, new Reference("comment", true)),
    /** 1 if pages shall render a track once and play that in place of its notes. */
    FROZEN(51, flag(0)),
    /** The track that a device's side-chain listens to, or nothing. */
    SOURCE(52, new Reference("track", true)),
    /** The bus that a send feeds. */
    DESTINATION(53, new Reference("track", false)),
    /** 1 if a send takes the sound before its track's fader, 0 if after. */
    PRE(54, flag(0)),
    /** Where in its recording a clip begins to read, in nanoseconds. */
    POSITION(55, new Whole(0, 21_600_000_000_000L, 0)),
    /** How long a clip of recorded sound takes to come up, in microseconds. */
    FADE_IN(56, new Whole(0, 60_000_000, 0)),
    /** How long a clip of recorded sound takes to go, in microseconds. */
    FADE_OUT(57, new Whole(0, 60_000_000, 0)),
    /** Microseconds a quarter note of a recording that a clip stretches to the song's tempo; 0 plays it as it was recorded. */
    RECORDED(58, new Whole(0, 16_777_215, 0)),
    /** How long a recording lasts, in nanoseconds. */
    LASTS(59, new Whole(0, 21_600_000_000_000L, 0)),
    /**
     * The alternative that the tracks play in the bars of a section, or nothing for the section's own form. A switch writes it by
     * an {@link Operation.Restore}, which names the switch before it: an edit that comes too late for that does nothing at all.
     */
    CHOSEN(60, new Reference("alternative", true)),
    /** The track that a part is for, or nothing for the chord lane. */
    TRACK(61, new Reference("track", true));

    private static final Property[] BY_CODE = new Property[64];

    static {
        for (Property property : values()) {
            BY_CODE[property.code] = property;
        }
    }

    private final int code;
    private final ValueType type;

    Property(int code, ValueType type) {
        this.code = code;
        this.type = type;
    }

    private static Whole flag(long start) {
        return new Whole(0, 1, start);
    }

    /** The number that stands for this property in stored edits, 0 to 63. */
    public int code() {
        return code;
    }

    /** Which values it may hold. */
    public ValueType type() {
        return type;
    }

    /**
     * The property with a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Property of(int code) {
        Property property = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (property == null) {
            throw new IllegalArgumentException("There is no property " + code + "; it may come from a newer version.");
        }
        return property;
    }
}
