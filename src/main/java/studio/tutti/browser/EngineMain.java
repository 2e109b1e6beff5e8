package studio.tutti.browser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSExportClasses;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;
import studio.tutti.core.effect.ToneEffect;
import studio.tutti.core.engine.Engine;
import studio.tutti.core.engine.FrozenBlock;
import studio.tutti.core.engine.FrozenTrack;
import studio.tutti.core.engine.Rehearsal;
import studio.tutti.core.engine.Score;
import studio.tutti.core.instrument.synth.Waves;

/**
 * Entry of the audio worklet's build of the core: the engine, one a worklet.
 *
 * <p>Sound goes out through {@link #sound()}, a view onto memory that both sides see: measured in Chromium, 256 floats cost
 * 4.5 µs so and leave no garbage (a returned {@code float[]} 3.1 µs and a new array for each block; element by element
 * 17 µs). Samples, recordings and scores come in through {@link HandOver}.
 */
@JSExportClasses({EngineFreezing.class, EngineMedia.class, EngineStretching.class})
public final class EngineMain {

    /** Frames that {@link #render} can make at once. */
    private static final int MOST = 4096;

    private static final float[] LEFT = new float[MOST];
    private static final float[] RIGHT = new float[MOST];
    private static final FloatBuffer SOUND =
            ByteBuffer.allocateDirect(2 * MOST * 4).order(ByteOrder.nativeOrder()).asFloatBuffer();

    private static final float[] LOUDNESS = new float[3];
    private static final float[] SPECTRUM = new float[128];
    private static final FloatBuffer PROBED = ByteBuffer.allocateDirect((LOUDNESS.length + SPECTRUM.length) * 4)
            .order(ByteOrder.nativeOrder()).asFloatBuffer();

    private static final float[] TONE = new float[ToneEffect.NUMBERS];
    private static final FloatBuffer TONES =
            ByteBuffer.allocateDirect(ToneEffect.NUMBERS * 4).order(ByteOrder.nativeOrder()).asFloatBuffer();

    private static @Nullable Engine engine;
    private static int[] coming = new int[0];
    private static @Nullable Score next;
    private static final PresetIntake INTAKE = new PresetIntake();
    private static @Nullable FrozenTrack freezingTrack;

    private EngineMain() {
    }

    /** Nothing happens until {@link #begin}. */
    public static void main(String[] arguments) {
    }

    /** The version of this build's exports; the worklet refuses one that it was not written for. */
    @JSExport
    public static int version() {
        return 11;
    }

    /** Makes the engine, at a rate in Hz. */
    @JSExport
    public static void begin(int rate) {
        Waves.prepare(); // rather now than at the first note of a synthesiser
        Rehearsal.play();
        engine = new Engine(rate);
    }

    /** Where what a call takes in is laid before it, and what it gives out lies after it. */
    @JSExport
    public static Int8Array handOver() {
        return HandOver.memory();
    }

    /** Where {@link #render} leaves its frames: {@value #MOST} of the left channel, then the right. */
    @JSExport
    public static Float32Array sound() {
        return Float32Array.fromJavaBuffer(SOUND);
    }

    /** Makes the next frames, at most {@value #MOST}. */
    @JSExport
    public static void render(int frames) {
        engine().render(LEFT, RIGHT, 0, frames);
        for (int i = 0; i < frames; i++) {
            SOUND.put(i, LEFT[i]);
            SOUND.put(MOST + i, RIGHT[i]);
        }
    }

    /** Begins a preset: its head, and the address that tracks ask for it by. Its sound follows in {@link #sampled}. */
    @JSExport
    public static void preset(int address, int[] head) {
        INTAKE.begin(address, head);
    }

    /**
     * The next block of the preset's sound as {@code SoundCoding} writes it, one sample after the other, so many bytes of {@link #handOver}.
     * Returns whether the preset is complete.
     */
    @JSExport
    public static boolean sampled(int bytes) {
        return INTAKE.take(HandOver.bytes(bytes), engine()::addPreset);
    }

