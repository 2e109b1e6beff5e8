package studio.tutti.web.start;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import studio.tutti.collaboration.Song;
import studio.tutti.web.look.Buttons;

/** What its maker threw away, to be taken back. */
final class Trash extends Details {

    Trash(List<Song> songs, Consumer<Song> restore) {
        super(t("Trash ({0})", songs.size()));
        addClassName("start-trash");
        UnorderedList list = new UnorderedList();
        for (Song song : songs) {
            list.add(new ListItem(new Span(song.name()), Buttons.plain(t("Restore"), () -> restore.accept(song))));
        }
        add(list);
    }
}
