package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The start page")
class StartPageIT extends InBrowsers {

    private static RunningStudio studio;

    @BeforeAll
    static void start() {
        studio = RunningStudio.start();
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    @DisplayName("asks for a name and a colour once, keeps them, and lets one change them")
    void asksOnce() {
        BrowserContext clara = person();
        Visit visit = Visit.of(clara, studio.url());
        assertThat(visit.page().getByText("Welcome to Tutti")).isVisible();
        visit.press("Come in");
        assertThat(visit.page().getByText("A name needs at least one letter.")).isVisible();
        visit.introduce("Clara Wieck");
        assertThat(visit.page().getByText("Write a song together")).isVisible();

        Visit again = Visit.of(clara, studio.url());
        assertThat(again.button("Clara Wieck")).isVisible();
        again.press("Clara Wieck");
        again.page().getByLabel("Your name", new Page.GetByLabelOptions().setExact(true)).fill("Clara Schumann");
        again.press("Save");
        assertThat(again.button("Clara Schumann")).isVisible();
        assertThat(clara.cookies()).filteredOn(cookie -> cookie.name.equals("tutti-person"))
                .singleElement().satisfies(cookie -> assertThat(cookie.httpOnly).isTrue());
    }

    @Test
    @DisplayName("lists the songs that one made or opened, and nobody else's")
    void listsOnesOwn() {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("New song");
        clara.renameSong("Romance");
        String link = clara.page().url();
        clara.press("All songs");
        assertThat(clara.card("Romance")).containsText("yours");

        Visit robert = Visit.of(person(), studio.url()).introduce("Robert");
        assertThat(robert.page().getByText("Write a song together")).isVisible();
        assertThat(robert.page().locator(".song-card")).hasCount(0);

        robert.page().navigate(link);
        assertThat(robert.page().locator("tutti-studio")).isVisible();
        robert.press("All songs");
        assertThat(robert.card("Romance")).containsText("by Clara");
    }

    @Test
    @DisplayName("lets the maker alone put a song in the trash, and take it back")
    void trashIsTheMakers() {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("New song");
        clara.renameSong("Sketch");
        String link = clara.page().url();
        Visit robert = Visit.of(person(), studio.url()).introduce("Robert");
        robert.page().navigate(link);
        assertThat(robert.page().locator("tutti-studio")).isVisible();
        robert.press("What to do with this song");
        assertThat(robert.item("Duplicate")).isVisible();
        assertThat(robert.item("Move to trash…")).hasCount(0);
        robert.page().keyboard().press("Escape");

        clara.press("All songs");
        clara.choose("Sketch", "Move to trash…");
        clara.press("Move to trash");
        assertThat(clara.card("Sketch")).hasCount(0);
        assertThat(robert.page().getByText("put in the trash by the one who made it")).isVisible();
        robert.page().navigate(link);
        assertThat(robert.page().getByText("No song here")).isVisible();

        clara.page().getByText("Trash (1)").click();
        clara.press("Restore");
        assertThat(clara.card("Sketch")).isVisible();
        robert.page().navigate(link);
        assertThat(robert.page().locator("tutti-studio")).isVisible();
    }

    @Test
    @DisplayName("duplicates a song, and takes one that somebody else made off the page")
    void duplicatesAndRemoves() {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("New song");
        clara.renameSong("Scherzo");
        String link = clara.page().url();
        Visit robert = Visit.of(person(), studio.url()).introduce("Robert");
        robert.page().navigate(link);
        assertThat(robert.page().locator("tutti-studio")).isVisible();
        robert.press("All songs");
        robert.choose("Scherzo", "Duplicate");
        assertThat(robert.card("Copy of Scherzo")).containsText("yours");
        robert.choose("Scherzo", "Remove from this page");
        assertThat(robert.page().getByText("its link still opens it")).isVisible();
        assertThat(robert.page().locator(".song-card")).hasCount(1);
    }

    @Test
    @DisplayName("takes a MIDI file, and says in one sentence why it takes no other")
    void imports() throws IOException {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.upload("broken.mid", "audio/midi", "MThd, or so it says".getBytes(StandardCharsets.US_ASCII));
        assertThat(clara.page().getByText("“broken.mid” was not imported.")).isVisible();
        assertThat(clara.page().locator(".song-card")).hasCount(0);

        try (InputStream file = StartPageIT.class.getResourceAsStream("/demo/familiar-roads.mid")) {
            clara.upload("Roads.mid", "audio/midi", file.readAllBytes());
        }
        // This file has texts that a song does not keep: the page says so and waits to be told to go on.
        clara.press("Open it");
        assertThat(clara.page().locator("tutti-studio")).isVisible();
        clara.press("All songs");
        assertThat(clara.page().locator(".song-card .song-picture path")).not().hasCount(0);
    }

    @Test
    @DisplayName("opens the demo song")
    void demo() {
        Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
        clara.press("Open the demo song");
        assertThat(clara.page().getByLabel("Name of the song")).hasValue("Familiar Roads");
    }
}
