package studio.tutti.cli.palettes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.tutti.assistant.flowmachines.ChordSpan;
import studio.tutti.assistant.flowmachines.Key;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.SongSheet;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.editing.Harmony;
import studio.tutti.core.music.BeatHarmony;
import studio.tutti.core.music.ChordDetection;
import studio.tutti.core.music.ChordModel;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongRefused;

/**
 * Bands as MIDI files: the bass each plays, over the chords heard in all its tracks together. Freedoom (BSD-3-Clause) and Tanner Helland
 * (CC BY 4.0). Melodies are not taken.
 */
final class BandSongs {

    /** So few notes are no bass line. */
    private static final int LEAST_NOTES = 48;

    private BandSongs() {}

    static List<CorpusSong> read(Path data, Split split) throws IOException {
        List<CorpusSong> songs = new ArrayList<>();
        try (CorpusPack pack = new CorpusPack(data, "multitrack_midi.zip")) {
            for (CorpusPack.Entry entry : pack.ending(".mid", split)) {
                String title = entry.path().replaceFirst(".*/", "").replaceFirst("\\.mid$", "");
                String group = entry.path().startsWith("tannerhelland") ? "helland" : "freedoom";
                try {
                    Arrangement song = SongReader.read(new ByteArrayInputStream(pack.read(entry.path())), title + ".mid", MediaSink.NONE).arrangement();
                    sheet(song, title).ifPresent(sheet -> songs.add(new CorpusSong(sheet, 0, group)));
                } catch (SongRefused unreadable) {
                    // a file that the studio refuses teaches nothing
                }
            }
        }
        return songs;
    }

    private static Optional<LeadSheet> sheet(Arrangement song, String title) {
        LeadSheet read;
        try {
            read = SongSheet.of(song, SongSheet.Wanted.WHOLE).sheet();
        } catch (IllegalArgumentException nothing) {
            return Optional.empty();
        }
        if (read.bass().size() < LEAST_NOTES) {
            return Optional.empty();
        }
        BeatHarmony harmony = Harmony.of(song, 0, read.end());
        List<ChordSpan> chords = new ArrayList<>();
        for (ChordDetection.Heard heard : ChordDetection.detect(harmony)) {
            long from = harmony.tick(heard.from());
            long to = Math.min(harmony.tick(heard.to()), read.end());
            if (to > from) {
                chords.add(new ChordSpan((int) from, (int) (to - from), heard.symbol()));
            }
        }
        int heard = ChordDetection.key(harmony, ChordModel.learned());
        boolean minor = heard >= 12;
        int major = minor ? (heard + 3) % 12 : heard;
        Key key = new Key(Math.floorMod(7 * major + 5, 12) - 5, minor);
        return chords.stream().noneMatch(each -> each.symbol() != null) ? Optional.empty()
                : Optional.of(new LeadSheet(title, "", key, read.metre(), 0, read.bars(), chords, List.of(), read.bass(), List.of()));
    }
}
