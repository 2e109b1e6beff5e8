package studio.tutti.core.lyrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.lyrics.SyllableText.Break;

@DisplayName("Words as people type them")
class TypedWordsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "Hel-lo world         | Hel- lo world",
        "Glo-_ _ri-a, 2 3     | Glo- _ _ ri- a, 2 3",
        "oh__ yes             | oh _ _ yes",
        "well=known don't     | well=known don't",
        "你好，世界            | 你 好， 世 界",
        "《我爱 你》love        | 《我 爱 你》 love",
        "きょうは               | きょ う は",
        "사랑해 너를            | 사- 랑- 해 너- 를",
        "wait - now-          | wait now-",
        "--a--b               | a- b",
        "/next \\new          | /next \\new",
    })
    @DisplayName("part at spaces, hyphens and Chinese characters")
    void part(String typed, String syllables) {
        assertThat(String.join(" ", texts(TypedWords.syllables(typed.strip())))).isEqualTo(syllables);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
        "Hel-lo world", "Glo-__ri-a in ex-cel-sis", "oh__ yes", "你好，世界", "사랑해 너를", "don't stop-", "a = b", "爱 love 你", "_ hm"
    })
    @DisplayName("come back as they were typed, but for idle spaces")
    void comeBack(String typed) {
        List<SyllableText> syllables = TypedWords.syllables(typed);
        String again = TypedWords.typed(syllables);
        assertThat(TypedWords.syllables(again)).isEqualTo(syllables);
        assertThat(again.replace(" ", "")).isEqualTo(typed.replace(" ", ""));
    }

    @Test
    @DisplayName("begin a line with each line, and a paragraph after an empty one")
    void lines() {
        assertThat(TypedWords.syllables("\n\none\ntwo three\r\n\r\n \nfour\n\n"))
                .extracting(SyllableText::text).containsExactly("one", "/two", "three", "\\four");
    }

    @Test
    @DisplayName("are none in a text of spaces, hyphens and slashes")
    void none() {
        assertThat(TypedWords.syllables(" \n - -- \t / \\ ")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"la", "/la-", "\\la", "_", "/_", "x=", "-"})
    @DisplayName("are told apart from their marks and put together again")
    void marks(String text) {
        assertThat(SyllableText.of(text).text()).isEqualTo(text);
    }

    @Test
    @DisplayName("have the stronger of several breaks before them")
    void breaks() {
        assertThat(SyllableText.of(" /\\ la ").before()).isEqualTo(Break.PARAGRAPH);
        assertThat(SyllableText.of("//la").text()).isEqualTo("/la");
    }

    private static List<String> texts(List<SyllableText> syllables) {
        return syllables.stream().map(SyllableText::text).toList();
    }
}
