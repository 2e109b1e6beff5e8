package studio.tutti.browser;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.lyrics.ChordLine;
import studio.tutti.core.lyrics.Line;
import studio.tutti.core.lyrics.Places;
import studio.tutti.core.lyrics.Syllable;
import studio.tutti.core.music.Ticks;

/** The words of a song as the page draws them: syllables for lane and piano roll, lines with their chords for the lyrics page. */
final class LyricLanes {

    private final Arrangement arrangement;
    private final Handles handles;

    LyricLanes(Arrangement arrangement, Handles handles) {
        this.arrangement = arrangement;
        this.handles = handles;
    }

    /** All syllables as they are sung. */
    String syllables() {
        Json json = new Json();
        List<Syllable> all = Syllable.all(arrangement, new Places(arrangement));
        for (int i = 0; i < all.size(); i++) {
            Syllable each = all.get(i);
            long room = i + 1 < all.size() ? all.get(i + 1).start() - each.start() : Ticks.PER_QUARTER;
            json.next()
                    .with("handle", handles.of(each.lyric()))
                    .with("start", each.start())
                    .with("length", Math.max(1, each.length() > 0 ? each.length() : Math.min(room, Ticks.PER_QUARTER)))
                    .with("text", each.text().words() + (each.text().goesOn() ? "-" : ""))
                    .with("before", each.text().before().ordinal())
                    .with("note", each.note() == null ? Handles.NONE : handles.of(each.note()));
        }
        return json.toString();
    }

    /** All lines, with the chords over each. */
    String lines() {
        Json json = new Json();
        for (ChordLine each : ChordLine.all(arrangement)) {
            Line line = each.line();
            List<String> chords = new ArrayList<>();
            int[] over = new int[each.chords().size()];
            int[] chordStarts = new int[over.length];
            for (int i = 0; i < over.length; i++) {
                over[i] = each.chords().get(i).syllable();
                chordStarts[i] = (int) each.chords().get(i).chord().start();
                chords.add(each.chords().get(i).chord().text(Property.SYMBOL));
            }
            int size = line == null ? 0 : line.syllables().size();
            int[] syllables = new int[size];
            int[] starts = new int[size];
            List<String> read = new ArrayList<>();
            for (int i = 0; i < size && line != null; i++) {
                syllables[i] = handles.of(line.syllables().get(i).lyric());
                starts[i] = (int) line.syllables().get(i).start();
                read.add(line.read(i));
            }
            Element section = each.section();
            json.next()
                    .with("section", section == null ? Handles.NONE : handles.of(section))
                    .with("start", each.start())
                    .with("end", line == null ? each.chords().getLast().chord().end() : line.end())
                    .with("typed", line == null ? "" : line.typed())
                    .with("paragraph", line != null && line.paragraph())
                    .with("syllables", syllables)
                    .with("starts", starts)
                    .with("read", read)
                    .with("chords", chords)
                    .with("over", over)
                    .with("chordStarts", chordStarts);
        }
        return json.toString();
    }
}
