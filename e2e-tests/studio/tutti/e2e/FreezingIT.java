package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.MouseButton;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Freezing in the real page: what is measured is heard behind the engine. */
@DisplayName("A track that is frozen")
class FreezingIT extends InStudio {

    private static final String HANDLE = "song().tracks()[0].handle";
    private static final String FROZEN = "song().transport.frozen(" + HANDLE + ") === 'frozen'";
    private static final Pattern THAW = Pattern.compile(".*Press to thaw");

    /** The loudest sample of the last 43 ms, and the voices that the engine told of last. */
    private static final String EAR = """
            (() => {
              const output = song().transport.output;
              const ear = new AnalyserNode(output.context, { fftSize: 2048 });
              output.connect(ear);
              const wave = new Float32Array(2048);
              window.loudness = () => { ear.getFloatTimeDomainData(wave); return wave.reduce((most, each) => Math.max(most, Math.abs(each)), 0); };
              const before = song().transport.onReport;
              song().transport.onReport = (report, device) => { window.voices = report.voices; before(report, device); };
            })()""";

    /** A song of one track with one long note, which is looped. */
    private StudioPage withNote() {
        StudioPage page = withOpenClip();
        page.ask("song().addNote(studio().workspace.content, 0, %d, 60, 100)".formatted(2 * BAR));
        page.until("song().transport.output !== null && song().transport.loading === 0");
        page.ask(EAR);
        page.ask("song().transport.setLoop(%d, %d, true); song().transport.seek(%d)".formatted(BAR, 2 * BAR, BAR));
        return page;
    }

    @Test
    @DisplayName("plays from its sound without a voice, thaws while it is changed, freezes again by itself, and thaws with undo")
    void freezes() {
        StudioPage page = withNote();
        page.keys("Space");
        page.until("window.voices > 0 && loudness() > 0.01");

        String name = (String) page.ask("song().tracks()[0].name");
        page.button(name).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.page().getByText("Freeze: play it from its sound").click();
        page.until(FROZEN);
        page.until("window.voices === 0 && loudness() > 0.01");
        assertThat(page.page().getByLabel(THAW)).isVisible();

        page.ask("song().addNote(studio().workspace.content, 0, %d, 64, 100)".formatted(2 * BAR));
        page.until("window.voices > 0");
        page.until(FROZEN + " && window.voices === 0 && loudness() > 0.01");

        page.ask("song().undo()");
        page.until("window.voices > 0");
        page.ask("song().undo()");
        page.until("song().transport.frozen(" + HANDLE + ") === null && !song().tracks()[0].frozen && window.voices > 0");
    }

    @Test
    @DisplayName("is frozen and thawed by keys, on everybody's page, and again after the page was loaded anew")
    void everybody() {
        StudioPage page = withNote();
        page.press(page.onTrack(0, 4 * BAR));
        page.keys("Alt+Shift+F");
        page.until(FROZEN);
        StudioPage other = join(page.page().url(), "Ben");
        other.until(FROZEN);
        page.page().reload();
        page.page().waitForFunction("document.querySelector('tutti-studio')?.workspace?.song.tracks()[0]?.frozen");
        page.until(FROZEN);
        other.page().getByLabel(THAW).click();
        page.until("!song().tracks()[0].frozen && song().transport.frozen(" + HANDLE + ") === null");
        assertThat(page.page().getByLabel(THAW)).isHidden();
    }

    @Test
    @DisplayName("tells why it could not be frozen, and is tried anew once its notes are others")
    void triesAnew() {
        StudioPage page = withNote();
        page.page().route("**/api/presets/**", Route::abort);
        page.press(page.onTrack(0, 4 * BAR));
        page.keys("Alt+Shift+F");
        page.until("song().transport.frozen(" + HANDLE + ")?.problem?.length > 0");
        page.page().unroute("**/api/presets/**");
        page.ask("song().addNote(studio().workspace.content, 0, %d, 64, 100)".formatted(2 * BAR));
        page.until(FROZEN);
        pardon();
    }
}
