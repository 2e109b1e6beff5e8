package studio.tutti.assistant.flowmachines;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.CantPropose;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Fit;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;

/** Proposes chords, a melody and a bass in a style: {@link FlowMachine} as an assistant of the tray. */
@Component
final class FlowMachinesAssistant implements Assistant {

    private static final String FIRST_STYLE = "standards";
    private static final String AS_STYLE = "as the style has it";
    private static final int TAKES = 3;
    private static final int MOST_BARS = 128;
    /** Nanoseconds between two questions whether the work was called off. */
    private static final long OFTEN = 20_000_000;

    private final Palettes palettes;
    private final Offer common;

    FlowMachinesAssistant(Palettes palettes) {
        this.palettes = palettes;
        common = offer(Id.NONE, List.of());
    }

    @Override
    public Offer offer() {
        return common;
    }

    @Override
    public Offer offer(Id person, String link) {
        List<OwnPalette> own = palettes.own(person, link);
        return own.isEmpty() ? common : offer(person, own);
    }

    private static Offer offer(Id person, List<OwnPalette> own) {
        List<Control.Option> styles = new ArrayList<>();
        Set<String> credits = new LinkedHashSet<>();
        boolean release = true;
        for (OwnPalette each : own) {
            styles.add(new Control.Option(each.name(), each.title(), each.person().equals(person) ? "Learned from songs of your own."
                    : "Learned by somebody else from songs of their own, and shared."));
        }
        for (PaletteCard card : ShippedPalettes.cards()) {
            styles.add(new Control.Option(card.name(), card.title(), card.description()));
            release &= card.release();
            card.sources().stream().map(PaletteSource::credit).filter(credit -> !credit.isBlank()).forEach(credits::add);
        }
        List<Control> controls = List.of(
                new Control.Choice("style", "Style", "Which songs it has learned from.", styles, FIRST_STYLE),
                new Control.Choice("task", "What to make", "", List.of(
                        new Control.Option("fitting", "What is missing", "A melody where chords stand, chords where a melody stands, all where nothing stands."),
                        new Control.Option("all", "Everything anew", ""),
                        new Control.Option("lines", "Melody and bass over the chords that stand", ""),
                        new Control.Option("harmony", "Chords and bass for the melody that stands", ""),
                        new Control.Option("fill", "Fill the empty bars", "Notes and chords that stand stay as they are."),
                        new Control.Option("notes", "Fill in around the notes", "Each note and chord that stands stays; new notes come between them, in the same bars too."),
                        new Control.Option("vary", "Vary what stands", "")), "fitting"),
                new Control.Slider("notes-per-bar", "Melody notes in a bar", "At the left end the style decides.", 0, 12, 0.5, 0, "", AS_STYLE),
                new Control.Words("form", "Form", "Sections of equal length by their letters, such as AABA or AA'BA'; equal letters repeat, A' varies A.", 32, ""),
                new Control.Slider("stray", "How far it strays", "0 keeps to what the style did often.", 0, 1, 0, 0.5, ""),
                new Control.Slider("chords-per-bar", "Chords in a bar", "At the left end the style decides.", 0, 4, 0.5, 0, "", AS_STYLE),
                new Control.Slider("lowest", "Lowest note", "At the left end the style decides.", 0, 127, 1, 0, Control.Slider.NOTE, AS_STYLE),
                new Control.Slider("highest", "Highest note", "At the right end the style decides.", 0, 127, 1, 127, Control.Slider.NOTE, AS_STYLE),
                new Control.Slider("leap", "Largest leap", "", 1, 24, 1, 12, "semitones"),
                new Control.Choice("cadence", "Ending", "", List.of(
                        new Control.Option("tonic", "On the tonic", ""), new Control.Option("authentic", "Dominant to tonic", ""),
                        new Control.Option("plagal", "Subdominant to tonic", ""), new Control.Option("half", "On the dominant", ""),
                        new Control.Option("free", "As the style does", "")), "tonic"),
                new Control.Toggle("chord-tones", "Chord tones on strong beats", "", false),
                new Control.Toggle("in-key", "Only chords of the key", "", false),
                new Control.Slider("copy-notes", "Notes in a row it may copy", "0 sets no limit; the least limit is 4.", 0, 32, 1, 8, "notes"),
                new Control.Slider("copy-chords", "Chords in a row it may copy", "0 sets no limit; the least limit is 4.", 0, 64, 1, 16, "chords"),
                new Control.Slider("distance", "How much a variation changes", "Also how far A' is from A in a form.", 0, 1, 0, 0.3, ""));
        return new Offer("flow-machines", "Flow Machines", "Chords, melody and bass", "A lead sheet in a style, for these bars.", "1.0",
                new Fit(Set.of(TrackType.INSTRUMENT), true, false, false, 1, MOST_BARS), controls,
                new Rights(release, String.join("\n", credits), "What it makes may be released; name the credits."), TAKES, false);
    }

    @Override
    public Rights rights(Settings settings, Id person, String link) {
        String style = settings.text("style");
        for (OwnPalette each : palettes.own(person, link)) {
            if (each.name().equals(style)) {
                return each.person().equals(person)
                        ? new Rights(true, "", "Its style was learned from songs of your own: release it as you would those.")
                        : new Rights(false, "", "Its style was learned from songs of " + each.author() + "'s own: ask " + each.author() + " before you release it.");
            }
        }
        return ShippedPalettes.find(style).map(FlowMachinesAssistant::rights).orElseGet(() -> offer(person, link).rights());
    }

