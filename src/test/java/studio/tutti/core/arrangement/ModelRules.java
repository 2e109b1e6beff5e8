package studio.tutti.core.arrangement;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the model, written a second time and checked from scratch: knows nothing of how an {@link Arrangement}
 * keeps itself, only what it answers.
 */
public final class ModelRules {

    private static final Kind[] KIND_VALUES = Kind.values();
    private static final int KINDS = KIND_VALUES.length;

    private static final Map<Kind, Set<Kind>> PLACES = new EnumMap<>(Map.ofEntries(
            entry(Kind.SONG, EnumSet.noneOf(Kind.class)),
            entry(Kind.TRACK, EnumSet.of(Kind.SONG)),
            entry(Kind.CONTENT, EnumSet.of(Kind.SONG)),
            entry(Kind.CLIP, EnumSet.of(Kind.TRACK, Kind.PART)),
            entry(Kind.NOTE, EnumSet.of(Kind.CONTENT)),
            entry(Kind.CONTROL, EnumSet.of(Kind.CONTENT)),
            entry(Kind.TEMPO, EnumSet.of(Kind.SONG)),
            entry(Kind.METRE, EnumSet.of(Kind.SONG)),
            entry(Kind.KEY, EnumSet.of(Kind.SONG)),
            entry(Kind.CHORD, EnumSet.of(Kind.SONG, Kind.PART)),
            entry(Kind.SECTION, EnumSet.of(Kind.SONG)),
            entry(Kind.MARKER, EnumSet.of(Kind.SONG)),
            entry(Kind.LYRIC, EnumSet.of(Kind.SONG)),
            entry(Kind.DEVICE, EnumSet.of(Kind.TRACK, Kind.SONG)),
            entry(Kind.SETTING, EnumSet.of(Kind.DEVICE, Kind.PAD)),
            entry(Kind.PAD, EnumSet.of(Kind.DEVICE)),
            entry(Kind.LANE, EnumSet.of(Kind.TRACK, Kind.DEVICE, Kind.SONG, Kind.SEND)),
            entry(Kind.POINT, EnumSet.of(Kind.LANE)),
            entry(Kind.LOCK, EnumSet.of(Kind.TRACK, Kind.SONG, Kind.NOTE)),
            entry(Kind.ALTERNATIVE, EnumSet.of(Kind.SECTION)),
            entry(Kind.PART, EnumSet.of(Kind.ALTERNATIVE, Kind.SECTION)),
            entry(Kind.COMMENT, EnumSet.of(Kind.SONG, Kind.TRACK, Kind.CLIP, Kind.SECTION)),
            entry(Kind.ROW, EnumSet.of(Kind.CONTENT)),
            entry(Kind.SEND, EnumSet.of(Kind.TRACK)),
            entry(Kind.MASTER, EnumSet.of(Kind.SONG))));

    private static final Map<Property, Kind> TARGETS =
            new EnumMap<>(Map.of(
                    Property.CONTENT, Kind.CONTENT,
                    Property.FOLDER, Kind.TRACK,
                    Property.NOTE, Kind.NOTE,
                    Property.FAMILY, Kind.CONTENT,
                    Property.THREAD, Kind.COMMENT,
                    Property.SOURCE, Kind.TRACK,
                    Property.CHOSEN, Kind.ALTERNATIVE,
                    Property.TRACK, Kind.TRACK,
                    Property.DESTINATION, Kind.TRACK));

    private final Arrangement song;

    private ModelRules(Arrangement song) {
        this.song = song;
    }

    /** Fails with a sentence if a rule does not hold. */
    public static void check(Arrangement song) {
        new ModelRules(song).check();
    }

    private void check() {
        int[] counts = new int[KINDS];
        int[] children = new int[song.handles() * KINDS];
        int known = 0;
        long sum = 0;
        for (int handle = 0; handle < song.handles(); handle++) {
            Element element = song.at(handle);
            demand(element.handle() == handle, element, "has a handle that leads elsewhere");
            if (song.find(element.id()) != element) {
                demand(!element.exists(), element, "exists though it was taken back");
                continue;
            }
            known++;
            checkPlace(element);
            checkValues(element);
            if (element.kind() == Kind.TRACK) {
                checkFolders(element);
            }
            if (element.exists()) {
                counts[element.kind().ordinal()]++;
                if (element.parent() != null) {
                    children[element.parent().handle() * KINDS + element.kind().ordinal()]++;
                }
            }
            sum += sum(element);
        }
        demand(known == song.everKnown(), song.root(), "miscounts its elements");
        demand(sum == song.checksum(), song.root(), "has a checksum that is not the sum of the registers");
        for (Kind kind : KIND_VALUES) {
            demand(counts[kind.ordinal()] == song.count(kind), song.root(), "miscounts a kind");
            demand(song.count(kind) <= kind.most(), song.root(), "has too many of a kind");
        }
        checkChildren(children);
    }

    private void checkChildren(int[] expected) {
        boolean[] seen = new boolean[song.handles()];
        for (int handle = 0; handle < song.handles(); handle++) {
            Element parent = song.at(handle);
            for (Kind kind : KIND_VALUES) {
                List<Element> found = parent.children(kind);
                demand(found.size() == expected[handle * KINDS + kind.ordinal()], parent, "miscounts its children");
                if (found.isEmpty()) {
                    continue;
                }
                for (Element child : found) {
                    demand(child.parent() == parent && child.kind() == kind && child.exists(), parent, "lists a wrong child");
                    demand(!seen[child.handle()], child, "is listed twice");
                    seen[child.handle()] = true;
                }
            }
        }
    }

    private void checkPlace(Element element) {
        if (element == song.root()) {
            demand(element.parent() == null && element.exists(), element, "lies in something or is gone");
            return;
        }
        Element parent = song.find(element.reference(Property.PARENT));
        demand(parent != null, element, "lies in what never was");
        demand(parent == element.parent(), element, "lies elsewhere than it says");
        demand(PLACES.get(element.kind()).contains(parent.kind()), element, "lies where its kind may not");
        boolean alive = true;
        for (Element each = element; each != null; each = each.parent()) {
            alive &= each.exists();
        }
        demand(alive == element.isAlive(), element, "is wrong about being alive");
        demand(alive == (song.alive(element.id()) != null), element, "is alive for some and not for others");
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
            demand(fits, element, "has a value that its property may not hold");
            if (value instanceof Id id && !id.isNone() && TARGETS.get(property) instanceof Kind target) {
                Element referred = song.find(id);
                demand(referred != null && referred.kind() == target, element, "refers to what it may not");
            }
        }
    }

    private void checkFolders(Element track) {
        if (track.reference(Property.FOLDER).isNone()) {
            return;
        }
        Set<Id> path = new HashSet<>();
        Id each = track.id();
        while (!each.isNone()) {
            demand(path.add(each), track, "is a folder that lies in itself");
            each = song.find(each).reference(Property.FOLDER);
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
            long hash = 0xCBF29CE484222325L;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            }
            return hash;
        }
        return value instanceof Double number ? Double.doubleToRawLongBits(number == 0 ? 0 : number) : (Long) value;
    }

    private static long scramble(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static void demand(boolean holds, Element element, String otherwise) {
        if (!holds) {
            throw new AssertionError("The rules of the model are broken: the " + element.kind().word() + " " + element.id()
                    + " " + otherwise + ".");
        }
    }
}
