package studio.tutti.core.arrangement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a song: a set of properties, each with its value and the edit that wrote it last.
 *
 * <p>Elements are read by everyone and changed by {@link Arrangement} only. A removed element stays as a tombstone, so
 * that undo can bring it back and late edits on it can be told from mistakes.
 */
public final class Element {

    static final int PARENT_SLOT = 1;

    private static final int KINDS = 32;

    private final Id id;
    private final Kind kind;
    private final int handle;
    private final Object[] values;
    /**
     * While {@link #writers} is null, this is who wrote its existence and every property that is not at its initial value,
     * and nobody has written the others: the usual case, and a fraction of the memory.
     */
    private Id maker;
    private Id @Nullable [] writers;
    private boolean known = true;
    private boolean newborn = true;

    @Nullable Element parent;
    private List<Element> @Nullable [] children;
    private int place = -1;

    Element(Id id, Kind kind, int handle, Id maker) {
        this.id = id;
        this.kind = kind;
        this.handle = handle;
        this.maker = maker;
        values = new Object[kind.size()];
        reset(maker);
    }

    /** Makes it anew, after it was taken back. */
    void revive(Id maker) {
        newborn = false;
        known = true;
        reset(maker);
    }

    private void reset(Id maker) {
        this.maker = maker;
        writers = null;
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = kind.initial(slot);
        }
    }

    public Id id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** A small number for this element, good in this copy of the song only: what the page's drawing refers to. */
    public int handle() {
        return handle;
    }

    /** The value of a property: a Long, Double, String or {@link Id}. */
    public Object get(Property property) {
        return values[slot(property)];
    }

    /** The value of a property that holds a whole number. */
    public long number(Property property) {
        return (Long) values[slot(property)];
    }

    /** The value of a property that holds a whole number within the range of an int. */
    public int integer(Property property) {
        return (int) number(property);
    }

    /** Whether a property that holds 0 or 1 holds 1. */
    public boolean flag(Property property) {
        return number(property) != 0;
    }

    /** The value of a property that holds a text. */
    public String text(Property property) {
        return (String) values[slot(property)];
    }

    /** The value of a property that refers to something. */
    public Id reference(Property property) {
        return (Id) values[slot(property)];
    }

    /** The edit that wrote a property last, or {@link Id#NONE} if it holds what it held from the beginning. */
    public Id writer(Property property) {
        return writerAt(slot(property));
    }

    /** Where it begins, in ticks. */
    public long start() {
        return number(Property.START);
    }

    /** How long it lasts, in ticks. */
    public long length() {
        return number(Property.LENGTH);
    }

    /** Where it ends, in ticks; the first tick that is no longer part of it. */
    public long end() {
        return start() + length();
    }

    /** The element it lies in; null for the song itself. */
    public @Nullable Element parent() {
        return parent;
    }

    /** Whether it was not removed itself, though what it lies in may have been. */
    public boolean exists() {
        return known && (Long) values[0] != 0;
    }

    /** Whether it is part of the song now: neither it nor anything it lies in was removed. */
    public boolean isAlive() {
        for (Element element = this; element != null; element = element.parent) {
            if (!element.exists()) {
                return false;
            }
            if (element.parent == null && element.kind != Kind.SONG) {
                return false;
            }
        }
        return true;
    }

    /** The existing elements of a kind that lie in this one, in no particular order; a view, not a copy. */
    public List<Element> children(Kind kind) {
        List<Element> @Nullable [] all = children;
        List<Element> list = all == null ? null : all[kind.code()];
        return list == null ? List.of() : list;
    }

    boolean isKnown() {
        return known;
    }

    /** Takes it back, as if it had never been. */
    void forget() {
        known = false;
    }

    /** Whether it was never taken back. */
    boolean isNewborn() {
        return newborn;
    }

    int slot(Property property) {
        int slot = kind.slot(property);
        if (slot < 0) {
            throw new IllegalArgumentException("A " + kind.word() + " has no " + property + ".");
        }
        return slot;
    }

    Object valueAt(int slot) {
        return values[slot];
    }

    Id writerAt(int slot) {
        Id[] each = writers;
        return each == null ? impliedWriter(slot, values[slot]) : each[slot];
    }

    private Id impliedWriter(int slot, Object value) {
        return slot == 0 || !value.equals(kind.initial(slot)) ? maker : Id.NONE;
    }

    /**
     * Whether all writers follow from the values: one has written its existence and what is not at its initial value, and
     * nobody the rest.
     */
    boolean isAsMade() {
        Id[] each = writers;
        if (each == null) {
            return true;
        }
        for (int slot = 1; slot < each.length; slot++) {
            if (!each[slot].equals(values[slot].equals(kind.initial(slot)) ? Id.NONE : each[0])) {
                return false;
            }
        }
        return true;
    }

    void write(int slot, Object value, Id by) {
        if (writers == null && !by.equals(impliedWriter(slot, value))) {
            Id[] each = new Id[values.length];
            for (int other = 0; other < each.length; other++) {
                each[other] = writerAt(other);
            }
            writers = each;
        }
        values[slot] = value;
        if (writers != null) {
            writers[slot] = by;
        }
    }

    /** Lies in the element that its parent property names; shares that element's id object, which saves memory. */
    void settleIn(@Nullable Element parent) {
        this.parent = parent;
        if (parent != null) {
            values[PARENT_SLOT] = parent.id;
        }
    }

    @SuppressWarnings("unchecked")
    void attach(Element child) {
        List<Element>[] all = children;
        if (all == null) {
            all = (List<Element>[]) new List<?>[KINDS];
            children = all;
        }
        List<Element> list = all[child.kind.code()];
        if (list == null) {
            list = new ArrayList<>();
            all[child.kind.code()] = list;
        }
        child.place = list.size();
        list.add(child);
    }

    void detach(Element child) {
        List<Element>[] all = children;
        if (all == null || child.place < 0) {
            return;
        }
        List<Element> list = all[child.kind.code()];
        Element last = list.removeLast();
        if (last != child) {
            list.set(child.place, last);
            last.place = child.place;
        }
        child.place = -1;
    }

    boolean isAttached() {
        return place >= 0;
    }
}
