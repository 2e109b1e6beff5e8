package studio.tutti.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A person with a browser in which a song is open. */
final class Musician {

    private static final String SONG = "document.querySelector('tutti-studio')?.workspace?.song";

    final Page page;
    final Wire wire;

    private Musician(Page page, Wire wire) {
        this.page = page;
        this.wire = wire;
    }

    /** Sits down in a browser and opens a song. */
    static Musician sit(BrowserContext browser, String address, String name) {
        Page page = browser.newPage();
        Musician musician = new Musician(page, Wire.of(page));
        page.navigate(address);
        Locator asked = page.getByLabel("Your name");
        asked.or(page.locator("tutti-studio")).first().waitFor();
        if (asked.isVisible()) {
            new Visit(page).introduce(name);
        }
        musician.settled();
        return musician;
    }

    /** Loads the page anew; the song may not be there yet when this returns. */
    void reload() {
        page.reload();
    }

    /** Runs a piece of script that may speak of {@code song}, and returns what it returns. */
    Object does(String script) {
        return page.evaluate("() => { const song = " + SONG + "; " + script + " }");
    }

    int number(String script) {
        return ((Number) does("return " + script)).intValue();
    }

    /** Waits until an expression on {@code song} is true. */
    void sees(String expression) {
        page.waitForFunction("() => { const song = " + SONG + "; return song && (" + expression + ") }");
    }

    /** Waits until the song is open and nothing of this person's is pending. */
    void settled() {
        sees("song.connection === 'online' && song.pending === 0");
    }

    String checksum() {
        return (String) does("return song.checksum");
    }

    /** The pitches of all notes, by start, separated by spaces. */
    String pitches() {
        return (String) does(PITCHES);
    }

    private static final String PITCHES = """
            const clips = song.clips(), contents = new Set(), pitches = [];
            for (let i = 0; i < clips.length; i += 10) contents.add(clips[i + 2]);
            for (const content of contents) {
              const notes = song.notes(content, 0, 2 ** 30);
              for (let i = 0; i < notes.length; i += 6) pitches.push(notes[i + 3]);
            }
            return pitches.join(' ');
            """;

    void seesPitches(String expected) {
        page.waitForFunction("expected => { const song = " + SONG + "; if (!song) return false;"
                + " return (() => {" + PITCHES + "})() === expected }", expected);
    }
}
