package studio.tutti.mastering.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.audiofile.Encoding;
import studio.tutti.mastering.MasterReport;
import studio.tutti.mastering.Mastering;
import studio.tutti.mastering.Output;
import studio.tutti.mastering.Passes;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.Rising;
import studio.tutti.mastering.Signals;
import studio.tutti.mastering.profileeq.Profile;
import studio.tutti.mastering.profileeq.ProfileEq;

@DisplayName("The sheet of a master")
class MasterSheetTest {

    @Test
    @DisplayName("tells the song, its figures and settings, draws its curves, and is the same each time")
    void whole() throws IOException {
        Recording song = Recording.of(44_100, Signals.music(Signals.Kind.BAND, 1, 6));
        Recording reference = Recording.of(44_100, Signals.music(Signals.Kind.AIR, 2, 6));
        Mastering.Result master = Mastering.apply(song, reference, new Mastering.Settings(-14.0, -1));
        MasterSheet.Page page = new MasterSheet.Page("Très loin · 遠い", song, master.sound(), master.report(), Map.of("Reference", "Air"));
        byte[] pdf = bytes(List.of(page, page));
        assertThat(bytes(List.of(page, page))).isEqualTo(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(text).contains("Très loin · □□", "−14.0", "Reference", "Air", "before", "1 / 2", "2 / 2", "correlation");
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 72);
            assertThat(pixels(picture, Ink.AFTER.getRGB())).as("the curve after").isGreaterThan(300);
            assertThat(pixels(picture, Ink.DIFFERENCE.getRGB())).as("between the curves").isGreaterThan(1_000);
        }
    }

    @Test
    @DisplayName("has a place for mono and for silence")
    void unusual() throws IOException {
        Recording silence = Recording.of(48_000, new float[1][48_000]);
        Mastering.Result master = Mastering.apply(silence, null, new Mastering.Settings(-14.0, -1));
        byte[] pdf = bytes(List.of(new MasterSheet.Page("", silence, master.sound(), master.report(), Map.of())));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("mono", "–");
        }
    }

    @Test
    @DisplayName("has a goniometer that stands for mono, lies for opposite channels, and leans to the left for the left alone")
    void goniometer() throws IOException {
        float[] tone = new float[44_100];
        float[] other = new float[tone.length];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (0.5 * Math.sin(i * 0.1));
            other[i] = -tone[i];
        }
        assertThat(leaning(picture(tone, tone))).isCloseTo(90, within(1.0));
        assertThat(picture(tone, tone).correlation()).isCloseTo(1, within(1e-6));
        assertThat(picture(tone, other).correlation()).isCloseTo(-1, within(1e-6));
        assertThat(Math.abs(leaning(picture(tone, other)))).isCloseTo(0, within(1.0));
        assertThat(leaning(picture(tone, new float[tone.length]))).isCloseTo(-45, within(2.0));
    }

    private static StereoPicture picture(float[]... sound) throws IOException {
        return StereoPicture.of(Recording.of(44_100, sound), share -> { });
    }

    @Test
    @DisplayName("and the file before it tell shares that never fall, though the sound is made once more, and end where nobody wants them")
    void rising(@TempDir Path folder) throws IOException {
        Recording song = Recording.of(44_100, Signals.music(Signals.Kind.BAND, 1, 6));
        MasterReport report = Mastering.apply(song, null, new Mastering.Settings(-14.0, -1)).report();
        List<Double> told = new ArrayList<>();
        Rising rising = new Rising(told::add);
        Passes passes = new Passes(2.0 * 6 * 44_100, rising.between(0, 0.8));
        Recording made = ProfileEq.match(passes.watched(song), Profile.PINK, ProfileEq.Settings.USUAL).sound();
        int listened = told.size();
        assertThat(told.getLast()).isBetween(0.3, 0.8);
        Output.write(made, folder.resolve("made.wav"), Encoding.WAV_24, false, rising.between(0.8, 0.9));
        assertThat(told.getLast()).isCloseTo(0.9, within(1e-9));
        int written = told.size();
        assertThat(written).isGreaterThan(listened + 10);
        MasterSheet.Page page = new MasterSheet.Page("Song", song, made, report, Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MasterSheet.write(List.of(page, page), out, rising.between(0.9, 1));
        assertThat(told).isSorted().hasSizeGreaterThan(written + 100);
        assertThat(told.getLast()).isCloseTo(1, within(1e-9));
        assertThatThrownBy(() -> MasterSheet.write(List.of(page, page), out, share -> {
            if (share > 0.4) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
    }

    /** The angle of the axis of the cloud, in degrees from horizontal; negative leans to the left. */
    private static double leaning(StereoPicture picture) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        double half = (StereoPicture.SIZE - 1) / 2.0;
        for (int row = 0; row < StereoPicture.SIZE; row++) {
            for (int column = 0; column < StereoPicture.SIZE; column++) {
                long count = picture.cells()[row][column];
                xx += count * (column - half) * (column - half);
                yy += count * (row - half) * (row - half);
                xy += count * (column - half) * (row - half);
            }
        }
        return Math.toDegrees(0.5 * Math.atan2(2 * xy, xx - yy));
    }

    private static int pixels(BufferedImage picture, int colour) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xffffff) == (colour & 0xffffff) ? 1 : 0;
            }
        }
        return count;
    }

    private static byte[] bytes(List<MasterSheet.Page> pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MasterSheet.write(pages, out);
        return out.toByteArray();
    }
}
