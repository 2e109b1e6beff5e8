package studio.tutti.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.Message.Look;
import studio.tutti.core.protocol.Message.Looked;
import studio.tutti.core.protocol.Message.Looking;
import studio.tutti.core.protocol.Presence;
import studio.tutti.core.protocol.View;

@DisplayName("Looking together")
class GatheringTest {

    private static final Id ANN = new Id(1, 1);
    private static final Id ANNS_PAGE = new Id(1, 5);
    private static final Id ANNS_NEXT_PAGE = new Id(1, 6);
    private static final Id BENS_PAGE = new Id(2, 5);

    private final Gathering gathering = new Gathering();

    private static Message.People came(Id session, Id person) {
        return new Message.People(List.of(new Message.Someone(session, person, "Ann", 7, Presence.NOWHERE)), List.of());
    }

    private static View view(long from) {
        return new View(from, from + 960, Id.NONE, Id.NONE, false, 0, 0, -1);
    }

    @Test
    @DisplayName("asks whom one goes along with for their view, hears only that, and only the latest")
    void follows() {
        assertThat(gathering.follow(ANN, ANNS_PAGE)).containsExactly(new Look(Looking.FOLLOW, List.of(ANNS_PAGE), View.NOTHING));
        gathering.receive(new Looked(BENS_PAGE, Looking.VIEW, List.of(), view(1)));
        assertThat(gathering.next()).isNull();
        gathering.receive(new Looked(ANNS_PAGE, Looking.VIEW, List.of(), view(2)));
        gathering.receive(new Looked(ANNS_PAGE, Looking.VIEW, List.of(), view(3)));
        assertThat(gathering.next()).extracting(Looked::view).isEqualTo(view(3));
        assertThat(gathering.next()).isNull();
        assertThat(gathering.follow(Id.NONE, Id.NONE)).containsExactly(new Look(Looking.LEAVE, List.of(ANNS_PAGE), View.NOTHING));
        assertThat(gathering.followed()).isEqualTo(Id.NONE);
    }

    @Test
    @DisplayName("goes on with a person who comes back on another page, and asks again after a lost connection")
    void goesOn() {
        gathering.follow(ANN, ANNS_PAGE);
        assertThat(gathering.receive(new Message.People(List.of(), List.of(ANNS_PAGE)))).isEmpty();
        assertThat(gathering.followed()).isEqualTo(ANN);
        assertThat(gathering.receive(came(ANNS_NEXT_PAGE, ANN))).containsExactly(new Look(Looking.FOLLOW, List.of(ANNS_NEXT_PAGE), View.NOTHING));
        gathering.lose();
        assertThat(gathering.receive(came(ANNS_NEXT_PAGE, ANN))).containsExactly(new Look(Looking.FOLLOW, List.of(ANNS_NEXT_PAGE), View.NOTHING));
        assertThat(gathering.receive(came(ANNS_NEXT_PAGE, ANN))).as("that they moved is no news").isEmpty();
    }

    @Test
    @DisplayName("knows who goes along with this page, until they say otherwise or leave, and who asks everyone to come")
    void followers() {
        gathering.receive(new Looked(BENS_PAGE, Looking.FOLLOW, List.of(), View.NOTHING));
        gathering.receive(new Looked(ANNS_PAGE, Looking.FOLLOW, List.of(), View.NOTHING));
        assertThat(gathering.followers()).containsExactly(BENS_PAGE, ANNS_PAGE);
        gathering.receive(new Looked(BENS_PAGE, Looking.LEAVE, List.of(), View.NOTHING));
        gathering.receive(new Message.People(List.of(), List.of(ANNS_PAGE)));
        assertThat(gathering.followers()).isEmpty();
        gathering.receive(new Looked(BENS_PAGE, Looking.GATHER, List.of(), view(1)));
        gathering.receive(new Looked(BENS_PAGE, Looking.GATHER, List.of(), view(2)));
        assertThat(gathering.next()).extracting(Looked::what, Looked::view).containsExactly(Looking.GATHER, view(2));
        assertThat(gathering.next()).isNull();
    }
}
