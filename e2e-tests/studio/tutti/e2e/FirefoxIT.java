package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/browsers.md says of Firefox. */
@DisplayName("Debian's Firefox")
class FirefoxIT extends InStudio {

    private static final String SONG = "document.querySelector('tutti-studio').workspace.song";

    @Test
    @DisplayName("opens the demo song, plays it, and writes in it")
    void opensAndPlays() {
        Optional<Firefox> installed = Firefox.start();
        assumeTrue(installed.isPresent(), "Firefox or PulseAudio is not installed here");
        try (Firefox firefox = installed.get()) {
            firefox.navigate(demoSong());
            firefox.until("document.querySelector('vaadin-text-field input, input') !== null");
            firefox.ask("document.querySelector('vaadin-text-field input, input').focus()");
            firefox.type("Ada\uE007"); // Enter
            firefox.until("document.querySelector('tutti-studio').arrangement !== null");
            firefox.until(SONG + ".connection === 'online'");
            firefox.until("document.querySelector('vaadin-dialog[opened], vaadin-dialog-overlay') === null");

            firefox.type(" ");
            firefox.until(SONG + ".transport.playing && " + SONG + ".transport.playhead > 960");
            firefox.until(SONG + ".transport.peak(-1)[0] > 0.01");
            assertThat(firefox.ask(SONG + ".transport.build")).isIn("wasm", "js");
            firefox.type(" ");
            firefox.until("!" + SONG + ".transport.playing");

            String tracks = firefox.ask(SONG + ".tracks().length");
            firefox.type("t");
            firefox.until("%s.tracks().length === %s + 1 && %s.pending === 0".formatted(SONG, tracks, SONG));
            System.out.println("Firefox " + firefox.ask("navigator.userAgent") + " runs the engine as " + firefox.ask(SONG + ".transport.build"));
        }
    }
}
