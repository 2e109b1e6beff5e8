package studio.tutti.exchange;

import org.springframework.stereotype.Component;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.audiofile.AudioWriter;
import studio.tutti.audiofile.Encoding;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Songs;
import studio.tutti.collaboration.Versions;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.editing.AudioGestures;
import studio.tutti.core.editing.BounceGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.jobs.JobFailed;
import studio.tutti.jobs.Products;
import studio.tutti.jobs.Task;
import studio.tutti.jobs.Work;
import studio.tutti.library.Instruments;
import studio.tutti.library.Media;
import studio.tutti.library.MediaRefused;
import studio.tutti.library.Medium;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Bounces a track in its place: what its instrument plays becomes a recording on a new track, by one edit of the person who asked. The
 * edit's new elements are named after the job, so that a job that is done twice makes it once.
 */
@Component
class BouncingInPlace implements Work {

    static final String KIND = "in-place";

    private static final int RATE = 48_000;
    private static final int BLOCK = 4096;
    /** Louder recordings are turned down by the file and up again by the clip. */
    private static final float LOUDEST = 0.99f;

    private final Songs songs;
    private final Versions versions;
    private final Instruments instruments;
    private final Media media;
    private final Products products;

    BouncingInPlace(Songs songs, Versions versions, Instruments instruments, Media media, Products products) {
        this.songs = songs;
        this.versions = versions;
        this.instruments = instruments;
        this.media = media;
        this.products = products;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What such a job is told. */
    static String inputs(String link, long revision, Id track, long start, long end) {
        return link + " " + revision + " " + track + " " + start + " " + end;
    }

    @Override
    public String run(Task task) throws Exception {
        String[] inputs = task.job().inputs().split(" ");
        Id track = Id.parse(inputs[2]);
        Path workshop = products.workshop();
        Path raw = workshop.resolve("raw.wav");
        Path kept = workshop.resolve("kept.wav");
        try {
            Arrangement then = versions.at(inputs[0], Long.parseLong(inputs[1]));
            Element played = then.alive(track);
            if (played == null) {
                throw new JobFailed("The track is not there any more.");
            }
            long start = Long.parseLong(inputs[3]);
            Mixdown mix = Mixdown.instrument(then, instruments, RATE, played.handle(), start, Long.parseLong(inputs[4])).with(media);
            task.weigh("", Math.max(1, mix.seconds()));
            Mixdown.Range range = mix.write(raw, Encoding.WAV_FLOAT, share -> task.progress(0.8 * share));
            if (range.peak() == 0) {
                throw new JobFailed("The track plays nothing here that could be bounced.");
            }
            // a tenth of a decibel is what clips are set by
            long gain = range.peak() <= LOUDEST ? 0 : 10 * (long) Math.ceil(200 * Math.log10(range.peak() / LOUDEST));
            String name = played.text(Property.NAME);
            turnDown(raw, kept, (float) Math.pow(10, -gain / 2000.0), task);
            Medium medium;
            try (InputStream in = Files.newInputStream(kept)) {
                medium = media.keep(task.job().person(), StemNames.clean(name, "Track") + ".wav", "", in);
            }
            place(inputs[0], task, track, new AudioGestures.Recording(medium.hash(), name.isEmpty() ? "Track" : name,
                    Math.round(1e9 * medium.frames() / medium.rate())), start, gain);
            return "";
        } catch (NoSuchSong | SongRefused | MediaRefused | EditRefused refused) {
            throw new JobFailed(refused.getMessage());
        } finally {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(kept);
            Files.delete(workshop);
        }
    }

    private void place(String link, Task task, Id track, AudioGestures.Recording recording, long start, long gain) {
        UUID job = task.job().id();
        IdSequence ids = new IdSequence(job.getMostSignificantBits(), job.getLeastSignificantBits() >>> 2);
        Arrangement now = songs.arrangement(link);
        Element played = now.alive(track);
        if (played == null) {
            throw new EditRefused("The track is not there any more.");
        }
        Gesture gesture = new BounceGestures(now, ids).inPlace(played, recording, start, gain);
        if (now.find(gesture.made().getFirst()) == null) {
            songs.edit(link, task.job().person(), gesture.label(), gesture.operations());
        }
    }

    private static void turnDown(Path raw, Path kept, float factor, Task task) throws IOException {
        float[][] block = new float[2][BLOCK];
        try (AudioSource source = AudioFile.open(raw); AudioWriter writer = AudioWriter.create(kept, Encoding.WAV_24, RATE, 2)) {
            for (int some = source.read(block, 0, BLOCK); some > 0; some = source.read(block, 0, BLOCK)) {
                for (float[] channel : block) {
                    for (int i = 0; i < some; i++) {
                        channel[i] *= factor;
                    }
                }
                writer.write(block, 0, some);
                task.progress(0.9);
            }
            writer.finish();
        }
    }
}
