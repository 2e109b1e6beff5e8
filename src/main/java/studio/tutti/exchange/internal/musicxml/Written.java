package studio.tutti.exchange.internal.musicxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.lyrics.SyllableText;
import studio.tutti.core.lyrics.SyllableText.Break;
import studio.tutti.core.music.BarSigns;

/** A score as it is written, measure by measure; times in ticks of 960 a quarter note with their fraction, from the measure's start. */
final class Written {

    private Written() {}

    /** A metre: beats in a bar, and the beat as a power of two. */
    record Metre(int numerator, int denominator) {
        long ticks() {
            return (long) numerator * Math.max(1, 3840 >> denominator);
        }
    }

    /** A key signature. */
    record Key(int fifths, int mode) {}

    /** How a lyric holds the syllable before it. */
    enum Held {
        /** It doesn't. */
        NO,
        /** It is a syllable that is held over notes that the file doesn't name. */
        OVER,
        /** It is no syllable: the one before is held over its note. */
        ON
    }

    /**
     * A syllable of one verse.
     *
     * @param verse from 1
     * @param text without a break before it
     * @param after what begins after it
     */
    record Word(int verse, SyllableText text, Held held, Break after) {}

    /**
     * A note.
     *
     * @param attack by how much it begins later than written
     * @param release by how much it ends later than written
     */
    record Note(
            double at, double length, double attack, double release, int voice, int pitch, int velocity,
            boolean tied, boolean ties, List<Word> words) {}

    /** Something at a moment. */
    sealed interface Mark {
        double at();

        /** A tempo, microseconds a quarter. */
        record Tempo(double at, long microseconds) implements Mark {}

        /** A chord symbol; "" ends the chord before. */
        record Chord(double at, String symbol) implements Mark {}

        /** A rehearsal mark: the name of a section. */
        record Section(double at, String name) implements Mark {}

        /** Words over the staff. */
        record Text(double at, String words) implements Mark {}
    }

    /** One measure of one part. */
    static final class Measure {
        final List<Note> notes = new ArrayList<>();
        final List<Mark> marks = new ArrayList<>();
        final Set<Integer> endings = new TreeSet<>();
        @Nullable Metre metre;
        @Nullable Key key;
        double length;
        boolean forward;
        boolean endingStops;
        /** How often what is repeated is played; 0 if nothing is repeated here. */
        int times;
        boolean daCapo;
        boolean dalSegno;
        boolean segno;
        boolean coda;
        boolean toCoda;
        boolean fine;

        /** What its signs say about the order of playing. */
        BarSigns signs() {
            return new BarSigns(forward, times, endings, endingStops, daCapo, dalSegno, segno, coda, toCoda, fine);
        }

        /** Takes what holds for all parts from another part's measure. */
        void join(Measure other) {
            length = Math.max(length, other.length);
            forward |= other.forward;
            times = Math.max(times, other.times);
            endings.addAll(other.endings);
            endingStops |= other.endingStops;
            daCapo |= other.daCapo;
            dalSegno |= other.dalSegno;
            segno |= other.segno;
            coda |= other.coda;
            toCoda |= other.toCoda;
            fine |= other.fine;
            metre = metre == null ? other.metre : metre;
            key = key == null ? other.key : key;
        }
    }

    /** An instrument of a part; program from 0, drum key from 0 or −1. */
    record Instrument(String name, int program, int bank, int channel, int drum, double volume, double pan) {}

    /** A part. */
    static final class Part {
        final String name;
        final java.util.Map<String, Instrument> instruments;
        final List<Measure> measures = new ArrayList<>();
        int unpitched;
        int pitched;

        Part(String name, java.util.Map<String, Instrument> instruments) {
            this.name = name;
            this.instruments = instruments;
        }

        @Nullable Instrument first() {
            return instruments.isEmpty() ? null : instruments.values().iterator().next();
        }

        boolean isDrums() {
            Instrument first = first();
            return unpitched > pitched || first != null && first.channel == 9;
        }
    }
}
