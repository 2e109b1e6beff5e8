package studio.tutti.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.library.Medium;
import studio.tutti.library.SoundLibrary;
import studio.tutti.web.Visitor;

/** The loops and sounds that come along. */
@RestController
@RequestMapping("/api/library")
class LibraryApi {

    private final SoundLibrary library;
    private final Songs songs;

    LibraryApi(SoundLibrary library, Songs songs) {
        this.library = library;
        this.songs = songs;
    }

    /** Everything there is. */
    record All(List<SoundLibrary.Loop> loops, List<SoundLibrary.Sound> sounds) {}

    /** Everything that comes along: loops, and sounds of single hits and notes. */
    @GetMapping
    ResponseEntity<All> all() throws IOException {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(new All(library.loops(), library.sounds()));
    }

    /** A sound as {@link studio.tutti.library.PresetSound#packed()}, to be heard before it is chosen. */
    @GetMapping("/sound")
    ResponseEntity<byte[]> sound(@RequestParam String id) throws IOException {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .contentType(MediaType.APPLICATION_OCTET_STREAM).body(library.preset(found(id)).packed());
    }

    /** Takes a sound in among the files of songs. */
    @PostMapping("/sound")
    Medium take(@RequestParam String id, @RequestParam String song, HttpServletRequest request) throws IOException {
        songs.find(song).filter(each -> !each.trashed()).orElseThrow(NoSuchSong::new);
        Id person = Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        return library.take(person, found(id));
    }

    private SoundLibrary.Sound found(String id) throws IOException {
        return library.sound(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
