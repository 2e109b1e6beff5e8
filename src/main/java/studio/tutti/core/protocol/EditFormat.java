package studio.tutti.core.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.ValueType;

/** The binary form of edits, in messages and in the stored log. Version {@value #VERSION}. */
public final class EditFormat {

    /** The version that is written; all versions up to it are read. */
    public static final int VERSION = 1;

    private static final int ADD = 1;
    private static final int SET = 2;
    private static final int REMOVE = 3;
    private static final int RESTORE = 4;

    private EditFormat() {}

    /** An edit as bytes. */
    public static byte[] toBytes(Edit edit) {
        ByteWriter out = new ByteWriter();
        out.octet(VERSION);
        out.id(edit.id());
        out.id(edit.author());
        out.count(edit.base());
        out.text(edit.label());
        out.id(edit.undoes());
        write(edit.operations(), out);
        return out.toBytes();
    }

    /**
     * The edit in some bytes.
     *
     * @throws Malformed if they are not an edit of a known version
     */
    public static Edit fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new Malformed("The edit has the format " + version + ", this is " + VERSION + ": reload the page.");
        }
        Id id = in.id();
        Id author = in.id();
        long base = in.count();
        String label = in.text(Edit.LONGEST_LABEL);
        Id undoes = in.id();
        List<Operation> operations = readOperations(in);
        in.end();
        if (id.isNone() || base < 0) {
            throw new Malformed("The edit has no id or an impossible base.");
        }
        return new Edit(id, author, base, label, undoes, operations);
    }

    /** A list of operations alone, such as the inverse kept beside an edit. */
    public static byte[] operationsToBytes(List<Operation> operations) {
        ByteWriter out = new ByteWriter();
        out.octet(VERSION);
        write(operations, out);
        return out.toBytes();
    }

    /** The reverse of {@link #operationsToBytes}. */
    public static List<Operation> operationsFromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new Malformed("The operations have the format " + version + ", this is " + VERSION + ".");
        }
        List<Operation> operations = readOperations(in);
        in.end();
        return operations;
    }

    private static void write(List<Operation> operations, ByteWriter out) {
        out.count(operations.size());
        for (Operation operation : operations) {
            switch (operation) {
                case Operation.Add add -> {
                    out.octet(ADD);
                    out.id(add.element());
                    out.octet(add.kind().code());
                    out.count(add.values().size());
                    // They come in the order of their codes, so equal edits have equal bytes.
                    for (Map.Entry<Property, Object> value : add.values().entrySet()) {
                        out.octet(value.getKey().code());
                        writeValue(value.getKey(), value.getValue(), out);
                    }
                }
                case Operation.Set set -> {
                    out.octet(SET);
                    out.id(set.element());
                    out.octet(set.property().code());
                    writeValue(set.property(), set.value(), out);
                }
                case Operation.Remove remove -> {
                    out.octet(REMOVE);
                    out.id(remove.element());
                }
                case Operation.Restore restore -> {
                    out.octet(RESTORE);
                    out.id(restore.element());
                    out.octet(restore.property().code());
                    writeValue(restore.property(), restore.value(), out);
                    out.id(restore.from());
                    out.id(restore.to());
                }
            }
        }
    }

    private static List<Operation> readOperations(ByteReader in) {
        int size = in.count(Edit.MOST_OPERATIONS);
        List<Operation> operations = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            operations.add(readOperation(in));
        }
        return operations;
    }

    private static Operation readOperation(ByteReader in) {
        try {
            int code = in.octet();
            Id element = in.id();
            return switch (code) {
                case ADD -> {
                    Kind kind = Kind.of(in.octet());
                    int size = in.count(kind.size());
                    Property[] properties = new Property[size];
                    Object[] values = new Object[size];
                    for (int i = 0; i < size; i++) {
                        properties[i] = Property.of(in.octet());
                        values[i] = readValue(properties[i], in);
                    }
                    yield Operation.Add.of(element, kind, properties, values);
                }
                case SET -> {
                    Property property = Property.of(in.octet());
                    yield new Operation.Set(element, property, readValue(property, in));
                }
                case REMOVE -> new Operation.Remove(element);
                case RESTORE -> {
                    Property property = Property.of(in.octet());
                    Object value = readValue(property, in);
                    yield new Operation.Restore(element, property, value, in.id(), in.id());
                }
                default -> throw new Malformed("There is no operation " + code + ".");
            };
        } catch (IllegalArgumentException unknown) {
            throw new Malformed(unknown.getMessage() == null ? "Unknown code." : unknown.getMessage());
        }
    }

    static void writeValue(Property property, Object value, ByteWriter out) {
        switch (property.type()) {
            case ValueType.Whole whole -> out.whole((Long) value);
            case ValueType.Real real -> out.real((Double) value);
            case ValueType.Text text -> out.text((String) value);
            case ValueType.Reference reference -> out.id((Id) value);
        }
    }

    static Object readValue(Property property, ByteReader in) {
        return switch (property.type()) {
            case ValueType.Whole whole -> in.whole();
            case ValueType.Real real -> in.real();
            case ValueType.Text text -> in.text(text.longest());
            case ValueType.Reference reference -> in.id();
        };
    }
}
