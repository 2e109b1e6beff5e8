package studio.tutti.share.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.audiofile.AudioWriter;
import studio.tutti.audiofile.Encoding;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Versions;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Property;
import studio.tutti.exchange.Mixdown;
import studio.tutti.exchange.SongRefused;
import studio.tutti.jobs.JobFailed;
import studio.tutti.jobs.Products;
import studio.tutti.jobs.Task;
import studio.tutti.jobs.Work;
import studio.tutti.library.Instruments;
import studio.tutti.library.Media;
import studio.tutti.share.SharedSong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the sound of a link: FLAC of 24 bits at 48 kHz from the engine, Opus and an outline from that. */
@Component
class ShareWork implements Work {

    static final String KIND = "share";

    private static final int RATE = 48_000;
    private static final int BLOCK = 4096;
    /** How much of the work is the bounce. */
    private static final double BOUNCE = 0.8;
    /** Links hold until they are revoked. */
    private static final Instant FOR_EVER = Instant.ofEpochMilli(Long.MAX_VALUE / 2);

    private final Versions versions;
    private final Instruments instruments;
    private final Media media;
    private final Products products;
    private final ShareStore store;

    ShareWork(Versions versions, Instruments instruments, Media media, Products products, ShareStore store) {
        this.versions = versions;
        this.instruments = instruments;
        this.media = media;
        this.products = products;
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(Task task) throws Exception {
        String[] inputs = task.job().inputs().split(" ");
        long revision = Long.parseLong(inputs[2]);
        Path workshop = products.workshop();
        Path flac = workshop.resolve("sound.flac");
        Path opus = workshop.resolve("sound.opus");
        try {
            Arrangement arrangement = versions.at(inputs[1], revision);
            Mixdown mix = Mixdown.of(arrangement, instruments, RATE).with(media);
            task.weigh("", Math.max(1, mix.seconds()));
            mix.write(flac, Encoding.FLAC_24, share -> task.progress(BOUNCE * share));
            String outline;
            double seconds;
            try (AudioSource source = AudioFile.open(flac)) {
                outline = encode(source, opus, task);
                seconds = (double) source.frames() / RATE;
            }
            String title = arrangement.root().text(Property.NAME);
            String lossless = products.keep(flac, FOR_EVER);
            String small = products.keep(opus, FOR_EVER);
            Optional<SharedSong> before = store.find(inputs[0]);
            if (store.sounds(inputs[0], revision, title, lossless, small, seconds, outline)) {
                before.ifPresent(this::letGo);
            } else {
                // revoked meanwhile, or another version is wanted: nobody will hear it
                letGo(lossless, small);
            }
            return "";
        } catch (NoSuchSong | SongRefused refused) {
            throw new JobFailed(refused.getMessage());
        } finally {
            Files.deleteIfExists(flac);
            Files.deleteIfExists(opus);
            Files.delete(workshop);
        }
    }

    /** What played before is thrown away soon, unless another link plays it: somebody may be listening. */
    private void letGo(SharedSong before) {
        letGo(before.flac(), before.opus());
    }

    private void letGo(@Nullable String flac, @Nullable String opus) {
        Stream.of(flac, opus).filter(hash -> hash != null && store.using(hash) == 0)
                .forEach(hash -> products.until(hash, Instant.now().plus(Duration.ofHours(1))));
    }

    private static String encode(AudioSource source, Path opus, Task task) throws IOException {
        Outline outline = new Outline(source.frames());
        float[][] block = new float[2][BLOCK];
        try (AudioWriter writer = AudioWriter.create(opus, Encoding.OPUS, RATE, 2)) {
            long done = 0;
            for (int some = source.read(block, 0, BLOCK); some > 0; some = source.read(block, 0, BLOCK)) {
                outline.add(block, some);
                writer.write(block, 0, some);
                done += some;
                task.progress(BOUNCE + (1 - BOUNCE) * done / Math.max(1, source.frames()));
            }
            writer.finish();
        }
        return outline.letters();
    }
}
