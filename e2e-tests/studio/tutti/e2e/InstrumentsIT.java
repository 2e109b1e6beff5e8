package studio.tutti.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@DisplayName("The list of instruments")
class InstrumentsIT extends InStudio {

    /** What comes out of the engine, as an analyser sees it. */
    private static final String LISTEN = """
            (() => {
              const output = song().transport.output;
              if (!output) return 0;
              window.ear ??= (() => { const ear = output.context.createAnalyser(); output.connect(ear); return ear; })();
              const heard = new Float32Array(window.ear.fftSize);
              window.ear.getFloatTimeDomainData(heard);
              return Math.max(...heard.map(Math.abs));
            })()""";

    private StudioPage opened() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.button("Grand piano").click();
        return page;
    }

    private static Locator row(StudioPage page, String name) {
        return page.page().getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    @DisplayName("sounds what one rests on, and the song stays as it is until one chooses")
    void hover() {
        StudioPage page = opened();
        page.button("Hear Honky-tonk piano").hover();
        page.until("song().transport.trial.ready && " + LISTEN + " > 0.005");
        page.page().locator("tutti-instruments .search").hover();
        page.until(LISTEN + " < 0.002");
        page.until("song().tracks()[0].program === 0");
        row(page, "Honky-tonk piano").click();
        page.until("song().tracks()[0].program === 3");
        page.button("Honky-tonk piano").click();
        page.button("Used last").click();
        assertThat(page.page().getByRole(AriaRole.ROW)).hasCount(1);
        page.keys("Escape");
        assertThat(page.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    @DisplayName("is walked, heard, played and chosen from by keys, and searched as one types")
    void keys() {
        StudioPage page = opened();
        page.page().keyboard().type("church");
        page.keys("ArrowDown", "Space");
        page.until("song().transport.trial.sound === 'api/presets/0/19' && song().transport.trial.ready && " + LISTEN + " > 0.005");
        page.until(LISTEN + " < 0.002");
        page.page().keyboard().down("d");
        page.until(LISTEN + " > 0.005");
        page.page().keyboard().up("d");
        page.until(LISTEN + " < 0.002");
        page.keys("/");
        page.page().keyboard().press("Control+A");
        page.page().keyboard().type("slap bass");
        assertThat(page.page().getByRole(AriaRole.ROW)).hasCount(2);
        page.keys("Enter");
        page.until("song().tracks()[0].program === 36");
    }

    @Test
    @DisplayName("keeps favourites in this browser, by a star and by a key")
    void favourites() {
        StudioPage page = opened();
        page.button("Favourites").click();
        assertThat(page.page().getByText("No favourites yet: press the star beside an instrument.")).isVisible();
        page.button("Reed").click();
        page.button("Make Oboe a favourite").click();
        page.page().getByRole(AriaRole.GRID).focus();
        page.keys("ArrowDown", "*");
        page.button("Favourites").click();
        assertThat(page.page().getByRole(AriaRole.ROW)).hasCount(2);
        page.page().reload();
        page.page().locator("tutti-arrangement").waitFor();
        page.button("Grand piano").click();
        page.button("Favourites").click();
        assertThat(row(page, "Oboe")).isVisible();
        page.shoot("instruments");
    }

    /** A second of a tone of 441 Hz, 16 bits. */
    private static byte[] tone() {
        java.nio.ByteBuffer wav = java.nio.ByteBuffer.allocate(44 + 2 * 44_100).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(wav.capacity() - 8).put("WAVEfmt ".getBytes()).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(44_100).putInt(88_200).putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(2 * 44_100);
        for (int i = 0; i < 44_100; i++) {
            wav.putShort((short) (20_000 * Math.sin(i * 2 * Math.PI / 100)));
        }
        return wav.array();
    }

    @Test
    @DisplayName("takes in a folder with an SFZ kit, tells what of it is not played, and lets a track play it")
    void ownKit(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws java.io.IOException {
        java.nio.file.Path kit = java.nio.file.Files.createDirectories(folder.resolve("My kit/samples")).getParent();
        java.nio.file.Files.writeString(kit.resolve("tones.sfz"), "<control> default_path=samples/\n<region> sample=a.wav pitch_keycenter=a4 eq1_gain=3\n");
        java.nio.file.Files.write(kit.resolve("samples/a.wav"), tone());
        StudioPage page = opened();
        page.page().locator("tutti-instruments .folder").setInputFiles(kit);
        row(page, "tones").waitFor();
        assertThat(page.page().getByText("This kit says things that are not played here: eq1_gain.")).isVisible();
        page.shoot("own-kit");
        page.button("Hear tones").hover();
        page.until("song().transport.trial.ready && " + LISTEN + " > 0.005");
        row(page, "tones").click();
        page.until("song().tracks()[0].font.length === 64");
        assertThat(page.button("tones")).isVisible();
        page.until("song().transport.loading === 0");
        page.until(LISTEN + " < 0.002");
        page.ask("song().transport.noteOn(song().tracks()[0].handle, 69, 100)");
        page.until(LISTEN + " > 0.005");
        page.ask("song().transport.noteOff(song().tracks()[0].handle, 69)");
        page.keys("Control+z");
        page.until("song().tracks()[0].font === ''");
    }

    @Test
    @DisplayName("says in one sentence why a broken SoundFont or an archive without a kit is refused, and leaves the track as it is")
    void broken(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws java.io.IOException {
        java.nio.file.Path file = java.nio.file.Files.writeString(folder.resolve("broken.sf2"), "RIFF0000sfbk and nothing");
        StudioPage page = opened();
        page.page().locator("tutti-instruments .files").setInputFiles(file);
        Locator alert = page.page().locator("tutti-instruments [role=alert]");
        assertThat(alert).containsText("SoundFont");
        page.until("song().tracks()[0].font === ''");
        assertThat(page.page().getByRole(AriaRole.ROW)).not().hasCount(0);
    }
}
