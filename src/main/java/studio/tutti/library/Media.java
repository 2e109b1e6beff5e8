package studio.tutti.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;
import studio.tutti.library.internal.media.Arrivals;
import studio.tutti.library.internal.media.Canonical;
import studio.tutti.library.internal.media.FolderVault;
import studio.tutti.library.internal.media.MediaStore;
import studio.tutti.library.internal.media.Peaks;
import studio.tutti.library.internal.media.TableVault;
import studio.tutti.library.internal.media.Vault;

/**
 * The files that songs use, each kept once by its SHA-256, and the sound in them: in the folder {@code media} of the data on one
 * node, in the database where that is PostgreSQL. Files come in pieces, and whoever sends one can go on where they stopped. Safe
 * for many threads.
 */
@Service
public class Media implements SoundShelf {

    /** Bytes of a file. */
    public static final long MOST_BYTES = 512L << 20;

    /** How long a file may take to come in. */
    private static final long MOST_MILLIS = 14L * 24 * 3600 * 1000;

    private static final int PIECE = 1 << 18;

    private static final String FILE = "file/";
    private static final String SOUND = "sound/";
    private static final String PEAKS = "peaks/";
    private static final String COMING = "coming/";

    /** Files that are decoded at a time by one node: each takes up to some 200 MB meanwhile. */
    private static final int DECODERS = 2;

    private final MediaStore store;
    private final Vault vault;
    private final Arrivals arrivals;
    private final Path folder;
    /** Bytes that stay free on the disk. */
    private final long spare;
    /** One file's bytes don't change while it is looked at. */
    private final Object[] locks = new Object[256];
    private final Semaphore decoders = new Semaphore(DECODERS, true);

