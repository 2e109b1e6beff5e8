package studio.tutti.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.library.Heard;
import studio.tutti.library.Media;
import studio.tutti.library.MediaRefused;
import studio.tutti.library.Medium;
import studio.tutti.library.Upload;
import studio.tutti.library.UploadOver;
import studio.tutti.web.Visitor;

/**
 * Files that songs use: in, in pieces that can be sent again; out, whole, as sound, or as what is drawn of it. Whoever asks names
 * a song that they can open, as {@code song}, and the file by its hash, which only songs tell.
 */
@RestController
@RequestMapping("/api/media")
class MediaApi {

    /** Frames that are handed out at once. */
    private static final int MOST_FRAMES = 1 << 20;
    private static final int MOST_POINTS = 1 << 20;
    private static final int MOST_BYTES = 4 << 20;

    private final Media media;
    private final Songs songs;

    MediaApi(Media media, Songs songs) {
        this.media = media;
        this.songs = songs;
    }

    /**
     * How far a file has come.
     *
     * @param received bytes that are here
     * @param total bytes altogether, −1 where nobody knows
     * @param heard what can be heard of it already, or null
     */
    record Coming(String id, long received, long total, @Nullable Heard heard) {
        static Coming of(Upload upload) {
            return new Coming(upload.id().toString(), upload.received(), upload.size(), null);
        }
    }

    /** Begins to send a file; if there is one of this hash already, its description is the answer, with status 200. */
    @PostMapping("/uploads")
    ResponseEntity<?> begin(@RequestParam String song, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String hash, @RequestParam(defaultValue = "-1") long size,
            @RequestParam(defaultValue = "true") boolean sound, HttpServletRequest request) throws IOException {
        open(song);
        Id person = person(request);
        Optional<Medium> known = media.find(hash).filter(each -> each.isSound() || !sound);
        return known.isPresent()
                ? ResponseEntity.ok(known.get())
                : ResponseEntity.status(HttpStatus.CREATED).body(Coming.of(media.begin(person, name, hash, size)));
    }

