package studio.tutti.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import studio.tutti.account.People;
import studio.tutti.account.Person;
import studio.tutti.account.Shelf;
import studio.tutti.assistant.flowmachines.LeadSheet;
import studio.tutti.assistant.flowmachines.OwnPalette;
import studio.tutti.assistant.flowmachines.PaletteRefused;
import studio.tutti.assistant.flowmachines.Palettes;
import studio.tutti.assistant.flowmachines.ShippedPalettes;
import studio.tutti.assistant.flowmachines.SongSheet;
import studio.tutti.assistant.flowmachines.score.LeadSheetFile;
import studio.tutti.assistant.flowmachines.score.SheetPlaying;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.web.Visitor;

/** Style palettes: the shipped ones with their examples, and those that people learned from songs of their own. */
@RestController
@RequestMapping("/api/palettes")
class PalettesApi {

    private final Palettes palettes;
    private final People people;
    private final Songs songs;
    private final Shelf shelf;

    PalettesApi(Palettes palettes, People people, Songs songs, Shelf shelf) {
        this.palettes = palettes;
        this.people = people;
        this.songs = songs;
        this.shelf = shelf;
    }

    /** A song that can be learned from. */
    record Place(String link, String name) {}

    /** What may be changed of one's own palette: its title, and who may use it: nobody, song or everybody. */
    record Wish(String title, String sharing) {
        OwnPalette.Sharing shared() {
            try {
                return OwnPalette.Sharing.valueOf(String.valueOf(sharing).toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new PaletteRefused("A palette is shared with nobody, in the song, or with everybody.");
            }
        }
    }

    /** All that one may use in a song: one's own and those shared first, then the shipped ones. */
    @GetMapping
    List<PaletteShown> all(@RequestParam String song, HttpServletRequest request) {
        open(song);
        Id person = person(request);
        List<PaletteShown> all = new ArrayList<>();
        palettes.own(person, song).forEach(own -> all.add(PaletteShown.of(own, person)));
        ShippedPalettes.names().forEach(name -> ShippedPalettes.find(name).map(PaletteShown::of).ifPresent(all::add));
        return all;
    }

    /**
     * The example of a shipped palette as notes to be played: tick, length, key and velocity each.
     *
     * @param tempo quarters a minute of the song that it is heard in: ticks are stretched so that the example keeps its own tempo
     */
    @GetMapping("/{name}/example")
    SheetPlaying example(@PathVariable String name, @RequestParam(defaultValue = "120") double tempo) throws IOException {
        byte[] score = ShippedPalettes.example(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return SheetPlaying.of(LeadSheetFile.read(score), Math.clamp(tempo, 10, 1000));
    }

    /** The songs on one's start page, the last opened first. */
    @GetMapping("/songs")
    List<Place> songs(HttpServletRequest request) {
        List<String> links = shelf.of(person(request)).stream().map(Shelf.Place::link).toList();
        return songs.find(links).stream().filter(each -> !each.trashed()).map(each -> new Place(each.link(), each.name())).toList();
    }

    /**
     * Learns a palette; it stays private until it is shared.
     *
     * @param link songs of the studio that one may open
     * @param file lead sheets as MusicXML, plain or zipped
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PaletteShown learn(@RequestParam String title, @RequestParam(defaultValue = "") List<String> link,
            @RequestParam(required = false) List<MultipartFile> file, HttpServletRequest request) throws IOException {
        Id person = person(request);
        List<LeadSheet> sheets = new ArrayList<>();
        Set<String> links = new LinkedHashSet<>(link);
        List<MultipartFile> files = file == null ? List.of() : file;
        int count = links.size() + files.size();
        Palettes.admit(count, sheets);
        for (String each : links) {
            Song song = songs.find(each).filter(found -> !found.trashed()).orElseThrow(NoSuchSong::new);
            try {
                sheets.add(SongSheet.of(songs.arrangement(song.link()), SongSheet.Wanted.WHOLE).sheet());
                Palettes.admit(count, sheets);
            } catch (IllegalArgumentException nothing) {
                throw new PaletteRefused("“" + song.name() + "” can’t be learned from. " + nothing.getMessage());
            }
        }
        for (MultipartFile each : files) {
            try {
                sheets.add(LeadSheetFile.read(each.getBytes()).played());
                Palettes.admit(count, sheets);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new PaletteRefused("“" + each.getOriginalFilename() + "” can’t be learned from. " + unreadable.getMessage());
            }
        }
        String author = people.find(person).map(Person::name).orElse("");
        return PaletteShown.of(palettes.learn(person, author, title, sheets), person);
    }

    /** Another title, or other people to share it with. */
    @PutMapping("/{id}")
    ResponseEntity<Void> change(@PathVariable UUID id, @RequestParam String song, @RequestBody Wish wish, HttpServletRequest request) {
        open(song);
        return done(palettes.change(person(request), id, String.valueOf(wish.title()), wish.shared(), song));
    }

    /** Throws an own palette away. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id, HttpServletRequest request) {
        return done(palettes.delete(person(request), id));
    }

    /** Takes the deleting back. */
    @PostMapping("/{id}/restore")
    ResponseEntity<Void> restore(@PathVariable UUID id, HttpServletRequest request) {
        return done(palettes.restore(person(request), id));
    }

    private static ResponseEntity<Void> done(boolean found) {
        return ResponseEntity.status(found ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND).build();
    }

    @ExceptionHandler(PaletteRefused.class)
    ResponseEntity<String> refused(PaletteRefused refused) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(refused.getMessage());
    }

    private void open(String song) {
        songs.find(song).filter(each -> !each.trashed()).orElseThrow(NoSuchSong::new);
    }

    private static Id person(HttpServletRequest request) {
        return Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
