package studio.tutti.web.start;

import static studio.tutti.web.words.Words.said;
import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import studio.tutti.account.Person;
import studio.tutti.collaboration.Song;
import studio.tutti.exchange.Template;
import studio.tutti.library.Media;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Glyph;
import studio.tutti.web.look.Import;
import studio.tutti.web.look.Notices;
import studio.tutti.web.look.Ways;
import studio.tutti.web.person.Introduction;
import studio.tutti.web.person.Me;
import studio.tutti.web.person.Portrait;
import studio.tutti.web.words.LanguageSwitch;

/** The first page: the songs that this browser made or opened, and ways to begin one. */
@Route("")
@PageTitle("Tutti")
public class StartView extends Main implements SongCard.Actions {

    private final Me me;
    private final Desk desk;
    private final Media media;
    private final Div account = new Div();
    private final Div songs = new Div();

    StartView(Me me, Desk desk, Media media) {
        this.media = media;
        this.me = me;
        this.desk = desk;
        addClassName("start");
        songs.addClassName("start-songs");
        account.addClassName("start-account");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        removeAll();
        Introduction.of(me, this::welcome);
        if (me.person().isEmpty()) {
            add(header());
        }
    }

    private void welcome(Person person) {
        removeAll();
        Import imports = new Import(this, (hash, content) -> media.keep(me.id(), "", hash, content), (file, song) -> arrived(desk.imported(file, song, me.id()), song.remarks()));
        show(person);
        fill(imports);
        UploadDropZone zone = new UploadDropZone(new Div(header(), songs), imports.uploads());
        zone.addClassName("start-page");
        zone.getElement().setAttribute("data-drop", t("Drop a song file here"));
        add(zone);
    }

    private Component header() {
        Image mark = new Image("icon.svg", "");
        H1 name = new H1("Tutti");
        Header header = new Header(mark, name, account);
        header.addClassName("start-header");
        return header;
    }

    private void show(Person person) {
        account.removeAll();
        Button self = new Button(person.name(), new Portrait(person), pressed -> Introduction.again(me, this::show));
        self.addThemeVariants(ButtonVariant.TERTIARY);
        self.setTooltipText(t("Change your name and colour"));
        account.add(new LanguageSwitch(), self);
    }

    private void fill(Import imports) {
        songs.removeAll();
        List<Song> mine = desk.songsOf(me.id());
        List<Song> open = mine.stream().filter(song -> !song.trashed()).toList();
        List<Song> trashed = mine.stream().filter(song -> song.trashed() && song.maker().equals(me.id())).toList();
        Button blank = Buttons.first(t("New song"), () -> open(desk.blank(me.id())));
        UploadButton file = new UploadButton(t("Import a file"), imports.uploads());
        file.setIcon(Glyph.UPLOAD.icon());
        if (open.isEmpty()) {
            songs.add(nothingYet(blank, file), new TemplateRow(this::begin));
        } else {
            Div ways = new Div(new H2(t("Your songs")), blank, file, demo());
            ways.addClassName("start-ways");
            UnorderedList list = new UnorderedList();
            list.addClassName("song-cards");
            open.forEach(song -> list.add(card(song)));
            songs.add(ways, list, new TemplateRow(this::begin));
        }
        if (!trashed.isEmpty()) {
            songs.add(new Trash(trashed, song -> {
                desk.songs().restore(song.link(), me.id());
                fill(imports);
            }));
        }
    }

    private Component nothingYet(Button blank, UploadButton file) {
        H2 question = new H2(t("Write a song together"));
        Paragraph how = new Paragraph(t("Begin with an empty song or drop a MIDI or MusicXML file here. Then send its link to the others: everyone writes in it at once, and everyone hears it."));
        Div ways = new Div(blank, file, demo());
        ways.addClassName("start-ways");
        Div empty = new Div(question, how, ways);
        empty.addClassName("start-empty");
        return empty;
    }

    private Button demo() {
        return Buttons.plain(Glyph.NOTE, t("Open the demo song"), () -> Ways.toTour(desk.demo(me.id()).link()));
    }

    private void begin(Template template) {
        open(desk.begin(template, me.id()));
    }

    private SongCard card(Song song) {
        boolean isMine = song.maker().equals(me.id());
        return new SongCard(song, desk.picture(song), isMine ? t("yours") : desk.whose(song), desk.peopleIn(song), isMine, this);
    }

    private static void open(Song song) {
        Ways.toSong(song.link());
    }

    private void arrived(Song song, List<String> remarks) {
        if (remarks.isEmpty()) {
            open(song);
        } else {
            again();
            Notices.done(t("“{0}” is here. {1}", song.name(), said(remarks)), t("Open it"), () -> open(song));
        }
    }

    @Override
    public void duplicate(Song song) {
        desk.duplicate(song, me.id());
        again();
    }

    @Override
    public void trash(Song song) {
        ConfirmDialog sure = new ConfirmDialog(t("Move “{0}” to the trash?", song.name()),
                t("Nobody can open it then, and those who are in it now are sent out. You can restore it from this page."),
                t("Move to trash"), confirmed -> {
                    desk.songs().trash(song.link(), me.id());
                    again();
                });
        sure.setCancelable(true);
        sure.setCancelText(t("Cancel"));
        sure.setConfirmButtonTheme("primary error");
        sure.open();
    }

    @Override
    public void remove(Song song) {
        desk.remove(song, me.id());
        again();
        Notices.done(t("“{0}” is off this page; its link still opens it.", song.name()));
    }

    private void again() {
        me.person().ifPresent(this::welcome);
    }
}
