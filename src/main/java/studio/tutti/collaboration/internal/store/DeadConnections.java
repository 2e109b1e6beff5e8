package studio.tutti.collaboration.internal.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells the pool which connections of H2 are dead. When a write fails, as on a full disk, H2 closes its database, and its
 * old connections go on saying that they are valid; only new ones open it again.
 */
public final class DeadConnections implements SQLExceptionOverride {

    private static final int GENERAL_ERROR = 50_000;
    private static final int IO_EXCEPTION = 90_028;
    private static final int IO_EXCEPTION_ON_FILE = 90_031;
    private static final int DATABASE_CLOSED = 90_098;
    private static final int OBJECT_CLOSED = 90_007;
    private static final int CLOSED_AT_EXIT = 90_121;

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case GENERAL_ERROR, IO_EXCEPTION, IO_EXCEPTION_ON_FILE, DATABASE_CLOSED, OBJECT_CLOSED, CLOSED_AT_EXIT -> Override.MUST_EVICT;
            default -> Override.CONTINUE_EVICT;
        };
    }
}
