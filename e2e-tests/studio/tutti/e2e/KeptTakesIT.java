package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Takes beside the song")
class KeptTakesIT extends InTrayStudio {

    @Test
    @DisplayName("are kept as an alternative of their section, new tracks too, heard when that is switched to, and not over bars that are locked")
    void kept() {
        StudioPage ada = openNewSong();
        prepare(ada);
        askForBass(ada);
        take(ada, 2).locator(".keep").click();
        assertThat(ada.page().locator("tutti-notices")).containsText("Name some bars first");
        ada.ask("(song().addSection(0, %d, 'Verse'), 0)".formatted(4 * BAR));
        ada.until("song().sections().length === 1");
        take(ada, 2).locator(".keep").click();
        assertThat(ada.page().locator("tutti-notices")).containsText("Kept as B of “Verse”.");
        ada.until("song().alternatives.all().length === 1 && !song().alternatives.all()[0].heard");
        assertThat(notesOfBass(ada)).isZero();

        ada.press(ada.onTrack(0, BAR + QUARTER));
        ada.keys("Alt+Shift+L");
        ada.until("song().locks.all().length === 1 && song().pending === 0");
        ada.keys("Alt+Shift+A");
        assertThat(ada.page().locator("tutti-notices")).containsText(Pattern.compile("Bar 2 of “Bass” is locked by Ada: its notes would change\\."));
        ada.until("!song().alternatives.all()[0].heard");
        ada.press(ada.onTrack(0, BAR + QUARTER));
        ada.keys("Alt+Shift+L");
        ada.until("song().locks.all().length === 0 && song().pending === 0");
        ada.keys("Alt+Shift+A");
        ada.until("song().alternatives.all()[0].heard && song().notes(song().clips()[2], 0, 0x7fffffff).length === 24");

        ada.page().locator("tutti-arrangement .stage").focus();
        ada.press(ada.onTrack(1, BAR + QUARTER));
        ask(ada, "test-band");
        ada.until("studio().workspace.tray.all[0].name === 'Chords, melody and drums' && studio().workspace.tray.all[0].takes[0]?.here");
        take(ada, 1).locator(".keep").click();
        assertThat(ada.page().locator("tutti-notices")).containsText("Kept as C of “Verse”.");
        ada.until("song().tracks().map(each => each.name).join() === 'Bass,Tune,Melody,Drums' && song().alternatives.all().length === 2");
    }

    @Test
    @DisplayName("are told apart from alternatives, versions and copies, a sentence each, where they lie and where alternatives are compared")
    void whatIsWhat() {
        StudioPage ada = openNewSong();
        prepare(ada);
        ada.keys("o");
        Locator what = ada.page().locator("tutti-tray .what");
        what.locator("summary").click();
        told(what);
        ada.shoot("tray-what-is-what");
        ada.ask("(song().addSection(0, %d, 'Verse'), 0)".formatted(2 * BAR));
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("Alt+Shift+K", "Alt+Shift+V");
        Locator forms = ada.page().locator("tutti-forms");
        told(forms);
    }

    private static void told(Locator where) {
        assertThat(where.locator("dt")).hasText(new String[] {"Take", "Alternative", "Version", "Copy"});
        assertThat(where.locator("dd").first()).hasText("One answer to a request, in the tray; it is not in the song until somebody accepts or keeps it.");
        assertThat(where.locator("dd").last()).hasText("A new song that goes its own way from then on.");
    }

    @Test
    @DisplayName("that are stale are asked for again by one press, and leave the bars alone that were locked meanwhile")
    void renewed() {
        StudioPage ada = openNewSong();
        prepare(ada);
        ada.ask("""
                (() => {
                  song().addClip(song().tracks()[0].handle, %1$d, %2$d);
                  const packed = song().clips();
                  for (let at = 0; at < packed.length; at += 10) if (packed[at + 3] === %1$d) song().addNote(packed[at + 2], 0, 960, 40, 90);
                  return true;
                })()""".formatted(3 * BAR, BAR));
        ada.until("song().pending === 0 && song().clips().length === 30");
        ada.ask("(studio().workspace.tracks.set([song().tracks()[0].handle]), true)");
        ask(ada, "test-walker");
        assertThat(take(ada, 3).locator(".accept")).isVisible();
        ada.ask("(song().moveNotes([song().notes(song().clips()[22], 0, 1e9)[0]], 0, 2), song().locks.lockBars([song().tracks()[0].handle], %d, %d), true)"
                .formatted(3 * BAR, 4 * BAR));
        assertThat(proposal(ada).locator(".stale")).containsText("What it listened to has changed since.");
        proposal(ada).locator(".renew").click();
        assertThat(ada.page().locator("tutti-proposal")).hasCount(2);
        assertThat(take(ada, 3).locator(".accept")).isVisible();
        assertThat(proposal(ada).locator(".stale")).hasCount(0);
        proposal(ada).locator("details.card summary").click();
        assertThat(proposal(ada).locator("details.card dd").nth(1)).hasText("1");
        take(ada, 1).locator(".accept").click();
        assertThat(proposal(ada).locator(".accepted")).containsText("Ada accepted take 1");
        ada.until("song().pending === 0 && song().clips().length > 30");
        assertThat(ada.ask("""
                (() => {
                  const clips = song().clips();
                  const starts = [];
                  for (let at = 0; at < clips.length; at += 10) {
                    if (clips[at + 1] !== song().tracks()[0].handle) continue;
                    const notes = song().notes(clips[at + 2], 0, 1e9);
                    for (let note = 0; note < notes.length; note += 6) {
                      const start = clips[at + 3] - clips[at + 5] + notes[note + 1];
                      if (start >= %d && start < %d) starts.push(start + ' ' + notes[note + 3]);
                    }
                  }
                  return starts.join();
                })()""".formatted(3 * BAR, 4 * BAR))).isEqualTo(3 * BAR + " 40");
    }
}
