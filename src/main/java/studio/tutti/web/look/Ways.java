package studio.tutti.web.look;

import com.vaadin.flow.component.UI;

/**
 * The ways between the pages. Each is a load of its own: the address then always says where one is, and a song that is left
 * gives back its sound and its memory whole.
 */
public final class Ways {

    private Ways() {
    }

    /** @param link the last part of the song's address */
    public static void toSong(String link) {
        UI.getCurrent().getPage().setLocation("/song/" + link);
    }

    /** To a song on which somebody new is shown around. */
    public static void toTour(String link) {
        UI.getCurrent().getPage().setLocation("/song/" + link + "#tour");
    }

    public static void toAllSongs() {
        UI.getCurrent().getPage().setLocation("/");
    }
}
