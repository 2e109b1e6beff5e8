package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.tutti.account.Person;
import studio.tutti.collaboration.Rooms;
import studio.tutti.collaboration.Song;
import studio.tutti.library.Media;
import studio.tutti.web.person.Introduction;
import studio.tutti.web.person.Me;
import studio.tutti.web.look.Import;
import studio.tutti.web.trust.Address;

/** One song, opened by its link: the studio, once it is known who sits before it. */
@Route("song/:link")
public class StudioView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Me me;
    private final Address address;
    private final OpenSong.House house;
    private final Media media;

    private String link = "";
    private String title = "Tutti";
    private Rooms.@Nullable Watch watch;

    StudioView(Me me, Address address, OpenSong.House house, Media media) {
        this.media = media;
        this.me = me;
        this.address = address;
        this.house = house;
        addClassName("studio");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = event.getRouteParameters().get("link").orElseThrow();
        Optional<Song> song = song();
        title = song.map(found -> found.name() + " · Tutti").orElse("Tutti");
        if (song.isEmpty()) {
            event.rerouteTo(NoSongView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        removeAll();
        Introduction.of(me, this::enter);
    }

    private void enter(Person person) {
        song().ifPresent(song -> {
            OpenSong open = new OpenSong(link, person, house);
            open.opened();
            Studio studio = new Studio(open, song, me, address);
            UploadDropZone drop = new UploadDropZone(studio.frame(), new Import(this, (hash, content) -> media.keep(me.id(), "", hash, content), studio::receive).uploads());
            drop.addClassName("studio-drop");
            drop.getElement().setAttribute("data-drop", t("Drop a song file here"));
            add(drop);
            getUI().ifPresent(page -> watch = open.watch(new Watching(page, studio)));
        });
    }

    private Optional<Song> song() {
        return house.songs().find(link).filter(found -> !found.trashed());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}
