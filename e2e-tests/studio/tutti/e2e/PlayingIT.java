package studio.tutti.e2e;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The transport")
class PlayingIT extends InStudio {

    private StudioPage withNote() {
        StudioPage page = openNewSong();
        page.addTrack();
        page.drawClip(0, 100);
        page.drawNote(60, 0);
        return page;
    }

    @Test
    @DisplayName("plays and stops by Space and by its buttons, and stop pressed again goes to the start")
    void plays() {
        StudioPage page = withNote();
        page.keys("Space");
        page.until("song().transport.playing && song().transport.playhead > 200");
        page.keys("Space");
        page.until("!song().transport.playing");
        assertThat(page.whole("song().transport.playhead")).isPositive();

        page.button("Play").click();
        page.until("song().transport.playing");
        page.button("Play").click();
        page.until("!song().transport.playing");
        page.button("Play").click();
        page.until("song().transport.playing");
        page.button("Stop").click();
        page.until("!song().transport.playing");
        page.button("Stop").click();
        page.until("song().transport.playhead === 0");
    }

    @Test
    @DisplayName("goes where the ruler is pressed, and says so")
    void seeks() {
        StudioPage page = withNote();
        page.press(page.onRuler(2 * BAR));
        page.until("Math.round(song().transport.playhead) === " + 2 * BAR);
        assertThat(page.page().locator("tutti-transport .bars")).hasText("3.1.000");

        page.keys("Home");
        page.until("song().transport.playhead === 0");
    }

    @Test
    @DisplayName("loops what is dragged above the ruler")
    void loops() {
        StudioPage page = withNote();
        page.drag(page.onLoopStrip(BAR), page.onLoopStrip(2 * BAR + 30));
        page.until("song().transport.loop.on && song().transport.loop.from === %d && song().transport.loop.to === %d".formatted(BAR, 2 * BAR));

        page.keys("l");
        page.until("!song().transport.loop.on");

        page.page().locator("tutti-arrangement .stage").focus();
        page.ask("(studio().workspace.caret.tick = %d)".formatted(3 * BAR));
        page.keys(")");
        page.until("song().transport.loop.on && song().transport.loop.from === %d && song().transport.loop.to === %d".formatted(BAR, 3 * BAR));
        page.ask("(studio().workspace.caret.tick = %d)".formatted(2 * BAR));
        page.keys("(");
        page.until("song().transport.loop.from === %d && song().transport.loop.to === %d".formatted(2 * BAR, 3 * BAR));
        page.keys("}");
        page.until("song().transport.loop.from === %d && song().transport.loop.to === %d".formatted(3 * BAR, 4 * BAR));
        page.keys("{");
        page.until("song().transport.loop.from === %d && song().transport.loop.to === %d".formatted(2 * BAR, 3 * BAR));

        page.keys("Alt+Shift+ArrowUp", "Alt+Shift+ArrowUp", "Alt+Shift+ArrowDown");
        page.until("song().tracks()[0].height === 80");
        page.keys("Control+z");
        page.until("song().tracks()[0].height === 96");
    }

    @Test
    @DisplayName("takes tempo, metre and key")
    void tempoMetreKey() {
        StudioPage page = withNote();
        page.page().locator("tutti-value").dblclick();
        page.page().keyboard().type("96");
        page.keys("Enter");
        page.until("song().tempos()[0].bpm === 96");

        page.button("Metre 4/4").click();
        page.page().getByText("6/8", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
        page.until("song().metres()[0].numerator === 6 && song().metres()[0].denominator === 8");

        page.button("Key C major").click();
        page.page().getByText("E minor", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
        page.until("song().key().fifths === 1 && song().key().minor");
    }
}
