package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Labels;
import studio.tutti.credit.Contributor;
import studio.tutti.credit.CreditSheet;
import studio.tutti.credit.Step;
import studio.tutti.web.look.Ago;
import studio.tutti.web.person.Portrait;

/** Who or what made the song's notes, edited and accepted them: shares first, then the timeline, the latest first. */
final class CreditsPanel extends Div {

    private static final int MOST = 200;
    private static final Contributor ALL = new Contributor(Id.NONE, "", false, 0, 0, 0, true, "", "");

    private final OpenSong song;
    private final Select<Contributor> by = new Select<>();
    private final UnorderedList shares = new UnorderedList();
    private final UnorderedList timeline = new UnorderedList();
    /** Counts the readings: of two that overlap the later one is shown. */
    private int reading;
    private CreditSheet sheet = new CreditSheet(List.of(), List.of());

    CreditsPanel(OpenSong song) {
        this.song = song;
        addClassNames("edits", "credits");
        by.setAriaLabel(t("Whose share"));
        by.setItemLabelGenerator(each -> each.equals(ALL) ? t("Everyone") : each.name());
        by.addValueChangeListener(chosen -> showSteps());
        Div row = new Div(by);
        row.addClassName("edits-filter");
        add(shares, row, timeline);
    }

    /** Reads the credits again, beside the page's own thread: a long log takes a while. */
    void refresh() {
        UI page = UI.getCurrent();
        int asked = ++reading;
        Thread.startVirtualThread(() -> {
            CreditSheet read = read();
            try {
                page.access(() -> {
                    if (asked == reading) {
                        show(read);
                    }
                });
            } catch (UIDetachedException left) {
                // nobody looks any more
            }
        });
    }

    private CreditSheet read() {
        try {
            return song.creditSheet();
        } catch (NoSuchSong gone) {
            return new CreditSheet(List.of(), List.of());
        }
    }

    private void show(CreditSheet read) {
        sheet = read;
        Contributor chosen = by.getValue();
        List<Contributor> all = new ArrayList<>(List.of(ALL));
        all.addAll(sheet.contributors());
        by.setItems(all);
        by.setValue(all.stream().filter(each -> chosen != null && each.name().equals(chosen.name()) && each.assistant() == chosen.assistant())
                .findFirst().orElse(ALL));
        shares.removeAll();
        sheet.contributors().forEach(each -> shares.add(share(each)));
        showSteps();
    }

    private ListItem share(Contributor each) {
        List<String> words = new ArrayList<>();
        if (each.made() > 0) {
            words.add(each.made() == 1 ? t("made 1 note") : t("made {0} notes", each.made()));
        }
        if (each.accepted() > 0) {
            words.add(each.accepted() == 1 ? t("accepted 1 note") : t("accepted {0} notes", each.accepted()));
        }
        if (each.edited() > 0) {
            words.add(each.edited() == 1 ? t("edited 1 note") : t("edited {0} notes", each.edited()));
        }
        Span name = new Span(told(each.name()));
        name.addClassName("edit-what");
        Span facts = new Span(String.join(" · ", words));
        facts.addClassName("version-facts");
        Div said = new Div(name, facts);
        if (each.assistant()) {
            said.add(rights(each));
        }
        ListItem row = new ListItem(said);
        if (!each.assistant() && !each.person().isNone()) {
            Portrait portrait = new Portrait(song.person(each.person()));
            portrait.getElement().setAttribute("aria-hidden", "true");
            row.addComponentAsFirst(portrait);
        }
        row.addClassNames("version", "edit");
        return row;
    }

    /** Whether what an assistant made may be released, and whom to name. */
    private static Div rights(Contributor each) {
        Div rights = new Div();
        rights.addClassName("credit-rights");
        rights.getElement().setAttribute("data-commercial", each.commercial());
        each.rights().lines().forEach(line -> rights.add(new Span(told(line))));
        rights.add(new Span(each.credit().isBlank() ? t("No credit is due.") : t("Credit due: {0}", String.join(", ", each.credit().lines().toList()))));
        return rights;
    }

    private void showSteps() {
        timeline.removeAll();
        Contributor chosen = by.getValue();
        List<Step> steps = sheet.steps().reversed().stream().filter(step -> chosen == null || chosen.equals(ALL) || isBy(step, chosen)).limit(MOST).toList();
        steps.forEach(step -> timeline.add(row(step)));
        if (steps.isEmpty()) {
            Paragraph empty = new Paragraph(t("No note was written yet. Who makes, edits and accepts notes is told here, and goes with the song’s files."));
            empty.addClassName("panel-empty");
            timeline.add(new ListItem(empty));
        }
    }

    private static boolean isBy(Step step, Contributor chosen) {
        return chosen.assistant() ? step.maker().isNone() && step.madeBy().equals(chosen.name())
                : step.person().equals(chosen.person()) || !chosen.person().isNone() && step.maker().equals(chosen.person());
    }

    private static ListItem row(Step step) {
        Span what = new Span(words(step));
        what.addClassName("edit-what");
        Span facts = new Span(Ago.of(step.time(), Instant.now()) + " · " + told(Labels.words(step.label())));
        facts.addClassName("version-facts");
        ListItem row = new ListItem(new Div(what, facts));
        row.addClassNames("version", "edit");
        return row;
    }

    private static String words(Step step) {
        String name = told(step.name());
        int notes = step.notes();
        String maker = told(step.madeBy());
        boolean one = notes == 1;
        return switch (step.deed()) {
            case MADE -> one ? t("{0} made 1 note", name) : t("{0} made {1} notes", name, notes);
            case ACCEPTED -> maker.isEmpty() ? one ? t("{0} accepted 1 note", name) : t("{0} accepted {1} notes", name, notes)
                    : one ? t("{0} accepted 1 note that {1} made", name, maker) : t("{0} accepted {1} notes that {2} made", name, notes, maker);
            case EDITED -> one ? t("{0} edited 1 note", name) : t("{0} edited {1} notes", name, notes);
            case REMOVED -> one ? t("{0} removed 1 note", name) : t("{0} removed {1} notes", name, notes);
            case RETURNED -> one ? t("{0} brought 1 note back", name) : t("{0} brought {1} notes back", name, notes);
        };
    }
}
