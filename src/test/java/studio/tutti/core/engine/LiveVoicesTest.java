package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.core.engine.Tunes.RATE;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.Controllers;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;

/**
 * What is done to voices while they sound. The yardstick is the largest step from a frame to the next that a note makes by itself, its
 * beginning and its end included: every voice that sounds at once may add as much.
 */
@DisplayName("Live voices")
class LiveVoicesTest {

    private static final int DEVICE = 900;
    private static final long SOUND = 0x1234_5678_9ABC_DEF0L;
    private static final int KEY = 36;
    /** −60 dBFS. */
    private static final double STEP = 0.001;

    /** What plays, each with a low tone, so that its own slope hides nothing. */
    enum Playing {
        SOUNDFONT, SYNTH, SYNTH_MONO, PADS, GATES, SAMPLER, LOOPED_SAMPLER, SLICER;

        void on(ScoreBuilder tune) {
            switch (this) {
                case SOUNDFONT -> { }
                case SYNTH -> add(tune, InstrumentType.SYNTH, "osc1.shape", 3, "amp.attack", 0.01, "amp.release", 0.2);
                case SYNTH_MONO -> add(tune, InstrumentType.SYNTH, "osc1.shape", 3, "amp.attack", 0.01, "amp.release", 0.2, "play.mode", 1);
                case PADS -> add(tune, InstrumentType.DRUM_KIT);
                case GATES -> add(tune, InstrumentType.DRUM_KIT, Pad.PARAMETERS.get(Pad.GATE).name(), 1);
                case SAMPLER -> add(tune, InstrumentType.SAMPLER);
                case LOOPED_SAMPLER -> add(tune, InstrumentType.SAMPLER, "loop.on", 1, "loop.start", 20, "loop.end", 55);
                case SLICER -> add(tune, InstrumentType.SLICER, Pad.PARAMETERS.get(Pad.START).name(), 11, Pad.PARAMETERS.get(Pad.END).name(), 83);
            }
        }

        /** Whether a note sounds on to its end whatever its key does. */
        boolean ringsOn() {
            return this == PADS || this == SLICER;
        }
    }

    private static void add(ScoreBuilder tune, InstrumentType type, Object... settings) {
        double[] values = type.parameters().stream().mapToDouble(Parameter::initial).toArray();
        double[] pad = Pad.PARAMETERS.stream().mapToDouble(Parameter::initial).toArray();
        for (int i = 0; i < settings.length; i += 2) {
            boolean known = set(type.parameters(), values, settings[i], settings[i + 1]) | set(Pad.PARAMETERS, pad, settings[i], settings[i + 1]);
            assertThat(known).as("%s", settings[i]).isTrue();
        }
        boolean padded = type != InstrumentType.SYNTH;
        ScoreInstruments.add(tune, 0, DEVICE, type, 0, values, padded ? List.of(new Pad(DEVICE + 1, KEY, false, SOUND, pad)) : List.of());
    }

    private static boolean set(List<Parameter> parameters, double[] values, Object name, Object value) {
        for (int i = 0; i < values.length; i++) {
            if (parameters.get(i).name().equals(name)) {
                values[i] = ((Number) value).doubleValue();
                return true;
            }
        }
        return false;
    }

    /** Six seconds of 50 Hz that begin and end in silence. */
    private static MediaSound recording() {
        int frames = 6 * RATE;
        MediaSound sound = new MediaSound(new MediaKey(SOUND), RATE, 1, frames);
        for (int block = 0; block < sound.blocks(); block++) {
            int from = block * MediaSound.BLOCK;
            byte[] bytes = new byte[2 * Math.min(MediaSound.BLOCK, frames - from)];
            for (int i = 0; i < bytes.length / 2; i++) {
                int value = (int) Math.rint(32_000 * Math.sin(2 * Math.PI * 50 * (from + i) / RATE));
                bytes[2 * i] = (byte) value;
                bytes[2 * i + 1] = (byte) (value >> 8);
            }
            sound.put(block, bytes);
        }
        return sound;
    }

    private final Engine engine = Tunes.engine();
    private double last;

    private static ScoreBuilder tune(Playing playing) {
        ScoreBuilder tune = Tunes.builder(1);
        playing.on(tune);
        return tune;
    }

    /** A note of nearly the whole time. */
    private static ScoreBuilder held(Playing playing) {
        ScoreBuilder tune = tune(playing);
        tune.note(0, 0, 5 * RATE, KEY, 127, 1, 0);
        return tune;
    }

    private double steepest(int frames) {
        float[] sound = Tunes.render(engine, frames, 128);
        double most = 0;
        for (int i = 0; i < frames; i++) {
            most = Math.max(most, Math.abs(sound[i] - last));
            last = sound[i];
        }
        return most;
    }

    private void begin(Playing playing) {
        engine.addMedia(recording());
        engine.score(held(playing).build());
        engine.play();
    }

    /** The largest step of a note that begins and ends by itself. */
    private static double own(Playing playing) {
        LiveVoicesTest alone = new LiveVoicesTest();
        alone.engine.addMedia(recording());
        ScoreBuilder tune = tune(playing);
        tune.note(0, 1000, RATE, KEY, 127, 1, 0);
        alone.engine.score(tune.build());
        alone.engine.play();
        double own = alone.steepest(3 * RATE);
        assertThat(own).isBetween(3e-4, 5e-3);
        return own;
    }

