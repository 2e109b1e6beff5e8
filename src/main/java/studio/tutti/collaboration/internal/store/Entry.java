package studio.tutti.collaboration.internal.store;

import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.protocol.EditFormat;

/**
 * An edit that has its place in a song's order.
 *
 * @param revision its place, from 1
 * @param time when it was ordered, in milliseconds since 1970
 * @param checksum of the song after it
 * @param edit what it does
 * @param content the edit as {@link EditFormat} writes it; shared, not to be changed
 */
public record Entry(long revision, long time, long checksum, Edit edit, byte[] content) {

    /** An entry read back: the edit is decoded from its content. */
    public static Entry of(long revision, long time, long checksum, byte[] content) {
        return new Entry(revision, time, checksum, EditFormat.fromBytes(content), content);
    }
}
