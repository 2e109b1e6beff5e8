package studio.tutti.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.Map;

/**
 * Makes pictures of the views in their states into {@code docs/screens}, to be looked at: {@code ./tutti shots}. With an
 * address as argument it visits that studio instead of starting one.
 */
public final class Screenshots {

    private record Size(String name, int width, int height) {
    }

    private static final Size[] SIZES = {
        new Size("1280", 1280, 720), new Size("1024", 1024, 768)
    };
    private static final Size PHONE = new Size("390", 390, 844);

    /** A MIDI keyboard that is there once {@code plug} is called. */
    private static final String KEYBOARD = """
            (() => {
              const inputs = new Map();
              const access = { inputs, outputs: new Map(), onstatechange: null };
              navigator.requestMIDIAccess = async () => access;
              window.plug = name => {
                inputs.set(name, { id: name, name, state: 'connected', type: 'input', onmidimessage: null });
                access.onstatechange?.({ port: inputs.get(name) });
              };
            })()""";

    private final String studio;
    private final Size size;
    private final Page page;

    private Screenshots(String studio, Size size, BrowserContext context) {
        this.studio = studio;
        this.size = size;
        this.page = context.newPage();
        page.addInitScript(KEYBOARD);
    }

    static void main(String[] arguments) {
        RunningStudio own = arguments.length > 0 ? null : RunningStudio.start(Map.of());
        String studio = own == null ? arguments[0] : own.url();
        for (Size size : SIZES) {
            try (BrowserContext ada = person(size, "en"); BrowserContext bo = person(size, "en"); BrowserContext chinese = person(size, "zh-CN")) {
                new Screenshots(studio, size, ada).all(bo.newPage(), chinese.newPage());
            }
        }
        try (BrowserContext ada = InBrowsers.chromium().newContext(new Browser.NewContextOptions().setViewportSize(PHONE.width, PHONE.height)
                .setHasTouch(true).setIsMobile(true).setDeviceScaleFactor(1).setReducedMotion(ReducedMotion.REDUCE))) {
            new Screenshots(studio, PHONE, ada).phone();
        }
        if (own != null) {
            own.close();
        }
        System.exit(0);
    }

    private static BrowserContext person(Size size, String language) {
        return InBrowsers.chromium().newContext(new Browser.NewContextOptions()
                .setViewportSize(size.width, size.height).setReducedMotion(ReducedMotion.REDUCE).setLocale(language));
    }

