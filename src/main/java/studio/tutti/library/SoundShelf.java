package studio.tutti.library;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;

/** Where the recordings are that a song plays, for who makes sound of it. */
@FunctionalInterface
public interface SoundShelf {

    /** Has none. */
    SoundShelf NONE = key -> null;

    /** A whole recording, or nothing. */
    @Nullable MediaSound load(MediaKey key) throws IOException;
}
