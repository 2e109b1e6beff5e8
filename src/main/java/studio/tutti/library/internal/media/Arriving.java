package studio.tutti.library.internal.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.tutti.audiofile.ArrivingBytes;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.library.Heard;

/**
 * A file that is decoded while it comes in, so that what has come can be heard. Its bytes come in order; once they were sent
 * otherwise, or none has come for a while, it is given up, which harms nothing: the whole file is decoded at its end then.
 */
final class Arriving implements ArrivingBytes {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private final Vault vault;
    private final String from;
    private final String to;
    private final long size;
    private final Thread decoder;
    private long received;
    private boolean over;
    private @Nullable Heard heard;
    private Canonical.@Nullable Made made;

    /** @param size bytes that the file will have */
    Arriving(Vault vault, String from, String to, long size, long received) {
        this.vault = vault;
        this.from = from;
        this.to = to;
        this.size = size;
        this.received = received;
        decoder = Thread.ofVirtual().name("arriving").start(this::decode);
    }

    /** Whether a file that begins so states its length at its beginning, so that it can be heard before it is whole. */
    static boolean tells(byte[] head) {
        String tag = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
        return tag.equals("RIFF") || tag.equals("FORM") || tag.equals("fLaC");
    }

    /** Bytes up to here have come. */
    synchronized void came(long to) {
        received = Math.max(received, to);
        notifyAll();
    }

    synchronized long received() {
        return received;
    }

    /** What can be heard of it by now; null if nothing can. */
    synchronized @Nullable Heard heard() {
        return heard;
    }

    /** Gives it up and waits until nothing is written any more. */
    void giveUp() {
        synchronized (this) {
            over = true;
            notifyAll();
        }
        await();
    }

    /** What was made of the whole file, all of which has come; null if it wasn't made. */
    Canonical.@Nullable Made made() {
        synchronized (this) {
            if (received < size) {
                over = true; // it is shorter than was said
                notifyAll();
            }
        }
        await();
        synchronized (this) {
            return made;
        }
    }

    private void await() {
        boolean interrupted = false;
        while (decoder.isAlive()) {
            try {
                decoder.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void decode() {
        try (AudioSource source = AudioFile.open(this)) {
            if (source.frames() < 0 || source.frames() > Canonical.most(source)) {
                return;
            }
            int frames = (int) source.frames();
            Canonical.Made whole = Canonical.decode(source, vault, to, ready -> {
                synchronized (this) {
                    heard = new Heard(source.rate(), source.channels(), frames, ready);
                }
            });
            synchronized (this) {
                made = whole;
            }
        } catch (IOException | RuntimeException damaged) {
            // why, it is told at the end, when all of it is looked at
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long at, ByteBuffer target) throws IOException {
        if (at >= size) {
            return -1;
        }
        int some;
        synchronized (this) {
            long late = System.nanoTime() + PATIENCE;
            while (at >= received && !over) {
                long left = late - System.nanoTime();
                if (left <= 0) {
                    over = true;
                }
                pause(Math.max(1, left));
            }
            if (over) {
                throw new EOFException("No more of it comes.");
            }
            some = (int) Math.min(target.remaining(), received - at);
        }
        byte[] bytes = vault.read(from, at, some);
        if (bytes.length == 0) {
            throw new EOFException("What came is gone.");
        }
        target.put(bytes);
        return bytes.length;
    }

    private void pause(long nanos) throws IOException {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException stopped) {
            over = true;
            Thread.currentThread().interrupt();
        }
    }
}
