package studio.tutti.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.editing.Labels;
import studio.tutti.exchange.Template;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the code's sentences as they stand in its files, and looks each of them up. */
@DisplayName("The catalogues")
class CataloguesTest {

    private static final Path PAGE = Path.of("frontend");
    private static final Path SHELL = Path.of("src/main/java/studio/tutti/web");
    private static final Path CORE = Path.of("src/main/java/studio/tutti/core");

    private static final Pattern SAID_BY_PAGE = Pattern.compile("(?<![\\w.])t\\(\\s*'((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern SAID_BY_SHELL = Pattern.compile("(?<![\\w.])t\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Tables whose entries are said where they are shown. */
    private static final Pattern NAMED = Pattern.compile("\\b(?:name|title): '([A-Z0-9](?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern REFUSED = Pattern.compile("new EditRefused\\(\\s*\"([A-Z](?:[^\"\\\\]|\\\\.)*)\"\\)");
    private static final Pattern BARE = Pattern.compile("(?:aria-label|data-tip|placeholder|label|title)=\"[A-Z][a-z]+[^\"$]*\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    @DisplayName("hold every sentence of the page in Chinese")
    void page() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String text : files(PAGE, path -> path.toString().endsWith(".ts") && !path.startsWith(PAGE.resolve("words"))
                && !path.toString().contains("generated")).values()) {
            said.addAll(found(SAID_BY_PAGE, text));
        }
        for (String text : files(PAGE.resolve("studio"), path -> path.toString().matches(
                ".*(-commands|layout|grid-step|pages|instruments)\\.ts")).values()) {
            said.addAll(found(NAMED, text));
        }
        assertThat(said).hasSizeGreaterThan(200);
        assertThat(missing(said, names().stream().filter(name -> !name.equals("shell")).toArray(String[]::new))).isEmpty();
    }

    @Test
    @DisplayName("hold every sentence of the shell in Chinese")
    void shell() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String text : files(SHELL, path -> path.toString().endsWith(".java")).values()) {
            said.addAll(found(SAID_BY_SHELL, text));
        }
        for (Template template : Template.values()) {
            said.addAll(List.of(template.title(), template.promise()));
            template.operations(new IdSequence(1, 0), name -> {
                said.add(name);
                return name;
            });
        }
        assertThat(said).hasSizeGreaterThan(90);
        assertThat(missing(said, "shell")).isEmpty();
    }

    @Test
    @DisplayName("hold what edits are called and why the core refuses one")
    void core() throws Exception {
        Set<String> said = new TreeSet<>();
        for (Field key : Labels.class.getFields()) {
            if (Modifier.isStatic(key.getModifiers()) && key.getType() == String.class) {
                said.add(Labels.words((String) key.get(null)));
            }
        }
        for (String text : files(CORE, path -> path.toString().endsWith(".java")).values()) {
            said.addAll(found(REFUSED, text));
        }
        assertThat(said).hasSizeGreaterThan(50);
        assertThat(missing(said, "core")).isEmpty();
    }

    @Test
    @DisplayName("have the same values in a sentence as its English has")
    void places() throws IOException {
        for (String name : names()) {
            catalogue(name).forEach((english, chinese) -> {
                assertThat(chinese).as(english).isNotBlank();
                assertThat(found(PLACE, chinese)).as(english).containsExactlyInAnyOrderElementsOf(found(PLACE, english));
            });
        }
    }

    @Test
    @DisplayName("are asked for every name and tooltip that the page's elements bear")
    void nothingIsBare() throws IOException {
        Map<String, List<String>> bare = new TreeMap<>();
        files(PAGE.resolve("studio"), path -> path.toString().endsWith(".ts")).forEach((path, text) -> {
            List<String> words = BARE.matcher(text).results().map(MatchResult::group).toList();
            if (!words.isEmpty()) {
                bare.put(path.toString(), words);
            }
        });
        assertThat(bare).isEmpty();
    }

    private static Map<Path, String> files(Path root, Predicate<Path> wanted) throws IOException {
        Map<Path, String> texts = new HashMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(Files::isRegularFile).filter(wanted).toList()) {
                texts.put(path, Files.readString(path));
            }
        }
        return texts;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results()
                .map(match -> match.groupCount() == 0 ? match.group() : match.group(1).replaceAll("\\\\(['\"\\\\])", "$1"))
                .toList();
    }

    private static Set<String> missing(Set<String> said, String... names) throws IOException {
        Set<String> missing = new TreeSet<>(said);
        for (String name : names) {
            missing.removeAll(catalogue(name).keySet());
        }
        return missing.stream().filter(sentence -> sentence.matches(".*[A-Za-z]{2}.*")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(PAGE.resolve("words/zh"))) {
            return all.map(path -> path.getFileName().toString().replace(".json", "")).toList();
        }
    }

    private static Map<String, String> catalogue(String name) throws IOException {
        return JsonMapper.shared().readValue(Files.readString(PAGE.resolve("words/zh/" + name + ".json")),
                new TypeReference<Map<String, String>>() { });
    }
}