    Media(MediaStore store, JdbcClient tables, @Value("${tutti.data}") Path data, @Value("${spring.datasource.url}") String url,
            @Value("${tutti.media.spare:268435456}") long spare) {
        this.spare = spare;
        this.store = store;
        folder = data.resolve("media");
        vault = url.startsWith("jdbc:postgresql:") ? new TableVault(tables) : new FolderVault(folder, spare);
        arrivals = new Arrivals(vault);
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new Object();
        }
    }

    private Object lock(UUID upload) {
        return locks[Math.floorMod(upload.hashCode(), locks.length)];
    }

    /** A file that is here. */
    public Optional<Medium> find(String hash) {
        return isHash(hash) ? store.find(hash) : Optional.empty();
    }

    /** A file on its way in, by what its sender says that its hash will be. */
    public Optional<Upload> coming(String hash) throws IOException {
        Optional<Upload> found = isHash(hash) ? store.coming(hash) : Optional.empty();
        return found.isEmpty() ? found : Optional.of(received(found.get()));
    }

    /** What can be heard of a file that is on its way in to this node, by what its hash will be. */
    public Optional<Heard> arriving(String hash) {
        return (isHash(hash) ? store.coming(hash) : Optional.<Upload>empty()).flatMap(upload -> arrivals.heard(upload.id()));
    }

    /** Some frames of it, as {@link #sound(Medium, int, int)}, fewer where it ends by now; empty if it is not coming any more. */
    public Optional<byte[]> sound(String hash, Heard heard, int from, int frames) throws IOException {
        int width = 2 * heard.channels();
        Optional<Upload> upload = store.coming(hash);
        if (upload.isEmpty()) {
            return Optional.empty();
        }
        synchronized (lock(upload.get().id())) {
            return !store.isComing(upload.get().id()) ? Optional.empty() : Optional.of(
                    vault.read(SOUND + upload.get().id(), (long) from * width, Math.max(0, Math.min(frames, heard.ready() - from)) * width));
        }
    }

    /** A medium, as {@link #find}; where its last piece is being taken in on this node, that is waited for. */
    public Optional<Medium> findWhole(String hash) {
        Optional<Medium> found = find(hash);
        Optional<Upload> coming = found.isEmpty() && isHash(hash) ? store.coming(hash) : Optional.empty();
        if (coming.isPresent()) {
            synchronized (lock(coming.get().id())) {
                return find(hash);
            }
        }
        return found.isPresent() ? found : find(hash); // it may have ended between both looks
    }

    /**
     * Begins to take a file in.
     *
     * @param hash its SHA-256, or "" where nobody knows it yet
     * @param size its bytes, or −1 where nobody knows yet
     */
    public Upload begin(Id maker, String name, String hash, long size) throws IOException {
        if (!hash.isEmpty() && !isHash(hash)) {
            throw new MediaRefused("A hash is a SHA-256 in lower-case hexadecimal.");
        }
        tooLarge(size);
        if (vault.free() < spare + Math.max(0, size)) {
            throw MediaRefused.full();
        }
        tidy();
        Upload upload = new Upload(UUID.randomUUID(), hash, cut(name), size, 0);
        store.begin(upload, MediaStore.key(maker), System.currentTimeMillis());
        return upload;
    }

    private static void tooLarge(long size) throws MediaRefused {
        if (size > MOST_BYTES) {
            throw new MediaRefused("This file has " + (size >> 20) + " MB; at most " + (MOST_BYTES >> 20) + " MB can be taken in.");
        }
    }

    /** How far an upload of somebody's is. */
    public Optional<Upload> upload(Id maker, UUID id) throws IOException {
        Optional<Upload> found = store.upload(id, MediaStore.key(maker));
        return found.isEmpty() ? found : Optional.of(received(found.get()));
    }

    private Upload received(Upload upload) throws IOException {
        return new Upload(upload.id(), upload.hash(), upload.name(), upload.size(), vault.size(COMING + upload.id()));
    }

    /**
     * Takes bytes in. They may overwrite what came before, so that a header can say at the end how much there is.
     *
     * @param at where they go, at most what was received
     * @return bytes that are here now
     * @throws MediaRefused if the file is too large or there is no room; nothing is kept of it then
     * @throws UploadOver if it was called off or is here whole
     */
    public long write(Upload upload, long at, InputStream bytes) throws IOException {
        if (at < 0 || at > upload.received()) {
            throw new MediaRefused("The next bytes go to " + upload.received() + ".");
        }
        String place = COMING + upload.id();
        byte[] piece = new byte[PIECE];
        long to = at;
        try {
            for (int some = bytes.readNBytes(piece, 0, PIECE); some > 0; some = bytes.readNBytes(piece, 0, PIECE)) {
                tooLarge(to + some);
                synchronized (lock(upload.id())) {
                    if (!store.isComing(upload.id())) {
                        throw new UploadOver();
                    }
                    put(place, to, piece, some);
                    if (!upload.hash().isEmpty() && upload.size() > 0) {
                        arrivals.came(upload.id(), place, SOUND + upload.id(), upload.size(), to, to + some);
                    }
                }
                to += some;
            }
        } catch (MediaRefused refused) {
            drop(upload);
            throw refused;
        }
        return Math.max(to, upload.received());
    }

    private void put(String place, long at, byte[] bytes, int count) throws IOException {
        try {
            vault.write(place, at, bytes, count);
        } catch (IOException | RuntimeException failure) {
            if (isFull(failure)) {
                throw MediaRefused.full();
            }
            throw failure;
        }
    }

    private boolean isFull(Exception failure) throws IOException {
        return vault.free() < spare || String.valueOf(failure.getMessage()).contains("No space left");
    }

    /** Forgets a file that was coming in. */
    public void drop(Upload upload) throws IOException {
        synchronized (lock(upload.id())) {
            store.end(upload.id());
            arrivals.drop(upload.id());
            vault.delete(COMING + upload.id());
            vault.delete(SOUND + upload.id());
            vault.delete(PEAKS + upload.id());
        }
    }

    /**
     * All bytes are here: keeps the file.
     *
     * @param hash its SHA-256 as the sender has it, or "" if it didn't count
     * @param sound whether it is to be played: it is decoded then
     * @throws MediaRefused if it is not what was said, no sound, damaged or too long; nothing is kept of it then
     * @throws UploadOver if it was called off meanwhile
     */
    public Medium finish(Id maker, Upload upload, String hash, boolean sound) throws IOException {
        synchronized (lock(upload.id())) {
            if (!store.isComing(upload.id())) {
                // it was said twice, since the first answer did not come through
                return find(hash.isEmpty() ? upload.hash() : hash).filter(each -> each.isSound() || !sound).orElseThrow(UploadOver::new);
            }
            return finishWhole(maker, upload, hash, sound);
        }
    }

    private Medium finishWhole(Id maker, Upload upload, String hash, boolean sound) throws IOException {
        try {
            String place = COMING + upload.id();
            if (vault.size(place) == 0) {
                throw new MediaRefused("The file is empty.");
            }
            String found = hash(place);
            if (!hash.isEmpty() && !hash.equals(found) || !upload.hash().isEmpty() && !upload.hash().equals(found)) {
                throw new MediaRefused("The file was damaged on its way: send it again.");
            }
            Optional<Medium> known = store.find(found);
            if (known.isPresent() && (known.get().isSound() || !sound)) {
                drop(upload);
                return known.get();
            }
            Canonical.Made arrived = arrivals.made(upload.id());
            if (arrived == null || !sound) {
                vault.delete(SOUND + upload.id()); // what was made of its beginning
            }
            Medium medium = sound ? decode(upload, found, arrived) : new Medium(found, upload.name(), vault.size(place), 0, 0, 0);
            vault.move(place, FILE + found);
            store.put(medium, MediaStore.key(maker), System.currentTimeMillis());
            store.end(upload.id());
            return medium;
        } catch (IOException | RuntimeException failure) {
            drop(upload);
            throw failure;
        }
    }

    private Medium decode(Upload upload, String hash, Canonical.@Nullable Made arrived) throws IOException {
        decoders.acquireUninterruptibly();
        Path file = null;
        try {
            Canonical.Made made = arrived;
            if (made == null) {
                file = vault.file(COMING + upload.id());
                made = Canonical.decode(file, vault, SOUND + upload.id());
            }
            put(PEAKS + upload.id(), 0, made.peaks(), made.peaks().length);
            vault.move(SOUND + upload.id(), SOUND + hash);
            vault.move(PEAKS + upload.id(), PEAKS + hash);
            return new Medium(hash, upload.name(), vault.size(COMING + upload.id()), made.rate(), made.channels(), made.frames());
        } catch (MediaRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException failure) {
            if (isFull(failure)) {
                throw MediaRefused.full();
            }
            throw failure;
        } finally {
            decoders.release();
            if (file != null) {
                vault.done(file);
            }
        }
    }

    private String hash(String place) throws IOException {
        MessageDigest digest = sha256();
        byte[] some = vault.read(place, 0, PIECE);
        for (long at = 0; some.length > 0; some = vault.read(place, at, PIECE)) {
            digest.update(some);
            at += some.length;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Takes a whole file in at once, as sound if it is some and as it is if not.
     *
     * @throws IOException if it can't be read to its end or is refused; nothing is kept of it then
     */
    public Medium keep(Id maker, String name, String hash, InputStream content) throws IOException {
        Upload upload = begin(maker, name, hash, -1);
        try {
            long size = write(upload, 0, content);
            return finish(maker, upload, hash, size == 0 || isSound(COMING + upload.id()));
        } catch (IOException | RuntimeException failure) {
            drop(upload);
            throw failure;
        }
    }

    private boolean isSound(String place) throws IOException {
        Path file = vault.file(place);
        try {
            return Canonical.isSound(file);
        } finally {
            vault.done(file);
        }
    }

    /** A file as one of this node: the one that is kept, or a copy that lasts as long as this process. */
    Path file(Medium medium) throws IOException {
        Path file = vault.file(FILE + medium.hash());
        if (!file.startsWith(folder)) {
            file.toFile().deleteOnExit();
        }
        return file;
    }

    /**
     * Bytes of a file, fewer where it ends.
     *
     * @param at from 0
     */
    public byte[] bytes(Medium medium, long at, int count) throws IOException {
        return vault.read(FILE + medium.hash(), at, count);
    }

    /** A file from its beginning to its end. */
    public InputStream open(Medium medium) {
        return new VaultStream(medium);
    }

    /** Some frames of a sound, as {@link MediaSound#put} takes them; fewer where it ends. */
    public byte[] sound(Medium medium, int from, int frames) throws IOException {
        int width = 2 * medium.channels();
        return vault.read(SOUND + medium.hash(), (long) from * width, frames * width);
    }

    /**
     * What is drawn of a sound: pairs of the lowest and highest sample of stretches, in 8 bits.
     *
     * @param level 0 … 3: stretches of 16, 128, 1,024 or 8,192 frames
     * @param from the first stretch
     */
    public byte[] peaks(Medium medium, int level, int from, int points) throws IOException {
        int there = Peaks.points(medium.frames(), level);
        int some = Math.max(0, Math.min(points, there - from));
        return vault.read(PEAKS + medium.hash(), Peaks.begin(medium.frames(), level) + 2L * from, 2 * some);
    }

    @Override
    public @Nullable MediaSound load(MediaKey key) throws IOException {
        Optional<Medium> found = store.complete("%016x".formatted(key.bits())).flatMap(store::find).filter(Medium::isSound);
        if (found.isEmpty()) {
            return null;
        }
        Medium medium = found.get();
        MediaSound sound = new MediaSound(key, medium.rate(), medium.channels(), medium.frames());
        for (int block = 0; block < sound.blocks(); block++) {
            sound.put(block, sound(medium, block * MediaSound.BLOCK, Math.min(MediaSound.BLOCK, medium.frames() - block * MediaSound.BLOCK)));
        }
        return sound;
    }

    private void tidy() throws IOException {
        for (UUID old : store.older(System.currentTimeMillis() - MOST_MILLIS)) {
            drop(new Upload(old, "", "", -1, 0));
        }
    }

    private static boolean isHash(String text) {
        return text.length() == MediaKey.DIGITS && text.chars().allMatch(each -> each >= '0' && each <= '9' || each >= 'a' && each <= 'f');
    }

    private static String cut(String name) {
        // PostgreSQL takes neither the character 0 nor half a pair
        String clean = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() <= 200 ? clean : clean.substring(0, Character.isHighSurrogate(clean.charAt(199)) ? 199 : 200);
    }

    /** Reads a file in pieces. */
    private final class VaultStream extends InputStream {
        private final Medium medium;
        private byte[] piece = new byte[0];
        private int within;
        private long at;

        VaultStream(Medium medium) {
            this.medium = medium;
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece[within++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int some = Math.min(length, piece.length - within);
            System.arraycopy(piece, within, to, offset, some);
            within += some;
            return some;
        }

        private boolean fill() throws IOException {
            if (within == piece.length) {
                piece = bytes(medium, at, PIECE);
                at += piece.length;
                within = 0;
            }
            return piece.length > 0;
        }
    }
}
