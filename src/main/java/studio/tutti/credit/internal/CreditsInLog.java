package studio.tutti.credit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import studio.tutti.account.People;
import studio.tutti.account.Person;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Rights;
import studio.tutti.credit.Contributor;
import studio.tutti.credit.CreditSheet;
import studio.tutti.credit.Credits;
import studio.tutti.credit.Deed;
import studio.tutti.credit.Step;
import studio.tutti.exchange.Signature;
import studio.tutti.proposal.Proposals;

/** Reads the log on from where it was read last. */
@Service
class CreditsInLog implements Credits, Signature {

    private static final int LONGEST = 4_000;
    private static final String BEGINNING = "The song's beginning";

    private final Ledgers ledgers;
    private final Songs songs;
    private final People people;
    private final ObjectProvider<Proposals> proposals;

    CreditsInLog(Ledgers ledgers, Songs songs, People people, ObjectProvider<Proposals> proposals) {
        this.ledgers = ledgers;
        this.songs = songs;
        this.people = people;
        this.proposals = proposals;
    }

    /** Names and proposals, each looked up once. */
    private final class Names {
        private final String link;
        private final Id viewer;
        private final Map<Id, String> persons = new HashMap<>();
        private final Map<Id, Optional<Proposal>> accepted = new HashMap<>();

        Names(String link, Id viewer) {
            this.link = link;
            this.viewer = viewer;
        }

        String person(Id id) {
            return id.isNone() ? BEGINNING : persons.computeIfAbsent(id, each -> people.find(each).map(Person::name).orElse("Somebody"));
        }

        /** The proposal that a line's notes came from; empty for one that the viewer may not see, and for an idea of the line's author. */
        Optional<Proposal> source(Ledger.Line line) {
            Proposals tray = proposals.getIfAvailable();
            return line.proposal().isNone() || tray == null ? Optional.empty()
                    : accepted.computeIfAbsent(line.proposal(), each -> tray.find(link, viewer, each))
                            .filter(proposal -> !proposal.card().isOwn() || !proposal.by().person().equals(line.author()));
        }
    }

    private static Step step(Ledger.Line line, int notes, Names names) {
        Optional<Proposal> source = names.source(line);
        Id maker = source.filter(proposal -> proposal.card().isOwn()).map(proposal -> proposal.by().person()).orElse(Id.NONE);
        String madeBy = maker.isNone() ? source.map(proposal -> proposal.card().tool()).orElse("") : names.person(maker);
        return new Step(line.deed(), line.author(), names.person(line.author()), maker, madeBy,
                Instant.ofEpochMilli(line.time()), line.label(), notes);
    }

    @Override
    public List<Step> ofNote(String link, Id viewer, Id note) {
        Names names = new Names(link, viewer);
        return ledgers.read(link, ledger -> List.copyOf(ledger.of(note))).stream().map(line -> step(line, 1, names)).toList();
    }

    @Override
    public CreditSheet of(String link, Id viewer) {
        return of(link, viewer, songs.arrangement(link));
    }

    private CreditSheet of(String link, Id viewer, Arrangement today) {
        Names names = new Names(link, viewer);
        return ledgers.read(link, ledger -> sheet(ledger, names, today));
    }

    private static CreditSheet sheet(Ledger ledger, Names names, Arrangement today) {
        Map<String, Share> shares = new LinkedHashMap<>();
        ledger.notes().forEach((note, lines) -> {
            Element element = today.alive(note);
            if (element != null) {
                share(lines, names, shares);
            }
        });
        List<Contributor> contributors = new ArrayList<>();
        shares.values().forEach(share -> contributors.add(share.contributor()));
        contributors.sort(Comparator.comparingInt((Contributor each) -> -each.made()).thenComparingInt(each -> -each.accepted())
                .thenComparingInt(each -> -each.edited()).thenComparing(Contributor::name));
        return new CreditSheet(contributors, ledger.timeline().stream().map(each -> step(each.line(), each.notes(), names)).toList());
    }

    private static void share(List<Ledger.Line> lines, Names names, Map<String, Share> shares) {
        Set<Share> editors = new LinkedHashSet<>();
        for (Ledger.Line line : lines) {
            Share person = of(line.author(), names, shares);
            Optional<Proposal> source = names.source(line);
            if (line.deed() == Deed.ACCEPTED && source.isPresent()) {
                person.accepted++;
                Card card = source.get().card();
                Share maker = card.isOwn() ? of(source.get().by().person(), names, shares)
                        : shares.computeIfAbsent("a" + card.tool(), none -> new Share(Id.NONE, card.tool()));
                if (!card.isOwn()) {
                    maker.rights.add(card.rights());
                }
                maker.made++;
            } else if (line.deed() == Deed.MADE || line.deed() == Deed.ACCEPTED) {
                person.made++;
            } else if (line.deed() == Deed.EDITED) {
                editors.add(person);
            }
        }
        editors.forEach(editor -> editor.edited++);
    }

    private static Share of(Id person, Names names, Map<String, Share> shares) {
        return shares.computeIfAbsent("p" + person, none -> new Share(person, names.person(person)));
    }

    /** What is somebody's, while it is counted. */
    private static final class Share {
        private final Id person;
        private final String name;
        /** What may be done with what an assistant made: different things of different styles. */
        private final Set<Rights> rights = new LinkedHashSet<>();
        private int made;
        private int accepted;
        private int edited;

        Share(Id person, String name) {
            this.person = person;
            this.name = name;
        }

        Contributor contributor() {
            Set<String> words = new LinkedHashSet<>();
            Set<String> credits = new LinkedHashSet<>();
            for (Rights each : rights) {
                words.add(each.commercial() ? "May be released commercially." : "May not be released commercially.");
                words.add(each.words());
                credits.addAll(each.credit().lines().toList());
            }
            return new Contributor(person, name, !rights.isEmpty(), made, accepted, edited, rights.stream().allMatch(Rights::commercial),
                    String.join("\n", words), String.join("\n", credits));
        }
    }

    @Override
    public void sign(String link, Arrangement arrangement) {
        sign(link, Id.NONE, arrangement);
    }

    @Override
    public void sign(String link, Id viewer, Arrangement arrangement) {
        Element song = arrangement.root();
        StringBuilder credits = new StringBuilder(song.text(Property.CREDITS));
        for (String line : of(link, viewer, arrangement).lines()) {
            boolean known = song.text(Property.CREDITS).lines().anyMatch(line::equals);
            if (!known && credits.length() + line.length() + 1 <= LONGEST) {
                credits.append(credits.isEmpty() ? "" : "\n").append(line);
            }
        }
        if (!credits.toString().equals(song.text(Property.CREDITS))) {
            arrangement.apply(new Edit(new Id(-1, -4), Id.NONE, 0, "song.credits", Id.NONE,
                    List.of(new Operation.Set(Arrangement.ROOT, Property.CREDITS, credits.toString()))));
        }
    }
}
