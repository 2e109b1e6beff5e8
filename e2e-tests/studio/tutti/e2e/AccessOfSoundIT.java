package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The panels of sound, for those who don't see them. */
@DisplayName("Everybody, among sounds")
class AccessOfSoundIT extends InStudio {

    private final Audit audit = new Audit();

    @Test
    @DisplayName("finds library, instruments, takes and export without a serious barrier")
    void audits() {
        StudioPage studio = openNewSong();
        Page page = studio.page();
        studio.addTrack();
        studio.press(studio.onTrack(0, 4 * BAR));

        studio.keys("Alt+l");
        page.locator("tutti-library [role=row]").first().waitFor();
        audit.of(page, "library");
        page.locator("tutti-library [role=row]").first().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.locator("tutti-menu [role=menu]").waitFor();
        audit.of(page, "menu of a sound");
        page.keyboard().press("Escape");
        studio.keys("Alt+l");

        studio.press(studio.onTrack(0, 4 * BAR));
        studio.keys("Alt+x");
        Locator panel = page.locator("tutti-instrument-panel");
        panel.waitFor();
        audit.of(page, "instrument");
        for (String kind : new String[] {"synth", "drumkit", "sampler", "slicer"}) {
            studio.ask("(() => { const w = document.querySelector('tutti-studio').workspace; w.song.instruments.choose(w.trackAtHand, '" + kind + "'); })()");
            panel.locator(kind.equals("synth") ? "tutti-adsr" : kind.equals("drumkit") ? "tutti-pads" : "tutti-recording").first().waitFor();
            audit.of(page, "instrument " + kind);
        }
        studio.keys("Alt+x");

        studio.ask("""
                (() => {
                  const w = document.querySelector('tutti-studio').workspace;
                  const takes = ['a', 'b', 'c'].map(letter => ({ hash: letter.repeat(64), name: 'Voice', lasts: 4e9 }));
                  const clip = w.song.media.lay(-1, -1, 0, takes);
                  w.clips.set([clip]);
                  w.open(clip);
                  w.showEditor(true);
                })()""");
        page.locator("tutti-takes").waitFor();
        audit.of(page, "takes");

        studio.keys("Control+Shift+e");
        page.locator("vaadin-select").first().waitFor();
        audit.of(page, "export");

        assertThat(audit.findings()).isEmpty();
    }
}
