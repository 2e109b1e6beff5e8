package studio.tutti.library.internal.sfz;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import studio.tutti.library.BrokenSoundFont;

/**
 * A zip archive that is read and never unpacked onto the disk. An entry whose name leads out of the archive, or that holds more
 * than it may, refuses the whole; what is read is counted as it comes, whatever the archive says of itself.
 */
public final class Archive {

    /** Files that an archive may have. */
    static final int FILES = 20_000;
    /** Bytes that all its files may have together. */
    static final long ALL_BYTES = 1L << 30;
    /** Bytes that one file may have. */
    static final int FILE_BYTES = 1 << 28;

    private final Path file;
    private final Map<String, String> entries = new TreeMap<>();
    private final Map<String, String> byLetters = new HashMap<>();

    private Archive(Path file) {
        this.file = file;
    }

    /** Reads an archive's table of contents. */
    public static Archive open(Path file) throws IOException {
        Archive archive = new Archive(file);
        try (ZipFile zip = archive.zip()) {
            long all = 0;
            Enumeration<? extends ZipEntry> each = zip.entries();
            while (each.hasMoreElements()) {
                ZipEntry entry = each.nextElement();
                String name = entry.getName().replace('\\', '/');
                if (name.startsWith("/") || name.contains(":") || name.indexOf('\0') >= 0 || outside(name)) {
                    throw new BrokenSoundFont("The archive is refused: its entry “" + shown(name) + "” leads out of it.");
                }
                if (entry.isDirectory()) {
                    continue;
                }
                all += Math.max(0, entry.getSize());
                if (archive.entries.size() >= FILES) {
                    throw new BrokenSoundFont("The archive has more than " + FILES + " files.");
                }
                if (all > ALL_BYTES || entry.getSize() > FILE_BYTES) {
                    throw tooLarge();
                }
                String plain = normal(name);
                archive.entries.put(plain, entry.getName());
                archive.byLetters.putIfAbsent(plain.toLowerCase(Locale.ROOT), plain);
            }
        }
        return archive;
    }

    private ZipFile zip() throws IOException {
        try {
            return new ZipFile(file.toFile(), ZipFile.OPEN_READ, charset());
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw new BrokenSoundFont("The archive is damaged: it can't be opened as a zip file.");
        }
    }

    private static Charset charset() {
        return StandardCharsets.ISO_8859_1; // names that say so are read as UTF-8 all the same; none is refused
    }

    /** The files whose names end so, in the order of their names. */
    List<String> ending(String suffix) {
        List<String> found = new ArrayList<>();
        for (String name : entries.keySet()) {
            boolean hidden = name.startsWith("__MACOSX/") || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
            if (!hidden && name.toLowerCase(Locale.ROOT).endsWith(suffix)) {
                found.add(name);
            }
        }
        return found;
    }

    /** The file that a path from a folder means, or null; paths that lead out of the archive mean none. Case does not matter. */
    @Nullable String find(String folder, String path) {
        String joined = path.replace('\\', '/');
        if (joined.startsWith("/") || joined.contains(":") || outside(folder + joined)) {
            return null;
        }
        String plain = normal(folder + joined);
        return entries.containsKey(plain) ? plain : byLetters.get(plain.toLowerCase(Locale.ROOT));
    }

    /** The bytes of a file that is there. */
    byte[] read(String name) throws IOException {
        try (ZipFile zip = zip()) {
            ZipEntry entry = zip.getEntry(entries.get(name));
            if (entry == null) {
                throw new BrokenSoundFont("The archive has no file “" + shown(name) + "”.");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(FILE_BYTES + 1);
                if (bytes.length > FILE_BYTES) {
                    throw tooLarge();
                }
                return bytes;
            }
        } catch (ZipException | EOFException damaged) {
            throw new BrokenSoundFont("The archive is damaged at its file “" + shown(name) + "”.");
        }
    }

    private static boolean outside(String path) {
        int depth = 0;
        for (String part : path.split("/")) {
            depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static String normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 80 ? plain.substring(0, 79) + "…" : plain;
    }

    static BrokenSoundFont tooLarge() {
        return new BrokenSoundFont("The archive holds more than " + (ALL_BYTES >> 30) + " GiB, or a file of more than "
                + (FILE_BYTES >> 20) + " MiB.");
    }
}
