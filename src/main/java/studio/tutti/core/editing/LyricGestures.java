package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.lyrics.Melody;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.lyrics.Syllable;
import studio.tutti.core.lyrics.SyllableText;
import studio.tutti.core.lyrics.SyllableText.Break;
import studio.tutti.core.lyrics.TypedWords;
import studio.tutti.core.music.Ticks;

/**
 * What hands do with syllables. They are put on the notes of a melody, one a note; where notes run out they follow at
 * steps of a quarter note and are tied to nothing. {@link LineGestures} writes whole lines.
 */
public final class LyricGestures {

    /** A syllable that is dropped as near as this to a note is tied to it, in ticks. */
    private static final long NEAR = Ticks.PER_QUARTER / 2;

    private final Arrangement arrangement;
    private final IdSequence ids;
    private final Places places;

    public LyricGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
        places = new Places(arrangement);
    }

    /**
     * Types a text under the melody of a track from a place on. Syllables that are there make room: they are replaced.
     *
     * @param track that sings
     * @param from in ticks of the song
     */
    public Gesture type(String text, Element track, long from) {
        List<SyllableText> syllables = TypedWords.syllables(text);
        if (syllables.isEmpty()) {
            throw new EditRefused("There are no words to be put under the notes.");
        }
        Draft draft = new Draft(ids);
        Melody melody = Melody.of(arrangement, track, places);
        List<Seat> seats = seats(melody, from, syllables.size(), Ticks.LAST);
        long last = seats.getLast().tick();
        for (Syllable there : Syllable.all(arrangement, places)) {
            if (there.start() >= from && there.start() <= last && (there.track() == null || there.track() == track)) {
                draft.remove(there.lyric());
            }
        }
        for (int i = 0; i < syllables.size(); i++) {
            put(draft, syllables.get(i), seats.get(i));
        }
        return draft.as(Labels.LYRICS_TYPE);
    }

    /** Rewrites one syllable; words of several push those after it on, as {@link #insert} does. */
    public Gesture write(Element lyric, String text) {
        List<SyllableText> syllables = TypedWords.syllables(text);
        if (syllables.isEmpty()) {
            return remove(List.of(lyric));
        }
        Draft draft = new Draft(ids);
        SyllableText before = SyllableText.of(lyric.text(Property.TEXT));
        SyllableText first = syllables.getFirst();
        boolean goesOn = syllables.size() > 1 || text.strip().endsWith("-") ? first.goesOn() : before.goesOn() && !text.endsWith(" ");
        SyllableText written = first.before() == Break.NONE ? first.with(before.before()) : first;
        draft.set(lyric, Property.TEXT, (Object) written.goingOn(goesOn).text());
        if (syllables.size() > 1) {
            push(draft, lyric, syllables.subList(1, syllables.size()), 1);
        }
        return draft.as(Labels.LYRICS_CHANGE);
    }

    /** Puts words before a syllable, which moves on by as many notes, with those after it up to the first free ones. */
    public Gesture insert(Element lyric, String text) {
        List<SyllableText> syllables = TypedWords.syllables(text);
        Draft draft = new Draft(ids);
        if (!syllables.isEmpty()) {
            SyllableText there = SyllableText.of(lyric.text(Property.TEXT));
            List<SyllableText> led = new ArrayList<>(syllables);
            if (led.getFirst().before() == Break.NONE && there.before() != Break.NONE) {
                led.set(0, led.getFirst().with(there.before()));
                draft.set(lyric, Property.TEXT, (Object) there.with(Break.NONE).text());
            }
            push(draft, lyric, led, 0);
        }
        return draft.as(Labels.LYRICS_INSERT);
    }

    /** Seats new syllables from a syllable's place on, {@code after} notes later, and pushes what sits there on. */
    private void push(Draft draft, Element lyric, List<SyllableText> added, int after) {
        Voice voice = voice(lyric);
        List<Syllable> following = voice.from(lyric);
        List<Syllable> pushed = following.subList(after, following.size());
        List<Seat> seats = seats(voice.melody, places.start(lyric), added.size() + pushed.size() + after, Ticks.LAST);
        for (int i = 0; i < added.size(); i++) {
            put(draft, added.get(i), seats.get(after + i));
        }
        int taken = after + added.size();
        for (Syllable each : pushed) {
            while (taken < seats.size() - 1 && seats.get(taken).tick() < each.start()) {
                taken++;
            }
            if (taken < seats.size() && seats.get(taken).tick() == each.start()) {
                break;
            }
            seat(draft, each.lyric(), seats.get(Math.min(taken, seats.size() - 1)));
            taken++;
        }
    }

    /**
     * Moves a syllable and all that follow it in its track by some notes.
     *
     * @param by notes to the right, or to the left if negative
     * @throws EditRefused if another syllable is in the way, or there is no note so far to the left
     */
    public Gesture shift(Element lyric, int by) {
        Draft draft = new Draft(ids);
        Voice voice = voice(lyric);
        List<Syllable> all = voice.syllables;
        List<Syllable> following = voice.from(lyric);
        Syllable before = all.size() > following.size() ? all.get(all.size() - following.size() - 1) : null;
        for (int i = 0; i < following.size(); i++) {
            Seat seat = neighbour(voice.melody, following.get(i), by);
            if (i == 0 && before != null && seat.tick() <= before.start()) {
                throw new EditRefused("There is no free note before “" + following.getFirst().text().read() + "”.");
            }
            seat(draft, following.get(i).lyric(), seat);
        }
        return draft.as(Labels.LYRICS_SHIFT);
    }

    /** Moves syllables to the notes before or after theirs; with one that sits there they change places. */
    public Gesture nudge(List<Element> lyrics, int by) {
        Draft draft = new Draft(ids);
        List<Element> chosen = Chosen.of(Kind.LYRIC, lyrics);
        for (Element lyric : chosen) {
            Voice voice = voice(lyric);
            Seat seat = neighbour(voice.melody, voice.from(lyric).getFirst(), by);
            settle(draft, lyric, seat, voice, chosen);
        }
        return draft.as(Labels.LYRICS_MOVE);
    }

    /** Drops a syllable at a tick: on the note of its melody that is near, or between notes, tied to none. */
    public Gesture move(Element lyric, long tick) {
        Draft draft = new Draft(ids);
        if (lyric.isAlive()) {
            Voice voice = voice(lyric);
            int near = voice.melody.nearest(tick, NEAR);
            Seat seat = near < 0 ? new Seat(Leeway.within(tick, 0, Ticks.LAST), null) : Seat.of(voice.melody.moments().get(near));
            settle(draft, lyric, seat, voice, List.of(lyric));
        }
        return draft.as(Labels.LYRICS_MOVE);
    }

    private void settle(Draft draft, Element lyric, Seat seat, Voice voice, List<Element> moving) {
        for (Syllable other : voice.syllables) {
            if (seat.note() != null && other.start() == seat.tick() && !moving.contains(other.lyric())) {
                seat(draft, other.lyric(), new Seat(places.start(lyric), places.note(lyric)));
            }
        }
        seat(draft, lyric, seat);
    }

    /** Says what begins with a syllable: a line, a paragraph, or nothing. */
    public Gesture begin(Element lyric, Break before) {
        Draft draft = new Draft(ids);
        if (lyric.kind() == Kind.LYRIC && lyric.isAlive()) {
            draft.set(lyric, Property.TEXT, (Object) SyllableText.of(lyric.text(Property.TEXT)).with(before).text());
        }
        return draft.as(Labels.LYRICS_BREAK);
    }

    /** Removes syllables; a line or paragraph that began with one begins with the next. */
    public Gesture remove(List<Element> lyrics) {
        Draft draft = new Draft(ids);
        List<Element> removed = Chosen.of(Kind.LYRIC, lyrics);
        List<Syllable> all = Syllable.all(arrangement, places);
        for (int i = 0; i < all.size(); i++) {
            if (removed.contains(all.get(i).lyric())) {
                draft.remove(all.get(i).lyric());
                Break lost = all.get(i).text().before();
                Syllable next = i + 1 < all.size() ? all.get(i + 1) : null;
                if (lost != Break.NONE && next != null && next.text().before() == Break.NONE && !removed.contains(next.lyric())) {
                    draft.set(next.lyric(), Property.TEXT, (Object) next.text().with(lost).text());
                }
            }
        }
        return draft.as(Labels.LYRICS_REMOVE);
    }

    /** Where a syllable sits: a tick, and the note it is tied to. */
    record Seat(long tick, @Nullable Element note) {

        static Seat of(Melody.Moment moment) {
            return new Seat(moment.start(), moment.first() ? moment.note() : null);
        }
    }

    /** Seats for some syllables: the notes from a tick on and before another, then steps of a quarter, closer if they must. */
    static List<Seat> seats(Melody melody, long from, int count, long until) {
        return seats(melody, from, count, until, false);
    }

    /** The same behind a syllable, on whose seat nothing else is put. */
    static List<Seat> seatsAfter(Melody melody, long taken, int count, long until) {
        return seats(melody, taken, count, until, true);
    }

    private static List<Seat> seats(Melody melody, long from, int count, long until, boolean taken) {
        List<Seat> seats = new ArrayList<>(count);
        for (int at = melody.from(taken ? from + 1 : from); at < melody.moments().size() && seats.size() < count; at++) {
            if (melody.moments().get(at).start() >= until) {
                break;
            }
            seats.add(Seat.of(melody.moments().get(at)));
        }
        int missing = count - seats.size();
        if (missing > 0) {
            boolean any = taken || !seats.isEmpty();
            long begin = seats.isEmpty() ? from : seats.getLast().tick();
            long step = Math.max(1, Math.min(Ticks.PER_QUARTER, (until - begin) / (missing + 1)));
            for (int i = 0; i < missing; i++) {
                seats.add(new Seat(Math.min(Ticks.LAST, begin + (i + (any ? 1 : 0)) * step), null));
            }
        }
        return seats;
    }

    static void put(Draft draft, SyllableText text, Seat seat) {
        Draft.New lyric = draft.make(Kind.LYRIC, Arrangement.ROOT)
                .with(Property.START, seat.tick())
                .with(Property.TEXT, text.text());
        if (seat.note() != null) {
            lyric.with(Property.NOTE, seat.note().id());
        }
    }

    static void seat(Draft draft, Element lyric, Seat seat) {
        draft.set(lyric, Property.START, seat.tick());
        draft.set(lyric, Property.NOTE, seat.note() == null ? Id.NONE : seat.note().id());
    }

    private Seat neighbour(Melody melody, Syllable syllable, int by) {
        int at = melody.at(syllable.start());
        int place = at >= 0 ? at + by : by > 0 ? melody.from(syllable.start()) + by - 1 : melody.from(syllable.start()) + by;
        if (place < 0) {
            throw new EditRefused("There is no note before “" + syllable.text().read() + "”.");
        }
        if (place < melody.moments().size()) {
            return Seat.of(melody.moments().get(place));
        }
        return new Seat(Leeway.within(syllable.start() + (long) by * Ticks.PER_QUARTER, 0, Ticks.LAST), null);
    }

    /** The syllables of one track, and what they are sung on. */
    private record Voice(Melody melody, List<Syllable> syllables) {

        List<Syllable> from(Element lyric) {
            for (int i = 0; i < syllables.size(); i++) {
                if (syllables.get(i).lyric() == lyric) {
                    return syllables.subList(i, syllables.size());
                }
            }
            throw new EditRefused("This syllable is not part of the song any more.");
        }
    }

    private Voice voice(Element lyric) {
        Element own = places.track(lyric);
        Element singer = Melody.singer(arrangement, places);
        Element track = own == null ? singer : own;
        List<Syllable> syllables = Syllable.all(arrangement, places).stream()
                .filter(each -> (each.track() == null ? singer : each.track()) == track)
                .toList();
        return new Voice(track == null ? new Melody(List.of()) : Melody.of(arrangement, track, places), syllables);
    }
}
