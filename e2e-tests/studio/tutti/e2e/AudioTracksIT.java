package studio.tutti.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.library.Wav;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Recorded sound: dragged in, heard, cut, faded, by two people at once. */
@DisplayName("Audio tracks")
class AudioTracksIT extends InStudio {

    @TempDir
    Path folder;

    /** Drags a file from the desktop onto a place of the page. */
    private static void drop(StudioPage page, Path file, StudioPage.Point at) {
        CDPSession browser = page.page().context().newCDPSession(page.page());
        for (String type : new String[] {"dragEnter", "dragOver", "drop"}) {
            JsonObject data = new JsonObject();
            data.add("items", new JsonArray());
            JsonArray files = new JsonArray();
            files.add(file.toString());
            data.add("files", files);
            data.addProperty("dragOperationsMask", 1);
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", at.x());
            event.addProperty("y", at.y());
            event.add("data", data);
            browser.send("Input.dispatchDragEvent", event);
        }
        browser.detach();
    }

    private Path tone(String name, double seconds) throws Exception {
        return Files.write(folder.resolve(name), Wav.tone(44_100, 2, seconds, 440));
    }

    private static void clips(StudioPage page, int count) {
        page.until("song().clips().length === " + 10 * count);
        page.settle();
    }

    private static void arrived(StudioPage page) {
        page.until("song().uploads.sending.length === 0 && [...song().media.clips().values()].every(each => studio().workspace.waveforms.about(each.hash))");
        page.settle();
    }

    /** A number of the one clip of recorded sound. */
    private static long number(StudioPage page, String name) {
        return ((Number) page.ask("[...song().media.clips().values()][0]." + name)).longValue();
    }

    private static void heard(StudioPage page) {
        page.ask("song().transport.seek(0), void song().transport.play()");
        page.until("song().transport.peak(song().tracks().at(-1).handle)[0] > 0.1");
        page.ask("song().transport.stop()");
    }

    @Test
    @DisplayName("a file dropped on a track's row becomes a clip there, is drawn and heard, and the other hears it, too")
    void dropped() throws Exception {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        StudioPage ben = join(address, "Ben");
        ada.page().locator("tutti-arrangement .add button").nth(2).click();
        ada.until("song().tracks().length === 1 && song().tracks()[0].type === 'audio'");
        ada.settle();
        drop(ada, tone("Guitar.wav", 4), ada.onTrack(0, BAR + 40));
        clips(ada, 1);
        assertThat(ada.clips()).singleElement().satisfies(clip -> {
            assertThat(clip.start()).isEqualTo(BAR);
            assertThat(clip.length()).isEqualTo(2 * BAR);
            assertThat(clip.name()).isEqualTo("Guitar");
        });
        clips(ben, 1);
        arrived(ada);
        arrived(ben);
        ada.ask("song().transport.setLoop(0, 0, false)");
        heard(ada);
        heard(ben);
        ada.shoot("audio-dropped");
    }

    @Test
    @DisplayName("a file dropped beside the tracks makes one of its own; trimmed, faded by its corner, split, louder, and all undone")
    void cut() throws Exception {
        StudioPage page = openNewSong();
        page.addTrack();
        drop(page, tone("Loop.wav", 4), page.onTrack(0, 0));
        clips(page, 1);
        page.until("song().tracks().length === 2 && song().tracks()[1].type === 'audio' && song().tracks()[1].name === 'Loop'");
        arrived(page);
        StudioPage.Point left = page.onTrack(1, 0);
        StudioPage.Point right = page.onTrack(1, 2 * BAR);
        page.press(page.onTrack(1, BAR));
        page.settle();
        page.drag(left.plus(3, 0), page.onTrack(1, QUARTER).plus(3, 0));
        page.until("[...song().media.clips().values()][0].position === 5e8");
        assertThat(page.clips().getFirst().start()).isEqualTo(QUARTER);
        page.keys("Control+Z");
        page.until("[...song().media.clips().values()][0].position === 0");
        // the fade's corner lies below the title
        double corner = ((Number) page.ask("(() => { const l = studio().arrangement.layout; return l.y(1) + 1 + (l.rowHeight(1) - 3 >= 36 ? 16 : 0) + 4"
                + " + studio().arrangement.element.getBoundingClientRect().top; })()")).doubleValue();
        page.drag(new StudioPage.Point(left.x() + 4, corner), new StudioPage.Point(page.onTrack(1, QUARTER).x(), corner));
        page.until("Math.abs([...song().media.clips().values()][0].fadeIn - 5e5) < 2e4");
        page.drag(new StudioPage.Point(right.x() - 5, corner), new StudioPage.Point(page.onTrack(1, 2 * BAR - QUARTER).x(), corner));
        page.until("Math.abs([...song().media.clips().values()][0].fadeOut - 5e5) < 2e4");
        page.shoot("audio-faded");
        page.keys("Alt+=");
        page.until("[...song().media.clips().values()][0].gain === 100");
        page.ask("song().transport.seek(%d)".formatted(BAR));
        page.until("song().transport.playhead === " + BAR);
        page.keys("s");
        clips(page, 2);
        page.keys("Control+Z", "Control+Z", "Control+Z", "Control+Z");
        clips(page, 1);
        page.until("(({ fadeIn, fadeOut, gain }) => fadeIn + fadeOut + gain === 0)([...song().media.clips().values()][0])");
        heard(page);
    }

