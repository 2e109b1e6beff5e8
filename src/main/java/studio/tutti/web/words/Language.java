package studio.tutti.web.words;

import com.vaadin.flow.component.UI;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language that Tutti speaks. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "中文");

    /** Holds the language that somebody switched to; pages' scripts write it. */
    static final String COOKIE = "tutti-language";

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** What it is called by those who speak it. */
    public String ownName() {
        return ownName;
    }

    /** As the cookie and the page have it: "en", "zh". */
    String code() {
        return locale.getLanguage();
    }

    Language other() {
        return this == ENGLISH ? CHINESE : ENGLISH;
    }

    static List<Locale> locales() {
        return Stream.of(values()).map(Language::locale).toList();
    }

    static Language of(Locale locale) {
        return withCode(locale.getLanguage()).orElse(ENGLISH);
    }

    /** The language of the page that is being answered. */
    static Language now() {
        UI page = UI.getCurrent();
        return page == null ? ENGLISH : of(page.getLocale());
    }

    /** What was switched to, else the first that the browser wishes for and Tutti speaks. */
    public static Language of(Cookie @Nullable [] cookies, Enumeration<Locale> wishes) {
        Optional<Language> chosen = cookies == null ? Optional.empty() : Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> withCode(cookie.getValue()).stream())
                .findFirst();
        return chosen.or(() -> Collections.list(wishes).stream()
                .flatMap(wish -> withCode(wish.getLanguage()).stream())
                .findFirst()).orElse(ENGLISH);
    }

    private static Optional<Language> withCode(String code) {
        return Stream.of(values()).filter(language -> language.code().equals(code)).findFirst();
    }
}
