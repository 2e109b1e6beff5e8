package studio.tutti.web.start;

import static studio.tutti.web.words.Words.t;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.tutti.account.Person;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;

/** What a new song begins with: a small band, nothing played yet. */
final class Beginning {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdSequence ids = new IdSequence(RANDOM.nextLong(), RANDOM.nextLong() >>> 2);
    private final List<Operation> operations = new ArrayList<>();
    private String order = "";

    private Beginning() {
    }

    static List<Operation> blank() {
        Beginning band = new Beginning();
        band.track(t("Piano"), TrackType.INSTRUMENT, 0);
        band.track(t("Bass"), TrackType.INSTRUMENT, 33);
        band.track(t("Drums"), TrackType.DRUMS, 0);
        return band.operations;
    }

    private void track(String name, TrackType type, int program) {
        order = FractionalIndex.between(order, "");
        operations.add(new Operation.Add(ids.next(), Kind.TRACK, Map.of(
                Property.PARENT, Arrangement.ROOT,
                Property.NAME, name,
                Property.TYPE, type.code(),
                Property.PROGRAM, (long) program,
                Property.COLOUR, (long) Person.COLOURS[operations.size()],
                Property.ORDER, order)));
    }
}
