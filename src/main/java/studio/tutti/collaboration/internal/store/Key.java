package studio.tutti.collaboration.internal.store;

import java.util.UUID;
import studio.tutti.core.arrangement.Id;

/** Ids as the store's column type writes them. */
public final class Key {

    private Key() {}

    /** The stored form of an id. */
    public static UUID of(Id id) {
        return new UUID(id.high(), id.low());
    }

    /** The id that was stored. */
    public static Id id(UUID stored) {
        return new Id(stored.getMostSignificantBits(), stored.getLeastSignificantBits());
    }
}
