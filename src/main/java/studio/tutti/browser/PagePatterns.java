package studio.tutti.browser;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.editing.DrumRowGestures;
import studio.tutti.core.editing.Families;
import studio.tutti.core.editing.FamilyGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.PatternGestures;
import studio.tutti.core.editing.QuantiseGestures;

/**
 * Drum patterns, variations, and the grid that clips are heard on. Where a method takes a {@code step}, it is that of drums that
 * have none of their own, in ticks; times are ticks of the content.
 */
public final class PagePatterns {

    private static final int MOST_STRETCHES = 2_000;

    private PagePatterns() {}

    private static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    private static List<Element> all(int[] handles) {
        return Page.song().handles().all(handles);
    }

    private static int[] hits(int content, int step, Function<PatternGestures, Gesture> gesture) {
        return edit(() -> gesture.apply(
                new PatternGestures(Page.song().arrangement(), Page.song().ids(), Page.element(content), step)));
    }

    private static int[] rows(int content, Function<DrumRowGestures, Gesture> gesture) {
        return edit(() -> gesture.apply(new DrumRowGestures(Page.song().ids(), Page.element(content))));
    }

    private static int[] families(Function<FamilyGestures, Gesture> gesture) {
        return edit(() -> gesture.apply(new FamilyGestures(Page.song().arrangement(), Page.song().ids())));
    }

    /** {@link HeardNotes#all} of a clip. */
    @JSExport
    public static int[] heard(int clip) {
        Element element = Page.song().handles().at(clip);
        return element == null ? new int[0] : Page.song().sight().drawing().heard(Page.song().song(), element).all();
    }

    /** {@link HeardNotes#placed} of a clip. */
    @JSExport
    public static int[] placed(int clip) {
        Element element = Page.song().handles().at(clip);
        return element == null ? new int[0] : Page.song().sight().drawing().heard(Page.song().song(), element).placed();
    }

    /** {@link DrumLanes#list} of a content. */
    @JSExport
    public static String drums(int content, boolean all) {
        Element element = Page.song().handles().at(content);
        return element == null ? "[]" : new DrumLanes(element).list(all);
    }

    /** {@link SoundingNotes#stretches} of a drum in a clip, three numbers each. */
    @JSExport
    public static int[] stretches(int clip, int pitch, int from, int to) {
        Element element = Page.song().handles().at(clip);
        Element content = element == null ? null : Page.song().arrangement().alive(element.reference(Property.CONTENT));
        if (content == null) {
            return new int[0];
        }
        long[] stretches = new SoundingNotes(element, content).stretches(pitch, from, to, MOST_STRETCHES);
        int[] packed = new int[stretches.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (int) stretches[i];
        }
        return packed;
    }

