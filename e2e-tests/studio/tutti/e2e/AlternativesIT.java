package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

@DisplayName("Alternatives of a section")
class AlternativesIT extends InStudio {

    private static final String PITCHES = """
            (() => {
              const clips = song().clips();
              const all = [];
              for (let clip = 0; clip < clips.length; clip += 10) {
                const notes = song().notes(clips[clip + 2], clips[clip + 5], clips[clip + 5] + clips[clip + 4]);
                for (let at = 0; at < notes.length; at += 6) all.push(notes[at + 3]);
              }
              return all.sort().join();
            })()""";

    private static Locator forms(StudioPage page) {
        return page.page().locator("tutti-forms");
    }

    private static Locator form(StudioPage page, String name) {
        return forms(page).locator(".form[data-form='" + name + "']");
    }

    /** Ada's page of a song with a clip of a bar, a note in it, and a section over four bars. */
    private StudioPage chorus(String address) {
        StudioPage ada = join(address, "Ada");
        ada.addTrack();
        ada.settle();
        ada.drawClip(0, 100);
        ada.until("song().clips().length === 10");
        ada.drawNote(60, QUARTER);
        ada.until(PITCHES + " === '60'");
        ada.ask("(song().addSection(0, %d, 'Chorus'), 0)".formatted(4 * BAR));
        ada.until("song().sections().length === 1");
        ada.settle();
        return ada;
    }

    private static void sectionMenu(StudioPage page, String entry) {
        Point head = page.onLane("sections", QUARTER);
        page.page().mouse().click(head.x(), head.y(), new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
        page.page().locator("tutti-menu").getByText(entry).click();
    }

    @Test
    @DisplayName("are kept, compared for oneself, switched for all on the section's head, and merged by one edit that one undo takes back")
    void keptSwitchedMerged() {
        String song = newSong();
        StudioPage ada = chorus(song);
        StudioPage bo = join(song, "Bo");
        bo.until(PITCHES + " === '60'");
        sectionMenu(ada, "Keep this as an alternative, and go on writing");
        bo.until("song().alternatives.all().length === 1 && song().alternatives.all()[0].name === 'B' && !song().alternatives.all()[0].heard");
        ada.press(ada.onTrack(0, QUARTER));
        ada.press(ada.onKey(60, QUARTER + 100));
        ada.keys("ArrowUp");
        bo.until(PITCHES + " === '61'");

        bo.settle();
        Point b = bo.onLane("sections", 4 * BAR).plus(-9 - 9, 0);
        bo.press(b);
        ada.until(PITCHES + " === '60' && song().alternatives.all()[0].heard");
        bo.page().locator("tutti-arrangement .stage").focus();
        bo.keys("Control+z");
        ada.until(PITCHES + " === '61'");

        sectionMenu(ada, "Compare, merge and discard…");
        assertThat(form(ada, "A")).containsText("in the song now");
        assertThat(forms(ada)).containsText("Another form of a section inside the song");
        long revision = ada.whole("song().revision");
        form(ada, "B").getByText("Hear").click();
        assertThat(form(ada, "B").getByText("Hear")).hasAttribute("aria-pressed", "true");
        ada.until("song().transport.playing");
        assertThat(ada.whole("song().revision")).isEqualTo((int) revision);
        ada.until(PITCHES + " === '61'");
        form(ada, "B").getByText("Hear").click();

        form(ada, "B").getByText("Merge…").click();
        assertThat(forms(ada).locator(".difference")).hasCount(1);
        assertThat(forms(ada).locator(".difference")).containsText("Track 1, bar 1");
        Locator sides = forms(ada).locator(".difference [role=radio]");
        sides.first().focus();
        ada.keys("ArrowLeft");
        assertThat(sides.nth(2)).isFocused();
        assertThat(sides.nth(2)).hasAttribute("aria-checked", "true");
        assertThat(forms(ada).locator(".difference [role=radio][tabindex='0']")).hasCount(1);
        ada.keys("ArrowRight");
        assertThat(sides.first()).hasAttribute("aria-checked", "true");
        forms(ada).locator(".difference").getByText("Both").click();
        forms(ada).getByText("Merge", new Locator.GetByTextOptions().setExact(true)).click();
        bo.until(PITCHES + " === '60,61' && song().alternatives.all().length === 0");
        forms(ada).getByLabel("Close").click();
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("Control+z");
        bo.until(PITCHES + " === '61' && song().alternatives.all().length === 1");
    }

    @Test
    @DisplayName("switched by two people at once end in one of them, and keys keep, switch and open the comparison")
    void atOnceAndByKeys() {
        String song = newSong();
        StudioPage ada = chorus(song);
        StudioPage bo = join(song, "Bo");
        bo.until(PITCHES + " === '60'");
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("Alt+Shift+K", "Alt+Shift+K");
        bo.until("song().alternatives.all().length === 2 && song().alternatives.all().map(each => each.name).join() === 'B,C'");
        ada.keys("Alt+Shift+A");
        bo.until("song().alternatives.all()[0].heard");
        bo.settle();
        ada.ask("(song().alternatives.choose(song().sections()[0].handle, song().alternatives.all()[1].handle), 0)");
        bo.ask("(song().alternatives.choose(song().sections()[0].handle, song().sections()[0].handle), 0)");
        ada.until("song().pending === 0");
        bo.until("song().pending === 0");
        ada.settle();
        bo.until("song().checksum === '%s'".formatted(ada.ask("song().checksum")));
        assertThat(ada.ask(PITCHES)).isEqualTo("60");
        assertThat(bo.ask(PITCHES)).isEqualTo("60");
        ada.keys("Alt+Shift+V");
        assertThat(forms(ada).locator(".form")).hasCount(3);
        ada.keys("Escape");
    }
}