    private void all(Page bo, Page chinese) {
        page.navigate(studio);
        Locator name = page.getByLabel("Your name");
        name.waitFor();
        name.fill("Ada Lovelace");
        shot("welcome");
        press("Come in");
        page.getByText("Write a song together").waitFor();
        shot("start-empty");
        press("New song");
        page.locator("tutti-studio").waitFor();
        shot("song-empty");
        press("Invite");
        page.locator("#invite-link").waitFor();
        shot("invite");
        press("Close");
        if (!page.locator("tutti-studio[side-open]").isVisible()) {
            press("Chat and history");
        }
        page.getByText("Nothing said yet").waitFor();
        shot("chat-empty");
        say("Shall we try it half as fast, with the bass alone in the first verse?");
        say("Yes!");
        shot("chat");
        page.locator("vaadin-tab").getByText("History").click();
        page.getByLabel("Name of the version").fill("Before the bridge");
        press("Keep");
        page.getByText("Before the bridge").waitFor();
        shot("history");
        press("Look");
        page.getByText("Restoring makes").waitFor();
        shot("version");
        press("Close");
        press("All songs");
        page.locator(".song-card").first().waitFor();
        press("Open the demo song");
        page.locator("tutti-arrangement").waitFor();
        page.waitForFunction("() => document.querySelector('tutti-studio').workspace?.song.transport.loading === 0");
        page.locator("tutti-tour[open]").waitFor();
        shot("tour");
        press("Skip the tour");
        shot("demo");
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("Period");
        page.keyboard().press("Shift+F10");
        page.locator("tutti-menu [role=menu]").waitFor();
        shot("menu");
        page.keyboard().press("Escape");
        comments(bo);
        shot("pins");
        press("Dismiss");
        studio(page, "w.showEditor(true); w.open(w.song.clips()[0]); w.goTo('notes')");
        shot("drum-grid");
        studio(page, """
                const clips = w.song.clips(), bass = w.song.tracks()[1].handle;
                for (let i = 0; i < clips.length; i += 10) if (clips[i + 1] === bass) { w.open(clips[i]); break; }
                w.viewChanged();""");
        shot("piano-roll");
        page.locator("tutti-piano-roll .stage").focus();
        page.keyboard().press("Shift+Q");
        page.locator("tutti-shape [popover]:popover-open").waitFor();
        shot("shape");
        page.keyboard().press("Escape");
        studio(page, """
                const track = w.song.tracks()[1].handle;
                for (const [bar, level] of [[0, -2400], [4, 0], [8, -600], [12, 0]]) w.song.automation.put(track, 'volume', bar * 3840, level);
                w.lanes.toggle(track);
                w.song.mixing.add(-1, 'compressor');
                w.showMixer(true);""");
        page.locator("tutti-strip").last().locator(".rack button").first().click();
        page.locator("tutti-device").waitFor();
        shot("mixer");
        studio(page, "w.lanes.toggle(w.song.tracks()[1].handle); w.showMixer(false)");
        studio(page, "w.goTo('arrangement')");
        sounds();
        ideas();
        page.keyboard().press("?");
        shot("shortcuts");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        shot("palette");
        page.keyboard().press("Escape");
        page.keyboard().press("Shift+K");
        press("Connect a MIDI keyboard");
        page.evaluate("plug('Grand piano')");
        page.getByLabel("Comes late by").waitFor();
        shot("keys");
        page.keyboard().press("Shift+K");
        page.keyboard().press("y");
        shot("lyrics");
        page.keyboard().press("y");
        page.locator(".people-bar [data-person]").first().click();
        page.locator("tutti-following .pill").first().waitFor();
        shot("following");
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+c");
        page.locator("tutti-comments section").first().waitFor();
        shot("comments");
        page.locator("vaadin-tab").getByText("History").click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Edits").setExact(true)).click();
        page.locator(".edits li").first().waitFor();
        shot("edits");
        chinese.navigate(page.url());
        chinese.getByLabel("你的名字").fill("爱达");
        chinese.getByText("进入").click();
        chinese.waitForFunction("() => document.querySelector('tutti-studio')?.workspace?.song.transport.loading === 0");
        shot(chinese, "chinese");
        studio(page, """
                for (let times = 0; times < 2; times++) w.song.duplicateTracks(w.song.tracks().map(each => each.handle));
                w.showEditor(false);
                w.axes.arrangement.show(0, 80 * 3840);
                w.viewChanged();""");
        page.waitForFunction("() => document.querySelector('tutti-studio').workspace.song.pending === 0");
        if (page.locator("tutti-studio .pages").isVisible()) {
            press("Tracks");
        }
        shot("crowded");
        press("All songs");
        page.locator(".song-card").first().waitFor();
        shot("start");
    }

    /** The library, instruments, takes, and what is exported. */
    private void sounds() {
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("Alt+l");
        page.locator("tutti-library [role=row]").first().waitFor();
        shot("library");
        studio(page, """
                w.caret.track = w.song.tracks()[1].handle;
                w.song.instruments.choose(w.caret.track, 'synth');
                w.showInstrument(true);""");
        page.locator("tutti-adsr").first().waitFor();
        shot("synthesiser");
        studio(page, """
                w.song.undo();
                w.showInstrument(false);
                const takes = ['a', 'b', 'c'].map(letter => ({ hash: letter.repeat(64), name: 'Voice', lasts: 8e9 }));
                const clip = w.song.media.lay(-1, -1, 0, takes);
                w.clips.set([clip]);
                w.open(clip);
                w.showEditor(true);""");
        page.locator("tutti-takes").waitFor();
        shot("takes");
        studio(page, "w.song.undo(); w.showEditor(false)");
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("Control+Shift+e");
        page.locator("vaadin-select").first().waitFor();
        shot("export");
        page.keyboard().press("Escape");
        page.locator("vaadin-select").first().waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        page.locator("tutti-arrangement .stage").focus();
    }

