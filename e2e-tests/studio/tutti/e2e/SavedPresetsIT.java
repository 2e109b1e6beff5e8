package studio.tutti.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@DisplayName("Presets that people save")
class SavedPresetsIT extends InStudio {

    private static final String THRESHOLD = "song().mixing.devices(song().tracks()[0].handle)[0].values[0]";

    private static void presets(StudioPage page) {
        page.button("Presets ▾").click();
        page.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Save, and what people saved …")).click();
        page.page().getByRole(AriaRole.DIALOG).waitFor();
    }

    private static StudioPage withCompressor(StudioPage page) {
        page.ask("song().mixing.add(song().tracks()[0].handle, 'compressor')");
        page.ask("studio().workspace.showMixer(true)");
        page.button("Compressor").click();
        page.button("Presets ▾").waitFor();
        return page;
    }

    @Test
    @DisplayName("are kept with their author, loaded, shared with everybody, renamed and deleted; loading is undone like anything")
    void sharing() {
        StudioPage ada = openNewSong();
        ada.addTrack();
        withCompressor(ada);
        ada.ask("song().mixing.set(song().mixing.devices(song().tracks()[0].handle)[0].handle, song().mixing.parameters('compressor')[0].name, -33)");
        presets(ada);
        ada.page().getByLabel("Name of the preset").fill("Squash");
        ada.button("Save").click();
        ada.button("Load Squash").waitFor();
        ada.page().getByLabel("Who sees Squash").selectOption("everybody");
        ada.shoot("presets");
        ada.page().getByLabel("Name of the preset").fill("Flat");
        ada.button("Rename Squash").click();
        ada.button("Load Flat").waitFor();

        StudioPage ben = openNewSong();
        ben.addTrack();
        withCompressor(ben);
        presets(ben);
        assertThat(ben.button("Load Flat")).containsText("Ada");
        assertThat(ben.button("Delete Flat")).hasCount(0);
        ben.button("Load Flat").click();
        ben.until(THRESHOLD + " === -33");
        ben.page().locator("tutti-arrangement .stage").focus();
        ben.keys("Control+z");
        ben.until(THRESHOLD + " !== -33");

        ada.button("Delete Flat").click();
        assertThat(ada.button("Load Flat")).hasCount(0);
        ada.page().getByText("“Flat” is deleted.").waitFor();
        ada.page().getByRole(AriaRole.DIALOG).getByText("Undo").click();
        assertThat(ada.button("Load Flat")).isVisible();
        assertThat(ada.page().getByLabel("Who sees Flat")).hasValue("everybody");
        ada.button("Delete Flat").click();
        assertThat(ada.button("Load Flat")).hasCount(0);
        ada.page().getByLabel("Name of the preset").focus();
        ada.keys("Control+z");
        ada.button("Load Flat").waitFor();
        ada.ask("song().mixing.set(song().mixing.devices(song().tracks()[0].handle)[0].handle, song().mixing.parameters('compressor')[0].name, -12)");
        ada.until(THRESHOLD + " === -12");
        ada.button("Load Flat").click();
        ada.until(THRESHOLD + " === -33");
    }
}