    @ParameterizedTest(name = "({0})")
    @EnumSource(Playing.class)
    @DisplayName("stop and begin again in the middle of a note without a step above −60 dBFS beyond their own")
    void stopping(Playing playing) {
        double own = own(playing);
        begin(playing);
        assertThat(steepest(RATE / 3)).as("begun").isLessThan(own + STEP);
        assertThat(Math.abs(last) > 0 || engine.voices() > 0).isTrue();
        engine.stop();
        assertThat(steepest(RATE / 3 + 17)).as("stopped").isLessThan(own + STEP);
        engine.play();
        assertThat(steepest(RATE / 3)).as("begun again").isLessThan(2 * own + STEP);
        engine.stop();
        steepest(5);
        engine.play();
        assertThat(steepest(RATE / 3)).as("begun again at once").isLessThan((playing.ringsOn() ? 3 : 2) * own + STEP);
        engine.panic();
        assertThat(steepest(RATE / 3)).as("silenced").isLessThan(2 * own + STEP);
        assertThat(engine.voices()).isZero();
    }

    @ParameterizedTest(name = "({0})")
    @EnumSource(Playing.class)
    @DisplayName("are jumped in, looped and nudged without one")
    void jumping(Playing playing) {
        double own = own(playing);
        begin(playing);
        steepest(RATE / 3 + 11);
        int voices = engine.voices();
        assertThat(voices).isEqualTo(1);
        engine.seek(2 * RATE + 301);
        assertThat(steepest(RATE / 4)).as("jumped on").isLessThan(2 * own + STEP);
        engine.seek(RATE / 7);
        assertThat(steepest(RATE / 4)).as("jumped back").isLessThan((playing.ringsOn() ? 3 : 2) * own + STEP);
        engine.nudge(200);
        assertThat(steepest(RATE / 2)).as("nudged").isLessThan((playing.ringsOn() ? 3 : 2) * own + STEP);
        engine.stop();
        engine.panic();
        steepest(RATE / 4);
        engine.seek(RATE);
        engine.loop(RATE, RATE + 20_777, true);
        engine.play();
        // a pad's recording lasts for several turns, each of which begins another hit
        int turns = 4;
        assertThat(steepest(20_777 * turns)).as("looped").isLessThan((playing.ringsOn() ? turns : 2) * own + STEP);
    }

    @ParameterizedTest(name = "({0})")
    @EnumSource(Playing.class)
    @DisplayName("are muted, moved and deleted without one")
    void editing(Playing playing) {
        double own = own(playing);
        begin(playing);
        steepest(RATE / 3 + 7);
        engine.fader(100, 0, 0, false);
        assertThat(steepest(RATE / 4)).as("muted").isLessThan(own + STEP);
        assertThat(last).isZero();
        engine.fader(100, 0, 0, true);
        assertThat(steepest(RATE / 4)).as("heard again").isLessThan(own + STEP);
        ScoreBuilder moved = tune(playing);
        moved.note(0, 20_000, 5 * RATE, KEY, 127, 1, -300);
        moved.note(0, 20_000, 5 * RATE, KEY + 1, 127, 2, 0);
        engine.score(moved.build());
        assertThat(steepest(RATE / 4)).as("moved").isLessThan(2 * own + STEP);
        engine.score(tune(playing).build());
        assertThat(steepest(RATE / 2)).as("deleted").isLessThan(2 * own + STEP);
        assertThat(engine.playing()).isTrue();
        if (!playing.ringsOn()) {
            assertThat(engine.voices()).isZero();
        }
    }

    @ParameterizedTest(name = "({0})")
    @EnumSource(Playing.class)
    @DisplayName("follow volume, expression, pan and the pedal from end to end without one, and jumps between places where they differ")
    void controllers(Playing playing) {
        double own = own(playing);
        ScoreBuilder tune = held(playing);
        tune.control(0, 20_000, Controllers.VOLUME, 0);
        tune.control(0, 40_000, Controllers.VOLUME, 127);
        tune.control(0, 60_000, Controllers.EXPRESSION, 3);
        tune.control(0, 80_000, Controllers.EXPRESSION, 127);
        tune.control(0, 100_000, Controllers.PAN, 127);
        tune.control(0, 120_000, Controllers.PAN, 0);
        tune.control(0, 140_000, Controllers.SUSTAIN, 127);
        engine.addMedia(recording());
        engine.score(tune.build());
        engine.play();
        // turned up from the 100 that it begins with, it is louder than by itself
        double loud = own * 1.27 * 1.27 * Math.sqrt(2);
        assertThat(steepest(135_000)).as("moved").isLessThan(loud + STEP);
        engine.seek(30_000);
        assertThat(steepest(7_000)).as("jumped to where it is silent").isLessThan(2 * loud + STEP);
        engine.seek(50_000);
        assertThat(steepest(7_000)).as("jumped to where it is loud").isLessThan(3 * loud + STEP);
        engine.seek(70_000);
        assertThat(steepest(7_000)).as("jumped to where it is soft").isLessThan(4 * loud + STEP);
        engine.seek(150_000);
        assertThat(steepest(7_000)).as("jumped to the pedal").isLessThan(4 * loud + STEP);
        engine.stop();
        assertThat(steepest(RATE)).as("stopped").isLessThan(4 * loud + STEP);
    }
}
