package studio.tutti.web.proposal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import studio.tutti.account.People;
import studio.tutti.account.Person;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.protocol.Message;
import studio.tutti.proposal.ProposalRefused;
import studio.tutti.proposal.Proposals;
import studio.tutti.web.Visitor;

/** The tray for scripts: the cookie of a browser says who asks; a refusal is one sentence of plain text. */
@RestController
@RequestMapping("/api/songs/{link}")
class ProposalsApi {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST = 300;

    private final Proposals proposals;
    private final People people;

    ProposalsApi(Proposals proposals, People people) {
        this.proposals = proposals;
        this.people = people;
    }

    /**
     * What is asked for; everything but the bars may be left out.
     *
     * @param from the first tick
     * @param to the tick where it ends
     * @param context tracks that it listens to
     * @param targets tracks that it writes for
     * @param chosen elements that are chosen
     * @param settings what differs from the initial values
     * @param seed of all chances, decimal
     * @param takes how many
     */
    record Asked(long from, long to, @Nullable List<String> context, @Nullable List<String> targets, @Nullable List<String> chosen,
            @Nullable Map<String, String> settings, @Nullable String seed, @Nullable Integer takes) {}

    /** What assistants offer. */
    @GetMapping("/assistants")
    List<Shown.ShownOffer> offers(@PathVariable String link, HttpServletRequest request) {
        return proposals.offers(link, person(request)).stream().map(Shown.ShownOffer::of).toList();
    }

    /** Asks an assistant for takes of the song as it is now. */
    @PostMapping("/assistants/{assistant}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Shown ask(@PathVariable String link, @PathVariable String assistant, @RequestBody Asked asked, HttpServletRequest request) {
        Map<String, String> settings = asked.settings() == null ? Map.of() : asked.settings();
        return shown(link, proposals.ask(link, who(request), new Message.AskFor(fresh(), assistant, asked.from(), asked.to(), ids(asked.context()),
                ids(asked.targets()), ids(asked.chosen()), new Settings(settings), asked.seed() == null ? 0 : number(asked.seed()),
                asked.takes() == null ? 0 : asked.takes(), Id.NONE)));
    }

    /** What lies in the tray, the newest first; with {@code history} also what was put away. */
    @GetMapping("/proposals")
    List<Shown> all(@PathVariable String link, @RequestParam(defaultValue = "false") boolean history, HttpServletRequest request) {
        List<Proposal> all = proposals.of(link, person(request), history, MOST);
        Set<Id> stale = proposals.stale(link, all);
        return all.stream().map(each -> Shown.of(each, stale.contains(each.id()))).toList();
    }

    /** One proposal with its card, its takes and what people think of them; 404 where there is none that one may see. */
    @GetMapping("/proposals/{id}")
    Shown one(@PathVariable String link, @PathVariable String id, HttpServletRequest request) {
        return shown(link, proposals.find(link, person(request), id(id)).orElseThrow(ProposalsApi::none));
    }

    /** Asks again what a proposal asked for, at the song as it is now. */
    @PostMapping("/proposals/{id}/renew")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Shown renew(@PathVariable String link, @PathVariable String id, HttpServletRequest request) {
        return shown(link, proposals.ask(link, who(request), new Message.AskFor(fresh(), "", 0, 0, List.of(), List.of(), List.of(), Settings.NONE, 0,
                0, id(id))));
    }

    /** A take with its notes. */
    @GetMapping("/proposals/{id}/takes/{take}")
    Shown.ShownNotes take(@PathVariable String link, @PathVariable String id, @PathVariable int take, HttpServletRequest request) {
        return proposals.take(link, person(request), id(id), take).map(Shown.ShownNotes::of).orElseThrow(ProposalsApi::none);
    }