    /** Begins a score of some numbers. */
    @JSExport
    public static void scoreBegins(int length) {
        coming = new int[length];
        next = null;
    }

    /** Some numbers of the score for a place, so many of {@link #handOver}. */
    @JSExport
    public static void scorePart(int at, int count) {
        HandOver.numbers(coming, at, count);
    }

    /** The score that has come in, for another use than to be played. */
    static Score taken() {
        Score score = new Score(coming);
        coming = new int[0];
        return score;
    }

    /** All numbers are there: makes a piece of what the score needs and says whether it was the last; then {@link #scoreEnds}. */
    @JSExport
    public static boolean scoreReady() {
        Score score = next;
        if (score == null) {
            score = new Score(coming);
            next = score;
            coming = new int[0];
            return false;
        }
        return engine().makeReady(score);
    }

    /** The score is played from now on. */
    @JSExport
    public static void scoreEnds() {
        Score score = next == null ? new Score(coming) : next;
        next = null;
        coming = new int[0];
        engine().score(score);
    }

    /** Begins a track's frozen sound; {@link #frozenPart} follows. The fingerprint is that of {@link EngineFreezing#freezeFingerprint}. */
    @JSExport
    public static void frozenBegins(String fingerprint, int frames) {
        freezingTrack = new FrozenTrack(hexadecimal(fingerprint), frames);
    }

