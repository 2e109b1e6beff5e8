package studio.tutti.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.editing.Labels;
import studio.tutti.credit.Contributor;
import studio.tutti.credit.CreditSheet;
import studio.tutti.credit.Credits;
import studio.tutti.credit.Step;
import studio.tutti.web.Visitor;

/** Who or what made, edited and accepted the notes of a song. */
@RestController
@RequestMapping("/api/songs/{link}/credits")
class CreditsApi {

    private final Credits credits;

    CreditsApi(Credits credits) {
        this.credits = credits;
    }

    /**
     * Something that was done to notes.
     *
     * @param deed MADE, ACCEPTED, EDITED, REMOVED or RETURNED
     * @param by what the person is called
     * @param maker the tool or the person that made them, if somebody else accepted them; else empty
     * @param time ISO 8601
     * @param what the edit did, in words
     * @param notes how many
     */
    record Told(String deed, String by, String maker, String time, String what, int notes) {
        static Told of(Step step) {
            return new Told(step.deed().name(), step.name(), step.madeBy(), step.time().toString(), Labels.words(step.label()), step.notes());
        }
    }

    /**
     * All credits of a song.
     *
     * @param contributors those who made most first
     * @param lines what travels with its files
     * @param steps the earliest first
     */
    record Sheet(List<Contributor> contributors, List<String> lines, List<Told> steps) {}

    /** The credits of a song. */
    @GetMapping
    Sheet song(@PathVariable String link, HttpServletRequest request) {
        CreditSheet sheet = credits.of(link, viewer(request));
        return new Sheet(sheet.contributors(), sheet.lines(), sheet.steps().stream().map(Told::of).toList());
    }

    /** What was done to one note, by its id of 32 hexadecimal digits. */
    @GetMapping("/notes/{note}")
    List<Told> note(@PathVariable String link, @PathVariable String note, HttpServletRequest request) {
        return credits.ofNote(link, viewer(request), Id.parse(note)).stream().map(Told::of).toList();
    }

    private static Id viewer(HttpServletRequest request) {
        return Visitor.of(request).orElse(Id.NONE);
    }
}
