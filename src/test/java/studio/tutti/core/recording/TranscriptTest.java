package studio.tutti.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.recording.Played.What;

@DisplayName("What hands did, written down")
class TranscriptTest {

    /** 120, from the second bar on 75 quarters a minute: a tick lasts 0.521 ms, then 0.833 ms. */
    private static final TempoMap TEMPO = new TempoMap(new long[] {0, 3840}, new long[] {500_000, 800_000});
    private static final Id PIANO = new Id(1, 1);
    private static final Id BASS = new Id(1, 2);

    private final Course course = new Course(() -> TEMPO);
    private final Tape tape = new Tape();

    /** The song is heard from a millisecond on, and told of every 20 ms. */
    private void goes(double from, double tick, double until) {
        for (double millis = from; millis < until; millis += 20) {
            course.heard(millis, TEMPO.tick(TEMPO.seconds(tick) + (millis - from) / 1000));
        }
    }

    private void plays(double millis, What what, int number, int value) {
        tape.add(new Played(millis, PIANO, what, number, value));
    }

    private void note(double from, double to, int key) {
        plays(from, What.DOWN, key, 80);
        plays(to, What.UP, key, 0);
    }

    private List<Pass> written(double from, double to) {
        return Transcript.of(tape.within(0, 1e9), PIANO, course, from, to, 0, TEMPO);
    }

    @Test
    @DisplayName("lands at the ticks that were heard, also beyond a change of tempo")
    void ticks() {
        goes(1000, 0, 9000);
        note(2000, 2500, 60);
        note(4000, 4400, 62);
        List<Pass.Note> notes = written(900, 9000).getFirst().notes();
        assertThat(notes.get(0).start()).isCloseTo(1920, offset(0.01));
        assertThat(notes.get(0).end()).isCloseTo(2880, offset(0.01));
        assertThat(notes.get(1).start()).isCloseTo(3840 + 1000 / 0.8 * 0.96, offset(0.01));
        assertThat(notes.get(1).end()).isCloseTo(3840 + 1400 / 0.8 * 0.96, offset(0.01));
    }

    @Test
    @DisplayName("follows the song when its clock and the page's drift apart by 100 ppm: within 0.2 ms after ten minutes")
    void drift() {
        for (double millis = 0; millis < 600_000; millis += 20) {
            course.heard(millis, TEMPO.tick(millis / 1000 * 1.0001));
        }
        note(599_000, 599_500, 60);
        double heard = TEMPO.seconds(written(0, 600_000).getFirst().notes().getFirst().start()) * 1000;
        assertThat(heard).isCloseTo(599_000 * 1.0001, offset(0.2));
    }

    @Test
    @DisplayName("begins where the song stood, though the first word of its playing comes a little later; not where it stood before a jump")
    void setsOff() {
        course.stands(500, 1920);
        goes(1012, 1920 + 12 * 1.92, 2000);
        course.stands(2000, TEMPO.tick(TEMPO.seconds(1920) + 1));
        note(1200, 1300, 60);
        Pass pass = written(900, 2000).getFirst();
        assertThat(pass.from()).isCloseTo(1920, offset(1e-6));
        assertThat(pass.notes().getFirst().start()).isCloseTo(1920 + 200 * 1.92, offset(0.01));
        goes(3000, 100, 4000);
        note(3200, 3300, 62);
        assertThat(written(2500, 4000).getFirst().from()).isCloseTo(100, offset(1e-6));
    }

    @Test
    @DisplayName("goes on in one pass when the sound device stood still for a moment")
    void slips() {
        goes(0, 0, 1000);
        goes(1000, TEMPO.tick(0.880), 1880);
        note(400, 500, 60);
        note(1400, 1500, 62);
        List<Pass> passes = written(0, 1880);
        assertThat(passes).hasSize(1);
        assertThat(passes.getFirst().notes()).extracting(Pass.Note::pitch).containsExactly(60, 62);
        assertThat(passes.getFirst().notes().get(0).start()).isCloseTo(400 * 1.92, offset(0.01));
        assertThat(passes.getFirst().notes().get(1).start()).as("120 ms behind").isCloseTo(1280 * 1.92, offset(0.01));
    }

    @Test
    @DisplayName("takes messages for as much earlier as they come late")
    void late() {
        goes(0, 0, 4000);
        note(1030, 1130, 60);
        double start = Transcript.of(tape.within(0, 1e9), PIANO, course, 0, 4000, 30, TEMPO).getFirst().notes().getFirst().start();
        assertThat(start).isCloseTo(1920, offset(0.01));
    }

