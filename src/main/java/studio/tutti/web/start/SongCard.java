package studio.tutti.web.start;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import studio.tutti.account.Person;
import studio.tutti.collaboration.Song;
import studio.tutti.web.look.Ago;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Glyph;
import studio.tutti.web.person.Portrait;

/** One song of the start page: its picture, its name, when it changed and who is in it now. */
final class SongCard extends ListItem {

    /** What can be done with a song from the start page. */
    interface Actions {
        void duplicate(Song song);

        void trash(Song song);

        void remove(Song song);
    }

    /**
     * @param whose such as "yours" or "by Clara"
     * @param here who is in the song now
     */
    SongCard(Song song, Component picture, String whose, List<Person> here, boolean isMine, Actions actions) {
        addClassName("song-card");

        Span name = new Span(song.name());
        name.addClassName("song-name");
        Span facts = new Span(whose + " · " + Ago.of(song.changed()));
        facts.addClassName("song-facts");
        Div text = new Div(name, facts);
        text.addClassName("song-text");

        Div people = new Div();
        people.addClassName("song-people");
        here.stream().limit(4).map(Portrait::new).forEach(people::add);
        if (!here.isEmpty()) {
            people.getElement().setAttribute("aria-label", here.size() == 1 ? t("1 person here now") : t("{0} people here now", here.size()));
        }

        Anchor open = new Anchor("/song/" + song.link(), picture, text);
        open.addClassName("song-open");
        open.setRouterIgnore(true);

        Button more = Buttons.icon(Glyph.MORE, t("What to do with “{0}”", song.name()), () -> { });
        more.addClassName("song-more");
        ContextMenu menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        menu.addItem(t("Duplicate"), chosen -> actions.duplicate(song));
        if (isMine) {
            menu.addItem(t("Move to trash…"), chosen -> actions.trash(song));
        } else {
            menu.addItem(t("Remove from this page"), chosen -> actions.remove(song));
        }
        add(open, people, more);
    }
}
