package studio.tutti.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.recording.DeviceClock;

/**
 * Simulated: a server, links that take 70 to 130 ms each way, anew for each message, and pages whose own clocks and whose
 * sound devices' clocks go wrong by up to 100 ppm each, with devices that are told with noise of some milliseconds.
 */
@DisplayName("A joined transport")
class JoinedTransportTest {

    private static final TempoMap TEMPO = new TempoMap(new long[] {0, 38_400}, new long[] {500_000, 600_000});

    /** One page; times are milliseconds of the true clock unless they say otherwise. */
    private static final class Page {
        final Random random;
        final double ppm;
        final double devicePpm;
        final double began;
        final double latency;
        final ServerClock clock = new ServerClock();
        final DeviceClock device = new DeviceClock();
        final Follower follower = new Follower();
        Joint joint = Joint.STANDING;
        /** The device's second at which the song would be at second 0, without nudges; not a number while it stands. */
        double origin = Double.NaN;
        double pendingNudge;
        double firstHeard = Double.NaN;
        int nudges;
        int jumps;

        Page(Random random, double ppm, double devicePpm) {
            this.random = random;
            this.ppm = ppm;
            this.devicePpm = devicePpm;
            began = random.nextDouble() * 1e6;
            latency = 20 + random.nextDouble() * 60;
        }

        double own(double truth) {
            return (truth + began) * (1 + ppm * 1e-6);
        }

        double deviceSeconds(double truth) {
            return (truth + 77_000) * (1 + devicePpm * 1e-6) / 1000;
        }

        double truthOfDevice(double seconds) {
            return seconds * 1000 / (1 + devicePpm * 1e-6) - 77_000;
        }

        /** What the browser says: which device time is at the ear now, give or take 3 ms. */
        void tellDevice(double truth) {
            device.tell(own(truth) + random.nextDouble() * 6 - 3, deviceSeconds(truth - latency));
        }

        /** Plays the joint's song from where it will be 60 ms after now, or at its moment. */
        void start(double truth) {
            double server = Math.max(joint.at(), clock.server(own(truth)) + 60 + latency);
            double at = device.seconds(clock.page(server));
            origin = at - TEMPO.seconds(joint.tick(server, TEMPO));
            follower.begin(own(truth) + server - clock.server(own(truth)) + 200);
            firstHeard = truthOfDevice(at) + latency;
        }

        /** The song's second that is heard at a true moment. */
        double heard(double truth) {
            return deviceSeconds(truth - latency) - origin;
        }

        void report(double truth) {
            if (Double.isNaN(origin)) {
                return;
            }
            double step = Math.max(-0.02 / 64, Math.min(0.02 / 64, pendingNudge));
            pendingNudge -= step;
            origin -= step;
            // A report of the frames that will be heard later, as the engine gives them.
            double seconds = deviceSeconds(truth);
            double tick = TEMPO.tick(seconds - origin);
            double lack = joint.lacks(clock.server(device.millis(seconds)), tick, TEMPO);
            double asked = follower.look(own(truth), lack);
            if (Double.isNaN(asked)) {
                jumps++;
                start(truth);
            } else if (asked != 0) {
                nudges++;
                pendingNudge = asked;
            }
        }
    }

    private record Event(double at, Runnable what) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>((a, b) -> Double.compare(a.at, b.at));
    private double now;

    private void at(double time, Runnable what) {
        events.add(new Event(time, what));
    }

    private void runUntil(double end) {
        while (!events.isEmpty() && events.peek().at <= end) {
            Event next = events.poll();
            now = next.at;
            next.what.run();
        }
        now = end;
    }

    private double link(Random random) {
        return 70 + 60 * random.nextDouble();
    }

    private void ask(Page page, int count) {
        double sent = page.own(now);
        at(now + link(page.random), () -> {
            double server = now;
            at(now + link(page.random), () -> page.clock.tell(sent, server, page.own(now)));
        });
        at(now + (count < 20 ? 100 : 1000), () -> ask(page, count + 1));
    }

    private void beat(Page page) {
        page.tellDevice(now);
        page.report(now);
        at(now + 20, () -> beat(page));
    }

    private List<Page> band(Random random, double... ppms) {
        List<Page> band = new ArrayList<>();
        for (int i = 0; i < ppms.length; i += 2) {
            Page page = new Page(random, ppms[i], ppms[i + 1]);
            band.add(page);
            at(random.nextDouble() * 50, () -> ask(page, 0));
            at(random.nextDouble() * 20, () -> beat(page));
        }
        return band;
    }

