package studio.tutti.credit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Journal;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.AcceptedEdit;
import studio.tutti.credit.Contributor;
import studio.tutti.credit.CreditSheet;
import studio.tutti.credit.Deed;

@DisplayName("The ledger of credits")
class LedgerTest {

    private static final Id ANN = new Id(1, 1);
    private static final Id BEN = new Id(2, 2);
    private static final Id CONTENT = new Id(9, 1);
    private static final Id PROPOSAL = new Id(8, 8);

    private final Arrangement song = new Arrangement();
    private final Ledger ledger = new Ledger();
    private int edits;

    LedgerTest() {
        does(Id.NONE, "song.begin", new Operation.Add(CONTENT, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)));
    }

    private Journal does(Id author, String label, Operation... operations) {
        return does(author, label, Id.NONE, List.of(operations));
    }

    private Journal does(Id author, String label, Id undoes, List<Operation> operations) {
        edits++;
        Edit edit = new Edit(new Id(7, edits), author, edits - 1, label, undoes, operations);
        Journal journal = song.apply(edit);
        ledger.take(edit, edits * 1_000L);
        return journal;
    }

    private static Operation note(Id id) {
        return new Operation.Add(id, Kind.NOTE, Map.of(Property.PARENT, CONTENT));
    }

    private List<Deed> deeds(Id note) {
        return ledger.of(note).stream().map(Ledger.Line::deed).toList();
    }

    @Test
    @DisplayName("tells who made a note, who edited it, and each once for an edit, however much that did")
    void madeAndEdited() {
        Id note = new Id(9, 2);
        does(ANN, "notes.draw", note(note));
        does(BEN, "notes.move", new Operation.Set(note, Property.START, 960L), new Operation.Set(note, Property.PITCH, 62L));
        assertThat(ledger.of(note)).extracting(Ledger.Line::author).containsExactly(ANN, BEN);
        assertThat(deeds(note)).containsExactly(Deed.MADE, Deed.EDITED);
        assertThat(ledger.timeline()).extracting(Ledger.Counted::notes).containsExactly(1, 1);
    }

    @Test
    @DisplayName("tells that a note was accepted, and names the proposal; its undo takes it out, and redo brings it back")
    void accepted() {
        Id note = new Id(9, 3);
        Journal journal = does(BEN, AcceptedEdit.label(PROPOSAL, 2), note(note), note(new Id(9, 4)));
        assertThat(ledger.of(note)).singleElement().satisfies(line -> {
            assertThat(line.deed()).isEqualTo(Deed.ACCEPTED);
            assertThat(line.author()).isEqualTo(BEN);
            assertThat(line.proposal()).isEqualTo(PROPOSAL);
        });
        assertThat(ledger.timeline()).extracting(Ledger.Counted::notes).containsExactly(2);
        Journal undo = does(BEN, "", new Id(7, edits), journal.inverse());
        does(BEN, "", new Id(7, edits), undo.inverse());
        assertThat(deeds(note)).containsExactly(Deed.ACCEPTED, Deed.REMOVED, Deed.RETURNED);
    }

    @Test
    @DisplayName("grows with each edit of the same note, not only with new notes")
    void size() {
        Id note = new Id(9, 2);
        does(ANN, "notes.draw", note(note));
        assertThat(ledger.size()).isEqualTo(3);
        for (int i = 0; i < 100; i++) {
            does(BEN, "notes.move", new Operation.Set(note, Property.START, 960L * i));
        }
        assertThat(ledger.size()).isEqualTo(3 + 2 * 100);
    }

    @Test
    @DisplayName("leaves all but notes alone")
    void othersNot() {
        does(ANN, "song.name", new Operation.Set(Arrangement.ROOT, Property.NAME, "X"));
        assertThat(ledger.timeline()).isEmpty();
    }

    @Test
    @DisplayName("gives lines that name shares, whether an assistant's output may be released, and the credit that is due, each once")
    void lines() {
        CreditSheet sheet = new CreditSheet(List.of(
                new Contributor(Id.NONE, "Flow Machines", true, 12, 0, 0, true, "May be released commercially.", "Palette: OpenEWLD\nPalette: OpenEWLD"),
                new Contributor(ANN, "Ann", false, 1, 12, 3, true, "", "")), List.of());
        assertThat(sheet.lines()).containsExactly(
                "Flow Machines (assistant): made 12 notes", "May be released commercially.", "Palette: OpenEWLD",
                "Ann: made 1 note, accepted 12 notes, edited 3 notes");
    }
}
