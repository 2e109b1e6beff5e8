package studio.tutti.assistant.flowmachines.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;

/** All models of a palette, each made when it is first wanted. */
public final class Style {

    /** A mode with fewer songs is learned from both. */
    private static final int ENOUGH = 8;
    /** Milliseconds. */
    private static final int PATIENCE = 20;

    private final List<Reading> readings;
    private final int order;
    private final boolean views;
    private final Map<String, Object> made = new LinkedHashMap<>();
    private final ReentrantLock learning = new ReentrantLock();

    /**
     * @param order the longest context
     * @param views whether chords and melodies are also seen from where they were
     */
    public Style(List<LeadSheet> sheets, int order, boolean views) {
        this.views = views;
        readings = sheets.stream().map(Reading::of).toList();
        this.order = order;
    }

    public List<Reading> readings() {
        return readings;
    }

    private List<Reading> ofMode(boolean minor, Function<Reading, List<?>> line) {
        List<Reading> mode = readings.stream().filter(each -> each.minor() == minor && !line.apply(each).isEmpty()).toList();
        return mode.size() >= ENOUGH ? mode : readings;
    }

    public LabelStyle chords(boolean minor) {
        return once("chords" + minor, () -> LabelStyle.learn(ofMode(minor, Reading::labels), order, views));
    }

    public LineStyle melody(boolean minor) {
        return once("melody" + minor, () -> LineStyle.melody(ofMode(minor, Reading::melody), order, 0.5, views));
    }

    public LineStyle bass() {
        return once("bass", () -> LineStyle.bass(readings, order, 0.9));
    }

    public RhythmStyle chordRhythm(Metre metre) {
        return once("chords" + metre, () -> rhythm(metre, Reading::harmony));
    }

    public RhythmStyle melodyRhythm(Metre metre) {
        return once("melody" + metre, () -> rhythm(metre, Reading::melody));
    }

    public RhythmStyle bassRhythm(Metre metre) {
        return once("bass" + metre, () -> rhythm(metre, Reading::bass));
    }

    /** How the chords of bars come back. */
    public MotifStyle chordMotifs(Metre metre) {
        return once("chord motifs" + metre, () -> motifs(metre, Reading::labels, null));
    }

    /** How the melodies of bars come back. */
    public MotifStyle melodyMotifs(Metre metre) {
        return once("melody motifs" + metre, () -> motifs(metre, Reading::melody, MotifReading::melody));
    }

    /** How the basses of bars come back. */
    public MotifStyle bassMotifs(Metre metre) {
        return once("bass motifs" + metre, () -> motifs(metre, Reading::bass, MotifReading::bass));
    }

    private MotifStyle motifs(Metre metre, Function<Reading, List<?>> line, @Nullable Function<Reading, Motifs> read) {
        return MotifReading.learn(readings.stream().filter(each -> each.metre().equals(metre) && !line.apply(each).isEmpty()).toList(), read);
    }

    private RhythmStyle rhythm(Metre metre, Function<Reading, List<Span>> line) {
        List<List<Span>> lines = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.metre().equals(metre) && !line.apply(reading).isEmpty()) {
                lines.add(line.apply(reading));
            }
        }
        return RhythmStyle.learn(metre, lines, order > 1 ? order + 2 : order, views);
    }

    /** How many of its models were made so far. */
    public int learned() {
        learning.lock();
        try {
            return made.size();
        } finally {
            learning.unlock();
        }
    }

    /** Whoever waits while another one learns asks meanwhile whether to go; what was called off is learned by the next who wants it. */
    @SuppressWarnings("unchecked")
    private <T> T once(String name, java.util.function.Supplier<T> making) {
        try {
            while (!learning.tryLock(PATIENCE, TimeUnit.MILLISECONDS)) {
                Cancellation.checkLearning();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The work was called off.");
        }
        try {
            Object known = made.get(name);
            if (known == null) {
                known = making.get();
                made.put(name, known);
            }
            return (T) known;
        } finally {
            learning.unlock();
        }
    }
}
