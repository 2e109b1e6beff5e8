package studio.tutti.core.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.ValueType;

/**
 * Random edits of every kind: phrases of a clip with its notes, single things, changes, moves, removals, and now and then
 * one that breaks a rule. Equal seeds on equal songs give equal edits, in every build.
 */
public final class RandomEdits {

    private static final Kind[] OFTEN = {Kind.NOTE, Kind.NOTE, Kind.NOTE, Kind.CLIP, Kind.TRACK, Kind.CONTENT, Kind.CONTROL};

    private final Dice dice;
    private final IdSequence ids;
    private final RandomPick pick;
    private final RandomValues values;

    /**
     * @param dice where chance comes from
     * @param ids where the names of new things come from
     */
    public RandomEdits(Dice dice, IdSequence ids) {
        this.dice = dice;
        this.ids = ids;
        pick = new RandomPick(dice);
        values = new RandomValues(dice, pick);
    }

    /** The operations of a next edit on a song, one or more; about one edit in thirty breaks a rule. */
    public List<Operation> next(Arrangement song) {
        pick.begin();
        List<Operation> operations = new ArrayList<>();
        if (dice.chance(12)) {
            phrase(song, operations);
        }
        int steps = dice.chance(60) ? 1 : 1 + dice.below(5);
        for (int step = 0; step < steps; step++) {
            step(song, operations);
        }
        if (operations.isEmpty()) {
            add(Kind.TRACK, song, operations);
        }
        if (dice.chance(3)) {
            operations.add(dice.below(operations.size() + 1), broken(song));
        }
        return operations;
    }

    private void step(Arrangement song, List<Operation> operations) {
        int chance = dice.below(100);
        if (chance < 42) {
            add(dice.chance(70) ? OFTEN[dice.below(OFTEN.length)] : RandomPick.KINDS[1 + dice.below(RandomPick.KINDS.length - 1)],
                    song, operations);
        } else if (chance < 75) {
            change(song, operations);
        } else if (chance < 87) {
            move(song, operations);
        } else {
            Element gone = pick.any(song);
            // A track takes a lot with it, so they go less often.
            if (gone != song.root() && (gone.kind() != Kind.TRACK && gone.kind() != Kind.CONTENT || dice.chance(30))) {
                operations.add(new Operation.Remove(gone.id()));
            }
        }
    }

    /** A clip with a content of its own and some notes. */
    private void phrase(Arrangement song, List<Operation> operations) {
        Id content = add(Kind.CONTENT, song, operations);
        add(Kind.CLIP, song, operations);
        for (int notes = dice.below(12); notes > 0 && !content.isNone(); notes--) {
            add(Kind.NOTE, song, operations);
        }
    }

    private Id add(Kind kind, Arrangement song, List<Operation> operations) {
        Map<Property, Object> given = new EnumMap<>(Property.class);
        for (int slot = 1; slot < kind.size(); slot++) {
            Property property = kind.property(slot);
            boolean required = property.type() instanceof ValueType.Reference reference && !reference.optional();
            if (property == Property.PARENT) {
                given.put(property, pick.parent(kind, song));
            } else if (required || dice.chance(50)) {
                given.put(property, values.of(property, song));
            }
            if (required && Id.NONE.equals(given.get(property))) {
                return Id.NONE;
            }
        }
        Id id = ids.next();
        operations.add(new Operation.Add(id, kind, given));
        pick.added(id, kind);
        return id;
    }

    private void change(Arrangement song, List<Operation> operations) {
        Element element = pick.any(song);
        Property property = element.kind().property(2 + dice.below(element.kind().size() - 2));
        Object value = values.of(property, song);
        if (property.type().fault(value) == null) {
            operations.add(new Operation.Set(element.id(), property, value));
        }
    }

    private void move(Arrangement song, List<Operation> operations) {
        Element element = pick.any(song);
        Id parent = element == song.root() ? Id.NONE : pick.parent(element.kind(), song);
        if (!parent.isNone()) {
            operations.add(new Operation.Set(element.id(), Property.PARENT, parent));
        }
    }

    private Operation broken(Arrangement song) {
        Element element = pick.any(song);
        Id never = new Id(dice.bits(), dice.bits());
        return switch (dice.below(8)) {
            case 0 -> new Operation.Remove(never);
            case 1 -> new Operation.Set(never, Property.START, 0L);
            case 2 -> new Operation.Set(element.id(), Property.ALIVE, 0L);
            case 3 -> new Operation.Remove(Arrangement.ROOT);
            case 4 -> new Operation.Add(element.id(), Kind.MARKER, Map.of(Property.PARENT, Arrangement.ROOT));
            case 5 -> new Operation.Add(never, Kind.NOTE, Map.of(Property.PARENT, Arrangement.ROOT));
            case 6 -> new Operation.Set(Arrangement.ROOT, Property.TEMPO, 1L);
            default -> new Operation.Set(Arrangement.ROOT, Property.PITCH, 60L);
        };
    }
}
