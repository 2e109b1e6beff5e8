package studio.tutti.assistant.flowmachines;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.CantPropose;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.proposal.Part;
import studio.tutti.core.proposal.Take;

/**
 * The bars of a song that are asked about: their key and metre, and what stands in them.
 *
 * @param begin tick where the first bar begins
 * @param from first tick that may be written
 * @param to tick where that ends
 * @param bars whole bars, the last one perhaps cut by {@code to}
 * @param there what stands; null if there are neither chords nor notes
 * @param singer the chosen track for the melody; null for a new one
 * @param low the chosen track for the bass; null for a new one
 * @param sung the track whose melody stands: the chosen one, or one that was found; null if none sings
 * @param played the same for the bass
 * @param standing what stands, to be kept as it is
 */
record SongFrame(long begin, long from, long to, int bars, Key key, Metre metre, @Nullable LeadSheet there, @Nullable Id singer, @Nullable Id low,
        @Nullable Element sung, @Nullable Element played, Standing standing) {

    /** What of the song is to stay, where it stands. */
    record Stays(boolean chords, Lines lines) {}

    /** How much of the lines stays: nothing, bars with notes, or each note, between which new ones come. */
    enum Lines { NONE, BARS, NOTES }

    private static final int FIRST_BASS = 32;
    private static final int LAST_BASS = 39;
    private static final int PIANO = 0;
    private static final int FINGERED_BASS = 33;

    static SongFrame of(Ask ask) throws CantPropose {
        Arrangement song = ask.song();
        MetreMap map = TimeMaps.metre(song);
        long begin = map.barStart(map.bar(ask.from()));
        Metre metre;
        try {
            metre = SongSheet.metre(song, begin);
        } catch (IllegalArgumentException wide) {
            throw new CantPropose(String.valueOf(wide.getMessage()));
        }
        if (SongSheet.nextChange(song, begin) < ask.to()) {
            throw new CantPropose("The metre changes within these bars: choose bars of one metre.");
        }
        int bars = (int) ((ask.to() - begin + metre.bar() - 1) / metre.bar());
        Id singer = null;
        Id low = null;
        for (Id target : ask.card().targets()) {
            Element track = song.alive(target);
            if (track != null && isBass(track)) {
                low = low == null ? target : low;
            } else if (track != null) {
                singer = singer == null ? target : singer;
            }
        }
        SongSheet.Wanted wanted = new SongSheet.Wanted(begin, begin + (long) bars * metre.bar(), singer, low);
        LeadSheet there;
        try {
            there = SongSheet.of(song, wanted).sheet();
        } catch (IllegalArgumentException nothing) {
            there = null;
        }
        Element sung = SongSheet.sung(song, wanted);
        return new SongFrame(begin, ask.from(), ask.to(), bars, SongSheet.key(song, begin), metre, there, singer, low, sung,
                SongSheet.played(song, wanted, sung), new Standing(song, begin, ask.from(), ask.to(), metre.bar()));
    }

    private static boolean isBass(Element track) {
        int program = track.integer(Property.PROGRAM);
        return program >= FIRST_BASS && program <= LAST_BASS || track.text(Property.NAME).toLowerCase(java.util.Locale.ROOT).contains("bass");
    }

    /** What stands, or only its chords or its melody. */
    @Nullable LeadSheet only(boolean chords, boolean melody) {
        return there == null ? null : new LeadSheet("", "", there.key(), there.metre(), 0, there.bars(), chords ? there.chords() : List.of(),
                melody ? there.melody() : List.of(), List.of(), List.of());
    }

    /** A lead sheet as a take for these bars. */
    Take take(String label, LeadSheet sheet, FlowRequest request, Stays stays) {
        List<Part> parts = new ArrayList<>();
        if (request.melody()) {
            part(sheet.melody(), singer, stays.lines(), sung, "Melody", PIANO, parts);
        }
        if (request.bass()) {
            part(sheet.bass(), low, stays.lines(), played, "Bass", FINGERED_BASS, parts);
        }
        List<Take.Chord> chords = new ArrayList<>();
        for (ChordSpan chord : sheet.chords()) {
            long start = Math.max(from, begin + chord.start());
            long end = Math.min(to, begin + chord.end());
            if (end > start) {
                chords.add(new Take.Chord(start, end - start, chord.symbol() == null ? ChordSymbol.NONE : chord.symbol().toString()));
            }
        }
        return new Take(label, parts, stays.chords() ? standing.filled(chords) : chords);
    }

    /** @param stands the track of which something stays as it is; null if there is none */
    private void part(List<SheetNote> line, @Nullable Id track, Lines stays, @Nullable Element stands, String name, int program, List<Part> parts) {
        List<Take.Note> notes = new ArrayList<>();
        for (SheetNote note : line) {
            Take.Note placed = FlowMachinesAssistant.note(note, begin, metre);
            if (placed.start() >= from && placed.start() < to) {
                notes.add(placed.end() <= to ? placed : new Take.Note(placed.start(), to - placed.start(), placed.pitch(), placed.velocity()));
            }
        }
        if (stands != null && stays != Lines.NONE) {
            boolean same = stands.id().equals(track);
            notes = stays == Lines.BARS ? standing.filled(notes, stands, same) : standing.between(notes, stands, same);
        }
        if (track != null) {
            parts.add(Part.on(track, notes));
        } else if (!notes.isEmpty()) {
            parts.add(Part.onNew(new Part.Fresh(name, TrackType.INSTRUMENT, program), notes));
        }
    }
}
