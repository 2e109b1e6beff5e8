package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

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
        String title = version.isAutomatic() ? t("The song {0}", Ago.of(version.time())) : version.name();
        setHeaderTitle(title);
        Arrangement was = song.at(version);
        add(new SongPicture(was), new Paragraph(facts(was)), new Paragraph(
                t("Restoring makes the song like this for everyone, as one edit. Nothing is lost: you can undo it, and what the song is now stays in the history.")));
        getFooter().add(Buttons.plain(t("Close"), this::close), Buttons.first(t("Restore"), () -> {
            try {
                song.restore(version);
                Notices.done(t("The song is again what it was: “{0}”.", title));
            } catch (EditRefused refused) {
                Notices.refused(t("The song was not changed. {0}", told(refused.getMessage())));
            }
            close();
            then.run();
        }));
    }

    private static String facts(Arrangement was) {
        int tracks = was.count(Kind.TRACK);
        int clips = was.count(Kind.CLIP);
        int notes = was.count(Kind.NOTE);
        return String.join(t(", "),
                tracks == 1 ? t("1 track") : t("{0} tracks", tracks),
                clips == 1 ? t("1 clip") : t("{0} clips", clips),
                notes == 1 ? t("1 note") : t("{0} notes", notes));
    }
}
