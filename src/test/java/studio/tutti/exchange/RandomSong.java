package studio.tutti.exchange;

import java.util.List;
import java.util.Random;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.editing.ClipGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.LaneGestures;
import studio.tutti.core.editing.LyricGestures;
import studio.tutti.core.editing.NoteGestures;
import studio.tutti.core.editing.TrackGestures;

/** A song as hands might have played it: off the grid, in odd metres, with several voices, words and chords. */
final class RandomSong {

    private static final List<String> CHORDS = List.of("C", "Am7/G", "F#m7b5", "Bb", "G7sus4", "Ebmaj9", "D/F#", "N.C.", "E7b9", "Ab6/9", "Xyz", "A-7");
    private static final String WORDS = "Twin-kle twin-kle lit-tle star,\nhow I won-der__ what you are\n\nup a=bove 世界 oh_ so high";

    private final Arrangement song = new Arrangement();
    private final IdSequence ids = new IdSequence(77, 0);
    private final Random random;

    private RandomSong(Random random) {
        this.random = random;
    }

    static Arrangement of(Random random) {
        RandomSong made = new RandomSong(random);
        made.make();
        return made.song;
    }

    private List<Element> does(Gesture gesture) {
        song.apply(new Edit(ids.next(), ids.next(), 0, "test", Id.NONE, gesture.operations()));
        return gesture.made().stream().map(song::find).toList();
    }

    private void make() {
        LaneGestures lanes = new LaneGestures(song, ids);
        does(lanes.rename("Song & <dance>"));
        does(lanes.metre(0, 3 + random.nextInt(4), random.nextBoolean() ? 4 : 8));
        does(lanes.key(random.nextInt(9) - 4, random.nextBoolean()));
        does(lanes.tempo(0, 60 + random.nextInt(100) + random.nextDouble()));
        does(lanes.tempo(3_000 + random.nextInt(5_000), 90 + random.nextDouble()));
        does(lanes.metre(20_000 + random.nextInt(1_000), 7, 8));
        does(lanes.section(0, 60_000, "Verse"));
        long at = random.nextInt(900);
        while (at < 40_000) {
            long length = 200 + random.nextInt(4_000);
            does(lanes.chord(at, length, CHORDS.get(random.nextInt(CHORDS.size()))));
            at += length + (random.nextInt(3) == 0 ? random.nextInt(2_000) : 0);
        }
        does(lanes.chord(at, 60_000 - at, "C"));
        Element voice = track(TrackType.INSTRUMENT, "Voice");
        play(voice, 1, 60, 20);
        does(new LyricGestures(song, ids).type(WORDS, voice, 0));
        play(track(TrackType.INSTRUMENT, "Piano \"left\""), 4, 40, 40);
        play(track(TrackType.DRUMS, "Drums"), 3, 35, 20);
    }

    private Element track(TrackType type, String name) {
        Element track = does(new TrackGestures(song, ids).add(type, name, random.nextInt(128), null)).getFirst();
        song.apply(new Edit(ids.next(), ids.next(), 0, "test", Id.NONE, List.of(
                new Operation.Set(track.id(), Property.PAN, (long) (random.nextInt(200) - 100) * 10))));
        return track;
    }

    private void play(Element track, int together, int low, int range) {
        Element clip = does(new ClipGestures(song, ids).add(track, 0, 58_000)).getFirst();
        Element content = song.find(clip.reference(Property.CONTENT));
        NoteGestures notes = new NoteGestures(ids);
        long step = random.nextBoolean() ? 240 : 320;
        for (long at = 0; at < 50_000; at += step * (1 + random.nextInt(4))) {
            for (int i = random.nextInt(together + 1); i < together; i++) {
                long start = Math.max(0, at + random.nextInt(61) - 30);
                does(notes.add(content, start, 1 + random.nextInt(2_500), low + random.nextInt(range), 1 + random.nextInt(127)));
            }
            if (together == 1) {
                does(notes.add(content, at, step, low + random.nextInt(range), 90));
            }
        }
    }
}
