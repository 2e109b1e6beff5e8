package studio.tutti.web.words;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, in the language of the person before it. An English sentence is its own key:
 * {@code t("“{0}” is among your songs.", name)}. A sentence that a language lacks is said in English.
 */
public final class Words {

    private static final Map<Language, Catalogue> PAGES = Map.of(
            Language.ENGLISH, Catalogue.english(),
            Language.CHINESE, Catalogue.read(Language.CHINESE.locale(), "shell"));

    private static final Map<Language, Catalogue> CORE = Map.of(
            Language.ENGLISH, Catalogue.english(),
            Language.CHINESE, Catalogue.read(Language.CHINESE.locale(), "core"));

    private Words() {
    }

    /**
     * @param english the sentence in English, values' places as <code>{0}</code>, <code>{1}</code> and so on
     */
    public static String t(String english, Object... values) {
        return in(Language.now(), english, values);
    }

    public static String in(Language language, String english, Object... values) {
        return Objects.requireNonNull(PAGES.get(language)).say(english, values);
    }

    /** A sentence that was made in English elsewhere: what the core calls edits and why it refuses them. */
    public static String told(@Nullable String sentence) {
        return sentence == null ? "" : Objects.requireNonNull(CORE.get(Language.now())).told(sentence);
    }

    /** Several such sentences as one text. */
    public static String said(List<String> sentences) {
        return sentences.stream().map(Words::told).collect(Collectors.joining(" "));
    }
}
