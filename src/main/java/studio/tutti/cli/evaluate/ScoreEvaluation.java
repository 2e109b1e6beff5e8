package studio.tutti.cli.evaluate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.RoundTrip;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongRefused;

/** {@code tutti evaluate musicxml}: what every score of the packs keeps when it is read, written and read again. */
@Command(name = "musicxml", description = "Sends every MusicXML file through the studio and compares.", mixinStandardHelpOptions = true)
public final class ScoreEvaluation extends RoundTripEvaluation {

    private long syllables;
    private long chords;

    public ScoreEvaluation() {
        super("musicxml", "MusicXML", List.of(".mxl", ".musicxml"));
    }

    @Override
    RoundTrip trip(String name, byte[] content) throws IOException, SongRefused {
        Arrangement song = SongReader.read(new ByteArrayInputStream(content), name, MediaSink.NONE).arrangement();
        syllables += song.count(Kind.LYRIC);
        chords += song.count(Kind.CHORD);
        return RoundTrip.throughScore(song);
    }

    @Override
    List<Gate> others() {
        return List.of(gate("syllables_compared", syllables, 0, 1e12), gate("chords_compared", chords, 0, 1e12));
    }
}
