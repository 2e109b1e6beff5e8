package studio.tutti.assistant.flowmachines;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of Flow Machines. {@link #of} gives a request that leaves everything to the style; the {@code with…} methods change one
 * thing each.
 *
 * @param bars 1 to 512
 * @param form sections that cover the bars; those of one label are equal; empty for one section
 * @param melody whether a melody is wanted
 * @param bass whether a bass is wanted
 * @param keep what stands already, with the same metre and at least as many bars; null for nothing
 * @param wholeBars whether bars with kept notes are kept with their rests, so that nothing is added to them
 * @param chordsPerBar how many chords begin in a bar on average, above 0; 0 as in the style. No bar has more than this, rounded up, and one
 * @param notesPerBar how many melody notes begin in a bar on average; 0 as in the style. No bar has more than twice as many and one
 * @param lowest lowest MIDI key of the melody, 0 to leave it to the style
 * @param highest highest MIDI key of the melody, 127 to leave it to the style
 * @param leap the largest leap in semitones, 1 to 24
 * @param inKey whether chords have tones of the key only (in minor with its raised seventh)
 * @param stray 0 keeps to what was heard often, 1 strays far; 0.5 as learned
 * @param copyNotes the longest run of melody notes, as pitches with their lengths, that may be the same as in a song learned from, at least 4; 0 for any
 * @param copyChords the same for chords
 * @param vary what is varied: its chords and melody are followed; null for nothing
 * @param distance the share of its chords and notes that should change, 0 to 1; with a form, how far A' is from A as well
 */
public record FlowRequest(
        int bars, Key key, Metre metre, List<FormSection> form, boolean melody, boolean bass, @Nullable LeadSheet keep, boolean wholeBars,
        double chordsPerBar, double notesPerBar, int lowest, int highest, int leap, ChordTones chordTones, Cadence cadence, boolean inKey,
        double stray, int copyNotes, int copyChords, @Nullable LeadSheet vary, double distance) {

    /** The most bars. */
    public static final int MOST_BARS = 512;
    /** The least limit on copies: runs of three notes are in every song, and forbidding all of them costs minutes. */
    public static final int LEAST_COPY = 4;

    public FlowRequest {
        form = List.copyOf(form);
        require(bars >= 1 && bars <= MOST_BARS, "Ask for 1 to " + MOST_BARS + " bars.");
        require(chordsPerBar >= 0 && chordsPerBar <= 8, "A bar has at most 8 chords.");
        require(notesPerBar >= 0 && notesPerBar <= 32, "A bar has at most 32 notes.");
        require(lowest >= 0 && highest <= 127 && lowest <= highest, "A range goes from a MIDI key to one that isn't lower.");
        require(leap >= 1 && leap <= 24, "The largest leap is 1 to 24 semitones.");
        require(stray >= 0 && stray <= 1 && distance >= 0 && distance <= 1, "Straying and distance go from 0 to 1.");
        require(limits(copyNotes) && limits(copyChords), "A limit on copies is at least " + LEAST_COPY + " notes or chords, or 0 for none.");
        int bar = 0;
        for (FormSection section : form) {
            require(section.bar() == bar, "The sections of the form follow one another without gaps.");
            bar += section.bars();
        }
        require(form.isEmpty() || bar == bars, "The form has " + bar + " bars, " + bars + " were asked for.");
        for (FormSection one : form) {
            require(form.stream().allMatch(other -> !other.label().equals(one.label()) || other.bars() == one.bars()),
                    "Sections of one label have the same number of bars.");
        }
        require(keep == null || keep.metre().bar() == metre.bar(), "What is kept has another metre.");
        require(vary == null || vary.metre().bar() == metre.bar(), "What is varied has another metre.");
    }

    /** Chords, melody and bass as the style has them. */
    public static FlowRequest of(int bars, Key key, Metre metre) {
        return new FlowRequest(bars, key, metre, List.of(), true, true, null, true, 0, 0, 0, 127, 12, ChordTones.STYLE, Cadence.TONIC,
                false, 0.5, 8, 16, null, 0.2);
    }

    public FlowRequest withForm(List<FormSection> wanted) {
        return new FlowRequest(bars, key, metre, wanted, melody, bass, keep, wholeBars, chordsPerBar, notesPerBar, lowest, highest, leap,
                chordTones, cadence, inKey, stray, copyNotes, copyChords, vary, distance);
    }

    public FlowRequest withLines(boolean wantedMelody, boolean wantedBass) {
        return new FlowRequest(bars, key, metre, form, wantedMelody, wantedBass, keep, wholeBars, chordsPerBar, notesPerBar, lowest, highest,
                leap, chordTones, cadence, inKey, stray, copyNotes, copyChords, vary, distance);
    }

    public FlowRequest withKept(@Nullable LeadSheet kept, boolean whole) {
        return new FlowRequest(bars, key, metre, form, melody, bass, kept, whole, chordsPerBar, notesPerBar, lowest, highest, leap,
                chordTones, cadence, inKey, stray, copyNotes, copyChords, vary, distance);
    }

    public FlowRequest withRates(double chords, double notes) {
        return new FlowRequest(bars, key, metre, form, melody, bass, keep, wholeBars, chords, notes, lowest, highest, leap,
                chordTones, cadence, inKey, stray, copyNotes, copyChords, vary, distance);
    }

    public FlowRequest withRange(int low, int high, int widest) {
        return new FlowRequest(bars, key, metre, form, melody, bass, keep, wholeBars, chordsPerBar, notesPerBar, low, high, widest,
                chordTones, cadence, inKey, stray, copyNotes, copyChords, vary, distance);
    }

    public FlowRequest withHarmony(ChordTones tones, Cadence ending, boolean only) {
        return new FlowRequest(bars, key, metre, form, melody, bass, keep, wholeBars, chordsPerBar, notesPerBar, lowest, highest, leap,
                tones, ending, only, stray, copyNotes, copyChords, vary, distance);
    }

    public FlowRequest withFreedom(double far, int notes, int chords) {
        return new FlowRequest(bars, key, metre, form, melody, bass, keep, wholeBars, chordsPerBar, notesPerBar, lowest, highest, leap,
                chordTones, cadence, inKey, far, notes, chords, vary, distance);
    }

    public FlowRequest withDistance(double far) {
        return new FlowRequest(bars, key, metre, form, melody, bass, keep, wholeBars, chordsPerBar, notesPerBar, lowest, highest, leap,
                chordTones, cadence, inKey, stray, copyNotes, copyChords, vary, far);
    }

    public FlowRequest varying(LeadSheet original, double far) {
        return new FlowRequest(bars, key, metre, form, melody, bass, keep, wholeBars, chordsPerBar, notesPerBar, lowest, highest, leap,
                chordTones, cadence, inKey, stray, copyNotes, copyChords, original, far);
    }

    private static boolean limits(int copies) {
        return copies == 0 || copies >= LEAST_COPY;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
