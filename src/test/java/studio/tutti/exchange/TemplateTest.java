package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

@DisplayName("A template")
class TemplateTest {

    private static Arrangement made(Template template, UnaryOperator<String> words) {
        Arrangement song = new Arrangement();
        song.apply(new Edit(new Id(1, 1), new Id(2, 2), 0, "song.template", Id.NONE, template.operations(new IdSequence(7, 0), words)));
        return song;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is one edit that an empty song takes, with tracks, sections and chords")
    void isASong(Template template) {
        Arrangement song = made(template, UnaryOperator.identity());
        assertThat(song.count(Kind.TRACK)).isGreaterThanOrEqualTo(4);
        assertThat(song.count(Kind.SECTION)).isPositive();
        assertThat(song.count(Kind.CHORD)).isGreaterThanOrEqualTo(8);
        assertThat(template.operations(new IdSequence(7, 0), UnaryOperator.identity()))
                .isEqualTo(template.operations(new IdSequence(7, 0), UnaryOperator.identity()));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("sounds from its first beat on, every note within its clip")
    void sounds(Template template) {
        Arrangement song = made(template, UnaryOperator.identity());
        Set<Element> contents = song.root().children(Kind.TRACK).stream()
                .flatMap(track -> track.children(Kind.CLIP).stream())
                .filter(clip -> clip.start() == 0)
                .map(clip -> song.find(clip.reference(Property.CONTENT)))
                .collect(Collectors.toSet());
        assertThat(contents).anySatisfy(content -> assertThat(content.children(Kind.NOTE)).anyMatch(note -> note.start() == 0));
        for (Element track : song.root().children(Kind.TRACK)) {
            for (Element clip : track.children(Kind.CLIP)) {
                long length = clip.number(Property.LOOP) > 0 ? clip.number(Property.LOOP) : clip.length();
                List<Element> notes = song.find(clip.reference(Property.CONTENT)).children(Kind.NOTE);
                assertThat(notes).allMatch(note -> note.start() >= 0 && note.start() < length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("speaks the language of whoever begins with it")
    void speaks(Template template) {
        Arrangement song = made(template, name -> "«" + name + "»");
        assertThat(song.root().children(Kind.TRACK)).allMatch(track -> track.text(Property.NAME).startsWith("«"));
        assertThat(song.root().children(Kind.SECTION)).allMatch(section -> section.text(Property.NAME).startsWith("«"));
    }
}
