package studio.tutti.web.song;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Ways;

/** What a link leads to that leads nowhere. */
@Route("no-song")
@PageTitle("No song here · Tutti")
public class NoSongView extends Main {

    public NoSongView() {
        addClassName("start");
        Div empty = new Div(
                new H1("No song here"),
                new Paragraph("There is no song behind this link. It may be mistyped, or whoever made the song put it in the trash; "
                        + "they can restore it."),
                Buttons.first("Go to my songs", Ways::toAllSongs));
        empty.addClassName("start-empty");
        add(empty);
    }
}
