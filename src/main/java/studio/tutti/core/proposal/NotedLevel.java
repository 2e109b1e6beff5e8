package studio.tutti.core.proposal;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.music.TempoMap;

/**
 * An estimate of how loud notes are, so that takes can be compared without the louder one winning before they were measured. Nothing is rendered: the power of a note
 * is taken as the fourth power of its velocity, as SoundFonts attenuate by 40 dB a decade of it, for as long as it lasts, at most a second. Two
 * takes on the same track differ by what this says as far as their instrument is equally loud on all keys.
 */
public final class NotedLevel {

    /** As much is added or taken away at most, in decibels. */
    public static final double MOST = 9;
    private static final double LONGEST_SECONDS = 1;

    private final TempoMap tempo;
    private double power;

    private NotedLevel(TempoMap tempo) {
        this.tempo = tempo;
    }

    /** Of the notes of a take that begin between two ticks, relative to any other level of this kind: a power, 0 for silence. */
    public static double of(Take take, long from, long to, TempoMap tempo) {
        NotedLevel level = new NotedLevel(tempo);
        for (Part part : take.parts()) {
            for (Take.Note note : part.notes()) {
                if (note.start() >= from && note.start() < to) {
                    level.add(note.start(), Math.min(to, note.end()), note.velocity());
                }
            }
        }
        return level.power;
    }

    /** Of what sounds on tracks between two ticks. */
    public static double of(Arrangement arrangement, List<Element> tracks, long from, long to, TempoMap tempo) {
        NotedLevel level = new NotedLevel(tempo);
        for (Element track : tracks) {
            for (Element clip : track.children(Kind.CLIP)) {
                Element content = arrangement.alive(clip.reference(Property.CONTENT));
                if (content == null || clip.flag(Property.MUTED) || clip.start() >= to || clip.end() <= from) {
                    continue;
                }
                SoundingNotes notes = new SoundingNotes(clip, content);
                for (Element note : content.children(Kind.NOTE)) {
                    if (!note.flag(Property.MUTED)) {
                        notes.each(note, (start, end, repetition) -> {
                            if (start >= from && start < to) {
                                level.add(start, end, note.integer(Property.VELOCITY));
                            }
                            return start < to;
                        });
                    }
                }
            }
        }
        return level.power;
    }

    /**
     * The decibels that make one level another, within ±{@value #MOST}; 0 if either is silent.
     *
     * @param level what there is
     * @param wanted what it should be like
     * @param more by how many decibels what is wanted sounds louder than noted, less the same of what there is; 0 while that was not measured
     */
    public static double decibels(double level, double wanted, double more) {
        if (level <= 0 || wanted <= 0) {
            return 0;
        }
        return Math.max(-MOST, Math.min(MOST, 10 * Functions.log(wanted / level) / Functions.log(10) + more));
    }

    private void add(long start, long end, int velocity) {
        double loud = velocity / 127.0;
        double seconds = Math.min(LONGEST_SECONDS, tempo.seconds(end) - tempo.seconds(start));
        power += loud * loud * loud * loud * seconds;
    }
}
