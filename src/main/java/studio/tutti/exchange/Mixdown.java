package studio.tutti.exchange;

import studio.tutti.audiofile.AudioWriter;
import studio.tutti.audiofile.Encoding;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.dsp.LoudnessMeter;
import studio.tutti.core.engine.Engine;
import studio.tutti.core.engine.Score;
import studio.tutti.core.engine.ScoreCompiler;
import studio.tutti.core.mixer.OwnFont;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;
import studio.tutti.core.media.Stretching;
import studio.tutti.library.Instruments;
import studio.tutti.library.SoundShelf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.DoubleConsumer;

/**
 * A song made sound by the engine that also plays in the browser: the mix, or one track's stem.
 *
 * <p>The whole song lasts until its last tail has rung out, at most ten seconds after its last note; some bars last exactly as
 * long as they are. Stems are what the mixer makes of each track alone, faders, inserts, groups and buses included. They sum
 * to the mix wherever no effect that they share changes loudness by loudness, no side-chain listens, and the mix stays below
 * the master's safety at −1 dBFS.
 */
public final class Mixdown {

    private static final int BLOCK = 4096;
    private static final double TAIL_SECONDS = 10;
    private static final float SILENCE = 1e-5f;

    private final Score score;
    private final Element song;
    private final Instruments instruments;
    private final SoundShelf media;
    private final int from;
    private final int to;
    private final boolean whole;
    /** Without the master's safety. */
    private final boolean bare;

    /** What was written: frames of the song, the second not included, and the highest sample as a factor. */
    public record Range(int from, int to, float peak) {

        /** Frames. */
        public int length() {
            return to - from;
        }
    }

    private Mixdown(Score score, Element song, Instruments instruments, SoundShelf media, int from, int to, boolean whole) {
        this(score, song, instruments, media, from, to, whole, false);
    }

    private Mixdown(Score score, Element song, Instruments instruments, SoundShelf media, int from, int to, boolean whole, boolean bare) {
        this.score = score;
        this.song = song;
        this.instruments = instruments;
        this.media = media;
        this.from = from;
        this.to = to;
        this.whole = whole;
        this.bare = bare;
    }

    /** The whole song at a rate in Hz. */
    public static Mixdown of(Arrangement arrangement, Instruments instruments, int rate) {
        Score score = compile(arrangement, rate);
        return new Mixdown(score, arrangement.root(), instruments, SoundShelf.NONE, 0, score.length() + (int) (TAIL_SECONDS * rate), true);
    }

    /**
     * Some bars of it.
     *
     * @param first the first bar, from 1
     * @param last the last bar, itself included
     * @throws SongRefused if there are no such bars
     */
    public static Mixdown of(Arrangement arrangement, Instruments instruments, int rate, int first, int last) throws SongRefused {
        Score score = compile(arrangement, rate);
        MetreMap metre = TimeMaps.metre(arrangement);
        if (first < 1 || last < first) {
            throw new SongRefused("Bars are counted from 1 and given as A-B with A not above B.");
        }
        int from = score.frameAt(metre.barStart(first - 1));
        int to = score.frameAt(metre.barStart(last));
        if (from >= score.length() || to >= Score.LAST_FRAME) {
            throw new SongRefused("The song has no music in the bars " + first + " to " + last + ".");
        }
        return new Mixdown(score, arrangement.root(), instruments, SoundShelf.NONE, from, to, false);
    }

    /** What lies between two ticks, as long as it is. */
    public static Mixdown between(Arrangement arrangement, Instruments instruments, int rate, long start, long end) {
        Score score = compile(arrangement, rate);
        return new Mixdown(score, arrangement.root(), instruments, SoundShelf.NONE, score.frameAt(start), score.frameAt(end), false);
    }

    /**
     * What one track's instrument plays, before its inserts and fader, heard whether it is muted or not.
     *
     * @param track {@link studio.tutti.core.arrangement.Element#handle()}
     * @param start tick
     * @param end tick, or {@code start} for the end of the track's music and its last tail
     * @throws SongRefused if nothing of the track plays there
     */
    static Mixdown instrument(Arrangement arrangement, Instruments instruments, int rate, int track, long start, long end) throws SongRefused {
        Score score = compile(arrangement, rate);
        for (int place = 0; place < score.tracks(); place++) {
            if (score.trackName(place) == track) {
                Score alone = score.alone(place);
                int from = alone.frameAt(start);
                boolean whole = end <= start || alone.frameAt(end) >= alone.length();
                if (from < alone.length()) {
                    return new Mixdown(alone, arrangement.root(), instruments, SoundShelf.NONE, from,
                            whole ? alone.length() + (int) (TAIL_SECONDS * rate) : alone.frameAt(end), whole, true);
                }
            }
        }
        throw new SongRefused("The track plays nothing here that could be bounced.");
    }

    private static Score compile(Arrangement arrangement, int rate) {
        return ScoreCompiler.compile(arrangement, rate);
    }

    /** Frames a second. */
    public int rate() {
        return score.rate();
    }

    /** How long it lasts at most, tails included. */
    public double seconds() {
        return (double) (to - from) / rate();
    }

