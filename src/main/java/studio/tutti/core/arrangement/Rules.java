package studio.tutti.core.arrangement;

import java.util.Locale;
import java.util.Map;

/**
 * What an operation must fulfil. Each method returns if all is well and else refuses the edit with a sentence for its
 * author.
 */
final class Rules {

    /** How far up one looks for a circle of folders: nobody nests them so deep, and looking must stay cheap. */
    private static final int DEEPEST = 32;

    private final Arrangement arrangement;

    Rules(Arrangement arrangement) {
        this.arrangement = arrangement;
    }

    /** Something that the song has or had. */
    Element known(Id id) {
        Element element = arrangement.find(id);
        if (element == null) {
            throw new EditRefused("This refers to something that the song has never had.");
        }
        return element;
    }

    /** A new element may be made with these values. */
    void mayAdd(Operation.Add add) {
        Kind kind = add.kind();
        Map<Property, Object> values = add.values();
        if (kind == Kind.SONG || add.element().isNone() || arrangement.find(add.element()) != null) {
            throw new EditRefused("A new " + kind.word() + " has an id that is taken.");
        }
        if (arrangement.everKnown() >= Arrangement.MOST_ELEMENTS) {
            throw new EditRefused("The song has grown too long: go on in a copy of it.");
        }
        hasRoom(kind);
        int given = 0;
        for (int slot = 0; slot < kind.size(); slot++) {
            Property property = kind.property(slot);
            Object value = values.get(property);
            if (value != null) {
                given++;
                mayWrite(property);
                fits(kind, property, value);
                mayPoint(kind, add.element(), property, value);
            } else if (property.type() instanceof ValueType.Reference reference && !reference.optional()) {
                throw new EditRefused("A new " + kind.word() + " must say its " + word(property) + ".");
            }
        }
        if (given != values.size()) {
            throw new EditRefused("A new " + kind.word() + " has a property that is unknown to its kind.");
        }
    }

    /** The song may get one more of a kind. */
    void hasRoom(Kind kind) {
        if (arrangement.count(kind) >= kind.most()) {
            throw new EditRefused("The song is full: it can have at most " + kind.most() + " of the kind " + kind.word() + ".");
        }
    }

    /** A property may be written outright. */
    void mayWrite(Property property) {
        if (property == Property.ALIVE) {
            throw new EditRefused("Whether something exists is not written like other properties.");
        }
    }

    /** A property belongs to a kind and may hold a value; what the value refers to is known and of the right kind. */
    void fits(Kind kind, Property property, Object value) {
        if (kind.slot(property) < 0) {
            throw new EditRefused(capital(kind.oneWord()) + " has no " + word(property) + ".");
        }
        String fault = property.type().fault(value);
        if (fault != null) {
            throw new EditRefused("The " + word(property) + " of " + kind.oneWord() + " " + fault + ".");
        }
        if (property == Property.PARENT) {
            Kind parent = known((Id) value).kind();
            if (!kind.mayLieIn(parent)) {
                throw new EditRefused(capital(kind.oneWord()) + " can't lie in " + parent.oneWord() + ".");
            }
        } else if (property.type() instanceof ValueType.Reference reference
                && reference.target() != null
                && value instanceof Id id
                && !id.isNone()
                && !known(id).kind().word().equals(reference.target())) {
            throw new EditRefused("The " + word(property) + " of " + kind.oneWord() + " must be a " + reference.target() + ".");
        }
    }

    /** A folder may not lie in itself, however deep; removed ones count, for they may come back. */
    void mayPoint(Kind kind, Id owner, Property property, Object value) {
        if (property != Property.FOLDER || kind != Kind.TRACK) {
            return;
        }
        Id outer = (Id) value;
        for (int depth = 0; !outer.isNone(); depth++) {
            if (outer.equals(owner)) {
                throw new EditRefused("A folder can't lie in itself.");
            }
            if (depth >= DEEPEST) {
                throw new EditRefused("Folders can't lie in one another so deep.");
            }
            outer = known(outer).reference(Property.FOLDER);
        }
    }

    private static String word(Property property) {
        return property.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
