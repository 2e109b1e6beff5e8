package studio.tutti.exchange.internal.midi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.exchange.internal.Additions;
import studio.tutti.exchange.internal.SectionNames;
import studio.tutti.exchange.internal.Texts;

/**
 * Turns the markers of a file into sections where they name one and stand at a bar line; a section lasts until the next, the
 * last one until the song ends. The others stay markers.
 */
record SectionsAndMarkers(Additions additions, Bars bars) {

    /** @param end where the song ends */
    void add(List<Conductor.Words> markers, long end) {
        List<Conductor.Words> sections = new ArrayList<>();
        for (Conductor.Words marker : markers) {
            boolean named = SectionNames.isOne(marker.text()) && bars.isLine(marker.tick()) && marker.tick() < end;
            if (named && (sections.isEmpty() || sections.getLast().tick() < marker.tick())) {
                sections.add(marker);
            } else {
                additions.add(Kind.MARKER, Map.of(
                        Property.PARENT, Arrangement.ROOT, Property.START, marker.tick(), Property.TEXT, marker.text()));
            }
        }
        for (int i = 0; i < sections.size(); i++) {
            long start = sections.get(i).tick();
            long next = i + 1 < sections.size() ? sections.get(i + 1).tick() : end;
            additions.add(Kind.SECTION, Map.of(
                    Property.PARENT, Arrangement.ROOT,
                    Property.START, start,
                    Property.LENGTH, next - start,
                    Property.NAME, Texts.cut(sections.get(i).text(), 200)));
        }
    }
}
