package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.jobs.Jobs;

/** What a band does with what is proposed. */
@DisplayName("The tray")
class TrayIT extends InTrayStudio {

    /** Asks with a pace of so many milliseconds a take, set by keys in the settings. */
    private static void askSlowly(StudioPage page, int pace) {
        page.press(page.onTrack(0, BAR + QUARTER));
        page.keys("p");
        page.page().locator("tutti-suggest .to-more[data-offer='test-walker']").click();
        Locator slider = page.page().locator("tutti-suggest tutti-slider");
        slider.press("Enter");
        slider.locator("input").fill(String.valueOf(pace));
        slider.locator("input").press("Enter");
        page.page().locator("tutti-suggest button[type=submit]").click();
        assertThat(proposal(page)).isVisible();
    }

    /** The offer that has the focus. */
    private static Object focusedOffer(StudioPage page) {
        return page.ask("studio().shadowRoot.querySelector('tutti-suggest').shadowRoot.activeElement?.dataset.offer");
    }

    @Test
    @DisplayName("is heard by each in their own choice, voted on, accepted in one step, and undone")
    void together() {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        prepare(ada);
        StudioPage ben = join(address, "Ben");
        ben.until("song().clips().length === 20");
        askForBass(ada);
        assertThat(take(ada, 1)).containsText("Steady");
        assertThat(ada.page().locator("tutti-proposal .where")).containsText("bar 2 · Bass");

        ben.keys("o");
        assertThat(proposal(ben)).containsText("Walker for Ada");
        proposal(ben).locator(".chip[data-take='2']").click();
        assertThat(bar(ben)).containsText("You hear take 2 of “Bass” in place of Bass.");
        ben.until("song().transport.peak(song().tracks()[0].handle)[0] > 0.001");
        assertThat(bar(ben)).containsText("Equally loud");
        assertThat(bar(ada)).hasCount(0);
        assertThat(take(ada, 2).locator(".listens")).hasText("Ben listens");
        assertThat(notesOfBass(ben)).isZero();

        ada.keys("1");
        assertThat(bar(ada)).containsText("You hear take 1 of “Bass”");
        ada.until("song().transport.peak(song().tracks()[0].handle)[0] > 0.001");
        ada.keys("0");
        assertThat(bar(ada)).containsText("You hear what is there");
        ada.until("song().transport.playing && song().transport.peak(song().tracks()[0].handle)[0] < 0.0001");
        assertThat(bar(ben)).containsText("take 2");

        proposal(ben).locator(".name").click();
        proposal(ben).locator(".name").click();
        take(ben, 2).getByLabel("Vote for take 2").click();
        take(ben, 1).getByLabel("Vote against take 1").click();
        assertThat(take(ada, 2).locator(".face.for")).hasText("B");
        assertThat(take(ada, 1).locator(".face.against")).hasText("B");
        proposal(ben).locator(".comment").click();
        ben.page().keyboard().type("The second, it breathes.");
        ben.page().keyboard().press("Enter");
        assertThat(proposal(ada).locator("article")).containsText("The second, it breathes.");

        ada.keys("2");
        assertThat(bar(ada)).containsText("You hear take 2");
        ada.keys("Enter");
        assertThat(proposal(ada).locator(".accepted")).containsText("Ada accepted take 2");
        assertThat(bar(ada)).hasCount(0);
        ben.until("song().notes(song().clips()[2], 0, 0x7fffffff).length === 24");
        assertThat(proposal(ben).locator(".accepted")).containsText("Ada accepted take 2");
        assertThat(take(ben, 1).locator(".why")).hasText("Take 2 was accepted: undo that first.");
        ada.shoot("tray-accepted");
        proposal(ada).locator(".undo").click();
        ben.until("song().notes(song().clips()[2], 0, 0x7fffffff).length === 0");
        assertThat(proposal(ben)).containsText("that was undone");
        take(ada, 1).locator(".accept").click();
        ben.until("song().notes(song().clips()[2], 0, 0x7fffffff).length === 24");
    }

    @Test
    @DisplayName("says how far a request is and how long it takes, and ends it at once when it is cancelled")
    void cancelled() {
        StudioPage ada = openNewSong();
        prepare(ada);
        askSlowly(ada, 30_000);
        assertThat(proposal(ada).locator(".state")).containsText("% done, about");
        ada.shoot("tray-making");
        proposal(ada).locator(".cancel").click();
        assertThat(proposal(ada).locator(".state")).containsText("Cancelled.");
        ada.page().waitForCondition(() -> bean(Jobs.class).underWay(10).isEmpty());
        assertThat(proposal(ada).locator(".take .accept")).hasCount(0);
    }

