package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.web.trust.Address;

/** For those who don't see the drawing, don't use a pointer, or don't read English. */
@DisplayName("Everybody")
class AccessIT extends InStudio {

    private final Audit audit = new Audit();

    private void audit(Page page, String view) {
        if (view.startsWith("en ")) {
            audit.of(page, view);
        } else {
            audit.again(page, view);
        }
    }

    /** Opens the palette; what is typed before it has the focus would go elsewhere. */
    private static void openPalette(Page page) {
        page.keyboard().press("Control+k");
        assertThat(page.locator("tutti-palette input")).isFocused();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    /** Goes through the views as somebody who is new; the words are those of the person's language. */
    private void auditAll(BrowserContext context, String name, String comeIn, String demo, String skip, String invite, String close, String chat, String history, String edits) {
        String language = name.equals("Your name") ? "en" : "zh";
        Page page = context.newPage();
        page.navigate(url());
        page.getByLabel(name).waitFor();
        audit(page, language + " welcome");
        page.getByLabel(name).fill("Ada");
        page.getByText(comeIn).click();
        page.locator(".start-empty").waitFor();
        audit(page, language + " start empty");
        press(page, demo);
        page.locator("tutti-drum-grid").waitFor();
        page.locator("tutti-tour[open]").waitFor();
        audit(page, language + " song with the tour");
        press(page, skip);
        page.locator("tutti-track-head .mute").first().click();
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("Period");
        audit(page, language + " song");
        page.locator("tutti-track-head .body").first().click(new Locator.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        page.locator("tutti-menu [role=menu]").waitFor();
        audit(page, language + " menu");
        page.keyboard().press("Escape");
        auditTools(page, language);
        page.keyboard().press("Control+k");
        audit(page, language + " palette");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        audit(page, language + " shortcuts");
        page.keyboard().press("Escape");
        page.keyboard().press("Shift+O");
        page.keyboard().press("ArrowRight");
        audit(page, language + " list");
        page.keyboard().press("Escape");
        page.locator("tutti-track-head .instrument").nth(1).click();
        audit(page, language + " instruments");
        page.keyboard().press("Escape");
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("a");
        page.locator("tutti-automation-lane").first().focus();
        page.keyboard().press("Enter");
        page.keyboard().press("x");
        page.locator("tutti-strip .add").first().click();
        page.locator("tutti-menu [role=menuitem]").nth(1).click();
        page.locator("tutti-device").waitFor();
        audit(page, language + " mixer with an effect and a lane of automation");
        page.locator("tutti-strip").last().locator(".foot button").first().click();
        page.locator("tutti-loudness").waitFor();
        audit(page, language + " mixer with its meters");
        page.keyboard().press("x");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("a");
        for (String[] place : new String[][] {{"Shift+K", "keys"}, {"y", "lyrics"}, {"Shift+Y", "reading"}}) {
            page.keyboard().press(place[0]);
            page.locator(place[1].equals("keys") ? "tutti-piano [data-pitch]" : "tutti-lyrics").first().waitFor();
            audit(page, language + " " + place[1]);
            if (!place[1].equals("lyrics")) {
                page.keyboard().press("Escape");
            }
        }
        press(page, invite);
        page.locator("#invite-link").waitFor();
        audit(page, language + " invite");
        press(page, close);
        press(page, chat);
        page.locator("vaadin-message-input textarea").waitFor();
        audit(page, language + " chat");
        page.locator("vaadin-tab").getByText(history).click();
        audit(page, language + " history");
        page.locator("vaadin-tab").getByText(edits, new Locator.GetByTextOptions().setExact(true)).click();
        page.locator(".edits li").first().waitFor();
        audit(page, language + " edits");
        page.keyboard().press("Alt+c");
        page.locator("tutti-comments").waitFor();
        audit(page, language + " comments");
        page.keyboard().press("o");
        page.locator("tutti-tray .empty").waitFor();
        audit(page, language + " tray");
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("p");
        page.locator("tutti-suggest [popover]:popover-open").waitFor();
        audit(page, language + " suggestions");
        page.keyboard().press("Escape");
        page.navigate(url());
        page.locator(".song-card").waitFor();
        audit(page, language + " start");
        page.navigate(bean(Address.class).trustPage().orElseThrow());
        page.locator("h1").waitFor();
        audit(page, language + " trust");
        page.close();
    }

    /** The menus of the drawings, the tools of drums and patterns, and the panel that shapes notes. */
    private void auditTools(Page page, String language) {
        Locator arrangement = page.locator("tutti-arrangement .stage");
        Locator grid = page.locator("tutti-drum-grid .stage");
        auditMenu(page, arrangement, "Period", language + " menu of a clip");
        auditMenu(page, arrangement, "Escape", language + " menu of the arrangement");
        auditMenu(page, arrangement, "Alt+.", language + " menu of a section");
        auditMenu(page, grid, "ArrowRight", language + " menu of a step");
        grid.focus();
        page.keyboard().press("Enter");
        audit(page, language + " drum tools with a hit chosen");
        page.keyboard().press("Control+z");
        page.locator("tutti-pattern-tools .heard").click();
        page.locator("tutti-pattern-tools [popover]:popover-open").waitFor();
        audit(page, language + " heard on a grid");
        page.keyboard().press("Escape");
        grid.focus();
        page.keyboard().press("Shift+D");
        Locator roll = page.locator("tutti-piano-roll .stage");
        auditMenu(page, roll, "Period", language + " menu of a note");
        roll.focus();
        page.keyboard().press("Shift+Q");
        page.locator("tutti-shape [popover]:popover-open").waitFor();
        audit(page, language + " shape");
        page.keyboard().press("Escape");
        roll.focus();
        page.keyboard().press("Shift+D");
        arrangement.focus();
    }

    private void auditMenu(Page page, Locator stage, String before, String view) {
        stage.focus();
        page.keyboard().press(before);
        page.keyboard().press("Shift+F10");
        page.locator("tutti-menu [role=menu]").waitFor();
        audit(page, view);
        page.keyboard().press("Escape");
    }

    @Test
    @DisplayName("finds every view fit for helping programs: axe has no serious finding, in English and, in the long form, in Chinese")
    void audits() {
        auditAll(person(1440, 900), "Your name", "Come in", "Open the demo song", "Skip the tour", "Invite", "Close", "Chat and history", "History", "Edits");
        if (Boolean.getBoolean("tutti.long")) {
            BrowserContext chinese = chromium().newContext(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1440, 900));
            auditAll(chinese, "你的名字", "进入", "打开示例歌曲", "跳过导览", "邀请", "关闭", "聊天和历史", "历史", "编辑");
            chinese.close();
        }
        pardon(); // a page without a certificate may not look whether the studio is trusted
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    @DisplayName("reads Chinese where the browser asks for it, can switch, and is remembered")
    void languages() {
        BrowserContext chinese = chromium().newContext(new Browser.NewContextOptions().setLocale("zh-TW"));
        try {
            Page page = chinese.newPage();
            page.navigate(newSong());
            page.getByLabel("你的名字").fill("爱达");
            page.getByText("进入").click();
            page.locator("tutti-arrangement").waitFor();
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
            assertThat(page.locator("tutti-arrangement .add button").first()).hasText("音轨");
            openPalette(page);
            page.keyboard().type("language");
            page.keyboard().press("Enter");
            assertThat(page.locator("tutti-arrangement .add button").first()).hasText("Track");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite"))).isVisible();
            page.reload();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        } finally {
            chinese.close();
        }
    }

    @Test
    @DisplayName("finds commands and places by a few letters, what was used last first")
    void palette() {
        StudioPage page = StudioPage.open(person(), demoSong(), "Ada");
        Locator answers = page.page().locator("tutti-palette [role=option]");
        openPalette(page.page());
        page.page().keyboard().type("metr");
        assertThat(answers.first()).containsText("Metronome");
        page.keys("Enter");
        page.until("song().transport.metronome");
        openPalette(page.page());
        assertThat(answers.first()).containsText("Metronome");
        page.page().keyboard().type("chorus 2");
        page.keys("Enter");
        page.until("song().transport.playhead === %d".formatted(70 * BAR));
        openPalette(page.page());
        page.page().keyboard().type("harp");
        page.keys("Enter");
        page.until("song().tracks().find(track => track.handle === studio().workspace.caret.track).name === 'Harp'");
        openPalette(page.page());
        page.page().keyboard().type("zzzz");
        assertThat(page.page().getByText("Nothing is called that.")).isVisible();
    }

    @Test
    @DisplayName("gives a command other keys, is told who had them, and gets the usual ones back")
    void remaps() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.keys("?");
        page.page().getByLabel("Keys of “Metronome”: K").click();
        page.keys("l");
        assertThat(page.page().getByText("L was “Loop on or off”, which has lost it.")).isVisible();
        page.keys("Escape", "l");
        page.until("song().transport.metronome && !song().transport.loop.on");
        assertThat(page.page().locator("tutti-transport [aria-label=Metronome]")).hasAttribute("data-tip", "Metronome  (L)");
        page.page().reload();
        page.page().locator("tutti-arrangement").waitFor();
        page.keys("l");
        page.until("song().transport.metronome");
        page.keys("?");
        press(page.page(), "Reset all");
        page.keys("Escape", "l");
        page.until("song().transport.loop.on && song().transport.metronome");
        assertThat(page.ask("""
                (() => {
                  const seen = new Map();
                  const twice = [];
                  for (const command of studio().commands) {
                    if (studio().commands.find(other => other.id === command.id) !== command) twice.push(command.id);
                    for (const key of command.keys) {
                      for (const place of command.place ? [command.place] : ['arrangement', 'notes', 'drums']) {
                        const at = `${place} ${key}`;
                        if (seen.has(at)) twice.push(`${at}: ${seen.get(at)}, ${command.id}`);
                        seen.set(at, command.id);
                      }
                    }
                  }
                  return twice;
                })()""")).as("keys that mean two things").isEqualTo(List.of());
    }

    @Test
    @DisplayName("reads the song as a list, acts on it by keys, and hears what the others do")
    void list() {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        ada.addTrack();
        ada.drawClip(0, 0);
        ada.drawNote(60, 0);
        ada.keys("Shift+O");
        Locator focused = ada.page().locator("tutti-outline [role=treeitem]:focus");
        assertThat(focused).containsText("Clip, bar 1, 1 note");
        ada.keys("ArrowRight", "ArrowRight");
        assertThat(focused).containsText("C4 at 1.1");
        ada.keys("Shift+ArrowRight");
        ada.until("song().notes(studio().workspace.content, 0, 9999)[2] > 480");
        ada.keys("ArrowLeft", "m");
        assertThat(focused).containsText("muted");
        ada.keys("F10");
        assertThat(ada.page().locator("tutti-menu").getByText("Duplicate as an alias")).isVisible();
        ada.keys("Escape");

        StudioPage bo = join(address, "Bo");
        bo.until("song().clips().length === 10");
        bo.addTrack();
        assertThat(ada.page().locator("tutti-studio .spoken[role=status]").last()).containsText("Bo: add a track, in Track 2.");
        ada.keys("Control+z");
        assertThat(bo.page().locator("tutti-studio .spoken[role=status]").last()).containsText("Ada: took back: change clips");
    }

    @Test
    @DisplayName("goes round the places with F6, and always sees where the focus is")
    void regions() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.drawClip(0, 0);
        page.page().locator("tutti-arrangement .stage").focus();
        page.keys("F6");
        page.until("studio().roll.shadowRoot.activeElement === studio().roll.element");
        page.keys("F6");
        page.until("studio().renderRoot.querySelector('tutti-transport').shadowRoot.activeElement?.classList.contains('play')");
        page.keys("F6");
        page.until("studio().arrangement.shadowRoot.activeElement === studio().arrangement.element");
        page.keys("Shift+F6");
        page.until("studio().renderRoot.querySelector('tutti-transport').shadowRoot.activeElement?.classList.contains('play')");
    }

