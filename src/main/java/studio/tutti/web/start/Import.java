package studio.tutti.web.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongRefused;
import studio.tutti.web.look.Notices;

/** Files that are dropped on a page or chosen: each becomes a song of its own, or one sentence says why not. */
public final class Import {

    private static final Logger LOG = LoggerFactory.getLogger(Import.class);

    /** The largest file that is taken, in bytes; the reader bounds what it holds in memory by itself. */
    private static final long LARGEST = 64L << 20;

    private final Songs songs;
    private final Id person;
    private final Arrival arrival;
    private final UploadManager uploads;

    /** Told of each song that came in, in the page's own turn. */
    @FunctionalInterface
    public interface Arrival {

        /** @param remarks what the file held that was mended or left out, a sentence each */
        void came(Song song, List<String> remarks);
    }

    /**
     * @param owner the page that takes the files
     * @param person who makes the songs
     */
    public Import(Component owner, Songs songs, Id person, Arrival arrival) {
        this.songs = songs;
        this.person = person;
        this.arrival = arrival;
        uploads = new UploadManager(owner, this::take);
        uploads.setUploadFormat(UploadFormat.RAW);
        uploads.setMaxFileSize(LARGEST);
        uploads.addFileRejectedListener(rejected -> Notices.refused(
                "“" + rejected.getFileName() + "” is too large: a song file has at most " + (LARGEST >> 20) + " MB. Nothing was imported."));
    }

    /** What buttons and drop zones hand their files to. */
    public UploadManager uploads() {
        return uploads;
    }

    private void take(UploadEvent upload) {
        UI page = upload.getUI();
        String file = upload.getFileName();
        try (var in = upload.getInputStream()) {
            studio.tutti.exchange.Song read = SongReader.read(in, file, MediaSink.NONE);
            Song song = songs.create(person, name(read.arrangement(), file), read.operations());
            page.access(() -> arrival.came(song, read.remarks()));
        } catch (SongRefused | EditRefused refused) {
            String reason = String.valueOf(refused.getMessage());
            page.access(() -> Notices.refused("“" + file + "” was not imported. " + reason));
        } catch (IOException | RuntimeException failure) {
            LOG.warn("A file could not be imported", failure);
            page.access(() -> Notices.refused("“" + file + "” could not be read to its end. Nothing was imported; try again."));
        }
    }

    private static String name(Arrangement arrangement, String file) {
        String name = arrangement.root().text(Property.NAME);
        return name.isBlank() ? file : name;
    }
}