    /** {@link PatternGestures#paint}; what it draws. */
    @JSExport
    public static int[] paintHits(int content, int step, int pitch, int[] begins, boolean on, int velocity) {
        long[] ticks = new long[begins.length];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = begins[i];
        }
        return hits(content, step, grid -> grid.paint(pitch, ticks, on, velocity));
    }

    @JSExport
    public static void removeHits(int content, int step, int[] hits) {
        hits(content, step, grid -> grid.remove(all(hits)));
    }

    @JSExport
    public static void shiftHits(int content, int step, int[] hits, int ticks) {
        hits(content, step, grid -> grid.shift(all(hits), ticks));
    }

    @JSExport
    public static void straightenHits(int content, int step, int[] hits) {
        hits(content, step, grid -> grid.straighten(all(hits)));
    }

    @JSExport
    public static void flamHits(int content, int step, int[] hits, int clip, double milliseconds) {
        hits(content, step, grid -> grid.flam(all(hits), Page.element(clip), milliseconds));
    }

    @JSExport
    public static void rollHits(int content, int step, int[] hits, int count) {
        hits(content, step, grid -> grid.roll(all(hits), count));
    }

    @JSExport
    public static void muteDrum(int content, int pitch) {
        hits(content, 1, grid -> grid.mute(pitch));
    }

    /** {@link PatternGestures#at}: the page's handles. */
    @JSExport
    public static int[] hitsAt(int content, int step, int pitch, int begin) {
        return Page.told(() -> {
            List<Element> there = new PatternGestures(Page.song().arrangement(), Page.song().ids(), Page.element(content), step)
                    .at(pitch, begin);
            int[] handles = new int[there.size()];
            for (int i = 0; i < handles.length; i++) {
                handles[i] = Page.song().handles().of(there.get(i));
            }
            return handles;
        });
    }

    /** How far all hits lie off their steps: for each its handle, the ticks, and 1 if it is a grace hit. */
    @JSExport
    public static int[] offsets(int content, int step) {
        return Page.told(() -> {
            Element element = Page.element(content);
            PatternGestures grid = new PatternGestures(Page.song().arrangement(), Page.song().ids(), element, step);
            List<Element> notes = element.children(Kind.NOTE);
            int[] packed = new int[3 * notes.size()];
            for (int i = 0; i < notes.size(); i++) {
                packed[3 * i] = Page.song().handles().of(notes.get(i));
                packed[3 * i + 1] = (int) grid.offset(notes.get(i));
                packed[3 * i + 2] = grid.isGrace(notes.get(i)) ? 1 : 0;
            }
            return packed;
        });
    }

    @JSExport
    public static void divideDrum(int content, int pitch, int step) {
        rows(content, drum -> drum.divide(pitch, step));
    }

    @JSExport
    public static void repeatDrum(int content, int pitch, int clip, int length, int step) {
        rows(content, drum -> drum.repeat(pitch, Page.element(clip), length, step));
    }

    @JSExport
    public static void releaseDrum(int content, int pitch) {
        rows(content, drum -> drum.release(pitch));
    }

    /** The variations or takes that a clip may play, as JSON; the one it plays is marked. */
    @JSExport
    public static String family(int clip) {
        Json json = new Json();
        Element element = Page.song().handles().at(clip);
        Element content = element == null ? null : Page.song().arrangement().alive(element.reference(Property.CONTENT));
        if (content != null) {
            Families families = new Families(Page.song().arrangement());
            for (Element member : families.members(content)) {
                json.next()
                        .with("handle", Page.song().handles().of(member))
                        .with("name", member.text(Property.NAME))
                        .with("players", families.players(member).size())
                        .with("chosen", member == content);
            }
        }
        return json.toString();
    }

    /** What the variation is called that a clip plays, or "". */
    @JSExport
    public static String variation(int clip) {
        Element element = Page.song().handles().at(clip);
        Element content = element == null ? null : Page.song().arrangement().alive(element.reference(Property.CONTENT));
        return content == null ? "" : content.text(Property.NAME);
    }

    @JSExport
    public static int[] newVariation(int[] clips) {
        return families(family -> family.variation(all(clips)));
    }

    @JSExport
    public static void chooseVariation(int[] clips, int content) {
        families(family -> family.choose(all(clips), Page.element(content)));
    }

    @JSExport
    public static void stepVariation(int[] clips, int by) {
        families(family -> family.step(all(clips), by));
    }

    @JSExport
    public static void renameVariation(int content, String name) {
        families(family -> family.rename(Page.element(content), name));
    }

    @JSExport
    public static void removeVariation(int content) {
        families(family -> family.remove(Page.element(content)));
    }

    /** The grid that a clip is heard on: ticks from point to point or 0, strength and swing in hundredths. */
    @JSExport
    public static int[] heardOn(int clip) {
        Element element = Page.song().handles().at(clip);
        return element == null ? new int[3] : new int[] {
            element.integer(Property.QUANTISE), element.integer(Property.STRENGTH), element.integer(Property.SWING)
        };
    }

    @JSExport
    public static void hearOn(int[] clips, int step, int strength, int swing) {
        edit(() -> new QuantiseGestures(Page.song().arrangement(), Page.song().ids()).hear(all(clips), step, strength, swing));
    }

    @JSExport
    public static void applyGrid(int[] clips) {
        edit(() -> new QuantiseGestures(Page.song().arrangement(), Page.song().ids()).apply(all(clips)));
    }
}
