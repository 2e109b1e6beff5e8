package studio.tutti.mastering.profileeq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The profiles that come along, made by {@code tutti profiles build} of licensed sounds: {@code profiles/NAME.json} among the resources, their names in
 * order in {@code profiles/index.txt}.
 */
public final class ShippedProfiles {

    private static final String FOLDER = "/profiles/";
    private static final Map<String, ShippedProfile> READ = new ConcurrentHashMap<>();

    /** Families that people look for and that there is no licensed material of, and why. */
    public static final Map<String, String> MISSING = Map.of(
            "vocal", "none of the licensed packs holds a recorded voice, and a synthetic choir is no vocal");

    private ShippedProfiles() {}

    /** Their names in the order in which people see them. */
    public static List<String> names() {
        try (InputStream in = ShippedProfiles.class.getResourceAsStream(FOLDER + "index.txt")) {
            return in == null ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All of them, in order. */
    public static List<ShippedProfile> all() {
        return names().stream().map(name -> find(name).orElseThrow()).toList();
    }

    /** One by its name; empty if none is called that. */
    public static Optional<ShippedProfile> find(String name) {
        return names().contains(name) ? Optional.of(READ.computeIfAbsent(name, ShippedProfiles::read)) : Optional.empty();
    }

    private static ShippedProfile read(String name) {
        try (InputStream in = ShippedProfiles.class.getResourceAsStream(FOLDER + name + ".json")) {
            if (in == null) {
                throw new IOException("The profile " + name + " is listed, but it is not there.");
            }
            return JsonMapper.shared().readValue(in.readAllBytes(), ShippedProfile.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
