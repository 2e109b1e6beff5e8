package studio.tutti.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import studio.tutti.collaboration.Songs;
import studio.tutti.library.StarterKits;
import studio.tutti.web.Visitor;

/** The drum kits that come along. */
@RestController
@RequestMapping("/api/kits")
class KitsApi {

    private final StarterKits kits;
    private final Songs songs;

    KitsApi(StarterKits kits, Songs songs) {
        this.kits = kits;
        this.songs = songs;
    }

    /** Their names. */
    @GetMapping
    List<String> names() throws IOException {
        return kits.names();
    }

    /** The pads of one, whose sounds songs can use from now on; 404 if there is none of this name. */
    @PostMapping("/{name}")
    List<StarterKits.Pad> take(@PathVariable String name, @RequestParam String song, HttpServletRequest request) throws IOException {
        songs.find(song).filter(each -> !each.trashed()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return kits.take(Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)), name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
