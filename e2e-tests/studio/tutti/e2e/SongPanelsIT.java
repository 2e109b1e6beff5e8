package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Property;
import studio.tutti.exchange.SongReader;

@DisplayName("Beside the song")
class SongPanelsIT extends InBrowsers {

    private static RunningStudio studio;

    @BeforeAll
    static void start() {
        studio = RunningStudio.shared();
    }

    @Test
    @DisplayName("two people see each other come, change their name, and go")
    void people() {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("New song");
        clara.page().waitForURL("**/song/*");
        Visit robert = Visit.of(person(), clara.page().url()).introduce("Robert");

        assertThat(clara.page().locator(".people-bar")).hasAttribute("aria-label", "Here now: Clara, Robert");
        assertThat(robert.page().locator(".people-bar")).hasAttribute("aria-label", "Here now: Robert, Clara");

        robert.page().locator(".people-bar .self").click();
        robert.page().getByLabel("Your name", new Page.GetByLabelOptions().setExact(true)).fill("Robert Schumann");
        robert.press("Save");
        assertThat(clara.page().locator(".people-bar")).hasAttribute("aria-label", "Here now: Clara, Robert Schumann");

        robert.page().close();
        assertThat(clara.page().locator(".people-bar")).hasAttribute("aria-label", "Here now: Clara");
    }

    @Test
    @DisplayName("what one says the other reads at once, and whoever comes later too")
    void chat() {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("New song");
        clara.page().waitForURL("**/song/*");
        Visit robert = Visit.of(person(), clara.page().url()).introduce("Robert");
        clara.press("Chat and history");
        say(clara, "Slower, please");

        assertThat(robert.page().locator(".panel-toggle.unread")).isVisible();
        robert.page().locator(".panel-toggle").click();
        assertThat(robert.page().locator("vaadin-message")).containsText("Slower, please");
        say(robert, "<b>Half</b> as fast?");
        assertThat(clara.page().locator("vaadin-message").last()).containsText("<b>Half</b> as fast?");

        Visit johannes = Visit.of(person(), clara.page().url()).introduce("Johannes");
        johannes.press("Chat and history");
        assertThat(johannes.page().locator("vaadin-message")).hasCount(2);
    }

    @Test
    @DisplayName("a new name of the song reaches the others")
    void rename() {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("New song");
        clara.page().waitForURL("**/song/*");
        Visit robert = Visit.of(person(), clara.page().url()).introduce("Robert");
        robert.renameSong("Nocturne");
        assertThat(clara.page().getByLabel("Name of the song")).hasValue("Nocturne");
    }

    @Test
    @DisplayName("a version can be named, looked at and restored")
    void history() {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("New song");
        clara.page().waitForURL("**/song/*");
        clara.renameSong("First name");
        clara.press("Chat and history");
        clara.page().locator("vaadin-tab").getByText("History").click();
        clara.page().getByLabel("Name of the version").fill("As it began");
        clara.press("Keep");
        assertThat(clara.page().locator(".version-name")).hasText("As it began");
        clara.renameSong("Second name");

        clara.page().locator(".version").filter(new Locator.FilterOptions().setHasText("As it began"))
                .getByText("Look").click();
        assertThat(clara.page().getByText("3 tracks, 0 clips, 0 notes")).isVisible();
        clara.press("Restore");
        assertThat(clara.page().getByLabel("Name of the song")).hasValue("First name");
    }

    @Test
    @DisplayName("the invitation is an address for other devices, never localhost")
    void invitation() {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("New song");
        clara.page().waitForURL("**/song/*");
        String link = clara.page().url().replaceAll(".*/song/", "");
        clara.press("Invite");
        assertThat(clara.page().getByLabel("Link to this song")).hasValue(Pattern.compile("https://.+/song/" + link));
        assertThat(clara.page().getByLabel("Link to this song")).not().hasValue(Pattern.compile("localhost|127\\.0"));
    }

    @Test
    @DisplayName("the song is handed out as a MIDI file and as the studio's own")
    void export() throws IOException {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("Open the demo song");
        for (String item : new String[] {"Export as MIDI", "Save as a Tutti file"}) {
            Download file = clara.page().waitForDownload(() -> {
                clara.press("What to do with this song");
                clara.item(item).click();
            });
            assertThat(file.suggestedFilename()).startsWith("Familiar Roads.");
            assertThat(Files.size(file.path())).isGreaterThan(10_000);
            assertThat(SongReader.read(copied(file)).arrangement().root().text(Property.NAME)).isEqualTo("Familiar Roads");
        }
    }

    @Test
    @DisplayName("a MIDI file dragged onto the song adds its tracks, which one undo takes away again, or becomes a song of its own")
    void drop() throws IOException {
        Path file = studio.data().resolve("Roads.mid");
        try (InputStream roads = SongPanelsIT.class.getResourceAsStream("/demo/familiar-roads.mid")) {
            Files.copy(roads, file);
        }
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("New song");
        Locator frame = clara.page().locator("tutti-studio");
        String tracks = "() => document.querySelector('tutti-studio')?.workspace?.song.tracks().length";
        clara.page().waitForFunction(tracks);
        int before = (int) clara.page().evaluate(tracks);

        clara.drop(file, frame);
        clara.press("Add its tracks here");
        clara.page().waitForFunction("count => document.querySelector('tutti-studio').workspace.song.tracks().length > count", before);
        clara.page().evaluate("document.querySelector('tutti-studio').workspace.song.undo()");
        assertThat(clara.page().evaluate(tracks)).isEqualTo(before);

        clara.drop(file, frame);
        clara.press("Make a new song of it");
        clara.press("Open it");
        // What the file calls itself.
        assertThat(clara.page().getByLabel("Name of the song")).hasValue("untitled");
    }

    /** The reader goes by the name, which a download lies about until it is saved. */
    private static Path copied(Download file) {
        Path copy = studio.data().resolve(file.suggestedFilename());
        file.saveAs(copy);
        return copy;
    }

    private static void say(Visit visit, String text) {
        Page page = visit.page();
        page.locator("vaadin-message-input textarea").fill(text);
        visit.press("Send");
        page.locator("vaadin-message").getByText(text).waitFor();
    }
}
