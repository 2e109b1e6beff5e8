package studio.tutti.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.exchange.internal.Recreation;
import studio.tutti.exchange.internal.demo.FamiliarRoads;

/**
 * The song that a new studio opens with: "Familiar Roads" by Tanner Helland (CC BY 4.0), for electric piano, acoustic guitar,
 * bass, drums, harp and strings, 3:43 long. It is the same under the same ids every time.
 */
public final class DemoSong {

    /** What it is called. */
    public static final String NAME = "Familiar Roads";

    private static final String FILE = "/demo/familiar-roads.mid";

    private DemoSong() {}

    /** What turns an empty song into it. */
    public static List<Operation> operations() {
        try (InputStream in = DemoSong.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The demo song is missing: " + FILE);
            }
            Arrangement file = SongReader.read(in, FILE, MediaSink.NONE).arrangement();
            return FamiliarRoads.of(file, new IdSequence(0x7475747469L, 0));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The song itself. */
    public static Song song() {
        return new Song(Recreation.make(operations(), new Id(0x7475747469L, -1)), List.of());
    }
}