    @Test
    @DisplayName("a file that isn't sound is refused with a sentence, and nothing of it stays in the song")
    void noSound() throws Exception {
        StudioPage page = openNewSong();
        Path file = Files.write(folder.resolve("Diary.wav"), "Dear diary".getBytes(StandardCharsets.UTF_8));
        drop(page, file, page.onRuler(BAR).plus(0, 200));
        assertThat(page.page().getByText("“Diary.wav” was not added. This is no sound file that can be read here")).isVisible();
        assertThat(page.clips()).isEmpty();
        pardon();
    }

    @Test
    @DisplayName("a file chosen from the menu goes on where it stopped when the network comes back")
    void networkLost() throws Exception {
        StudioPage page = openNewSong();
        byte[] file = Files.readAllBytes(tone("Long.wav", 30));
        page.page().context().route("**/api/media/uploads/*?at=2097152", route -> route.abort());
        page.page().waitForFileChooser(() -> page.keys("Control+Alt+A")).setFiles(new FilePayload("Long.wav", "audio/wav", file));
        clips(page, 1);
        page.until("song().uploads.sending[0]?.sent === 2097152");
        page.page().reload();
        page.page().context().unroute("**/api/media/uploads/*?at=2097152");
        page.page().locator("tutti-arrangement").waitFor();
        clips(page, 1);
        arrived(page);
        heard(page);
        pardon();
    }

    @Test
    @DisplayName("AIFF, FLAC, MP3, Ogg Vorbis and Opus are dropped like WAV, last as long as they do, and are heard")
    void kinds() throws Exception {
        StudioPage page = openNewSong();
        page.page().locator("tutti-arrangement .add button").nth(2).click();
        page.until("song().tracks().length === 1 && song().tracks()[0].type === 'audio'");
        page.settle();
        String[] kinds = {"aiff", "flac", "mp3", "ogg", "opus"};
        for (int i = 0; i < kinds.length; i++) {
            int start = i * BAR;
            Path file = Files.copy(Path.of("src/test/resources/audio/two-tones." + kinds[i]), folder.resolve("Tones." + kinds[i]));
            drop(page, file, page.onTrack(0, start + 20));
            page.until("song().media.clips().size === " + (i + 1));
            arrived(page);
            double seconds = kinds[i].equals("aiff") ? 4000 / 44_100.0 : 0.5;
            StudioPage.ClipOnPage clip = page.clips().stream().filter(each -> each.start() == start).findFirst().orElseThrow();
            assertThat((double) clip.length()).as(kinds[i]).isCloseTo(seconds * 2 * QUARTER, org.assertj.core.api.Assertions.within(80.0));
            page.ask("(song().transport.setLoop(%d, %d, true), song().transport.seek(%d), void song().transport.play())"
                    .formatted(start, start + clip.length(), start));
            page.until("song().transport.peak(song().tracks()[0].handle)[0] > 0.1");
            page.ask("song().transport.stop()");
        }
    }

