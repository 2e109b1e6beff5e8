package studio.tutti.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Instrument;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.Padded;
import studio.tutti.core.instrument.Sampler;
import studio.tutti.core.instrument.VoicePool;
import studio.tutti.core.instrument.drumkit.Pad;

/**
 * What a track plays: presets of a SoundFont on its sampler, another instrument, or the sound that was frozen in place of its notes. An
 * instrument that another takes the place of lets its notes go and is heard until they have rung out.
 */
final class Strip {

    final Sampler sampler;
    final LiveControls moved = new LiveControls();
    int name;
    /** Whether the present score has this track. */
    boolean used;
    boolean drums;
    /** Whether the present score brought another instrument. */
    boolean changed;
    /** What {@link #render} made. */
    final double[] left = new double[Sampler.CELL];
    final double[] right = new double[Sampler.CELL];

    private Instrument instrument;
    private @Nullable InstrumentType type;
    /** The song's name for the instrument, where it is a device. */
    private int device;
    private Pad[] pads = new Pad[0];
    private Instrument[] leaving = new Instrument[0];
    private int departing;

    private @Nullable FrozenTrack frozen;
    private @Nullable FrozenReader reader;
    private boolean isFrozen;
    private @Nullable RegionReader regions;

    Strip(VoicePool pool) {
        sampler = new Sampler(pool);
        instrument = sampler;
    }

    boolean silent() {
        return sampler.sounding() == 0 && own() == 0 && (reader == null || !reader.sounds())
                && (regions == null || !regions.sounds());
    }

    /** What its notes are played on. */
    Instrument instrument() {
        return instrument;
    }

    /** Voices that sound and are of no pool. */
    int own() {
        int voices = instrument == sampler ? 0 : instrument.sounding();
        for (int i = 0; i < departing; i++) {
            voices += leaving[i].sounding();
        }
        return voices;
    }

    /** Takes the instrument that a score says, and its parameters and pads. Returns whether it is another one than before. */
    boolean take(Score score, int track, int rate) {
        int entry = ScoreInstruments.find(score, track);
        InstrumentType next = entry < 0 ? null : ScoreInstruments.type(score, entry);
        if (next == InstrumentType.SOUNDFONT) {
            next = null;
        }
        int name = next == null ? 0 : ScoreInstruments.name(score, entry);
        boolean other = next != type || name != device;
        if (other) {
            leave();
            Instrument made = next == null ? null : next.make(rate);
            instrument = made == null ? sampler : made;
            type = made == null ? null : next;
            device = made == null ? 0 : name;
            moved.putBack(instrument.controllers());
        }
        pads = new Pad[0];
        if (type != null) {
            for (int i = Math.min(ScoreInstruments.parameters(score, entry), instrument.parameters().size()) - 1; i >= 0; i--) {
                instrument.set(i, ScoreInstruments.value(score, entry, i));
            }
            if (instrument instanceof Padded padded) {
                pads = ScoreInstruments.pads(score, entry);
                padded.pads(pads);
            }
        }
        if (other) {
            instrument.arrive();
        }
        return other;
    }

    private void leave() {
        instrument.releaseAll(0);
        if (instrument != sampler) {
            leaving = Arrays.copyOf(leaving, departing + 1);
            leaving[departing++] = instrument;
        }
    }

    /** Whether its instrument is the device of this name, and has a parameter at this place. */
    boolean isDevice(int name, int parameter) {
        return type != null && name == device && parameter >= 0 && parameter < instrument.parameters().size();
    }

    /** Sets a parameter of its instrument or of one of its pads, if a device of this name is among them. */
    boolean set(int name, int parameter, double value) {
        if (type == null) {
            return false;
        }
        if (name == device) {
            instrument.set(parameter, value);
            return true;
        }
        boolean found = false;
        for (Pad pad : pads) {
            if (pad.name == name) {
                pad.set(parameter, value);
                found = true;
            }
        }
        return found;
    }

