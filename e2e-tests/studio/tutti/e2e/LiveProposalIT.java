package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A proposal that goes on until it is stopped")
class LiveProposalIT extends InTrayStudio {

    private static String keys(String of) {
        return "Array.from({ length: 4 }, (_, note) => song().tray.notes(studio().workspace.tray.all[0].id, 1)[6 * note + 3]).join() === '" + of + "'";
    }

    @Test
    @DisplayName("is heard while it is made, steered by a slider, shown among the jobs, and stopped there with what it has")
    void steered() {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        prepare(ada);
        StudioPage ben = join(address, "Ben");
        ben.keys("o");
        ada.press(ada.onTrack(0, BAR + QUARTER));
        ask(ada, "test-stream");
        ada.until(keys("60,60,60,60"));
        proposal(ben).locator(".name").click();
        take(ben, 1).locator(".chip").click();
        ben.until("song().transport.peak(song().tracks()[0].handle)[0] > 0.001");
        assertThat(take(ben, 1)).containsText("Still being made.");

        Locator slider = proposal(ada).locator(".steering tutti-slider");
        slider.press("Enter");
        slider.locator("input").fill("64");
        slider.locator("input").press("Enter");
        assertThat(proposal(ada).locator(".steering output")).hasText("E4");
        ada.until(keys("64,64,64,64"));
        ben.until(keys("64,64,64,64"));
        ada.shoot("tray-live");

        tab(ben, "Jobs").click();
        Locator row = ben.page().locator(".jobs li[data-state=RUNNING]");
        assertThat(row).containsText("A line that goes on · Endless");
        assertThat(row).containsText("goes on until it is stopped");
        ben.shoot("jobs-live");
        row.locator("vaadin-button").click();
        assertThat(ben.page().locator(".jobs li[data-state=DONE]")).containsText("A line that goes on · Endless");
        assertThat(take(ada, 1).locator(".accept")).isVisible();
        assertThat(proposal(ada).locator(".steering")).hasCount(0);
        take(ada, 1).locator(".accept").click();
        ben.until("song().notes(song().clips()[2], 0, 0x7fffffff).length === 24");
    }
}
