package studio.tutti.web.look;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.Song;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongRefused;
import studio.tutti.library.MediaRefused;

/** Files that are dropped on a page or chosen: each is read as a song, or one sentence says why not. */
public final class Import {

    private static final Logger LOG = LoggerFactory.getLogger(Import.class);

    /** The largest file that is taken, in bytes: a song with its recordings. The reader bounds what it holds in memory by itself. */
    private static final long LARGEST = 4L << 30;

    private final Arrival arrival;
    private final MediaSink recordings;
    private final UploadManager uploads;

    /** Told of each file that was read, in the page's own turn. */
    @FunctionalInterface
    public interface Arrival {

        /** @throws EditRefused if the song breaks a rule of the model; the person is told */
        void came(String file, Song song);
    }

    /**
     * @param owner the page that takes the files
     * @param recordings where the recordings go that come with songs
     */
    public Import(Component owner, MediaSink recordings, Arrival arrival) {
        this.arrival = arrival;
        this.recordings = recordings;
        uploads = new UploadManager(owner, this::take);
        uploads.setUploadFormat(UploadFormat.RAW);
        uploads.setMaxFileSize(LARGEST);
        uploads.addFileRejectedListener(rejected -> Notices.refused(t(
                "“{0}” is too large: a song file has at most {1} MB. Nothing was imported.", rejected.getFileName(), LARGEST >> 20)));
    }

    /** What buttons and drop zones hand their files to. */
    public UploadManager uploads() {
        return uploads;
    }

    private void take(UploadEvent upload) {
        UI page = upload.getUI();
        String file = upload.getFileName();
        try (var in = upload.getInputStream()) {
            Song song = SongReader.read(in, file, recordings);
            page.access(() -> arrive(file, song));
        } catch (SongRefused | MediaRefused refused) {
            page.access(() -> refuse(file, refused));
        } catch (IOException | RuntimeException failure) {
            LOG.warn("A file could not be imported", failure);
            page.access(() -> Notices.refused(t("“{0}” could not be read to its end. Nothing was imported; try again.", file)));
        }
    }

    private void arrive(String file, Song song) {
        try {
            arrival.came(file, song);
        } catch (EditRefused refused) {
            refuse(file, refused);
        }
    }

    private static void refuse(String file, Exception reason) {
        Notices.refused(t("“{0}” was not imported. {1}", file, told(reason.getMessage())));
    }
}
