package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

@DisplayName("Words of a song")
class LyricsIT extends InStudio {

    /** A melody of sixteen quarters under two sections and three chords. */
    private static final String MELODY = """
            (() => {
              const s = song();
              const track = s.addTrack('instrument', 'Voice', 52, -1);
              const clip = s.addClip(track, 0, 15360);
              const content = s.clips()[2];
              for (let i = 0; i < 16; i++) s.addNote(content, i * 960, 960, 60 + [0, 2, 4, 5, 7, 5, 4, 2][i % 8], 90);
              s.addSection(0, 7680, 'Verse');
              s.addSection(7680, 7680, 'Chorus');
              s.addChord(0, 1920, 'C');
              s.addChord(1920, 1920, 'Am7/G');
              s.addChord(7680, 3840, 'F');
              studio().workspace.open(clip);
              return true;
            })()""";

    private static String lines(String what) {
        return "song().lyrics.lines().filter(line => line.syllables.length > 0).map(line => line." + what + ").join('|')";
    }

    private static Locator line(StudioPage page, int index) {
        return page.page().locator("tutti-lyrics .line[data-line]").nth(index);
    }

    private static Locator field(StudioPage page) {
        return page.page().locator("tutti-lyrics .line input");
    }

    private static Point onLane(StudioPage page, int tick) {
        return page.onLane("lyrics", tick).plus(3, 0);
    }

    private static String syllables(StudioPage page) {
        return (String) page.ask("song().lyrics.all().map(each => each.text + each.start / 960 + (each.note < 0 ? '' : '*')).join(' ')");
    }

    @Test
    @DisplayName("are written by two people at once, line by line, under their chords; who writes where is shown")
    void together() {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        ada.ask(MELODY);
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("y");
        ada.page().getByLabel("Words", new Page.GetByLabelOptions().setExact(true)).fill("Hel-lo my old friend\n\nhow are you");
        ada.button("Put under the notes").click();
        ada.until(lines("typed") + " === 'Hel-lo my old friend|how are you'");

        StudioPage ben = join(address, "Ben");
        ben.button("Lyrics page").click();
        assertThat(line(ben, 0)).hasAttribute("aria-label", "Hello my old friend");
        assertThat(line(ben, 0).locator("b").first()).hasText("C");

        line(ada, 0).click();
        assertThat(field(ada)).hasValue("Hel-lo my old friend");
        assertThat(line(ben, 0).locator(".who")).hasText("Ada");
        line(ben, 1).click();
        assertThat(line(ada, 1).locator(".who")).hasText("Ben");
        field(ada).fill("Hel-lo my dear friend");
        field(ben).fill("how have you been");
        ben.keys("Enter");
        String both = lines("typed") + " === 'Hel-lo my dear friend|how have you been'";
        ada.until(both);
        ben.until(both);
        assertThat(line(ben, 0).locator(".who")).hasText("Ada");
        assertThat(ada.ask("song().undoLabel")).isEqualTo("write a line of words");
    }

    @Test
    @DisplayName("are typed from note to note in their lane and dragged to another note")
    void lane() {
        StudioPage ada = openNewSong();
        ada.ask(MELODY);
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("Shift+e");
        ada.until("studio().arrangement.layout.lanes.some(lane => lane.name === 'lyrics')");
        ada.settle();
        ada.doublePress(onLane(ada, 0));
        ada.page().keyboard().type("Twin-kle lit-tle star");
        ada.keys("Enter");
        ada.until("song().lyrics.all().length === 5");
        assertThat(syllables(ada)).isEqualTo("Twin-0* kle1* lit-2* tle3* star4*");
        ada.settle();

        ada.drag(onLane(ada, 4 * QUARTER), onLane(ada, 6 * QUARTER + 100));
        ada.until("song().lyrics.all()[4].start === " + 6 * QUARTER);
        assertThat(syllables(ada)).isEqualTo("Twin-0* kle1* lit-2* tle3* star6*");
    }

    /** Ada with five words on the first five notes of the melody, the lanes open. */
    private StudioPage withWords() {
        StudioPage ada = openNewSong();
        ada.ask(MELODY);
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("Shift+e");
        ada.until("studio().arrangement.layout.lanes.some(lane => lane.name === 'lyrics')");
        ada.settle();
        ada.doublePress(onLane(ada, 0));
        ada.page().keyboard().type("Twin-kle lit-tle star");
        ada.keys("Enter");
        sung(ada, "Twin-0* kle1* lit-2* tle3* star4*");
        return ada;
    }

