package studio.tutti.web.bounce;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import studio.tutti.audiofile.Encoding;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.exchange.BounceOrder;
import studio.tutti.exchange.Bounced;
import studio.tutti.exchange.Bounces;
import studio.tutti.finishing.ToolMade;
import studio.tutti.finishing.ToolOrder;
import studio.tutti.finishing.Tools;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.JobRefused;
import studio.tutti.jobs.Jobs;
import studio.tutti.jobs.Products;
import studio.tutti.library.MediaRefused;
import studio.tutti.web.Visitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Orders bounces, tells of jobs, calls them off and hands out what they made. Whoever knows a job's id may. */
@RestController
class JobsApi {

    private final Jobs jobs;
    private final Bounces bounces;
    private final Products products;
    private final Songs songs;
    private final Tools tools;

    JobsApi(Jobs jobs, Bounces bounces, Products products, Songs songs, Tools tools) {
        this.jobs = jobs;
        this.bounces = bounces;
        this.products = products;
        this.songs = songs;
        this.tools = tools;
    }

    /**
     * A job as scripts see it.
     *
     * @param id its own
     * @param kind what it does
     * @param state waiting, running, done, failed or cancelled
     * @param share how much is done, 0 to 1
     * @param remaining seconds, null while that can't be told
     * @param attempt how many workers have taken it up
     * @param worker the node that has it
     * @param error why it failed
     * @param name of the file that came out
     * @param file where that can be had
     * @param size its bytes
     * @param seconds how long it lasts
     * @param peak its highest sample in dBFS
     * @param report where what a tool did can be had, as JSON
     * @param sheet where the report of a master can be had, as PDF
     */
    record Shown(UUID id, String kind, String state, double share, @Nullable Double remaining, int attempt, String worker, @Nullable String error,
            @Nullable String name, @Nullable String file, @Nullable Long size, @Nullable Double seconds, @Nullable Double peak, @Nullable String report,
            @Nullable String sheet) {}

    /** Orders a bounce of a song as it is now. */
    @PostMapping("/api/songs/{link}/bounces")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Shown order(@PathVariable String link, @RequestParam(defaultValue = "wav") String format, @RequestParam(defaultValue = "24") String bits,
            @RequestParam(defaultValue = "44100") int rate, @RequestParam(required = false) @Nullable String bars,
            @RequestParam(defaultValue = "true") boolean mix, @RequestParam(defaultValue = "false") boolean stems, HttpServletRequest request) {
        Id person = Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        return shown(bounces.order(link, person, Encoding.of(format, bits), rate, BounceOrder.bars(bars), mix, stems));
    }

    /** Orders a track to be bounced in its place, from one tick to another, or to its end. */
    @PostMapping("/api/songs/{link}/tracks/{track}/bounce")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Shown inPlace(@PathVariable String link, @PathVariable String track, @RequestParam(defaultValue = "0") long start,
            @RequestParam(defaultValue = "0") long end, HttpServletRequest request) {
        Id person = Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        return shown(bounces.inPlace(link, person, Id.parse(track), start, end));
    }

    /** The latest jobs of a song. */
    @GetMapping("/api/songs/{link}/jobs")
    List<Shown> of(@PathVariable String link) {
        Song song = songs.find(link).filter(found -> !found.trashed()).orElseThrow(NoSuchSong::new);
        return jobs.of(song.id(), 50).stream().map(this::shown).toList();
    }

    /** How a job stands. */
    @GetMapping("/api/jobs/{id}")
    Shown find(@PathVariable UUID id) {
        return shown(job(id));
    }

    /** Calls a job off. */
    @DeleteMapping("/api/jobs/{id}")
    Shown cancel(@PathVariable UUID id) {
        jobs.cancel(job(id).id());
        return shown(job(id));
    }

    /** The file that a bounce or a tool made; parts of it may be asked for. */
    @GetMapping("/api/jobs/{id}/file")
    ResponseEntity<Resource> file(@PathVariable UUID id) throws IOException {
        Bounced made = made(job(id)).orElseThrow(JobsApi::noFile);
        return handedOut(made.hash(), made.type(), made.name());
    }

