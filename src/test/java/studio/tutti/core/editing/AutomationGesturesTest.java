package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.mixer.LaneCurve;
import studio.tutti.core.mixer.Target;
import studio.tutti.core.mixer.Targets;

@DisplayName("Automation by hand")
class AutomationGesturesTest {

    private final Desk desk = new Desk();
    private final Element track = desk.track(TrackType.INSTRUMENT);

    private LaneCurve volume() {
        return new LaneCurve(Targets.lane(track, "volume"));
    }

    private List<Double> levels(long... ticks) {
        return java.util.Arrays.stream(ticks).mapToObj(volume()::level).toList();
    }

    private Element put(long tick, double level) {
        return desk.does(desk.automation.put(track, "volume", tick, level, false)).getFirst();
    }

    @Test
    @DisplayName("a first point makes the lane, a point where one is changes it, and lines lead from point to point")
    void puts() {
        put(960, -1200);
        Element second = put(1920, -600);
        assertThat(put(1920, 0)).isSameAs(second);
        assertThat(track.children(Kind.LANE)).hasSize(1);
        assertThat(levels(0, 960, 1440, 1920, 9999)).containsExactly(-1200.0, -1200.0, -600.0, 0.0, 0.0);
        desk.does(desk.automation.curve(List.of(volume().points().getFirst()), true));
        assertThat(levels(1440, 1919, 1920)).containsExactly(-1200.0, -1200.0, 0.0);
    }

    @Test
    @DisplayName("levels are held in the parameter's range, and what has no values in between goes in steps")
    void holds() {
        put(0, 1e6);
        assertThat(levels(0)).containsExactly(1200.0);
        Element device = desk.does(desk.devices.add(track, "equaliser", null, Map.of())).getFirst();
        Target stepped = Targets.own(device).stream().filter(each -> each.parameter().most() == 1).findFirst().orElseThrow();
        Element point = desk.does(desk.automation.put(device, stepped.name(), 0, 0.7, false)).getFirst();
        assertThat(point.get(Property.LEVEL)).isEqualTo(1.0);
        assertThat(LaneCurve.isStep(point)).isTrue();
    }

    @Test
    @DisplayName("what is drawn replaces what was there, and the course beside it stays")
    void draws() {
        put(0, -2000);
        put(4000, 0);
        desk.does(desk.automation.draw(track, "volume", new AutomationStroke(new long[] {1000, 1500, 2000}, new double[] {0, -50, -100})));
        assertThat(volume().level(500)).isCloseTo(-1750, within(1.0));
        assertThat(volume().level(999)).isCloseTo(-1500.5, within(1.0));
        assertThat(levels(1000, 1500, 2000)).containsExactly(0.0, -50.0, -100.0);
        assertThat(volume().level(2001)).isCloseTo(-999.5, within(1.0));
        assertThat(volume().level(3000)).isCloseTo(-500, within(1.0));
        assertThat(volume().at(1500)).as("a point on the line is not needed").isNull();
    }

    @Test
    @DisplayName("what was recorded keeps within 0.15 dB with a fraction of the points, in one edit, and the knob's place comes after")
    void records() {
        desk.does(desk.tracks.change(track, Map.of(Property.VOLUME, -600L)));
        int count = 2000;
        long[] ticks = new long[count];
        double[] levels = new double[count];
        for (int i = 0; i < count; i++) {
            ticks[i] = 1000 + 5L * i;
            levels[i] = -1500 + 1000 * Math.sin(i / 200.0);
        }
        Gesture gesture = desk.automation.record(List.of(new AutomationGestures.Pass(track, "volume", new AutomationStroke(ticks, levels)),
                new AutomationGestures.Pass(track, "pan", new AutomationStroke(new long[] {0, 100}, new double[] {0, 900}))));
        desk.does(gesture);
        assertThat(volume().points()).hasSizeBetween(10, 100);
        for (int i = 0; i < count; i++) {
            assertThat(volume().level(ticks[i])).isCloseTo(levels[i], within(15.001));
        }
        assertThat(levels(0, 999, 1001 + 5 * count, 90_000)).containsOnly(-600.0);
        assertThat(new LaneCurve(Targets.lane(track, "pan")).level(50)).isEqualTo(450.0);
        assertThat(new LaneCurve(Targets.lane(track, "pan")).level(101)).isEqualTo(0.0);
    }