    private static Rights rights(Palette palette) {
        Set<String> credits = new LinkedHashSet<>();
        ShippedPalettes.sources(palette.card()).stream().map(PaletteSource::credit).filter(credit -> !credit.isBlank()).forEach(credits::add);
        boolean release = palette.card().release();
        for (String borrowed : List.of(palette.card().melodyFrom(), palette.card().bassFrom())) {
            release &= ShippedPalettes.find(borrowed).map(each -> each.card().release()).orElse(true);
        }
        return new Rights(release, String.join("\n", credits), "");
    }

    @Override
    public void propose(Ask ask, TakeSink takes) throws Exception {
        Settings settings = ask.settings();
        SongFrame frame = SongFrame.of(ask);
        int count = ask.card().takes();
        for (int number = 1; number <= count; number++) {
            if (takes.has(number)) {
                continue;
            }
            takes.take(number, take(ask, settings, frame, number, takes, (number - 1.0) / count));
        }
        takes.progress(1);
    }

    /**
     * Makes one take.
     *
     * @param number its number, from which its seed follows
     * @param done the share of the work that is done before
     */
    Take take(Ask ask, Settings settings, SongFrame frame, int number, TakeSink takes, double done) throws CantPropose {
        Palette palette = palettes.find(ask.person(), ask.link(), settings.text("style"))
                .orElseThrow(() -> new CantPropose("This style is not there any more. Choose another."));
        String task = task(settings.text("task"), frame);
        FlowRequest request = request(settings, task, frame);
        SongFrame.Stays stays = new SongFrame.Stays(task.equals("lines") || task.equals("fill") || task.equals("notes"),
                task.equals("fill") || settings.text("task").equals("fitting") ? SongFrame.Lines.BARS
                        : task.equals("notes") ? SongFrame.Lines.NOTES : SongFrame.Lines.NONE);
        takes.progress(done);
        long[] asked = {System.nanoTime()};
        try {
            LeadSheet sheet = FlowMachine.of(palette).compose(request, ask.seed(number), () -> {
                if (System.nanoTime() - asked[0] > OFTEN) {
                    asked[0] = System.nanoTime();
                    takes.progress(done);
                }
                return false;
            });
            return frame.take(palette.card().title(), sheet, request, stays);
        } catch (Unsatisfiable clash) {
            throw new CantPropose(String.valueOf(clash.getMessage()));
        }
    }

    /** What is made, once it is known what stands. */
    private static String task(String asked, SongFrame frame) throws CantPropose {
        LeadSheet there = frame.there();
        boolean chords = there != null && !there.chords().isEmpty();
        boolean melody = there != null && !there.melody().isEmpty();
        String task = asked;
        if (task.equals("fitting")) {
            task = chords && !melody ? "lines" : melody && !chords ? "harmony" : chords ? "fill" : "all";
        }
        if (task.equals("lines") && !chords || task.equals("harmony") && !melody || (task.equals("vary") || task.equals("notes")) && !chords && !melody) {
            throw new CantPropose(task.equals("lines") ? "No chords stand in these bars: write some, or let it make everything anew."
                    : "No melody stands in these bars: write one, or let it make everything anew.");
        }
        return task;
    }

    private static FlowRequest request(Settings settings, String task, SongFrame frame) throws CantPropose {
        try {
            FlowRequest request = FlowRequest.of(frame.bars(), frame.key(), frame.metre()).withForm(form(settings.text("form"), frame.bars()))
                    .withRates(settings.number("chords-per-bar"), settings.number("notes-per-bar"))
                    .withRange((int) settings.number("lowest"), (int) settings.number("highest"), (int) settings.number("leap"))
                    .withHarmony(settings.flag("chord-tones") ? ChordTones.ALWAYS : ChordTones.STYLE,
                            Cadence.valueOf(settings.text("cadence").toUpperCase(java.util.Locale.ROOT)), settings.flag("in-key"))
                    .withFreedom(settings.number("stray"), copies(settings.number("copy-notes")), copies(settings.number("copy-chords")))
                    .withDistance(settings.number("distance"));
            return switch (task) {
                case "lines" -> standing(request, frame.only(true, false), true);
                case "harmony" -> request.withKept(frame.only(false, true), true).withLines(false, true);
                case "fill" -> standing(request, frame.only(true, true), true);
                case "notes" -> standing(request, frame.only(true, true), false);
                case "vary" -> request.varying(java.util.Objects.requireNonNull(frame.there()), settings.number("distance"));
                default -> request;
            };
        } catch (IllegalArgumentException wrong) {
            throw new CantPropose(String.valueOf(wrong.getMessage()));
        }
    }

    private static int copies(double limit) {
        return limit == 0 ? 0 : Math.max(FlowRequest.LEAST_COPY, (int) limit);
    }

    /** Chords that stand may end as they do and be whose they are. */
    private static FlowRequest standing(FlowRequest request, @Nullable LeadSheet kept, boolean bars) {
        boolean whole = kept != null && !kept.chords().isEmpty() && kept.chords().getLast().end() == kept.end();
        FlowRequest standing = request.withKept(kept, bars).withFreedom(request.stray(), request.copyNotes(), 0);
        return whole ? standing.withHarmony(request.chordTones(), Cadence.FREE, false).withRates(0, request.notesPerBar()) : standing;
    }

    private static List<FormSection> form(String letters, int bars) {
        return letters.isBlank() ? List.of() : FormSection.of(letters, bars);
    }

    /** Velocities by how heavy a note's place is. */
    static Take.Note note(SheetNote note, long begin, Metre metre) {
        return new Take.Note(begin + note.start(), note.length(), note.pitch(), 74 + 7 * metre.strength(note.start()));
    }
}
