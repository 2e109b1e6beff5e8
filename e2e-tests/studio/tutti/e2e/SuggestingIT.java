package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Suggest")
class SuggestingIT extends InStudio {

    private static Locator panel(StudioPage page) {
        return page.page().locator("tutti-suggest [popover]");
    }

    @Test
    @DisplayName("offers in words of music what fits, the tool's name small beside it, and nothing that no assistant makes")
    void offers() {
        StudioPage ada = openNewSong();
        ada.addTrack();
        ada.settle();
        ada.keys("p");
        assertThat(panel(ada).locator(".offer b")).hasText(new String[] {"Chords, melody and bass", "Chords, melody and bass, on and on"});
        assertThat(panel(ada).locator(".offer small").first()).containsText("Flow Machines");
        assertThat(panel(ada).locator(".unfit")).hasCount(0);
    }

    @Test
    @DisplayName("says what is in the way where nothing fits, and what to choose; an own idea can always be put in")
    void nothingFits() {
        StudioPage ada = openNewSong();
        ada.ask("(song().transport.setLoop(0, %d, true), true)".formatted(200 * BAR));
        ada.keys("p");
        assertThat(panel(ada).locator(".offer")).hasCount(0);
        assertThat(panel(ada)).containsText("Nothing fits what is chosen. Choose some bars, a clip, notes or a track, and try again.");
        assertThat(panel(ada).locator(".unfit")).hasText(new String[] {"Chords, melody and bass This is for at most 128 bars.",
                "Chords, melody and bass, on and on This is for at most 128 bars."});
        assertThat(panel(ada).locator(".own button")).hasCount(2);
        ada.shoot("suggest-nothing-fits");
    }

    @Test
    @DisplayName("is in sight on a phone without swiping, and its panel fits the glass")
    void phone() {
        StudioPage ada = StudioPage.open(touching(390, 844), newSong(), "Ada");
        Hand hand = new Hand(ada);
        Locator button = ada.page().locator("tutti-transport .suggest");
        ada.until("""
                (() => {
                  const bar = document.querySelector('tutti-studio').shadowRoot.querySelector('tutti-transport');
                  const [whole, button] = [bar, bar.shadowRoot.querySelector('.suggest')].map(each => each.getBoundingClientRect());
                  return button.width > 0 && button.left >= whole.left && button.right <= whole.right;
                })()""");
        ada.shoot("suggest-phone-bar");
        hand.tap(button);
        assertThat(panel(ada)).isVisible();
        assertThat(panel(ada).locator(".offer b").first()).hasText("Chords, melody and bass");
        ada.until("""
                (() => {
                  const place = document.querySelector('tutti-studio').shadowRoot.querySelector('tutti-suggest').shadowRoot.querySelector('[popover]').getBoundingClientRect();
                  return place.left >= 0 && place.right <= 390 && place.top >= 0 && place.bottom <= 844;
                })()""");
        ada.shoot("suggest-phone");
        assertThat(ada.whole("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }
}
