package studio.tutti.core.arrangement;

import org.jspecify.annotations.Nullable;

/** Which values a property may hold, and what it holds before anyone has written it. */
public sealed interface ValueType {

    /**
     * A value as it is kept: minus zero is zero, since whether the two are equal depends on who asks.
     *
     * @param value anything
     */
    static Object normal(Object value) {
        return value instanceof Double number && number == 0 ? ZERO : value;
    }

    /** Zero, without a sign. */
    Double ZERO = 0.0;

    /** What the property holds in a new element. */
    Object initial();

    /**
     * Says what is wrong with a value.
     *
     * @return a clause such as "must be between 0 and 127", or null if the value is fine
     */
    @Nullable String fault(Object value);

    /**
     * A whole number.
     *
     * @param least the smallest value allowed
     * @param most the largest value allowed
     * @param start the value in a new element
     */
    record Whole(long least, long most, long start) implements ValueType {
        @Override
        public Object initial() {
            return start;
        }

        @Override
        public @Nullable String fault(Object value) {
            return value instanceof Long number && number >= least && number <= most
                    ? null
                    : "must be a whole number between " + least + " and " + most;
        }
    }

    /**
     * A finite number with a fraction.
     *
     * @param least the smallest value allowed
     * @param most the largest value allowed
     * @param start the value in a new element
     */
    record Real(double least, double most, double start) implements ValueType {
        @Override
        public Object initial() {
            return start;
        }

        @Override
        public @Nullable String fault(Object value) {
            return value instanceof Double number && number >= least && number <= most
                    ? null
                    : "must be a number between " + least + " and " + most;
        }
    }

    /**
     * A text.
     *
     * @param longest how many UTF-16 units it may have
     */
    record Text(int longest) implements ValueType {
        @Override
        public Object initial() {
            return "";
        }

        @Override
        public @Nullable String fault(Object value) {
            return value instanceof String text && text.length() <= longest
                    ? null
                    : "must be a text of at most " + longest + " characters";
        }
    }

    /**
     * A reference to another element, or to a person.
     *
     * @param target the kind referred to, or null for a person
     * @param optional whether {@link Id#NONE} is allowed
     */
    record Reference(@Nullable String target, boolean optional) implements ValueType {
        @Override
        public Object initial() {
            return Id.NONE;
        }

        @Override
        public @Nullable String fault(Object value) {
            return value instanceof Id id && (optional || !id.isNone()) ? null : "must name something";
        }
    }
}