    /** Ends everything within 6 ms. */
    void silence() {
        instrument.silence(0);
        sampler.silence(0);
        for (int i = 0; i < departing; i++) {
            leaving[i].silence(0);
        }
    }

    /** Lets every note go, whatever plays it. */
    void releaseAll() {
        instrument.releaseAll(0);
        sampler.releaseAll(0);
    }

    /** {@link Instrument#tempo}, before each cell. */
    void tempo(double quarters) {
        if (type != null) {
            instrument.tempo(quarters);
        }
    }

    /** Takes the track's sound to be played in place of its notes while the score says what it was made from, or nothing. */
    void freeze(@Nullable FrozenTrack track, int rate) {
        frozen = track;
        if (track != null && reader == null) {
            reader = new FrozenReader(rate);
        }
    }

    /** Whether a sound was given, of these notes or others. */
    boolean hasFrozen() {
        return frozen != null;
    }

    /** Whether its notes are played from a frozen sound now. */
    boolean isFrozen() {
        return isFrozen;
    }

    /** Compares the frozen sound with what the score says, and returns whether that changes what is played. */
    boolean compare(long fingerprint) {
        boolean was = isFrozen;
        isFrozen = frozen != null && frozen.fingerprint() == fingerprint;
        return was != isFrozen;
    }

    /** Takes the recorded sound that the track plays from now on. */
    void play(RegionTrack list, int rate) {
        if (regions == null) {
            if (list.isEmpty()) {
                return;
            }
            regions = new RegionReader(rate);
        }
        RegionTrack before = regions.regions();
        regions.take(list.isEmpty() ? null : before != null && before.isLike(list) ? before : list);
    }

    /** Takes recordings in that came or went. */
    void resolve(Score score, int track, MediaShelf shelf) {
        RegionTrack list = regions == null ? null : regions.regions();
        if (list != null) {
            list.resolve(score, track, shelf);
        }
        for (Pad pad : pads) {
            pad.sound = pad.media == 0 ? null : shelf.at(pad.media);
        }
    }

    /** Begins a cell. */
    void begin() {
        if (regions != null) {
            regions.begin();
        }
        if (reader != null) {
            reader.begin();
        }
    }

    /** Plays a stretch of the frozen sound, as {@link FrozenReader#play}, and of recorded sound. */
    void read(int from, int to, int at, int frames) {
        if (regions != null) {
            regions.play(from, to, at, frames);
        }
        if (isFrozen && reader != null && frozen != null) {
            reader.play(frozen, from, to, at, frames);
        }
    }

    /** Renders a cell, and says whether anything sounds; if not, the cell is silent. */
    boolean render() {
        if (reader != null) {
            reader.rest(Sampler.CELL);
        }
        if (regions != null) {
            regions.rest(Sampler.CELL);
        }
        boolean sounds = !silent();
        if (sounds && reader != null && reader.sounds()) {
            System.arraycopy(reader.left, 0, left, 0, Sampler.CELL);
            System.arraycopy(reader.right, 0, right, 0, Sampler.CELL);
        } else {
            for (int i = 0; i < Sampler.CELL; i++) {
                left[i] = 0;
                right[i] = 0;
            }
        }
        if (sounds) {
            sampler.render(left, right);
            own(left, right);
        }
        if (sounds && regions != null && regions.sounds()) {
            for (int i = 0; i < Sampler.CELL; i++) {
                left[i] += regions.left[i];
                right[i] += regions.right[i];
            }
        }
        return sounds;
    }

    private void own(double[] l, double[] r) {
        if (instrument != sampler) {
            instrument.render(l, r);
        }
        int kept = 0;
        for (int i = 0; i < departing; i++) {
            Instrument each = leaving[i];
            each.render(l, r);
            if (each.sounding() > 0) {
                leaving[kept++] = each;
            }
        }
        departing = kept;
    }
}