    @Test
    @DisplayName("takes the tour of the demo song by keyboard alone, once")
    void tour() {
        BrowserContext newcomer = chromium().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        try {
            Page page = newcomer.newPage();
            page.navigate(url());
            page.getByLabel("Your name").waitFor();
            page.waitForFunction("() => document.activeElement?.localName === 'input'");
            page.keyboard().type("Ada");
            page.keyboard().press("Enter");
            Locator demo = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the demo song"));
            demo.waitFor();
            for (int tabs = 0; tabs < 20 && !(Boolean) demo.evaluate("button => button === document.activeElement"); tabs++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            Locator card = page.locator("tutti-tour .card");
            assertThat(card).containsText("Hear it");
            String ringed = """
                    () => {
                      const studio = document.querySelector('tutti-studio').shadowRoot;
                      const ring = studio.querySelector('tutti-tour').shadowRoot.querySelector('.ring')?.getBoundingClientRect();
                      const play = studio.querySelector('tutti-transport').shadowRoot.querySelector('.play').getBoundingClientRect();
                      return ring && ring.left === play.left - 3 && ring.top === play.top - 3;
                    }""";
            page.waitForFunction(ringed);
            page.setViewportSize(1100, 640);
            page.waitForFunction(ringed);
            page.keyboard().press("Space");
            assertThat(card).containsText("Choose a part");
            page.keyboard().press("Space");
            page.keyboard().press("Period");
            assertThat(card).containsText("Write a note");
            page.keyboard().press("F6");
            page.keyboard().press("Enter");
            assertThat(card).containsText("Take it back");
            page.keyboard().press("Control+z");
            assertThat(card).containsText("Find the rest, together");
            page.keyboard().press("Control+k");
            assertThat(card).isHidden();
            page.keyboard().type("tour");
            page.keyboard().press("Enter");
            assertThat(card).containsText("1 of 5");
            assertThat((String) page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--tutti-settle').trim()")).matches("0m?s");
        } finally {
            newcomer.close();
        }
    }

    @Test
    @DisplayName("begins with a template that plays")
    void templates() {
        Visit ada = Visit.of(person(), url()).introduce("Ada");
        ada.page().locator(".start-templates button").filter(new Locator.FilterOptions().setHasText("Lead sheet")).click();
        ada.page().locator("tutti-arrangement").waitFor();
        assertThat(ada.page().getByLabel("Name of the song")).hasValue("Lead sheet");
        assertThat(ada.page().evaluate("document.querySelector('tutti-studio').workspace.song.sections().map(section => section.name).join()")).isEqualTo("A1,A2,B,A3");

        ada.press("All songs");
        ada.page().locator(".start-templates button").filter(new Locator.FilterOptions().setHasText("Beat")).click();
        assertThat(ada.page().getByLabel("Name of the song")).hasValue("Beat");
        ada.page().locator("tutti-arrangement").waitFor();
        ada.page().keyboard().press("Space");
        ada.page().waitForFunction("() => document.querySelector('tutti-studio').workspace.song.transport.playhead > 960");
    }
}
