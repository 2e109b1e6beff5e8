package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.List;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Version;
import studio.tutti.collaboration.Versions;
import studio.tutti.web.look.Ago;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Notices;

/** What the song was: versions that were kept by themselves, versions that people named, every edit with its author, and whose the notes are. */
final class HistoryPanel extends Div {

    private final OpenSong song;
    private final UnorderedList list = new UnorderedList();
    private final TextField name = new TextField();
    private final Tab editsTab = new Tab(t("Edits"));
    private final Tab creditsTab = new Tab(t("Credits"));
    private final Tabs kinds = new Tabs(new Tab(t("Versions")), editsTab, creditsTab);
    private final Div versions = new Div();
    private final EditsPanel edits;
    private final CreditsPanel credits;

    HistoryPanel(OpenSong song) {
        this.song = song;
        addClassName("history");
        name.setPlaceholder(t("Name the song as it is now"));
        name.setAriaLabel(t("Name of the version"));
        name.setMaxLength(Versions.LONGEST_NAME);
        name.addKeyDownListener(Key.ENTER, pressed -> keep());
        Button keep = Buttons.plain(t("Keep"), this::keep);
        Div row = new Div(name, keep);
        row.addClassName("history-keep");
        kinds.addClassName("history-kinds");
        kinds.addSelectedChangeListener(chosen -> refresh());
        versions.add(row, list);
        edits = new EditsPanel(song);
        credits = new CreditsPanel(song);
        add(kinds, versions, edits, credits);
        refresh();
    }

    void showEditsSince(long revision) {
        kinds.setSelectedTab(editsTab);
        edits.showSince(revision);
    }

    void refresh() {
        boolean byEdits = kinds.getSelectedTab() == editsTab;
        boolean byCredits = kinds.getSelectedTab() == creditsTab;
        versions.setVisible(!byEdits && !byCredits);
        edits.setVisible(byEdits);
        credits.setVisible(byCredits);
        if (byCredits) {
            credits.refresh();
        } else if (byEdits) {
            edits.refresh();
        } else {
            showVersions();
        }
    }

    private void showVersions() {
        list.removeAll();
        try {
            List<Version> all = song.versions();
            all.forEach(version -> list.add(row(version)));
            if (all.isEmpty()) {
                Paragraph empty = new Paragraph(t("The song is kept by itself after pauses. Name a version to find it again."));
                empty.addClassName("panel-empty");
                list.add(new ListItem(empty));
            }
        } catch (NoSuchSong gone) {
            list.add(new ListItem(new Paragraph(told(gone.getMessage()))));
        }
    }

    private ListItem row(Version version) {
        Span title = new Span(version.isAutomatic() ? t("Kept by itself") : version.name());
        title.addClassName(version.isAutomatic() ? "version-automatic" : "version-name");
        String by = version.isAutomatic() ? "" : song.nameOf(version.author()).map(author -> " · " + author).orElse("");
        Span facts = new Span(Ago.of(version.time(), Instant.now()) + by + " · " + edits(version));
        facts.addClassName("version-facts");
        Button look = Buttons.plain(t("Look"), () -> new VersionDialog(song, version, this::refresh).open());
        look.setAriaLabel(t("Look at {0}, {1}", title.getText(), facts.getText()));
        ListItem row = new ListItem(new Div(title, facts), look);
        row.addClassName("version");
        return row;
    }

    private static String edits(Version version) {
        return version.revision() == 1 ? t("1 edit") : t("{0} edits", version.revision());
    }

    private void keep() {
        try {
            song.nameVersion(name.getValue().strip());
            name.clear();
            refresh();
        } catch (NoSuchSong | IllegalArgumentException refused) {
            Notices.refused(told(refused.getMessage()));
        }
    }
}
