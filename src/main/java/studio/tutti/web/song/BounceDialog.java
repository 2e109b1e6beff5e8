package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import studio.tutti.audiofile.Encoding;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.exchange.BounceOrder;
import studio.tutti.jobs.JobRefused;
import studio.tutti.web.look.Buttons;

/** Asks what is to become sound: the mix, the stems, as which files. */
final class BounceDialog extends Dialog {

    private final OpenSong song;
    private final Runnable ordered;
    private final Checkbox mix = new Checkbox(t("The mix"), true);
    private final Checkbox stems = new Checkbox(t("Stems: each track by itself, from bar 1, all equally long"));
    private final Select<Encoding> encoding = new Select<>();
    private final Select<Integer> rate = new Select<>();
    private final TextField bars = new TextField(t("Bars"));
    private final Paragraph problem = new Paragraph();

    /** @param ordered told when a job was made */
    BounceDialog(OpenSong song, Runnable ordered) {
        this.song = song;
        this.ordered = ordered;
        addClassName("bounce");
        setHeaderTitle(t("Export audio"));
        encoding.setLabel(t("File"));
        encoding.setItems(Encoding.WAV_24, Encoding.WAV_16, Encoding.WAV_FLOAT, Encoding.FLAC_24, Encoding.FLAC_16, Encoding.OPUS);
        encoding.setItemLabelGenerator(BounceDialog::name);
        encoding.setValue(Encoding.WAV_24);
        rate.setLabel(t("Rate"));
        rate.setItems(44_100, 48_000, 96_000);
        rate.setItemLabelGenerator(BounceDialog::kilohertz);
        rate.setValue(44_100);
        encoding.addValueChangeListener(chosen -> {
            boolean only48 = chosen.getValue() == Encoding.OPUS;
            rate.setValue(only48 ? Integer.valueOf(48_000) : rate.getValue());
            rate.setEnabled(!only48);
        });
        bars.setPlaceholder(t("the whole song"));
        bars.setHelperText(t("such as 5-12"));
        problem.addClassName("bounce-problem");
        problem.getElement().setAttribute("role", "alert");
        Div row = new Div(encoding, rate, bars);
        row.addClassName("bounce-row");
        add(mix, stems, row, problem);
        getFooter().add(Buttons.plain(t("Cancel"), this::close), Buttons.first(t("Export"), this::order));
    }

    private void order() {
        try {
            song.bounce(encoding.getValue(), rate.getValue(), BounceOrder.bars(bars.getValue()), mix.getValue(), stems.getValue());
            close();
            ordered.run();
        } catch (IllegalArgumentException | JobRefused | NoSuchSong refused) {
            problem.setText(told(refused.getMessage()));
        }
    }

    static String name(Encoding encoding) {
        return switch (encoding) {
            case WAV_16 -> t("WAV, 16 bits");
            case WAV_24 -> t("WAV, 24 bits");
            case WAV_FLOAT -> t("WAV, 32 bits floating point");
            case FLAC_16 -> t("FLAC, 16 bits");
            case FLAC_24 -> t("FLAC, 24 bits");
            case OPUS -> t("Opus, small, for listening");
        };
    }

    static String kilohertz(int rate) {
        return rate % 1000 == 0 ? rate / 1000 + " kHz" : String.format(Locale.ROOT, "%.1f kHz", rate / 1000.0);
    }
}
