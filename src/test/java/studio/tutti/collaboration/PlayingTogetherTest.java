package studio.tutti.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.live.Touch;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.recording.Played.What;
import studio.tutti.core.transport.Joint;

@DisplayName("People who play in one room")
class PlayingTogetherTest {

    private static @TempDir Path data;
    private static Node node;
    private Band band;
    private Song song;

    @BeforeAll
    static void start() {
        node = Node.alone(data);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void begin() {
        band = new Band();
        song = node.songs().create(Secret.fresh().person(), "Our song", List.of());
    }

    @AfterEach
    void end() {
        band.close();
    }

    private static Message.Sound sound(int number) {
        return new Message.Sound(number, 5, List.of(new Touch(new Id(1, 1), 3, What.DOWN, 60, 99)));
    }

    @Test
    @DisplayName("hear what the others play, not themselves")
    void hear() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        band.untilOne();
        anna.say(sound(1));
        assertThat(band.hears(ben, Message.Sounded.class, each -> true).sound()).isEqualTo(sound(1));
        ben.say(sound(2));
        band.hears(anna, Message.Sounded.class, each -> each.sound().number() == 2);
        assertThat(band.heard.get(anna)).filteredOn(Message.Sounded.class::isInstance).hasSize(1);
    }

    @Test
    @DisplayName("are told no more of one than hands can play")
    void limit() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        band.untilOne();
        for (int i = 1; i <= 2_000; i++) {
            anna.say(sound(i));
        }
        anna.say(new Message.AskTime(7));
        band.hears(anna, Message.Time.class, each -> each.nonce() == 7);
        anna.say(new Message.Say(new Id(9, 9), "all of it"));
        band.hears(ben, Message.Chat.class, each -> each.lines().stream().anyMatch(line -> line.text().equals("all of it")));
        assertThat(band.heard.get(ben)).filteredOn(Message.Sounded.class::isInstance).hasSizeBetween(50, 1_000);
    }

    @Test
    @DisplayName("ask what time it is")
    void time() {
        LoadPage anna = band.in(node, song.link());
        anna.say(new Message.AskTime(42));
        long micros = band.hears(anna, Message.Time.class, each -> each.nonce() == 42).micros();
        assertThat(micros / 1000).isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 1);
    }

    @Test
    @DisplayName("share a transport: who has joined moves it, all are told of a moment at least 250 ms ahead, late ones too")
    void together() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        anna.say(new Message.Conduct(Message.Move.PLAY, 960, 0, 0));
        anna.say(new Message.Conduct(Message.Move.JOIN, 0, 0, 0));
        ben.say(new Message.Conduct(Message.Move.JOIN, 0, 0, 0));
        Message.Together both = band.hears(anna, Message.Together.class, each -> each.joined().size() == 2);
        assertThat(both.playing()).as("who has not joined moves nothing").isFalse();

        long before = System.currentTimeMillis();
        ben.say(new Message.Conduct(Message.Move.PLAY, 1920, 0, 3840));
        Message.Together plays = band.hears(anna, Message.Together.class, Message.Together::playing);
        assertThat(plays.tick()).isEqualTo(1920);
        assertThat(plays.loopTo()).isEqualTo(3840);
        assertThat(plays.at() / 1000).isGreaterThanOrEqualTo(before + 250).isLessThan(System.currentTimeMillis() + Joint.LEAD_MILLIS + 1);

        LoadPage late = band.in(node, song.link());
        assertThat(band.hears(late, Message.Together.class, Message.Together::playing).at()).isEqualTo(plays.at());

        ben.close();
        band.hears(anna, Message.Together.class, each -> each.playing() && each.joined().size() == 1);
        anna.say(new Message.Conduct(Message.Move.LEAVE, 0, 0, 0));
        Message.Together left = band.hears(late, Message.Together.class, each -> each.joined().isEmpty() && each.at() > plays.at());
        assertThat(left.playing()).as("what nobody hears any more stands").isFalse();
    }

    @Test
    @DisplayName("let one page alone sound, joined or not, as who comes late is told, until somebody lets all sound again")
    void onlyHere() {
        LoadPage anna = band.in(node, song.link());
        LoadPage ben = band.in(node, song.link());
        band.untilOne();
        anna.say(new Message.Conduct(Message.Move.HERE, 0, 0, 0));
        Message.Together here = band.hears(ben, Message.Together.class, each -> !each.sounding().equals(Id.NONE));
        assertThat(here.playing()).isFalse();
        LoadPage late = band.in(node, song.link());
        assertThat(band.hears(late, Message.Together.class, each -> true).sounding()).isEqualTo(here.sounding());

        ben.say(new Message.Conduct(Message.Move.JOIN, 0, 0, 0));
        ben.say(new Message.Conduct(Message.Move.PLAY, 960, 0, 0));
        assertThat(band.hears(late, Message.Together.class, Message.Together::playing).sounding()).isEqualTo(here.sounding());
        ben.say(new Message.Conduct(Message.Move.EVERYWHERE, 0, 0, 0));
        Message.Together all = band.hears(late, Message.Together.class, each -> each.at() > here.at() && each.sounding().equals(Id.NONE));
        assertThat(all.playing()).as("which moves nothing").isTrue();
    }

    @Test
    @DisplayName("go on from where they are when the tempo changes, as one who comes late sees it, too")
    void tempo() {
        LoadPage anna = band.in(node, song.link());
        anna.say(new Message.Conduct(Message.Move.JOIN, 0, 0, 0));
        anna.say(new Message.Conduct(Message.Move.PLAY, 3840, 0, 0));
        Message.Together plays = band.hears(anna, Message.Together.class, Message.Together::playing);
        Band.until("it plays for half a second", () -> System.currentTimeMillis() > plays.at() / 1000 + 500);
        anna.edit("tempo", List.of(new Operation.Add(anna.read(replica -> replica.newId()), Kind.TEMPO, Map.of(
                Property.PARENT, Arrangement.ROOT, Property.START, 0L, Property.TEMPO, 1_000_000L))));
        Message.Together goesOn = band.hears(anna, Message.Together.class, each -> each.at() > plays.at());
        double quarters = (goesOn.at() - plays.at()) / 500_000.0;
        assertThat(goesOn.playing()).isTrue();
        assertThat((double) goesOn.tick()).isCloseTo(3840 + quarters * 960, within(1.0));
    }
}
