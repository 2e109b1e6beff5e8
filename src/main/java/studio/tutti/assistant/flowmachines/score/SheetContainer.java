package studio.tutti.assistant.flowmachines.score;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The zip around a score: a container that names it, and the score. */
final class SheetContainer {

    private static final int LARGEST = 4 << 20;
    /** Of a zipped file, all that is unpacked until the score is found and read. */
    private static final int LARGEST_UNPACKED = 4 << 20;
    private static final int MOST_ENTRIES = 200;
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SheetContainer() {}

    /** The XML of a file, zipped or not. */
    static byte[] xml(byte[] file) throws IOException {
        if (file.length > LARGEST) {
            throw new IOException("The MusicXML file is too large for a lead sheet: at most " + (LARGEST >> 20) + " MiB are read.");
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            return file;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            int entries = 0;
            int left = LARGEST_UNPACKED;
            for (ZipEntry entry = zip.getNextEntry(); entry != null && entries < MOST_ENTRIES; entry = zip.getNextEntry(), entries++) {
                String name = entry.getName();
                byte[] content = zip.readNBytes(left + 1);
                if (content.length > left) {
                    throw new IOException("The .mxl file is too large for a lead sheet.");
                }
                if (!name.startsWith("META-INF/") && (name.endsWith(".xml") || name.endsWith(".musicxml"))) {
                    return content;
                }
                left -= content.length;
            }
        } catch (java.util.zip.ZipException | java.io.EOFException | IllegalArgumentException broken) {
            throw new IOException("The .mxl file is damaged: it was not copied whole.", broken);
        }
        throw new IOException("The .mxl file holds no score.");
    }

    static byte[] zipped(byte[] score) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "META-INF/container.xml", ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<container><rootfiles><rootfile full-path=\"score.musicxml\""
                    + " media-type=\"application/vnd.recordare.musicxml+xml\"/></rootfiles></container>\n").getBytes(StandardCharsets.UTF_8));
            put(zip, "score.musicxml", score);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
