package studio.tutti.exchange.internal.musicxml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import studio.tutti.exchange.SongRefused;

/** The score of a MusicXML file, out of its zip if it lies in one, and a score as such a zip. */
final class ScoreFile {

    private static final String CONTAINER = "META-INF/container.xml";

    private ScoreFile() {}

    /** The XML of a file's score. */
    static byte[] score(byte[] file) throws IOException {
        if (file.length > ScoreLimits.BYTES) {
            throw new SongRefused("The MusicXML file is too large: at most " + (ScoreLimits.BYTES >> 20) + " MiB are read.");
        }
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' ? unzipped(file) : file;
    }

    private static byte[] unzipped(byte[] file) throws IOException {
        Map<String, byte[]> scores = new LinkedHashMap<>();
        byte[] container = {};
        long room = ScoreLimits.UNPACKED;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > ScoreLimits.ENTRIES) {
                    throw new SongRefused("The .mxl file is not read: it holds more than " + ScoreLimits.ENTRIES + " files.");
                }
                String name = entry.getName();
                if (name.endsWith(".xml") || name.endsWith(".musicxml")) {
                    byte[] content = zip.readNBytes((int) room + 1);
                    room -= content.length;
                    if (room < 0) {
                        throw new SongRefused("The .mxl file is too large: unpacked at most "
                                + (ScoreLimits.UNPACKED >> 20) + " MiB are read.");
                    }
                    if (name.equals(CONTAINER)) {
                        container = content;
                    } else if (!name.startsWith("META-INF/")) {
                        scores.put(name, content);
                    }
                }
            }
        } catch (java.util.zip.ZipException | java.io.EOFException | IllegalArgumentException broken) {
            throw new SongRefused("The .mxl file is damaged: it was not copied whole.");
        }
        byte[] named = container.length == 0 ? null : scores.get(root(container));
        if (named == null && scores.isEmpty()) {
            throw new SongRefused("The .mxl file holds no score.");
        }
        return named == null ? scores.values().iterator().next() : named;
    }

    /** The score that a container names, or "": some name it in a way that XML doesn't allow, and are otherwise fine. */
    private static String root(byte[] container) {
        try (XmlStream xml = new XmlStream(container)) {
            for (String name = xml.next(); !name.isEmpty(); name = xml.next()) {
                if (name.equals("rootfile")) {
                    return xml.attribute("full-path");
                }
            }
        } catch (SongRefused unreadable) {
            return "";
        }
        return "";
    }

    /** A score, zipped; equal scores make equal bytes. */
    static byte[] zipped(byte[] score) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, CONTAINER, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<container><rootfiles><rootfile full-path=\"score.musicxml\""
                    + " media-type=\"application/vnd.recordare.musicxml+xml\"/></rootfiles></container>\n").getBytes(StandardCharsets.UTF_8));
            put(zip, "score.musicxml", score);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