    private void tell(List<Page> band, Joint joint) {
        for (Page page : band) {
            at(now + link(page.random), () -> {
                page.joint = joint;
                page.start(now);
            });
        }
    }

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("starts within 20 ms on all pages, stays there for ten minutes, and never jumps")
    void staysTogether(long seed) {
        Random random = new Random(seed);
        List<Page> band = band(random, 100, -100, -100, 100, 0, 100, 100, 100);
        runUntil(5_000);
        tell(band, new Joint(true, 1920, now + Joint.LEAD_MILLIS, 0, 0));
        runUntil(6_000);
        double first = band.stream().mapToDouble(page -> page.firstHeard).min().orElseThrow();
        double last = band.stream().mapToDouble(page -> page.firstHeard).max().orElseThrow();
        double worst = 0;
        for (double time = 6_000; time < 606_000; time += 250) {
            runUntil(time);
            double least = band.stream().mapToDouble(page -> page.heard(now)).min().orElseThrow();
            double most = band.stream().mapToDouble(page -> page.heard(now)).max().orElseThrow();
            worst = Math.max(worst, (most - least) * 1000);
        }
        System.out.printf("joined transport, seed %d: starts %.1f ms apart, worst in ten minutes %.1f ms, %d corrections a page%n",
                seed, last - first, worst, band.stream().mapToInt(page -> page.nudges).sum() / band.size());
        assertThat(last - first).isLessThan(20);
        assertThat(worst).isLessThan(20);
        assertThat(band).allSatisfy(page -> assertThat(page.jumps).isZero());
    }

    @Test
    @DisplayName("takes one who joins late in where the others are")
    void late() {
        Random random = new Random(7);
        List<Page> band = band(random, 50, -50, -50, 50);
        Joint joint = new Joint(true, 0, 5_400, 0, 0);
        runUntil(5_000);
        tell(band.subList(0, 1), joint);
        runUntil(47_000);
        tell(band.subList(1, 2), joint);
        runUntil(49_000);
        assertThat(band.get(1).heard(now) - band.get(0).heard(now)).isCloseTo(0, offset(0.02));
        assertThat(band.get(0).heard(now)).isCloseTo(43.6, offset(0.03));
    }

    @Test
    @DisplayName("turns back at the end of its loop, at each tempo, and knows the shorter way across it")
    void loop() {
        Joint joint = new Joint(true, 960, 1_000, 0, 3840);
        assertThat(joint.tick(500, TEMPO)).isEqualTo(960);
        assertThat(joint.tick(2_000, TEMPO)).isCloseTo(2880, offset(1e-6));
        assertThat(joint.tick(3_000, TEMPO)).isCloseTo(960, offset(1e-6));
        assertThat(joint.tick(3_000 + 7 * 2_000, TEMPO)).isCloseTo(960, offset(1e-6));
        assertThat(joint.lacks(2_510, 3820, TEMPO)).isCloseTo(0.01 + 20 / 1920.0, offset(1e-6));
        Joint behind = new Joint(true, 960, 1_000, 0, 480);
        assertThat(behind.loops()).isFalse();
    }

    @Test
    @DisplayName("knows what time it is at the server within 5 ms after 60 answers, and follows a server that is set")
    void clock() {
        Random random = new Random(3);
        double worst = 0;
        ServerClock clock = new ServerClock();
        for (int i = 0; i < 300; i++) {
            double sent = i * 1000;
            double there = link(random);
            double back = link(random);
            clock.tell(sent, 1e12 + sent * 1.0001 + there, sent + there + back);
            if (i > 60) {
                worst = Math.max(worst, Math.abs(clock.server(sent) - (1e12 + sent * 1.0001)));
                assertThat(clock.page(clock.server(sent + 17))).isCloseTo(sent + 17, offset(0.01));
            }
        }
        assertThat(worst).isLessThan(5);
        for (int i = 300; i < 330; i++) {
            clock.tell(i * 1000, 2e12 + i * 1000 + 100, i * 1000 + 200);
        }
        assertThat(clock.server(330_000)).isCloseTo(2e12 + 330_000, offset(20.0));
    }

    @Test
    @DisplayName("is not misled by a way that is jammed for seconds")
    void jam() {
        Random random = new Random(4);
        ServerClock clock = new ServerClock();
        for (int i = 0; i < 120; i++) {
            double there = link(random);
            double back = link(random) + (i > 90 && i < 100 ? 800 : 0);
            clock.tell(i * 1000, i * 1000 + there, i * 1000 + there + back);
            if (i > 60) {
                assertThat(clock.server(i * 1000)).isCloseTo(i * 1000, offset(8.0));
            }
        }
    }
}
