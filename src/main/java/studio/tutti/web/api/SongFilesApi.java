package studio.tutti.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Property;
import studio.tutti.credit.Credits;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.Song;
import studio.tutti.exchange.SongFormat;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.SongWriter;
import studio.tutti.library.Media;
import studio.tutti.library.MediaRefused;
import studio.tutti.library.Medium;
import studio.tutti.web.Visitor;

/** Songs as files: in as a new song or as tracks of an open one, out as MIDI, MusicXML or the studio's own. */
@RestController
@RequestMapping("/api/songs")
class SongFilesApi {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Songs songs;
    private final Media media;
    private final Credits credits;

    SongFilesApi(Songs songs, Media media, Credits credits) {
        this.songs = songs;
        this.media = media;
        this.credits = credits;
    }

    /** The song as it goes out: with its credits. */
    private Arrangement signed(String link) {
        Arrangement arrangement = songs.arrangement(link);
        credits.sign(link, Id.NONE, arrangement);
        return arrangement;
    }

    /** Keeps the recordings that come with a song. */
    private MediaSink keeping(Id person) {
        return (hash, content) -> media.keep(person, "", hash, content);
    }

    private InputStream recording(String hash) throws IOException {
        return media.open(found(hash));
    }

    private Medium found(String hash) throws SongRefused {
        return media.find(hash).orElseThrow(() -> new SongRefused("A recording of the song is missing."));
    }

    /**
     * A song that came from a file.
     *
     * @param link the last part of its address
     * @param name what it is called
     * @param head its latest revision
     * @param remarks what was mended or left out, a sentence each
     */
    record Imported(String link, String name, long head, List<String> remarks) {}

    /**
     * What a file added to a song.
     *
     * @param revision of the edit that added it
     * @param remarks what was mended or left out, a sentence each
     */
    record Added(long revision, List<String> remarks) {}

    /** Makes a song of a file, sent as the body; {@code file} is its name. */
    @PostMapping(params = "file", consumes = MediaType.ALL_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Imported create(@RequestParam String file, HttpServletRequest request) throws IOException {
        return create(request.getInputStream(), file, request);
    }

    /** Makes a song of a file, sent as the part {@code file} of a form. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Imported create(@RequestParam("file") MultipartFile file, HttpServletRequest request) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            return create(in, name == null ? "" : name, request);
        }
    }

    /** Adds the tracks of a file, sent as the body, below those of a song; they begin at the tick {@code at}. */
    @PostMapping(path = "/{link}/tracks", params = "file", consumes = MediaType.ALL_VALUE)
    Added add(@PathVariable String link, @RequestParam String file, @RequestParam(defaultValue = "0") long at,
            HttpServletRequest request) throws IOException {
        Id person = person(request);
        Song song = SongReader.read(request.getInputStream(), file, keeping(person));
        IdSequence ids = new IdSequence(RANDOM.nextLong(), RANDOM.nextLong() >>> 2);
        long revision = songs.edit(link, person, "song.import", song.tracksFor(songs.arrangement(link), at, ids));
        return new Added(revision, song.remarks());
    }

    /** The song as a MIDI file. */
    @GetMapping("/{link}/export.mid")
    ResponseEntity<byte[]> midi(@PathVariable String link) throws IOException {
        return written(link, SongFormat.MIDI, "audio/midi");
    }

    /** The song as a score. */
    @GetMapping("/{link}/export.musicxml")
    ResponseEntity<byte[]> score(@PathVariable String link) throws IOException {
        return written(link, SongFormat.MUSICXML, "application/vnd.recordare.musicxml+xml");
    }

    /** The song as a zipped score. */
    @GetMapping("/{link}/export.mxl")
    ResponseEntity<byte[]> zippedScore(@PathVariable String link) throws IOException {
        return written(link, SongFormat.MXL, "application/vnd.recordare.musicxml");
    }

    /** The song as the studio's own file. */
    @GetMapping("/{link}/export.tutti")
    void tutti(@PathVariable String link, HttpServletResponse response) throws IOException {
        var arrangement = signed(link);
        for (String hash : SongWriter.media(arrangement)) {
            found(hash);
        }
        // as large as its recordings are, so it goes out as it is written
        response.setContentType("application/vnd.tutti.song+zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(arrangement.root().text(Property.NAME), SongFormat.TUTTI));
        SongWriter.write(arrangement, SongFormat.TUTTI, this::recording, response.getOutputStream());
    }

    /** What the song holds and a format, "mid", "musicxml", "mxl" or "tutti", can't: a sentence each. */
    @GetMapping("/{link}/losses")
    List<String> losses(@PathVariable String link, @RequestParam(defaultValue = "mid") String format) throws IOException {
        SongFormat target = SongFormat.of("." + format)
                .orElseThrow(() -> new SongRefused("Songs are written as mid, musicxml, mxl and tutti, not as " + format + "."));
        var arrangement = songs.arrangement(link);
        return target == SongFormat.TUTTI ? List.of() : SongWriter.write(arrangement, target, this::recording, OutputStream.nullOutputStream());
    }

    private Imported create(InputStream in, String file, HttpServletRequest request) throws IOException {
        Id maker = person(request);
        Song song = SongReader.read(in, file, keeping(maker));
        var made = songs.create(maker, file, song.operations());
        return new Imported(made.link(), made.name(), made.head(), song.remarks());
    }

    private ResponseEntity<byte[]> written(String link, SongFormat format, String type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var arrangement = signed(link);
        SongWriter.write(arrangement, format, this::recording, out);
        String name = arrangement.root().text(Property.NAME);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name, format))
                .body(out.toByteArray());
    }

    private static String attachment(String name, SongFormat format) {
        return ContentDisposition.attachment().filename(fileName(name) + format.suffix(), StandardCharsets.UTF_8).build().toString();
    }

    /** A name that every system takes. */
    private static String fileName(String name) {
        String clean = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        return clean.isEmpty() ? "song" : clean.length() > 100 ? clean.substring(0, 100).strip() : clean;
    }

    private static Id person(HttpServletRequest request) {
        return Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    @ExceptionHandler({SongRefused.class, EditRefused.class, MediaRefused.class})
    ResponseEntity<String> refused(Exception refused) {
        boolean full = refused instanceof MediaRefused reason && reason.isFull();
        return sentence(full ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.BAD_REQUEST, refused);
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
