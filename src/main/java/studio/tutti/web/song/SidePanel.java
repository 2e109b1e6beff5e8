package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import studio.tutti.core.protocol.Message.Saying;

/** The places beside the arrangement: the conversation, the tray, the history and the jobs. */
final class SidePanel extends Div {

    private final ChatPanel chat;
    private final HistoryPanel history;
    private final JobsPanel jobs;
    private final TabSheet tabs = new TabSheet();
    private final Tab chatTab;
    private final Tab historyTab;
    private final Tab jobsTab;
    private final Tab trayTab;

    SidePanel(OpenSong song) {
        addClassName("side-panel");
        chat = new ChatPanel(song);
        history = new HistoryPanel(song);
        chatTab = tabs.add(t("Chat"), chat);
        TrayFrame tray = new TrayFrame();
        trayTab = tabs.add(t("Tray"), tray);
        trayTab.addClassName("tray-tab");
        tabs.getElement().appendChild(tray.getElement());
        CommentsFrame comments = new CommentsFrame();
        tabs.add(t("Comments"), comments).addClassName("comments-tab");
        // A tab's content comes when it is chosen first; this one must be there when the server is not.
        tabs.getElement().appendChild(comments.getElement());
        LibraryFrame library = new LibraryFrame();
        tabs.add(t("Library"), library).addClassName("library-tab");
        tabs.getElement().appendChild(library.getElement());
        historyTab = tabs.add(t("History"), history);
        jobs = new JobsPanel(song);
        jobsTab = tabs.add(t("Jobs"), jobs);
        tabs.addSelectedChangeListener(chosen -> freshen());
        add(tabs);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        jobs.begin(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        jobs.end();
    }

    void showTray() {
        tabs.setSelectedTab(trayTab);
    }

    void showJobs() {
        tabs.setSelectedTab(jobsTab);
    }

    void hear(Saying line) {
        chat.hear(line);
    }

    boolean showsChat() {
        return tabs.getSelectedTab() == chatTab;
    }

    /** Reads the versions again, if they are looked at. */
    void freshen() {
        if (tabs.getSelectedTab() == historyTab) {
            history.refresh();
        }
    }

    void showHistory() {
        tabs.setSelectedTab(historyTab);
    }

    void showEditsSince(long revision) {
        tabs.setSelectedTab(historyTab);
        history.showEditsSince(revision);
    }
}
