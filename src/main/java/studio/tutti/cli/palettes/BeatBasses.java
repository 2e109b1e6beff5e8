package studio.tutti.cli.palettes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.Metre;
import studio.tutti.assistant.flowmachines.SheetNote;

/**
 * Basses reduced to their beats: what sounds on each beat, from beat to beat, and on through light beats as long as it stays the same. So
 * lines of rock bands, which hardly ever walk, become lines in two and in four over the same chords.
 */
final class BeatBasses {

    /** So few notes are no line. */
    private static final int LEAST = 24;
    private static final int HEAVY = 2;

    private BeatBasses() {}

    /** The song with its bass reduced; empty if its bars have more than four beats, or hardly a note is left. */
    static Optional<CorpusSong> of(CorpusSong song) {
        LeadSheet sheet = song.sheet();
        Metre metre = sheet.metre();
        if (metre.bar() / metre.beat() > 4) {
            return Optional.empty();
        }
        List<SheetNote> line = new ArrayList<>();
        int next = 0;
        for (int at = 0; at < sheet.end(); at += metre.beat()) {
            while (next < sheet.bass().size() && sheet.bass().get(next).end() <= at) {
                next++;
            }
            SheetNote sounding = next < sheet.bass().size() && sheet.bass().get(next).start() < at + metre.beat() / 2 ? sheet.bass().get(next) : null;
            SheetNote before = line.isEmpty() ? null : line.getLast();
            if (sounding == null) {
                continue;
            }
            boolean goesOn = before != null && before.end() == at && before.pitch() == sounding.pitch() && metre.strength(at) < HEAVY;
            if (goesOn) {
                line.set(line.size() - 1, new SheetNote(before.start(), before.length() + metre.beat(), before.pitch()));
            } else {
                line.add(new SheetNote(at, metre.beat(), sounding.pitch()));
            }
        }
        return line.size() < LEAST ? Optional.empty() : Optional.of(new CorpusSong(new LeadSheet(sheet.title(), sheet.composer(), sheet.key(), metre,
                0, sheet.bars(), sheet.chords(), List.of(), line, sheet.sections()), song.year(), song.group()));
    }
}