    /** Sends the next bytes of it, which go to {@code at}: at most what was received so far. */
    @PutMapping(path = "/uploads/{id}", consumes = MediaType.ALL_VALUE)
    ResponseEntity<Coming> write(@PathVariable UUID id, @RequestParam long at, HttpServletRequest request) throws IOException {
        Upload upload = media.upload(person(request), id).orElseThrow(UploadOver::new);
        if (at > upload.received()) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Coming.of(upload));
        }
        long received = media.write(upload, at, request.getInputStream());
        return ResponseEntity.ok(new Coming(id.toString(), received, upload.size(), null));
    }

    /** How far one's own sending is; 404 if it is over: where others say so, too, with 410, it has to be begun again. */
    @GetMapping("/uploads/{id}")
    Coming progress(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return Coming.of(media.upload(person(request), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** All bytes are sent. With {@code sound} the file is decoded, and refused if it can't be. */
    @PostMapping("/uploads/{id}/end")
    Medium end(@PathVariable UUID id, @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "true") boolean sound, HttpServletRequest request) throws IOException {
        Id person = person(request);
        return media.finish(person, media.upload(person, id).orElseThrow(UploadOver::new), hash, sound);
    }

    /** Sends no more of it; nothing is kept. */
    @DeleteMapping("/uploads/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        Optional<Upload> upload = media.upload(person(request), id);
        if (upload.isPresent()) {
            media.drop(upload.get());
        }
    }

    /** What a file is; status 202 and how far it has come if it is not here yet: others may still be going to send it. */
    @GetMapping("/{hash}/about")
    ResponseEntity<?> about(@PathVariable String hash, @RequestParam String song) throws IOException {
        open(song);
        Optional<Medium> medium = media.find(hash);
        if (medium.isPresent()) {
            return kept().body(medium.get());
        }
        Optional<Upload> coming = media.coming(hash);
        Heard heard = media.arriving(hash).orElse(null);
        return ResponseEntity.status(HttpStatus.ACCEPTED).cacheControl(CacheControl.noStore())
                .body(coming.map(each -> new Coming("", each.received(), each.size(), heard)).orElse(new Coming("", 0, -1, null)));
    }

    /** The file itself, or the part of it that a range asks for, at most 4 MiB. */
    @GetMapping("/{hash}")
    ResponseEntity<?> file(@PathVariable String hash, @RequestParam String song,
            @RequestHeader(name = HttpHeaders.RANGE, required = false, defaultValue = "") String range) throws IOException {
        Medium medium = medium(hash, song);
        long from = 0;
        long to = medium.size();
        if (range.matches("bytes=\\d{1,12}-\\d{0,12}")) {
            String[] ends = range.substring(6).split("-", -1);
            from = Long.parseLong(ends[0]);
            to = ends[1].isEmpty() ? to : Math.min(to, Long.parseLong(ends[1]) + 1);
        }
        if (from >= to) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + medium.size()).build();
        }
        if (range.isEmpty()) {
            return kept().header(HttpHeaders.ACCEPT_RANGES, "bytes").contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .contentLength(medium.size()).body(new InputStreamResource(media.open(medium)));
        }
        byte[] bytes = media.bytes(medium, from, (int) Math.min(MOST_BYTES, to - from));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.PARTIAL_CONTENT)
                .header(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (from + bytes.length - 1) + "/" + medium.size());
        return answer.header(HttpHeaders.ACCEPT_RANGES, "bytes").contentType(MediaType.APPLICATION_OCTET_STREAM).body(bytes);
    }

    /** Frames of its sound, 16 bits a sample, left before right, lower bytes first; fewer where it ends, or has come by now. */
    @GetMapping("/{hash}/sound")
    ResponseEntity<byte[]> sound(@PathVariable String hash, @RequestParam String song, @RequestParam(defaultValue = "0") int from,
            @RequestParam int frames) throws IOException {
        if (from < 0 || frames < 1 || frames > MOST_FRAMES) {
            return ResponseEntity.badRequest().build();
        }
        open(song);
        Optional<Heard> heard = media.find(hash).isEmpty() ? media.arriving(hash) : Optional.empty();
        Optional<byte[]> some = heard.isPresent() ? media.sound(hash, heard.get(), from, frames) : Optional.empty();
        if (some.isPresent()) {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_OCTET_STREAM).body(some.get());
        }
        Medium medium = playable(hash, song);
        return kept().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(media.sound(medium, Math.min(from, medium.frames()), Math.min(frames, Math.max(0, medium.frames() - from))));
    }

    /** What is drawn of its sound, as {@link Media#peaks}. */
    @GetMapping("/{hash}/peaks")
    ResponseEntity<byte[]> peaks(@PathVariable String hash, @RequestParam String song, @RequestParam int level,
            @RequestParam(defaultValue = "0") int from, @RequestParam int points) throws IOException {
        Medium medium = playable(hash, song);
        if (level < 0 || level > 3 || from < 0 || points < 1 || points > MOST_POINTS) {
            return ResponseEntity.badRequest().build();
        }
        return kept().contentType(MediaType.APPLICATION_OCTET_STREAM).body(media.peaks(medium, level, from, points));
    }

    /** What a hash names never changes. */
    private static ResponseEntity.BodyBuilder kept() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
    }

    private void open(String link) {
        songs.find(link).filter(song -> !song.trashed()).orElseThrow(NoSuchSong::new);
    }

    private Medium medium(String hash, String link) {
        open(link);
        return media.findWhole(hash).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Medium playable(String hash, String link) {
        Medium medium = medium(hash, link);
        if (!medium.isSound()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return medium;
    }

    private static Id person(HttpServletRequest request) {
        return Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    @ExceptionHandler(MediaRefused.class)
    ResponseEntity<String> refused(MediaRefused refused) {
        return sentence(refused.isFull() ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.UNPROCESSABLE_CONTENT, refused);
    }

    @ExceptionHandler(UploadOver.class)
    ResponseEntity<String> over(UploadOver over) {
        return sentence(HttpStatus.GONE, over);
    }

    @ExceptionHandler(NoSuchSong.class)
    ResponseEntity<String> none(NoSuchSong none) {
        return sentence(HttpStatus.NOT_FOUND, none);
    }

    private static ResponseEntity<String> sentence(HttpStatus status, Exception reason) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(reason.getMessage());
    }
}
