package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;

/** Base of tests of the tray: the assistants are those of {@link TestAssistants}, whose speed tests can set. */
abstract class InTrayStudio extends InStudio {

    /** The last key of a tune of four quarters, far above what the assistant plays. */
    static final int TUNE = 72;

    @Override
    Map<String, Object> settings() {
        return Map.of(TestAssistants.SETTING, "true");
    }

    /** A song with a silent track "Bass" that has an empty clip on bar 2, and a track with a note in the same bar. */
    static void prepare(StudioPage page) {
        page.ask("""
                (() => {
                  const bass = song().addTrack('instrument', 'Bass', 33, -1);
                  song().addClip(bass, %1$d, %1$d);
                  const tune = song().addTrack('instrument', 'Tune', 0, bass);
                  song().addClip(tune, %1$d, %1$d);
                  const packed = song().clips();
                  song().addNote(packed[12], 0, 960, %2$d, 90);
                  return true;
                })()""".formatted(BAR, TUNE));
        page.until("song().pending === 0 && song().clips().length === 20");
        page.settle();
    }

    static Locator proposal(StudioPage page) {
        return page.page().locator("tutti-proposal").first();
    }

    static Locator take(StudioPage page, int number) {
        return proposal(page).locator(".take[data-take='" + number + "']");
    }

    static Locator bar(StudioPage page) {
        return page.page().locator("tutti-hearing .bar");
    }

    /** Asks an assistant for what is chosen, by one press. */
    static void ask(StudioPage page, String assistant) {
        page.keys("p");
        page.page().locator("tutti-suggest .do[data-offer='" + assistant + "']").click();
        assertThat(proposal(page)).isVisible();
    }

    /** Chooses the clip of the bass, asks for a bass, and waits for its takes. */
    static void askForBass(StudioPage page) {
        page.press(page.onTrack(0, BAR + QUARTER));
        ask(page, "test-walker");
        assertThat(proposal(page).locator(".take")).hasCount(3);
        assertThat(take(page, 3).locator(".accept")).isVisible();
    }

    static int notesOfBass(StudioPage page) {
        return page.whole("song().notes(song().clips()[2], 0, 0x7fffffff).length") / 6;
    }

    static Locator tab(StudioPage page, String name) {
        return page.page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }
}
