package studio.tutti.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import studio.tutti.core.arrangement.Id;

/** The drum kits that come along: which sound lies on which key. Their files lie among the program's own, in {@code sounds}. */
@Service
public class StarterKits {

    private static final String ROOT = "/sounds/";

    /**
     * A pad of a kit.
     *
     * @param key MIDI key
     * @param name what people call the sound
     * @param hash SHA-256 of its file
     * @param choke its choke group, 0 for none
     */
    public record Pad(int key, String name, String hash, int choke) {}

    private final Media media;

    StarterKits(Media media) {
        this.media = media;
    }

    /** The names of the kits. */
    public List<String> names() throws IOException {
        return List.copyOf(lines().keySet());
    }

    /** The pads of a kit, its sounds taken in among the files that songs use; empty for an unknown one. */
    public Optional<List<Pad>> take(Id person, String kit) throws IOException {
        List<String[]> lines = lines().get(kit);
        if (lines == null) {
            return Optional.empty();
        }
        Map<String, String> names = names("manifest.csv");
        List<Pad> pads = new ArrayList<>();
        for (String[] line : lines) {
            String name = names.getOrDefault(line[2], line[2]);
            String hash = hash(line[2]);
            if (media.find(hash).isEmpty()) {
                try (InputStream file = open(line[2])) {
                    media.keep(person, name, hash, file);
                }
            }
            pads.add(new Pad(Integer.parseInt(line[1]), name, hash, Integer.parseInt(line[3])));
        }
        return Optional.of(pads);
    }

    private static Map<String, List<String[]>> lines() throws IOException {
        Map<String, List<String[]>> kits = new LinkedHashMap<>();
        for (String line : text("kits.csv").lines().skip(1).toList()) {
            String[] cells = line.split(",");
            kits.computeIfAbsent(cells[0], name -> new ArrayList<>()).add(cells);
        }
        return kits;
    }

    private static Map<String, String> names(String manifest) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (String line : text(manifest).lines().skip(1).toList()) {
            int comma = line.indexOf(',');
            String rest = line.substring(comma + 1);
            names.put(line.substring(0, comma), rest.startsWith("\"") ? rest.substring(1, rest.indexOf('"', 1)) : rest.substring(0, rest.indexOf(',')));
        }
        return names;
    }

    private static String text(String path) throws IOException {
        try (InputStream file = open(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String hash(String path) throws IOException {
        try (InputStream file = open(path)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.readAllBytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InputStream open(String path) {
        InputStream file = StarterKits.class.getResourceAsStream(ROOT + path);
        if (file == null) {
            throw new IllegalStateException("The program lacks its own file " + path + ".");
        }
        return file;
    }
}
