package studio.tutti.mastering.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import studio.tutti.mastering.Loudness;
import studio.tutti.mastering.MasterReport;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.Spectra;

/** Writes what a master did as a PDF, a page a song. The same master gives the same bytes. */
public final class MasterSheet {

    private static final float MARGIN = 44;
    private static final float INNER = Paper.WIDTH - 2 * MARGIN;

    private MasterSheet() {}

    /**
     * A song of the sheet.
     *
     * @param name what it is called
     * @param before it, played for its picture
     * @param after the master
     * @param report its figures
     * @param settings what was set, by what people call it
     */
    public record Page(String name, Recording before, Recording after, MasterReport report, Map<String, String> settings) {}

    /** Writes the pages into a stream, which stays open. */
    public static void write(List<Page> pages, OutputStream out) throws IOException {
        write(pages, out, share -> { });
    }

    /**
     * The same, telling how far it is.
     *
     * @param told 0 … 1, for every few thousand frames that are heard; what it throws ends the work
     */
    public static void write(List<Page> pages, OutputStream out, DoubleConsumer told) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            PDFont font = Paper.font(document);
            for (int number = 1; number <= pages.size(); number++) {
                Page page = pages.get(number - 1);
                int done = number - 1;
                try (Paper paper = new Paper(document, font)) {
                    draw(paper, page, pages.size() == 1 ? "" : number + " / " + pages.size(), share -> told.accept((done + share) / pages.size()));
                }
            }
            document.getDocumentInformation().setTitle(pages.getFirst().name());
            document.getDocumentInformation().setProducer("Tutti");
            document.save(out);
        }
    }

    private static void draw(Paper paper, Page page, String number, DoubleConsumer told) throws IOException {
        MasterReport report = page.report();
        float y = Paper.HEIGHT - 70;
        paper.fitted(page.name(), MARGIN, y, 23, Ink.TEXT, INNER);
        paper.text(String.format(Locale.ROOT, "Master at %s LUFS under %s dBTP · gain before the limiter %s dB", number(report.target()),
                number(report.ceiling()), signed(report.gainDb())), MARGIN, y - 18, 9.5f, Ink.QUIET, Paper.Side.LEFT);
        tiles(paper, report, y - 96);
        spectrum(paper, report.spectra(), y - 332);
        stereo(paper, page, y - 566, told);
        settings(paper, page.settings(), y - 612);
        paper.line(MARGIN, 46, Paper.WIDTH - MARGIN, 46, 0.5f, Ink.LINE);
        paper.text("Loudness after ITU-R BS.1770-4 and EBU R 128 · levels by third octaves · made with Tutti", MARGIN, 33, 7.5f, Ink.QUIET, Paper.Side.LEFT);
        paper.text(number, Paper.WIDTH - MARGIN, 33, 7.5f, Ink.QUIET, Paper.Side.RIGHT);
    }

    /** Six figures side by side: after large, before small. */
    private static void tiles(Paper paper, MasterReport report, float y) throws IOException {
        Loudness before = report.before();
        Loudness after = report.after();
        String[] names = {"Integrated", "Short-term, highest", "Momentary, highest", "Range", "True peak", "Peak to loudness"};
        String[] units = {"LUFS", "LUFS", "LUFS", "LU", "dBTP", "LU"};
        double[] was = figures(before);
        double[] is = figures(after);
        float gap = 7;
        float width = (INNER - gap * (names.length - 1)) / names.length;
        for (int i = 0; i < names.length; i++) {
            float x = MARGIN + i * (width + gap);
            paper.box(x, y, width, 58, Ink.PANEL);
            paper.box(x, y + 56.5f, width, 1.5f, i == 0 || i == 4 ? Ink.AFTER : Ink.LINE);
            paper.text(names[i], x + 8, y + 43, 7, Ink.QUIET, Paper.Side.LEFT);
            String large = number(is[i]);
            paper.text(large, x + 8, y + 22, 17, Ink.TEXT, Paper.Side.LEFT);
            paper.text(units[i], x + 11 + paper.width(large, 17), y + 22, 7, Ink.QUIET, Paper.Side.LEFT);
            paper.text("before " + number(was[i]), x + 8, y + 9, 7.5f, Ink.QUIET, Paper.Side.LEFT);
        }
    }

    private static double[] figures(Loudness loudness) {
        return new double[] {loudness.integrated(), loudness.shortTerm(), loudness.momentary(), loudness.range(), loudness.truePeak(),
            loudness.truePeak() - loudness.integrated()};
    }

    private static void spectrum(Paper paper, Spectra spectra, float y) throws IOException {
        float height = 172;
        double[] reference = atLevelOf(spectra.after(), spectra.reference());
        double high = Math.ceil((loudest(spectra.before(), spectra.after(), reference) + 4) / 10) * 10;
        double low = Math.clamp(Math.floor((softest(spectra.before(), spectra.after()) - 4) / 10) * 10, high - 90, high - 40);
        legend(paper, "Spectrum", reference.length > 0 ? "dB, the reference at the master's level" : "dB", MARGIN, y + height + 14, MARGIN + INNER,
                reference.length > 0);
        Chart chart = new Chart(paper, MARGIN + 18, y, INNER - 18, height, low, high);
        chart.grid(10);
        chart.between(spectra.hertz(), spectra.before(), spectra.after(), Ink.DIFFERENCE);
        chart.curve(spectra.hertz(), spectra.before(), 0.8f, Ink.BEFORE, false);
        chart.curve(spectra.hertz(), spectra.after(), 1.9f, Ink.AFTER, false);
        if (reference.length > 0) {
            chart.curve(spectra.hertz(), reference, 1.1f, Ink.REFERENCE, true);
        }
    }

    /** Moved so that the power of all bands is the other's; nothing stays nothing. */
    private static double[] atLevelOf(double[] other, double[] levels) {
        double shift = power(other) - power(levels);
        return Arrays.stream(levels).map(level -> level + shift).toArray();
    }

    private static double power(double[] levels) {
        return 10 * Math.log10(Math.max(1e-20, Arrays.stream(levels).map(level -> Math.pow(10, level / 10)).sum()));
    }

    private static double loudest(double[]... levels) {
        return Arrays.stream(levels).flatMapToDouble(Arrays::stream).max().orElse(0);
    }

    /** Of the bands from 40 Hz to 16 kHz. */
    private static double softest(double[]... levels) {
        return Arrays.stream(levels).flatMapToDouble(each -> Arrays.stream(each, 3, each.length - 1)).min().orElse(0);
    }

    /** Width by band to the left, two goniometers to the right. */
    private static void stereo(Paper paper, Page page, float y, DoubleConsumer told) throws IOException {
        Spectra spectra = page.report().spectra();
        float height = 172;
        float picture = 122;
        float width = INNER - 2 * picture - 32;
        legend(paper, "Width by band", "dB, sides to middle", MARGIN, y + height + 14, MARGIN + width, false);
        if (spectra.widthAfter().length == 0) {
            paper.box(MARGIN + 18, y, width - 18, height, Ink.PANEL);
            paper.text("mono", MARGIN + 18 + (width - 18) / 2, y + height / 2, 9, Ink.QUIET, Paper.Side.MIDDLE);
        } else {
            Chart chart = new Chart(paper, MARGIN + 18, y, width - 18, height, -40, 10);
            chart.grid(10);
            chart.between(spectra.hertz(), spectra.widthBefore(), spectra.widthAfter(), Ink.DIFFERENCE);
            chart.curve(spectra.hertz(), spectra.widthBefore(), 0.8f, Ink.BEFORE, false);
            if (spectra.widthReference().length > 0) {
                chart.curve(spectra.hertz(), spectra.widthReference(), 1.1f, Ink.REFERENCE, true);
            }
            chart.curve(spectra.hertz(), spectra.widthAfter(), 1.9f, Ink.AFTER, false);
        }
        float x = MARGIN + INNER - 2 * picture - 16;
        StereoPicture before = StereoPicture.of(page.before(), share -> told.accept(0.5 * share));
        StereoPicture after = StereoPicture.of(page.after(), share -> told.accept(0.5 + 0.5 * share));
        goniometer(paper, before, "Stereo before", x, y + height - picture, picture);
        goniometer(paper, after, "Stereo after", x + picture + 16, y + height - picture, picture);
    }

    private static void goniometer(Paper paper, StereoPicture picture, String name, float x, float y, float size) throws IOException {
        paper.text(name, x, y + size + 14, 10, Ink.TEXT, Paper.Side.LEFT);
        paper.box(x, y, size, size, Ink.PANEL);
        paper.line(x, y, x + size, y + size, 0.5f, Ink.LINE);
        paper.line(x, y + size, x + size, y, 0.5f, Ink.LINE);
        paper.line(x + size / 2, y, x + size / 2, y + size, 0.5f, Ink.LINE);
        long most = Arrays.stream(picture.cells()).flatMapToLong(Arrays::stream).max().orElse(1);
        float cell = size / StereoPicture.SIZE;
        for (int row = 0; row < StereoPicture.SIZE; row++) {
            for (int column = 0; column < StereoPicture.SIZE; column++) {
                long count = picture.cells()[row][column];
                if (count > 0) {
                    double part = Math.log1p(count) / Math.log1p(most);
                    paper.box(x + column * cell, y + row * cell, cell + 0.1f, cell + 0.1f,
                            part < 0.6 ? Ink.between(Ink.PANEL, Ink.AFTER, part / 0.6) : Ink.between(Ink.AFTER, Ink.TEXT, (part - 0.6) / 0.6));
                }
            }
        }
        paper.text("L", x + 4, y + size - 10, 7.5f, Ink.QUIET, Paper.Side.LEFT);
        paper.text("R", x + size - 4, y + size - 10, 7.5f, Ink.QUIET, Paper.Side.RIGHT);
        paper.text("correlation " + String.format(Locale.ROOT, "%+.2f", picture.correlation()).replace('-', '−'), x, y - 12, 7.5f, Ink.QUIET, Paper.Side.LEFT);
    }

    private static void legend(Paper paper, String name, String unit, float x, float y, float right, boolean reference) throws IOException {
        paper.text(name, x, y, 10, Ink.TEXT, Paper.Side.LEFT);
        paper.text(unit, x + paper.width(name, 10) + 5, y, 7.5f, Ink.QUIET, Paper.Side.LEFT);
        float at = right;
        if (reference) {
            at = key(paper, "reference", at, y, 1.1f, Ink.REFERENCE, true);
        }
        at = key(paper, "after", at, y, 1.9f, Ink.AFTER, false);
        key(paper, "before", at, y, 0.8f, Ink.BEFORE, false);
    }

    private static float key(Paper paper, String word, float right, float y, float thick, java.awt.Color colour, boolean dashed) throws IOException {
        paper.text(word, right, y, 7.5f, Ink.QUIET, Paper.Side.RIGHT);
        float end = right - paper.width(word, 7.5f) - 4;
        paper.curve(new float[] {end - 16, end}, new float[] {y + 2.5f, y + 2.5f}, thick, colour, dashed);
        return end - 28;
    }

    /** What was set, in two columns. */
    private static void settings(Paper paper, Map<String, String> settings, float y) throws IOException {
        paper.text("Settings", MARGIN, y, 10, Ink.TEXT, Paper.Side.LEFT);
        List<Map.Entry<String, String>> rows = new ArrayList<>(settings.entrySet());
        int half = (rows.size() + 1) / 2;
        float column = INNER / 2;
        for (int i = 0; i < rows.size(); i++) {
            float x = MARGIN + (i < half ? 0 : column);
            float at = y - 17 - 13 * (i % half);
            paper.text(rows.get(i).getKey(), x, at, 8, Ink.QUIET, Paper.Side.LEFT);
            paper.fitted(rows.get(i).getValue(), x + 92, at, 8, Ink.TEXT, column - 102);
        }
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String told = String.format(Locale.ROOT, "%.1f", value);
        return (told.equals("-0.0") ? "0.0" : told).replace('-', '−');
    }

    private static String signed(double value) {
        return value > 0.05 ? "+" + number(value) : number(value);
    }
}