    /** Does something with a take: accept, accept-over, up, down, no-vote, hide or unhide. */
    @PostMapping("/proposals/{id}/takes/{take}/{verb}")
    Shown judge(@PathVariable String link, @PathVariable String id, @PathVariable int take, @PathVariable String verb, HttpServletRequest request) {
        return shown(link, proposals.judge(link, who(request), new Message.Judge(id(id), take, verb(verb))));
    }

    /** Does something with a proposal: cancel, stop, show, put-away or bring-back. */
    @PostMapping("/proposals/{id}/{verb}")
    Shown judge(@PathVariable String link, @PathVariable String id, @PathVariable String verb, HttpServletRequest request) {
        return shown(link, proposals.judge(link, who(request), new Message.Judge(id(id), 0, verb(verb))));
    }

    /** Says something about a proposal, or about one of its takes. */
    @PostMapping("/proposals/{id}/remarks")
    Shown remark(@PathVariable String link, @PathVariable String id, @RequestParam(defaultValue = "0") int take, @RequestParam String text,
            HttpServletRequest request) {
        if (text.length() > Proposal.LONGEST_REMARK) {
            throw new ProposalRefused("A comment has at most " + Proposal.LONGEST_REMARK + " characters.");
        }
        return shown(link, proposals.remark(link, who(request), new Message.RemarkOn(id(id), fresh(), take, text)));
    }

    /** Moves a control of a live one. */
    @PutMapping("/proposals/{id}/settings/{control}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void steer(@PathVariable String link, @PathVariable String id, @PathVariable String control, @RequestParam String value,
            HttpServletRequest request) {
        proposals.steer(link, person(request), new Message.Steer(id(id), control, value));
    }

    /** How many votes a take needs. */
    @GetMapping("/votes-wanted")
    int votesWanted(@PathVariable String link) {
        return proposals.votesWanted(link);
    }

    /** The owner says how many votes a take needs. */
    @PutMapping("/votes-wanted")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void wantVotes(@PathVariable String link, @RequestParam int votes, HttpServletRequest request) {
        proposals.wantVotes(link, person(request), votes);
    }

    private Shown shown(String link, Proposal proposal) {
        return Shown.of(proposal, proposals.isStale(link, proposal));
    }

    private static Message.Verb verb(String name) {
        try {
            return Message.Verb.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new ProposalRefused("Nothing called “" + name + "” can be done with a proposal.");
        }
    }

    private static Id person(HttpServletRequest request) {
        return Visitor.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    private Proposal.Who who(HttpServletRequest request) {
        Id id = person(request);
        Person known = people.find(id).orElse(null);
        return known == null ? new Proposal.Who(id, "Somebody", Person.COLOURS[0]) : new Proposal.Who(id, known.name(), known.colour());
    }

    private static Id fresh() {
        return new Id(RANDOM.nextLong() | 1, RANDOM.nextLong());
    }

    private static Id id(String text) {
        try {
            return Id.parse(text);
        } catch (IllegalArgumentException other) {
            throw new ProposalRefused(other.getMessage());
        }
    }

    private static List<Id> ids(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts.stream().map(ProposalsApi::id).toList();
    }

    private static long number(String seed) {
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException other) {
            throw new ProposalRefused("A seed is a whole number.");
        }
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such proposal or take, or it is somebody's own.");
    }

    @ExceptionHandler(ProposalRefused.class)
    ResponseEntity<String> refused(ProposalRefused refused) {
        return sentence(HttpStatus.BAD_REQUEST, refused.getMessage());
    }

    @ExceptionHandler(NoSuchSong.class)
    ResponseEntity<String> none(NoSuchSong none) {
        return sentence(HttpStatus.NOT_FOUND, none.getMessage());
    }

    @ExceptionHandler(ResponseStatusException.class)
    ResponseEntity<String> other(ResponseStatusException refused) {
        return ResponseEntity.status(refused.getStatusCode()).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(refused.getReason());
    }

    private static ResponseEntity<String> sentence(HttpStatus status, @Nullable String reason) {
        return ResponseEntity.status(status).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(reason);
    }
}
