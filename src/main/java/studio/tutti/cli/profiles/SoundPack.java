package studio.tutti.cli.profiles;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import studio.tutti.cli.palettes.Csv;
import studio.tutti.mastering.Recording;

/** A zipped data pack whose manifest describes each file in a row. */
final class SoundPack implements Closeable {

    private final ZipFile zip;
    private final Path folder;

    /** @param folder for what is being read */
    SoundPack(Path data, String name, Path folder) throws IOException {
        Path file = data.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no " + name + " in " + data + ".");
        }
        zip = new ZipFile(file.toFile());
        this.folder = folder;
    }

    /** The manifest's rows by the names of its columns, in the order of the files' names. */
    List<Map<String, String>> rows() throws IOException {
        List<List<String>> all = Csv.rows(new String(read("manifest.csv"), StandardCharsets.UTF_8));
        List<String> head = all.getFirst();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : all.subList(1, all.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(head.size(), cells.size()); i++) {
                row.put(head.get(i), cells.get(i));
            }
            rows.add(row);
        }
        rows.sort(Comparator.comparing(row -> row.getOrDefault("path", "")));
        return rows;
    }

    /** The rows that may be learned from. */
    List<Map<String, String>> training() throws IOException {
        return rows().stream().filter(row -> "train".equals(row.get("split"))).toList();
    }

    byte[] read(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new IOException("The pack lacks " + path + ".");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** A sound of it, until the next is asked for. */
    Recording sound(String path) throws IOException {
        Path file = folder.resolve("sound" + path.substring(path.lastIndexOf('.')));
        try (InputStream in = zip.getInputStream(zip.getEntry(path))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return Recording.of(file);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
