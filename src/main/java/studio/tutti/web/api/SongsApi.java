package studio.tutti.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.web.Visitor;

/** Songs for scripts: the cookie of a browser says who asks. */
@RestController
@RequestMapping("/api/songs")
class SongsApi {

    private final Songs songs;

    SongsApi(Songs songs) {
        this.songs = songs;
    }

    /**
     * A song as scripts see it.
     *
     * @param link the last part of its address, and of its socket's
     * @param name what it is called
     * @param head its latest revision
     */
    record Shown(String link, String name, long head) {
        static Shown of(Song song) {
            return new Shown(song.link(), song.name(), song.head());
        }
    }

    /** Makes an empty song. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestParam String name, HttpServletRequest request) {
        Id maker = Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        return Shown.of(songs.create(maker, name, List.of()));
    }

    /** Tells about a song. */
    @GetMapping("/{link}")
    Shown find(@PathVariable String link) {
        return songs.find(link).filter(song -> !song.trashed()).map(Shown::of).orElseThrow(NoSuchSong::new);
    }

    @ExceptionHandler(NoSuchSong.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String none(NoSuchSong none) {
        return none.getMessage();
    }

    @ExceptionHandler(EditRefused.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(EditRefused refused) {
        return refused.getMessage();
    }
}
