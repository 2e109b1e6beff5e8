package studio.tutti.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;
import studio.tutti.library.internal.media.Canonical;
import studio.tutti.library.internal.media.FolderVault;

/**
 * Files in a folder, each called by its hash, as sound: for a bounce without a studio.
 *
 * @param folder that exists; what is decoded is laid beside the files
 */
public record SoundFolder(Path folder) implements SoundShelf {

    @Override
    public @Nullable MediaSound load(MediaKey key) throws IOException {
        String digits = "%016x".formatted(key.bits());
        Optional<Path> file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(each -> Files.isRegularFile(each) && each.getFileName().toString().startsWith(digits)).findFirst();
        }
        if (file.isEmpty()) {
            return null;
        }
        FolderVault vault = new FolderVault(folder);
        String place = "sound/" + digits;
        Canonical.Made made = Canonical.decode(file.get(), vault, place);
        MediaSound sound = new MediaSound(key, made.rate(), made.channels(), made.frames());
        int width = 2 * made.channels();
        for (int block = 0; block < sound.blocks(); block++) {
            sound.put(block, vault.read(place, (long) block * MediaSound.BLOCK * width, MediaSound.BLOCK * width));
        }
        vault.delete(place);
        return sound;
    }
}
