package studio.tutti.web.song;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import studio.tutti.collaboration.Version;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.web.look.Ago;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Notices;
import studio.tutti.web.picture.SongPicture;

/** A look at the song as it was, and the way back to it. */
final class VersionDialog extends Dialog {

    VersionDialog(OpenSong song, Version version, Runnable then) {
        addClassName("version-dialog");
        String title = version.isAutomatic() ? "The song " + Ago.of(version.time()) : version.name();
        setHeaderTitle(title);
        Arrangement was = song.at(version);
        add(new SongPicture(was), new Paragraph(facts(was)), new Paragraph(
                "Restoring makes the song like this for everyone, as one edit. Nothing is lost: you can undo it, and what the song is now stays in the history."));
        getFooter().add(Buttons.plain("Close", this::close), Buttons.first("Restore", () -> {
            try {
                song.restore(version);
                Notices.done("The song is again what it was: “" + title + "”.");
            } catch (EditRefused refused) {
                Notices.refused("The song was not changed. " + refused.getMessage());
            }
            close();
            then.run();
        }));
    }

    private static String facts(Arrangement was) {
        return count(was, Kind.TRACK) + ", " + count(was, Kind.CLIP) + ", " + count(was, Kind.NOTE);
    }

    private static String count(Arrangement was, Kind kind) {
        int number = was.count(kind);
        return number + " " + kind.word() + (number == 1 ? "" : "s");
    }
}
