package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.mixer.Target;
import studio.tutti.core.mixer.Targets;

/** Random gestures at automation. */
final class RandomAutomation {

    private RandomAutomation() {}

    static Gesture any(Desk desk, Element track, Random random) {
        List<Target> targets = Targets.of(random.nextInt(4) == 0 ? desk.arrangement.root() : track);
        Target target = targets.get(random.nextInt(targets.size()));
        Element owner = target.owner();
        String name = target.name();
        double level = target.parameter().at(random.nextDouble());
        List<Element> points = new ArrayList<>();
        for (Element point : desk.all(Kind.POINT)) {
            if (random.nextInt(3) == 0) {
                points.add(point);
            }
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> desk.automation.put(owner, name, random.nextInt(8000) - 100, level, random.nextBoolean());
            case 2 -> desk.automation.draw(owner, name, stroke(target, random));
            case 3 -> desk.automation.record(List.of(new AutomationGestures.Pass(owner, name, stroke(target, random))));
            case 4 -> desk.automation.move(points, random.nextInt(4000) - 2000, levels(points, random));
            case 5 -> desk.automation.curve(points, random.nextBoolean());
            case 6 -> desk.automation.remove(points.subList(0, Math.min(3, points.size())));
            case 7 -> desk.automation.clear(owner, name, random.nextInt(4000), random.nextInt(8000));
            default -> random.nextInt(4) == 0 ? desk.automation.clear(owner, name)
                    : desk.automation.mute(owner, name, random.nextBoolean());
        };
    }

    private static double[] levels(List<Element> points, Random random) {
        double[] levels = new double[points.size()];
        Arrays.setAll(levels, i -> random.nextGaussian() * 1000);
        return levels;
    }

    private static AutomationStroke stroke(Target target, Random random) {
        long[] ticks = random.longs(1 + random.nextInt(30), 0, 8000).sorted().toArray();
        double[] levels = new double[ticks.length];
        Arrays.setAll(levels, i -> target.parameter().at(random.nextDouble()));
        return new AutomationStroke(ticks, levels);
    }
}
