package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Flow Machines in the page")
class FlowIT extends InStudio {

    private static final int BARS = 8;

    /** A song with a clip of eight bars, in which a tune stands or nothing. */
    private static void prepare(StudioPage page, boolean tune) {
        page.ask("""
                (() => {
                  const track = song().addTrack('instrument', 'Tune', 0, -1);
                  song().addClip(track, 0, %1$d);
                  const content = song().clips()[2];
                  const pitches = [64, 67, 69, 67, 65, 69, 72, 71, 67, 69, 64, 65, 67, 62, 64, 60];
                  for (let i = 0; %2$b && i < pitches.length; i++) song().addNote(content, i * %3$d, %3$d, pitches[i], 90);
                  return true;
                })()""".formatted(BARS * BAR, tune, BAR / 2));
        page.until("song().pending === 0 && song().clips().length === 10");
        page.settle();
    }

    private static Locator suggest(StudioPage page) {
        return page.page().locator("tutti-suggest");
    }

    private static Locator proposal(StudioPage page) {
        return page.page().locator("tutti-proposal").first();
    }

    private static Locator settings(StudioPage page) {
        page.press(page.onTrack(0, BAR + QUARTER));
        page.keys("p");
        suggest(page).locator(".to-more[data-offer='flow-machines']").click();
        return suggest(page).locator("form");
    }

    private static int notes(StudioPage page, int clip) {
        return page.whole("song().notes(song().clips()[" + (10 * clip + 2) + "], 0, 0x7fffffff).length") / 6;
    }

    @Test
    @DisplayName("take the style that was looked at and heard, show a take on the chord lane, the melody and the bass, and are accepted in one step")
    void style() {
        StudioPage ada = openNewSong();
        prepare(ada, false);
        Locator form = settings(ada);
        assertThat(form.locator(".control").filter(new Locator.FilterOptions().setVisible(true))).hasCount(4);
        ada.shoot("flow-first-look");
        form.locator("button.styles").click();
        ada.page().locator("tutti-palettes [data-name='before-1900'] .use").click();
        assertThat(form.locator("[data-control=style] select")).hasValue("before-1900");
        form.getByLabel("Bars").fill("4");
        form.getByLabel("Bars").press("Tab");
        assertThat(suggest(ada)).containsText("bars 1 to 4");
        form.locator("button[type=submit]").click();
        assertThat(proposal(ada).locator(".take")).hasCount(3);
        assertThat(proposal(ada).locator(".take[data-take='3'] .accept")).isVisible();
        assertThat(ada.whole("song().chords().length")).isZero();
        proposal(ada).locator(".chip[data-take='1']").click();
        ada.until("song().tray.chords(song().tray.read()[0].id, 1).length > 1");
        ada.settle();
        ada.shoot("flow-take");
        proposal(ada).locator(".take[data-take='1'] .accept").click();
        ada.until("song().chords().length > 1 && song().clips().length >= 20");
        assertThat(notes(ada, 0)).isGreaterThan(3);
        assertThat((String) ada.ask("song().tracks().map(each => each.name).join()")).contains("Bass");
        assertThat((Boolean) ada.ask("song().chords().every(each => each.start + each.length <= " + 4 * BAR + ")")).isTrue();
        ada.settle();
        ada.shoot("flow-accepted");
    }

    @Test
    @DisplayName("harmonise a melody that stands: chords and a bass come, the melody stays")
    void harmonise() {
        StudioPage ada = openNewSong();
        prepare(ada, true);
        int before = notes(ada, 0);
        Locator form = settings(ada);
        form.locator("[data-control=task] select").selectOption("harmony");
        form.locator("button[type=submit]").click();
        assertThat(proposal(ada).locator(".take[data-take='3'] .accept")).isVisible();
        proposal(ada).locator(".take[data-take='2'] .accept").click();
        ada.until("song().chords().length > 2 && song().clips().length >= 20");
        assertThat(notes(ada, 0)).isEqualTo(before);
        assertThat((String) ada.ask("song().tracks().map(each => each.name).join()")).isEqualTo("Tune,Bass");
        ada.settle();
        ada.shoot("flow-harmonised");
    }
}
