package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.tutti.account.Person;
import studio.tutti.collaboration.Edits.Wanted;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.PastEdit;
import studio.tutti.collaboration.PastEdit.Standing;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Labels;
import studio.tutti.web.look.Ago;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Notices;
import studio.tutti.web.person.Portrait;

/** Who did what to the song, the latest first, with the way to take it back. */
final class EditsPanel extends Div {

    private static final int A_PAGE = 40;
    private static final Person EVERYONE = new Person(Id.NONE, "Everyone", 0);

    private final OpenSong song;
    private final Select<Person> by = new Select<>();
    private final TextField sought = new TextField();
    private final Div missed = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Button more = Buttons.plain(t("Show earlier ones"), this::showMore);
    private List<PastEdit> shown = List.of();
    private long after;

    EditsPanel(OpenSong song) {
        this.song = song;
        addClassName("edits");
        by.setAriaLabel(t("Whose edits"));
        by.setItemLabelGenerator(person -> person.equals(EVERYONE) ? t("Everyone") : person.name());
        by.setItems(EVERYONE);
        by.setValue(EVERYONE);
        by.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                refresh();
            }
        });
        sought.setPlaceholder(t("Search"));
        sought.setAriaLabel(t("Search the edits"));
        sought.setClearButtonVisible(true);
        sought.setValueChangeMode(ValueChangeMode.LAZY);
        sought.addValueChangeListener(typed -> refresh());
        Div row = new Div(by, sought);
        row.addClassName("edits-filter");
        missed.addClassName("edits-since");
        missed.setVisible(false);
        more.addClassName("edits-more");
        add(row, missed, list, more);
    }

    /** Shows only what was done after a revision, until the person wants all again. */
    void showSince(long revision) {
        after = revision;
        missed.removeAll();
        missed.add(new Span(t("Since you left")), Buttons.plain(t("Show all"), () -> showSince(0)));
        missed.setVisible(revision > 0);
        by.setValue(EVERYONE);
        sought.clear();
        refresh();
    }

    /** Reads the latest edits again, as many as are shown. */
    void refresh() {
        try {
            offerPeople();
            show(song.edits(wanted(Long.MAX_VALUE), Math.max(A_PAGE, shown.size())));
        } catch (NoSuchSong gone) {
            show(List.of());
        }
    }

    private void showMore() {
        List<PastEdit> all = new ArrayList<>(shown);
        all.addAll(song.edits(wanted(shown.getLast().revision()), A_PAGE));
        show(all);
    }

    private void offerPeople() {
        Person chosen = by.getValue();
        List<Person> people = new ArrayList<>(List.of(EVERYONE));
        people.addAll(song.editors());
        by.setItems(people);
        by.setValue(people.stream().filter(each -> each.id().equals(chosen.id())).findFirst().orElse(EVERYONE));
    }

    private Wanted wanted(long before) {
        String words = sought.getValue().strip();
        List<String> labels = words.isEmpty() ? List.of() : new ArrayList<>(Labels.matching(words));
        if (!words.isEmpty() && labels.isEmpty()) {
            labels = List.of("-");
        }
        return new Wanted(before, after, by.getValue().id(), labels);
    }

    private void show(List<PastEdit> edits) {
        shown = edits;
        list.removeAll();
        edits.forEach(edit -> list.add(row(edit)));
        more.setVisible(!edits.isEmpty() && edits.size() % A_PAGE == 0);
        if (edits.isEmpty()) {
            Paragraph empty = new Paragraph(sought.isEmpty() && by.getValue() == EVERYONE
                    ? t("Nothing was done yet. What anybody does to the song is listed here and can be taken back.")
                    : t("No edit is like that."));
            empty.addClassName("panel-empty");
            list.add(new ListItem(empty));
        }
    }

    private ListItem row(PastEdit edit) {
        Person author = song.person(edit.author());
        Span what = new Span(edit.isUndo() ? t("undo: {0}", words(edit)) : words(edit));
        what.addClassName("edit-what");
        Span facts = new Span(author.name() + " · " + Ago.of(edit.time(), Instant.now()) + why(edit));
        facts.addClassName("version-facts");
        Portrait portrait = new Portrait(author);
        portrait.getElement().setAttribute("aria-hidden", "true");
        ListItem row = new ListItem(portrait, new Div(what, facts));
        Component action = action(edit, author);
        if (action != null) {
            row.add(action);
        }
        row.addClassNames("version", "edit");
        return row;
    }

    private String why(PastEdit edit) {
        return switch (edit.standing()) {
            case WHOLE, UNKNOWN -> "";
            case TAKEN_BACK -> " · " + t("taken back");
            case CHANGED -> " · " + (edit.by().isEmpty() ? t("changed since") : t("changed since by {0}", byWhom(edit)));
            case PARTLY -> " · " + (edit.by().isEmpty() ? t("partly changed since") : t("partly changed since by {0}", byWhom(edit)));
        };
    }

    private String byWhom(PastEdit edit) {
        return edit.by().stream().map(each -> song.person(each).name()).distinct().collect(Collectors.joining(t(", ")));
    }

    private static String words(PastEdit edit) {
        return told(Labels.words(edit.label()));
    }

    private @Nullable Component action(PastEdit edit, Person author) {
        if (edit.standing() == Standing.CHANGED || edit.standing() == Standing.TAKEN_BACK) {
            return null;
        }
        Button back = Buttons.plain(t("Take back"), () -> ask(edit));
        back.setAriaLabel(t("Take back: {0}, by {1}", words(edit), author.name()));
        back.setTooltipText(edit.standing() == Standing.PARTLY
                ? t("Takes back what nobody has changed since")
                : t("Takes this edit back, for everyone; you can undo that"));
        return back;
    }

    private void ask(PastEdit edit) {
        if (edit.buries() == 0) {
            takeBack(edit);
            return;
        }
        ConfirmDialog sure = new ConfirmDialog(t("Take this back with what lies in it?"),
                edit.buries() == 1
                        ? t("One thing was put since into what this edit made. It goes with it, and comes back when you undo.")
                        : t("{0} things were put since into what this edit made. They go with it, and come back when you undo.", edit.buries()),
                t("Take it back"), confirmed -> takeBack(edit));
        sure.setCancelable(true);
        sure.setCancelText(t("Cancel"));
        sure.open();
    }

    private void takeBack(PastEdit edit) {
        try {
            boolean whole = song.takeBack(edit.edit());
            Notices.done(whole ? t("Taken back: {0}.", words(edit))
                    : t("Taken back as far as nobody has changed it since: {0}.", words(edit)));
        } catch (NoSuchSong | EditRefused refused) {
            Notices.refused(told(refused.getMessage()));
        }
        refresh();
    }
}
