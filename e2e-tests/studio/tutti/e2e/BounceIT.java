package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.audiofile.Encoding;
import studio.tutti.collaboration.Songs;
import studio.tutti.exchange.Mixdown;
import studio.tutti.jobs.Jobs;
import studio.tutti.library.Instruments;

@DisplayName("Exporting sound")
class BounceIT extends InStudio {

    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);

    @TempDir Path folder;

    @Override
    boolean isAlone() {
        return true;
    }

    @Test
    @DisplayName("by the key makes a file in the background, told of and downloaded, which is what the engine plays")
    void mix() throws IOException {
        StudioPage studio = join(demoSong(), "Ada");
        Page page = studio.page();
        openDialog(studio);
        choose(page, "File", "FLAC, 16 bits");
        page.getByLabel("Bars", new Page.GetByLabelOptions().setExact(true)).fill("3-1");
        export(page);
        assertThat(page.getByRole(AriaRole.ALERT).getByText("Bars are given as A-B, counted from 1: 3-1 is not.")).isVisible();
        page.getByLabel("Bars", new Page.GetByLabelOptions().setExact(true)).fill("1-4");
        export(page);

        assertThat(row(page, "DONE")).containsText("Mix, bars 1 to 4, FLAC, 16 bits, 44.1 kHz");
        assertThat(page.getByText("“Familiar Roads.flac” is ready.")).isVisible();
        Path file = folder.resolve("download.flac");
        Download download = page.waitForDownload(() -> notice(page).click());
        assertThat(download.suggestedFilename()).isEqualTo("Familiar Roads.flac");
        download.saveAs(file);

        Path own = folder.resolve("own.flac");
        String link = page.url().replaceAll(".*/song/", "").replaceAll("[#?].*", "");
        Mixdown.of(bean(Songs.class).arrangement(link), bean(Instruments.class), 44_100, 1, 4).write(own, Encoding.FLAC_16, share -> { });
        assertThat(file).hasSameBinaryContentAs(own);
        assertThat(row(page, "DONE").getByText("Download")).isVisible();
    }

    @Test
    @DisplayName("goes on while the page is loaded anew, which then tells that it is ready; the stems are equally long")
    void stemsOverReload() throws IOException {
        StudioPage studio = join(demoSong(), "Ada");
        Page page = studio.page();
        openDialog(studio);
        page.getByText("Stems: each track by itself").click();
        page.getByLabel("Bars", new Page.GetByLabelOptions().setExact(true)).fill("1-16");
        choose(page, "File", "WAV, 16 bits");
        export(page);
        assertThat(row(page, "RUNNING")).containsText("Mix and stems, bars 1 to 16");
        page.reload();
        assertThat(page.getByText("“Familiar Roads.zip” is ready.")).isVisible(LONG);
        Download download = page.waitForDownload(() -> notice(page).click());
        Path zip = folder.resolve("all.zip");
        download.saveAs(zip);
        List<String> names = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        try (ZipFile files = new ZipFile(zip.toFile())) {
            files.stream().forEach(each -> {
                names.add(each.getName());
                if (each.getName().endsWith(".wav")) {
                    sizes.add(each.getSize());
                }
            });
        }
        assertThat(names).hasSizeGreaterThan(5).first().isEqualTo("Familiar Roads/Familiar Roads.wav");
        assertThat(names.get(1)).startsWith("Familiar Roads/stems/01 ");
        assertThat(names).contains("Familiar Roads/CREDITS.txt");
        assertThat(sizes).as("from bar 1, as is the mix here").containsOnly(sizes.getFirst());
    }

    @Test
    @DisplayName("can be cancelled, and the worker is free for the next")
    void cancel() {
        StudioPage studio = join(demoSong(), "Ada");
        Page page = studio.page();
        openDialog(studio);
        page.getByText("Stems: each track by itself").click();
        choose(page, "Rate", "96 kHz");
        export(page);
        assertThat(row(page, "RUNNING")).containsText("left", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        studio.shoot("jobs-running");
        row(page, "RUNNING").getByRole(AriaRole.BUTTON).click();
        assertThat(row(page, "CANCELLED")).containsText("cancelled");
        assertThat(bean(Jobs.class).underWay(10)).isEmpty();
        try (var files = Files.list(data().resolve("bounces"))) {
            assertThat(files.filter(each -> each.getFileName().toString().startsWith("making-"))).isEmpty();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Test
    @DisplayName("of a track in its place mutes it and lays its sound on a track below, in one step of undo")
    void inPlace() {
        StudioPage studio = withOpenClip();
        studio.drawNote(64, BAR);
        studio.settle();
        studio.page().keyboard().press("Escape");
        studio.press(studio.onTrack(0, 3 * BAR));
        studio.keys("Control+B");
        studio.until("song().tracks().length === 2 && song().tracks()[1].type === 'audio' && song().tracks()[0].muted");
        org.assertj.core.api.Assertions.assertThat(studio.clips()).hasSize(2).extracting(StudioPage.ClipOnPage::start).containsOnly(BAR);
        studio.shoot("bounced-in-place");
        studio.keys("Control+Z");
        studio.until("song().tracks().length === 1 && !song().tracks()[0].muted");
    }

    private static Locator notice(Page page) {
        return page.locator("vaadin-notification-card").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Download"));
    }

    private static void openDialog(StudioPage studio) {
        studio.settle();
        studio.keys("Control+Shift+E");
        assertThat(studio.page().getByRole(AriaRole.DIALOG)).containsText("Export audio");
    }

    private static void export(Page page) {
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Export").setExact(true)).click();
    }

    private static void choose(Page page, String field, String value) {
        page.locator("vaadin-select").filter(new Locator.FilterOptions().setHasText(field)).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(value).setExact(true)).click();
    }

    private static Locator row(Page page, String state) {
        return page.locator(".jobs li[data-state=" + state + "]");
    }
}
