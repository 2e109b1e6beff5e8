package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.score.LeadSheetFile;

@DisplayName("The lead sheet of a song")
class LeadSheetIT extends InStudio {

    private static final List<String> OFTEN = List.of("minor", "moderate");

    private static Locator sheet(StudioPage page) {
        return page.page().locator("tutti-lead-sheet");
    }

    private static void open(StudioPage page) {
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Alt+S");
        sheet(page).locator("dialog").waitFor();
    }

    private static void grave(Page page, String view) {
        assertThat(new AxeBuilder(page).include("tutti-studio").analyze().getViolations().stream().filter(each -> !OFTEN.contains(each.getImpact()))
                .filter(each -> each.getNodes().stream().anyMatch(node -> !node.getHtml().startsWith("<vaadin-tabs"))).map(each -> view + " " + each.getId() + each.getNodes()).toList()).isEmpty();
    }

    @Test
    @DisplayName("is drawn as a score with title, chords and melody, and is downloaded as MusicXML, plain and zipped")
    void drawn() throws IOException {
        StudioPage page = join(demoSong(), "Ada");
        page.until("song().chords().length > 8");
        assertThat((Boolean) page.page().evaluate("performance.getEntriesByType('resource').some(each => /opensheetmusicdisplay/i.test(each.name))")).isFalse();
        open(page);
        sheet(page).locator(".sheet svg").first().waitFor();
        assertThat(sheet(page).locator(".sheet")).containsText("Familiar Roads");
        assertThat(sheet(page).locator(".sheet svg .vf-stavenote").count()).isGreaterThan(40);
        page.shoot("lead-sheet");
        grave(page.page(), "lead sheet");
        Download plain = page.page().waitForDownload(() -> sheet(page).locator("a").nth(0).click());
        LeadSheet read = LeadSheetFile.read(Files.readAllBytes(plain.path())).played();
        assertThat(read.title()).isEqualTo("Familiar Roads");
        assertThat(read.chords()).hasSizeGreaterThan(8);
        assertThat(read.melody()).hasSizeGreaterThan(40);
        Download zipped = page.page().waitForDownload(() -> sheet(page).locator("a").nth(1).click());
        assertThat(LeadSheetFile.read(Files.readAllBytes(zipped.path())).played()).isEqualTo(read);
    }

    @Test
    @DisplayName("prints on sheets of paper, alone, and leaves the page as it was")
    void prints() {
        StudioPage page = join(demoSong(), "Ada");
        page.until("song().chords().length > 8");
        open(page);
        sheet(page).locator(".sheet svg").first().waitFor();
        page.page().evaluate("""
                () => { window.print = () => {
                  window.printed = { sheets: document.querySelectorAll('body > .tutti-print svg').length,
                    others: [...document.body.children].filter(each => !each.matches('.tutti-print') && matchMedia('print').matches === false).length };
                  setTimeout(() => window.dispatchEvent(new Event('afterprint')), 0);
                }; }""");
        sheet(page).locator(".print").click();
        page.page().waitForFunction("window.printed?.sheets >= 1");
        page.page().waitForFunction("document.querySelector('.tutti-print') === null");
        assertThat(sheet(page).locator(".sheet svg").first()).isVisible();
    }

    @Test
    @DisplayName("shows the chosen clips alone, and says what to do where there is nothing yet")
    void partsAndNothing() {
        StudioPage empty = openNewSong();
        open(empty);
        assertThat(sheet(empty).locator("[role=alert]")).containsText("no chords and no melody");
        assertThat(sheet(empty).locator(".print")).isDisabled();
        pardon(); // the refusal

        StudioPage page = withOpenClip();
        page.drawNote(60, BAR);
        page.until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === 6");
        page.settle();
        open(page);
        sheet(page).locator(".sheet svg").first().waitFor();
        int whole = sheet(page).locator(".sheet svg .vf-measure").count();
        assertThat(whole).isGreaterThan(0);
        page.page().getByLabel("Part").selectOption("song");
        page.page().waitForFunction("was => document.querySelector('tutti-studio').shadowRoot.querySelector('tutti-lead-sheet').shadowRoot.querySelectorAll('.vf-measure').length === was + 1", whole);
    }

    @Test
    @DisplayName("fits a phone, and is there in Chinese")
    void phone() {
        StudioPage page = join(touching(390, 780), demoSong(), "Ada");
        page.until("song().chords().length > 8");
        page.ask("studio().showLeadSheet()");
        sheet(page).locator(".sheet svg").first().waitFor();
        page.shoot("lead-sheet-phone");
        assertThat((Integer) page.page().evaluate("document.documentElement.scrollWidth - innerWidth")).isZero();
        grave(page.page(), "lead sheet on a phone");
    }
}
