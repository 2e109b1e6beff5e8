package studio.tutti.core.editing;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.music.Ticks;

/** Where clips of recorded sound read their recordings. */
final class Recorded {

    private static final double NANOSECONDS = 1e9;

    private static final long LAST = 21_600_000_000_000L;

    private final Arrangement arrangement;

    Recorded(Arrangement arrangement) {
        this.arrangement = arrangement;
    }

    /** Whether a clip plays a recording, on a track that can. */
    boolean is(Element clip) {
        return track(clip) instanceof Element track && Rows.holdsAudio(track) && content(clip) instanceof Element content && content.flag(Property.FORM)
                && MediaKey.of(content.text(Property.MEDIA)) != null;
    }

    /** The track that a clip lies on, or would if its alternative were heard. */
    private @Nullable Element track(Element clip) {
        Element parent = clip.parent();
        return parent != null && parent.kind() == Kind.PART ? arrangement.find(parent.reference(Property.TRACK)) : parent;
    }

    @Nullable Element content(Element clip) {
        return arrangement.find(clip.reference(Property.CONTENT));
    }

    private TempoMap tempo() {
        return TimeMaps.tempo(arrangement);
    }

    /** Nanoseconds of its recording that a clip plays from one tick of the song to another. */
    long passes(Element clip, long from, long to) {
        long recorded = clip.number(Property.RECORDED);
        return recorded > 0
                ? Math.round((to - from) * (recorded * 1000.0 / Ticks.PER_QUARTER))
                : Math.round((tempo().seconds(to) - tempo().seconds(from)) * NANOSECONDS);
    }

    /** Where in its recording a clip would read at a tick of the song, 0 if that lies before its beginning. */
    long position(Element clip, long tick) {
        return Math.max(0, Math.min(LAST, clip.number(Property.POSITION) + passes(clip, clip.start(), tick)));
    }

    /** Where in its recording a part of a clip begins to read; what it reads anyway, if it plays none. */
    long position(Element clip, ClipPart part) {
        if (!is(clip) || part.loop() > 0) {
            return clip.number(Property.POSITION);
        }
        long loop = clip.number(Property.LOOP);
        return position(clip, clip.start() + (loop > 0 ? part.from() % loop : part.from()));
    }

    /** The earliest tick at which a clip could begin without moving its recording. */
    long earliest(Element clip) {
        return Math.max(0, at(clip, -clip.number(Property.POSITION)));
    }

    /** The tick at which the recording of a clip ends. */
    long latest(Element clip) {
        Element content = content(clip);
        long lasts = content == null ? 0 : content.number(Property.LASTS);
        return lasts == 0 ? Ticks.LAST : Math.min(Ticks.LAST, Math.max(clip.end(), at(clip, lasts - clip.number(Property.POSITION))));
    }

    /** The tick that lies so many nanoseconds of the recording after a clip's beginning. */
    private long at(Element clip, long nanoseconds) {
        long recorded = clip.number(Property.RECORDED);
        double tick = recorded > 0
                ? clip.start() + nanoseconds * (Ticks.PER_QUARTER / (recorded * 1000.0))
                : tempo().tick(Math.max(0, tempo().seconds(clip.start()) + nanoseconds / NANOSECONDS));
        return (long) Math.ceil(tick - 1e-6);
    }

    /** How many ticks so many nanoseconds last at the song's tempo from a tick on, rounded up. */
    long ticks(long start, long nanoseconds) {
        return (long) Math.ceil(tempo().tick(tempo().seconds(start) + nanoseconds / NANOSECONDS) - 1e-6) - start;
    }

    /** Microseconds from one tick of the song to another. */
    long microseconds(long from, long to) {
        return Math.round((tempo().seconds(to) - tempo().seconds(from)) * 1e6);
    }
}
