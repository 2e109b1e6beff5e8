package studio.tutti.finishing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.tutti.assistant.Ask;
import studio.tutti.assistant.Assistant;
import studio.tutti.assistant.CantPropose;
import studio.tutti.assistant.TakeSink;
import studio.tutti.audiofile.AudioRefused;
import studio.tutti.audiofile.Encoding;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Control;
import studio.tutti.core.proposal.Fit;
import studio.tutti.core.proposal.MasterSound;
import studio.tutti.core.proposal.Offer;
import studio.tutti.core.proposal.Rights;
import studio.tutti.core.proposal.Settings;
import studio.tutti.exchange.Mixdown;
import studio.tutti.exchange.SongRefused;
import studio.tutti.jobs.Products;
import studio.tutti.jobs.Workshop;
import studio.tutti.library.Instruments;
import studio.tutti.library.Media;
import studio.tutti.library.MediaRefused;
import studio.tutti.library.Medium;
import studio.tutti.mastering.Colour;
import studio.tutti.mastering.Mastering;
import studio.tutti.mastering.Output;
import studio.tutti.mastering.Passes;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.Rising;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.sheet.MasterSheet;
import tools.jackson.databind.json.JsonMapper;

/** Bounces the whole song and masters it; its take is the sound, with its reports beside it. */
@Component
class MasteringAssistant implements Assistant {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RATE = 44_100;

    /** How much of the work the bounce is, and where the chain ends, of 1. */
    private static final double BOUNCED = 0.45;
    private static final double MASTERED = 0.9;
    /** Where the sound is written, and where the sheet is. */
    private static final double WRITTEN = 0.95;
    private static final double DRAWN = 0.98;

    private static final Offer OFFER = new Offer(Card.MASTERING, "Mastering", "Master", "The whole song, finished as sound.", "1.0", Fit.wholeSong(), List.of(
            new Control.Slider("target", "Loudness", "Streaming services play at about −14 LUFS, broadcasting at −23.", -36, -5, 0.5, Mastering.USUAL, "LUFS"),
            new Control.Slider("ceiling", "Ceiling", "No peak goes above, between the samples neither.", -6, 0, 0.1, -1, "dBTP"),
            new Control.Words("reference", "Reference", "A file of the song whose spectrum and width are matched; empty for none.", 64, ""),
            new Control.Words("profile", "Profile", "What the spectrum is brought to if there is no reference; empty for nothing.", 60, ""),
            new Control.Slider("compress", "Compressor", "Its ratio; 1 is none.", 1, 10, 0.1, 1, ": 1"),
            new Control.Toggle("multiband", "Compress lows, middles and highs apart", "", false),
            new Control.Slider("width", "Width", "", 0, 200, 1, 100, "%"),
            new Control.Slider("drive", "Saturation", "", 0, 36, 0.5, 0, "dB")),
            new Rights(true, "", "It is your song; it may be released."), 1, false);

    private final Instruments instruments;
    private final Media media;
    private final Products products;

    MasteringAssistant(Instruments instruments, Media media, Products products) {
        this.instruments = instruments;
        this.media = media;
        this.products = products;
    }

    @Override
    public Offer offer() {
        return OFFER;
    }

    @Override
    public void propose(Ask ask, TakeSink takes) throws Exception {
        if (takes.has(1)) {
            return;
        }
        try (Workshop workshop = new Workshop(products)) {
            takes.take(1, master(ask, takes, workshop.folder()).take(label(ask.settings())));
        } catch (SongRefused | AudioRefused | MediaRefused refused) {
            throw new CantPropose(refused.getMessage());
        }
    }

    private MasterSound master(Ask ask, TakeSink takes, Path workshop) throws IOException, CantPropose {
        Arrangement song = ask.song();
        Recording reference = reference(ask.settings().text("reference"), workshop);
        Profile profile = profile(ask.settings().text("profile"));
        Rising told = new Rising(takes::progress);
        Path raw = workshop.resolve("raw.wav");
        Mixdown.Range range = Mixdown.of(song, instruments, RATE).with(media).open()
                .write(raw, Encoding.WAV_FLOAT, told.between(0, BOUNCED));
        if (range.peak() == 0) {
            throw new CantPropose("The song is silent: there is nothing to master.");
        }
        Recording mix = Recording.of(raw);
        Passes passes = new Passes(Mastering.work(mix), told.between(BOUNCED, MASTERED));
        Settings set = ask.settings();
        Mastering.Settings settings = new Mastering.Settings(set.number("target"), set.number("ceiling"),
                new Colour(set.number("compress"), set.text("multiband").equals("true"), set.number("width"), set.number("drive")), profile);
        Mastering.Result result = Mastering.apply(mix, reference, settings, passes);
        Path master = workshop.resolve("master.wav");
        Output.write(result.sound(), master, Encoding.WAV_24, false, told.between(MASTERED, WRITTEN));
        String name = name(song);
        Id person = ask.person();
        Path sheet = workshop.resolve("sheet.pdf");
        try (OutputStream out = Files.newOutputStream(sheet)) {
            MasterSheet.write(List.of(new MasterSheet.Page(name, mix, result.sound(), result.report(),
                    SheetSettings.of(settings, set.text("reference"), media, result.report()))), out, told.between(WRITTEN, DRAWN));
        }
        Path figures = Files.writeString(workshop.resolve("figures.json"), JSON.writeValueAsString(result.report()) + "\n");
        return new MasterSound(name, keep(person, name + ".wav", master), level(result.report().after().integrated()),
                level(result.report().after().truePeak()), keep(person, name + ".pdf", sheet), keep(person, name + ".json", figures), ask.card().base());
    }

    private static String name(Arrangement song) {
        String name = song.root().text(Property.NAME).strip();
        return name.isEmpty() ? "Song" : name;
    }

    private String keep(Id person, String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return media.keep(person, name, "", in).hash();
        }
    }

    private @Nullable Recording reference(String hash, Path workshop) throws IOException, CantPropose {
        if (hash.isEmpty()) {
            return null;
        }
        Medium medium = media.find(hash).orElseThrow(() -> new CantPropose("The reference is not here any more: choose another."));
        Path file = workshop.resolve("reference");
        try (InputStream in = media.open(medium)) {
            Files.copy(in, file);
        }
        return Recording.of(file);
    }

    private static @Nullable Profile profile(String name) throws CantPropose {
        try {
            return name.isEmpty() ? null : Profile.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new CantPropose(String.valueOf(unknown.getMessage()));
        }
    }

    private static double level(double decibels) {
        return Double.isFinite(decibels) ? Math.rint(100 * decibels) / 100 : MasterSound.NONE;
    }

    private static String label(Settings set) {
        return SheetSettings.figure(set.number("target")) + " LUFS, " + SheetSettings.figure(set.number("ceiling")) + " dBTP";
    }
}
