package studio.tutti.web.socket;

import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.ByteReader;
import studio.tutti.core.protocol.Malformed;

/** Finds the id of an edit in a frame that can't be read as a whole, so that the page learns which one was refused. */
final class EditHead {

    /** How many bytes of a frame are enough. */
    static final int ENOUGH = 64;

    private static final int SUBMIT = 2;

    private EditHead() {}

    /** The id of the edit in a frame, or {@link Id#NONE} if it holds none. */
    static Id idIn(byte[] frame) {
        try {
            ByteReader in = new ByteReader(frame);
            if (in.octet() != SUBMIT) {
                return Id.NONE;
            }
            in.count(); // the edit's length
            in.octet(); // the edit's format
            return in.id();
        } catch (Malformed unreadable) {
            return Id.NONE;
        }
    }
}