    @Test
    @DisplayName("marks what listened to other notes than there are now, and asks for the same again by one press")
    void stale() {
        StudioPage ada = openNewSong();
        prepare(ada);
        askForBass(ada);
        String seed = (String) ada.ask("studio().workspace.tray.all[0].seed");
        assertThat(proposal(ada).locator(".stale")).hasCount(0);
        ada.ask("(song().moveNotes([song().notes(song().clips()[12], 0, 1e9)[0]], 0, 2), true)");
        assertThat(proposal(ada).locator(".stale")).containsText("What it listened to has changed since.");
        assertThat(take(ada, 1).locator(".accept")).hasAttribute("aria-disabled", "false");
        ada.shoot("tray-stale");
        proposal(ada).locator(".renew").click();
        assertThat(ada.page().locator("tutti-proposal")).hasCount(2);
        assertThat(proposal(ada).locator(".take .accept")).hasCount(3);
        assertThat(proposal(ada).locator(".stale")).hasCount(0);
        assertThat(ada.page().locator("tutti-proposal").nth(1)).containsText("Asked for again above.");
        assertThat(ada.ask("studio().workspace.tray.all[0].seed")).isEqualTo(seed);
        proposal(ada).locator(".reseed").click();
        assertThat(ada.page().locator("tutti-proposal")).hasCount(3);
        assertThat(ada.ask("studio().workspace.tray.all[0].seed")).isNotEqualTo(seed);
    }

    @Test
    @DisplayName("keeps an own idea private until its maker shows it, and puts it away with a way back")
    void ownIdea() {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        prepare(ada);
        StudioPage ben = join(address, "Ben");
        ben.keys("o");
        assertThat(ben.page().locator("tutti-tray .empty")).containsText("Ideas lie here until the band decides");
        ada.press(ada.onTrack(1, BAR + QUARTER));
        ada.keys("Alt+Shift+O");
        assertThat(proposal(ada)).containsText("Tune");
        assertThat(proposal(ada).locator(".sign")).isVisible();
        assertThat(take(ada, 1)).containsText("1 note");
        ada.press(ada.onTrack(1, BAR + QUARTER));
        ada.keys("Alt+O");
        assertThat(ada.page().locator("tutti-proposal")).hasCount(2);
        assertThat(ben.page().locator("tutti-proposal")).hasCount(1); // the one that is shown

        ada.page().locator("tutti-proposal").nth(1).locator(".name").click();
        ada.page().locator("tutti-proposal").nth(1).locator(".show").click();
        assertThat(ben.page().locator("tutti-proposal")).hasCount(2);
        proposal(ben).locator(".name").click();
        proposal(ben).locator(".away").click();
        assertThat(ada.page().locator("tutti-proposal")).hasCount(1);
        ben.page().locator("tutti-notices").getByText("Undo").click();
        assertThat(ada.page().locator("tutti-proposal")).hasCount(2);

        Locator away = ada.page().locator("tutti-put-away");
        away.locator("summary").click();
        assertThat(away).containsText("Nothing was put away yet.");
        proposal(ben).locator(".away").click();
        assertThat(away.locator("li")).hasCount(1);
        ada.shoot("tray-put-away");
        away.getByText("Bring back").click();
        assertThat(ada.page().locator("tutti-proposal")).hasCount(2);
        assertThat(away.locator("li")).hasCount(0);
    }

    @Test
    @DisplayName("ends what somebody hears when somebody else puts it away, and still tells what comes later")
    void putAwayWhileHeard() {
        String address = newSong();
        StudioPage ada = join(address, "Ada");
        prepare(ada);
        StudioPage ben = join(address, "Ben");
        askForBass(ada);
        ada.keys("2");
        assertThat(bar(ada)).containsText("Equally loud");
        ada.until("song().tray.measured(studio().workspace.tray.all[0].id, 2)");
        ben.keys("o");
        proposal(ben).locator(".name").click();
        proposal(ben).locator(".away").click();
        assertThat(bar(ada)).hasCount(0);
        assertThat(ada.page().locator("tutti-proposal")).hasCount(0);
        ben.page().locator("tutti-notices").getByText("Undo").click();
        assertThat(ada.page().locator("tutti-proposal")).hasCount(1);
    }

    @Test
    @DisplayName("cancels what is put away while it is being made")
    void putAwayUnderWay() {
        StudioPage ada = openNewSong();
        prepare(ada);
        askSlowly(ada, 30_000);
        assertThat(proposal(ada).locator(".state")).containsText("% done");
        assertThat(proposal(ada).locator(".state")).hasAttribute("aria-live", "off"); // a reader isn't told each per cent
        proposal(ada).locator(".away").click();
        assertThat(ada.page().locator("tutti-proposal")).hasCount(0);
        ada.page().waitForCondition(() -> bean(Jobs.class).underWay(10).isEmpty());
    }

