package studio.tutti.exchange.internal.fidelity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.MediaSource;
import studio.tutti.exchange.RoundTrip;
import studio.tutti.exchange.SongFormat;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongWriter;

/** Compares a song with what is read of the score that it was written as. */
public final class ScoreRoundTrip {

    private ScoreRoundTrip() {}

    /** See {@link RoundTrip#throughScore}. */
    public static RoundTrip of(Arrangement song) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SongWriter.write(song, SongFormat.MXL, MediaSource.NONE, out);
        String name = song.root().text(Property.NAME);
        Arrangement again = SongReader.read(new ByteArrayInputStream(out.toByteArray()), name + ".mxl", MediaSink.NONE).arrangement();
        return new RoundTrip(song.count(Kind.NOTE), 0, 0, Portrait.ofScore(song).difference(Portrait.ofScore(again)));
    }
}
