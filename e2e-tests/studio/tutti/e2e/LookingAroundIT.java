package studio.tutti.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Looking around")
class LookingAroundIT extends InStudio {

    private static final String SCALE = "studio().workspace.axes.arrangement.scale";
    private static final String LEFT = "studio().workspace.axes.arrangement.left";

    private StudioPage withClip() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.drawClip(0, 4 * BAR);
        return page;
    }

    private static double number(StudioPage page, String expression) {
        return ((Number) page.ask(expression)).doubleValue();
    }

    @Test
    @DisplayName("goes along the song by the minimap: a press goes there, the frame is dragged")
    void minimap() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.drawClip(0, 0);
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("+", "+", "+");
        page.settle();
        var strip = page.page().locator("tutti-minimap").boundingBox();
        StudioPage.Point far = new StudioPage.Point(strip.x + strip.width * 0.9, strip.y + strip.height / 2);
        page.press(far);
        page.until("studio().workspace.axes.arrangement.left > %d".formatted(2 * BAR));
        page.settle();
        page.drag(far, new StudioPage.Point(strip.x - 20, far.y()));
        page.until("studio().workspace.axes.arrangement.left === 0");
    }

    @Test
    @DisplayName("says what a button does and its key where the pointer rests and where the focus goes by keys")
    void tips() {
        StudioPage page = openNewSong();
        Locator tip = page.page().locator("tutti-studio [role=tooltip]:not([slot])");
        page.button("Play").hover();
        page.button("Metronome").hover();
        assertThat(tip).hasText("Metronome  (K)");
        assertThat(tip).isVisible();
        page.keys("k");
        page.until("song().transport.metronome");
        assertThat(tip).isHidden();
        page.button("Play").focus();
        for (int tabs = 0; tabs < 12 && !page.holds("studio().renderRoot.querySelector('tutti-transport').shadowRoot.activeElement?.ariaLabel === 'Metronome'"); tabs++) {
            page.keys("Tab");
        }
        assertThat(tip).hasText("Metronome  (K)");
        assertThat(tip).isVisible();
    }

    @Test
    @DisplayName("the wheel with Ctrl zooms around the pointer, with Shift scrolls in time")
    void wheel() {
        StudioPage page = withClip();
        Point at = page.onTrack(0, 4 * BAR);
        double before = number(page, SCALE);
        page.page().mouse().move(at.x(), at.y());
        page.page().keyboard().down("Control");
        page.page().mouse().wheel(0, -300);
        page.page().keyboard().up("Control");
        page.until(SCALE + " > " + before * 1.5);
        page.settle();
        assertThat(page.onTrack(0, 4 * BAR).x()).isCloseTo(at.x(), org.assertj.core.data.Offset.offset(1.5));

        double left = number(page, LEFT);
        page.page().keyboard().down("Shift");
        page.page().mouse().wheel(0, 200);
        page.page().keyboard().up("Shift");
        page.until(LEFT + " > " + left);
    }

    @Test
    @DisplayName("keys zoom in and out, and Z shows the whole song")
    void keys() {
        StudioPage page = withClip();
        page.page().locator("tutti-arrangement .stage").focus();
        double before = number(page, SCALE);
        page.keys("+");
        page.until(SCALE + " > " + before);
        page.keys("-", "-");
        page.until(SCALE + " < " + before);
        page.keys("Escape", "z");
        page.until("studio().workspace.axes.arrangement.right >= song().end");
    }

    @Test
    @DisplayName("E folds the editor and brings it back, and the question mark lists every shortcut")
    void folds() {
        StudioPage page = withClip();
        page.keys("e");
        assertThat(page.page().locator("tutti-piano-roll")).isHidden();
        page.keys("e");
        assertThat(page.page().locator("tutti-piano-roll")).isVisible();
        page.keys("?");
        assertThat(page.page().getByText("Draw a note at the caret")).isVisible();
        page.keys("Escape");
        assertThat(page.page().getByText("Draw a note at the caret")).isHidden();
    }

    @Test
    @DisplayName("on a tablet each place is a page; fingers pan, pinch, choose, and hold for the menu")
    void fingers() {
        BrowserContext tablet = chromium().newContext(new Browser.NewContextOptions().setViewportSize(1024, 768).setHasTouch(true));
        try {
            StudioPage page = StudioPage.open(tablet, newSong(), "Ada");
            page.addTrack();
            page.page().locator("tutti-arrangement .stage").focus();
            page.keys("Enter");
            page.until("song().clips().length === 10");
            page.button("Tracks").click();
            page.settle();
            Hand hand = new Hand(page);

            Point clip = page.onTrack(0, QUARTER);
            hand.tap(clip.plus(0, 150));
            page.until("studio().workspace.clips.size === 0");
            hand.tap(clip);
            page.until("studio().workspace.clips.size === 1");

            double left = number(page, LEFT);
            hand.drag(clip.plus(400, 200), clip.plus(200, 200));
            page.until(LEFT + " > " + left);

            double scale = number(page, SCALE);
            hand.pinch(clip.plus(200, 200), 120);
            page.until(SCALE + " > " + scale * 1.5);

            Point empty = clip.plus(300, 0);
            hand.down(empty);
            page.page().getByText("New clip here").waitFor();
            hand.up();
        } finally {
            tablet.close();
        }
    }
}
