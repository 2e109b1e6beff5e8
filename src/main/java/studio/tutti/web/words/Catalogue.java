package studio.tutti.web.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sentences of one language, by the English ones. Values stand in the places <code>{0}</code>, <code>{1}</code> and so on;
 * numbers are written as the language writes them.
 */
final class Catalogue {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Map<String, String> sentences;
    private final Locale locale;

    private Catalogue(Map<String, String> sentences, Locale locale) {
        this.sentences = sentences;
        this.locale = locale;
    }

    /** English is its own key. */
    static Catalogue english() {
        return new Catalogue(Map.of(), Locale.ENGLISH);
    }

    /** Reads the catalogues of a language from {@code words/}. */
    static Catalogue read(Locale locale, String... names) {
        Map<String, String> sentences = new HashMap<>();
        for (String name : names) {
            try (InputStream in = Catalogue.class.getResourceAsStream("/words/" + locale.getLanguage() + "/" + name + ".json")) {
                sentences.putAll(JsonMapper.shared().readValue(in, new TypeReference<Map<String, String>>() { }));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new Catalogue(sentences, locale);
    }

    String say(String english, Object... values) {
        String sentence = sentences.getOrDefault(english, english);
        if (values.length == 0) {
            return sentence;
        }
        return PLACE.matcher(sentence).replaceAll(place -> {
            int at = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(at < values.length ? words(values[at]) : place.group());
        });
    }

    private String words(Object value) {
        return value instanceof Number number ? NumberFormat.getInstance(locale).format(number) : String.valueOf(value);
    }

    /** A sentence that came in English with its values already in place; English where nothing fits. */
    String told(String sentence) {
        String same = sentences.get(sentence);
        if (same != null || sentences.isEmpty()) {
            return same == null ? sentence : same;
        }
        for (Map.Entry<String, String> entry : sentences.entrySet()) {
            if (entry.getKey().contains("{0}")) {
                Matcher match = pattern(entry.getKey()).matcher(sentence);
                if (match.matches()) {
                    return PLACE.matcher(entry.getValue()).replaceAll(place ->
                            Matcher.quoteReplacement(told(match.group(Integer.parseInt(place.group(1)) + 1))));
                }
            }
        }
        return sentence;
    }

    /** What a sentence becomes once values are in its places, which come in order in English. */
    private static Pattern pattern(String english) {
        return Pattern.compile(Stream.of(PLACE.split(english, -1)).map(Pattern::quote).collect(Collectors.joining("(.+)")));
    }
}