    public int tracks() {
        return score.tracks();
    }

    /** The song's name for a track, {@link studio.tutti.core.arrangement.Element#handle()}. */
    public int trackName(int track) {
        return score.trackName(track);
    }

    /** The range of the stems that go with this mix: from bar 1 to where the mix ends. */
    public Mixdown stem(int track) {
        return new Mixdown(score.only(track), song, instruments, media, 0, to, false);
    }

    /** The same, with recordings from somewhere. */
    public Mixdown with(SoundShelf recordings) {
        return new Mixdown(score, song, instruments, recordings, from, to, whole, bare);
    }

    /** The same without the master's safety, so that what goes beyond full scale is not turned down. */
    public Mixdown open() {
        return new Mixdown(score, song, instruments, media, from, to, whole, true);
    }

    /** The same with another end. */
    public Mixdown until(int frame) {
        return new Mixdown(score, song, instruments, media, from, frame, false);
    }

    /**
     * Makes the sound and writes it. What is thrown by {@code progress} ends it, and nothing is left of the file.
     *
     * @param progress hears 0 … 1
     */
    public Range write(Path file, Encoding encoding, DoubleConsumer progress) throws IOException {
        try (AudioWriter writer = AudioWriter.create(file, encoding, rate(), 2)) {
            Range range = run(writer, progress);
            writer.finish();
            return range;
        }
    }

    /**
     * How loud all of it is, by ITU-R BS.1770-4, in LUFS; {@link LoudnessMeter#NONE} if nothing is above the gate.
     *
     * @param progress hears 0 … 1; what it throws ends it
     */
    public double loudness(DoubleConsumer progress) throws IOException {
        LoudnessMeter meter = new LoudnessMeter(rate());
        Engine engine = engine();
        float[][] block = new float[2][BLOCK];
        double[][] heard = new double[2][BLOCK];
        for (int at = from - engine.latency(); at < to; ) {
            int frames = Math.min(BLOCK, at < from ? from - at : to - at);
            engine.render(block[0], block[1], 0, frames);
            if (at >= from) {
                for (int i = 0; i < frames; i++) {
                    heard[0][i] = block[0][i];
                    heard[1][i] = block[1][i];
                }
                meter.hear(heard, 0, frames);
            }
            at += frames;
            progress.accept((double) Math.max(0, at - from) / (to - from));
        }
        return meter.integrated();
    }

    private Range run(AudioWriter writer, DoubleConsumer progress) throws IOException {
        Engine engine = engine();
        float[][] block = new float[2][BLOCK];
        for (int late = engine.latency(); late > 0; late -= BLOCK) {
            engine.render(block[0], block[1], 0, Math.min(late, BLOCK));
        }
        int end = from;
        float peak = 0;
        Deque<float[][]> silence = new ArrayDeque<>();
        for (int at = from; at < to && (at < score.length() || !engine.isSilent() || !whole); at += BLOCK) {
            int frames = Math.min(BLOCK, to - at);
            engine.render(block[0], block[1], 0, frames);
            int kept = whole ? Math.clamp((long) score.length() - at, 0, frames) : frames;
            for (int i = 0; i < frames; i++) {
                float loud = Math.max(Math.abs(block[0][i]), Math.abs(block[1][i]));
                peak = Math.max(peak, loud);
                if (loud > SILENCE && i >= kept) {
                    kept = i + 1;
                }
            }
            if (kept > 0) {
                while (!silence.isEmpty()) {
                    float[][] before = silence.remove();
                    writer.write(before, 0, before[0].length);
                }
                writer.write(block, 0, kept);
                end = at + kept;
            }
            if (kept < frames) {
                // silence is written only when something comes after it
                silence.add(new float[][] {Arrays.copyOfRange(block[0], kept, frames), Arrays.copyOfRange(block[1], kept, frames)});
            }
            progress.accept((double) (at - from + frames) / (to - from));
        }
        return new Range(from, end, peak);
    }

    private Engine engine() throws IOException {
        Engine engine = bare ? Engine.bare(rate()) : new Engine(rate());
        engine.score(score);
        for (int address : engine.missing()) {
            OwnFont font = OwnFont.isOwn(address) ? OwnFont.at(song, address) : null;
            engine.addPreset(font == null ? instruments.preset(Math.max(0, address) / 128, Math.max(0, address) % 128)
                    : instruments.preset(font.media(), font.bank(), font.program()), address);
        }
        for (Stretching recipe : Stretching.of(score.stretches())) {
            MediaSound recording = media.load(recipe.source());
            if (recording == null) {
                throw new SongRefused("A recording of the song is missing.");
            }
            engine.addMedia(recipe.make(recording));
        }
        int[] needs = score.media();
        for (int at = 0; at < needs.length; at += 5) {
            MediaKey key = MediaKey.of(needs[at], needs[at + 1]);
            if (engine.media(key) == null) {
                MediaSound sound = media.load(key);
                if (sound == null) {
                    throw new SongRefused("A recording of the song is missing.");
                }
                engine.addMedia(sound);
            }
        }
        engine.seek(from);
        engine.play();
        return engine;
    }
}
