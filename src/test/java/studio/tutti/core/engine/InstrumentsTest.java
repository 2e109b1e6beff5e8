package studio.tutti.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.tutti.core.engine.Tunes.RATE;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.drumkit.Pad;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;

@DisplayName("Tracks' instruments")
class InstrumentsTest {

    private static final int DEVICE = 900;
    private static final long SOUND = 0x1234_5678_9ABC_DEF0L;

    private static ScoreBuilder tune(int tracks) {
        ScoreBuilder tune = Tunes.builder(tracks);
        for (int track = 0; track < tracks; track++) {
            for (int note = 0; note < 12; note++) {
                int from = note * RATE / 4;
                tune.note(track, from, from + RATE / 5, 40 + 5 * track + note, 60 + 5 * note, 1000 * track + note, 0);
            }
        }
        return tune;
    }

    private static double[] initial(InstrumentType type) {
        return type.parameters().stream().mapToDouble(Parameter::initial).toArray();
    }

    private static int place(InstrumentType type, String name) {
        for (int i = 0; i < type.parameters().size(); i++) {
            if (type.parameters().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static double[] with(InstrumentType type, Object... settings) {
        double[] values = initial(type);
        for (int i = 0; i < settings.length; i += 2) {
            values[place(type, (String) settings[i])] = ((Number) settings[i + 1]).doubleValue();
        }
        return values;
    }

    private static Pad pad(int key, Object... settings) {
        double[] values = Pad.PARAMETERS.stream().mapToDouble(Parameter::initial).toArray();
        Pad pad = new Pad(500 + key, key, false, SOUND, values);
        for (int i = 0; i < settings.length; i += 2) {
            for (int place = 0; place < values.length; place++) {
                if (Pad.PARAMETERS.get(place).name().equals(settings[i])) {
                    pad.set(place, ((Number) settings[i + 1]).doubleValue());
                }
            }
        }
        return pad;
    }

    /** Half a second of a tone of 441 Hz at half of full scale. */
    private static MediaSound tone() {
        int frames = 22_050;
        MediaSound sound = new MediaSound(new MediaKey(SOUND), 44_100, 1, frames);
        byte[] bytes = new byte[2 * frames];
        for (int i = 0; i < frames; i++) {
            int value = (int) Math.rint(16_384 * Math.sin(2 * Math.PI * 441 * i / 44_100.0));
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        sound.put(0, bytes);
        return sound;
    }

    private static Engine engine(ScoreBuilder tune) {
        Engine engine = Tunes.engine();
        engine.addMedia(tone());
        engine.score(tune.build());
        return engine;
    }

    private static ScoreBuilder band() {
        ScoreBuilder tune = tune(4);
        ScoreInstruments.add(tune, 0, DEVICE, InstrumentType.SYNTH, 0, with(InstrumentType.SYNTH, "unison.voices", 3, "filter.cutoff", 900,
                "filter.envelope", 30, "lfo1.filter", 12, "noise.level", 10, "lfo2.sync", 10, "lfo2.amp", 40), List.of());
        ScoreInstruments.add(tune, 1, DEVICE + 1, InstrumentType.DRUM_KIT, 0, initial(InstrumentType.DRUM_KIT),
                List.of(pad(45, "tune", -3, "choke", 1), pad(47, "reverse", 1), pad(48, "start", 20, "end", 60, "pan", -40), pad(50, "decay", 0.05, "choke", 1)));
        ScoreInstruments.add(tune, 2, DEVICE + 2, InstrumentType.SAMPLER, 0,
                with(InstrumentType.SAMPLER, "loop.on", 1, "loop.start", 30, "loop.end", 70, "filter.cutoff", 3000), List.of(pad(57)));
        return tune;
    }

    @Test
    @DisplayName("give the same bits at every size of block")
    void blocks() {
        float[] whole = null;
        for (int block : new int[] {64, 37, 128, 512}) {
            Engine engine = engine(band());
            engine.play();
            float[] sound = Tunes.render(engine, 3 * RATE, block);
            assertThat(Tunes.peak(sound, 0, 3 * RATE)).isGreaterThan(0.1f);
            if (whole != null) {
                assertThat(sound).isEqualTo(whole);
            }
            whole = sound;
        }
    }

    @Test
    @DisplayName("each sound where their notes are, and end")
    void sound() {
        for (int only = 0; only < 3; only++) {
            Engine engine = engine(band());
            engine.score(band().build().only(only));
            engine.play();
            float[] sound = Tunes.render(engine, 4 * RATE, 128);
            assertThat(Tunes.peak(sound, RATE, 2 * RATE)).as("track " + only).isGreaterThan(0.02f);
            Tunes.render(engine, 3 * RATE, 128);
            assertThat(engine.voices()).isZero();
        }
    }

    @Test
    @DisplayName("change while they play without a step above −60 dBFS beyond the sound's own")
    void changes() {
        ScoreBuilder plain = Tunes.builder(1);
        plain.note(0, 0, 4 * RATE, 57, 100, 1, 0);
        ScoreBuilder synth = Tunes.builder(1);
        synth.note(0, 0, 4 * RATE, 57, 100, 1, 0);
        ScoreInstruments.add(synth, 0, DEVICE, InstrumentType.SYNTH, 0, with(InstrumentType.SYNTH, "osc1.shape", 3, "amp.attack", 0.02,
                "amp.release", 0.1), List.of());
        Engine engine = engine(plain);
        engine.play();
        double own = Math.max(steepest(Tunes.render(engine, RATE, 128)), 2 * Math.PI * 220 / RATE * 0.3);
        engine.score(synth.build());
        float[] there = Tunes.render(engine, RATE, 128);
        engine.score(plain.build());
        float[] back = Tunes.render(engine, RATE, 128);
        assertThat(steepest(there)).isLessThan(2 * own + 1e-3);
        assertThat(steepest(back)).isLessThan(2 * own + 1e-3);
        assertThat(Tunes.peak(there, RATE / 2, RATE)).isGreaterThan(0.02f);
        assertThat(Tunes.peak(back, RATE / 2, RATE)).isGreaterThan(0.02f);
    }

    private static double steepest(float[] sound) {
        double most = 0;
        for (int i = 2; i < sound.length / 2; i++) {
            most = Math.max(most, Math.abs((double) sound[i] - sound[i - 1]));
        }
        return most;
    }

    @Test
    @DisplayName("count in fingerprints and are frozen as they sound")
    void frozen() {
        Score score = band().build();
        ScoreBuilder other = band();
        long[] prints = score.fingerprints();
        assertThat(other.build().fingerprints()).isEqualTo(prints);
        assertThat(prints[0]).isNotEqualTo(tune(4).build().fingerprints()[0]);
        assertThat(prints[3]).isEqualTo(tune(4).build().fingerprints()[3]);
        for (int track = 0; track < 3; track++) {
            assertThat(score.alone(track).fingerprints()[0]).as("track " + track).isEqualTo(prints[track]);
        }
        Freezing freezing = new Freezing(score.alone(1));
        assertThat(freezing.media()).hasSize(5);
        freezing.addMedia(tone());
        while (!freezing.isOver()) {
            freezing.make(16);
        }
        assertThat(freezing.frames()).isGreaterThan(2 * RATE);
    }

    @Test
    @DisplayName("take parameters as values while they sound, of themselves and of their pads")
    void values() {
        Engine engine = engine(band());
        engine.score(band().build().only(0));
        engine.play();
        Tunes.render(engine, RATE, 128);
        engine.set(DEVICE, place(InstrumentType.SYNTH, "amp.level"), -36);
        float[] quiet = Tunes.render(engine, RATE, 128);
        assertThat(Tunes.peak(quiet, RATE / 2, RATE)).isLessThan(0.02f);
        Engine drums = engine(band());
        drums.score(band().build().only(1));
        drums.set(545, Pad.LEVEL, -60);
        drums.play();
        float[] first = Tunes.render(drums, RATE / 8, 128);
        assertThat(Tunes.peak(first, 0, RATE / 8)).isLessThan(0.001f);
    }

    @Test
    @DisplayName("wait in silence for recordings that are not there yet, and ask for them")
    void waits() {
        Engine engine = Tunes.engine();
        Score score = band().build();
        engine.score(score.only(1));
        assertThat(score.media()).hasSize(5);
        engine.play();
        assertThat(Tunes.peak(Tunes.render(engine, RATE, 128), 0, RATE)).isZero();
        engine.addMedia(tone());
        assertThat(Tunes.peak(Tunes.render(engine, RATE, 128), 0, RATE)).isGreaterThan(0.02f);
    }
}
