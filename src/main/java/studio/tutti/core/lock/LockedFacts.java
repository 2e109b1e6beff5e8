package studio.tutti.core.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.lyrics.Places;

/** All that is heard or written in locked places of a song, each fact with how often it is there. */
final class LockedFacts {

    private static final Property[] STRIP = {
        Property.TYPE, Property.PROGRAM, Property.BANK, Property.VOLUME, Property.PAN, Property.MUTED
    };
    private static final Kind[] CHAIN = {Kind.DEVICE, Kind.SETTING, Kind.PAD, Kind.SEND};
    private static final Kind[] LANE_HOLDERS = {Kind.DEVICE, Kind.SEND};

    /** More than people write: loops of single ticks make as many as one likes, and everybody waits for them. */
    private static final int MOST_FACTS = 1_000_000;
    private static final int MOST_LOOKS = 4_000_000;

    private final Arrangement arrangement;
    private final List<Hold> holds;
    private final Map<Fact, Integer> facts = new HashMap<>();
    private int told;
    private int looks;

    private LockedFacts(Arrangement arrangement, List<Hold> holds) {
        this.arrangement = arrangement;
        this.holds = holds;
    }

    /**
     * The facts of a song as it is now.
     *
     * @param holds what is locked; may be from before an edit, so that nothing escapes by moving its lock
     * @throws EditRefused if they are too many to be compared
     */
    static Map<Fact, Integer> of(Arrangement arrangement, List<Hold> holds) {
        LockedFacts locked = new LockedFacts(arrangement, holds);
        locked.collect();
        return locked.facts;
    }

    private void tell(Fact fact) {
        refuseMoreThan(MOST_FACTS, ++told);
        facts.merge(fact, 1, Integer::sum);
    }

    private void look() {
        refuseMoreThan(MOST_LOOKS, ++looks);
    }

    private static void refuseMoreThan(int most, int count) {
        if (count > most) {
            throw new EditRefused("Too many notes sound in what is locked to see that this leaves them alone: lock fewer bars, or lengthen very short loops.");
        }
    }

    private void collect() {
        Element song = arrangement.root();
        locks();
        for (Element track : Elements.tracks(arrangement)) {
            List<Numbered> reaching = reaching(track);
            if (!reaching.isEmpty()) {
                new TrackFacts(arrangement, track, reaching, this::tell, this::look).tell();
                lanes(track, track.id(), reaching);
                strip(track, track.id(), reaching);
            }
        }
        List<Numbered> ofSong = numbered(Hold::isOfSong);
        if (!ofSong.isEmpty()) {
            steps(ofSong);
            chords(ofSong);
            words(ofSong);
            lanes(song, Id.NONE, ofSong);
            strip(song, Id.NONE, ofSong);
        }
        notes();
    }

    private List<Numbered> numbered(java.util.function.Predicate<Hold> wanted) {
        List<Numbered> some = new ArrayList<>();
        for (int i = 0; i < holds.size(); i++) {
            if (wanted.test(holds.get(i))) {
                some.add(new Numbered(i, holds.get(i)));
            }
        }
        return some;
    }

    private List<Numbered> reaching(Element track) {
        return numbered(hold -> hold.reaches(arrangement, track));
    }

    /** The locks themselves: where they lie, how far they reach, whose they are. */
    private void locks() {
        for (int i = 0; i < holds.size(); i++) {
            Element lock = arrangement.find(holds.get(i).lock());
            if (lock != null && lock.exists()) {
                tell(new Fact(i, Thing.LOCK, Id.NONE, holds.get(i).from(), lock.length(), lock.start(),
                        List.of(lock.reference(Property.PARENT), lock.reference(Property.HOLDER))));
            }
        }
    }

    /** Of a track that is locked as a whole, or of the whole song: its strip, its instrument, its effects and sends. */
    private void strip(Element strip, Id track, List<Numbered> reaching) {
        for (Numbered each : reaching) {
            if (each.hold().isWhole()) {
                for (Property property : STRIP) {
                    if (strip.kind().slot(property) >= 0) {
                        sound(each, track, property.code(), strip.get(property));
                    }
                }
                chain(each, track, strip);
            }
        }
    }

    private void chain(Numbered each, Id track, Element parent) {
        for (Kind kind : CHAIN) {
            for (Element child : parent.children(kind)) {
                for (int slot = 1; slot < kind.size(); slot++) {
                    if (kind.property(slot) != Property.NAME) {
                        sound(each, track, kind.property(slot).code(), List.of(child.id(), child.get(kind.property(slot))));
                    }
                }
                chain(each, track, child);
            }
        }
    }

    private void sound(Numbered each, Id track, int property, Object value) {
        tell(new Fact(each.number(), Thing.SOUND, track, 0, -1, property, value));
    }

    private void lanes(Element strip, Id track, List<Numbered> reaching) {
        lanesOf(strip, track, reaching);
        for (Kind kind : LANE_HOLDERS) {
            strip.children(kind).forEach(holder -> lanesOf(holder, track, reaching));
        }
    }

