package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

@DisplayName("With fingers")
class FingersOnFormsIT extends InStudio {

    private StudioPage tablet() {
        StudioPage ada = StudioPage.open(touching(1024, 768), newSong(), "Ada");
        ada.ask("""
                (() => {
                  const track = song().addTrack('instrument', 'Bass', 33, -1);
                  song().addClip(track, 0, %1$d);
                  song().addNote(song().clips()[2], 960, 960, 60, 90);
                  song().addSection(0, 4 * %1$d, 'Chorus');
                  return true;
                })()""".formatted(BAR));
        ada.until("song().pending === 0 && song().clips().length === 10 && song().sections().length === 1");
        ada.settle();
        return ada;
    }

    @Test
    @DisplayName("bars and tracks are locked by a held finger's menu, and released by a tap on the padlock")
    void locks() {
        StudioPage ada = tablet();
        Hand hand = new Hand(ada);
        hand.choose(ada.onTrack(0, QUARTER), "Lock or release these bars of the track");
        ada.until("song().locks.all().length === 1 && song().locks.all()[0].length === " + BAR);
        ada.shoot("locks-fingers");
        Point end = ada.onTrack(0, BAR);
        hand.tap(end.plus(-12, 9 - ada.whole("studio().arrangement.layout.rowHeight(0)") / 2.0));
        hand.choose("Release what Ada has locked");
        ada.until("song().locks.all().length === 0");
        Locator name = ada.page().locator("tutti-track-head .name").first();
        hand.choose(hand.on(name), "Lock against assistants");
        ada.until("song().locks.all().length === 1 && song().locks.all()[0].length === 0");
        hand.tap(ada.page().locator("tutti-track-head .switch.locked"));
        hand.choose("Release what Ada has locked");
        ada.until("song().locks.all().length === 0");
    }

    @Test
    @DisplayName("a section's form is kept, switched, heard, merged and discarded")
    void forms() {
        StudioPage ada = tablet();
        Hand hand = new Hand(ada);
        hand.choose(ada.onLane("sections", QUARTER), "Keep this as an alternative, and go on writing");
        ada.until("song().alternatives.all().length === 1");
        ada.ask("(song().moveNotes([song().notes(song().clips()[2], 0, 1e9)[0]], 0, 5), true)");
        hand.choose(ada.onLane("sections", QUARTER), "Play B");
        ada.until("song().alternatives.all()[0].heard && song().notes(song().clips()[2], 0, 1e9)[3] === 60");
        hand.choose(ada.onLane("sections", QUARTER), "Play A");
        ada.until("!song().alternatives.all()[0].heard && song().notes(song().clips()[2], 0, 1e9)[3] === 65");
        hand.choose(ada.onLane("sections", QUARTER), "Compare, merge and discard…");
        Locator forms = ada.page().locator("tutti-forms");
        Locator b = forms.locator(".form[data-form='B']");
        hand.tap(b.getByText("Hear"));
        assertThat(b.getByText("Hear")).hasAttribute("aria-pressed", "true");
        hand.tap(b.getByText("Hear"));
        hand.tap(b.getByText("Merge…"));
        assertThat(forms.locator(".difference")).hasCount(1);
        hand.tap(forms.locator(".difference").getByText("Both"));
        ada.shoot("forms-fingers");
        hand.tap(forms.getByText("Merge", new Locator.GetByTextOptions().setExact(true)));
        ada.until("song().alternatives.all().length === 0 && song().clips().length === 10 && song().notes(song().clips()[2], 0, 1e9).length === 12");
    }
}
