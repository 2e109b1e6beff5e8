package studio.tutti.e2e;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.e2e.StudioPage.Point;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Two people in one song")
class SeeingOthersIT extends InStudio {

    private static final String OTHER = "song().people.find(person => !person.self)";

    /** Pixels of the other person's colour, on the layer of the arrangement that moves, near a place. */
    private static int painted(StudioPage page, Point near) {
        page.settle();
        return page.whole("""
                (() => {
                  const canvas = studio().arrangement.element.querySelectorAll('canvas')[2];
                  const place = canvas.getBoundingClientRect();
                  const { data } = canvas.getContext('2d').getImageData(%d - place.left - 12, %d - place.top - 24, 60, 60);
                  const { colour } = %s;
                  let found = 0;
                  for (let at = 0; at < data.length; at += 4) {
                    if (data[at] === colour >> 16 && data[at + 1] === ((colour >> 8) & 255) && data[at + 2] === (colour & 255)) {
                      found++;
                    }
                  }
                  return found;
                })()""".formatted(Math.round(near.x()), Math.round(near.y()), OTHER));
    }

    @Test
    @DisplayName("see each other's edits, pointers and choices, in each other's colour")
    void seeEachOther() {
        String song = newSong();
        StudioPage ada = join(song, "Ada");
        StudioPage bo = join(song, "Bo");
        ada.until("song().people.length === 2");
        bo.until("song().people.length === 2");

        ada.addTrack();
        bo.until("song().tracks().length === 1");
        ada.drawClip(0, BAR + 100);
        bo.until("song().clips().length === 10");

        bo.settle();
        ada.press(ada.onTrack(0, BAR + QUARTER));
        bo.until(OTHER + ".selection.includes(song().clips()[0])");
        assertThat(painted(bo, bo.onTrack(0, BAR))).isGreaterThan(20);

        Point there = bo.onTrack(0, 5 * BAR);
        assertThat(painted(bo, there)).isZero();
        Point at = ada.onTrack(0, 5 * BAR);
        ada.page().mouse().move(at.x(), at.y());
        bo.until("Math.abs(%s.pointerTick - %d) < 120 && %s.pointerPlace === song().tracks()[0].handle".formatted(OTHER, 5 * BAR, OTHER));
        assertThat(painted(bo, there)).isGreaterThan(100);

        bo.drag(bo.onTrack(0, BAR + QUARTER), bo.onTrack(0, 2 * BAR + QUARTER));
        ada.until("song().clips()[3] === " + 2 * BAR);
    }

    @Test
    @DisplayName("undo only what they did themselves")
    void undoOwn() {
        String song = newSong();
        StudioPage ada = join(song, "Ada");
        StudioPage bo = join(song, "Bo");
        ada.addTrack();
        bo.until("song().tracks().length === 1");
        bo.settle();
        bo.addTrack();
        ada.until("song().tracks().length === 2");

        String hers = (String) ada.ask("song().tracks()[0].name");
        ada.keys("Control+z");
        bo.until("song().tracks().length === 1");
        assertThat(bo.ask("song().tracks()[0].name")).isNotEqualTo(hers);
    }
}
