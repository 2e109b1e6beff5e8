package studio.tutti.core.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.music.Ticks;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Fit;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;

/** The binary form of cards, in messages and in the store, and of what assistants offer. Version {@value #VERSION}. */
public final class CardFormat {

    /** The version that is written; all versions up to it are read. */
    public static final int VERSION = 1;

    private static final int MOST_CONTROLS = Settings.MOST;
    private static final int MOST_OPTIONS = 5_000;
    private static final int LONGEST_HINT = 2_000;

    private CardFormat() {}

    /** A card as bytes. */
    public static byte[] toBytes(Card card) {
        ByteWriter out = new ByteWriter();
        out.octet(VERSION);
        out.text(card.assistant());
        out.text(card.tool());
        out.text(card.name());
        out.text(card.version());
        out.count(card.from());
        out.count(card.to());
        ids(card.context(), out);
        ids(card.targets(), out);
        ids(card.chosen(), out);
        ids(card.locked(), out);
        settings(card.settings(), out);
        out.word(card.seed());
        out.count(card.takes());
        out.count(card.base());
        out.word(card.digest());
        rights(card.rights(), out);
        out.id(card.renews());
        return out.toBytes();
    }

    /**
     * The card in some bytes.
     *
     * @throws Malformed if they are not a card of a known version
     */
    public static Card fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new Malformed("The card has the format " + version + ", this is " + VERSION + ": reload the page.");
        }
        Card card = new Card(
                in.text(Offer.LONGEST), in.text(Offer.LONGEST), in.text(Offer.LONGEST), in.text(Offer.LONGEST),
                in.upTo(Ticks.LAST), in.upTo(Ticks.LAST),
                ids(Card.MOST_NAMED, in), ids(Card.MOST_NAMED, in), ids(Card.MOST_CHOSEN, in), ids(Card.MOST_NAMED, in),
                settings(in), in.word(), (int) in.upTo(Card.MOST_TAKES), in.upTo(Long.MAX_VALUE), in.word(), rights(in), in.id());
        in.end();
        return card;
    }

    static void settings(Settings settings, ByteWriter out) {
        out.count(settings.values().size());
        for (Map.Entry<String, String> value : settings.values().entrySet()) {
            out.text(value.getKey());
            out.text(value.getValue());
        }
    }

    static Settings settings(ByteReader in) {
        int size = in.count(Settings.MOST);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < size; i++) {
            values.put(in.text(Settings.LONGEST_NAME), in.text(Settings.LONGEST_VALUE));
        }
        return new Settings(values);
    }

    private static void rights(Rights rights, ByteWriter out) {
        out.octet(rights.commercial() ? 1 : 0);
        out.text(rights.credit());
        out.text(rights.words());
    }

    private static Rights rights(ByteReader in) {
        return new Rights(in.octet() == 1, in.text(Rights.LONGEST), in.text(Rights.LONGEST));
    }

    static void ids(List<Id> ids, ByteWriter out) {
        out.count(ids.size());
        ids.forEach(out::id);
    }

    static List<Id> ids(int most, ByteReader in) {
        int size = in.count(most);
        List<Id> ids = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ids.add(in.id());
        }
        return ids;
    }

    // --- what is on offer ---

    static void offer(Offer offer, ByteWriter out) {
        out.text(offer.id());
        out.text(offer.tool());
        out.text(offer.name());
        out.text(offer.hint());
        out.text(offer.version());
        fit(offer.fit(), out);
        out.count(offer.controls().size());
        offer.controls().forEach(control -> control(control, out));
        rights(offer.rights(), out);
        out.count(offer.takes());
        out.octet(offer.live() ? 1 : 0);
    }

    static Offer offer(ByteReader in) {
        String id = in.text(Offer.LONGEST);
        String tool = in.text(Offer.LONGEST);
        String name = in.text(Offer.LONGEST);
        String hint = in.text(LONGEST_HINT);
        String version = in.text(Offer.LONGEST);
        Fit fit = fit(in);
        int size = in.count(MOST_CONTROLS);
        List<Control> controls = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            controls.add(control(in));
        }
        return new Offer(id, tool, name, hint, version, fit, controls, rights(in), (int) in.upTo(Card.MOST_TAKES), in.octet() == 1);
    }

    private static void fit(Fit fit, ByteWriter out) {
        int targets = 0;
        for (TrackType type : fit.targets()) {
            targets |= 1 << type.ordinal();
        }
        out.octet(targets);
        out.octet((fit.makesTracks() ? 1 : 0) | (fit.needsNotes() ? 2 : 0) | (fit.needsContext() ? 4 : 0));
        out.count(fit.fewestBars());
        out.count(fit.mostBars());
    }

    private static Fit fit(ByteReader in) {
        int mask = in.octet();
        Set<TrackType> targets = new HashSet<>();
        for (TrackType type : TrackType.values()) {
            if ((mask >> type.ordinal() & 1) != 0) {
                targets.add(type);
            }
        }
        int needs = in.octet();
        return new Fit(targets, (needs & 1) != 0, (needs & 2) != 0, (needs & 4) != 0,
                (int) in.upTo(Integer.MAX_VALUE), (int) in.upTo(Integer.MAX_VALUE));
    }

    private static void control(Control control, ByteWriter out) {
        switch (control) {
            case Control.Slider slider -> {
                head(1, slider, out);
                out.real(slider.low());
                out.real(slider.high());
                out.real(slider.step());
                out.real(slider.first());
                out.text(slider.unit());
                out.text(slider.resting());
            }
            case Control.Choice choice -> {
                head(2, choice, out);
                out.count(choice.options().size());
                for (Control.Option option : choice.options()) {
                    out.text(option.key());
                    out.text(option.words());
                    out.text(option.hint());
                }
                out.text(choice.initial());
            }
            case Control.Toggle toggle -> {
                head(3, toggle, out);
                out.octet(toggle.on() ? 1 : 0);
            }
            case Control.Words words -> {
                head(4, words, out);
                out.count(words.longest());
                out.text(words.initial());
            }
        }
    }

    private static void head(int type, Control control, ByteWriter out) {
        out.octet(type);
        out.text(control.name());
        out.text(control.words());
        out.text(control.hint());
    }

    private static Control control(ByteReader in) {
        int type = in.octet();
        String name = in.text(Settings.LONGEST_NAME);
        String words = in.text(Offer.LONGEST);
        String hint = in.text(LONGEST_HINT);
        return switch (type) {
            case 1 -> new Control.Slider(name, words, hint, in.real(), in.real(), in.real(), in.real(), in.text(Offer.LONGEST), in.text(Offer.LONGEST));
            case 2 -> {
                int size = in.count(MOST_OPTIONS);
                List<Control.Option> options = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    options.add(new Control.Option(in.text(Settings.LONGEST_VALUE), in.text(Offer.LONGEST), in.text(LONGEST_HINT)));
                }
                yield new Control.Choice(name, words, hint, options, in.text(Settings.LONGEST_VALUE));
            }
            case 3 -> new Control.Toggle(name, words, hint, in.octet() == 1);
            case 4 -> new Control.Words(name, words, hint, (int) in.upTo(Settings.LONGEST_VALUE), in.text(Settings.LONGEST_VALUE));
            default -> throw new Malformed("There is no control of the type " + type + ".");
        };
    }
}
