package studio.tutti.web.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import studio.tutti.assistant.flowmachines.SongSheet;
import studio.tutti.assistant.flowmachines.score.LeadSheetFile;
import studio.tutti.assistant.flowmachines.score.ScoreSheet;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;

/** A song as a lead sheet: the chords of its chord lane over one melody. */
@RestController
@RequestMapping("/api/songs")
class LeadSheetApi {

    private static final double MICROSECONDS_A_MINUTE = 60e6;

    private final Songs songs;

    LeadSheetApi(Songs songs) {
        this.songs = songs;
    }

    /**
     * The lead sheet of a song or of some bars of it, as MusicXML.
     *
     * @param melody the id of the track that sings; empty lets it be found
     * @param from a tick in the first bar
     * @param to the tick that the last bar ends at or after; 0 goes to the end
     */
    @GetMapping("/{link}/lead-sheet.musicxml")
    ResponseEntity<byte[]> plain(@PathVariable String link, @RequestParam(defaultValue = "") String melody,
            @RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = "0") long to) throws IOException {
        ScoreSheet sheet = sheet(link, melody, from, to);
        return answer(LeadSheetFile.musicXml(sheet, false), sheet.title(), ".musicxml", "application/vnd.recordare.musicxml+xml");
    }

    /** The same, zipped. */
    @GetMapping("/{link}/lead-sheet.mxl")
    ResponseEntity<byte[]> zipped(@PathVariable String link, @RequestParam(defaultValue = "") String melody,
            @RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = "0") long to) throws IOException {
        ScoreSheet sheet = sheet(link, melody, from, to);
        return answer(LeadSheetFile.mxl(sheet, false), sheet.title(), ".mxl", "application/vnd.recordare.musicxml");
    }

    private ScoreSheet sheet(String link, String melody, long from, long to) {
        Arrangement song = songs.arrangement(link);
        SongSheet read = SongSheet.of(song, new SongSheet.Wanted(Math.max(0, from), Math.max(0, to), id(melody), null));
        return ScoreSheet.of(read.sheet(), MICROSECONDS_A_MINUTE / song.root().number(Property.TEMPO));
    }

    private static @Nullable Id id(String text) {
        return text.isEmpty() ? null : Id.parse(text);
    }

    private static ResponseEntity<byte[]> answer(byte[] content, String title, String suffix, String type) {
        String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        String file = (name.isEmpty() ? "lead sheet" : name.substring(0, Math.min(100, name.length()))) + suffix;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build().toString())
                .body(content);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<String> refused(IllegalArgumentException nothing) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(nothing.getMessage());
    }
}
