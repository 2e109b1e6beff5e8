package studio.tutti.browser;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;

/** Takes recordings in, block by block. */
final class MediaIntake {

    private final Function<MediaKey, @Nullable MediaSound> find;
    private final Consumer<MediaSound> add;

    MediaIntake(Function<MediaKey, @Nullable MediaSound> find, Consumer<MediaSound> add) {
        this.find = find;
        this.add = add;
    }

    /** Begins a recording, unless it is there. */
    void begin(MediaKey key, int rate, int channels, int frames) {
        if (find.apply(key) == null) {
            add.accept(new MediaSound(key, rate, channels, frames));
        }
    }

    /** Takes a block of a recording that was begun; one of another is passed over. Returns whether it is whole now. */
    boolean take(MediaKey key, int block, byte[] bytes) {
        MediaSound sound = find.apply(key);
        if (sound == null) {
            return false;
        }
        sound.put(block, bytes);
        return sound.isWhole();
    }
}
