package studio.tutti.finishing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.exchange.Bounced;
import studio.tutti.jobs.JobFailed;
import studio.tutti.jobs.Products;
import studio.tutti.jobs.Task;
import studio.tutti.jobs.Work;
import studio.tutti.jobs.Workshop;
import studio.tutti.library.Media;
import studio.tutti.library.Medium;
import studio.tutti.mastering.MasterReport;
import studio.tutti.mastering.Output;
import studio.tutti.mastering.Passes;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.Rising;
import studio.tutti.mastering.sheet.MasterSheet;
import tools.jackson.databind.json.JsonMapper;

/** Lets audio tools work on files of songs, as jobs. */
@Component
class ToolWork implements Work {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where the listening ends and the writing begins, of 1. */
    private static final double HEARD = 0.85;
    /** Where the writing ends if a sheet follows. */
    private static final double WRITTEN = 0.95;
    private static final double SILENCE = 6.3e-8;

    private final Media media;
    private final Products products;
    private final Duration kept;

    ToolWork(Media media, Products products, @Value("${tutti.bounces.days:7}") int days) {
        this.media = media;
        this.products = products;
        kept = Duration.ofDays(days);
    }

    @Override
    public String kind() {
        return ToolOrder.KIND;
    }

    @Override
    public String run(Task task) throws Exception {
        ToolOrder order = JSON.readValue(task.job().inputs(), ToolOrder.class);
        try (Workshop workshop = new Workshop(products)) {
            return JSON.writeValueAsString(made(order, task, workshop.folder()));
        } catch (AudioRefused | IllegalArgumentException refused) {
            throw new JobFailed(String.valueOf(refused.getMessage()));
        }
    }

    private ToolMade made(ToolOrder order, Task task, Path workshop) throws IOException, JobFailed {
        Recording in = recording(order.media(), workshop.resolve("in"), task);
        Recording reference = order.reference() == null ? null : recording(order.reference(), workshop.resolve("reference"), task);
        long frames = frames(in);
        double work = ToolRun.TOOLS.getOrDefault(order.tool(), 1) * (double) (frames + (reference == null ? 0 : frames(reference) / 4));
        Rising told = new Rising(task::progress);
        Passes passes = new Passes(work, told.between(0, HEARD));
        boolean counts = order.tool().equals("master") || order.tool().equals("limit");
        Recording heard = counts ? in : passes.watched(in);
        ToolRun run = ToolRun.of(order, heard, reference == null || counts ? reference : passes.watched(reference), passes);
        String report = run.report() == null ? null : JSON.writeValueAsString(run.report()) + "\n";
        double seconds = (double) frames / in.rate();
        if (run.sound() == null) {
            Path figures = Files.writeString(workshop.resolve("figures"), String.valueOf(report));
            long size = Files.size(figures);
            String hash = keep(figures);
            return new ToolMade(new Bounced(order.name() + ".json", hash, "application/json", size, seconds, -144), hash, null);
        }
        Path out = workshop.resolve("out." + order.encoding().suffix());
        double end = run.report() instanceof MasterReport ? WRITTEN : 1;
        Output written = Output.write(run.sound(), out, order.encoding(), false, told.between(HEARD, end));
        long size = Files.size(out);
        String sheet = run.report() instanceof MasterReport figures ? sheet(order, in, run.sound(), figures, workshop.resolve("sheet"), told.between(WRITTEN, 1)) : null;
        return new ToolMade(new Bounced(order.name() + "." + order.encoding().suffix(), keep(out), order.encoding().mediaType(), size, seconds,
                written.peak() < SILENCE ? -144 : Math.round(2000 * Math.log10(written.peak())) / 100.0), report == null ? null : keep(Files.writeString(workshop.resolve("report"), report)), sheet);
    }

    private String sheet(ToolOrder order, Recording before, Recording after, MasterReport report, Path file, DoubleConsumer told)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            MasterSheet.write(List.of(new MasterSheet.Page(order.name(), before, after, report,
                    SheetSettings.of(ToolRun.mastering(order), order.reference(), media, report))), out, told);
        }
        return keep(file);
    }

    private Recording recording(String hash, Path file, Task task) throws IOException, JobFailed {
        Medium medium = media.find(hash).orElseThrow(() -> new JobFailed("The file is not here any more: send it again."));
        try (InputStream in = media.open(medium); OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[1 << 18];
            for (int some = in.read(piece); some > 0; some = in.read(piece)) {
                out.write(piece, 0, some);
                task.progress(0);
            }
        }
        return Recording.of(file);
    }

    private static long frames(Recording recording) throws IOException {
        try (AudioSource source = recording.play()) {
            return Math.max(1, source.frames());
        }
    }

    private String keep(Path file) throws IOException {
        return products.keep(file, Instant.now().plus(kept));
    }
}