    @Test
    @DisplayName("points move together, none before the start, and a point in the way gives way")
    void moves() {
        Element one = put(480, -100);
        Element two = put(960, -200);
        Element third = put(1440, -300);
        desk.does(desk.automation.move(List.of(one, two), 480, new double[] {-150, 5000}));
        assertThat(List.of(one.start(), two.start())).containsExactly(960L, 1440L);
        assertThat(levels(960, 1440)).containsExactly(-150.0, 1200.0);
        assertThat(third.isAlive()).isFalse();
        desk.does(desk.automation.move(List.of(one, two), -9999, new double[] {0, 0}));
        assertThat(List.of(one.start(), two.start())).containsExactly(0L, 480L);
    }

    @Test
    @DisplayName("a stretch is cleared, a lane is switched off and on, and removed")
    void clears() {
        put(0, -100);
        put(960, -200);
        put(1920, -300);
        desk.does(desk.automation.clear(track, "volume", 960, 1920));
        assertThat(volume().points()).hasSize(2);
        desk.does(desk.automation.mute(track, "volume", true));
        assertThat(Targets.lane(track, "volume").flag(Property.MUTED)).isTrue();
        desk.does(desk.automation.clear(track, "volume"));
        assertThat(Targets.lane(track, "volume")).isNull();
    }

    @Test
    @DisplayName("what can be moved: volume, pan, sends and every parameter but those that change a latency")
    void targets() {
        Element bus = desk.track(TrackType.BUS);
        Element send = desk.does(desk.sends.add(track, bus, -600)).getFirst();
        Element device = desk.does(desk.devices.add(track, "compressor", null, Map.of())).getFirst();
        desk.does(desk.automation.put(send, "volume", 0, -300, false));
        desk.does(desk.automation.put(device, "threshold", 0, -30, false));
        desk.does(desk.automation.put(desk.arrangement.root(), "volume", 0, -300, false));
        assertThat(Targets.of(track).stream().map(Target::name)).startsWith("volume", "pan", "volume", "threshold")
                .doesNotContain("look-ahead");
        assertThat(Targets.of(device, "ratio")).isNotNull();
        assertThatThrownBy(() -> desk.automation.put(device, "look-ahead", 0, 1, false)).isInstanceOf(EditRefused.class);
        assertThatThrownBy(() -> desk.automation.put(desk.arrangement.root(), "pan", 0, 1, false)).isInstanceOf(EditRefused.class);
    }

    @Test
    @DisplayName("automation goes with its bars, of sends too, and stays behind a device that moves")
    void bars() {
        Element bus = desk.track(TrackType.BUS);
        Element send = desk.does(desk.sends.add(track, bus, -600)).getFirst();
        desk.does(desk.automation.put(send, "volume", 3840, -300, false));
        put(3840, -300);
        desk.does(desk.bars.insert(1920, 1));
        assertThat(volume().points().getFirst().start()).isEqualTo(3840 + 4 * 960);
        assertThat(new LaneCurve(Targets.lane(send, "volume")).points().getFirst().start()).isEqualTo(3840 + 4 * 960);
        Element device = desk.does(desk.devices.add(track, "compressor", null, Map.of())).getFirst();
        desk.does(desk.automation.put(device, "threshold", 0, -30, false));
        desk.does(desk.devices.move(device, bus, null));
        assertThat(Targets.lane(device, "threshold")).isNotNull();
    }
}
