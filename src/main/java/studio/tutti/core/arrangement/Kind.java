package studio.tutti.core.arrangement;

import static studio.tutti.core.arrangement.Property.*;

/**
 * What an element of a song is, which properties it has and where it may lie.
 *
 * <p>The codes are part of the stored format and never change their meaning. A kind may gain properties at the end.
 */
public enum Kind {
    /**
     * The song itself; there is one, {@link Arrangement#ROOT}. Tempo, metre and key are those at its start; its volume is the
     * master's, and the devices that lie in it are the master's inserts.
     */
    SONG(1, "song", 1, new Property[] {NAME, Property.TEMPO, NUMERATOR, DENOMINATOR, FIFTHS, MODE, CREDITS, VOLUME}),
    /** A row of the arrangement with its instrument and its strip in the mixer. */
    TRACK(2, "track", 512, new Property[] {
        NAME, COLOUR, ORDER, TYPE, PROGRAM, BANK, CHANNEL, VOLUME, PAN, MUTED, SOLO, HEIGHT, FOLDER, FROZEN
    }, SONG),
    /** What clips play: notes and controllers, or a media file. */
    CONTENT(3, "content", 20_000, new Property[] {FORM, MEDIA, NAME, FAMILY, LASTS}, SONG),
    /** A window onto a content, at a place of a track. */
    CLIP(4, "clip", 20_000, new Property[] {
        Property.CONTENT, START, LENGTH, OFFSET, LOOP, NAME, COLOUR, MUTED, GAIN,
        QUANTISE, STRENGTH, SWING, POSITION, FADE_IN, FADE_OUT, RECORDED
    }, TRACK),
    /** A note of a content. */
    NOTE(5, "note", 300_000, new Property[] {START, LENGTH, PITCH, VELOCITY, RELEASE, MUTED}, CONTENT),
    /** A controller, bend or pressure of a content at a moment. */
    CONTROL(6, "controller", 600_000, new Property[] {START, CONTROLLER, PITCH, AMOUNT}, CONTENT),
    /** A change of tempo after the start. */
    TEMPO(7, "tempo change", 20_000, new Property[] {START, Property.TEMPO}, SONG),
    /** A change of metre after the start; it begins a new bar. */
    METRE(8, "metre change", 5_000, new Property[] {START, NUMERATOR, DENOMINATOR}, SONG),
    /** A change of key after the start. */
    KEY(9, "key change", 5_000, new Property[] {START, FIFTHS, MODE}, SONG),
    /** A chord of the chord lane. */
    CHORD(10, "chord", 20_000, new Property[] {START, LENGTH, SYMBOL}, SONG),
    /** A named stretch of bars, such as a chorus. What its tracks play is the form it has chosen: its own, or an alternative. */
    SECTION(11, "section", 2_000, new Property[] {START, LENGTH, NAME, COLOUR, CHOSEN}, SONG),
    /** A named moment. */
    MARKER(12, "marker", 5_000, new Property[] {START, TEXT}, SONG),
    /** A syllable or line of the lyrics. */
    LYRIC(13, "lyric", 50_000, new Property[] {START, TEXT, Property.NOTE}, SONG),
    /**
     * An insert in a track's or the song's chain. One in a track that names an instrument is what the track plays: the first of them
     * by its order; its media is a SoundFont of one's own.
     */
    DEVICE(14, "device", 4_000, new Property[] {ORDER, Property.DEVICE, BYPASSED, NAME, SOURCE, MEDIA}, TRACK, SONG),
    /** One parameter of a device or pad. */
    SETTING(15, "setting", 100_000, new Property[] {TARGET, LEVEL}, DEVICE),
    /** Automation of one parameter. */
    LANE(16, "automation lane", 10_000, new Property[] {TARGET, MUTED}, TRACK, DEVICE, SONG),
    /** A point of an automation lane. */
    POINT(17, "automation point", 200_000, new Property[] {START, LEVEL, CURVE}, LANE),
    /**
     * What assistants must leave as it is: bars of a track or of the whole song, all of it where the length is 0, or the note that
     * it lies in. It names its holder by name, colour and person.
     */
    LOCK(18, "lock", 20_000, new Property[] {START, LENGTH, HOLDER, SINCE, NAME, COLOUR}, TRACK, SONG, NOTE),
    /** Another form of a section, kept beside it: its name, and what it has for each track, in parts. */
    ALTERNATIVE(19, "alternative", 2_000, new Property[] {NAME, ORDER}, SECTION),
    /** What somebody says about a place, or an answer to it: its author by name, colour and person. */
    COMMENT(20, "comment", 20_000, new Property[] {
        START, LENGTH, TEXT, NAME, COLOUR, HOLDER, SINCE, RESOLVED, THREAD
    }, SONG, TRACK, CLIP, SECTION),
    /** One drum of a pattern that repeats after a length of its own, on steps of its own; a length of 0 is the clip's. */
    ROW(21, "drum row", 50_000, new Property[] {PITCH, LENGTH, STEP}, Kind.CONTENT),
    /** What a track gives to a bus beside its way to the master. */
    SEND(22, "send", 10_000, new Property[] {DESTINATION, VOLUME, PRE, ORDER}, TRACK),
    /** A recording on a key of an instrument. */
    PAD(23, "pad", 20_000, new Property[] {PITCH, MEDIA, NAME, ORDER, MUTED}, DEVICE),
    /**
     * What a form of a section that is not heard now has for one track: clips, at the ticks of the song where they will be heard.
     * Without a track it is about the chord lane, and holds chords. In a section it is of the section's own form.
     */
    PART(24, "part", 40_000, new Property[] {Property.TRACK}, ALTERNATIVE, SECTION),
    /** The song finished as sound: the file that it is, and in its text what is told of it. Of several, the one made of the latest revision is the song's. */
    MASTER(25, "master", 200, new Property[] {NAME, MEDIA, TEXT}, SONG);

