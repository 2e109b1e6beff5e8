package studio.tutti.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Fit;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Take;

/** Assistants whose takes come as slowly as a test wants; only in nodes that are started with {@link #SETTING}. */
final class TestAssistants {

    /** The property that lets a node have them. */
    static final String SETTING = "tutti.test.assistants";
    private static final int BAR = 3840;

    private TestAssistants() {}

    /** One note a quarter, low and of equal loudness; on the chosen track or a new one. The control "pace" is how many milliseconds a take takes. */
    @Component
    @ConditionalOnProperty(SETTING)
    static final class Walker implements Assistant {

        @Override
        public Offer offer() {
            return new Offer("test-walker", "Walker", "Bass", "Walks below what is there.", "1.0 · test", new Fit(Set.of(TrackType.INSTRUMENT), true, false, false, 1, 64),
                    List.of(new Control.Slider("pace", "Pace", "Milliseconds that a take takes.", 0, 60_000, 100, 0, "ms"),
                            new Control.Choice("lowest", "Lowest note", "", List.of(new Control.Option("e", "E", ""), new Control.Option("a", "A", "")), "e"),
                            new Control.Toggle("soft", "Softly", "", false),
                            new Control.Words("mood", "Mood", "How it feels", 40, "")),
                    new Rights(true, "Walker, by the testers", "What it makes is yours."), 3, false);
        }

        @Override
        public void propose(Ask ask, TakeSink takes) throws Exception {
            int pace = (int) Double.parseDouble(ask.settings().values().get("pace"));
            int lowest = ask.settings().values().get("lowest").equals("a") ? 33 : 28;
            int velocity = ask.settings().values().get("soft").equals("true") ? 40 : 100;
            int count = ask.card().takes();
            for (int number = 1; number <= count; number++) {
                if (!takes.has(number)) {
                    make(ask, takes, number, count, pace, lowest, velocity);
                }
                takes.progress((double) number / count);
            }
        }

        private static void make(Ask ask, TakeSink takes, int number, int count, int pace, int lowest, int velocity) throws InterruptedException {
            Random chance = new Random(ask.seed(number));
            List<Take.Note> notes = new ArrayList<>();
            for (long at = ask.from(); at < ask.to(); at += BAR / 4) {
                notes.add(new Take.Note(at, BAR / 4 - 60, lowest + chance.nextInt(12), velocity));
            }
            for (int passed = 0; passed < pace; passed += 50) {
                takes.progress((number - 1 + (double) passed / pace) / count);
                Thread.sleep(50);
                if (passed % 500 == 0) {
                    int some = notes.size() * passed / pace;
                    takes.partial(number, take(ask, number, notes.subList(0, some)));
                }
            }
            takes.take(number, take(ask, number, notes));
        }

        private static Take take(Ask ask, int number, List<Take.Note> notes) {
            List<Id> targets = ask.card().targets();
            Part part = targets.isEmpty() ? Part.onNew(new Part.Fresh("Bass", TrackType.INSTRUMENT, 33), notes) : Part.on(targets.getFirst(), notes);
            return new Take(number == 1 ? "Steady" : number == 2 ? "Restless" : "", List.of(part), List.of());
        }
    }

    /** Goes on until it is stopped: a note each quarter of its first bar, of the key that its control names, over and over. */
    @Component
    @ConditionalOnProperty(SETTING)
    static final class Stream implements Assistant {

        @Override
        public Offer offer() {
            return new Offer("test-stream", "Endless", "A line that goes on", "", "1.0 · test", new Fit(Set.of(TrackType.INSTRUMENT), true, false, false, 1, 64),
                    List.of(new Control.Slider("key", "Key", "", 0, 127, 1, 60, Control.Slider.NOTE)), Rights.OWN, 1, true);
        }

        @Override
        public void propose(Ask ask, TakeSink takes) throws InterruptedException {
            while (!takes.isStopped()) {
                takes.partial(1, take(ask, takes));
                takes.progress(0);
                Thread.sleep(20);
            }
            takes.take(1, take(ask, takes));
        }

        private static Take take(Ask ask, TakeSink takes) {
            int key = (int) takes.settings().number("key");
            List<Take.Note> notes = new ArrayList<>();
            for (int beat = 0; beat < 4; beat++) {
                notes.add(new Take.Note(ask.from() + beat * BAR / 4, BAR / 4 - 60, key, 100));
            }
            List<Id> targets = ask.card().targets();
            return new Take("", List.of(targets.isEmpty() ? Part.onNew(new Part.Fresh("Line", TrackType.INSTRUMENT, 0), notes)
                    : Part.on(targets.getFirst(), notes)), List.of());
        }
    }

    /** Chords on their lane, with a melody and drums on new tracks. */
    @Component
    @ConditionalOnProperty(SETTING)
    static final class Band implements Assistant {

        private static final List<String> CHORDS = List.of("C", "Am7", "F", "G7");

        @Override
        public Offer offer() {
            return new Offer("test-band", "Garage", "Chords, melody and drums", "", "1.0 · test", new Fit(Set.of(), true, false, false, 1, 64), List.of(),
                    new Rights(false, "", "For testing only."), 1, false);
        }

        @Override
        public void propose(Ask ask, TakeSink takes) {
            List<Take.Chord> chords = new ArrayList<>();
            List<Take.Note> melody = new ArrayList<>();
            List<Take.Note> drums = new ArrayList<>();
            for (long at = ask.from(); at < ask.to(); at += BAR) {
                chords.add(new Take.Chord(at, BAR, CHORDS.get((int) (at / BAR % 4))));
                for (int beat = 0; beat < 4; beat++) {
                    melody.add(new Take.Note(at + beat * 960L, 900, 60 + beat * 2, 96));
                    drums.add(new Take.Note(at + beat * 960L, 240, beat % 2 == 0 ? 36 : 38, 110));
                }
            }
            takes.take(1, new Take("", List.of(Part.onNew(new Part.Fresh("Melody", TrackType.INSTRUMENT, 73), melody),
                    Part.onNew(new Part.Fresh("Drums", TrackType.DRUMS, 0), drums)), chords));
        }
    }
}
