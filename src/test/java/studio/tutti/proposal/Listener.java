package studio.tutti.proposal;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.protocol.Message;

import static studio.tutti.proposal.TrayNode.until;

/** A person with a page that looks at the tray. */
final class Listener implements LoadPage.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final LoadPage page;
    final Map<Id, Proposal> tray = new ConcurrentHashMap<>();
    final List<Message.TakeTold> takes = new CopyOnWriteArrayList<>();
    final List<Message.Working> working = new CopyOnWriteArrayList<>();
    final List<Message.Refused> refused = new CopyOnWriteArrayList<>();
    final List<Message.FromServer> others = new CopyOnWriteArrayList<>();
    volatile int votes;

    Listener(Secret secret) {
        page = new LoadPage(HTTP, secret, this);
    }

    static Listener in(TrayNode node, String link) {
        return in(node, link, Secret.fresh());
    }

    static Listener in(TrayNode node, String link, Secret secret) {
        Listener listener = new Listener(secret);
        listener.page.connect(node.url(), link).orTimeout(30, TimeUnit.SECONDS).join();
        until("the tray is told", () -> listener.others.stream().anyMatch(Message.Tray.class::isInstance));
        return listener;
    }

    @Override
    public void heard(LoadPage from, Message.FromServer message) {
        switch (message) {
            case Message.Tray told -> {
                votes = told.votes();
                told.proposals().forEach(each -> tray.merge(each.id(), each, (one, other) -> one.stamp() > other.stamp() ? one : other));
            }
            case Message.TakeTold take -> takes.add(take);
            case Message.Working work -> working.add(work);
            case Message.Refused refusal -> refused.add(refusal);
            default -> { }
        }
        others.add(message);
    }

    /** Adds a track; its id. */
    Id track(String name) {
        Id id = page.read(replica -> replica.newId());
        page.edit("track.add", List.of(new Operation.Add(id, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.NAME, name))));
        stored();
        return id;
    }

    /** Adds a clip with one note from a tick to another; the note's id. */
    Id note(Id track, long from, long to, long pitch) {
        Id content = page.read(replica -> replica.newId());
        Id note = page.read(replica -> replica.newId());
        page.edit("notes.draw", List.of(
                new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)),
                new Operation.Add(page.read(replica -> replica.newId()), Kind.CLIP,
                        Map.of(Property.PARENT, track, Property.CONTENT, content, Property.START, from, Property.LENGTH, to - from)),
                new Operation.Add(note, Kind.NOTE, Map.of(Property.PARENT, content, Property.LENGTH, to - from, Property.PITCH, pitch))));
        stored();
        return note;
    }

    void edit(Operation operation) {
        page.edit("test", List.of(operation));
        stored();
    }

    void stored() {
        until("the edit is stored", () -> page.read(replica -> replica.pendingCount() == 0));
    }

    /** Asks the stepping assistant for takes in the first four bars. */
    Id ask(int takes, long seed, List<Id> context, List<Id> targets, String... settings) {
        return ask(Stepping.ID, takes, seed, context, targets, settings);
    }

    Id ask(String assistant, int takes, long seed, List<Id> context, List<Id> targets, String... settings) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        Id id = page.read(replica -> replica.newId());
        page.say(new Message.AskFor(id, assistant, 0, 4 * 3840, context, targets, List.of(), new Settings(values), seed, takes, Id.NONE));
        return id;
    }

    void judge(Id proposal, int take, Message.Verb verb) {
        page.say(new Message.Judge(proposal, take, verb));
    }

    /** Waits until a proposal is as it should be, and returns it. */
    Proposal sees(String what, Id proposal, Predicate<Proposal> condition) {
        until(what + " " + tray.get(proposal) + refused, () -> tray.get(proposal) != null && condition.test(tray.get(proposal)));
        return tray.get(proposal);
    }

    Proposal ready(Id proposal) {
        return sees("it is ready", proposal, each -> each.state() == Proposal.State.READY);
    }

    String refusal(Id about) {
        until("something is refused", () -> refused.stream().anyMatch(each -> each.edit().equals(about)));
        return refused.stream().filter(each -> each.edit().equals(about)).toList().getLast().reason();
    }

    /** The pitches of all notes in the song, sorted. */
    List<Long> pitches() {
        return page.read(replica -> {
            List<Long> pitches = new ArrayList<>();
            Arrangement song = replica.arrangement();
            for (int handle = 0; handle < song.handles(); handle++) {
                if (song.at(handle).kind() == Kind.NOTE && song.at(handle).isAlive()) {
                    pitches.add(song.at(handle).number(Property.PITCH));
                }
            }
            pitches.sort(null);
            return pitches;
        });
    }

    long revision() {
        return page.read(replica -> replica.revision());
    }

    @Override
    public void close() {
        page.close();
    }
}
