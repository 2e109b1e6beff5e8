package studio.tutti.browser;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.editing.BarGestures;
import studio.tutti.core.editing.ChordGestures;
import studio.tutti.core.editing.ContentGestures;
import studio.tutti.core.editing.FolderGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.LaneGestures;
import studio.tutti.core.music.ChordSymbol;

/** Arranging the open song: joined clips and parted aliases, bars and sections as wholes, chords, folders of tracks. */
public final class PageArranging {

    private PageArranging() {}

    private static Arrangement song() {
        return Page.song().arrangement();
    }

    private static IdSequence ids() {
        return Page.song().ids();
    }

    private static int[] edit(Supplier<Gesture> gesture) {
        return Page.told(() -> Page.song().edit(gesture.get()));
    }

    /** {@link ContentGestures#join}. */
    @JSExport
    public static int[] joinClips(int[] clips) {
        return edit(() -> new ContentGestures(song(), ids()).join(Page.song().handles().all(clips)));
    }

    /** {@link ContentGestures#makeIndependent}. */
    @JSExport
    public static void partClips(int[] clips) {
        edit(() -> new ContentGestures(song(), ids()).makeIndependent(Page.song().handles().all(clips)));
    }

    /** {@link BarGestures#insert}. */
    @JSExport
    public static void insertBars(int tick, int bars) {
        edit(() -> new BarGestures(song(), ids()).insert(tick, bars));
    }

    /** {@link BarGestures#delete}. */
    @JSExport
    public static void deleteBars(int from, int to) {
        edit(() -> new BarGestures(song(), ids()).delete(from, to));
    }

    /** {@link BarGestures#move}. */
    @JSExport
    public static void moveSection(int section, int before) {
        edit(() -> new BarGestures(song(), ids()).move(Page.element(section), before));
    }

    /** {@link BarGestures#copy}. */
    @JSExport
    public static int[] copySection(int section, int before, boolean aliases) {
        return edit(() -> new BarGestures(song(), ids()).copy(Page.element(section), before, aliases));
    }

    /** {@link LaneGestures#moveStep}. */
    @JSExport
    public static void moveStep(int step, int start) {
        edit(() -> new LaneGestures(song(), ids()).moveStep(Page.element(step), start));
    }

    /** {@link ChordGestures#transpose}. */
    @JSExport
    public static void transposeChords(int[] chords, int semitones, boolean notes) {
        edit(() -> new ChordGestures(song(), ids()).transpose(Page.song().handles().all(chords), semitones, notes));
    }

    /** {@link ChordGestures#detect}. */
    @JSExport
    public static int[] detectChords(int from, int to) {
        return edit(() -> new ChordGestures(song(), ids()).detect(from, to));
    }

    /** {@link ChordGestures#hasChords}. */
    @JSExport
    public static boolean hasChords(int from, int to) {
        return new ChordGestures(song(), ids()).hasChords(from, to);
    }

    /** {@link ChordSymbol#spell}; null if a text is no chord. */
    @JSExport
    public static @Nullable String spellChord(String text) {
        return ChordSymbol.spell(text).orElse(null);
    }

    /** {@link FolderGestures#group}. */
    @JSExport
    public static int[] groupTracks(int[] tracks, String name) {
        return edit(() -> new FolderGestures(song(), ids()).group(Page.song().handles().all(tracks), name));
    }

    /** {@link FolderGestures#dissolve}. */
    @JSExport
    public static void dissolveFolder(int folder) {
        edit(() -> new FolderGestures(song(), ids()).dissolve(Page.element(folder)));
    }

    /** {@link FolderGestures#move}; −1 for no folder, and for the end. */
    @JSExport
    public static void moveTracks(int[] tracks, int folder, int before) {
        edit(() -> new FolderGestures(song(), ids())
                .move(Page.song().handles().all(tracks), Page.song().handles().at(folder), Page.song().handles().at(before)));
    }
}
