package studio.tutti.core.editing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.Ticks;

/**
 * What hands do with clips of recorded sound, beyond what they do with all clips: laying files on tracks, fades, following the
 * tempo, choosing among takes.
 */
public final class AudioGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;
    private final Recorded recorded;

    public AudioGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
        recorded = new Recorded(arrangement);
    }

    /**
     * A recording to be laid down.
     *
     * @param hash SHA-256 of its file
     * @param name what it is called
     * @param lasts nanoseconds
     */
    public record Recording(String hash, String name, long lasts) {}

    /**
     * Lays a recording on a track as a clip that plays all of it.
     *
     * @param track an audio track, or null for a new one, named after the recording
     * @param after the track above a new one, or null for the end
     * @return made: the clip, and a new track after it
     */
    public Gesture lay(@Nullable Element track, @Nullable Element after, long start, Recording recording) {
        return takes(track, after, start, start, List.of(recording), Labels.AUDIO_ADD);
    }

    /**
     * Lays takes of one passage on a track: a clip that plays the last of them, the others to be chosen.
     *
     * @param start where they begin
     * @param end where the clip ends, or {@code start} for where the longest of them does
     */
    public Gesture takes(@Nullable Element track, @Nullable Element after, long start, long end, List<Recording> takes, String label) {
        if (track != null && !Rows.holdsAudio(track)) {
            throw new EditRefused("Recorded sound lies on audio tracks only.");
        }
        Draft draft = new Draft(ids);
        Id lies = track != null ? track.id() : track(draft, takes.getFirst().name(), after);
        long begin = Leeway.within(start, 0, Ticks.LAST - ClipGestures.SHORTEST);
        Id family = Id.NONE;
        Id last = Id.NONE;
        long longest = 0;
        int number = 0;
        for (Recording take : takes) {
            number++;
            Draft.New content = draft.add(Kind.CONTENT, Arrangement.ROOT)
                    .with(Property.FORM, 1)
                    .with(Property.MEDIA, (Object) take.hash())
                    .with(Property.LASTS, Leeway.within(take.lasts(), 0, 21_600_000_000_000L));
            if (takes.size() > 1) {
                content.with(Property.NAME, (Object) ("Take " + number));
            }
            if (!family.isNone()) {
                content.with(Property.FAMILY, family);
            } else {
                family = content.id();
            }
            last = content.id();
            longest = Math.max(longest, take.lasts());
        }
        long length = end > begin ? end - begin : recorded.ticks(begin, longest);
        draft.make(Kind.CLIP, lies)
                .with(Property.CONTENT, last)
                .with(Property.NAME, (Object) takes.getFirst().name())
                .with(Property.START, begin)
                .with(Property.LENGTH, Leeway.within(length, ClipGestures.SHORTEST, Ticks.LAST - begin));
        return draft.as(label);
    }

    private Id track(Draft draft, String name, @Nullable Element after) {
        Gesture track = new TrackGestures(arrangement, ids).add(TrackType.AUDIO, name, 0, after);
        return draft.take(track);
    }

    /**
     * Gives clips fades. They are held within the clip: where both don't fit, the one that is not written gives way.
     *
     * @param in microseconds, or −1 to leave it
     * @param out microseconds, or −1 to leave it
     */
    public Gesture fade(List<Element> clips, long in, long out) {
        Draft draft = new Draft(ids);
        for (Element clip : audio(clips)) {
            long whole = recorded.microseconds(clip.start(), clip.end());
            long first = in >= 0 ? Math.min(in, whole) : clip.number(Property.FADE_IN);
            long second = out >= 0 ? Math.min(out, whole) : clip.number(Property.FADE_OUT);
            if (first + second > whole) {
                if (out >= 0) {
                    first = whole - second;
                } else {
                    second = whole - first;
                }
            }
            draft.set(clip, Property.FADE_IN, Math.min(60_000_000, first));
            draft.set(clip, Property.FADE_OUT, Math.min(60_000_000, second));
        }
        return draft.as(Labels.AUDIO_FADE);
    }

    /**
     * Lets clips follow the song's tempo, or play as recorded again. A clip that begins to follow was recorded at the tempo that
     * the song has where it begins, unless it is said; it keeps its place and its length.
     *
     * @param microseconds a quarter note of the recordings, 0 for the song's tempo at each clip, −1 for not following
     */
    public Gesture follow(List<Element> clips, long microseconds) {
        Draft draft = new Draft(ids);
        for (Element clip : audio(clips)) {
            long tempo = microseconds < 0 ? 0 : microseconds > 0 ? microseconds
                    : Math.round(TimeMaps.tempo(arrangement).tempo(clip.start()));
            draft.set(clip, Property.RECORDED, Leeway.within(tempo, 0, 16_777_215));
        }
        return draft.as(Labels.AUDIO_FOLLOW);
    }

    /**
     * Lets a stretch of a clip play another take: the clip is cut around it, and pieces that play the same take without a gap
     * become one again.
     *
     * @param from tick of the song
     * @param to tick of the song
     */
    public Gesture comp(Element clip, long from, long to, Element take) {
        Element content = recorded.content(clip);
        if (content == null || !clip.isAlive() || !take.isAlive() || !Families.of(take).equals(Families.of(content))) {
            throw new EditRefused("This is no take of what the clip plays.");
        }
        Draft draft = new Draft(ids);
        long begin = Math.max(clip.start(), from);
        long end = Math.min(clip.end(), to);
        if (end <= begin || take == content || clip.number(Property.LOOP) > 0) {
            return draft.as(Labels.AUDIO_COMP);
        }
        Element before = neighbour(clip, begin, clip.start(), take, false);
        Element after = neighbour(clip, end, clip.end(), take, true);
        if (before != null) {
            draft.set(before, Property.LENGTH, end - before.start());
            draft.change(before);
        }
        if (begin == clip.start() && end == clip.end()) {
            whole(draft, clip, take, before, after);
        } else if (begin == clip.start()) {
            if (before == null) {
                piece(draft, clip, begin, end, take);
            }
            cutBeginning(draft, clip, end);
        } else {
            draft.set(clip, Property.LENGTH, begin - clip.start());
            draft.set(clip, Property.FADE_OUT, 0);
            if (end < clip.end()) {
                piece(draft, clip, end, clip.end(), content);
            }
            if (after != null) {
                cutBeginning(draft, after, begin);
                draft.change(after);
            } else {
                piece(draft, clip, begin, end, take);
            }
        }
        return draft.as(Labels.AUDIO_COMP);
    }

    private void whole(Draft draft, Element clip, Element take, @Nullable Element before, @Nullable Element after) {
        if (before != null && after != null) {
            draft.set(before, Property.LENGTH, after.end() - before.start());
            draft.remove(after);
            draft.remove(clip);
        } else if (before != null) {
            draft.remove(clip);
        } else if (after != null) {
            cutBeginning(draft, after, clip.start());
            draft.remove(clip);
        } else {
            draft.set(clip, Property.CONTENT, (Object) take.id());
            draft.change(clip);
        }
    }

    /** The clip that plays a take right before or after a place at the edge of another, as if it were one with it. */
    private @Nullable Element neighbour(Element clip, long at, long edge, Element take, boolean after) {
        if (at != edge || clip.parent() == null) {
            return null;
        }
        for (Element other : clip.parent().children(Kind.CLIP)) {
            boolean adjoins = after ? other.start() == at : other.end() == at;
            if (other != clip && adjoins && other.reference(Property.CONTENT).equals(take.id()) && isOneWith(clip, other)) {
                return other;
            }
        }
        return null;
    }

    private boolean isOneWith(Element clip, Element other) {
        long apart = recorded.position(other, clip.start()) - clip.number(Property.POSITION);
        boolean before = other.start() < clip.start();
        long gap = before ? apart : recorded.position(clip, other.start()) - other.number(Property.POSITION);
        return Math.abs(gap) < 1_000_000 && other.get(Property.GAIN).equals(clip.get(Property.GAIN))
                && other.get(Property.RECORDED).equals(clip.get(Property.RECORDED)) && other.number(Property.LOOP) == 0
                && other.flag(Property.MUTED) == clip.flag(Property.MUTED);
    }

    private void piece(Draft draft, Element clip, long from, long to, Element take) {
        Draft.New piece = draft.copy(clip, clip.reference(Property.PARENT))
                .with(Property.START, from)
                .with(Property.LENGTH, to - from)
                .with(Property.POSITION, recorded.position(clip, from))
                .with(Property.CONTENT, take.id())
                .with(Property.FADE_IN, from == clip.start() ? clip.number(Property.FADE_IN) : 0)
                .with(Property.FADE_OUT, to == clip.end() ? clip.number(Property.FADE_OUT) : 0);
        draft.make(piece);
    }

    private void cutBeginning(Draft draft, Element clip, long at) {
        draft.set(clip, Property.POSITION, recorded.position(clip, at));
        draft.set(clip, Property.LENGTH, clip.end() - at);
        draft.set(clip, Property.START, at);
        draft.set(clip, Property.FADE_IN, 0);
    }

    /**
     * Makes clips of one track one again that follow each other in their recording.
     *
     * @param clips by start, at least one
     */
    static void join(Arrangement arrangement, Draft draft, List<Element> clips) {
        AudioGestures gestures = new AudioGestures(arrangement, draft.ids());
        Element first = clips.getFirst();
        for (int i = 1; i < clips.size(); i++) {
            Element before = clips.get(i - 1);
            Element next = clips.get(i);
            if (before.end() != next.start() || !next.reference(Property.CONTENT).equals(first.reference(Property.CONTENT))
                    || !gestures.isOneWith(next, before)) {
                throw new EditRefused("Recordings become one only where they follow each other as they were recorded.");
            }
            draft.remove(next);
        }
        Element last = clips.getLast();
        draft.change(first);
        draft.set(first, Property.LENGTH, last.end() - first.start());
        draft.set(first, Property.FADE_OUT, last.number(Property.FADE_OUT));
    }

    private List<Element> audio(List<Element> clips) {
        List<Element> audio = new ArrayList<>();
        for (Element clip : Elements.sorted(Chosen.of(Kind.CLIP, clips))) {
            if (recorded.is(clip)) {
                audio.add(clip);
            }
        }
        return audio;
    }
}
