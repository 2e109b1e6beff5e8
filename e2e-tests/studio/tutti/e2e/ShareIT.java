package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;

@DisplayName("A link to listen by")
class ShareIT extends InStudio {

    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);

    @TempDir Path folder;

    @Test
    @DisplayName("plays the song on a phone, takes comments at a time to the band, gives the sound away, and ends when it is revoked")
    void listen() throws IOException {
        StudioPage studio = join(demoSong(), "Ada");
        Page band = studio.page();
        String link = makeLink(studio);

        Page phone = touching(390, 844).newPage();
        phone.navigate(link);
        assertThat(phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Familiar Roads"))).isVisible();
        Locator play = phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Play"));
        assertThat(play).isVisible(LONG);
        play.tap();
        phone.waitForFunction("document.querySelector('#sound').currentTime > 0.3");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause")).tap();
        Locator seek = phone.getByLabel("Place in the song");
        var box = seek.boundingBox();
        phone.touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
        phone.waitForFunction("Math.abs(document.querySelector('#sound').currentTime / document.querySelector('#sound').duration - 0.5) < 0.05");
        double seconds = ((Number) phone.evaluate("document.querySelector('#sound').currentTime")).doubleValue();
        phone.getByLabel("Your name").fill("Grandma");
        phone.getByLabel("Comment at").fill("Lovely here!");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).tap();
        assertThat(phone.locator("#remarks")).containsText("Grandma");
        assertThat(phone.locator("#said")).containsText("The band sees it");
        shoot(phone, "listen-phone");

        String song = band.url().replaceAll(".*/song/", "").replaceAll("[#?].*", "");
        var arrangement = bean(Songs.class).arrangement(song);
        var comment = arrangement.root().children(Kind.COMMENT).getFirst();
        assertThat(comment.text(Property.TEXT)).isEqualTo("Lovely here!");
        assertThat(comment.text(Property.NAME)).isEqualTo("Grandma");
        var tempo = TimeMaps.tempo(arrangement);
        assertThat(tempo.seconds(comment.start())).isCloseTo(seconds, org.assertj.core.api.Assertions.within(0.6));

        for (String kind : List.of("Download FLAC", "Download Opus, small")) {
            Download download = phone.waitForDownload(() -> phone.getByText(kind).tap());
            Path file = folder.resolve(download.suggestedFilename());
            download.saveAs(file);
            try (AudioSource source = AudioFile.open(file)) {
                assertThat(source.rate()).isEqualTo(48_000);
                assertThat((double) source.frames() / 48_000).isGreaterThan(200);
            }
        }
        assertThat(folder.resolve("Familiar Roads.flac")).exists();
        assertThat(folder.resolve("Familiar Roads.opus")).exists();
        assertThat(new AxeBuilder(phone).analyze().getViolations()).isEmpty();

        assertThat(band.locator(".share li")).containsText("a newer version exists");
        band.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Renew")).click();
        assertThat(band.locator(".share li").getByText("plays the song as it is now")).isVisible(LONG);
        shoot(band, "share-dialog");
        band.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke")).click();
        assertThat(band.locator(".share li")).containsText("There is no link yet.");
        phone.navigate(link);
        assertThat(phone.getByText("This link was revoked by the band; ask them for a new one.")).isVisible();
        assertThat(new AxeBuilder(phone).analyze().getViolations()).isEmpty();
        assertThat(phone.request().get(link + "/sound.flac").status()).isEqualTo(410);
        pardon();
    }

    @Test
    @DisplayName("speaks Chinese, is played and sought by keys, and says so when it leads nowhere")
    void chineseAndKeys() {
        StudioPage studio = openNewSong();
        studio.addTrack();
        studio.drawClip(0, 10);
        studio.drawNote(64, 0);
        studio.settle();
        String link = makeLink(studio);
        BrowserContext chinese = person();
        chinese.setExtraHTTPHeaders(Map.of("Accept-Language", "zh-CN"));
        Page page = chinese.newPage();
        page.navigate(link);
        Locator play = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("播放"));
        assertThat(play).isVisible(LONG);
        assertThat(page.locator("html")).hasAttribute("lang", java.util.regex.Pattern.compile("zh.*"));
        page.keyboard().press("Space");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("暂停"))).isVisible();
        page.waitForFunction("document.querySelector('#sound').currentTime > 0.1");
        page.keyboard().press("Space");
        assertThat(play).isVisible();
        page.locator("#seek").focus();
        page.keyboard().press("Home");
        page.waitForFunction("document.querySelector('#sound').currentTime < 0.2");
        page.locator("#seek").press("ArrowRight");
        page.waitForFunction("document.querySelector('#sound').currentTime > 0.3");
        page.navigate(link.substring(0, link.length() - 43) + "A".repeat(43));
        assertThat(page.getByText("这个链接没有可听的内容；也许输错了。")).isVisible();
        pardon();
    }

    @Test
    @DisplayName("says that the sound could not be made and what to do, and plays once the band has renewed it")
    void failed() {
        StudioPage studio = openNewSong();
        studio.addTrack();
        studio.drawClip(0, 10);
        studio.drawNote(64, 0);
        studio.ask("song().chooseFont(song().tracks()[0].handle, '" + "a".repeat(64) + "', 0, 0)");
        String link = makeLink(studio);
        Page page = person().newPage();
        page.navigate(link);
        assertThat(page.getByText("The sound could not be made. Ask the band to press “Renew” beside this link in their song")).isVisible(LONG);
        assertThat(page.getByText("The sound is being made")).isHidden();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        studio.ask("song().chooseFont(song().tracks()[0].handle, '', 0, 0)");
        studio.settle();
        studio.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Renew")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Play"))).isVisible(LONG);
        assertThat(page.locator("#problem")).isEmpty();
        pardon();
    }

    private String makeLink(StudioPage studio) {
        Page page = studio.page();
        studio.settle();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("What to do with this song")).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Share for listening…")).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a link")).click();
        String shown = page.locator(".share-link").getAttribute("href");
        return url() + shown.substring(shown.indexOf("/listen/"));
    }

    private static void shoot(Page page, String name) {
        String folder = System.getenv("TUTTI_SHOTS");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }
}
