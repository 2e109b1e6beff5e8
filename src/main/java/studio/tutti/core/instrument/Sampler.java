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

    private static final int STEAL_FRAMES = 4 * CELL;
    private static final double CHOKE_SECONDS = 0.03;

    private final VoicePool pool;
    private final Controllers controllers = new Controllers();
    private final Voice[] voices;
    private int sounding;
    private int counting;
    private @Nullable Preset preset;

    public Sampler(VoicePool pool) {
        this.pool = pool;
        voices = new Voice[POLYPHONY + 64];
        pool.join(this);
    }

    /** What is played from now on; notes that sound go on with what they began with. */
    public void preset(@Nullable Preset chosen) {
        preset = chosen;
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
                voice.release(frame);
            }
        }
        int serial = pool.next();
        Zone[] zones = played.zones();
        for (int i = 0; i < zones.length; i++) {
            if (zones[i].answers(key, velocity)) {
                choke(zones[i].value(Generator.EXCLUSIVE_CLASS), serial, frame);
                start(zones[i], note, key, velocity, frame, centibels, serial);
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
                    voice.release(frame);
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
                    voices[i].release(frame);
                }
            }
        }
    }

    /** Lets every note go, as if all keys and the pedal went up. */
    @Override
    public void releaseAll(int frame) {
        for (int i = 0; i < sounding; i++) {
            if (voices[i].held || voices[i].sustained) {
                voices[i].release(frame);
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
            if (voice.exclusiveClass == exclusiveClass && voice.serial != serial) {
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