    /** What a tool did, as JSON. */
    @GetMapping("/api/jobs/{id}/report")
    ResponseEntity<Resource> report(@PathVariable UUID id) throws IOException {
        ToolMade made = tools.result(job(id)).filter(each -> each.report() != null).orElseThrow(JobsApi::noFile);
        return handedOut(String.valueOf(made.report()), "application/json", made.file().name() + ".report.json");
    }

    /** The report of a master, as PDF. */
    @GetMapping("/api/jobs/{id}/sheet")
    ResponseEntity<Resource> sheet(@PathVariable UUID id) throws IOException {
        ToolMade made = tools.result(job(id)).filter(each -> each.sheet() != null).orElseThrow(JobsApi::noFile);
        return handedOut(String.valueOf(made.sheet()), "application/pdf", made.file().name() + ".pdf");
    }

    private ResponseEntity<Resource> handedOut(String hash, String type, String name) throws IOException {
        Resource file = products.find(hash).map(FileSystemResource::new).orElseThrow(JobsApi::noFile);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .eTag(hash)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(file);
    }

    private Optional<Bounced> made(Job job) {
        return bounces.result(job).or(() -> tools.result(job).map(ToolMade::file));
    }

    /**
     * Orders an audio tool for a sound: profile-eq, resonance-eq, multiband-phase, xspecmatch, limit, loudness or master. The sound is the body of the
     * request, or a file that was sent before, by its hash; a reference by its hash. All other parameters are the options of the tool's command; others are refused.
     */
    @PostMapping(path = "/api/songs/{link}/tools/{tool}", consumes = MediaType.ALL_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Shown tool(@PathVariable String link, @PathVariable String tool, @RequestParam(defaultValue = "") String media,
            @RequestParam(required = false) @Nullable String reference, @RequestParam(defaultValue = "wav") String format,
            @RequestParam(defaultValue = "24") String bits, @RequestParam(defaultValue = "") String name, @RequestParam Map<String, String> options,
            HttpServletRequest request) throws IOException {
        Id person = Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        Map<String, String> settings = new HashMap<>(options);
        settings.keySet().removeAll(Set.of("media", "reference", "format", "bits", "name"));
        String title = name.isBlank() ? tool : name.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip();
        return shown(tools.order(link, person, media, title, request.getInputStream(),
                sound -> new ToolOrder(tool, sound, reference, settings, Encoding.of(format, bits), title)));
    }

    private Job job(UUID id) {
        return jobs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such job, or it was long ago."));
    }

    private static ResponseStatusException noFile() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "This job has no file, or it was thrown away since; bounce again.");
    }

    private Shown shown(Job job) {
        Bounced made = made(job).orElse(null);
        ToolMade tool = tools.result(job).orElse(null);
        return new Shown(job.id(), job.kind(), job.state().name().toLowerCase(java.util.Locale.ROOT), job.share(),
                job.remaining(Instant.now()).map(left -> left.toMillis() / 1000.0).orElse(null), job.attempt(), job.worker(), job.error(),
                made == null ? null : made.name(), made == null ? null : "/api/jobs/" + job.id() + "/file",
                made == null ? null : made.size(), made == null ? null : made.seconds(), made == null ? null : made.peak(),
                tool == null || tool.report() == null ? null : "/api/jobs/" + job.id() + "/report",
                tool == null || tool.sheet() == null ? null : "/api/jobs/" + job.id() + "/sheet");
    }

    @ExceptionHandler({IllegalArgumentException.class, JobRefused.class, MediaRefused.class})
    ResponseEntity<String> refused(Exception refused) {
        return sentence(HttpStatus.BAD_REQUEST, refused.getMessage());
    }

    @ExceptionHandler(NoSuchSong.class)
    ResponseEntity<String> none(NoSuchSong none) {
        return sentence(HttpStatus.NOT_FOUND, none.getMessage());
    }

    @ExceptionHandler(ResponseStatusException.class)
    ResponseEntity<String> other(ResponseStatusException refused) {
        return ResponseEntity.status(refused.getStatusCode()).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(refused.getReason());
    }

    private static ResponseEntity<String> sentence(HttpStatus status, @Nullable String reason) {
        return ResponseEntity.status(status).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(reason);
    }
}
