package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.assistant.flowmachines.ShippedPalettes;

@DisplayName("The style palettes")
class PalettesIT extends InStudio {

    private static final Path SHEETS = Path.of("src/test/resources/musicxml");

    private static final String LISTEN = """
            (() => {
              const output = song().transport.output;
              if (!output) return 0;
              window.ear ??= (() => { const ear = output.context.createAnalyser(); output.connect(ear); return ear; })();
              const heard = new Float32Array(window.ear.fftSize);
              window.ear.getFloatTimeDomainData(heard);
              return Math.max(...heard.map(Math.abs));
            })()""";

    private static StudioPage opened(StudioPage page) {
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Alt+Y");
        cards(page).first().waitFor();
        return page;
    }

    private static Locator dialog(StudioPage page) {
        return page.page().locator("tutti-palettes");
    }

    private static Locator cards(StudioPage page) {
        return dialog(page).locator(".card");
    }

    private static void grave(Page page, String view) {
        assertThat(new AxeBuilder(page).include("tutti-studio").analyze().getViolations().stream()
                .filter(each -> List.of("serious", "critical").contains(each.getImpact()))
                .filter(each -> each.getNodes().stream().anyMatch(node -> !node.getHtml().startsWith("<vaadin-tabs")))
                .map(each -> view + " " + each.getId() + each.getNodes()).toList()).isEmpty();
    }

    @Test
    @DisplayName("show their cards with sources, counts and rights, are searched and filtered, and are handed to who wants one")
    void cards() {
        StudioPage page = opened(openNewSong());
        assertThat(cards(page)).hasCount(ShippedPalettes.names().size());
        assertThat(ShippedPalettes.names()).hasSizeGreaterThanOrEqualTo(12);
        Locator rock = dialog(page).locator("[data-name=rock-classics]");
        assertThat(rock).containsText("CC BY 4.0");
        assertThat(rock).containsText("Release commercially: yes");
        assertThat(rock).containsText("credit: Harmony statistics from");
        assertThat(rock).containsText("melodies of “Standards, 1930 and later”");
        page.shoot("palettes");
        grave(page.page(), "palettes");
        dialog(page).locator(".search").fill("waltz");
        assertThat(cards(page)).hasCount(1);
        dialog(page).locator(".search").fill("");
        page.page().getByLabel("Which palettes").selectOption("chords");
        assertThat(cards(page)).hasCount(7);
        page.page().getByLabel("Which palettes").selectOption("own");
        assertThat(dialog(page)).containsText("No palette was learned here yet");
        page.keys("Escape");
        page.ask("studio().showPalettes(palette => { window.taken = palette.name; })");
        dialog(page).locator("[data-name=waltzes] .use").click();
        page.until("window.taken === 'waltzes'");
        assertThat(dialog(page).locator("dialog")).hasCount(0);
    }

    @Test
    @DisplayName("let their example be heard by the studio's own engine, and stopped")
    void heard() {
        StudioPage page = opened(openNewSong());
        dialog(page).locator("[data-name=standards] .hear").click();
        page.until("song().transport.trial.ready && " + LISTEN + " > 0.005");
        assertThat(dialog(page).locator("[data-name=standards] .hear")).containsText("Stop");
        dialog(page).locator("[data-name=standards] .hear").click();
        page.until(LISTEN + " < 0.002");
    }

    @Test
    @DisplayName("are learned from one's songs and from MusicXML files, stay private until shared, are renamed, deleted and brought back")
    void learned() {
        String address = demoSong();
        StudioPage ada = opened(join(address, "Ada"));
        dialog(ada).locator(".learn-one").click();
        Locator form = dialog(ada).locator(".learn");
        form.getByLabel("Familiar Roads").check();
        form.locator("input[type=file]").setInputFiles(new Path[] {SHEETS.resolve("alouette.mxl"), SHEETS.resolve("jingle-bells.mxl")});
        form.getByLabel("Name of the palette").fill("My roads");
        ada.shoot("palettes-learn");
        grave(ada.page(), "learning a palette");
        form.locator("button.primary").click();
        Locator mine = cards(ada).filter(new Locator.FilterOptions().setHasText("My roads"));
        assertThat(mine).containsText("3 songs");
        assertThat(mine).containsText("Yours.");
        ada.page().getByLabel("Which palettes").selectOption("all");

        StudioPage ben = opened(join(address, "Ben"));
        assertThat(cards(ben)).hasCount(ShippedPalettes.names().size());
        ben.keys("Escape");

        mine.getByLabel("Rename My roads").click();
        dialog(ada).locator("input.name").fill("Our roads");
        ada.keys("Enter");
        Locator ours = cards(ada).filter(new Locator.FilterOptions().setHasText("Our roads"));
        assertThat(ours).hasCount(1);
        ours.getByLabel("Who sees Our roads").selectOption("song");
        ada.until("!document.querySelector('tutti-studio').shadowRoot.querySelector('tutti-palettes').problem");
        ben.until("fetch(`api/palettes?song=${song().link}`).then(answer => answer.json()).then(all => all.length === " + (ShippedPalettes.names().size() + 1) + ")");
        opened(ben);
        Locator shared = cards(ben).filter(new Locator.FilterOptions().setHasText("Our roads"));
        assertThat(shared).containsText("Learned by Ada and shared with you");
        assertThat(shared.getByLabel("Delete Our roads")).hasCount(0);

        ours.getByLabel("Delete Our roads").click();
        assertThat(ours).hasCount(0);
        dialog(ada).locator(".undo").click();
        assertThat(ours).hasCount(1);
    }

    @Test
    @DisplayName("fit a phone, with fingers")
    void phone() {
        StudioPage page = join(touching(390, 780), newSong(), "Ada");
        page.ask("studio().showPalettes()");
        cards(page).first().waitFor();
        page.shoot("palettes-phone");
        assertThat((Integer) page.page().evaluate("document.documentElement.scrollWidth - innerWidth")).isZero();
        grave(page.page(), "palettes on a phone");
    }
}
