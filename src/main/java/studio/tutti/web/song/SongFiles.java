package studio.tutti.web.song;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.exchange.MediaSource;
import studio.tutti.exchange.SongFormat;
import studio.tutti.exchange.SongRefused;
import studio.tutti.exchange.SongWriter;

/** Songs as files, for whoever has their link. */
@RestController
class SongFiles {

    private final Songs songs;

    SongFiles(Songs songs) {
        this.songs = songs;
    }

    /**
     * The song as it is now. What the format can't hold is said in the header {@code X-Tutti-Losses}.
     *
     * @param format {@code mid} or {@code tutti}
     */
    @GetMapping("/api/songs/{link}/file")
    ResponseEntity<byte[]> file(@PathVariable String link, @RequestParam(defaultValue = "mid") String format) throws IOException {
        SongFormat wanted = SongFormat.of("song." + format)
                .orElseThrow(() -> new SongRefused("Songs are written as mid and tutti, not as " + format + "."));
        Song song = songs.find(link).filter(found -> !found.trashed()).orElseThrow(NoSuchSong::new);
        Arrangement arrangement = songs.arrangement(link);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<String> losses = SongWriter.write(arrangement, wanted, MediaSource.NONE, file);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted == SongFormat.MIDI ? "audio/midi" : "application/zip"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(fileName(song.name()) + wanted.suffix(), StandardCharsets.UTF_8)
                        .build().toString());
        if (!losses.isEmpty()) {
            answer.header("X-Tutti-Losses", String.join(" ", losses).replaceAll("[^\\x20-\\x7e]", "?"));
        }
        return answer.body(file.toByteArray());
    }

    @ExceptionHandler
    ProblemDetail gone(NoSuchSong gone) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(gone.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refused(SongRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
    }

    private static String fileName(String name) {
        String safe = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", " ").replaceAll("\\s+", " ").strip();
        return safe.isEmpty() || safe.startsWith(".") ? "song" + safe : safe;
    }
}