    @Test
    @DisplayName("makes a pass of each turn of the loop, cuts what is held at its end, and puts the pedal down again")
    void loop() {
        course.loop(0, 1920, true);
        goes(0, 0, 1000);
        goes(1000, 0, 2000);
        goes(2000, 0, 2600);
        plays(900, What.CONTROL, 64, 127);
        note(100, 300, 60);
        note(950, 1200, 62);
        note(1500, 1600, 64);
        plays(1700, What.CONTROL, 64, 0);
        note(2500, 9999, 65);
        List<Pass> passes = written(0, 2600);
        assertThat(passes).hasSize(3);
        assertThat(passes.get(0).notes()).extracting(Pass.Note::pitch).containsExactly(60, 62);
        assertThat(passes.get(0).notes().get(1).end()).isCloseTo(1920, offset(0.01));
        assertThat(passes.get(1).notes()).extracting(Pass.Note::pitch).containsExactly(64);
        assertThat(passes.get(1).notes().getFirst().start()).isCloseTo(960, offset(0.01));
        assertThat(passes.get(1).moves()).extracting(Pass.Move::amount).containsExactly(127, 0);
        assertThat(passes.get(1).moves().getFirst()).isEqualTo(new Pass.Move(0, Controllers.SUSTAIN, 127));
        assertThat(passes.get(2).notes().getFirst().end()).isCloseTo(1152, offset(0.01));
    }

    @Test
    @DisplayName("puts a note played just before the beginning on it, and leaves out what was played long before")
    void early() {
        goes(2000, 960, 4000);
        note(1000, 1100, 59);
        note(1900, 2250, 60);
        List<Pass.Note> notes = written(500, 4000).getFirst().notes();
        assertThat(notes).extracting(Pass.Note::pitch).containsExactly(60);
        assertThat(notes.getFirst().start()).isEqualTo(960);
        assertThat(notes.getFirst().end()).isCloseTo(960 + 480, offset(0.01));
    }

    @Test
    @DisplayName("begins in the middle of playing where it was asked to")
    void dropIn() {
        goes(0, 0, 4000);
        note(500, 700, 59);
        note(1500, 1700, 60);
        Pass pass = written(1000, 3000).getFirst();
        assertThat(pass.from()).isCloseTo(1920, offset(0.01));
        assertThat(pass.notes()).extracting(Pass.Note::pitch).containsExactly(60);
    }

    @Test
    @DisplayName("ends at a jump to another place: what follows belongs to another recording")
    void jump() {
        goes(0, 0, 1000);
        goes(1000, 7680, 2000);
        note(500, 600, 60);
        note(1500, 1600, 61);
        List<Pass> passes = written(0, 2000);
        assertThat(passes).hasSize(1);
        assertThat(passes.getFirst().notes()).extracting(Pass.Note::pitch).containsExactly(60);
        assertThat(passes.getFirst().to()).isCloseTo(1920, offset(0.01));
    }

    @Test
    @DisplayName("keeps wheels and pedals where they moved, once for each value")
    void moves() {
        goes(0, 0, 4000);
        plays(500, What.BEND, 0, 9000);
        plays(510, What.BEND, 0, 9000);
        plays(600, What.CONTROL, 1, 40);
        assertThat(written(0, 4000).getFirst().moves()).hasSize(2)
                .last().satisfies(move -> assertThat(move.tick()).isCloseTo(1152, offset(0.01)));
    }

    @Test
    @DisplayName("of what was played to the song, captures all since it began; of what was played without, the last phrase from a tick")
    void captures() {
        Capture capture = new Capture(tape, course);
        assertThat(capture.tracks()).isEmpty();
        note(1000, 1100, 40);
        note(20_000, 20_250, 60);
        note(20_500, 20_750, 62);
        tape.add(new Played(20_600, BASS, What.DOWN, 30, 90));
        assertThat(capture.tracks()).containsExactly(PIANO, BASS);
        assertThat(capture.isToTheSong()).isFalse();
        Pass phrase = capture.write(PIANO, 22_000, 960, 0, TEMPO).getFirst();
        assertThat(phrase.notes()).extracting(Pass.Note::pitch).containsExactly(60, 62);
        assertThat(phrase.notes().getFirst().start()).isCloseTo(960, offset(0.01));
        assertThat(phrase.notes().getLast().start()).isCloseTo(1920, offset(0.01));
        Pass.Note held = capture.write(BASS, 22_000, 960, 0, TEMPO).getFirst().notes().getFirst();
        assertThat(held.start()).isCloseTo(960 + 1152, offset(0.01));

        goes(30_000, 0, 34_000);
        note(31_000, 31_200, 70);
        assertThat(capture.isToTheSong()).isTrue();
        assertThat(capture.write(PIANO, 34_000, 0, 0, TEMPO).getFirst().notes().getFirst().start()).isCloseTo(1920, offset(0.01));
        capture.take();
        assertThat(capture.tracks()).isEmpty();
    }

    @Test
    @DisplayName("is timed within 1 ms by a device whose clock is told with noise of ± 4 ms")
    void deviceClock() {
        Random random = new Random(5);
        DeviceClock clock = new DeviceClock();
        double worst = 0;
        for (double millis = 0; millis < 60_000; millis += 20) {
            double seconds = 3 + millis / 1000 * 1.00005;
            clock.tell(millis + random.nextDouble() * 8 - 4, seconds);
            if (millis > 3000) {
                worst = Math.max(worst, Math.abs(clock.millis(seconds) - millis));
            }
        }
        assertThat(worst).isLessThan(1);
        clock.tell(61_000, 500);
        assertThat(clock.seconds(61_000)).isCloseTo(500, offset(0.001));
    }
}