    /** What an assistant is asked for and proposes, the styles, the lead sheet, an alternative. */
    private void ideas() {
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("o");
        page.locator("tutti-tray").waitFor();
        shot("tray-empty");
        studio(page, """
                w.showEditor(false);
                w.axes.arrangement.show(0, 24 * 3840);
                w.viewChanged();""");
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("p");
        page.locator("tutti-suggest .do").first().waitFor();
        shot("suggest");
        page.locator("tutti-suggest .to-more[data-offer='flow-machines']").click();
        page.locator("tutti-suggest button[type=submit]").waitFor();
        shot("suggest-settings");
        page.locator("tutti-suggest button[type=submit]").click();
        page.locator("tutti-proposal .take .accept").first().waitFor();
        page.locator("tutti-proposal .chip").first().click();
        page.locator("tutti-hearing .bar").waitFor();
        shot("tray");
        page.keyboard().press("0");
        press("Close");
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("Alt+y");
        page.locator("tutti-palettes .card").first().waitFor();
        shot("styles");
        page.keyboard().press("Escape");
        page.locator("tutti-arrangement .stage").focus();
        page.keyboard().press("Alt+s");
        page.locator("tutti-lead-sheet .sheet svg").first().waitFor();
        shot("lead-sheet");
        page.keyboard().press("Escape");
        page.locator("tutti-arrangement .stage").focus();
    }

    /** The places of the demo song as pages of a phone. */
    private void phone() {
        page.navigate(studio);
        page.getByLabel("Your name").fill("Ada Lovelace");
        press("Come in");
        page.getByText("Write a song together").waitFor();
        shot("start-empty");
        press("Open the demo song");
        page.locator("tutti-tour[open]").waitFor();
        press("Skip the tour");
        page.waitForFunction("() => document.querySelector('tutti-studio').workspace?.song.transport.loading === 0");
        shot("tracks");
        press("Notes");
        page.locator("tutti-drum-grid:visible, tutti-piano-roll:visible").first().waitFor();
        shot("notes");
        studio(page, "w.showMixer(true)");
        page.locator("tutti-strip:visible").first().waitFor();
        shot("mixer");
        studio(page, "w.caret.track = w.song.tracks()[1].handle; w.song.instruments.choose(w.caret.track, 'synth'); w.showInstrument(true)");
        page.locator("tutti-adsr:visible").first().waitFor();
        shot("synthesiser");
        studio(page, "w.wanted.tell('library')");
        page.locator("tutti-library [role=row]:visible").first().waitFor();
        shot("library");
    }

    /** Somebody else comes into the song that is open, comments on it, and looks at another place. */
    private void comments(Page bo) {
        bo.navigate(page.url());
        bo.getByLabel("Your name").fill("Bo Diddley");
        bo.getByText("Come in").click();
        bo.locator("tutti-arrangement").waitFor();
        studio(bo, "w.song.comments.add(-1, 4 * 3840, 3840, 'Shall the bass wait a bar, @Ada Lovelace?')");
        studio(bo, "w.song.comments.add(w.song.clips()[0], 3840, 0, 'More room for the hi-hat here.')");
        studio(bo, "w.axes.arrangement.show(16 * 3840, 32 * 3840); w.open(w.song.clips()[0]); w.viewChanged('arrangement')");
        page.waitForFunction("() => document.querySelector('tutti-studio').workspace.song.comments.all().length === 2");
        studio(page, "w.song.comments.answer(w.song.comments.all().find(each => each.on === 'clip').handle, 'Yes, and softer.')");
    }

    private static void studio(Page page, String script) {
        page.evaluate("() => { const w = document.querySelector('tutti-studio').workspace; " + script + " }");
    }

    private void say(String text) {
        page.locator("vaadin-message-input textarea").fill(text);
        press("Send");
        page.locator("vaadin-message").getByText(text).waitFor();
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(button)).first().click();
    }

    private void shot(String state) {
        shot(page, state);
    }

    private void shot(Page page, String state) {
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(60)
                .setPath(Path.of("docs/screens", state + "-" + size.name + ".jpg")));
    }
}
