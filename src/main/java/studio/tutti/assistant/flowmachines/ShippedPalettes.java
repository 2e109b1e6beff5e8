package studio.tutti.assistant.flowmachines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The palettes that come along, made by {@code tutti palettes build} of the training songs of the corpora: {@code palettes/NAME.tpal} among
 * the resources, their names in order in {@code palettes/index.txt}.
 */
public final class ShippedPalettes {

    private static final String FOLDER = "/palettes/";
    private static final Map<String, SoftReference<Palette>> READ = new LinkedHashMap<>();

    private ShippedPalettes() {}

    /** Their names in the order in which people see them. */
    public static List<String> names() {
        byte[] index = resource("index.txt");
        return index == null ? List.of() : new String(index, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
    }

    /** A palette by its name; empty if none is called that. It is kept as long as there is room. */
    public static synchronized Optional<Palette> find(String name) {
        SoftReference<Palette> kept = READ.get(name);
        Palette known = kept == null ? null : kept.get();
        if (known != null) {
            return Optional.of(known);
        }
        byte[] bytes = names().contains(name) ? resource(name + ".tpal") : null;
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            Palette palette = Palette.read(bytes);
            READ.put(name, new SoftReference<>(palette));
            return Optional.of(palette);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Their cards, in order. */
    public static List<PaletteCard> cards() {
        return names().stream().map(name -> find(name).orElseThrow().card()).toList();
    }

    /**
     * All sources that stand behind what is made with a palette: its own, and those of the palettes that it borrows melodies and basses
     * from. Their credits are due together.
     */
    public static List<PaletteSource> sources(PaletteCard card) {
        List<PaletteSource> sources = new ArrayList<>(card.sources());
        for (String name : List.of(card.melodyFrom(), card.bassFrom())) {
            find(name).ifPresent(palette -> palette.card().sources().stream().filter(each -> !sources.contains(each)).forEach(sources::add));
        }
        return sources;
    }

    /** The example of a palette, some 30 seconds of it as a zipped MusicXML score; empty if there is none. */
    public static Optional<byte[]> example(String name) {
        return names().contains(name) ? Optional.ofNullable(resource(name + ".mxl")) : Optional.empty();
    }

    private static byte @Nullable [] resource(String name) {
        try (InputStream in = ShippedPalettes.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
