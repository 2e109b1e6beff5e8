package studio.tutti.exchange;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import studio.tutti.audiofile.AudioRefused;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Versions;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Property;
import studio.tutti.jobs.JobFailed;
import studio.tutti.jobs.Products;
import studio.tutti.jobs.Task;
import studio.tutti.jobs.Work;
import studio.tutti.jobs.Workshop;
import studio.tutti.library.Instruments;
import studio.tutti.library.Media;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bounces songs as jobs: a mix as one file; stems, with the mix if that is wanted, too, as a ZIP file. */
@Component
class Bouncing implements Work {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double SILENCE = 6.3e-8;

    private final Versions versions;
    private final Instruments instruments;
    private final Media media;
    private final Products products;
    private final ObjectProvider<Signature> signature;
    private final Duration kept;

    Bouncing(Versions versions, Instruments instruments, Media media, Products products, ObjectProvider<Signature> signature,
            @Value("${tutti.bounces.days:7}") int days) {
        this.versions = versions;
        this.instruments = instruments;
        this.media = media;
        this.products = products;
        this.signature = signature;
        kept = Duration.ofDays(days);
    }

    @Override
    public String kind() {
        return BounceOrder.KIND;
    }

    @Override
    public String run(Task task) throws Exception {
        BounceOrder order = JSON.readValue(task.job().inputs(), BounceOrder.class);
        try (Workshop workshop = new Workshop(products)) {
            return JSON.writeValueAsString(bounce(order, task, workshop.folder()));
        } catch (NoSuchSong | SongRefused | AudioRefused refused) {
            throw new JobFailed(refused.getMessage());
        }
    }

    private Bounced bounce(BounceOrder order, Task task, Path workshop) throws IOException {
        Arrangement arrangement = versions.at(order.link(), order.revision());
        String song = StemNames.clean(arrangement.root().text(Property.NAME), "Song");
        Mixdown plain = order.isPart() ? Mixdown.of(arrangement, instruments, order.rate(), order.firstBar(), order.lastBar())
                : Mixdown.of(arrangement, instruments, order.rate());
        Mixdown mix = plain.with(media);
        int parts = (order.stems() ? mix.tracks() : 0) + 1;
        if (order.stems() && mix.tracks() == 0) {
            throw new SongRefused("The song has no track that could be a stem.");
        }
        task.weigh(order.encoding().name() + " " + order.rate() + (parts > 1 ? " stems" : ""), Math.max(1, mix.seconds() * parts));
        String suffix = "." + order.encoding().suffix();
        Path file = workshop.resolve("mix" + suffix);
        // stems end where the mix does, so that is made even where only they are wanted
        Mixdown.Range range = mix.write(file, order.encoding(), share -> task.progress(share / parts));
        double seconds = (double) range.length() / order.rate();
        double peak = range.peak() > SILENCE ? Math.round(2000 * Math.log10(range.peak())) / 100.0 : -144;
        if (!order.stems()) {
            long size = Files.size(file);
            return new Bounced(song + suffix, keep(file), order.encoding().mediaType(), size, seconds, peak);
        }
        Map<String, Path> files = new LinkedHashMap<>();
        if (order.mix()) {
            files.put(song + suffix, file);
        }
        for (int track = 0; track < mix.tracks(); track++) {
            int done = 1 + track;
            Path stem = workshop.resolve(track + suffix);
            mix.until(range.to()).stem(track).write(stem, order.encoding(), share -> task.progress((done + share) / parts));
            files.put("stems/" + StemNames.of(arrangement, track, mix.trackName(track)) + suffix, stem);
        }
        signature.ifAvailable(each -> each.sign(order.link(), arrangement));
        String credits = arrangement.root().text(Property.CREDITS);
        if (!credits.isBlank()) {
            Path text = workshop.resolve("credits");
            Files.writeString(text, credits + "\n");
            files.put("CREDITS.txt", text);
        }
        Path zip = workshop.resolve("all.zip");
        pack(song, files, zip, task);
        long size = Files.size(zip);
        return new Bounced(song + ".zip", keep(zip), "application/zip", size, seconds, peak);
    }

    private String keep(Path file) throws IOException {
        return products.keep(file, Instant.now().plus(kept));
    }

    /** Sound hardly gets smaller by zipping; the dates are the same every time, so the same song gives the same bytes. */
    private static void pack(String song, Map<String, Path> files, Path zip, Task task) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream packed = new ZipOutputStream(out)) {
            packed.setLevel(1);
            byte[] block = new byte[1 << 16];
            for (Map.Entry<String, Path> each : files.entrySet()) {
                ZipEntry entry = new ZipEntry(song + "/" + each.getKey());
                entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
                packed.putNextEntry(entry);
                try (var in = Files.newInputStream(each.getValue())) {
                    for (int some = in.read(block); some > 0; some = in.read(block)) {
                        packed.write(block, 0, some);
                        task.progress(1);
                    }
                }
                packed.closeEntry();
            }
        }
    }
}