    @Test
    @DisplayName("what has come of a file is heard by the others while the rest is still being sent")
    void heardWhileSent() throws Exception {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        StudioPage ben = join(address, "Ben");
        ada.page().context().route("**/api/media/uploads/*?at=3145728", route -> route.abort());
        drop(ada, tone("Long.wav", 60), ada.onRuler(0).plus(0, 200));
        clips(ben, 1);
        ada.until("song().uploads.sending[0]?.sent === 3145728");
        heard(ben);
        assertThat(ada.holds("song().uploads.sending[0].sent === 3145728")).as("still on its way").isTrue();
        ada.page().context().unroute("**/api/media/uploads/*?at=3145728");
        arrived(ada);
        ben.until("studio().workspace.waveforms.about([...song().media.clips().values()][0].hash)");
        ben.ask("song().transport.seek(song().tick(50)), void song().transport.play()");
        ben.until("song().transport.playhead > song().tick(51) && song().transport.peak(song().tracks().at(-1).handle)[0] > 0.1");
        pardon();
    }

    @Test
    @DisplayName("recordings take no more room in the page than there is, and what is jumped to is fetched and heard")
    void littleRoom() throws Exception {
        StudioPage page = openNewSong();
        page.ask("song().transport.room = 6e6");
        drop(page, tone("Long.wav", 100), page.onRuler(0).plus(0, 200));
        clips(page, 1);
        arrived(page);
        page.ask("""
                (() => {
                  window.most = 0;
                  const look = () => { window.most = Math.max(window.most, song().transport.media.bytes); };
                  setInterval(look, 5);
                })()""");
        String full = "song().transport.media.bytes > 5e6 && song().transport.media.kept.every(each => each.of.sent.has(each.block))";
        page.until(full);
        heard(page);
        page.ask("song().transport.seek(song().tick(90)), void song().transport.play()");
        page.until("song().transport.playhead > song().tick(91) && song().transport.peak(song().tracks().at(-1).handle)[0] > 0.1");
        page.until(full);
        // the clip's beginning stays, what lies between went
        assertThat(page.holds("song().transport.media.kept.some(each => each.block === 0) && !song().transport.media.kept.some(each => each.block === 60)")).isTrue();
        page.ask("song().transport.stop()");
        heard(page);
        // a request of eight blocks may be on its way when the place jumps
        assertThat(((Number) page.ask("window.most")).doubleValue()).isLessThan(6e6 + 2 * 8 * 131_072);
    }

    @Test
    @DisplayName("a recording that does not come in time is silent, and a sentence says so")
    void late() throws Exception {
        StudioPage page = openNewSong();
        page.page().route("**/api/media/*/sound?*", route -> route.abort());
        drop(page, tone("Slow.wav", 20), page.onRuler(0).plus(0, 200));
        clips(page, 1);
        arrived(page);
        page.ask("song().transport.seek(0), void song().transport.play()");
        assertThat(page.page().getByText("A recording has not come in time: it is silent until it is here.")).isVisible();
        page.ask("song().transport.stop()");
        page.page().unroute("**/api/media/*/sound?*");
        page.ask("song().transport.media.retry()");
        heard(page);
        pardon();
    }

    /** An audio track at hand, in a loop of one bar, and no count-in. */
    private static void readyToRecord(StudioPage page) {
        page.page().locator("tutti-arrangement .add button").nth(2).click();
        page.until("song().tracks().length === 1 && song().tracks()[0].type === 'audio'");
        page.ask("song().playing.recording.set({ countIn: 0, click: false })");
        page.settle();
    }

    @Test
    @DisplayName("a microphone is recorded where the song stood, with its level shown before, and the other hears the take")
    void recorded() throws Exception {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        StudioPage ben = join(address, "Ben");
        readyToRecord(ada);
        ada.keys("Shift+R");
        ada.until("song().playing.recording.on && song().transport.playhead > 4800");
        assertThat(ada.holds("song().playing.microphone.open && !song().playing.microphone.monitoring")).isTrue();
        ada.keys("Shift+R");
        clips(ada, 1);
        ada.ask("song().transport.stop()");
        arrived(ada);
        clips(ben, 1);
        arrived(ben);
        assertThat(ada.clips().getFirst().start()).isZero();
        assertThat(ada.clips().getFirst().length()).isBetween(4000, 12_000);
        heard(ada); // Chromium's microphone beeps
        heard(ben);
        ada.shoot("audio-recorded");
    }

