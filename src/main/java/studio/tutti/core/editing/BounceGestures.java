package studio.tutti.core.editing;

import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.mixer.TrackInstrument;

/**
 * Puts what an instrument plays in its place as recorded sound: an audio track below it with the same fader, pan, sends and inserts
 * and their automation, and a clip that plays the sound; the track itself is muted.
 */
public final class BounceGestures {

    private final Arrangement arrangement;
    private final IdSequence ids;

    public BounceGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Puts a sound in a track's place.
     *
     * @param track whose instrument was recorded, before its inserts and fader
     * @param start where the sound begins, in ticks
     * @param gain what the clip is louder by than the recording, in hundredths of a decibel
     * @return made: the clip
     */
    public Gesture inPlace(Element track, AudioGestures.Recording sound, long start, long gain) {
        if (!track.isAlive()) {
            throw new EditRefused("The track is not there any more.");
        }
        Draft draft = new Draft(ids);
        Gesture laid = new AudioGestures(arrangement, ids).lay(null, track, start, sound);
        Id clip = draft.take(laid);
        Id made = newTrack(laid);
        for (Property property : new Property[] {Property.COLOUR, Property.VOLUME, Property.PAN}) {
            draft.write(made, property, track.get(property));
        }
        if (gain != 0) {
            draft.write(clip, Property.GAIN, (Object) Leeway.within(gain, -9600, 2400));
        }
        for (Kind kind : new Kind[] {Kind.DEVICE, Kind.SEND, Kind.LANE}) {
            for (Element child : track.children(kind)) {
                if (kind != Kind.DEVICE || !TrackInstrument.is(child)) {
                    copy(draft, child, made);
                }
            }
        }
        draft.set(track, Property.MUTED, 1);
        draft.make(clip);
        return draft.as(Labels.TRACK_BOUNCE);
    }

    private static Id newTrack(Gesture laid) {
        for (Operation operation : laid.operations()) {
            if (operation instanceof Operation.Add add && add.kind() == Kind.TRACK) {
                return add.element();
            }
        }
        throw new IllegalStateException("sound that is laid on no track gets one");
    }

    private static void copy(Draft draft, Element original, Id parent) {
        Id copy = draft.copy(original, parent).id();
        for (Kind kind : new Kind[] {Kind.SETTING, Kind.LANE, Kind.POINT}) {
            for (Element child : original.children(kind)) {
                copy(draft, child, copy);
            }
        }
    }
}
