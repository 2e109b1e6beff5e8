package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.e2e.StudioPage.Point;

@DisplayName("Locks against assistants")
class LocksIT extends InStudio {

    private static final String SIGN = "studio().arrangement.layout";

    /** A song that belongs to the person of a browser, opened by them. */
    private StudioPage owned(BrowserContext person, String name) {
        StudioPage first = join(person, newSong(), name);
        String id = (String) first.ask("studio().person");
        first.page().close();
        String link = bean(Songs.class).create(Id.parse(id), "Hers", List.of()).link();
        return StudioPage.again(person, url() + "/song/" + link);
    }

    /** The middle of the sign of a lock that ends at a tick of the first track. */
    private static Point sign(StudioPage page, int end) {
        Point at = page.onTrack(0, end);
        double half = page.whole(SIGN + ".rowHeight(0)") / 2.0;
        return at.plus(-10, -half + 9);
    }

    private static String menu(StudioPage page) {
        return page.page().locator("tutti-menu").innerText();
    }

    @Test
    @DisplayName("show whose they are in the holder's colour, stay when another releases them, and go when holder or owner does")
    void holderAndOwner() {
        BrowserContext adas = person();
        StudioPage ada = owned(adas, "Ada");
        String song = ada.page().url();
        StudioPage bo = join(song, "Bo");
        StudioPage cy = join(song, "Cy");
        ada.until("song().people.length === 3");
        bo.addTrack();
        bo.settle();
        bo.drawClip(0, 100);
        bo.until("song().clips().length === 10");
        bo.press(bo.onTrack(0, QUARTER));
        bo.keys("Alt+Shift+L");
        cy.until("song().locks.all().length === 1 && song().locks.all()[0].name === 'Bo' && song().locks.all()[0].length === " + BAR);
        int colour = bo.whole("song().people.find(each => each.self).colour");
        assertThat(cy.whole("song().locks.all()[0].colour")).isEqualTo(colour);
        cy.settle();
        Point sign = sign(cy, BAR);
        cy.until("""
                (() => {
                  const canvas = studio().arrangement.renderRoot.querySelectorAll('.stage canvas')[2];
                  const place = canvas.getBoundingClientRect();
                  const scale = canvas.width / place.width;
                  const pixel = canvas.getContext('2d').getImageData((%f - place.left - 6) * scale, (%f - place.top) * scale, 1, 1).data;
                  return (pixel[0] << 16 | pixel[1] << 8 | pixel[2]) === %d;
                })()""".formatted(sign.x(), sign.y(), colour));

        cy.page().mouse().move(sign.x(), sign.y());
        cy.until("/^Locked by Bo since \\d\\d:\\d\\d$/.test(studio().arrangement.says?.text ?? '')");
        cy.press(sign);
        assertThat(cy.page().locator("tutti-menu")).containsText("Only Bo and the song’s owner can release it");
        cy.keys("Escape");
        cy.press(cy.onTrack(0, QUARTER));
        assertThat(cy.page().locator("tutti-arrangement #described")).containsText(Pattern.compile("Locked by Bo since"));
        cy.keys("Alt+Shift+L");
        assertThat(cy.page().locator("tutti-notices")).containsText("only they and the song's owner can release it");

        // a page that pretends to be the owner's is refused by the server, and shows the lock again
        cy.ask("(song().locks.owner = true, song().locks.release(song().locks.all()), 0)");
        cy.until("song().pending === 0 && song().locks.all().length === 1");
        assertThat(bo.whole("song().locks.all().length")).isEqualTo(1);

        ada.press(sign(ada, BAR));
        ada.page().locator("tutti-menu").getByText("Release what Bo has locked").click();
        cy.until("song().locks.all().length === 0");
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("Control+z");
        cy.until("song().locks.all().length === 1 && song().locks.all()[0].name === 'Bo'");
        bo.press(bo.onTrack(0, QUARTER));
        bo.keys("Alt+Shift+L");
        cy.until("song().locks.all().length === 0");
    }

    @Test
    @DisplayName("hold single notes, whole tracks and bars of the song, by key and by menu, drawn in editor and head")
    void notesTracksBars() {
        String song = newSong();
        StudioPage ada = join(song, "Ada");
        StudioPage bo = join(song, "Bo");
        ada.until("song().people.length === 2");
        ada.addTrack();
        ada.settle();
        ada.drawClip(0, 100);
        ada.until("song().clips().length === 10");
        ada.drawNote(60, QUARTER);
        ada.until("song().notes(studio().workspace.content, 0, 99999).length === 6");
        ada.press(ada.onKey(60, QUARTER + 100));
        ada.keys("Alt+Shift+L");
        bo.until("song().locks.notes().size === 1");
        assertThat(ada.page().locator("tutti-piano-roll [aria-live]").first()).containsText("Locked by Ada since");
        ada.keys("Alt+Shift+L");
        bo.until("song().locks.notes().size === 0");

        Locator head = ada.page().locator("tutti-track-head .name").first();
        head.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        ada.page().locator("tutti-menu").getByText("Lock against assistants").click();
        assertThat(bo.page().locator("tutti-track-head .switch.locked")).hasAttribute("data-tip", Pattern.compile("Locked by Ada since \\d\\d:\\d\\d"));
        bo.page().locator("tutti-track-head .switch.locked").click();
        assertThat(bo.page().locator("tutti-menu")).containsText("Only Ada and the song’s owner can release it");
        bo.keys("Escape");

        Point ruler = ada.onRuler(2 * BAR + QUARTER);
        ada.page().mouse().click(ruler.x(), ruler.y(), new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
        ada.page().locator("tutti-menu").getByText("Lock bar 3 against assistants").click();
        bo.until("song().locks.ofSong().length === 1 && song().locks.ofSong()[0].start === " + 2 * BAR);
    }
}