    private void lanesOf(Element holder, Id track, List<Numbered> reaching) {
        for (Element lane : holder.children(Kind.LANE)) {
            if (!lane.flag(Property.MUTED)) {
                List<Element> points = Elements.sorted(lane.children(Kind.POINT));
                reaching.forEach(each -> points(each, track, holder, lane, points));
            }
        }
    }

    /** The points in locked bars, and those on both sides that lines come from and go to. */
    private void points(Numbered each, Id track, Element holder, Element lane, List<Element> points) {
        Hold hold = each.hold();
        for (int i = 0; i < points.size(); i++) {
            Element point = points.get(i);
            boolean within = point.start() >= hold.from() && point.start() < hold.to();
            boolean before = point.start() < hold.from() && (i + 1 == points.size() || points.get(i + 1).start() >= hold.from());
            boolean after = point.start() >= hold.to() && i > 0 && points.get(i - 1).start() < hold.to();
            if (within || before || after || i == 0 && point.start() >= hold.to()) {
                tell(new Fact(each.number(), Thing.AUTOMATION, track, Math.max(hold.from(), Math.min(point.start(), hold.to() - 1)), point.start(),
                        point.number(Property.CURVE), List.of(holder.id(), lane.text(Property.TARGET), point.get(Property.LEVEL))));
            }
        }
    }

    private void steps(List<Numbered> ofSong) {
        steps(ofSong, Kind.TEMPO, Thing.TEMPO, Property.TEMPO, null);
        steps(ofSong, Kind.METRE, Thing.METRE, Property.NUMERATOR, Property.DENOMINATOR);
        steps(ofSong, Kind.KEY, Thing.KEY, Property.FIFTHS, Property.MODE);
    }

    private void steps(List<Numbered> ofSong, Kind kind, Thing thing, Property one, @Nullable Property other) {
        List<Element> steps = TimeMaps.steps(arrangement, kind);
        for (Numbered each : ofSong) {
            for (int i = 0; i < steps.size(); i++) {
                long begin = steps.get(i).kind() == Kind.SONG ? 0 : steps.get(i).start();
                long end = i + 1 < steps.size() ? steps.get(i + 1).start() : Long.MAX_VALUE;
                if (begin < each.hold().to() && end > each.hold().from()) {
                    tell(new Fact(each.number(), thing, Id.NONE, Math.max(begin, each.hold().from()), Math.min(end, each.hold().to()),
                            steps.get(i).number(one), other == null ? Fact.NOTHING : steps.get(i).get(other)));
                }
            }
        }
    }

    private void chords(List<Numbered> ofSong) {
        for (Element chord : arrangement.root().children(Kind.CHORD)) {
            for (Numbered each : ofSong) {
                if (each.hold().meets(chord.start(), chord.end())) {
                    tell(new Fact(each.number(), Thing.CHORDS, Id.NONE, Math.max(chord.start(), each.hold().from()),
                            Math.min(chord.end(), each.hold().to()), 0, chord.text(Property.SYMBOL)));
                }
            }
        }
    }

    private void words(List<Numbered> ofSong) {
        List<Element> lyrics = arrangement.root().children(Kind.LYRIC);
        Places places = lyrics.isEmpty() ? null : new Places(arrangement);
        for (Element lyric : lyrics) {
            long start = places == null ? 0 : places.start(lyric);
            for (Numbered each : ofSong) {
                if (each.hold().meets(start, start)) {
                    tell(new Fact(each.number(), Thing.WORDS, Id.NONE, start, -1, 0, lyric.text(Property.TEXT)));
                }
            }
        }
    }

    /** Locked notes: themselves, and everywhere that they sound. */
    private void notes() {
        Map<Element, List<Numbered>> contents = new HashMap<>();
        for (Numbered each : numbered(Hold::note)) {
            Element note = arrangement.alive(each.hold().place());
            if (note != null) {
                tell(new Fact(each.number(), Thing.NOTES, Id.NONE, note.start(), note.length(), how(note), note.reference(Property.PARENT)));
                contents.computeIfAbsent(note.parent(), none -> new ArrayList<>()).add(each);
            }
        }
        if (contents.isEmpty()) {
            return;
        }
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            for (Element clip : track.children(Kind.CLIP)) {
                Element content = arrangement.alive(clip.reference(Property.CONTENT));
                if (content != null && !clip.flag(Property.MUTED) && contents.get(content) instanceof List<Numbered> locked) {
                    heard(track, clip, content, locked);
                }
            }
        }
    }

    private void heard(Element track, Element clip, Element content, List<Numbered> locked) {
        SoundingNotes sounding = new SoundingNotes(clip, content);
        for (Numbered each : locked) {
            Element note = arrangement.find(each.hold().place());
            if (note != null && !note.flag(Property.MUTED)) {
                sounding.each(note, (start, end, repetition) -> {
                    look();
                    tell(new Fact(each.number(), Thing.NOTES, track.id(), start, end, how(note), clip.get(Property.GAIN)));
                    return true;
                });
            }
        }
    }

    private static long how(Element note) {
        return note.number(Property.PITCH) << 24 | note.number(Property.VELOCITY) << 16 | note.number(Property.RELEASE) << 8
                | note.number(Property.MUTED);
    }
}
