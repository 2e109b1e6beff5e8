package studio.tutti.jobs.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import studio.tutti.jobs.Products;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** Products in the folder {@code bounces}, and in parts of 1 MiB in the store where that is PostgreSQL. */
@Service
class ProductsInFolder implements Products {

    private static final Logger LOG = LoggerFactory.getLogger(ProductsInFolder.class);
    private static final int PART = 1 << 20;
    private static final String MAKING = "making-";
    /** What lies half made for so long, its worker died over. */
    private static final long HALF_MADE_MILLIS = 24L * 3600 * 1000;

    private final Path folder;
    private final boolean shared;
    private final JdbcClient store;
    private final TransactionTemplate together;

    ProductsInFolder(@Value("${tutti.data}") Path data, @Value("${spring.datasource.url}") String url, JdbcClient store, TransactionTemplate together) {
        folder = data.resolve("bounces");
        shared = url.startsWith("jdbc:postgresql:");
        this.store = store;
        this.together = together;
    }

    @Override
    public Path workshop() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, MAKING);
    }

    @Override
    public String keep(Path file, Instant until) throws IOException {
        String hash = hash(file);
        long size = Files.size(file);
        Files.createDirectories(folder);
        Files.move(file, folder.resolve(hash), StandardCopyOption.REPLACE_EXISTING);
        boolean known = store.sql("update product set until = greatest(until, ?) where hash = ?").params(until.toEpochMilli(), hash).update() == 1;
        if (!known) {
            together.executeWithoutResult(all -> insert(hash, size, until));
        }
        return hash;
    }

    private void insert(String hash, long size, Instant until) {
        store.sql("delete from product_part where hash = ?").param(hash).update();
        store.sql("insert into product (hash, size, until) values (?, ?, ?)").params(hash, size, until.toEpochMilli()).update();
        if (!shared) {
            return;
        }
        try (InputStream in = Files.newInputStream(folder.resolve(hash))) {
            byte[] part = in.readNBytes(PART);
            for (int number = 0; part.length > 0; number++) {
                store.sql("insert into product_part (hash, number, content) values (?, ?, ?)").params(hash, number, part).update();
                part = in.readNBytes(PART);
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Override
    public Optional<Path> find(String hash) throws IOException {
        if (!hash.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        Optional<Long> size = store.sql("select size from product where hash = ?").param(hash).query(Long.class).optional();
        if (size.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(hash);
        if (!Files.exists(file) && !(shared && fetch(hash, file))) {
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private boolean fetch(String hash, Path file) throws IOException {
        Files.createDirectories(folder);
        Path coming = Files.createTempFile(folder, MAKING, "");
        try {
            int number = 0;
            try (OutputStream out = Files.newOutputStream(coming)) {
                Optional<byte[]> part;
                while ((part = part(hash, number)).isPresent()) {
                    out.write(part.get());
                    number++;
                }
            }
            if (number == 0 || !hash(coming).equals(hash)) {
                return false;
            }
            Files.move(coming, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(coming);
        }
    }

    private Optional<byte[]> part(String hash, int number) {
        return store.sql("select content from product_part where hash = ? and number = ?").params(hash, number)
                .query((row, at) -> row.getBytes(1)).optional();
    }

    @Override
    public void until(String hash, Instant until) {
        store.sql("update product set until = ? where hash = ?").params(until.toEpochMilli(), hash).update();
    }

    /** Throws away what is old, and files of this node that the store doesn't know. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void tidy() {
        try {
            long now = System.currentTimeMillis();
            together.executeWithoutResult(all -> forget(now));
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        tidy(file, now);
                    }
                }
            }
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Old bounces could not be thrown away: {}", failure.toString());
        }
    }

    /** Locked first: what somebody keeps anew meanwhile must not lose its parts. */
    private void forget(long now) {
        for (String hash : store.sql("select hash from product where until < ? for update").param(now).query(String.class).list()) {
            store.sql("delete from product_part where hash = ?").param(hash).update();
            store.sql("delete from product where hash = ?").param(hash).update();
        }
    }

    private void tidy(Path file, long now) throws IOException {
        try {
            boolean old = Files.getLastModifiedTime(file).toMillis() < now - HALF_MADE_MILLIS;
            if (file.getFileName().toString().startsWith(MAKING)) {
                if (old) {
                    throwAway(file);
                }
            } else if (old && find(file.getFileName().toString()).isEmpty()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            // somebody else was quicker
        }
    }

    private static void throwAway(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> within = Files.list(path)) {
                for (Path each : within.toList()) {
                    throwAway(each);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    private static String hash(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
