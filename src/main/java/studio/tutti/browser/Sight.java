package studio.tutti.browser;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.engine.LiveScore;
import studio.tutti.core.engine.Score;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.Preview;

/** What drawing and sound see of a song, kept up to date by what changes in it. */
final class Sight {

    private static final Id TRIAL = new Id(-1, -3);

    private final Handles handles = new Handles();
    private final Drawing drawing = new Drawing(handles);
    private final Changes changes = new Changes();
    private Arrangement arrangement = new Arrangement();
    private @Nullable Times times;
    private @Nullable LiveScore score;
    private @Nullable Preview preview;
    private @Nullable Supplier<Gesture> tried;
    /** The content that was told last; edits touch many notes of one content in a row. */
    private @Nullable Element lastContent;

    Handles handles() {
        return handles;
    }

    Drawing drawing() {
        return drawing;
    }

    Changes changes() {
        return changes;
    }

    /** What changed since this was last asked, see {@link Changes#take()}. */
    int[] takeChanges() {
        lastContent = null;
        return changes.take();
    }

    /** Goes over to another copy of the song: all may look different, but handles stay. */
    void follow(Arrangement next) {
        arrangement = next;
        drawing.clear();
        times = null;
        score = null;
        lastContent = null;
        handles.follow(next);
        for (Element content : next.root().children(Kind.CONTENT)) {
            changes.content(handles.of(content));
        }
        changes.note(Changes.ARRANGEMENT | Changes.REMOTE | Changes.SOUND);
    }

    /** An element may be different. */
    void changed(Element element) {
        drawing.changed(element);
        if (score != null) {
            score.changed(element);
        }
        switch (element.kind()) {
            case NOTE, CONTROL, ROW -> {
                if (element.kind() == Kind.ROW) {
                    changes.note(Changes.ARRANGEMENT); // clips are marked that are heard elsewhere than their notes lie
                }
                Element content = element.parent();
                if (content != null && content != lastContent) {
                    lastContent = content;
                    changes.content(handles.of(content));
                    changes.note(Changes.SOUND);
                }
            }
            case SETTING -> changes.note(Changes.ARRANGEMENT | (isOfFrozen(element) ? Changes.SOUND : Changes.TRACKS));
            case TRACK -> changes.note(Changes.ARRANGEMENT | Changes.TRACKS);
            case CLIP, CONTENT, DEVICE, PAD, SEND, LANE, POINT -> changes.note(Changes.ARRANGEMENT | Changes.SOUND);
            case SONG, TEMPO, METRE -> {
                times = null;
                changes.note(Changes.ARRANGEMENT | Changes.SOUND);
            }
            default -> changes.note(Changes.ARRANGEMENT);
        }
    }

    /** Whether it sets an instrument of a frozen track: its sound must be made again, for which the engine needs a score. */
    private static boolean isOfFrozen(Element setting) {
        Element device = setting.parent();
        Element outer = device == null ? null : device.parent();
        Element track = outer != null && outer.kind() == Kind.DEVICE ? outer.parent() : outer;
        return track != null && track.kind() == Kind.TRACK && track.flag(Property.FROZEN);
    }

    Times times() {
        if (times == null) {
            times = new Times(arrangement);
        }
        return times;
    }

    /** The song for the engine at a rate in Hz, its strips, devices and sends by the page's handles. */
    Score score(int rate) {
        LiveScore live = score;
        if (live == null || live.rate() != rate) {
            live = new LiveScore(rate);
            score = live;
        }
        Journal ghost = preview == null ? tried() : preview.apply(arrangement);
        if (ghost != null) {
            ghost.forEachElement(live::changed);
        }
        Score now = live.score(arrangement);
        now.rename(name -> handles.of(arrangement.at(name)));
        if (ghost != null) {
            arrangement.rollBack(ghost);
            ghost.forEachElement(live::changed);
        }
        return now;
    }

    /** Lets a take sound that nobody has accepted, or none any more. */
    void preview(@Nullable Preview next) {
        preview = next;
        changes.note(Changes.SOUND | Changes.TRAY);
    }

    /** Lets the song sound as if something had been done that nobody did; null for as it is. */
    void hear(@Nullable Supplier<Gesture> gesture) {
        tried = gesture;
        changes.note(Changes.SOUND);
    }

    private @Nullable Journal tried() {
        Supplier<Gesture> gesture = tried;
        if (gesture == null) {
            return null;
        }
        try {
            return arrangement.apply(new Edit(TRIAL, TRIAL, 0, "", Id.NONE, gesture.get().operations()));
        } catch (EditRefused pastIt) {
            return null; // what it was about is gone
        }
    }

    /** What sounds without being there, or null. */
    @Nullable Preview preview() {
        return preview;
    }
}
