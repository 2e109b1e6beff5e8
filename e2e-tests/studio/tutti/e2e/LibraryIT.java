package studio.tutti.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The library of loops and sounds")
class LibraryIT extends InStudio {

    private static final String LISTEN = """
            (() => {
              const output = song().transport.output;
              if (!output) return 0;
              window.ear ??= (() => { const ear = output.context.createAnalyser(); output.connect(ear); return ear; })();
              const heard = new Float32Array(window.ear.fftSize);
              window.ear.getFloatTimeDomainData(heard);
              return Math.max(...heard.map(Math.abs));
            })()""";

    private StudioPage opened() {
        StudioPage page = openNewSong();
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Alt+L");
        page.page().locator("tutti-library .search").waitFor();
        page.page().locator("tutti-library [role=row]").first().waitFor();
        return page;
    }

    private static Locator rows(StudioPage page) {
        return page.page().locator("tutti-library [role=row]");
    }

    @Test
    @DisplayName("is searched, heard and added from by keys, credits its authors, and one undo takes all of it back")
    void keys() {
        StudioPage page = opened();
        page.page().locator("tutti-library .search").fill("gospel");
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).containsText("Groove MIDI Dataset");
        page.keys("ArrowDown", "Space");
        page.until("song().transport.trial.ready && " + LISTEN + " > 0.005");
        page.until("song().tracks().length === 0");
        page.shoot("library");
        page.keys("Space");
        page.until(LISTEN + " < 0.002");
        page.keys("Enter");
        page.until("song().tracks().length === 1 && song().tracks()[0].type === 'drums'");
        assertThat(page.clips()).hasSize(1);
        assertThat(page.clips().getFirst().length()).isEqualTo(4 * BAR);
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Control+z");
        page.until("song().tracks().length === 0 && song().clips().length === 0");
    }

    @Test
    @DisplayName("puts a loop where it is dropped, moved to the song's key")
    void drag() {
        StudioPage page = opened();
        page.ask("song().setKey(4, false)"); // E major: the loop is in D
        page.page().locator("tutti-library .search").fill("daybreak");
        page.page().getByLabel("Kind").selectOption("bass");
        assertThat(rows(page)).hasCount(1);
        rows(page).dragTo(page.page().locator("tutti-arrangement .stage"),
                new Locator.DragToOptions().setTargetPosition(400, 300));
        page.until("song().tracks().length === 1 && song().tracks()[0].program === 33");
        assertThat(page.clips().getFirst().start() % (QUARTER / 2)).as("on the grid").isZero();
        page.until("studio().workspace.content !== -1");
        assertThat(page.notes()).hasSize(32);
        assertThat(page.notes().stream().mapToInt(StudioPage.NoteOnPage::pitch).min()).hasValue(36 + 2);
    }

    @Test
    @DisplayName("lays a sound down as an audio clip: by Shift and Enter, by the menu, and dragged onto an audio track; heard, credited and undone")
    void clips() {
        StudioPage page = opened();
        page.page().getByLabel("Kind").selectOption("kick");
        page.page().locator("tutti-library .list").focus();
        page.keys("Shift+Enter");
        page.until("song().tracks().length === 1 && song().tracks()[0].type === 'audio' && song().media.clips().size === 1");
        page.settle();
        assertThat(page.clips().getFirst().length()).isPositive();
        page.ask("void song().transport.play()");
        page.until("song().transport.peak(song().tracks()[0].handle)[0] > 0.05");
        page.ask("song().transport.stop(), song().transport.seek(0)");

        rows(page).nth(1).dragTo(page.page().locator("tutti-arrangement .stage"),
                new Locator.DragToOptions().setTargetPosition(500, page.onTrack(0, 0).y() - page.page().locator("tutti-arrangement .stage").boundingBox().y));
        page.until("song().media.clips().size === 2 && song().tracks().length === 1");
        page.settle();

        rows(page).nth(2).click(new Locator.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        page.shoot("library-menu");
        page.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Add as an audio clip at the playhead")).click();
        page.until("song().media.clips().size === 3");
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Control+z", "Control+z", "Control+z");
        page.until("song().tracks().length === 0 && song().clips().length === 0");
    }

    @Test
    @DisplayName("adds a drum sound as a pad of a kit, heard before, and keeps favourites")
    void sounds() {
        StudioPage page = opened();
        page.page().getByLabel("Kind").selectOption("kick");
        String name = rows(page).first().locator("b").textContent();
        page.button("Hear " + name).click();
        page.until("song().transport.trial.ready && " + LISTEN + " > 0.005");
        page.button("Make %s a favourite".formatted(name)).click();
        page.button("Add %s at the playhead".formatted(name)).click();
        page.until("song().tracks().length === 1 && song().tracks()[0].type === 'drums'");
        page.page().getByLabel("Kind").selectOption("favourites");
        assertThat(rows(page)).hasCount(1);
    }
}