    @Test
    @DisplayName("tells somebody whose take was not accepted nothing of another's that was")
    void quicker() {
        StudioPage ada = openNewSong();
        prepare(ada);
        askForBass(ada);
        StudioPage ben = join(ada.page().url(), "Ben");
        ben.keys("o");
        proposal(ben).locator(".name").click();
        assertThat(take(ben, 1).locator(".accept")).isVisible();
        String id = (String) ada.ask("studio().workspace.tray.all[0].id");
        take(ben, 1).locator(".accept").click();
        assertThat(proposal(ada).locator(".accepted")).containsText("Ben accepted take 1");
        // as if hers had been on its way at the same moment
        ada.ask("(studio().workspace.tray.accepting = '" + id + "', studio().workspace.tray.hear(), true)");
        ada.settle();
        assertThat(ada.page().locator("tutti-notices")).not().containsText("is in the song");
        assertThat(ben.page().locator("tutti-notices")).containsText("Take 1 is in the song.");
    }

    @Test
    @DisplayName("reads what is set in words: notes by their names, and what is left to the style as that")
    void settingsInWords() {
        StudioPage ada = openNewSong();
        prepare(ada);
        ada.press(ada.onTrack(0, BAR + QUARTER));
        ada.keys("p");
        ada.page().locator("tutti-suggest .to-more[data-offer='flow-machines']").click();
        ada.page().locator("tutti-suggest .folded summary").click();
        Locator lowest = ada.page().locator("tutti-suggest [data-control='lowest']");
        assertThat(lowest.locator("output")).hasText("as the style has it");
        assertThat(ada.page().locator("tutti-suggest [data-control='chords-per-bar'] output")).hasText("as the style has it");
        Locator slider = lowest.locator("tutti-slider");
        slider.press("Enter");
        slider.locator("input").fill("60");
        slider.locator("input").press("Enter");
        assertThat(lowest.locator("output")).hasText("C4");
        ada.shoot("tray-settings");
    }

