package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Credits of takes that were accepted")
class CreditsOfTakesIT extends InTrayStudio {

    @TempDir Path folder;

    private static String text(StudioPage page, String path) {
        return (String) page.page().evaluate("path => fetch(path).then(answer => answer.text())", path);
    }

    @Test
    @DisplayName("say in card, panel and every file whether that may be released commercially, and whom to name")
    void whole() throws IOException {
        StudioPage ada = openNewSong();
        String api = "/api/songs/" + ada.page().url().replaceAll(".*/song/", "").replaceAll("[#?].*", "");
        prepare(ada);
        askForBass(ada);
        assertThat(proposal(ada).locator(".rights").first()).hasText("May be released commercially. Credit due: Walker, by the testers");
        take(ada, 1).locator(".accept").click();
        ada.until("song().notes(song().clips()[2], 0, 0x7fffffff).length === 24");
        ask(ada, "test-band");
        assertThat(proposal(ada).locator(".rights").first()).hasText("May not be released commercially. No credit is due.");
        take(ada, 1).locator(".accept").click();
        assertThat(proposal(ada).locator(".accepted")).containsText("accepted take 1");
        ada.until("song().tracks().length === 4 && song().pending === 0");

        List<String> due = List.of("Walker (assistant): made 4 notes", "May be released commercially.", "Walker, by the testers",
                "Garage (assistant): made ", "May not be released commercially.", "Ada: made 1 note, accepted ");
        String sheet = text(ada, api + "/credits");
        assertThat(sheet).contains(due).contains("\"commercial\":false");
        assertThat(text(ada, api + "/export.musicxml")).contains(due);
        assertThat(text(ada, api + "/export.mid")).contains(due);

        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("Control+Shift+E");
        ada.page().getByText("Stems: each track by itself").click();
        ada.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Export").setExact(true)).click();
        Locator done = ada.page().locator(".jobs li[data-state=DONE]").filter(new Locator.FilterOptions().setHasText("stems"));
        assertThat(done).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(180_000));
        Download download = ada.page().waitForDownload(() -> done.getByText("Download").click());
        Path zip = folder.resolve("all.zip");
        download.saveAs(zip);
        try (ZipFile files = new ZipFile(zip.toFile())) {
            var entry = files.stream().filter(each -> each.getName().endsWith("/CREDITS.txt")).findFirst().orElseThrow();
            assertThat(new String(files.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)).contains(due);
        }

        tab(ada, "History").click();
        tab(ada, "Credits").click();
        Locator walker = ada.page().locator(".credits li").filter(new Locator.FilterOptions().setHasText("Walker")).first();
        assertThat(walker).containsText("made 4 notes");
        assertThat(walker.locator(".credit-rights")).containsText("May be released commercially.");
        assertThat(walker.locator(".credit-rights")).containsText("Credit due: Walker, by the testers");
        Locator garage = ada.page().locator(".credits li").filter(new Locator.FilterOptions().setHasText("Garage")).first();
        assertThat(garage.locator(".credit-rights")).containsText("May not be released commercially.");
        assertThat(ada.page().locator(".credits")).containsText("accepted 4 notes that Walker made");
        ada.shoot("credits-of-takes");
    }
}
