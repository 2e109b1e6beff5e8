package studio.tutti.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.Map;

/**
 * Makes pictures of the views in their states into {@code docs/screens}, to be looked at: {@code ./tutti shots}. With an
 * address as argument it visits that studio instead of starting one.
 */
public final class Screenshots {

    private record Size(String name, int width, int height) {
    }

    private static final Size[] SIZES = {
        new Size("1280", 1280, 720), new Size("1920", 1920, 1080), new Size("1024", 1024, 768)
    };

    private final String studio;
    private final Size size;
    private final Page page;

    private Screenshots(String studio, Size size, BrowserContext context) {
        this.studio = studio;
        this.size = size;
        this.page = context.newPage();
    }

    static void main(String[] arguments) {
        RunningStudio own = arguments.length > 0 ? null : RunningStudio.start(Map.of());
        String studio = own == null ? arguments[0] : own.url();
        for (Size size : SIZES) {
            BrowserContext context = InBrowsers.chromium().newContext(
                    new Browser.NewContextOptions().setViewportSize(size.width, size.height).setReducedMotion(ReducedMotion.REDUCE));
            new Screenshots(studio, size, context).all();
            context.close();
        }
        if (own != null) {
            own.close();
        }
        System.exit(0);
    }

    private void all() {
        page.navigate(studio);
        Locator name = page.getByLabel("Your name");
        name.waitFor();
        name.fill("Ada Lovelace");
        shot("welcome");
        press("Come in");
        page.getByText("Write a song together").waitFor();
        shot("start-empty");
        press("New song");
        page.locator("tutti-studio").waitFor();
        shot("song-empty");
        press("Invite");
        page.locator("#invite-link").waitFor();
        shot("invite");
        press("Close");
        if (!page.locator("tutti-studio[side-open]").isVisible()) {
            press("Chat and history");
        }
        page.getByText("Nothing said yet").waitFor();
        shot("chat-empty");
        say("Shall we try it half as fast, with the bass alone in the first verse?");
        say("Yes!");
        shot("chat");
        page.locator("vaadin-tab").getByText("History").click();
        page.getByLabel("Name of the version").fill("Before the bridge");
        press("Keep");
        page.getByText("Before the bridge").waitFor();
        shot("history");
        press("Look");
        page.getByText("Restoring makes").waitFor();
        shot("version");
        press("Close");
        press("All songs");
        page.locator(".song-card").first().waitFor();
        press("Open the demo song");
        page.locator("tutti-arrangement").waitFor();
        page.waitForFunction("() => document.querySelector('tutti-studio').workspace?.song.transport.loading === 0");
        shot("demo");
        studio("w.showEditor(true); w.open(w.song.clips()[0]); w.goTo('notes')");
        shot("drum-grid");
        studio("""
                const clips = w.song.clips(), bass = w.song.tracks()[1].handle;
                for (let i = 0; i < clips.length; i += 10) if (clips[i + 1] === bass) { w.open(clips[i]); break; }
                w.viewChanged();""");
        shot("piano-roll");
        studio("w.goTo('arrangement')");
        page.keyboard().press("?");
        shot("shortcuts");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        shot("palette");
        page.keyboard().press("Escape");
        page.keyboard().press("Shift+K");
        shot("keys");
        page.keyboard().press("Shift+K");
        page.keyboard().press("y");
        shot("lyrics");
        page.keyboard().press("y");
        page.keyboard().press("Alt+c");
        shot("comments");
        press("All songs");
        page.locator(".song-card").first().waitFor();
        shot("start");
    }

    private void studio(String script) {
        page.evaluate("() => { const w = document.querySelector('tutti-studio').workspace; " + script + " }");
    }

    private void say(String text) {
        page.locator("vaadin-message-input textarea").fill(text);
        press("Send");
        page.locator("vaadin-message").getByText(text).waitFor();
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(button)).first().click();
    }

    private void shot(String state) {
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(80)
                .setPath(Path.of("docs/screens", state + "-" + size.name + ".jpg")));
    }
}
