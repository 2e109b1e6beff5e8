package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.mastering.Loudness;
import studio.tutti.mastering.Recording;

@DisplayName("A song's master")
class MasteringIT extends InStudio {

    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);

    @TempDir
    Path folder;

    @Test
    @DisplayName("is asked for twice, compared blind at equal loudness, voted on, accepted, taken home with its report, and undone")
    void wholeFlow() throws IOException {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        ada.ask("""
                (() => {
                  const tune = song().addTrack('instrument', 'Tune', 0, -1);
                  song().addClip(tune, 0, 3840);
                  for (let beat = 0; beat < 4; beat++) song().addNote(song().clips()[2], beat * 960, 900, 60 + 3 * beat, 100);
                  return true;
                })()""");
        ada.until("song().pending === 0 && song().clips().length === 10");
        ada.settle();
        StudioPage ben = join(address, "Ben");

        ask(ada, null, 1);
        assertThat(masters(ada).first().locator(".accept")).isVisible(LONG);
        ask(ada, "−23 LUFS, broadcasting", 2);
        assertThat(masters(ada).first().locator(".accept")).isVisible(LONG);
        assertThat(masters(ada).first()).containsText("−23 LUFS, −1 dBTP");

        ben.keys("o");
        assertThat(masters(ben)).hasCount(2);
        ben.keys("Control+Alt+o");
        Locator dialog = ben.page().locator("tutti-masters dialog");
        Locator letters = dialog.locator(".one");
        assertThat(letters).hasCount(2);
        assertThat(dialog).not().containsText("LUFS");
        assertThat(dialog.locator(".accept")).hasCount(0);
        assertThat(letters.nth(0).locator(".letter")).isEnabled();
        assertThat(letters.nth(1).locator(".letter")).isEnabled();
        ben.page().keyboard().press("b");
        assertThat(letters.nth(1)).containsText("This is what you hear.");
        ben.page().keyboard().press("a");
        assertThat(letters.nth(0)).containsText("This is what you hear.");
        List<Double> turned = turned(ben);
        assertThat(turned.get(0)).as("the louder one, turned down").isCloseTo(-9, within(0.5));
        assertThat(turned.get(1)).as("the softer one").isCloseTo(0, within(1e-6));
        ben.shoot("masters-blind");
        assertThat(new AxeBuilder(ben.page()).include("tutti-masters").analyze().getViolations()).isEmpty();

        letters.nth(0).locator(".vote").click();
        assertThat(dialog).containsText("You have voted");
        assertThat(letters.nth(0)).containsText("LUFS");
        letters.nth(1).locator(".vote").click();
        assertThat(letters.nth(0).locator(".vote")).hasText("Vote");
        assertThat(letters.nth(1).locator(".vote")).hasText("Your vote");
        ada.until("""
                studio().workspace.tray.all.filter(each => each.assistant === 'mastering')
                  .reduce((sum, each) => sum + each.votes.filter(vote => vote.up).length, 0) === 1""");
        String chosen = letters.nth(1).locator("b").innerText();
        ben.shoot("masters-voted");
        letters.nth(1).locator(".accept").click();
        assertThat(letters.nth(1).locator(".accepted")).containsText("The song’s master");

        Path file = folder.resolve("master.wav");
        Download sound = ben.page().waitForDownload(() -> letters.nth(1).getByText("Sound").click());
        assertThat(sound.suggestedFilename()).isEqualTo("A song.wav");
        sound.saveAs(file);
        assertThat(Loudness.of(Recording.of(file)).integrated()).isCloseTo(chosen.contains("23") ? -23 : -14, within(0.1));
        Path sheet = folder.resolve("master.pdf");
        ben.page().waitForDownload(() -> letters.nth(1).getByText("Report").click()).saveAs(sheet);
        assertThat(Files.readString(sheet, java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        ben.page().keyboard().press("Escape");
        assertThat(dialog).hasCount(0);

        openDialog(ada);
        assertThat(ada.page().locator(".master-present")).containsText("LUFS");
        ada.shoot("master-dialog");
        ada.page().keyboard().press("Escape");
        ben.page().locator("tutti-proposal .undo").first().click();
        ben.until("song().tray.songMaster() === null");
    }

    @Test
    @DisplayName("is refused with a sentence where the song plays nothing yet")
    void empty() {
        StudioPage ada = openNewSong();
        openDialog(ada);
        press(ada);
        assertThat(ada.page().getByRole(AriaRole.ALERT).getByText("The song plays nothing yet: write some music first.")).isVisible();
    }

    private static Locator masters(StudioPage page) {
        return page.page().locator("tutti-proposal").filter(new Locator.FilterOptions().setHasText("Mastering"));
    }

    /** By how many decibels each is turned down, the most first. */
    @SuppressWarnings("unchecked")
    private static List<Double> turned(StudioPage page) {
        return ((List<Number>) page.ask("""
                (() => {
                  const dialog = studio().shadowRoot.querySelector('tutti-masters');
                  const sounds = studio().workspace.tray.all.filter(each => each.assistant === 'mastering').map(each => song().tray.master(each.id, 1));
                  return sounds.map(each => dialog.players.turned(each.media)).sort((a, b) => a - b);
                })()""")).stream().map(Number::doubleValue).toList();
    }

    private static void openDialog(StudioPage studio) {
        studio.settle();
        studio.keys("Control+Alt+e");
        assertThat(studio.page().getByRole(AriaRole.DIALOG)).containsText("Master the song");
    }

    private static void press(StudioPage studio) {
        studio.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Master").setExact(true)).click();
    }

    /** Asks for a master, and unfolds it. */
    private static void ask(StudioPage studio, String target, int then) {
        openDialog(studio);
        Page page = studio.page();
        if (target != null) {
            page.locator("vaadin-select").filter(new Locator.FilterOptions().setHasText("Loudness")).click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(target).setExact(true)).click();
        }
        press(studio);
        assertThat(masters(studio)).hasCount(then);
        Locator name = masters(studio).first().locator(".name");
        if ("false".equals(name.getAttribute("aria-expanded"))) {
            name.click();
        }
    }
}
