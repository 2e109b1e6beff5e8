package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.MouseButton;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The panels of the four audio tools, with sound. */
@DisplayName("An audio tool's panel")
class AudioToolsIT extends InStudio {

    private static final int RATE = 48_000;
    private static final int SECONDS = 8;
    private static final String VALUES = "song().mixing.devices(-1).at(-1).values";
    private static final String HANDLE = "song().mixing.devices(-1).at(-1).handle";
    /** What the tool told last, by the numbers of `Tone`: a head of 12, curves of 124. */
    private static final String TONE = "song().transport.tone(" + HANDLE + ")";

    private final Audit audit = new Audit();

    private static String curve(int place) {
        return "[..." + TONE + ".subarray(12 + 124 * " + place + ", 12 + 124 * " + (place + 1) + ")]";
    }

    /** A file of two channels from noise: each gets the noise by its own delay in frames and factor. */
    private static FilePayload noise(String name, long seed, int delay, double factor, double dull) {
        Random random = new Random(seed);
        int frames = SECONDS * RATE;
        double[] sound = new double[frames];
        double slow = 0;
        for (int i = 0; i < frames; i++) {
            slow += (random.nextGaussian() - slow) * dull;
            sound[i] = 0.15 * slow;
        }
        ByteBuffer file = ByteBuffer.allocate(44 + 4 * frames).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes()).putInt(36 + 4 * frames).put("WAVEfmt ".getBytes()).putInt(16).putShort((short) 1).putShort((short) 2)
                .putInt(RATE).putInt(4 * RATE).putShort((short) 4).putShort((short) 16).put("data".getBytes()).putInt(4 * frames);
        for (int i = 0; i < frames; i++) {
            file.putShort((short) Math.rint(32_767 * Math.clamp(sound[i], -1, 1)));
            file.putShort((short) Math.rint(32_767 * Math.clamp(i < delay ? 0 : factor * sound[i - delay], -1, 1)));
        }
        return new FilePayload(name, "audio/wav", file.array());
    }

    /** A song in which files sound below each other, and the mixer is open; it plays round and round. */
    private StudioPage sounding(FilePayload... files) {
        StudioPage page = openNewSong();
        for (FilePayload file : files) {
            page.page().evaluate("""
                    async ({ name, data }) => {
                      const { song } = document.querySelector('tutti-studio').workspace;
                      const file = new File([Uint8Array.from(atob(data), each => each.charCodeAt(0))], name, { type: 'audio/wav' });
                      const hash = await song.uploads.hash(file);
                      song.media.lay(-1, -1, 0, [{ hash, name, lasts: 8e9 }]);
                      await song.uploads.send(file, name);
                    }""", Map.of("name", file.name, "data", Base64.getEncoder().encodeToString(file.buffer)));
        }
        page.until("song().clips().length === " + 10 * files.length + " && song().uploads.sending.length === 0");
        page.ask("(studio().workspace.showMixer(true), song().transport.setLoop(0, " + 3 * BAR + ", true))");
        return page;
    }

    private static void insert(StudioPage page, String name) {
        page.button("Add an effect to Master").click();
        choose(page, name);
        page.page().locator("tutti-device h3").getByText(name, new Locator.GetByTextOptions().setExact(true)).waitFor();
    }

    /** How loud the master is from now on, in LUFS: integrated over whole blocks of 400 ms, so that it does not rise by itself. */
    private static double loudness(StudioPage page) {
        page.ask("song().transport.probe(null)");
        page.settle();
        page.until("song().transport.probed === null");
        page.ask("song().transport.probe(song().mixing.masterHandle)");
        page.until("song().transport.probed?.[2] > -100");
        return ((Number) page.ask("song().transport.probed[2]")).doubleValue();
    }

    private static void choose(StudioPage page, String name) {
        page.page().locator("tutti-menu").getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static void play(StudioPage page) {
        page.page().locator("tutti-device .empty button").click();
        page.until(TONE + "?.[0] > 0");
    }

    private static Locator panel(StudioPage page, String button) {
        return page.page().locator("tutti-device").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    private static void dragUp(StudioPage page, Locator band, double pixels) {
        BoundingBox at = band.boundingBox();
        StudioPage.Point from = new StudioPage.Point(at.x + at.width / 2, at.y + at.height / 2);
        page.drag(from, from.plus(0, -pixels));
    }

    @Test
    @DisplayName("draws a track against a profile: the curve is dragged, heard, held and undone, and the profile taken from a file")
    void profile() {
        StudioPage page = sounding(noise("Noise.wav", 1, 0, 1, 1));
        insert(page, "Profile EQ");
        page.shoot("profile-empty");
        play(page);
        Locator band = page.slider("Gain at 1 kHz");
        dragUp(page, band, 40);
        page.until(VALUES + "[10 + 17] > 5");
        assertThat((Boolean) page.ask(VALUES + "[10 + 16] === 0")).isTrue();
        page.until(curve(3) + "[69] > 5 && " + curve(3) + "[30] < 1");
        page.ask("song().transport.probe(song().mixing.masterHandle)");
        page.until("(at => at && Math.max(...at.slice(Math.round(0.55 * at.length), Math.round(0.58 * at.length))) > 6 + Math.max(...at.slice(Math.round(0.66 * at.length), Math.round(0.69 * at.length))))"
                + "(song().transport.probed?.subarray(3))");
        page.shoot("profile-dragged");
        page.ask("song().undo()");
        page.until(VALUES + "[10 + 17] === 0 && Math.abs(" + curve(3) + "[69]) < 0.5");

        band.focus();
        page.keys("ArrowRight", "ArrowUp", "ArrowUp");
        page.until(VALUES + "[10 + 18] === 1");
        page.slider("Gain at 1.25 kHz").dblclick();
        page.until(VALUES + "[10 + 18] === 0");

        page.slider("Amount towards “Pink”").focus();
        page.keys("Enter");
        page.page().keyboard().type("100");
        page.keys("Enter");
        page.until(VALUES + "[0] === 100 && " + curve(3) + "[30] > 10 + " + curve(3) + "[118]");
        page.shoot("profile-pink");
        audit.of(page.page(), "profile EQ");

        panel(page, "Hold the curve").click();
        page.until(VALUES + "[4] === 1 && " + VALUES + "[10 + 8] > 3");
        page.ask("song().undo()");
        page.until(VALUES + "[4] === 0 && " + VALUES + "[10 + 8] === 0");

        panel(page, "Profile: Pink ▾").click();
        choose(page, "Drum kit");
        page.until(VALUES + "[10 + 62 + 17] > 1");
        panel(page, "Profile: Drum kit ▾").click();
        FileChooser chooser = page.page().waitForFileChooser(() -> choose(page, "As a file of one’s own …"));
        chooser.setFiles(noise("Dull.wav", 2, 0, 1, 0.05));
        page.until(VALUES + "[10 + 31 + 28] < " + VALUES + "[10 + 31 + 10] - 10");
        page.until(curve(3) + "[30] > 15 + " + curve(3) + "[100]");
        assertThat(page.page().locator("tutti-profile-eq").getByText("Profile: A reference")).isVisible();

        panel(page, "Hear the difference").click();
        page.until(VALUES + "[8] === 1");
        page.page().locator("tutti-profile-eq summary").click();
        assertThat(page.slider("Memory")).isVisible();
        audit.of(page.page(), "profile EQ unfolded");
        page.shoot("profile-unfolded");
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    @DisplayName("soothes or emphasises by one slider, and lets the difference be heard alone")
    void resonance() {
        StudioPage page = sounding(noise("Noise.wav", 1, 0, 1, 1));
        insert(page, "Resonance EQ");
        panel(page, "Hear the difference").click();
        page.until(VALUES + "[7] === 1");
        play(page);
        page.ask("song().transport.probe(song().mixing.masterHandle)");
        page.until("song().transport.probed?.[0] < -100");
        Locator amount = page.slider("Amount");
        amount.focus();
        page.keys("Enter");
        page.page().keyboard().type("1");
        page.keys("Enter");
        page.until(VALUES + "[0] === 1 && song().transport.probed[0] > -60");
        assertThat(amount).hasAttribute("aria-valuetext", "emphasises, 100 %");
        page.shoot("resonance-playing");
        page.page().locator("tutti-resonance-eq summary").first().click();
        assertThat(page.slider("Sharpness")).isVisible();
        audit.of(page.page(), "resonance EQ");
        page.shoot("resonance-unfolded");
        page.ask("song().undo()");
        page.until("song().transport.probed[0] < -100");
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    @DisplayName("says what is out of phase, and repairs it by one press, after which the mono sum is louder")
    void phase() {
        StudioPage page = sounding(noise("Two microphones.wav", 1, 48, -1, 0.2));
        insert(page, "Multiband Phase");
        page.ask("song().mixing.add(-1, 'utility', 'Mono')");
        String values = VALUES.replace(".at(-1)", "[0]");
        page.shoot("phase-empty");
        page.page().locator("tutti-device .empty button").click();
        Locator state = page.page().locator("tutti-multiband-phase .state");
        assertThat(state).containsText(Pattern.compile("a delay of (1|0.99|1.01) ms, opposite polarity"));
        page.shoot("phase-found");
        double before = loudness(page);
        panel(page, "Repair").click();
        page.until(values + "[0] === 1 && " + values + "[3] === 1 && Math.abs(" + values + "[2] - 1) < 0.05");
        assertThat(loudness(page)).isGreaterThan(before + 2);
        assertThat(panel(page, "Repaired")).hasAttribute("aria-pressed", "true");
        page.page().locator("tutti-multiband-phase summary").click();
        dragUp(page, page.slider("Turn at 2 kHz"), 20);
        page.until(values + "[7 + 20] > 20");
        audit.of(page.page(), "multiband phase");
        page.shoot("phase-repaired");
        page.ask("(song().undo(), song().undo())");
        page.until(values + "[0] === 0 && " + values + "[2] === 0");
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    @DisplayName("follows the spectrum of a track that is chosen, is frozen, and compared with A and B")
    void follows() {
        StudioPage page = sounding(noise("Bright.wav", 1, 0, 1, 1), noise("Dull.wav", 2, 0, 1, 0.05));
        insert(page, "XSpecMatch");
        page.shoot("xspec-empty");
        panel(page, "Choose a track to follow ▾").click();
        choose(page, (String) page.ask("song().tracks()[1].name"));
        page.until("song().mixing.devices(-1)[0].source !== -1");
        play(page);
        page.until("Math.max(..." + curve(3) + ") - Math.min(..." + curve(3) + ") > 3");
        page.shoot("xspec-playing");
        panel(page, "Freeze").click();
        page.until(VALUES + "[4] === 1");
        audit.of(page.page(), "xspecmatch");
        page.button("A or B").click();
        page.slider("Gain at 1 kHz").focus();
        page.keys("PageUp");
        page.until(VALUES + "[9 + 17] === 3");
        page.button("A or B").click();
        page.until(VALUES + "[9 + 17] === 0");
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    @DisplayName("is opened from a track's menu to compare it with a profile, once")
    void compared() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.press(page.onTrack(0, 4 * BAR));
        page.page().locator("tutti-track-head").first().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT).setPosition(100, 12));
        choose(page, "Compare with a profile …");
        page.page().locator("tutti-profile-eq").waitFor();
        page.page().locator("tutti-track-head").first().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT).setPosition(100, 12));
        choose(page, "Compare with a profile …");
        page.until("song().mixing.devices(song().tracks()[0].handle).length === 1");
    }
}
