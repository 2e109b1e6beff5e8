package studio.tutti.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;

@DisplayName("The rows of a content")
class NoteRowsTest {

    private final Arrangement arrangement = new Arrangement();
    private final IdSequence ids = new IdSequence(3, 3);

    @ParameterizedTest(name = "(seed {0})")
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("stay those of a fresh look, whatever is added, moved, removed and brought back")
    void incremental(long seed) {
        Random random = new Random(seed);
        Id contentId = ids.next();
        apply(List.of(new Operation.Add(contentId, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT))));
        Element content = arrangement.alive(contentId);
        NoteRows rows = new NoteRows(content, EYE);
        List<Id> all = new ArrayList<>();
        for (int step = 0; step < 300; step++) {
            List<Operation> operations = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                operations.add(any(random, contentId, all));
            }
            Set<Element> changed = new HashSet<>();
            apply(operations).forEachElement(changed::add);
            rows.update(List.copyOf(changed));
            int from = random.nextInt(20_000);
            int to = from + random.nextInt(5_000);
            NoteRows fresh = new NoteRows(content, EYE);
            assertThat(rows.within(0, Integer.MAX_VALUE)).isEqualTo(fresh.within(0, Integer.MAX_VALUE));
            assertThat(handles(rows.within(from, to))).isEqualTo(sounding(content, from, to));
            assertThat(rows.size()).isEqualTo(content.children(Kind.NOTE).size());
        }
    }

    private static List<Integer> handles(int[] packed) {
        List<Integer> handles = new ArrayList<>();
        for (int i = 0; i < packed.length; i += NoteRows.STRIDE) {
            handles.add(packed[i]);
        }
        handles.sort(null);
        return handles;
    }

    private static List<Integer> sounding(Element content, int from, int to) {
        List<Integer> handles = new ArrayList<>();
        for (Element note : content.children(Kind.NOTE)) {
            boolean begins = note.start() >= from && note.start() < to;
            if (begins || note.start() < from && note.end() > from) {
                handles.add(note.handle());
            }
        }
        handles.sort(null);
        return handles;
    }

    private Operation any(Random random, Id content, List<Id> all) {
        if (all.isEmpty() || random.nextInt(3) == 0) {
            Id id = ids.next();
            all.add(id);
            return new Operation.Add(id, Kind.NOTE, Map.of(
                    Property.PARENT, content,
                    Property.START, (long) random.nextInt(200) * 100,
                    Property.LENGTH, 1L + random.nextInt(random.nextInt(50) == 0 ? 20_000 : 500)));
        }
        Id id = all.get(random.nextInt(all.size()));
        return random.nextInt(4) == 0
                ? new Operation.Remove(id)
                : new Operation.Set(id, Property.START, (long) random.nextInt(200) * 100);
    }

    private studio.tutti.core.arrangement.Journal apply(List<Operation> operations) {
        return arrangement.apply(new Edit(ids.next(), new Id(1, 1), 0, "", Id.NONE, operations));
    }

    private static final NoteRows.Eye EYE = new NoteRows.Eye() {
        @Override
        public int handle(Element note) {
            return note.handle();
        }

        @Override
        public boolean isPending(Element note) {
            return false;
        }
    };
}
