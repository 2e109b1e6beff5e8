package studio.tutti.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A track's head")
class MixingIT extends InStudio {

    private StudioPage withTrack() {
        StudioPage page = openNewSong();
        page.addTrack();
        return page;
    }

    @Test
    @DisplayName("changes volume by dragging, keys, typing, and back to 0 dB by a right press")
    void volume() {
        StudioPage page = withTrack();
        String name = (String) page.ask("song().tracks()[0].name");
        Locator volume = page.slider("Volume of " + name);
        BoundingBox box = volume.boundingBox();
        page.drag(new StudioPage.Point(box.x + box.width * 0.75, box.y + box.height / 2), new StudioPage.Point(box.x + box.width * 0.5, box.y + box.height / 2));
        page.until("song().tracks()[0].volume < -1000");

        volume.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.until("song().tracks()[0].volume === 0");

        volume.focus();
        page.keys("ArrowLeft");
        page.until("song().tracks()[0].volume < 0");

        page.settle();
        page.keys("Enter");
        page.page().keyboard().type("-12");
        page.keys("Enter");
        page.until("song().tracks()[0].volume === -1200");
        assertThat(volume).hasAttribute("aria-valuetext", "−12.0 dB");
    }

    @Test
    @DisplayName("changes pan, mute and solo")
    void panMuteSolo() {
        StudioPage page = withTrack();
        String name = (String) page.ask("song().tracks()[0].name");
        page.slider("Pan of " + name).focus();
        page.keys("ArrowLeft");
        page.until("song().tracks()[0].pan === -50");

        page.button("Mute " + name).click();
        page.until("song().tracks()[0].muted");
        assertThat(page.button("Mute " + name)).hasAttribute("aria-pressed", "true");
        page.button("Solo " + name).click();
        page.until("song().tracks()[0].solo");
    }

    @Test
    @DisplayName("chooses an instrument by its first letters")
    void instrument() {
        StudioPage page = withTrack();
        page.button("Grand piano").click();
        page.page().keyboard().type("church");
        page.keys("Enter");
        page.until("song().tracks()[0].program === 19");
        assertThat(page.button("Church organ")).isVisible();
    }

    @Test
    @DisplayName("renames, colours, reorders and deletes the track")
    void menu() {
        StudioPage page = withTrack();
        page.addTrack();
        String first = (String) page.ask("song().tracks()[0].name");
        page.button(first).dblclick();
        page.page().keyboard().type("Rhodes");
        page.keys("Enter");
        page.until("song().tracks()[0].name === 'Rhodes'");

        page.button("Rhodes").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.page().getByText("Move down").click();
        page.until("song().tracks()[1].name === 'Rhodes'");

        page.button("Rhodes").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete the track").setExact(true)).click();
        page.until("song().tracks().length === 1");
    }

    @Test
    @DisplayName("gives a colour by a press of the stripe and by keys, and arms the track by its circle and by a key")
    void colourAndArm() {
        StudioPage page = withTrack();
        String name = (String) page.ask("song().tracks()[0].name");
        int first = page.whole("song().tracks()[0].colour");
        page.button("Colour of %s; drag to move".formatted(name)).click();
        page.page().getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Red").setExact(true)).click();
        page.until("song().tracks()[0].colour !== " + first);
        int red = page.whole("song().tracks()[0].colour");
        page.button("Colour of %s; drag to move".formatted(name)).focus();
        page.keys("Enter");
        page.page().locator("tutti-menu button:focus").waitFor();
        page.keys("g", "Enter");
        page.until("![%d, %d].includes(song().tracks()[0].colour)".formatted(first, red));

        page.button("Arm " + name).click();
        page.until("song().playing.hand.armed === song().tracks()[0].handle");
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("Shift+M");
        page.until("song().playing.hand.armed !== song().tracks()[0].handle");
        page.keys("Shift+M");
        page.until("song().playing.hand.armed === song().tracks()[0].handle");
    }
}
