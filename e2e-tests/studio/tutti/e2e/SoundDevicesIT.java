package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Chromium's fake devices: several microphones, which beep, and several outputs. */
@DisplayName("Devices of sound")
class SoundDevicesIT extends InStudio {

    private static void sound(StudioPage page) {
        page.page().getByLabel("Sound", new Page.GetByLabelOptions().setExact(true)).click();
    }

    private static Locator entry(StudioPage page, String name) {
        return page.page().locator("tutti-menu [role^=menuitem]").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    @DisplayName("the sound goes to the output that is chosen, is kept there over a reload, and comes back to the system's")
    void output() {
        BrowserContext person = person();
        // as where a page may not use the microphone yet: outputs have no names before it was asked for
        person.addInitScript("""
                (() => {
                  const { mediaDevices } = navigator;
                  if (!mediaDevices) return;
                  const all = mediaDevices.enumerateDevices.bind(mediaDevices);
                  const open = mediaDevices.getUserMedia.bind(mediaDevices);
                  let allowed = localStorage.getItem('allowed') !== null;
                  mediaDevices.getUserMedia = async wanted => {
                    const stream = await open(wanted);
                    localStorage.setItem('allowed', '');
                    allowed = true;
                    return stream;
                  };
                  mediaDevices.enumerateDevices = async () => (await all()).filter(each => allowed || each.kind !== 'audiooutput');
                })()""");
        StudioPage page = StudioPage.open(person, newSong(), "Ada");
        page.addTrack();
        page.until("song().transport.output !== null && song().transport.audioContext.sinkId === ''");
        sound(page);
        entry(page, "Other outputs").click();
        entry(page, "Fake Audio Output 1").click();
        page.until("song().transport.audioContext.sinkId !== ''");
        page.ask("navigator.mediaDevices.enumerateDevices().then(all => { window.one = all.find(each => each.label === 'Fake Audio Output 1').deviceId; })");
        page.until("song().transport.audioContext.sinkId === window.one");
        Object chosen = page.ask("window.one");
        page.ask("""
                (() => {
                  const { output } = song().transport;
                  const ear = new AnalyserNode(output.context, { fftSize: 2048 });
                  output.connect(ear);
                  const wave = new Float32Array(2048);
                  window.loudness = () => { ear.getFloatTimeDomainData(wave); return wave.reduce((most, each) => Math.max(most, Math.abs(each)), 0); };
                })()""");
        page.until("song().transport.loading === 0");
        page.ask("song().transport.noteOn(song().tracks()[0].handle, 60, 120)");
        page.until("loudness() > 0.001");
        page.ask("song().transport.noteOff(song().tracks()[0].handle, 60)");
        page.page().reload();
        page.page().waitForFunction("id => document.querySelector('tutti-studio')?.workspace?.song.transport.audioContext?.sinkId === id", chosen);
        sound(page);
        assertThat(entry(page, "Fake Audio Output 1")).hasAttribute("aria-checked", "true");
        entry(page, "The system's output").click();
        page.until("song().transport.audioContext.sinkId === ''");
    }

    private StudioPage withAudioTrack() {
        StudioPage page = openNewSong();
        page.page().locator("tutti-arrangement .add button").nth(2).click();
        page.until("song().tracks().length === 1 && song().tracks()[0].type === 'audio'");
        page.ask("song().playing.recording.set({ countIn: 0, click: false })");
        page.settle();
        return page;
    }

    @Test
    @DisplayName("another microphone is chosen in its menu, is heard, and is taken again after a reload")
    void microphone() {
        StudioPage page = withAudioTrack();
        page.button("Microphone").click();
        entry(page, "Open the microphone").click();
        page.until("song().playing.microphone.open");
        page.button("Microphone").click();
        entry(page, "Fake Audio Input 2").click();
        page.until("song().playing.microphone.open && song().playing.microphone.name === 'Fake Audio Input 2'");
        page.page().waitForFunction("""
                () => parseInt(document.querySelector('tutti-studio').shadowRoot.querySelector('tutti-editor').shadowRoot
                  .querySelector('tutti-input').shadowRoot.querySelector('.level')?.style.getPropertyValue('--level') ?? '0') > 10""");
        page.page().reload();
        page.page().locator("tutti-arrangement").waitFor();
        page.button("Microphone").click();
        entry(page, "Open the microphone").click();
        page.until("song().playing.microphone.open && song().playing.microphone.name === 'Fake Audio Input 2'");
    }

    @Test
    @DisplayName("a microphone that is punched in is recorded within the loop's range only")
    void punch() {
        StudioPage page = withAudioTrack();
        page.ask("(song().playing.recording.set({ punch: true }), song().transport.setLoop(%d, %d, true), song().transport.seek(%d))"
                .formatted(BAR, 2 * BAR, QUARTER));
        page.keys("Shift+R");
        page.until("song().playing.recording.on && song().transport.playhead > %d".formatted(BAR + QUARTER));
        page.until("!song().playing.recording.on && song().clips().length === 10");
        page.ask("song().transport.stop()");
        page.until("song().uploads.sending.length === 0");
        assertThat(page.clips()).singleElement().satisfies(clip -> {
            assertThat(clip.start()).isEqualTo(BAR);
            assertThat(clip.length()).isBetween(BAR - 60, BAR + 60);
        });
        assertThat(page.holds("song().transport.loop.on")).as("the loop is as it was").isTrue();
    }

    @Test
    @DisplayName("a browser without an audio worklet says why it is silent, and everything can be edited")
    void noWorklet() {
        BrowserContext person = person();
        person.addInitScript("delete BaseAudioContext.prototype.audioWorklet; delete window.AudioWorklet; delete window.AudioWorkletNode");
        StudioPage page = StudioPage.open(person, newSong(), "Ada");
        Locator silent = page.page().locator("tutti-transport [role=status]");
        assertThat(silent).containsText("No sound");
        assertThat(silent).hasAttribute("data-tip",
                "There is no sound: this browser cannot play it. Use a newer Chrome, Edge, Firefox or Safari; everything else works.");
        page.addTrack();
        page.drawClip(0, BAR + 100);
        page.drawNote(60, BAR);
        page.until("song().pending === 0 && song().clips().length === 10");
        page.keys("Space");
        page.until("!song().transport.playing");
        page.keys("Control+z");
        page.until("song().notes(studio().workspace.content, 0, 99999).length === 0");
    }
}
