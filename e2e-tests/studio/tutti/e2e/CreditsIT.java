package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Credits of a song's notes")
class CreditsIT extends InStudio {

    private static String text(StudioPage page, String path) {
        return (String) page.page().evaluate("path => fetch(path).then(answer => answer.text())", path);
    }

    @Test
    @DisplayName("tell who made a note and who edited it, in the note's menu, beside the history, and in the files that leave the house")
    void madeAndEdited() {
        String song = newSong();
        String link = song.substring(song.lastIndexOf('/') + 1);
        StudioPage ada = join(song, "Ada");
        StudioPage bo = join(song, "Bo");
        ada.until("song().people.length === 2");
        ada.addTrack();
        ada.settle();
        ada.drawClip(0, 100);
        ada.until("song().clips().length === 10");
        ada.drawNote(60, QUARTER);
        ada.drawNote(64, 2 * QUARTER);
        bo.until("song().clips().length === 10");
        bo.doublePress(bo.onTrack(0, QUARTER));
        bo.until("song().notes(studio().workspace.content, 0, 99999).length === 12");
        bo.press(bo.onKey(60, QUARTER + 100));
        bo.keys("ArrowUp");
        bo.until("song().pending === 0");
        ada.until("song().notes(studio().workspace.content, 0, 99999)[3] === 61");

        bo.keys("Alt+Shift+C");
        assertThat(bo.page().locator("tutti-notices")).containsText(Pattern.compile("Ada made it, .* · Bo edited it, "));

        String sheet = text(ada, "/api/songs/" + link + "/credits");
        assertThat(sheet).contains("\"Ada: made 2 notes\"").contains("\"Bo: edited 1 note\"");
        assertThat(text(ada, "/api/songs/" + link + "/export.musicxml")).contains("<rights>Ada: made 2 notes</rights>").contains("<rights>Bo: edited 1 note</rights>");

        ada.page().locator(".panel-toggle").click();
        ada.page().getByRole(com.microsoft.playwright.options.AriaRole.TAB, new Page.GetByRoleOptions().setName("History")).click();
        ada.page().getByRole(com.microsoft.playwright.options.AriaRole.TAB, new Page.GetByRoleOptions().setName("Credits")).click();
        Locator credits = ada.page().locator(".credits");
        assertThat(credits).containsText("made 2 notes");
        assertThat(credits).containsText(Pattern.compile("Bo edited 1 note(?!s)"));
    }
}
