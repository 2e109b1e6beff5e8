package studio.tutti.core.proposal;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.SoundingNotes;

/**
 * A number over all that a card listens to: what sounds on its context tracks in its bars, and the chords, keys, metres and tempos there.
 * It says nothing about how the notes are kept: clips that are split or made independent leave it as it is.
 */
public final class ContextDigest {

    private static final Kind[] CHAIN = {Kind.DEVICE, Kind.PAD, Kind.SETTING, Kind.SEND, Kind.LANE, Kind.POINT};
    private static final Property[] STRIP = {Property.TYPE, Property.PROGRAM, Property.BANK, Property.VOLUME, Property.PAN, Property.MUTED, Property.SOLO,
        Property.FOLDER};

    private final Arrangement arrangement;
    private final long from;
    private final long to;

    private ContextDigest(Arrangement arrangement, long from, long to) {
        this.arrangement = arrangement;
        this.from = from;
        this.to = to;
    }

    /**
     * @param tracks that are listened to; one that was removed counts as silent
     * @param from the first tick
     * @param to the tick where it ends
     */
    public static long of(Arrangement arrangement, List<Id> tracks, long from, long to) {
        ContextDigest digest = new ContextDigest(arrangement, from, to);
        long sum = digest.lanes();
        for (Id id : tracks) {
            Element track = arrangement.alive(id);
            sum += mix(id.high() * 31 + id.low(), track == null ? 0 : digest.track(track), 0, 0);
        }
        return sum;
    }

    /** Whether what a card listens to is not what it was when it was asked for. */
    public static boolean isStale(Card card, Arrangement today) {
        return !card.isOwn() && of(card, today) != card.digest();
    }

    private static long of(Card card, Arrangement today) {
        long heard = of(today, card.context(), card.from(), card.to());
        return card.isMaster() ? heard + mixer(today) : heard;
    }

    /** A number over all that the mixer does, automation included: what a master listens to beside the notes. */
    public static long mixer(Arrangement arrangement) {
        long sum = chain(arrangement.root());
        for (Element track : arrangement.root().children(Kind.TRACK)) {
            long strip = chain(track);
            for (Property property : STRIP) {
                strip = mix(strip, track.get(property).hashCode(), property.code(), 6);
            }
            sum += mix(strip, track.id().high(), track.id().low(), 7);
        }
        return sum + mix(arrangement.root().number(Property.VOLUME), 0, 0, 8);
    }

    /** A sum: the order of elements of a kind is one of their properties. */
    private static long chain(Element owner) {
        long sum = 0;
        for (Kind kind : CHAIN) {
            for (Element element : owner.children(kind)) {
                long values = chain(element);
                for (int slot = 0; slot < kind.size(); slot++) {
                    Property property = kind.property(slot);
                    if (property != Property.PARENT && property != Property.NAME) {
                        values = mix(values, element.get(property).hashCode(), slot, kind.code());
                    }
                }
                sum += values;
            }
        }
        return sum;
    }

    private long track(Element track) {
        // a sum: the order of notes doesn't matter
        long[] sum = new long[1];
        for (Element clip : track.children(Kind.CLIP)) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content == null || clip.flag(Property.MUTED) || clip.start() >= to || clip.end() <= from) {
                continue;
            }
            if (content.flag(Property.FORM)) {
                sum[0] += mix(content.text(Property.MEDIA).hashCode(), clip.start(), clip.length(), clip.number(Property.POSITION));
                continue;
            }
            SoundingNotes notes = new SoundingNotes(clip, content);
            for (Element note : content.children(Kind.NOTE)) {
                if (!note.flag(Property.MUTED)) {
                    long pitch = note.number(Property.PITCH) << 8 | note.number(Property.VELOCITY);
                    notes.each(note, (start, end, repetition) -> {
                        if (start < to && end > from) {
                            sum[0] += mix(pitch, start, end, 1);
                        }
                        return start < to;
                    });
                }
            }
        }
        return sum[0];
    }

    private long lanes() {
        Element song = arrangement.root();
        long sum = 0;
        for (Element chord : song.children(Kind.CHORD)) {
            if (chord.start() < to && chord.end() > from) {
                sum += mix(chord.text(Property.SYMBOL).hashCode(), chord.start(), chord.end(), 2);
            }
        }
        sum += step(Kind.KEY, 3, Property.FIFTHS, Property.MODE);
        sum += step(Kind.METRE, 4, Property.NUMERATOR, Property.DENOMINATOR);
        return sum + step(Kind.TEMPO, 5, Property.TEMPO, Property.TEMPO);
    }

    /** What holds at the beginning, and every change after it. */
    private long step(Kind kind, int salt, Property one, Property other) {
        Element song = arrangement.root();
        List<Element> steps = new ArrayList<>(Elements.sorted(song.children(kind)));
        Element before = song;
        long sum = 0;
        for (Element step : steps) {
            if (step.start() <= from) {
                before = step;
            } else if (step.start() < to) {
                sum += mix(step.number(one), step.number(other), step.start(), salt);
            }
        }
        return sum + mix(before.number(one), before.number(other), 0, salt);
    }

    private static long mix(long a, long b, long c, long d) {
        long mixed = stir(a + 0x9E3779B97F4A7C15L);
        mixed = stir(mixed ^ b + 0xBF58476D1CE4E5B9L);
        mixed = stir(mixed ^ c + 0x94D049BB133111EBL);
        return stir(mixed ^ d);
    }

    private static long stir(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
