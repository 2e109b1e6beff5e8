package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.exchange.SongFormat;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Glyph;
import studio.tutti.web.look.Notices;
import studio.tutti.web.words.LanguageSwitch;

/** The song's name, to be changed in place, the way back to all songs, and what can be done with the whole song. */
final class SongTitle extends Div {

    /** What the menu leads to. */
    interface Actions {
        void leave();

        void export(SongFormat format);

        void exportAudio();

        void master();

        void leadSheet();

        void palettes();

        void share();

        void duplicate();

        void history();

        void trash();
    }

    private final OpenSong song;
    private final TextField name = new TextField();

    SongTitle(OpenSong song, Song now, Actions actions) {
        this.song = song;
        addClassName("song-title");
        Button back = Buttons.icon(Glyph.BACK, t("All songs"), actions::leave);

        name.setAriaLabel(t("Name of the song"));
        name.setMaxLength(Songs.LONGEST_NAME);
        name.setValue(now.name());
        name.addClassName("song-title-name");
        name.addKeyDownListener(Key.ENTER, pressed -> name.blur());
        name.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                rename(change.getOldValue(), change.getValue().strip());
            }
        });

        Button more = Buttons.icon(Glyph.MORE, t("What to do with this song"), () -> { });
        ContextMenu menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        menu.addItem(t("Share for listening…"), chosen -> actions.share());
        menu.addItem(t("Export audio…"), chosen -> actions.exportAudio());
        menu.addItem(t("Master…"), chosen -> actions.master());
        menu.addItem(t("Lead sheet…"), chosen -> actions.leadSheet());
        menu.addItem(t("Style palettes…"), chosen -> actions.palettes());
        menu.addItem(t("Export as MIDI"), chosen -> actions.export(SongFormat.MIDI));
        menu.addItem(t("Export as MusicXML"), chosen -> actions.export(SongFormat.MUSICXML));
        menu.addItem(t("Save as a Tutti file"), chosen -> actions.export(SongFormat.TUTTI));
        menu.addItem(t("Duplicate"), chosen -> actions.duplicate());
        menu.addItem(t("Versions…"), chosen -> actions.history());
        if (now.maker().equals(song.me().id())) {
            menu.addItem(t("Move to trash…"), chosen -> actions.trash());
        }
        menu.addItem(LanguageSwitch.otherName(), chosen -> LanguageSwitch.change());
        // what the studio's own commands press
        Button audio = Buttons.plain(t("Export audio…"), actions::exportAudio);
        audio.addClassName("pressed-by-keys");
        audio.addClassName("export-audio-button");
        Button master = Buttons.plain(t("Master…"), actions::master);
        master.addClassName("pressed-by-keys");
        master.addClassName("master-button");
        Button share = Buttons.plain(t("Share for listening…"), actions::share);
        share.addClassName("pressed-by-keys");
        share.addClassName("share-button");
        add(back, name, more, audio, master, share);
    }

    /** Someone gave the song another name. */
    void show(String text) {
        if (!text.equals(name.getValue())) {
            name.setValue(text);
        }
    }

    private void rename(String before, String wanted) {
        if (wanted.isEmpty()) {
            name.setValue(before);
            return;
        }
        try {
            song.rename(wanted);
        } catch (EditRefused refused) {
            name.setValue(before);
            Notices.refused(t("The song keeps its name. {0}", told(refused.getMessage())));
        }
    }
}
