package studio.tutti.web.song;

import static studio.tutti.web.words.Words.said;
import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import studio.tutti.account.Person;
import studio.tutti.collaboration.Absence;
import studio.tutti.collaboration.Song;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.protocol.Message.Saying;
import studio.tutti.core.protocol.Message.Someone;
import studio.tutti.exchange.SongFormat;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Glyph;
import studio.tutti.web.look.Notices;
import studio.tutti.web.look.Ways;
import studio.tutti.web.person.Introduction;
import studio.tutti.web.person.Me;
import studio.tutti.web.song.StudioFrame.Place;
import studio.tutti.web.trust.Address;

/** The parts of one open song, put together. */
final class Studio implements SongTitle.Actions {

    /** From this width on, in CSS pixels, the side panel is open at first. */
    private static final int ROOMY = 1500;

    private final OpenSong song;
    private final Me me;
    private final Address address;
    private final StudioFrame frame;
    private final SongTitle title;
    private final PeopleBar people = new PeopleBar(this::changeSelf);
    private final SidePanel side;
    private final Button panel = Buttons.icon(Glyph.CHAT, t("Chat and history"), this::togglePanel);

    Studio(OpenSong song, Song now, Me me, Address address) {
        this.song = song;
        this.me = me;
        this.address = address;
        frame = new StudioFrame(song.link());
        title = new SongTitle(song, now, this);
        side = new SidePanel(song);

        Button invite = Buttons.plain(Glyph.INVITE, t("Invite"), () -> new InviteDialog(address, song.link()).open());
        invite.addClassName("invite-button");
        panel.addClassName("panel-toggle");
        Div end = new Div(people, invite, panel);
        end.addClassName("top-end");

        frame.put(Place.TITLE, title);
        frame.put(Place.PEOPLE, end);
        frame.put(Place.SIDE, side);
        frame.whenSideOpens(open -> markPanel(open));
        frame.own(now.maker().equals(song.me().id()));
        seat(song.me());
        people.show(song.people());
        song.missed().ifPresent(this::tellMissed);
        UI.getCurrent().getPage().retrieveExtendedClientDetails(screen -> showPanel(screen.getWindowInnerWidth() >= ROOMY));
    }

    StudioFrame frame() {
        return frame;
    }

    private void tellMissed(Absence absence) {
        Notices.tell(WhileAway.sentence(absence, id -> song.person(id).name()), "Show", () -> {
            showPanel(true);
            side.showEditsSince(absence.since());
        });
    }

    void showPeople(List<Someone> now) {
        people.show(song.peopleOf(now));
    }

    void hear(Saying line) {
        side.hear(line);
        if (!line.person().equals(song.me().id()) && !(frame.isSideOpen() && side.showsChat())) {
            panel.addClassName("unread");
            panel.setAriaLabel(t("Chat and history, something new was said"));
        }
    }

    void show(Song now) {
        title.show(now.name());
        UI.getCurrent().getPage().setTitle(now.name() + " · Tutti");
        side.freshen();
    }

    /** There is nothing here any more to write in. */
    static void sayGone() {
        ConfirmDialog gone = new ConfirmDialog(t("This song is in the trash"), t("It was put in the trash by the one who made it, who can restore it."),
                t("Go to my songs"), confirmed -> Ways.toAllSongs());
        gone.setCloseOnEsc(false);
        gone.open();
    }

    private void seat(Person person) {
        frame.seat(person.id().toString(), person.name(), person.cssColour());
    }

    private void changeSelf() {
        Introduction.again(me, renamed -> {
            song.rename(renamed);
            seat(renamed);
            people.show(song.people());
        });
    }

    private void togglePanel() {
        showPanel(!frame.isSideOpen());
    }

    private void showPanel(boolean open) {
        frame.setSideOpen(open);
        markPanel(open);
    }

    private void markPanel(boolean open) {
        panel.getElement().setAttribute("aria-pressed", Boolean.toString(open));
        if (open) {
            panel.removeClassName("unread");
            panel.setAriaLabel(t("Chat and history"));
        }
    }

    @Override
    public void leave() {
        Ways.toAllSongs();
    }

    @Override
    public void export(SongFormat format) {
        // A click on a link, not a change of address: the latter says goodbye to the server, though the page stays.
        UI.getCurrent().getPage().executeJs("""
                const link = document.createElement('a');
                link.href = $0;
                link.download = '';
                link.setAttribute('router-ignore', '');
                document.body.append(link);
                link.click();
                link.remove();
                """, "/api/songs/" + song.link() + "/export" + format.suffix());
    }

    @Override
    public void share() {
        new ShareDialog(song, address).open();
    }

    @Override
    public void exportAudio() {
        new BounceDialog(song, () -> {
            showPanel(true);
            side.showJobs();
        }).open();
    }

    @Override
    public void master() {
        new MasterDialog(song, () -> {
            showPanel(true);
            side.showTray();
        }).open();
    }

    @Override
    public void leadSheet() {
        frame.showLeadSheet();
    }

    @Override
    public void palettes() {
        frame.showPalettes();
    }

    /** A file was dropped on the song: it may become part of it, or a song of its own. */
    void receive(String file, studio.tutti.exchange.Song read) {
        ConfirmDialog where = new ConfirmDialog(t("Where should “{0}” go?", file),
                t("Its tracks can be added below those of this song, from the first bar on, in the tempo of this song."),
                t("Add its tracks here"), confirmed -> add(read));
        where.setRejectable(true);
        where.setRejectText(t("Make a new song of it"));
        where.addRejectListener(rejected -> separate(file, read));
        where.setCancelable(true);
        where.setCancelText(t("Cancel"));
        where.open();
    }

    private void add(studio.tutti.exchange.Song read) {
        try {
            song.addTracks(read);
            if (!read.remarks().isEmpty()) {
                Notices.done(said(read.remarks()));
            }
        } catch (EditRefused refused) {
            Notices.refused(t("The tracks were not added. {0}", told(refused.getMessage())));
        }
    }

    private void separate(String file, studio.tutti.exchange.Song read) {
        try {
            Song made = song.imported(file, read);
            Notices.done(t("“{0}” is among your songs.", made.name()), t("Open it"), () -> Ways.toSong(made.link()));
        } catch (EditRefused refused) {
            Notices.refused(t("“{0}” was not imported. {1}", file, told(refused.getMessage())));
        }
    }

    @Override
    public void duplicate() {
        Song copy = song.duplicate();
        Notices.done(t("“{0}” is among your songs.", copy.name()), t("Open it"), () -> Ways.toSong(copy.link()));
    }

    @Override
    public void history() {
        showPanel(true);
        side.showHistory();
    }

    @Override
    public void trash() {
        ConfirmDialog sure = new ConfirmDialog(t("Move this song to the trash?"),
                t("Nobody can open it then, and everyone who is in it now is sent out. You can restore it from your start page."),
                t("Move to trash"), confirmed -> song.trash());
        sure.setCancelable(true);
        sure.setCancelText(t("Cancel"));
        sure.setConfirmButtonTheme("primary error");
        sure.open();
    }
}
