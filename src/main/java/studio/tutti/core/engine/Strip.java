package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Sampler;
import studio.tutti.core.instrument.VoicePool;

/** What a track plays: its sampler, or the sound that was frozen in place of its notes. */
final class Strip {

    final Sampler sampler;
    final LiveControls moved = new LiveControls();
    int name;
    /** Whether the present score has this track. */
    boolean used;
    boolean drums;
    /** What {@link #render} made. */
    final double[] left = new double[Sampler.CELL];
    final double[] right = new double[Sampler.CELL];

    private @Nullable FrozenTrack frozen;
    private @Nullable FrozenReader reader;
    private boolean isFrozen;
    private @Nullable RegionReader regions;

    Strip(VoicePool pool) {
        sampler = new Sampler(pool);
    }

    boolean silent() {
        return sampler.sounding() == 0 && (reader == null || !reader.sounds()) && (regions == null || !regions.sounds());
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
        }
        if (sounds && regions != null && regions.sounds()) {
            for (int i = 0; i < Sampler.CELL; i++) {
                left[i] += regions.left[i];
                right[i] += regions.right[i];
            }
        }
        return sounds;
    }
}
