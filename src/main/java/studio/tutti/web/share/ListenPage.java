package studio.tutti.web.share;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import studio.tutti.core.arrangement.Id;
import studio.tutti.exchange.StemNames;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.Jobs;
import studio.tutti.jobs.Products;
import studio.tutti.share.SharedSong;
import studio.tutti.share.Shares;
import studio.tutti.web.Visitor;
import studio.tutti.web.words.Language;
import studio.tutti.web.words.Words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a listener sees, hears and says. */
@RestController
@RequestMapping("/listen/{token}")
class ListenPage {

    private static final Pattern SENTENCE = Pattern.compile("\\[\\[(.+?)]]", Pattern.DOTALL);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Shares shares;
    private final Products products;
    private final Jobs jobs;

    ListenPage(Shares shares, Products products, Jobs jobs) {
        this.shares = shares;
        this.products = products;
        this.jobs = jobs;
    }

    /**
     * What the page's script draws.
     *
     * @param ready whether there is something to hear
     * @param failed whether there is nothing, and nothing is being made: the band has to ask for it again
     * @param revision of the song that plays
     * @param seconds how long it is
     * @param peaks a letter for each of equal stretches
     * @param remarks what listeners said
     */
    record State(boolean ready, boolean failed, long revision, double seconds, String peaks, List<Said> remarks) {}

    /** What somebody said, at a second. */
    record Said(String name, String words, double seconds) {}

    /** What a listener's page sends. */
    record Saying(@Nullable UUID id, @Nullable String name, @Nullable String words, double seconds) {}

    /** The page that a link to listen by opens; 404 where there never was one, 410 once it is revoked. */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@PathVariable String token, HttpServletRequest request) throws IOException {
        Language language = Language.of(request.getCookies(), request.getLocales());
        Optional<SharedSong> shared = shares.find(token);
        if (valid(token).isEmpty()) {
            String why = shared.isEmpty() ? "There is nothing to listen to behind this link; it may be mistyped."
                    : "This link was revoked by the band; ask them for a new one.";
            String page = read("share/gone.html", language).replace("{{why}}", HtmlUtils.htmlEscape(Words.in(language, why)));
            return ResponseEntity.status(shared.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.GONE)
                    .contentType(HTML).header(HttpHeaders.CACHE_CONTROL, "no-store").body(page);
        }
        String page = read("share/listen.html", language)
                .replace("{{title}}", HtmlUtils.htmlEscape(shared.get().title()))
                .replace("{{credits}}", HtmlUtils.htmlEscape(Words.in(language, "by {0}", shared.get().credits())))
                .replace("{{token}}", shared.get().token());
        return ResponseEntity.ok().contentType(HTML).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer").header("X-Robots-Tag", "noindex").body(page);
    }

    private static String read(String name, Language language) throws IOException {
        String english = new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        return SENTENCE.matcher(english)
                .replaceAll(found -> Matcher.quoteReplacement(HtmlUtils.htmlEscape(Words.in(language, found.group(1).replaceAll("\\s+", " ")))))
                .replace("{{lang}}", language.locale().toLanguageTag());
    }

    /** Whether the sound is ready, how long it is, its outline, and what listeners said. */
    @GetMapping("/state")
    ResponseEntity<?> state(@PathVariable String token) {
        Optional<SharedSong> shared = valid(token);
        if (shared.isEmpty()) {
            return gone();
        }
        SharedSong song = shared.get();
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(
                new State(song.isReady(), isLost(song), song.revision(), song.seconds(), song.peaks(), shares.remarks(token).stream()
                        .map(remark -> new Said(remark.name(), remark.words(), remark.seconds())).toList()));
    }

    private boolean isLost(SharedSong song) {
        if (song.isReady() || song.job() == null) {
            return false;
        }
        Job.State state = jobs.find(song.job()).map(Job::state).orElse(Job.State.CANCELLED);
        return state == Job.State.FAILED || state == Job.State.CANCELLED;
    }

    /** The sound, lossless; to keep as a file where that is asked for. */
    @GetMapping("/sound.flac")
    ResponseEntity<?> flac(@PathVariable String token, @RequestParam(defaultValue = "false") boolean download) throws IOException {
        return sound(token, true, download);
    }

    /** The sound as Opus, a tenth of the size; to keep as a file where that is asked for. */
    @GetMapping("/sound.opus")
    ResponseEntity<?> opus(@PathVariable String token, @RequestParam(defaultValue = "false") boolean download) throws IOException {
        return sound(token, false, download);
    }

    private ResponseEntity<?> sound(String token, boolean lossless, boolean download) throws IOException {
        Optional<SharedSong> shared = valid(token);
        if (shared.isEmpty()) {
            return gone();
        }
        String hash = lossless ? shared.get().flac() : shared.get().opus();
        Optional<Resource> file = hash == null ? Optional.empty() : products.find(hash).map(FileSystemResource::new);
        if (file.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(TEXT).body("The sound is not made yet.");
        }
        String name = StemNames.clean(shared.get().title(), "Song") + (lossless ? ".flac" : ".opus");
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(hash)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .contentType(MediaType.parseMediaType(lossless ? "audio/flac" : "audio/ogg"));
        if (download) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        }
        return answer.body(file.get());
    }

    /** Says something at a second of the sound; the same id twice is one remark. */
    @PostMapping("/remarks")
    ResponseEntity<?> remark(@PathVariable String token, @RequestBody Saying saying, HttpServletRequest request) {
        Optional<SharedSong> shared = valid(token);
        if (shared.isEmpty()) {
            return gone();
        }
        Optional<Id> listener = Visitor.of(request);
        if (listener.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        Language language = Language.of(request.getCookies(), request.getLocales());
        try {
            if (saying.id() == null || saying.name() == null || saying.words() == null) {
                throw new IllegalArgumentException("A comment needs a name and some words.");
            }
            shares.remark(shared.get(), listener.get(), saying.id(), saying.name(), saying.words(), saying.seconds());
            return state(token);
        } catch (IllegalArgumentException refused) {
            return ResponseEntity.badRequest().contentType(TEXT).body(Words.in(language, String.valueOf(refused.getMessage())));
        }
    }

    private Optional<SharedSong> valid(String token) {
        return shares.heard(token);
    }

    private static ResponseEntity<String> gone() {
        return ResponseEntity.status(HttpStatus.GONE).contentType(TEXT).body("This link was revoked by the band; ask them for a new one.");
    }
}