    private static long hexadecimal(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = number << 4 | Character.digit(digits.charAt(i), 16);
        }
        return number;
    }

    /** Some blocks of the frozen sound, so many bytes of {@link #handOver}; once all are there, the track plays it. Returns whether they are. */
    @JSExport
    public static boolean frozenPart(int track, int bytes) {
        FrozenTrack filling = freezingTrack;
        if (filling == null) {
            throw new IllegalStateException("No track is being frozen.");
        }
        if (!FrozenBlock.decode(HandOver.bytes(bytes), filling)) {
            return false;
        }
        engine().freeze(track, filling);
        freezingTrack = null;
        return true;
    }

    /** A track plays its notes again. */
    @JSExport
    public static void thaw(int track) {
        engine().freeze(track, null);
    }

    /** {@link Engine#asked}. */
    @JSExport
    public static int[] asked() {
        return engine().asked();
    }

    /** {@link Engine#removePreset}. */
    @JSExport
    public static void presetDrops(int address) {
        engine().removePreset(address);
    }

    /** {@link Engine#needs}. */
    @JSExport
    public static int[] needs() {
        return engine().needs();
    }

    @JSExport
    public static void play() {
        engine().play();
    }

    @JSExport
    public static void stop() {
        engine().stop();
    }

    /** Goes to a tick. */
    @JSExport
    public static void seek(double tick) {
        engine().seek(engine().score().frameAt(tick));
    }

    /** Loops from one tick to another. */
    @JSExport
    public static void loop(double from, double to, boolean on) {
        engine().loop(engine().score().frameAt(from), engine().score().frameAt(to), on);
    }

    @JSExport
    public static boolean playing() {
        return engine().playing();
    }

    /** The tick that is heard when what was made so far has been heard; below 0 just after the start. */
    @JSExport
    public static double tick() {
        int made = engine().position();
        boolean moves = engine().playing() && engine().waiting() == 0;
        return engine().score().tick(moves ? made - engine().latency() : made);
    }

    /** The frame of the score that is made next. */
    @JSExport
    public static int frame() {
        return engine().position();
    }

    @JSExport
    public static void metronome(boolean on, int hundredths) {
        engine().metronome(on);
        engine().metronomeVolume(hundredths);
    }

    /** Goes to a tick and plays from there, the tick sounding some frames from now; below 0 it should have sounded before. */
    @JSExport
    public static void playAt(double tick, int inFrames) {
        int late = Math.max(0, -inFrames);
        engine().playIn(Math.max(0, inFrames));
        engine().seek(engine().score().frameAt(tick) + late);
    }

    /** {@link Engine#countIn}, at a tick, with the seconds from one knock to the next. */
    @JSExport
    public static void countIn(double tick, int beats, int perBar, double seconds) {
        engine().countIn(beats, perBar, seconds * engine().rate());
        engine().seek(engine().score().frameAt(tick));
    }

    /** {@link Engine#waiting}. */
    @JSExport
    public static int waiting() {
        return engine().waiting();
    }

    /** {@link Engine#nudge}. */
    @JSExport
    public static void nudge(int frames) {
        engine().nudge(frames);
    }

    /** {@link Engine#latency}. */
    @JSExport
    public static int latency() {
        return engine().latency();
    }

    /** {@link Engine#fader}. */
    @JSExport
    public static void fader(int name, int volume, int pan, boolean sounds) {
        engine().fader(name, volume, pan, sounds);
    }

    /** {@link Engine#set}. */
    @JSExport
    public static void parameter(int device, int parameter, double value) {
        engine().set(device, parameter, value);
    }

    /** {@link Engine#hold}. */
    @JSExport
    public static void hold(int name, int place, boolean on) {
        engine().hold(name, place, on);
    }

    /** {@link Engine#probe}; off if not on. */
    @JSExport
    public static void probe(int name, boolean on) {
        engine().probe(on ? name : Engine.NO_PROBE);
    }

    /** {@link Engine#resetProbe}. */
    @JSExport
    public static void resetProbe() {
        engine().resetProbe();
    }

    /** {@link Engine#readProbe}: the loudnesses, then the spectrum, in memory that the next call writes again. */
    @JSExport
    public static Float32Array probed() {
        engine().readProbe(LOUDNESS, SPECTRUM);
        for (int i = 0; i < LOUDNESS.length; i++) {
            PROBED.put(i, LOUDNESS[i]);
        }
        for (int i = 0; i < SPECTRUM.length; i++) {
            PROBED.put(LOUDNESS.length + i, SPECTRUM[i]);
        }
        return Float32Array.fromJavaBuffer(PROBED);
    }

    /** {@link Engine#readReduction}. */
    @JSExport
    public static double reduction(int device) {
        return engine().readReduction(device);
    }

    /** {@link Engine#readTone}, in memory that the next call writes again; all 0 of a device that is no such tool. */
    @JSExport
    public static Float32Array tone(int device) {
        if (!engine().readTone(device, TONE)) {
            java.util.Arrays.fill(TONE, 0);
        }
        for (int i = 0; i < TONE.length; i++) {
            TONES.put(i, TONE[i]);
        }
        return Float32Array.fromJavaBuffer(TONES);
    }

    /** {@link studio.tutti.core.engine.Hands#down}. */
    @JSExport
    public static void noteOn(int track, int key, int velocity, int hand) {
        engine().hands().down(track, key, velocity, hand);
    }

    @JSExport
    public static void noteOff(int track, int key, int hand) {
        engine().hands().up(track, key, hand);
    }

    /** {@link studio.tutti.core.engine.Hands#control}. */
    @JSExport
    public static void control(int track, int number, int value, int hand) {
        engine().hands().control(track, number, value, hand);
    }

    /** {@link studio.tutti.core.engine.Hands#letGo}. */
    @JSExport
    public static void letGo(int hand) {
        engine().hands().letGo(hand);
    }

    /** {@link studio.tutti.core.engine.Audition#key}. */
    @JSExport
    public static void tryKey(int key, int velocity) {
        engine().audition().key(key, velocity);
    }

    /** {@link studio.tutti.core.engine.Audition#loop}. */
    @JSExport
    public static void tryLoop(int[] events, int length, double origin) {
        engine().audition().loop(events, length, origin);
    }

    @JSExport
    public static void panic() {
        engine().panic();
    }

    /** Voices that sound now. */
    @JSExport
    public static int voices() {
        return engine().voices();
    }

    /** Peaks since last asked: left and right of each strip of the score, then of the master. */
    @JSExport
    public static float[] peaks() {
        float[] peaks = new float[2 * engine().score().strips() + 2];
        engine().readPeaks(peaks);
        return peaks;
    }

    static Engine engine() {
        Engine made = engine;
        if (made == null) {
            throw new IllegalStateException("The engine has not begun.");
        }
        return made;
    }
}
