package studio.tutti.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The language of a page")
class LanguageTest {

    @Test
    @DisplayName("is the first that the browser wishes for and Tutti speaks, else English")
    void wished() {
        assertThat(language("fr", "zh-TW", "en")).isEqualTo(Language.CHINESE);
        assertThat(language("en-GB", "zh")).isEqualTo(Language.ENGLISH);
        assertThat(language("fr")).isEqualTo(Language.ENGLISH);
    }

    @Test
    @DisplayName("is what was switched to, whatever the browser wishes for")
    void switched() {
        assertThat(Language.of(new Cookie[] {new Cookie("other", "en"), new Cookie(Language.COOKIE, "zh")}, wishes("en")))
                .isEqualTo(Language.CHINESE);
        assertThat(Language.of(new Cookie[] {new Cookie(Language.COOKIE, "tlh")}, wishes("zh"))).isEqualTo(Language.CHINESE);
    }

    @Test
    @DisplayName("says sentences with their values, the core's too")
    void says() {
        Catalogue chinese = Catalogue.read(Locale.SIMPLIFIED_CHINESE, "shell", "core");
        assertThat(chinese.say("{0} edits", 12_345)).isEqualTo("12,345 次编辑");
        assertThat(chinese.say("not in the catalogue {0}", "x")).isEqualTo("not in the catalogue x");
        assertThat(chinese.told("A line of the chat has at most 2000 characters.")).isEqualTo("一条聊天最多 2000 个字符。");
        assertThat(chinese.told("said by nobody")).isEqualTo("said by nobody");
        assertThat(Catalogue.english().say("{0} edits", 12_345)).isEqualTo("12,345 edits");
    }

    private static Language language(String... wishes) {
        return Language.of(null, wishes(wishes));
    }

    private static java.util.Enumeration<Locale> wishes(String... tags) {
        return Collections.enumeration(List.copyOf(Stream.of(tags).map(Locale::forLanguageTag).toList()));
    }
}
