package studio.tutti.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.protocol.ByteReader;
import studio.tutti.core.protocol.Malformed;
import studio.tutti.core.protocol.SnapshotFormat;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.SongRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@link TuttiFile}s and believes none of the sizes they claim. */
public final class TuttiFileReader {

    private static final String DAMAGED = "The .tutti file is damaged: ";

    private TuttiFileReader() {}

    /**
     * Reads a song and hands on its recordings.
     *
     * @param in not closed
     * @throws SongRefused if it is damaged, of a newer version or over a limit
     */
    public static Arrangement read(InputStream in, MediaSink media) throws IOException {
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        Manifest manifest = null;
        Arrangement arrangement = null;
        Set<String> kept = new HashSet<>();
        long left = TuttiFile.MOST_MEDIA_BYTES;
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(TuttiFile.MANIFEST)) {
                    manifest = manifest(bytes(zip, TuttiFile.MOST_MANIFEST));
                } else if (name.equals(TuttiFile.SONG) && manifest != null) {
                    byte[] song = bytes(zip, TuttiFile.MOST_SONG);
                    arrangement = Turnstile.pass(() -> song(song));
                } else if (name.startsWith(TuttiFile.MEDIA) && manifest != null) {
                    left -= keep(name.substring(TuttiFile.MEDIA.length()), manifest, kept, zip, media, left);
                }
            }
        } catch (ZipException | java.io.EOFException | IllegalArgumentException broken) {
            throw new SongRefused(DAMAGED + "it was not copied whole.");
        } catch (Malformed | EditRefused broken) {
            throw new SongRefused(DAMAGED + "its song breaks a rule. " + broken.getMessage());
        }
        return whole(manifest, arrangement, kept);
    }

    private static Arrangement whole(@Nullable Manifest manifest, @Nullable Arrangement arrangement, Set<String> kept)
            throws SongRefused {
        if (manifest == null || arrangement == null) {
            throw new SongRefused("This is not a .tutti file: it holds no song.");
        }
        if (!kept.containsAll(manifest.media())) {
            throw new SongRefused(DAMAGED + "a recording is missing.");
        }
        return arrangement;
    }

    /** Made anew operation by operation, so that a song from elsewhere keeps every rule of the model and brings no tombstones. */
    private static Arrangement song(byte[] bytes) throws SongRefused {
        ByteReader head = new ByteReader(bytes);
        head.octet();
        head.count();
        head.word();
        if (head.count() > TuttiFile.MOST_ELEMENTS) {
            throw new SongRefused("The .tutti file holds more than a song can.");
        }
        Arrangement stored = SnapshotFormat.fromBytes(bytes).arrangement();
        return Recreation.make(Recreation.of(stored), Arrangement.ROOT);
    }

    private static Manifest manifest(byte[] json) throws SongRefused {
        Manifest manifest;
        try {
            manifest = JsonMapper.builder().build().readValue(json, Manifest.class);
        } catch (JacksonException broken) {
            throw new SongRefused(DAMAGED + "its manifest can't be read.");
        }
        if (manifest == null || !"tutti".equals(manifest.format()) || manifest.media() == null) {
            throw new SongRefused("This is not a .tutti file: its manifest says something else.");
        }
        if (manifest.version() > TuttiFile.VERSION) {
            throw new SongRefused("The .tutti file has version " + manifest.version() + ", and this studio reads up to "
                    + TuttiFile.VERSION + ": update the studio.");
        }
        if (manifest.media().size() > TuttiFile.MOST_MEDIA) {
            throw new SongRefused("The .tutti file holds more than " + TuttiFile.MOST_MEDIA + " recordings.");
        }
        return manifest;
    }

    private static long keep(String hash, Manifest manifest, Set<String> kept, InputStream zip, MediaSink media, long left)
            throws IOException {
        if (!TuttiFile.isHash(hash) || !manifest.media().contains(hash) || !kept.add(hash)) {
            throw new SongRefused(DAMAGED + "it holds a recording that its manifest doesn't name.");
        }
        long most = Math.min(left, TuttiFile.MOST_MEDIUM);
        VerifiedStream content = new VerifiedStream(zip, hash, most);
        media.keep(hash, content);
        content.transferTo(java.io.OutputStream.nullOutputStream());
        return most - content.left();
    }

    private static byte[] bytes(InputStream zip, int most) throws IOException {
        byte[] bytes = zip.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new SongRefused("The .tutti file is too large for a song.");
        }
        return bytes;
    }
}
