package studio.tutti.exchange;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;

/**
 * A song as it came from a file.
 *
 * @param arrangement its content
 * @param remarks what the file held that was mended or left out, a sentence each
 */
public record Song(Arrangement arrangement, List<String> remarks) {

    public Song {
        remarks = List.copyOf(remarks);
    }
}
