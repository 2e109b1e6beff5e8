package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.music.BeatHarmony;
import studio.tutti.core.music.MetreMap;

/** What the pitched tracks of a song sound like, beat by beat; muted tracks, clips and notes are not heard. */
public final class Harmony {

    private static final int MOST = 1_000_000;

    private final List<long[]> notes = new ArrayList<>();

    private Harmony(Arrangement arrangement, long from, long to) {
        for (Element track : Elements.tracks(arrangement)) {
            if (TrackType.of(track.number(Property.TYPE)) == TrackType.INSTRUMENT && !track.flag(Property.MUTED)) {
                for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
                    Element content = arrangement.alive(clip.reference(Property.CONTENT));
                    if (content != null && !clip.flag(Property.MUTED) && clip.length() > 0 && clip.end() > from && clip.start() < to) {
                        clip(new SoundingNotes(clip, content), content, from, to);
                    }
                }
            }
        }
    }

    private void clip(SoundingNotes sounding, Element content, long from, long to) {
        for (Element note : Elements.sorted(content.children(Kind.NOTE))) {
            if (!note.flag(Property.MUTED)) {
                sounding.each(note, (start, end, repetition) -> {
                    if (end > from && start < to) {
                        notes.add(new long[] {start, end, note.number(Property.PITCH)});
                    }
                    return start < to && notes.size() < MOST;
                });
            }
        }
    }

    /**
     * What sounds in given beats.
     *
     * @param beats ticks where they begin, and last where the last one ends
     * @param strengths as {@link BeatHarmony} wants them
     */
    public static BeatHarmony of(Arrangement arrangement, long[] beats, int[] strengths) {
        List<long[]> notes = new Harmony(arrangement, beats[0], beats[beats.length - 1]).notes;
        long[] starts = new long[notes.size()];
        long[] ends = new long[notes.size()];
        int[] pitches = new int[notes.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = notes.get(i)[0];
            ends[i] = notes.get(i)[1];
            pitches[i] = (int) notes.get(i)[2];
        }
        return new BeatHarmony(beats, strengths, starts, ends, pitches);
    }

    /** What sounds in the song's own beats from the bar that one tick lies in to the bar that ends at or after another. */
    public static BeatHarmony of(Arrangement arrangement, long from, long to) {
        MetreMap metre = TimeMaps.metre(arrangement);
        List<Long> beats = new ArrayList<>();
        List<Integer> strengths = new ArrayList<>();
        long bar = metre.bar(from);
        for (; metre.barStart(bar) < to && beats.size() < MOST; bar++) {
            long next = metre.barStart(bar + 1);
            int beat = metre.beatLength(metre.barStart(bar));
            int all = (int) ((next - metre.barStart(bar) + beat - 1) / beat);
            for (int each = 0; each < all; each++) {
                beats.add(metre.barStart(bar) + (long) each * beat);
                strengths.add(each == 0 ? 2 : 2 * each == all ? 1 : 0);
            }
        }
        long[] ticks = new long[beats.size() + 1];
        int[] strong = new int[beats.size()];
        for (int i = 0; i < strong.length; i++) {
            ticks[i] = beats.get(i);
            strong[i] = strengths.get(i);
        }
        ticks[strong.length] = metre.barStart(bar);
        return of(arrangement, ticks, strong);
    }

    /** Where the last clip ends, in ticks. */
    public static long end(Arrangement arrangement) {
        long end = 0;
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            for (Element clip : track.children(Kind.CLIP)) {
                end = Math.max(end, clip.end());
            }
        }
        return end;
    }
}
