package studio.tutti.library.internal.media;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import studio.tutti.library.Heard;

/** The files that this node decodes while they come in to it. Safe for many threads. */
public final class Arrivals {

    /** Files that are decoded at a time; others are decoded once they are whole. */
    private static final int MOST = 32;

    private final Map<UUID, Arriving> files = new ConcurrentHashMap<>();
    private final Vault vault;

    public Arrivals(Vault vault) {
        this.vault = vault;
    }

    /**
     * Bytes of a file have come in.
     *
     * @param from where its bytes lie
     * @param to where its sound goes
     * @param size bytes that it will have
     * @param begin the first byte that came
     * @param end the byte after the last that is here
     */
    public void came(UUID id, String from, String to, long size, long begin, long end) throws IOException {
        Arriving arriving = files.get(id);
        if (arriving != null) {
            if (begin < arriving.received()) {
                arriving.giveUp(); // it may have read what is another now
            } else {
                arriving.came(end);
            }
        } else if (files.size() < MOST && Arriving.tells(vault.read(from, 0, 4))) {
            files.put(id, new Arriving(vault, from, to, size, end));
        }
    }

    /** What can be heard of a file by now. */
    public Optional<Heard> heard(UUID id) {
        return Optional.ofNullable(files.get(id)).map(Arriving::heard);
    }

    /** What was made of a file all of which has come, and which is not kept here any longer; null if it has to be made yet. */
    public Canonical.@Nullable Made made(UUID id) {
        Arriving arriving = files.remove(id);
        return arriving == null ? null : arriving.made();
    }

    /** Nothing more of a file is wanted. */
    public void drop(UUID id) {
        Arriving arriving = files.remove(id);
        if (arriving != null) {
            arriving.giveUp();
        }
    }
}
