package studio.tutti.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.MasterSound;
import studio.tutti.core.protocol.SnapshotFormat;
import studio.tutti.exchange.MediaSource;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@link TuttiFile}s, without what was removed from the song. Equal songs make equal bytes. */
public final class TuttiFileWriter {

    /** The first moment that a zip can name; when a file was written is not part of a song. */
    private static final long NEVER = 315_532_800_000L;

    private TuttiFileWriter() {}

    /**
     * Writes a song with the recordings it plays and its master with the reports on it.
     *
     * @return what is left out: nothing
     */
    public static List<String> write(Arrangement arrangement, MediaSource media, OutputStream out) throws IOException {
        List<String> hashes = media(arrangement);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        store(zip, TuttiFile.MIMETYPE_ENTRY, TuttiFile.MIMETYPE.getBytes(StandardCharsets.US_ASCII));
        begin(zip, TuttiFile.MANIFEST);
        zip.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(new Manifest(
                "tutti",
                TuttiFile.VERSION,
                arrangement.root().text(Property.NAME),
                arrangement.root().text(Property.CREDITS),
                arrangement.count(Kind.TRACK),
                arrangement.count(Kind.NOTE),
                hashes)));
        zip.closeEntry();
        begin(zip, TuttiFile.SONG);
        zip.write(SnapshotFormat.toBytes(0, Recreation.make(Recreation.of(arrangement), Arrangement.ROOT)));
        zip.closeEntry();
        for (String hash : hashes) {
            begin(zip, TuttiFile.MEDIA + hash);
            try (InputStream in = media.open(hash)) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
        return List.of();
    }

    /** The SHA-256 of each file that the song plays, and of its master and the reports on it, rising. */
    public static List<String> media(Arrangement arrangement) {
        TreeSet<String> hashes = new TreeSet<>();
        gather(arrangement.root(), Kind.CONTENT, hashes);
        gather(arrangement.root(), Kind.DEVICE, hashes);
        for (Element element : arrangement.root().children(Kind.MASTER)) {
            MasterSound master = MasterSound.of(element);
            if (master != null) {
                Stream.of(master.media(), master.sheet(), master.figures()).filter(TuttiFile::isHash).forEach(hashes::add);
            }
        }
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            gather(track, Kind.DEVICE, hashes);
            for (Element device : track.children(Kind.DEVICE)) {
                gather(device, Kind.PAD, hashes);
            }
        }
        return new ArrayList<>(hashes);
    }

    private static void gather(Element parent, Kind kind, Set<String> hashes) {
        for (Element element : parent.children(kind)) {
            if (!element.text(Property.MEDIA).isEmpty()) {
                hashes.add(element.text(Property.MEDIA));
            }
        }
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NEVER);
        zip.putNextEntry(entry);
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NEVER);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
