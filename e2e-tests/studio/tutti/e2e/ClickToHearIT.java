package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
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
            StudioPage bo = StudioPage.again(person, song);
            bo.until("song().playing.shared.playing");
            bo.ask("song().playing.shared.join()");
            bo.until("song().transport.awaitsGesture");
            assertThat(bo.holds("song().transport.peak(-1)[0] === 0")).isTrue();
            bo.button("Click to hear").click();
            bo.until("!song().transport.awaitsGesture && song().transport.playing && song().transport.peak(-1)[0] > 0.001");
        }
    }
}