    /** All kinds but the song, each after those that its elements may lie in or, but for what {@link #refersAhead} says, refer to. */
    private static final java.util.List<Kind> GROUND_UP = java.util.List.of(
            CONTENT, NOTE, CONTROL, ROW, TRACK, SECTION, ALTERNATIVE, PART, CLIP, Kind.TEMPO, METRE, KEY, CHORD, MARKER, LYRIC,
            Kind.DEVICE, PAD, SETTING, SEND, LANE, POINT, LOCK, COMMENT, MASTER);

    private static final Kind[] BY_CODE = new Kind[32];

    static {
        for (Kind kind : values()) {
            BY_CODE[kind.code] = kind;
        }
        LANE.mayLieInToo(SEND);
        CLIP.mayLieInToo(PART);
        CHORD.mayLieInToo(PART);
    }

    private final int code;
    private final String word;
    private final int most;
    private final Property[] properties;
    private final Object[] initials;
    private final int[] slots = new int[64];
    private Kind[] parents;

    Kind(int code, String word, int most, Property[] own, Kind... parents) {
        this.code = code;
        this.word = word;
        this.most = most;
        this.parents = parents;
        properties = new Property[own.length + 2];
        properties[0] = ALIVE;
        properties[1] = PARENT;
        System.arraycopy(own, 0, properties, 2, own.length);
        initials = new Object[properties.length];
        java.util.Arrays.fill(slots, -1);
        for (int slot = 0; slot < properties.length; slot++) {
            initials[slot] = properties[slot].type().initial();
            slots[properties[slot].code()] = slot;
        }
    }

    /** The number that stands for this kind in stored edits, 1 to 31. */
    public int code() {
        return code;
    }

    /** What people call it, in the singular. */
    public String word() {
        return word;
    }

    /** How many of them a song may have at a time. */
    public int most() {
        return most;
    }

    /** How many properties it has. */
    public int size() {
        return properties.length;
    }

    /** The property in a slot, 0 to {@link #size()} − 1. */
    public Property property(int slot) {
        return properties[slot];
    }

    /** The slot of a property, or −1 if elements of this kind don't have it. */
    public int slot(Property property) {
        return slots[property.code()];
    }

    /** What the property in a slot holds in a new element; always the same object. */
    public Object initial(int slot) {
        return initials[slot];
    }

    /** All kinds but the song in an order in which a song can be built: what others lie in comes first. */
    public static java.util.List<Kind> groundUp() {
        return GROUND_UP;
    }

    /** Whether a property may refer to what {@link #groundUp} builds later, so that it is to be written at the end. */
    public static boolean refersAhead(Property property) {
        return property == FOLDER || property == FAMILY || property == THREAD || property == CHOSEN;
    }

    /** The word with its article, such as "an alternative". */
    String oneWord() {
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    /** For a parent that is named further down. */
    private void mayLieInToo(Kind parent) {
        parents = java.util.Arrays.copyOf(parents, parents.length + 1);
        parents[parents.length - 1] = parent;
    }

    boolean mayLieIn(Kind parent) {
        for (Kind allowed : parents) {
            if (allowed == parent) {
                return true;
            }
        }
        return this == SETTING && parent == PAD; // a constant can't name a later one
    }

    /**
     * The kind with a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(int code) {
        Kind kind = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (kind == null) {
            throw new IllegalArgumentException("There is no kind " + code + "; it may come from a newer version.");
        }
        return kind;
    }
}
