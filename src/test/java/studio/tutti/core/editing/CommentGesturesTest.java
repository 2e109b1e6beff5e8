package studio.tutti.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.Ticks;

@DisplayName("Comments")
class CommentGesturesTest {

    private static final Author ANN = new Author(new Id(1, 1), "Ann", 0xF2906B);
    private static final Author BEN = new Author(new Id(2, 2), "Ben", 0x6EA8FE);

    private final Desk desk = new Desk();
    private final CommentGestures comments = new CommentGestures(desk.arrangement, desk.ids);

    private Element said(Element place, long start, String text, Author author) {
        return desk.does(comments.comment(place, start, 960, text, author, 1_000)).getFirst();
    }

    @Test
    @DisplayName("lie where they were made, with the words, the author and the time")
    void comment() {
        Element clip = desk.clip(desk.track(TrackType.INSTRUMENT), 3840, 3840);
        Element onBars = said(desk.arrangement.root(), 7680, "  Slower here?  ", ANN);
        Element onClip = said(clip, 960, "Too loud", BEN);
        assertThat(onBars.parent()).isSameAs(desk.arrangement.root());
        assertThat(onBars.text(Property.TEXT)).isEqualTo("Slower here?");
        assertThat(onBars.text(Property.NAME)).isEqualTo("Ann");
        assertThat(onBars.number(Property.COLOUR)).isEqualTo(0xF2906B);
        assertThat(onBars.reference(Property.HOLDER)).isEqualTo(ANN.person());
        assertThat(onBars.number(Property.SINCE)).isEqualTo(1_000);
        assertThat(onClip.parent()).isSameAs(clip);
        assertThat(onClip.start()).isEqualTo(960);
    }

    @Test
    @DisplayName("stay within the clip or the song that they are about")
    void within() {
        Element clip = desk.clip(desk.track(TrackType.INSTRUMENT), 0, 3840);
        assertThat(said(clip, 99_999, "late", ANN).start()).isEqualTo(3839);
        assertThat(said(desk.arrangement.root(), -5, "early", ANN).start()).isZero();
        assertThat(said(desk.arrangement.root(), Long.MAX_VALUE, "very late", ANN).end()).isLessThanOrEqualTo(Ticks.LAST);
    }

    @Test
    @DisplayName("are answered in one thread, also where an answer is answered, and an answer opens it again")
    void answers() {
        Element first = said(desk.arrangement.root(), 960, "Key of D?", ANN);
        desk.does(comments.resolve(first, true));
        Element second = desk.does(comments.answer(first, "E flat!", BEN, 2_000)).getFirst();
        Element third = desk.does(comments.answer(second, "Fine", ANN, 3_000)).getFirst();
        assertThat(List.of(second, third)).allSatisfy(answer -> {
            assertThat(answer.reference(Property.THREAD)).isEqualTo(first.id());
            assertThat(answer.start()).isEqualTo(960);
        });
        assertThat(first.flag(Property.RESOLVED)).isFalse();
        desk.does(comments.resolve(third, true));
        assertThat(first.flag(Property.RESOLVED)).isTrue();
    }

    @Test
    @DisplayName("are changed and removed by their author only, a thread with its answers")
    void own() {
        Element first = said(desk.arrangement.root(), 0, "Key of D?", ANN);
        desk.does(comments.answer(first, "E flat!", BEN, 2_000));
        assertThatThrownBy(() -> comments.rewrite(first, "Mine", BEN.person())).isInstanceOf(EditRefused.class);
        assertThatThrownBy(() -> comments.remove(first, BEN.person())).isInstanceOf(EditRefused.class);
        desk.does(comments.rewrite(first, "Key of C?", ANN.person()));
        assertThat(first.text(Property.TEXT)).isEqualTo("Key of C?");
        Journal journal = desk.apply(comments.remove(first, ANN.person()).operations());
        assertThat(desk.all(Kind.COMMENT)).isEmpty();
        desk.apply(journal.inverse());
        assertThat(desk.all(Kind.COMMENT)).hasSize(2);
    }

    @Test
    @DisplayName("are refused without words, with too many, and about what is gone")
    void refused() {
        Element track = desk.track(TrackType.INSTRUMENT);
        assertThatThrownBy(() -> said(track, 0, " \n ", ANN)).hasMessageContaining("at least one word");
        assertThatThrownBy(() -> said(track, 0, "x".repeat(501), ANN)).hasMessageContaining("at most 500");
        desk.does(desk.tracks.remove(List.of(track)));
        assertThatThrownBy(() -> said(track, 0, "Nice", ANN)).hasMessageContaining("not part of the song");
    }

    @Test
    @DisplayName("move with their clip, and go and come back with it")
    void withTheirClip() {
        Element clip = desk.clip(desk.track(TrackType.INSTRUMENT), 0, 3840);
        Element comment = said(clip, 960, "Here", ANN);
        desk.does(desk.clips.move(List.of(clip), 3840, 0));
        assertThat(comment.start()).isEqualTo(960);
        Journal removal = desk.apply(desk.clips.remove(List.of(clip)).operations());
        assertThat(comment.isAlive()).isFalse();
        desk.apply(removal.inverse());
        assertThat(comment.isAlive()).isTrue();
    }

    @Test
    @DisplayName("stay when the song goes back to an earlier version, those made since and those changed since")
    void outliveRestoration() {
        Element before = said(desk.arrangement.root(), 0, "Old", ANN);
        Desk then = new Desk();
        then.apply(List.of());
        desk.does(comments.rewrite(before, "Old, rewritten", ANN.person()));
        said(desk.arrangement.root(), 960, "New", BEN);
        desk.track(TrackType.DRUMS);
        desk.apply(Restoration.operations(desk.arrangement, then.arrangement, desk.ids.next()));
        assertThat(desk.all(Kind.TRACK)).isEmpty();
        assertThat(desk.all(Kind.COMMENT)).extracting(each -> each.text(Property.TEXT)).containsExactly("Old, rewritten", "New");
    }

    @Test
    @DisplayName("mention people whose names they hold after an @, the longest name that fits, whatever the capitals")
    void mentions() {
        List<String> names = List.of("Ann", "Ann Lee", "Ben", "周杰");
        assertThat(Mentions.in("@ann lee and @Ben, not ben@ben.org nor @Benjamin; @周杰!", names))
                .extracting(Mentions.Mention::name).containsExactly("Ann Lee", "Ben", "周杰");
        assertThat(Mentions.in("@Ann", names)).containsExactly(new Mentions.Mention(0, 4, "Ann"));
        assertThat(Mentions.names("so @Ben?", "Ben")).isTrue();
        assertThat(Mentions.names("@@", "Ben")).isFalse();
    }
}
