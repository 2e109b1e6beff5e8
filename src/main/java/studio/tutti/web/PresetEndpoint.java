package studio.tutti.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import studio.tutti.core.instrument.PresetHead;
import studio.tutti.library.BrokenSoundFont;
import studio.tutti.library.InstrumentFile;
import studio.tutti.library.Instruments;
import studio.tutti.library.PresetSound;
import studio.tutti.library.SoundFont;

import java.io.IOException;
import java.util.List;

/** The instruments, for browsers: what there is, and a preset with its sound. */
@RestController
@RequestMapping("/api/presets")
class PresetEndpoint {

    private final Instruments instruments;

    PresetEndpoint(Instruments instruments) {
        this.instruments = instruments;
    }

    /** Bank, program and name of each preset. */
    @GetMapping
    List<SoundFont.Entry> entries() throws IOException {
        return instruments.entries();
    }

    /**
     * The preset that plays this bank and program, as {@link PresetSound#packed()}, or what of it plays some keys. Browsers keep it and
     * ask by its tag whether it is still the same.
     *
     * @param keys four numbers of eight hexadecimal digits each, key 0 in the lowest bit of the first; all keys without
     */
    @GetMapping("/{bank}/{program}")
    ResponseEntity<byte[]> preset(@PathVariable int bank, @PathVariable int program, @RequestParam(defaultValue = "") String keys,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false, defaultValue = "") String known) throws IOException {
        if (bank < 0 || bank > 128 || program < 0 || program > 127) {
            return ResponseEntity.notFound().build();
        }
        if (keys.isEmpty()) {
            return answer(instruments.tag(bank, program), known, () -> instruments.sound(bank, program));
        }
        return answer(instruments.tag(bank, program, keys), known, () -> instruments.sound(bank, program, keys));
    }

    /**
     * What a file of instruments holds.
     *
     * @param entries bank, program and name of each preset
     * @param notPlayed names of what it says and is passed over
     * @param problem a sentence on why it can't be played, or ""
     */
    record Own(List<SoundFont.Entry> entries, List<String> notPlayed, String problem) {}

    /** What a SoundFont or an archive of kits holds that was sent in, by its hash; nothing but a sentence if it is damaged. */
    @GetMapping("/{hash:[0-9a-f]{64}}")
    Own own(@PathVariable String hash) throws IOException {
        try {
            InstrumentFile file = instruments.own(hash);
            return new Own(file.entries(), file.notPlayed(), "");
        } catch (BrokenSoundFont broken) {
            return new Own(List.of(), List.of(), String.valueOf(broken.getMessage()));
        }
    }

    /** A preset of such a file, like {@link #preset}. */
    @GetMapping("/{hash:[0-9a-f]{64}}/{bank}/{program}")
    ResponseEntity<byte[]> own(@PathVariable String hash, @PathVariable int bank, @PathVariable int program,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false, defaultValue = "") String known) throws IOException {
        if (bank < 0 || bank > 128 || program < 0 || program > 127) {
            return ResponseEntity.notFound().build();
        }
        return answer(hash + "-" + bank + "-" + program + "-" + PresetHead.VERSION, known, () -> instruments.sound(hash, bank, program));
    }

    private interface Source {
        PresetSound sound() throws IOException;
    }

    private static ResponseEntity<byte[]> answer(String name, String known, Source source) throws IOException {
        String tag = '"' + name + '"';
        ResponseEntity.BodyBuilder answer = ResponseEntity
                .status(known.contains(tag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate");
        return known.contains(tag)
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_OCTET_STREAM).body(source.sound().packed());
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<String> refused(IllegalArgumentException refused) {
        return ResponseEntity.badRequest().contentType(MediaType.TEXT_PLAIN).body(refused.getMessage());
    }

    @ExceptionHandler(BrokenSoundFont.class)
    ResponseEntity<String> broken(BrokenSoundFont broken) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).contentType(MediaType.TEXT_PLAIN).body(broken.getMessage());
    }
}
