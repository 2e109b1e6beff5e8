package studio.tutti.core.instrument;

import org.jspecify.annotations.Nullable;

/**
 * Plays a preset for one track.
 *
 * <p>Sound is made in cells of {@link #CELL} frames. Before a cell is rendered its notes are told with the frame of
 * the cell at which they begin and end; controllers take effect over the cell. Nothing is allocated after construction.
 */
public final class Sampler implements Instrument {

    /** Frames of a cell, the grid on which parameters move: 1.45 ms at 44.1 kHz. */
    public static final int CELL = 64;

    /** Voices that one sampler may use, of those in the pool. */
    public static final int POLYPHONY = 128;

    /**
     * What a sample of full scale, played at velocity 127 with every controller open, comes out at: −9 dBFS, room
     * for a band.
     */
    public static final double HEADROOM = 0.35;

    /** What controllers move from silence to full scale takes this long, and the rest as much less: so nothing that they do clicks. */
    static final double SWING_SECONDS = 0.02;

    private static final int STEAL_FRAMES = 4 * CELL;
    private static final double CHOKE_SECONDS = 0.03;
    /** The name of what sounds because a key was let go. */
    private static final int ENDED = Integer.MIN_VALUE;

    private final VoicePool pool;
    private final Controllers controllers = new Controllers();
    private final Voice[] voices;
    private int sounding;
    private int counting;
    private @Nullable Preset preset;
    /** Whether the preset has zones that play when keys are let go. */
    private boolean answersRelease;
    /** How many notes of each key were begun since playing began. */
    private final int[] turns = new int[128];
    /** The note whose end was answered last. */
    private int answered = ENDED;

    public Sampler(VoicePool pool) {
        this.pool = pool;
        voices = new Voice[POLYPHONY + 64];
        pool.join(this);
    }

    /** What is played from now on; notes that sound go on with what they began with. */
    public void preset(@Nullable Preset chosen) {
        if (chosen == preset) {
            return;
        }
        preset = chosen;
        answersRelease = false;
        if (chosen != null) {
            for (Zone zone : chosen.zones()) {
                answersRelease |= zone.onRelease();
            }
        }
    }

    public @Nullable Preset preset() {
        return preset;
    }

    /** Where the controllers stand. Move the pedal through {@link #control}, or {@link #settle} after. */
    @Override
    public Controllers controllers() {
        return controllers;
    }

    /** Voices that sound now. */
    @Override
    public int sounding() {
        return sounding;
    }

    /**
     * Begins a note. A note of the same key that sounds is let go first.
     *
     * @param note a name by which it is ended
     * @param key 0 … 127
     * @param velocity 1 … 127; 0 is no note
     * @param frame 0 … {@link #CELL} − 1 of the coming cell
     * @param centibels how much louder than the velocity says; negative is quieter
     */
    @Override
    public void noteOn(int note, int key, int velocity, int frame, double centibels) {
        Preset played = preset;
        if (played == null || velocity <= 0) {
            return;
        }
        for (int i = 0; i < sounding; i++) {
            Voice voice = voices[i];
            if (voice.key == key && (voice.held || voice.sustained)) {
                letGo(voice, frame);
            }
        }
        if (note == answered) {
            answered = ENDED;
        }
        begin(played, note, key, velocity, frame, centibels, turns[key & 127]++);
    }

    private void begin(Preset played, int note, int key, int velocity, int frame, double centibels, int turn) {
        int serial = pool.next();
        int chance = chance(note);
        Zone[] zones = played.zones();
        for (int i = 0; i < zones.length; i++) {
            if (zones[i].answers(key, velocity) && zones[i].plays(turn, chance, false)) {
                choke(zones[i].value(Generator.EXCLUSIVE_CLASS), serial, frame);
                start(zones[i], note, key, velocity, frame, centibels, serial);
            }
        }
    }

    /** A number from 0 to 9,999 that a note has by its name, the same wherever it is played. */
    private static int chance(int note) {
        int mixed = note * 0x9E3779B1;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA77;
        mixed ^= mixed >>> 13;
        return (mixed >>> 1) % 10_000;
    }

    /** Playing begins or jumps: sequences of takes begin with their first. */
    public void place(double seconds, double quarters) {
        for (int key = 0; key < turns.length; key++) {
            turns[key] = 0;
        }
    }

    /** Lets one voice go, and begins what answers that, once a note. */
    private void letGo(Voice voice, int frame) {
        Preset played = preset;
        if (answersRelease && played != null && voice.note != answered && voice.note != ENDED) {
            answered = voice.note;
            answer(played.zones(), voice.note, voice.key, voice.velocity, frame, voice.seconds());
        }
        voice.release(frame);
    }

