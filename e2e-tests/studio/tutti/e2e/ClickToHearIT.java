package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A browser that lets pages sound only after a press")
class ClickToHearIT extends InStudio {

    private static final List<String> STRICT = FLAGS.stream()
            .map(flag -> flag.replace("no-user-gesture-required", "document-user-activation-required"))
            .toList();

    @Test
    @DisplayName("is told by the page that a click is wanted when the band already plays, and sounds with it")
    void click() {
        String song = demoSong();
        StudioPage ada = join(song, "Ada");
        ada.button("Play together").click();
        ada.keys("Space");
        ada.until("song().transport.playing");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser strict = playwright.chromium().launch(
                        new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(STRICT))) {
            BrowserContext person = strict.newContext();
            StudioPage.open(person, song, "Bo").page().close();
            // Whatever Playwright itself evaluates counts as a press: the page is asked past it.
            Page page = person.newPage();
            CDPSession tools = person.newCDPSession(page);
            page.navigate(song);
            ask(tools, "studio()?.workspace?.song.playing.shared.playing");
            ask(tools, "(song().playing.shared.join(), true)");
            ask(tools, "song().transport.awaitsGesture");
            ask(tools, "song().transport.peak(-1)[0] === 0");
            StudioPage bo = StudioPage.at(page);
            bo.button("Click to hear").click();
            bo.until("!song().transport.awaitsGesture && song().transport.playing && song().transport.peak(-1)[0] > 0.001");
        }
    }

    /** Waits until something holds in a page, without a press. */
    private static void ask(CDPSession tools, String holds) {
        JsonObject question = new JsonObject();
        question.addProperty("awaitPromise", true);
        question.addProperty("userGesture", false);
        question.addProperty("expression", """
                new Promise((resolve, reject) => {
                  const studio = () => document.querySelector('tutti-studio');
                  const song = () => studio().workspace.song;
                  const began = performance.now();
                  const look = setInterval(() => {
                    const late = performance.now() - began > 30_000;
                    if (!late && !(%s)) return;
                    clearInterval(look);
                    late ? reject(new Error('waited in vain')) : resolve(true);
                  }, 20);
                })""".formatted(holds));
        assertThat(tools.send("Runtime.evaluate", question).has("exceptionDetails")).as(holds).isFalse();
    }
}