    @Test
    @DisplayName("hides a take for everyone with a way back, and asks for votes where the song's owner does")
    void votesWanted() {
        BrowserContext owner = person();
        StudioPage first = StudioPage.open(owner, newSong(), "Ada");
        String ada = (String) first.ask("studio().person");
        first.page().close();
        String link = bean(Songs.class).create(Id.parse(ada), "Ada's song", List.of()).link();
        StudioPage page = StudioPage.again(owner, url() + "/song/" + link);
        prepare(page);
        askForBass(page);
        page.page().locator("tutti-tray .votes").click();
        page.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("2 votes").setExact(true))
                .or(page.page().getByRole(AriaRole.MENUITEMCHECKBOX, new Page.GetByRoleOptions().setName("2 votes").setExact(true)))
                .or(page.page().getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("2 votes").setExact(true))).first().click();
        StudioPage ben = join(url() + "/song/" + link, "Ben");
        ben.keys("o");
        proposal(ben).locator(".name").click();
        assertThat(take(ben, 1).locator(".why")).hasText("This song's owner asks for 2 votes; this take has 0.");
        assertThat(take(ben, 1).locator(".keep")).hasAttribute("aria-disabled", "true");
        take(ben, 1).locator(".accept").click(new Locator.ClickOptions().setForce(true)); // it says why not
        assertThat(ben.page().locator("tutti-notices")).containsText("asks for 2 votes");
        assertThat(notesOfBass(ben)).isZero();
        take(ben, 1).locator(".up").click();
        take(page, 1).locator(".up").click();
        assertThat(take(ben, 1).locator(".why")).hasCount(0);
        assertThat(take(ben, 1).locator(".keep")).hasAttribute("aria-disabled", "false");

        take(page, 2).locator(".veto").click();
        assertThat(proposal(ben).locator(".take.hidden")).containsText("Take 2 is hidden");
        page.page().locator("tutti-notices").getByText("Undo").click();
        assertThat(proposal(ben).locator(".take.hidden")).hasCount(0);
        take(ben, 1).locator(".accept").click();
        page.until("song().notes(song().clips()[2], 0, 0x7fffffff).length === 24");
    }

    @Test
    @DisplayName("is worked by keys alone: ask, compare, accept, go back")
    void keys() {
        StudioPage ada = openNewSong();
        prepare(ada);
        ada.page().locator("tutti-arrangement .stage").focus();
        ada.keys("Control+a", "p");
        Locator walker = ada.page().locator("tutti-suggest .do[data-offer='test-walker']");
        assertThat(ada.page().locator("tutti-suggest .do").first()).isFocused();
        for (int steps = 0; steps < 20 && !"test-walker".equals(focusedOffer(ada)); steps++) {
            ada.keys("ArrowDown");
        }
        assertThat(walker).isFocused();
        ada.keys("ArrowRight", "Enter");
        assertThat(ada.page().locator("tutti-suggest tutti-slider").first()).isFocused();
        ada.keys("Escape");
        assertThat(walker).isFocused();
        ada.keys("Enter");
        assertThat(proposal(ada).locator(".take .accept")).hasCount(3);
        ada.keys("2");
        assertThat(bar(ada)).containsText("You hear take 2");
        ada.keys("3", "0", "1");
        assertThat(bar(ada)).containsText("You hear take 1");
        ada.keys("v");
        assertThat(bar(ada)).containsText("over");
        ada.keys("v", "Escape");
        assertThat(bar(ada)).hasCount(0);
        ada.keys("1", "Enter");
        assertThat(proposal(ada).locator(".accepted")).containsText("Ada accepted take 1");
        ada.keys("Control+z");
        assertThat(proposal(ada)).containsText("that was undone");
    }

    @Test
    @DisplayName("shows a take as ghosts: strips on its tracks and below them, chords on their lane, hollow notes in the piano roll")
    void ghosts() {
        StudioPage ada = openNewSong();
        prepare(ada);
        ada.press(ada.onTrack(1, BAR + QUARTER));
        ada.keys("p");
        ada.page().locator("tutti-suggest .do[data-offer='test-band']").click();
        assertThat(take(ada, 1).locator(".accept")).isVisible();
        ada.until("studio().workspace.tray.ghost?.fresh.map(each => each.name + each.notes.length / 6).join() === 'Melody4,Drums4'");
        ada.until("studio().workspace.tray.ghost.chords.length === 1");
        askForBass(ada);
        ada.until("studio().workspace.tray.ghost?.rows.get(song().tracks()[0].handle).length === 24");
        ada.press(ada.onTrack(0, BAR + QUARTER));
        ada.keys("Enter");
        ada.page().locator("tutti-piano-roll").waitFor();
        ada.settle();
        ada.shoot("tray-ghosts");
        ada.keys("o");
        proposal(ada).locator(".name").click();
        ada.until("studio().workspace.tray.ghost === null");
    }

    @Test
    @DisplayName("is worked by fingers on a tablet and on a phone")
    void fingers() {
        StudioPage ada = StudioPage.open(touching(1024, 768), newSong(), "Ada");
        prepare(ada);
        Hand hand = new Hand(ada);
        hand.choose(ada.onTrack(0, BAR + QUARTER), "Suggest something for what is chosen");
        hand.tap(ada.page().locator("tutti-suggest .do[data-offer='test-walker']"));
        assertThat(proposal(ada).locator(".take .accept")).hasCount(3);
        hand.tap(take(ada, 2).locator(".chip"));
        assertThat(bar(ada)).containsText("You hear take 2");
        ada.shoot("tray-tablet");
        hand.tap(bar(ada).locator(".accept"));
        assertThat(proposal(ada).locator(".accepted")).containsText("Ada accepted take 2");
        ada.page().setViewportSize(390, 844);
        ada.settle();
        hand.tap(proposal(ada).locator(".undo"));
        assertThat(proposal(ada)).containsText("that was undone");
        hand.tap(take(ada, 1).locator(".up"));
        assertThat(take(ada, 1).locator(".face.for")).hasCount(1);
        hand.tap(take(ada, 1).locator(".chip"));
        assertThat(bar(ada)).containsText("You hear take 1");
        ada.shoot("tray-phone");
        assertThat(ada.whole("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        hand.tap(bar(ada).locator(".back"));
        assertThat(bar(ada)).hasCount(0);
    }

    @Test
    @DisplayName("is fit for helping programs: axe finds nothing serious in the tray, the suggestions, their settings, the bar")
    void audited() {
        StudioPage ada = StudioPage.open(person(1440, 900), newSong(), "Ada");
        prepare(ada);
        ada.keys("o");
        audit(ada, "empty");
        ada.press(ada.onTrack(0, BAR + QUARTER));
        ada.keys("p");
        audit(ada, "suggestions");
        ada.page().locator("tutti-suggest .to-more[data-offer='test-walker']").click();
        audit(ada, "settings");
        ada.keys("Escape", "Escape");
        askForBass(ada);
        take(ada, 1).locator(".up").click();
        take(ada, 3).locator(".veto").click();
        ada.keys("2");
        bar(ada).waitFor();
        ada.page().locator("tutti-proposal details").first().locator("summary").click();
        audit(ada, "a take that is heard");
    }

    private static void audit(StudioPage page, String view) {
        page.settle();
        List<String> found = new AxeBuilder(page.page()).analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                // The tabs of Vaadin's tab sheet lie in slots of its shadow root, where axe does not look for them.
                .flatMap(rule -> rule.getNodes().stream().filter(node -> !node.getHtml().startsWith("<vaadin-tabs")).map(node -> rule.getId() + " " + node.getHtml()))
                .toList();
        assertThat(found).as(view).isEmpty();
    }
}
