package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.library.Wav;

/** A file system of 16 MB for the media, mounted for the test; left out where that is not allowed. */
@DisplayName("On a full disk")
class FullDiskIT extends InBrowsers {

    private static final String ARRIVED = "song().uploads.sending.length === 0"
            + " && [...song().media.clips().values()].every(each => studio().workspace.waveforms.about(each.hash))";

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static void add(StudioPage page, String name, double seconds) {
        byte[] file = Wav.tone(44_100, 2, seconds, 440);
        page.page().locator("tutti-arrangement .stage").focus();
        page.page().waitForFileChooser(() -> page.keys("Control+Alt+A")).setFiles(new FilePayload(name, "audio/wav", file));
    }

    @Test
    @DisplayName("a file that no longer fits is refused with one sentence, nothing of it stays, and the song is as it was")
    void upload() throws Exception {
        try (RunningStudio studio = RunningStudio.start(Map.of("tutti.media.spare", 1 << 20))) {
            Path media = Files.createDirectories(studio.data().resolve("media"));
            assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", media.toString()), "no file system can be mounted here");
            try {
                String link = studio.bean(Songs.class).create(new Id(7, 1), "A song", List.of()).link();
                StudioPage page = StudioPage.open(person(), studio.url() + "/song/" + link, "Ada");
                add(page, "Small.wav", 2);
                page.until("song().media.clips().size === 1 && " + ARRIVED);
                long before = bytes(media);

                add(page, "Large.wav", 60);
                assertThat(page.page().getByText("“Large.wav” was not added. The studio's disk is full: make room there, then try again; nothing of this file was kept."))
                        .isVisible();
                page.until("song().media.clips().size === 1 && song().uploads.sending.length === 0");
                page.settle();
                assertThat(bytes(media)).isEqualTo(before);
                page.ask("song().transport.seek(0), void song().transport.play()");
                page.until("song().transport.peak(song().tracks()[0].handle)[0] > 0.1");
                page.ask("song().transport.stop()");

                page.page().reload();
                page.page().locator("tutti-arrangement").waitFor();
                page.until("song().media.clips().size === 1");
                add(page, "Another.wav", 3);
                page.until("song().media.clips().size === 2 && " + ARRIVED);
                page.page().context().close();
                pardon(); // the browser tells of the refusal, too
            } finally {
                assertThat(run("umount", "-l", media.toString())).isTrue();
            }
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
