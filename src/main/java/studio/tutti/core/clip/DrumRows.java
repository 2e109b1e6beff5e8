package studio.tutti.core.clip;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;

/** The drums of a content that have steps, and perhaps a length, of their own. If two people gave one drum a row, the one with the last id holds. */
public final class DrumRows {

    private static final int KEYS = 128;
    private static final DrumRows NONE = new DrumRows(new Element[0]);

    private final @Nullable Element[] byPitch;

    private DrumRows(@Nullable Element[] byPitch) {
        this.byPitch = byPitch;
    }

    /** The rows of a content as they are now. */
    public static DrumRows of(Element content) {
        if (content.children(Kind.ROW).isEmpty()) {
            return NONE;
        }
        @Nullable Element[] byPitch = new Element[KEYS];
        for (Element row : content.children(Kind.ROW)) {
            int pitch = row.integer(Property.PITCH);
            Element other = byPitch[pitch];
            if (other == null || other.id().compareTo(row.id()) < 0) {
                byPitch[pitch] = row;
            }
        }
        return new DrumRows(byPitch);
    }

    /** Whether no drum has a row. */
    public boolean isEmpty() {
        return byPitch.length == 0;
    }

    /** The row of a drum, or null if it goes with the clip. */
    public @Nullable Element row(int pitch) {
        return isEmpty() ? null : byPitch[pitch];
    }

    /** The ticks after which a drum repeats by itself, or 0. */
    public long length(int pitch) {
        Element row = row(pitch);
        return row == null ? 0 : row.length();
    }
}
