package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.core.proposal.MasterSound;
import studio.tutti.library.MediaRefused;
import studio.tutti.library.Medium;
import studio.tutti.mastering.profileeq.ShippedProfiles;
import studio.tutti.proposal.ProposalRefused;
import studio.tutti.web.look.Buttons;

/** Asks how the song is to be finished as sound; what comes lies in the tray. Above, the master that the band has accepted. */
final class MasterDialog extends Dialog {

    private static final List<Double> TARGETS = List.of(-14.0, -16.0, -23.0);
    private static final double OWN = 0;

    private final OpenSong song;
    private final Runnable asked;
    private final Select<Double> target = new Select<>();
    private final NumberField own = new NumberField(t("Own loudness, LUFS"));
    private final NumberField ceiling = new NumberField(t("Ceiling, dBTP"));
    private final Select<String> profile = new Select<>();
    private final Select<String> compressor = new Select<>();
    private final Upload reference = new Upload(this::take);
    private final Paragraph problem = new Paragraph();
    private String referenceHash = "";

    /** @param asked told when a master was asked for */
    MasterDialog(OpenSong song, Runnable asked) {
        this.song = song;
        this.asked = asked;
        addClassNames("bounce", "master");
        setHeaderTitle(t("Master the song"));
        song.master().ifPresent(master -> add(present(master)));
        add(new Paragraph(t("The mix is finished as sound and laid in the tray: the band compares masters blind, votes, and accepts one.")));
        target.setLabel(t("Loudness"));
        target.setItems(TARGETS.get(0), TARGETS.get(1), TARGETS.get(2), OWN);
        target.setItemLabelGenerator(MasterDialog::name);
        target.setValue(TARGETS.getFirst());
        target.addValueChangeListener(chosen -> own.setVisible(chosen.getValue() == OWN));
        number(own, -36, -5, 0.5, -11);
        own.setVisible(false);
        number(ceiling, -6, 0, 0.1, -1);
        profile.setLabel(t("Bring its spectrum to"));
        profile.setItems(Stream.concat(Stream.of(""), ShippedProfiles.names().stream().filter(MasterDialog::isOfMixes)).toList());
        profile.setItemLabelGenerator(name -> ShippedProfiles.find(name).map(found -> t(found.title())).orElseGet(() -> t("nothing")));
        profile.setValue("");
        compressor.setLabel(t("Compressor"));
        compressor.setItems("none", "whole", "bands");
        compressor.setItemLabelGenerator(kind -> switch (kind) {
            case "whole" -> t("gentle");
            case "bands" -> t("gentle, three bands");
            default -> t("none");
        });
        compressor.setValue("none");
        reference.setMaxFiles(1);
        reference.setUploadButton(new Button(t("Choose a reference …")));
        reference.setDropLabel(new Span(t("or drop a song to match here")));
        reference.addFileRemovedListener(removed -> forget());
        reference.setWidthFull();
        problem.addClassName("bounce-problem");
        problem.getElement().setAttribute("role", "alert");
        Div row = new Div(target, own, ceiling);
        row.addClassName("bounce-row");
        Div colour = new Div(profile, compressor);
        colour.addClassName("bounce-row");
        add(row, colour, reference, problem);
        getFooter().add(Buttons.plain(t("Cancel"), this::close), Buttons.first(t("Master"), this::ask));
    }

    private static boolean isOfMixes(String profile) {
        return profile.equals("pink") || profile.startsWith("mix-");
    }

    private static void number(NumberField field, double low, double high, double step, double first) {
        field.setMin(low);
        field.setMax(high);
        field.setStep(step);
        field.setStepButtonsVisible(true);
        field.setValue(first);
    }

    private static String name(double target) {
        return target == OWN ? t("another …") : target == -14 ? t("−14 LUFS, streaming") : target == -16 ? t("−16 LUFS, softer services")
                : t("−23 LUFS, broadcasting");
    }

    private Div present(MasterSound master) {
        String figures = String.format(Locale.ROOT, "%.1f LUFS · %.1f dBTP", master.loudness(), master.peak()).replace('-', '−');
        Div present = new Div(new Span(t("The song’s master: {0}", figures)), file(master, master.media(), ".wav", t("Sound")),
                file(master, master.sheet(), ".pdf", t("Report")), file(master, master.figures(), ".json", t("Figures")));
        present.addClassName("master-present");
        return present;
    }

    private Anchor file(MasterSound master, String hash, String ending, String words) {
        Anchor file = new Anchor("/api/media/" + hash + "?song=" + song.link(), words);
        file.getElement().setAttribute("download", master.name() + ending);
        file.setRouterIgnore(true);
        return file;
    }

    /** A reference comes in; its sound is looked at once it is here. */
    private void take(UploadEvent upload) {
        UI page = upload.getUI();
        try (InputStream in = upload.getInputStream()) {
            Medium medium = song.keep(upload.getFileName(), in);
            page.access(() -> {
                referenceHash = medium.isSound() ? medium.hash() : "";
                profile.setEnabled(referenceHash.isEmpty());
                problem.setText(medium.isSound() ? "" : t("“{0}” is no sound that can be read.", upload.getFileName()));
            });
        } catch (MediaRefused refused) {
            page.access(() -> problem.setText(told(refused.getMessage())));
        } catch (IOException lost) {
            page.access(() -> problem.setText(t("“{0}” could not be read to its end. Try again.", upload.getFileName())));
        }
    }

    private void forget() {
        referenceHash = "";
        profile.setEnabled(true);
    }

    private void ask() {
        if (reference.isUploading()) {
            problem.setText(t("The reference is still coming: wait a moment."));
            return;
        }
        Double loudness = target.getValue() == OWN ? own.getValue() : target.getValue();
        if (loudness == null || ceiling.getValue() == null || target.getValue() == OWN && own.isInvalid() || ceiling.isInvalid()) {
            problem.setText(t("A loudness lies from −36 to −5 LUFS, a ceiling from −6 to 0 dBTP."));
            return;
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("target", loudness.toString());
        settings.put("ceiling", ceiling.getValue().toString());
        settings.put("reference", referenceHash);
        settings.put("profile", referenceHash.isEmpty() ? profile.getValue() : "");
        settings.put("compress", compressor.getValue().equals("none") ? "1" : "2");
        settings.put("multiband", Boolean.toString(compressor.getValue().equals("bands")));
        try {
            song.askForMaster(settings);
            close();
            asked.run();
        } catch (ProposalRefused | NoSuchSong refused) {
            problem.setText(told(refused.getMessage()));
        }
    }
}
