package studio.tutti.core.music;

/** The names of General MIDI's programs and drums (MIDI Manufacturers Association, General MIDI System Level 1, 1991). */
public final class GeneralMidi {

    /** The channel that plays drums, counted from 0. */
    public static final int DRUM_CHANNEL = 9;

    /** The lowest key that is a drum in General MIDI. */
    public static final int FIRST_DRUM = 35;

    private static final String[] PROGRAMS = {
        "Grand Piano", "Bright Piano", "Electric Grand", "Honky-tonk Piano",
        "Electric Piano 1", "Electric Piano 2", "Harpsichord", "Clavinet",
        "Celesta", "Glockenspiel", "Music Box", "Vibraphone",
        "Marimba", "Xylophone", "Tubular Bells", "Dulcimer",
        "Drawbar Organ", "Percussive Organ", "Rock Organ", "Church Organ",
        "Reed Organ", "Accordion", "Harmonica", "Bandoneon",
        "Nylon Guitar", "Steel Guitar", "Jazz Guitar", "Clean Guitar",
        "Muted Guitar", "Overdriven Guitar", "Distortion Guitar", "Guitar Harmonics",
        "Acoustic Bass", "Fingered Bass", "Picked Bass", "Fretless Bass",
        "Slap Bass 1", "Slap Bass 2", "Synth Bass 1", "Synth Bass 2",
        "Violin", "Viola", "Cello", "Contrabass",
        "Tremolo Strings", "Pizzicato Strings", "Harp", "Timpani",
        "Strings 1", "Strings 2", "Synth Strings 1", "Synth Strings 2",
        "Choir Aahs", "Voice Oohs", "Synth Voice", "Orchestra Hit",
        "Trumpet", "Trombone", "Tuba", "Muted Trumpet",
        "French Horn", "Brass Section", "Synth Brass 1", "Synth Brass 2",
        "Soprano Sax", "Alto Sax", "Tenor Sax", "Baritone Sax",
        "Oboe", "English Horn", "Bassoon", "Clarinet",
        "Piccolo", "Flute", "Recorder", "Pan Flute",
        "Blown Bottle", "Shakuhachi", "Whistle", "Ocarina",
        "Square Lead", "Sawtooth Lead", "Calliope Lead", "Chiff Lead",
        "Charang Lead", "Voice Lead", "Fifths Lead", "Bass and Lead",
        "New Age Pad", "Warm Pad", "Polysynth Pad", "Choir Pad",
        "Bowed Pad", "Metallic Pad", "Halo Pad", "Sweep Pad",
        "Rain", "Soundtrack", "Crystal", "Atmosphere",
        "Brightness", "Goblins", "Echoes", "Sci-Fi",
        "Sitar", "Banjo", "Shamisen", "Koto",
        "Kalimba", "Bagpipe", "Fiddle", "Shanai",
        "Tinkle Bell", "Agogo", "Steel Drums", "Woodblock",
        "Taiko", "Melodic Tom", "Synth Drum", "Reverse Cymbal",
        "Fret Noise", "Breath Noise", "Seashore", "Bird Tweet",
        "Telephone", "Helicopter", "Applause", "Gunshot"
    };

    private static final String[] FAMILIES = {
        "Piano", "Mallets", "Organ", "Guitar", "Bass", "Strings", "Ensemble", "Brass",
        "Reed", "Pipe", "Lead", "Pad", "Effects", "World", "Percussion", "Sounds"
    };

    private static final String[] DRUMS = {
        "Low Kick", "Kick", "Side Stick", "Snare", "Clap", "Rim Snare",
        "Low Floor Tom", "Closed Hi-Hat", "High Floor Tom", "Pedal Hi-Hat", "Low Tom", "Open Hi-Hat",
        "Low Mid Tom", "High Mid Tom", "Crash 1", "High Tom", "Ride 1", "China",
        "Ride Bell", "Tambourine", "Splash", "Cowbell", "Crash 2", "Vibraslap",
        "Ride 2", "High Bongo", "Low Bongo", "Muted High Conga", "Open High Conga", "Low Conga",
        "High Timbale", "Low Timbale", "High Agogo", "Low Agogo", "Cabasa", "Maracas",
        "Short Whistle", "Long Whistle", "Short Guiro", "Long Guiro", "Claves", "High Woodblock",
        "Low Woodblock", "Muted Cuica", "Open Cuica", "Muted Triangle", "Open Triangle"
    };

    private GeneralMidi() {}

    /**
     * What a program is called.
     *
     * @param program 0 to 127
     */
    public static String program(int program) {
        return PROGRAMS[program];
    }

    /**
     * The family of a program, such as "Guitar".
     *
     * @param program 0 to 127
     */
    public static String family(int program) {
        return FAMILIES[program / 8];
    }

    /**
     * What a drum is called, or "" if General MIDI names none.
     *
     * @param key 0 to 127
     */
    public static String drum(int key) {
        return key < FIRST_DRUM || key - FIRST_DRUM >= DRUMS.length ? "" : DRUMS[key - FIRST_DRUM];
    }
}
