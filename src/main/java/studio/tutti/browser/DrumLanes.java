package studio.tutti.browser;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.clip.DrumRows;
import studio.tutti.core.music.DrumKit;

/** The drums of a pattern as the grid lists them. */
final class DrumLanes {

    private static final int KEYS = 128;

    private final DrumRows rows;
    private final int[] hits = new int[KEYS];
    private final int[] muted = new int[KEYS];
    private final Json json = new Json();

    DrumLanes(Element content) {
        rows = DrumRows.of(content);
        for (Element note : content.children(Kind.NOTE)) {
            int pitch = note.integer(Property.PITCH);
            hits[pitch]++;
            muted[pitch] += note.flag(Property.MUTED) ? 1 : 0;
        }
    }

    /**
     * The drums from the top down as JSON, the kick last.
     *
     * @param all whether those are listed too that are neither usual nor used
     */
    String list(boolean all) {
        DrumKit.Group[] groups = DrumKit.Group.values();
        for (int pitch = KEYS - 1; pitch >= 0; pitch--) {
            if (isUsed(pitch) && DrumKit.group(pitch) == DrumKit.Group.OTHERS) {
                add(pitch, DrumKit.Group.OTHERS);
            }
        }
        for (int place = groups.length - 1; place >= 0; place--) {
            List<Integer> keys = groups[place].keys();
            for (int key = keys.size() - 1; key >= 0; key--) {
                int pitch = keys.get(key);
                if (all || DrumKit.isUsual(pitch) || isUsed(pitch)) {
                    add(pitch, groups[place]);
                }
            }
        }
        return json.toString();
    }

    private boolean isUsed(int pitch) {
        return hits[pitch] > 0 || rows.row(pitch) != null;
    }

    private void add(int pitch, DrumKit.Group group) {
        @Nullable Element row = rows.row(pitch);
        json.next()
                .with("pitch", pitch)
                .with("group", group.name().toLowerCase(Locale.ROOT))
                .with("hits", hits[pitch])
                .with("muted", hits[pitch] > 0 && muted[pitch] == hits[pitch])
                .with("length", row == null ? 0 : row.length())
                .with("step", row == null ? 0 : row.number(Property.STEP));
    }
}
