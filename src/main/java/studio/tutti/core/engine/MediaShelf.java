package studio.tutti.core.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;

/** The recordings that an engine has, whole or in part. */
final class MediaShelf {

    private final Map<Long, MediaSound> sounds = new HashMap<>();

    void put(MediaSound sound) {
        sounds.put(sound.key().bits(), sound);
    }

    void remove(MediaKey key) {
        sounds.remove(key.bits());
    }

    /** A recording by the bits of its key, or nothing. */
    @Nullable MediaSound at(long key) {
        return sounds.get(key);
    }
}
