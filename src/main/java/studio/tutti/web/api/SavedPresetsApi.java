package studio.tutti.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.server.ResponseStatusException;
import studio.tutti.account.People;
import studio.tutti.account.Person;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.library.PresetRefused;
import studio.tutti.library.SavedPreset;
import studio.tutti.library.SavedPresets;
import studio.tutti.web.Visitor;

/** Settings of effects and instruments that people saved under a name. */
@RestController
@RequestMapping("/api/saved-presets")
class SavedPresetsApi {

    private final SavedPresets presets;
    private final People people;
    private final Songs songs;

    SavedPresetsApi(SavedPresets presets, People people, Songs songs) {
        this.presets = presets;
        this.people = people;
        this.songs = songs;
    }

    /**
     * A preset as somebody sees it.
     *
     * @param mine whether it is theirs, and they may change it
     * @param sharing nobody, song or everybody
     */
    record Shown(UUID id, String name, String author, boolean mine, String sharing, Map<String, Double> settings) {
        static Shown of(SavedPreset preset, Id person) {
            return new Shown(preset.id(), preset.name(), preset.author(), preset.person().equals(person), preset.sharing().name().toLowerCase(java.util.Locale.ROOT),
                    preset.settings());
        }
    }

    /** What is to be kept; settings count only for a new one. */
    record Wish(String kind, String name, String sharing, Map<String, Double> settings) {
        SavedPreset.Sharing shared() {
            try {
                return SavedPreset.Sharing.valueOf(String.valueOf(sharing).toUpperCase(java.util.Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new PresetRefused("A preset is shared with nobody, in the song, or with everybody.");
            }
        }
    }

    /** Those of an effect or instrument that one sees in a song: one's own, the song's, everybody's. */
    @GetMapping
    List<Shown> of(@RequestParam String kind, @RequestParam String song, HttpServletRequest request) {
        open(song);
        Id person = person(request);
        return presets.of(person, kind, song).stream().map(each -> Shown.of(each, person)).toList();
    }

    /** Saves settings under a name. */
    @PostMapping
    Shown save(@RequestParam String song, @RequestBody Wish wish, HttpServletRequest request) {
        open(song);
        Id person = person(request);
        String author = people.find(person).map(Person::name).orElse("");
        return Shown.of(presets.save(person, author, String.valueOf(wish.kind()), String.valueOf(wish.name()),
                wish.settings() == null ? Map.of() : wish.settings(), wish.shared(), song), person);
    }

    /** Another name, or other people to share it with. */
    @PutMapping("/{id}")
    ResponseEntity<Void> change(@PathVariable UUID id, @RequestParam String song, @RequestBody Wish wish, HttpServletRequest request) {
        open(song);
        return done(presets.change(person(request), id, String.valueOf(wish.name()), wish.shared(), song));
    }

    /** Throws one's own settings away. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id, HttpServletRequest request) {
        return done(presets.delete(person(request), id));
    }

    private static ResponseEntity<Void> done(boolean found) {
        return ResponseEntity.status(found ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND).build();
    }

    @ExceptionHandler(PresetRefused.class)
    ResponseEntity<String> refused(PresetRefused refused) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).contentType(MediaType.TEXT_PLAIN).body(refused.getMessage());
    }

    private void open(String song) {
        songs.find(song).filter(each -> !each.trashed()).orElseThrow(NoSuchSong::new);
    }

    private static Id person(HttpServletRequest request) {
        return Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
