package studio.tutti.core.editing;

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
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.mixer.TrackInstrument;
import studio.tutti.core.music.Ticks;

/** What hands do with loops of the library. */
public final class LoopGestures {

    /** Numbers of a note: its tick, length, key and velocity. */
    public static final int STRIDE = 4;

    /** Notes of a loop. */
    public static final int MOST = 4096;

    private final Arrangement arrangement;
    private final IdSequence ids;

    /**
     * A loop as notes.
     *
     * @param name what people call it
     * @param drums whether drums play it; they are not moved to the song's key
     * @param program General MIDI program, 0 … 127
     * @param length in ticks
     * @param notes {@link #STRIDE} numbers each
     * @param credit whose it is, or ""; it goes into the song's credits
     */
    public record Loop(String name, boolean drums, int program, int length, int[] notes, String credit) {}

    public LoopGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Puts a loop into the song as a clip with notes of its own, in one edit.
     *
     * @param track where it goes if that plays what the loop needs, drums or not; a new track, its instrument the loop's, if it doesn't or is null
     * @param start tick
     * @param semitones by which the loop is moved
     * @return made: the clip
     */
    public Gesture place(Loop loop, @Nullable Element track, long start, int semitones) {
        if (loop.notes().length > MOST * STRIDE || loop.length() < 1) {
            throw new EditRefused("This loop has too many notes.");
        }
        Draft draft = new Draft(ids);
        Draft.New content = draft.add(Kind.CONTENT, Arrangement.ROOT).with(Property.NAME, (Object) loop.name());
        for (int at = 0; at < loop.notes().length; at += STRIDE) {
            int key = loop.notes()[at + 2] + (loop.drums() ? 0 : semitones);
            draft.add(Kind.NOTE, content.id())
                    .with(Property.START, Leeway.within(loop.notes()[at], 0, loop.length()))
                    .with(Property.LENGTH, Math.max(1, loop.notes()[at + 1]))
                    .with(Property.PITCH, Leeway.within(key, 0, 127))
                    .with(Property.VELOCITY, Leeway.within(loop.notes()[at + 3], 1, 127));
        }
        long begin = Leeway.within(start, 0, Ticks.LAST - loop.length());
        draft.make(Kind.CLIP, fits(loop, track) ? track.id() : track(draft, loop).id())
                .with(Property.CONTENT, content.id())
                .with(Property.NAME, (Object) loop.name())
                .with(Property.START, begin)
                .with(Property.LENGTH, loop.length());
        credit(draft, loop.credit());
        return draft.as(Labels.LOOP_PLACE);
    }

    /**
     * Puts a sound into the song, in one edit: on the next free pad of a track's drum kit, or on an instrument of its own on a new track.
     *
     * @param media the SHA-256 of its file
     * @param pitch the key that it sounds at; below 0 it is a drum
     * @param pad the key of the pad that it goes to, in place of what is there; below 0 the next free one
     * @return made: the pad, if it is a new one
     */
    public Gesture sound(String name, String media, int pitch, String credit, @Nullable Element track, int pad) {
        if (TrackInstrument.mediaKey(media) == 0) {
            throw new EditRefused("There is no such file.");
        }
        Draft draft = new Draft(ids);
        Element device = track == null || track.kind() != Kind.TRACK ? null : TrackInstrument.of(track);
        Id place;
        int key = pitch;
        if (device != null && TrackInstrument.type(device) == InstrumentType.DRUM_KIT) {
            place = device.id();
            Element there = pad < 0 ? null : TrackInstrument.pad(device, pad);
            if (there != null) {
                draft.set(there, Property.MEDIA, (Object) media);
                draft.set(there, Property.NAME, (Object) name);
                credit(draft, credit);
                return draft.as(Labels.SOUND_PLACE);
            }
            key = pad < 0 ? InstrumentGestures.FIRST_KEY : Math.min(pad, 127);
            while (pad < 0 && key < 127 && TrackInstrument.pad(device, key) != null) {
                key++;
            }
        } else {
            Draft.New row = track(draft, new Loop(name, pitch < 0, 0, 1, new int[0], ""));
            place = draft.add(Kind.DEVICE, row.id())
                    .with(Property.DEVICE, (Object) (pitch < 0 ? InstrumentType.DRUM_KIT : InstrumentType.SAMPLER).id())
                    .with(Property.ORDER, (Object) Ordering.before(List.of(), null))
                    .id();
            key = pitch < 0 ? InstrumentGestures.FIRST_KEY : pitch;
        }
        draft.make(Kind.PAD, place)
                .with(Property.PITCH, key)
                .with(Property.NAME, (Object) name)
                .with(Property.MEDIA, (Object) media)
                .with(Property.ORDER, (Object) Ordering.before(List.of(), null));
        credit(draft, credit);
        return draft.as(Labels.SOUND_PLACE);
    }

    /**
     * Lays a sound into the arrangement as a clip that plays all of it, in one edit.
     *
     * @param recording its file
     * @param track where it goes if that is an audio track; a new one below it, or at the end if it is null, otherwise
     * @param start tick
     * @return made: the clip
     */
    public Gesture clip(AudioGestures.Recording recording, String credit, @Nullable Element track, long start) {
        if (TrackInstrument.mediaKey(recording.hash()) == 0) {
            throw new EditRefused("There is no such file.");
        }
        Draft draft = new Draft(ids);
        Element row = track != null && track.kind() == Kind.TRACK ? track : null;
        Element onto = row != null && Rows.holdsAudio(row) ? row : null;
        draft.make(draft.take(new AudioGestures(arrangement, ids).lay(onto, row, start, recording)));
        credit(draft, credit);
        return draft.as(Labels.SOUND_PLACE);
    }

    private static boolean fits(Loop loop, @Nullable Element track) {
        return track != null && Rows.holdsNotes(track)
                && (TrackType.of(track.number(Property.TYPE)) == TrackType.DRUMS) == loop.drums();
    }

    private Draft.New track(Draft draft, Loop loop) {
        return draft.add(Kind.TRACK, Arrangement.ROOT)
                .with(Property.NAME, (Object) loop.name())
                .with(Property.COLOUR, Palette.colour(arrangement.root().children(Kind.TRACK).size()))
                .with(Property.TYPE, (loop.drums() ? TrackType.DRUMS : TrackType.INSTRUMENT).code())
                .with(Property.PROGRAM, Leeway.within(loop.program(), 0, 127))
                .with(Property.ORDER, (Object) Ordering.before(Elements.within(arrangement, null), null));
    }

    /** Adds a line to the song's credits, once, while there is room. */
    static void credit(Draft draft, Element song, String line) {
        String credits = song.text(Property.CREDITS);
        String more = credits.isEmpty() ? line : credits + "\n" + line;
        if (!line.isEmpty() && !("\n" + credits + "\n").contains("\n" + line + "\n") && more.length() <= 4000) {
            draft.set(song, Property.CREDITS, (Object) more);
        }
    }

    private void credit(Draft draft, String line) {
        credit(draft, arrangement.root(), line);
    }
}
