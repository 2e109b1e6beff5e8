package studio.tutti.cli.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The files of data packs in a folder, packed or not. A pack's {@code manifest.csv} may say which split each file belongs to,
 * in columns {@code path} and {@code split}.
 *
 * @param folder that holds zips, unpacked packs or plain files
 * @param split the split to take, or "" for everything
 */
record Packs(Path folder, String split) {

    /** Receives a file. */
    interface Visitor {
        void file(String name, byte[] content) throws IOException;
    }

    /** Visits every file whose name ends in one of some suffixes, in the order of names. */
    void visit(List<String> suffixes, Visitor visitor) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(Files::isRegularFile).sorted().toList();
        }
        Map<Path, Map<String, String>> manifests = new HashMap<>();
        for (Path file : all) {
            if (file.endsWith("manifest.csv")) {
                manifests.put(file.getParent(), splits(Files.readAllBytes(file)));
            }
        }
        for (Path file : all) {
            String name = file.toString();
            if (name.endsWith(".zip")) {
                visitZip(file, suffixes, visitor);
            } else if (isWanted(name, suffixes) && isInSplit(file, manifests)) {
                visitor.file(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private void visitZip(Path file, List<String> suffixes, Visitor visitor) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry manifest = zip.getEntry("manifest.csv");
            Map<String, String> splits = manifest == null ? Map.of() : splits(content(zip, manifest));
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (isWanted(entry.getName(), suffixes) && isInSplit(splits.get(entry.getName()))) {
                    visitor.file(file.getFileName() + "/" + entry.getName(), content(zip, entry));
                }
            }
        }
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static boolean isWanted(String name, List<String> suffixes) {
        String lower = name.toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(lower::endsWith);
    }

    private boolean isInSplit(Path file, Map<Path, Map<String, String>> manifests) {
        for (Path parent = file.getParent(); parent != null; parent = parent.getParent()) {
            Map<String, String> splits = manifests.get(parent);
            if (splits != null) {
                return isInSplit(splits.get(parent.relativize(file).toString()));
            }
        }
        return split.isEmpty();
    }

    private boolean isInSplit(@Nullable String of) {
        return split.isEmpty() || split.equals(of);
    }

    private static Map<String, String> splits(byte[] manifest) {
        List<String> lines = new String(manifest, StandardCharsets.UTF_8).lines().toList();
        List<String> head = lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(","));
        int path = head.indexOf("path");
        int split = head.indexOf("split");
        Map<String, String> splits = new HashMap<>();
        for (String line : path < 0 || split < 0 ? List.<String>of() : lines) {
            // Paths with a comma are quoted.
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            if (cells.length > Math.max(path, split)) {
                splits.put(cells[path].replaceAll("^\"|\"$", ""), cells[split]);
            }
        }
        return splits;
    }
}
