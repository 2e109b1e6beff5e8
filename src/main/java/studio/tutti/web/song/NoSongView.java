package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Ways;

/** What a link leads to that leads nowhere. */
@Route("no-song")
public class NoSongView extends Main implements HasDynamicTitle {

    public NoSongView() {
        addClassName("start");
        Div empty = new Div(
                new H1(t("No song here")),
                new Paragraph(t(
                        "There is no song behind this link. It may be mistyped, or whoever made the song put it in the trash; they can restore it.")),
                Buttons.first(t("Go to my songs"), Ways::toAllSongs));
        empty.addClassName("start-empty");
        add(empty);
    }

    @Override
    public String getPageTitle() {
        return t("No song here") + " · Tutti";
    }
}
