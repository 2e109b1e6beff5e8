package studio.tutti.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.TakeFormat;
import studio.tutti.credit.CreditSheet;
import studio.tutti.credit.Credits;
import studio.tutti.credit.Deed;

@DisplayName("The credits of an idea from the tray")
class IdeaCreditsTest {

    @TempDir Path data;
    private final Secret anna = Secret.fresh();
    private final Secret ben = Secret.fresh();

    private static Id idea(Listener by, Id track, int pitch) {
        Id id = by.page.read(replica -> replica.newId());
        Take take = new Take("", List.of(Part.on(track, List.of(new Take.Note(0, 960, pitch, 90), new Take.Note(960, 960, pitch + 2, 90)))), List.of());
        by.page.say(new Message.PutIdea(id, "Riff", 0, 3840, true, TakeFormat.toBytes(take)));
        return id;
    }

    @Test
    @DisplayName("go to who had it, whoever accepted it; who accepts their own idea has made it")
    void makers() {
        try (TrayNode node = new TrayNode(data)) {
            Song song = node.bean(Songs.class).create(anna.person(), "Our song", List.of());
            try (Listener a = Listener.in(node, song.link(), anna); Listener b = Listener.in(node, song.link(), ben)) {
                Id track = a.track("Lead");
                Id annas = idea(a, track, 60);
                b.sees("the idea is there", annas, each -> each.take(1) != null);
                b.judge(annas, 1, Message.Verb.ACCEPT);
                b.sees("it is accepted", annas, each -> each.acceptance() != null && each.acceptance().revision() > 0);
                Id bens = idea(b, track, 70);
                b.sees("the idea is there", bens, each -> each.take(1) != null);
                b.judge(bens, 1, Message.Verb.ACCEPT_OVER);
                b.sees("it is accepted", bens, each -> each.acceptance() != null && each.acceptance().revision() > 0);
                CreditSheet sheet = node.bean(Credits.class).of(song.link(), ben.person());
                assertThat(sheet.contributors()).hasSize(2);
                assertThat(sheet.contributors()).filteredOn(each -> each.person().equals(anna.person())).singleElement()
                        .satisfies(each -> assertThat(List.of(each.made(), each.accepted())).containsExactly(2, 0));
                assertThat(sheet.contributors()).filteredOn(each -> each.person().equals(ben.person())).singleElement()
                        .satisfies(each -> assertThat(List.of(each.made(), each.accepted())).containsExactly(2, 2));
                assertThat(sheet.steps()).extracting(studio.tutti.credit.Step::deed).containsOnly(Deed.ACCEPTED);
                assertThat(sheet.steps()).extracting(studio.tutti.credit.Step::maker).containsExactly(anna.person(), Id.NONE);
                b.note(track, 2 * 3840L, 3 * 3840L, 80);
                CreditSheet later = node.bean(Credits.class).of(song.link(), ben.person());
                assertThat(later.steps()).as("the ledger is read on").hasSize(3).startsWith(sheet.steps().toArray(studio.tutti.credit.Step[]::new));
                assertThat(later.contributors()).filteredOn(each -> each.person().equals(ben.person())).singleElement()
                        .satisfies(each -> assertThat(each.made()).isEqualTo(3));
            }
        }
    }
}
