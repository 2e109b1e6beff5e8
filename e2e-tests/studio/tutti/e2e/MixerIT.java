package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In the mixer")
class MixerIT extends InStudio {

    private StudioPage withMixer() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.press(page.onTrack(0, 4 * BAR));
        page.keys("x");
        page.page().locator("tutti-mixer").waitFor();
        return page;
    }

    private static String devices(String strip) {
        return "JSON.stringify(song().mixing.devices(" + strip + ").map(each => each.effect))";
    }

    private static void choose(StudioPage page, String name) {
        page.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private static final String FIRST = "song().tracks()[0].handle";

    @Test
    @DisplayName("inserts are added, opened, set, bypassed, put in another order, removed, and all of it is undone")
    void inserts() {
        StudioPage page = withMixer();
        String name = (String) page.ask("song().tracks()[0].name");
        page.button("Add an effect to " + name).click();
        choose(page, "Compressor");
        page.until(devices(FIRST) + " === '[\"compressor\"]'");
        Locator threshold = page.slider("Threshold");
        threshold.focus();
        page.keys("Enter");
        page.page().keyboard().type("-30");
        page.keys("Enter");
        page.until("song().mixing.devices(" + FIRST + ")[0].values[0] === -30");

        page.button("Add an effect to " + name).click();
        choose(page, "Reverb");
        page.until(devices(FIRST) + " === '[\"compressor\",\"reverb\"]'");
        page.button("Reverb").focus();
        page.keys("Alt+ArrowUp");
        page.until(devices(FIRST) + " === '[\"reverb\",\"compressor\"]'");

        page.button("Bypass").click();
        page.until("song().mixing.devices(" + FIRST + ").some(each => each.bypassed)");
        page.button("Remove Reverb").click();
        page.until(devices(FIRST) + " === '[\"compressor\"]'");
        for (int steps = 0; steps < 6; steps++) {
            page.ask("song().undo()");
        }
        page.until(devices(FIRST) + " === '[]'");
    }

    @Test
    @DisplayName("a point of the equaliser's curve is dragged, and a preset chosen")
    void curve() {
        StudioPage page = withMixer();
        page.button("Add an effect to Master").click();
        choose(page, "Equaliser");
        page.until(devices("-1") + " === '[\"equaliser\"]'");
        Locator point = page.page().locator("tutti-curve button").nth(3);
        BoundingBox at = point.boundingBox();
        page.drag(new StudioPage.Point(at.x + 9, at.y + 9), new StudioPage.Point(at.x + 9, at.y - 30));
        page.until("song().mixing.devices(-1)[0].values[3 * 5 + 3] > 3");

        page.page().getByText("Presets").click();
        choose(page, "Telephone");
        page.until("song().mixing.devices(-1)[0].values[0] === 1");
    }

    @Test
    @DisplayName("two settings of an insert are kept beside each other and exchanged by a press")
    void sides() {
        StudioPage page = withMixer();
        page.button("Add an effect to Master").click();
        choose(page, "Compressor");
        String threshold = "song().mixing.devices(-1)[0].values[0]";
        page.until("song().mixing.devices(-1).length === 1");
        double before = ((Number) page.ask(threshold)).doubleValue();
        page.button("A or B").click();
        page.slider("Threshold").focus();
        page.keys("Enter");
        page.page().keyboard().type("-42");
        page.keys("Enter");
        page.until(threshold + " === -42");
        page.button("A or B").click();
        page.until(threshold + " === " + before);
        page.button("A or B").click();
        page.until(threshold + " === -42");
    }

    @Test
    @DisplayName("inserts are dragged to another place and onto another strip")
    void dragged() {
        StudioPage page = withMixer();
        page.ask("(song().mixing.add(" + FIRST + ", 'compressor'), song().mixing.add(" + FIRST + ", 'reverb'))");
        page.until(devices(FIRST) + " === '[\"compressor\",\"reverb\"]'");
        page.button("Reverb").dragTo(page.button("Compressor"));
        page.until(devices(FIRST) + " === '[\"reverb\",\"compressor\"]'");
        page.button("Reverb").dragTo(page.button("Add an effect to Master"));
        page.until(devices("-1") + " === '[\"reverb\"]' && " + devices(FIRST) + " === '[\"compressor\"]'");
        page.ask("song().undo()");
        page.until(devices(FIRST) + " === '[\"reverb\",\"compressor\"]'");
    }

    @Test
    @DisplayName("a send is taken before the fader, turned down and removed from its menu")
    void sendsMenu() {
        StudioPage page = withMixer();
        page.ask("song().mixing.addSend(" + FIRST + ", song().addTrack('bus', 'Hall', 0, -1), -600)");
        page.button("Send to Hall: more").click();
        page.page().locator("tutti-menu").getByText("Taken before the fader").click();
        page.until("song().mixing.sends(" + FIRST + ")[0].before");
        page.slider("Send to Hall").focus();
        page.keys("Enter");
        page.page().keyboard().type("-12");
        page.keys("Enter");
        page.until("song().mixing.sends(" + FIRST + ")[0].volume === -1200");
        page.button("Send to Hall: more").click();
        page.page().locator("tutti-menu").getByText("Remove").click();
        page.until("song().mixing.sends(" + FIRST + ").length === 0");
    }

    @Test
    @DisplayName("on a phone it takes the notes' page, with an insert's panel below the strips")
    void phone() {
        StudioPage page = StudioPage.open(touching(390, 760), demoSong(), "Ada");
        page.ask("(song().mixing.add(-1, 'compressor'), studio().workspace.showMixer(true))");
        Locator insert = page.button("Compressor");
        assertThat(insert).isVisible();
        insert.tap();
        assertThat(page.slider("Threshold")).isInViewport();
        page.button("Tracks").tap();
        assertThat(insert).not().isVisible();
    }

    @Test
    @DisplayName("loudness and spectrum of the master are shown while it plays, measured anew when asked, and a compressor draws what it turns down")
    void meters() {
        StudioPage page = join(demoSong(), "Ada");
        page.settle();
        page.ask("studio().workspace.showMixer(true)");
        page.button("Loudness and spectrum of Master").click();
        page.ask("song().transport.play()");
        String loudness = "document.querySelector('tutti-studio') && song().transport.probed";
        page.until(loudness + " && song().transport.probed[1] > -60 && song().transport.probed[2] > -60");
        page.until("Math.max(...song().transport.probed.subarray(3)) > -60");
        assertThat(page.page().locator("tutti-loudness dd").nth(2)).containsText("LUFS");
        page.ask("song().transport.stop()");
        page.until("song().transport.probed[0] < -100");
        page.button("Reset").click();
        assertThat(page.page().locator("tutti-loudness dd").nth(2)).hasText("silent");
        page.button("Close the meters").click();
        page.until("song().transport.probed === null");

        page.ask("(song().mixing.add(-1, 'compressor'), song().mixing.set(song().mixing.devices(-1)[0].handle, 'threshold', -50))");
        page.button("Compressor").click();
        page.ask("song().transport.seek(0)");
        page.ask("song().transport.play()");
        page.until("""
                (() => {
                  const find = root => [...root.querySelectorAll('*')].flatMap(each => each.tagName === 'TUTTI-REDUCTION' ? [each] : each.shadowRoot ? find(each.shadowRoot) : []);
                  return find(document)[0]?.trace.some(each => each.by < -3);
                })()""");
    }

    @Test
    @DisplayName("a track is sent to a new reverb bus, which everybody has")
    void sends() {
        StudioPage page = withMixer();
        String name = (String) page.ask("song().tracks()[0].name");
        page.button("Send " + name + " to a bus").click();
        choose(page, "To a new reverb bus");
        page.until("song().tracks().length === 2 && song().mixing.sends(" + FIRST + ").length === 1");
        StudioPage other = join(page.page().url(), "Ben");
        other.until(devices("song().tracks()[1].handle") + " === '[\"reverb\"]' && song().mixing.sends(" + FIRST + ")[0].to === song().tracks()[1].handle");
        assertThat(page.slider("Send to Reverb")).isVisible();
    }
}