    private void answer(Zone[] zones, int note, int key, int velocity, int frame, double held) {
        int serial = pool.next();
        int chance = chance(note);
        for (int i = 0; i < zones.length; i++) {
            if (zones[i].onRelease() && zones[i].answers(key, velocity) && zones[i].plays(turns[key & 127], chance, true)) {
                int before = sounding;
                start(zones[i], ENDED, key, velocity, frame, -held * zones[i].value(Generator.RELEASE_DECAY), serial);
                if (sounding > before) {
                    voices[before].held = false;
                }
            }
        }
    }

    /** Ends a note by its name; the pedal holds it on. */
    @Override
    public void noteOff(int note, int frame) {
        boolean pedal = controllers.sustaining();
        for (int i = 0; i < sounding; i++) {
            Voice voice = voices[i];
            if (voice.note == note && voice.held) {
                if (pedal) {
                    voice.held = false;
                    voice.sustained = true;
                } else {
                    letGo(voice, frame);
                }
            }
        }
    }

    /** Moves a MIDI controller; lifting the pedal lets go what it held. */
    @Override
    public void control(int number, int value, int frame) {
        if (number == Controllers.SOUND_OFF) {
            silence(frame);
            return;
        }
        if (number == Controllers.NOTES_OFF) {
            releaseAll(frame);
            return;
        }
        controllers.set(number, value);
        settle(frame);
    }

    /** Lets go what the pedal held, if it is up; for who moved {@link #controllers()} directly. */
    @Override
    public void settle(int frame) {
        if (!controllers.sustaining()) {
            for (int i = 0; i < sounding; i++) {
                if (voices[i].sustained) {
                    letGo(voices[i], frame);
                }
            }
        }
    }

    /** Lets every note go, as if all keys and the pedal went up. */
    @Override
    public void releaseAll(int frame) {
        for (int i = 0; i < sounding; i++) {
            if (voices[i].held || voices[i].sustained) {
                letGo(voices[i], frame);
            }
        }
    }

    /** Ends everything within 6 ms, tails too. */
    @Override
    public void silence(int frame) {
        for (int i = 0; i < sounding; i++) {
            fade(voices[i], frame, STEAL_FRAMES);
        }
    }

    /** Adds one cell of sound to both channels. */
    @Override
    public void render(double[] left, double[] right) {
        int kept = 0;
        for (int i = 0; i < sounding; i++) {
            Voice voice = voices[i];
            boolean counted = voice.counts();
            if (voice.render(left, right, controllers)) {
                voices[kept++] = voice;
            } else {
                pool.give(voice, counted);
                if (counted) {
                    counting--;
                }
            }
        }
        sounding = kept;
    }

    /** The least importance of a voice that could make room; above 1e9 where there is none. */
    double least() {
        Voice voice = quietest();
        return voice == null ? 1e10 : voice.importance();
    }

    /** Makes its least important voice fade. */
    void steal(int frame) {
        Voice voice = quietest();
        if (voice != null) {
            fade(voice, frame, STEAL_FRAMES);
        }
    }

    private void start(Zone zone, int note, int key, int velocity, int frame, double centibels, int serial) {
        if (counting >= POLYPHONY || pool.full()) {
            pool.makeRoom(this, counting >= POLYPHONY, frame);
        }
        if (sounding == voices.length) {
            return;
        }
        Voice voice = pool.take();
        if (voice == null) {
            return;
        }
        counting++;
        voice.start(zone, note, key, velocity, frame, centibels, controllers);
        voice.serial = serial;
        voices[sounding++] = voice;
    }

    private void choke(int exclusiveClass, int serial, int frame) {
        if (exclusiveClass == 0) {
            return;
        }
        for (int i = 0; i < sounding; i++) {
            Voice voice = voices[i];
            if (voice.offBy != exclusiveClass || voice.serial == serial) {
                continue;
            }
            if (voice.offGently) {
                voice.off(frame);
            } else {
                fade(voice, frame, (int) (CHOKE_SECONDS * pool.rate()));
            }
        }
    }

    private void fade(Voice voice, int frame, int frames) {
        if (voice.counts()) {
            voice.fade(frame, frames);
            pool.excuse();
            counting--;
        }
    }

    private @Nullable Voice quietest() {
        Voice found = null;
        double least = 1e9;
        for (int i = 0; i < sounding; i++) {
            Voice voice = voices[i];
            if (voice.counts() && voice.importance() < least) {
                least = voice.importance();
                found = voice;
            }
        }
        return found;
    }
}
