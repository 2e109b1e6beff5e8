package studio.tutti.core.arrangement;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the model, written a second time and checked from scratch: knows nothing of how an {@link Arrangement}
 * keeps itself, only what it answers.
 */
public final class ModelRules {

    private static final Map<Kind, Set<Kind>> PLACES = Map.ofEntries(
            entry(Kind.SONG, EnumSet.noneOf(Kind.class)),
            entry(Kind.TRACK, EnumSet.of(Kind.SONG)),
            entry(Kind.CONTENT, EnumSet.of(Kind.SONG)),
            entry(Kind.CLIP, EnumSet.of(Kind.TRACK)),
            entry(Kind.NOTE, EnumSet.of(Kind.CONTENT)),
            entry(Kind.CONTROL, EnumSet.of(Kind.CONTENT)),
            entry(Kind.TEMPO, EnumSet.of(Kind.SONG)),
            entry(Kind.METRE, EnumSet.of(Kind.SONG)),
            entry(Kind.KEY, EnumSet.of(Kind.SONG)),
            entry(Kind.CHORD, EnumSet.of(Kind.SONG)),
            entry(Kind.SECTION, EnumSet.of(Kind.SONG)),
            entry(Kind.MARKER, EnumSet.of(Kind.SONG)),
            entry(Kind.LYRIC, EnumSet.of(Kind.SONG)),
            entry(Kind.DEVICE, EnumSet.of(Kind.TRACK, Kind.SONG)),
            entry(Kind.SETTING, EnumSet.of(Kind.DEVICE)),
            entry(Kind.LANE, EnumSet.of(Kind.TRACK, Kind.DEVICE, Kind.SONG)),
            entry(Kind.POINT, EnumSet.of(Kind.LANE)),
            entry(Kind.LOCK, EnumSet.of(Kind.TRACK, Kind.SONG)),
            entry(Kind.ALTERNATIVE, EnumSet.of(Kind.SECTION)));

    private static final Map<Property, Kind> TARGETS =
            Map.of(Property.CONTENT, Kind.CONTENT, Property.FOLDER, Kind.TRACK, Property.NOTE, Kind.NOTE);

    private final Arrangement song;

    private ModelRules(Arrangement song) {
        this.song = song;
    }

    /** Fails with a sentence if a rule does not hold. */
    public static void check(Arrangement song) {
        new ModelRules(song).check();
    }

    private void check() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        Map<Element, Map<Kind, Set<Element>>> children = new IdentityHashMap<>();
        Set<Id> ids = new HashSet<>();
        long sum = 0;
        for (int handle = 0; handle < song.handles(); handle++) {
            Element element = song.at(handle);
            demand(element.handle() == handle, "a handle leads elsewhere");
            if (song.find(element.id()) != element) {
                demand(!element.exists(), "what was taken back exists");
                continue;
            }
            demand(ids.add(element.id()), "an id is there twice");
            checkPlace(element);
            checkValues(element);
            if (element.kind() == Kind.TRACK) {
                checkFolders(element);
            }
            if (element.exists()) {
                counts.merge(element.kind(), 1, Integer::sum);
                if (element.parent() != null) {
                    children.computeIfAbsent(element.parent(), each -> new EnumMap<>(Kind.class))
                            .computeIfAbsent(element.kind(), each -> Collections.newSetFromMap(new IdentityHashMap<>()))
                            .add(element);
                }
            }
            sum += sum(element);
        }
        demand(ids.size() == song.everKnown(), "the elements are miscounted");
        demand(sum == song.checksum(), "the checksum is not the sum of the registers");
        for (Kind kind : Kind.values()) {
            demand(counts.getOrDefault(kind, 0) == song.count(kind), "miscounted: " + kind);
            demand(song.count(kind) <= kind.most(), "too many: " + kind);
        }
        for (int handle = 0; handle < song.handles(); handle++) {
            checkChildren(song.at(handle), children.getOrDefault(song.at(handle), Map.of()));
        }
    }

    private void checkPlace(Element element) {
        if (element == song.root()) {
            demand(element.parent() == null && element.exists(), "the song lies in something or is gone");
            return;
        }
        Element parent = song.find(element.reference(Property.PARENT));
        demand(parent != null, "an element lies in what never was");
        demand(parent == element.parent(), "an element lies elsewhere than it says");
        demand(PLACES.get(element.kind()).contains(parent.kind()), element.kind() + " lies in " + parent.kind());
        boolean alive = true;
        for (Element each = element; each != null; each = each.parent()) {
            alive &= each.exists();
        }
        demand(alive == element.isAlive(), "an element is wrong about being alive");
        demand(alive == (song.alive(element.id()) != null), "the song is wrong about what is alive");
    }

    private void checkValues(Element element) {
        for (int slot = 0; slot < element.kind().size(); slot++) {
            Property property = element.kind().property(slot);
            Object value = element.get(property);
            boolean fits = switch (property.type()) {
                case ValueType.Whole whole -> value instanceof Long number && number >= whole.least() && number <= whole.most();
                case ValueType.Real real -> value instanceof Double number && number >= real.least() && number <= real.most();
                case ValueType.Text text -> value instanceof String string && string.length() <= text.longest();
                case ValueType.Reference reference -> value instanceof Id id
                        && (!id.isNone() || reference.optional() || element == song.root());
            };
            demand(fits, "a " + element.kind() + " has " + property + " " + value);
            Kind target = TARGETS.get(property);
            if (target != null && !((Id) value).isNone()) {
                Element referred = song.find((Id) value);
                demand(referred != null && referred.kind() == target, property + " leads nowhere");
            }
        }
    }

    private void checkFolders(Element track) {
        Set<Id> path = new HashSet<>();
        Id each = track.id();
        while (!each.isNone()) {
            demand(path.add(each), "a folder lies in itself");
            each = song.find(each).reference(Property.FOLDER);
        }
    }

    private void checkChildren(Element parent, Map<Kind, Set<Element>> expected) {
        for (Kind kind : Kind.values()) {
            List<Element> found = parent.children(kind);
            Set<Element> wanted = expected.getOrDefault(kind, Set.of());
            demand(found.size() == wanted.size(), "children are miscounted: " + kind);
            Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Element each : found) {
                demand(wanted.contains(each) && seen.add(each), "a child is listed wrongly: " + kind);
            }
        }
    }

    private static long sum(Element element) {
        long sum = 0;
        for (int slot = 0; slot < element.kind().size(); slot++) {
            Property property = element.kind().property(slot);
            Object value = element.get(property);
            Id writer = element.writer(property);
            if (writer.equals(Id.NONE) && value.equals(property.type().initial())) {
                continue;
            }
            long hash = scramble(scramble(element.id().high() + 0x9E3779B97F4A7C15L) + element.id().low()) + element.kind().code();
            hash = scramble((hash + property.code() * 0x9E3779B97F4A7C15L) ^ word(value));
            sum += scramble((hash + writer.high()) ^ (writer.low() * 0x9E3779B97F4A7C15L));
        }
        return sum;
    }

    private static long word(Object value) {
        if (value instanceof Id id) {
            return scramble(id.high()) + id.low();
        }
        if (value instanceof String text) {
            return text.chars().asLongStream().reduce(0xCBF29CE484222325L, (hash, unit) -> (hash ^ unit) * 0x100000001B3L);
        }
        return value instanceof Double number ? Double.doubleToRawLongBits(number == 0 ? 0 : number) : (Long) value;
    }

    private static long scramble(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("The rules of the model are broken: " + otherwise + ".");
        }
    }
}
