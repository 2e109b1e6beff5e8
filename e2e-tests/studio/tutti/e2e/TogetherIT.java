package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

@DisplayName("People who write a song together")
class TogetherIT extends InStudio {

    private static final String LEFT = "Math.round(studio().workspace.axes.arrangement.left)";

    /** A song with two tracks, each with a clip of a bar: hers at bar 1, his at bar 3; Ada's and Bo's pages. */
    private void band(StudioPage ada, StudioPage bo) {
        bo.until("song().people.length === 2");
        ada.addTrack();
        ada.drawClip(0, 100);
        bo.until("song().clips().length === 10");
        bo.addTrack();
        bo.settle();
        bo.drawClip(1, 2 * BAR + 100);
        ada.until("song().clips().length === 20");
        ada.settle();
    }

    private static Locator comments(StudioPage page) {
        return page.page().locator("tutti-comments");
    }

    private static void type(StudioPage page, String words) {
        comments(page).locator("textarea:focus").waitFor();
        page.page().keyboard().type(words);
    }

    @Test
    @DisplayName("pin comments to clips and bars, mention each other, answer, resolve and delete")
    void comments() {
        String song = newSong();
        BrowserContext bos = person();
        StudioPage ada = join(song, "Ada");
        StudioPage bo = join(bos, song, "Bo");
        ada.until("song().people.length === 2");
        band(ada, bo);

        ada.press(ada.onTrack(0, QUARTER));
        ada.keys("c");
        type(ada, "Louder, @b");
        assertThat(comments(ada).getByText("@Bo", new Locator.GetByTextOptions().setExact(true))).isVisible();
        ada.keys("Enter");
        type(ada, "please");
        ada.keys("Enter");
        ada.until("song().comments.all().length === 1 && song().comments.all()[0].text === 'Louder, @Bo please'");
        ada.until("song().comments.all()[0].on === 'clip' && song().comments.all()[0].place === song().clips()[0]");

        assertThat(bo.page().locator("tutti-studio[mentioned]")).isVisible();
        bo.page().locator("tutti-notices").getByText("Show", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(comments(bo).locator("section.opened mark")).hasText("@Bo");
        assertThat(bo.page().locator("tutti-studio[mentioned]")).hasCount(0);
        assertThat(bo.page().locator(".panel-toggle")).hasAttribute("aria-pressed", "true");
        comments(bo).getByText("Answer", new Locator.GetByTextOptions().setExact(true)).click();
        type(bo, "Like this?");
        bo.keys("Enter");
        ada.until("song().comments.all().length === 2 && studio().workspace.discussion.threads[0].answers.length === 1");

        Point pin = bo.onTrack(0, 0);
        double foot = bo.whole("studio().arrangement.layout.rowHeight(0)") / 2.0 - 14;
        bo.press(pin.plus(10, foot));
        bo.until("studio().workspace.discussion.opened === song().comments.all()[0].handle");
        comments(bo).getByLabel("Resolve").click();
        ada.until("song().comments.all()[0].resolved");
        assertThat(comments(ada).locator("section")).hasCount(0);
        bo.page().locator("tutti-arrangement .stage").focus();
        bo.keys("Control+z");
        ada.until("!song().comments.all()[0].resolved");

        Point ruler = ada.onRuler(4 * BAR + QUARTER);
        ada.page().mouse().click(ruler.x(), ruler.y(), new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
        ada.page().locator("tutti-menu").getByText("Comment here").click();
        type(ada, "A break here?");
        comments(ada).locator(".new button.primary").click();
        bo.until("song().comments.all().some(each => each.on === 'song' && each.start === %d && each.length === %d)".formatted(4 * BAR, BAR));
        bo.ask("studio().workspace.caret.tick = 0");
        comments(bo).locator("button.to").last().focus();
        bo.keys("Enter");
        bo.until("studio().workspace.caret.tick === " + 4 * BAR);
        comments(ada).locator("section").last().getByText("Delete").click();
        bo.until("song().comments.all().length === 2");

        bo.page().close();
        ada.until("song().people.length === 1");
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("c");
        type(ada, "@Bo, still there?");
        ada.keys("Enter");
        ada.until("song().pending === 0 && song().comments.all().length === 3");
        StudioPage later = StudioPage.again(bos, song);
        assertThat(later.page().locator("tutti-studio[mentioned]")).isVisible();
        assertThat(later.page().locator("vaadin-notification-card").first()).containsText("While you were away");
    }

    @Test
    @DisplayName("go along with one another until they look elsewhere, and come when they are asked")
    void following() {
        String song = newSong();
        StudioPage ada = join(song, "Ada");
        StudioPage bo = join(song, "Bo");
        ada.until("song().people.length === 2");
        band(ada, bo);

        bo.page().locator(".people-bar [data-person]").click();
        ada.until("song().together.followers === 1");
        assertThat(bo.page().locator("tutti-following .pill")).containsText("You go along with Ada");
        scroll(ada, 700);
        bo.until(LEFT + " === " + ada.whole(LEFT));
        ada.until(LEFT + " > 0");
        scroll(ada, -2000);
        bo.until(LEFT + " === 0");
        ada.press(ada.onTrack(1, 2 * BAR + QUARTER));
        bo.until("studio().workspace.opened === song().clips()[10]");
        ada.press(ada.onRuler(3 * BAR));
        bo.until("Math.abs(song().transport.playhead - %d) < 200".formatted(3 * BAR));
        bo.keys("Escape");
        ada.until("song().together.followers === 0");
        assertThat(bo.page().locator("tutti-following .frame")).hasCount(0);

        scroll(ada, 900);
        ada.button("Everyone to me").click();
        assertThat(bo.page().locator("tutti-following .pill")).containsText("Ada asks everyone to come");
        assertThat(bo.whole(LEFT)).as("nobody is forced").isZero();
        bo.page().locator("tutti-following .come").click();
        bo.until(LEFT + " === " + ada.whole(LEFT));
        scroll(bo, 300);
        ada.until("song().together.followers === 0");
    }

    @Test
    @DisplayName("go along with somebody whose editor is folded: at their playhead, with the notes that lie open here, and without being asked again")
    void followingWithoutEditor() {
        String song = newSong();
        StudioPage ada = join(song, "Ada");
        StudioPage bo = join(song, "Bo");
        ada.until("song().people.length === 2");
        band(ada, bo);
        bo.press(bo.onTrack(1, 2 * BAR + QUARTER));
        bo.until("studio().workspace.opened === song().clips()[10]");
        bo.settle();
        int notes = bo.whole("studio().workspace.axes.notes.left");
        assertThat(notes).isPositive();
        ada.ask("studio().workspace.showEditor(false)");
        ada.press(ada.onRuler(3 * BAR));
        bo.until("song().people.some(person => !person.self && Math.abs(person.playhead - %d) < 200)".formatted(3 * BAR));

        bo.button("Ada: go along with them").click();
        bo.until("Math.abs(song().transport.playhead - %d) < 200".formatted(3 * BAR));
        ada.until("song().together.followers === 1");
        scroll(ada, 700);
        ada.until(LEFT + " > 0");
        bo.until(LEFT + " === " + ada.whole(LEFT));
        assertThat(bo.whole("studio().workspace.axes.notes.left")).as("the notes stay in sight").isEqualTo(notes);

        scroll(ada, 300);
        ada.button("Everyone to me").click();
        bo.until(LEFT + " === " + ada.whole(LEFT));
        assertThat(bo.page().locator("tutti-following .come")).hasCount(0);
    }

    private static void scroll(StudioPage page, double pixels) {
        page.page().locator("tutti-arrangement .stage").hover();
        page.page().mouse().wheel(pixels, 0);
        page.settle();
    }

    /** Pixels of the other person's colour on the layer of the arrangement that moves, at the foot of a clip's row. */
    private static int painted(StudioPage page, int row, int tick) {
        page.settle();
        Point at = page.onTrack(row, tick);
        return page.whole("""
                (() => {
                  const canvas = studio().arrangement.element.querySelectorAll('canvas')[2];
                  const place = canvas.getBoundingClientRect();
                  const scale = canvas.width / place.width;
                  const { data } = canvas.getContext('2d').getImageData((%d - place.left) * scale, (%d - place.top) * scale, 60 * scale, 40 * scale);
                  const { colour } = song().people.find(person => !person.self);
                  let found = 0;
                  for (let at = 0; at < data.length; at += 4) {
                    if (data[at] === colour >> 16 && data[at + 1] === ((colour >> 8) & 255) && data[at + 2] === (colour & 255)) {
                      found++;
                    }
                  }
                  return found;
                })()""".formatted(Math.round(at.x()), Math.round(at.y())));
    }

    @Test
    @DisplayName("see who is at work on which clip, undo several of their steps from a list, and take back each other's edits")
    void edits() {
        String song = newSong();
        BrowserContext bos = person();
        StudioPage ada = join(song, "Ada");
        StudioPage bo = join(bos, song, "Bo");
        ada.until("song().people.length === 2");
        band(ada, bo);

        ada.press(ada.onTrack(0, QUARTER));
        bo.until("song().people.find(person => !person.self).open === song().clips()[0]");
        assertThat(painted(bo, 0, 0)).as("the line and the initials at the foot of her clip").isGreaterThan(40);
        assertThat(painted(bo, 1, 2 * BAR)).isZero();

        ada.drawNote(60, 0);
        ada.drawNote(62, QUARTER);
        bo.until("studio().workspace.settling.author(song().clips()[0])?.name === 'Ada'");
        int notes = ada.notes().size();
        ada.button("Your steps").click();
        ada.page().locator("tutti-menu").getByText("Undo: draw a note").nth(1).click();
        ada.until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === " + 6 * (notes - 2));
        ada.keys("Control+Alt+z");
        ada.page().locator("tutti-menu").getByText("Again: draw a note").first().click();
        ada.until("song().notes(studio().workspace.content, 0, 0x7fffffff).length === " + 6 * notes);
        ada.until("song().pending === 0");

        bo.button("Chat and history").click();
        bo.page().locator("vaadin-tab").getByText("History").click();
        bo.page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Edits").setExact(true)).click();
        Locator hers = bo.page().locator(".edit").filter(new Locator.FilterOptions().setHasText("Ada"));
        bo.page().getByLabel("Search the edits").fill("clip");
        assertThat(hers).hasCount(1);
        hers.getByText("Take back").click();
        bo.page().locator("vaadin-confirm-dialog").getByText("Take it back").click();
        ada.until("song().clips().length === 10");
        assertThat(hers).containsText("taken back");
        bo.page().locator("tutti-arrangement .stage").focus();
        bo.keys("Control+z");
        ada.until("song().clips().length === 20");

        bo.page().close();
        ada.until("song().people.length === 1");
        ada.press(ada.onTrack(0, QUARTER));
        ada.keys("m");
        ada.until("song().pending === 0");
        StudioPage later = StudioPage.again(bos, song);
        Locator notice = later.page().locator("vaadin-notification-card").filter(new Locator.FilterOptions().setHasText("While you were away"));
        assertThat(notice).containsText("Ada: 1 edit in Track 1");
        notice.getByText("Show").click();
        assertThat(later.page().locator(".edits-since")).containsText("Since you left");
        assertThat(later.page().locator(".edit")).hasCount(1);
    }
}