    /** Waits until the words are these, each with the quarter it is sung at, and a star where it is tied to a note. */
    private static void sung(StudioPage page, String words) {
        page.until("song().lyrics.all().map(each => each.text + each.start / 960 + (each.note < 0 ? '' : '*')).join(' ') === '" + words + "'");
        page.settle();
    }

    private static void chosen(StudioPage page, String syllable) {
        page.until("song().lyrics.all().filter(each => studio().workspace.laneItems.has(each.handle)).map(each => each.text).join() === '" + syllable + "'");
        page.settle();
    }

    private static void menu(StudioPage page, int tick, String entry) {
        Point at = onLane(page, tick);
        page.page().mouse().click(at.x(), at.y(), new com.microsoft.playwright.Mouse.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        page.page().locator("tutti-menu button", new Page.LocatorOptions().setHasText(entry)).first().click();
        page.settle();
    }

    @Test
    @DisplayName("are chosen, rewritten, moved, shifted and deleted by keys")
    void keysAlone() {
        StudioPage ada = withWords();
        ada.keys("Control+.");
        chosen(ada, "Twin-");
        ada.keys("Control+.", "Control+.", "Control+,");
        chosen(ada, "kle");
        ada.keys("Control+.", "Control+.", "Control+.");
        chosen(ada, "star");
        ada.keys("F2");
        assertThat(ada.page().locator("tutti-arrangement input.inline")).hasValue("star");
        ada.page().keyboard().type("sun");
        ada.keys("Enter");
        sung(ada, "Twin-0* kle1* lit-2* tle3* sun4*");
        ada.keys("Alt+ArrowRight");
        sung(ada, "Twin-0* kle1* lit-2* tle3* sun5*");
        ada.keys("Alt+ArrowLeft");
        sung(ada, "Twin-0* kle1* lit-2* tle3* sun4*");
        ada.keys("Control+,", "Control+,", "Alt+Shift+ArrowRight");
        sung(ada, "Twin-0* kle1* lit-3* tle4* sun5*");
        ada.keys("Alt+Shift+ArrowLeft");
        sung(ada, "Twin-0* kle1* lit-2* tle3* sun4*");
        chosen(ada, "lit-");
        ada.keys("Delete");
        sung(ada, "Twin-0* kle1* tle3* sun4*");
        ada.keys("Control+z");
        sung(ada, "Twin-0* kle1* lit-2* tle3* sun4*");
    }

    @Test
    @DisplayName("are inserted, begun anew and deleted by the menu of their lane, and rewritten by a double press")
    void menus() {
        StudioPage ada = withWords();
        ada.doublePress(onLane(ada, QUARTER));
        ada.page().keyboard().type("kling");
        ada.keys("Enter");
        sung(ada, "Twin-0* kling1* lit-2* tle3* star4*");
        menu(ada, 2 * QUARTER, "Insert before");
        ada.page().keyboard().type("my");
        ada.keys("Enter");
        sung(ada, "Twin-0* kling1* my2* lit-3* tle4* star5*");
        menu(ada, 3 * QUARTER, "A line begins here");
        ada.until(lines("typed") + " === 'Twin-kling my|lit-tle star'");
        menu(ada, 2 * QUARTER, "Delete");
        sung(ada, "Twin-0* kling1* lit-3* tle4* star5*");
    }

    @Test
    @DisplayName("follow their notes")
    void tied() {
        StudioPage ada = withWords();
        ada.doublePress(ada.onTrack(0, 100));
        ada.page().locator("tutti-piano-roll .stage").focus();
        ada.keys("1");
        ada.settle();
        ada.shoot("words-under-notes");
        assertThat(underNotes(ada)).isEqualTo("Twin-60 kle62 lit-64 tle65 star67");
        ada.press(ada.onKey(67, 4 * QUARTER + 400));
        ada.until("studio().workspace.notes.size === 1");
        ada.keys("ArrowRight");
        ada.until("song().lyrics.all()[4].start > 4 * 960");
        assertThat(ada.holds("song().lyrics.all()[4].start === " + ada.notes().stream().filter(note -> note.pitch() == 67).findFirst().orElseThrow().start())).isTrue();
    }

    /** What the piano roll writes when it is drawn anew: each text that stands right under a note, with that note's pitch. */
    private static String underNotes(StudioPage page) {
        return (String) page.page().evaluate("""
                () => new Promise(done => {
                  const { roll, workspace } = document.querySelector('tutti-studio');
                  const write = CanvasRenderingContext2D.prototype.fillText;
                  const notes = workspace.song.notes(workspace.content, 0, 0x7fffffff);
                  const found = [];
                  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
                    for (let at = 0; at < notes.length; at += 6) {
                      const left = roll.layout.x(notes[at + 1] + roll.layout.origin);
                      const below = roll.layout.y(notes[at + 3]) + roll.layout.rowHeight;
                      if (x >= left && x < left + 4 && y >= below && y < below + 4) found.push([left, text + notes[at + 3]]);
                    }
                    write.apply(this, arguments);
                  };
                  roll.requestUpdate();
                  requestAnimationFrame(() => requestAnimationFrame(() => {
                    CanvasRenderingContext2D.prototype.fillText = write;
                    done(found.sort((a, b) => a[0] - b[0]).map(each => each[1]).join(' '));
                  }));
                })""");
    }

    @Test
    @DisplayName("are printed with the song's name and their chords, a paragraph on a page")
    void printed() {
        StudioPage ada = openNewSong();
        ada.page().context().addInitScript("window.print = () => { window.top.printed = document.documentElement.outerHTML; }");
        ada.page().reload();
        ada.page().locator("tutti-arrangement").waitFor();
        ada.ask(MELODY);
        ada.ask("song().lyrics.type('Twin-kle lit-tle star', song().tracks()[0].handle, 0)");
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("y");
        ada.button("Print").click();
        ada.page().waitForFunction("() => window.printed !== undefined");
        Page paper = person().newPage();
        paper.setContent((String) ada.page().evaluate("window.printed"));
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(paper.locator("h1")).hasText("A song");
        assertThat(paper.locator("pre").first()).containsText("Verse");
        assertThat(paper.locator("body")).containsText(java.util.regex.Pattern.compile("C\\s+Am7/G\\s+Twinkle little star"));
        assertThat(paper.locator("pre").first()).hasCSS("break-inside", "avoid");
        byte[] pdf = paper.pdf(new Page.PdfOptions().setFormat("A4"));
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1)).containsPattern("/Count 1\\b");
        String folder = System.getenv("TUTTI_SHOTS");
        if (folder != null) {
            paper.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of(folder, "lyrics-printed.png")));
        }
    }

    @Test
    @DisplayName("are read in large letters by keys, saved and copied with their chords")
    void reading() throws java.io.IOException {
        StudioPage ada = withWords();
        menu(ada, 2 * QUARTER, "A line begins here");
        ada.keys("Shift+Y");
        Locator read = ada.page().locator("tutti-lyrics[reading] .line[data-line]");
        assertThat(read.first()).hasText(java.util.regex.Pattern.compile("C.*Twin.*"));
        read.first().focus();
        ada.keys("ArrowDown", "Enter");
        ada.until("song().transport.playhead === " + 2 * QUARTER);
        assertThat(read.nth(1)).hasClass(java.util.regex.Pattern.compile(".*now.*"));
        ada.shoot("reading");
        var download = ada.page().waitForDownload(() -> ada.button("Save as text").click());
        assertThat(download.suggestedFilename()).isEqualTo("A song.txt");
        String text = java.nio.file.Files.readString(download.path());
        assertThat(text).contains("Twinkle").contains("little star").contains("Am7/G").contains("Verse");
        ada.page().context().grantPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
        ada.button("Copy").click();
        ada.page().waitForFunction("async text => await navigator.clipboard.readText() === text", text);
        ada.keys("Escape");
        assertThat(ada.page().locator("tutti-lyrics")).hasCount(0);
    }

    @Test
    @DisplayName("are written from line to line by arrows; Enter within a line splits it, Backspace at its front joins it")
    void fromLineToLine() {
        StudioPage ada = withWords();
        menu(ada, 2 * QUARTER, "A line begins here");
        ada.keys("y");
        line(ada, 0).focus();
        ada.keys("Enter");
        assertThat(field(ada)).hasValue("Twin-kle");
        ada.keys("ArrowDown");
        assertThat(field(ada)).hasValue("lit-tle star");
        ada.keys("ArrowUp");
        assertThat(field(ada)).hasValue("Twin-kle");
        ada.keys("ArrowDown");
        assertThat(field(ada)).hasValue("lit-tle star");
        ada.keys("Home", "Backspace");
        ada.until(lines("typed") + " === 'Twin-kle lit-tle star'");
        line(ada, 0).focus();
        ada.keys("Enter", "Home");
        for (int i = 0; i < "Twin-kle ".length(); i++) {
            ada.keys("ArrowRight");
        }
        ada.keys("Enter");
        ada.until(lines("typed") + " === 'Twin-kle|lit-tle star'");

        ada.keys("Escape");
        ada.page().locator("tutti-lyrics .line.more").first().click();
        ada.page().keyboard().type("up a-bove");
        ada.keys("Enter");
        ada.until(lines("typed") + " === 'Twin-kle|lit-tle star|up a-bove'");
    }
}