    @Test
    @DisplayName("each way through a loop is a take, and a stretch of the clip can play another one")
    void takes() throws Exception {
        StudioPage page = openNewSong();
        readyToRecord(page);
        page.ask("song().transport.setLoop(0, %d, true)".formatted(BAR));
        page.keys("Shift+R");
        page.until("song().playing.recording.taking?.passes.length >= 3 && song().transport.playhead > 1500");
        page.keys("Shift+R");
        clips(page, 1);
        page.ask("song().transport.stop()");
        arrived(page);
        page.until("song().media.takes(song().clips()[0]).length >= 3");
        assertThat(page.clips().getFirst().length()).as("as long as the longest way").isBetween(BAR - 20, BAR + 20);
        page.ask("studio().workspace.clips.set([song().clips()[0]]), studio().workspace.open(song().clips()[0]), studio().workspace.showEditor(true)");
        page.page().locator("tutti-takes").waitFor();
        page.settle();
        page.shoot("audio-takes");
        StudioPage.Point from = page.onTake(0, QUARTER);
        page.drag(from, page.onTake(0, 2 * QUARTER));
        clips(page, 3);
        page.keys("Control+Z");
        clips(page, 1);
    }

    @Test
    @DisplayName("a page that is loaded anew while it records finds what it recorded in the song")
    void reloadedWhileRecording() throws Exception {
        StudioPage page = openNewSong();
        readyToRecord(page);
        page.keys("Shift+R");
        page.until("song().playing.recording.on && song().transport.playhead > 6000");
        page.page().reload();
        page.page().locator("tutti-arrangement").waitFor();
        clips(page, 1);
        assertThat(page.page().getByText("that was cut short is in the song now")).isVisible();
        arrived(page);
        assertThat(page.clips().getFirst().start()).isZero();
        assertThat(page.clips().getFirst().length()).isGreaterThan(2 * QUARTER);
        heard(page);
        pardon();
    }

    @Test
    @DisplayName("without a microphone, or if it is not allowed, one sentence says so")
    void noMicrophone() throws Exception {
        StudioPage page = openNewSong();
        readyToRecord(page);
        page.page().evaluate("void (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError')))");
        page.keys("Shift+R");
        assertThat(page.page().getByText("The browser keeps the microphone away: allow it beside the page’s address")).isVisible();
        page.page().evaluate("void (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotFoundError')))");
        page.keys("Shift+R");
        assertThat(page.page().getByText("There is no microphone: plug one in, then record again.")).isVisible();
        assertThat(page.holds("song().playing.recording.on")).isFalse();
    }

    @Test
    @DisplayName("a microphone that is unplugged while it records leaves what was recorded")
    void unplugged() throws Exception {
        StudioPage page = openNewSong();
        readyToRecord(page);
        page.keys("Shift+R");
        page.until("song().playing.recording.on && song().transport.playhead > 3000");
        page.ask("song().playing.microphone.stream.getAudioTracks()[0].dispatchEvent(new Event('ended'))");
        assertThat(page.page().getByText("The microphone is gone. What was recorded until then is kept.")).isVisible();
        clips(page, 1);
        page.ask("song().transport.stop()");
        arrived(page);
        heard(page);
    }

    @Test
    @DisplayName("a clip that follows the tempo is stretched, and heard at the song's tempo")
    void stretched() throws Exception {
        StudioPage page = openNewSong();
        drop(page, tone("Beat.wav", 4), page.onRuler(0).plus(0, 200));
        clips(page, 1);
        arrived(page);
        page.ask("studio().workspace.clips.set([song().clips()[0]]), studio().workspace.goTo('arrangement')");
        page.keys("Alt+F");
        page.until("[...song().media.clips().values()][0].recorded === 500000");
        page.ask("song().setTempo(0, 90)");
        page.until("song().transport.stretcher.made.size === 1 && [...song().transport.stretcher.made.values()][0].whole");
        // at 90 a minute, 4 seconds of the recording last 5.33
        assertThat(page.whole("[...song().transport.stretcher.made.values()][0].frames")).isEqualTo((int) Math.round(44_100 * 4 / 0.75));
        page.ask("song().transport.seek(%d)".formatted(7 * QUARTER));
        page.ask("void song().transport.play()");
        page.until("song().transport.peak(song().tracks().at(-1).handle)[0] > 0.1");
        page.ask("song().transport.stop()");
        page.keys("Alt+F");
        page.until("[...song().media.clips().values()][0].recorded === 0");
    }
}
