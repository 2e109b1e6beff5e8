package studio.tutti.cli.palettes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zipped data pack with its manifest, whose columns {@code path}, {@code group} and {@code split} say what belongs together and what for. */
final class CorpusPack implements Closeable {

    /**
     * A file of the pack.
     *
     * @param group what belongs to one song
     */
    record Entry(String path, String group, String split) {}

    private final ZipFile zip;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param folder that the packs lie in
     * @param name of the zip
     */
    CorpusPack(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no " + name + " in " + folder + ".");
        }
        zip = new ZipFile(file.toFile());
        List<List<String>> rows = Csv.rows(text("manifest.csv"));
        List<String> head = rows.getFirst();
        int path = head.indexOf("path");
        int group = head.indexOf("group");
        int split = head.indexOf("split");
        for (List<String> row : rows.subList(1, rows.size())) {
            entries.add(new Entry(row.get(path), row.get(group), row.get(split)));
        }
        entries.sort(java.util.Comparator.comparing(Entry::path));
    }

    /** The files of a split whose names end so, in the order of their names. */
    List<Entry> ending(String suffix, Split split) {
        return entries.stream().filter(each -> each.path().endsWith(suffix) && each.split().equals(split.word())).toList();
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

    String text(String path) throws IOException {
        return new String(read(path), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
