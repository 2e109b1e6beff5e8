package studio.tutti.cli.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import studio.tutti.core.tone.ThirdOctaves;

/** Third-octave spectra as a picture: before, after, and what was wanted. */
final class SpectraPicture {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 320;
    private static final int LEFT = 50;
    private static final int BOTTOM = 36;
    private static final int TOP = 34;

    private SpectraPicture() {}

    static void draw(Path file, String title, double[] before, double[] wanted, double[] after) throws IOException {
        System.setProperty("java.awt.headless", "true");
        double high = -200;
        double low = 200;
        for (double[] levels : new double[][] {before, wanted, after}) {
            for (double level : levels) {
                high = Math.max(high, level);
                low = Math.min(low, Math.max(level, -120));
            }
        }
        high = 10 * Math.ceil(high / 10);
        low = 10 * Math.floor(low / 10);
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0x16181d));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        for (double level = low; level <= high; level += 10) {
            int y = (int) y(level, low, high);
            g.setColor(new Color(0x2c3038));
            g.drawLine(LEFT, y, WIDTH - 12, y);
            g.setColor(new Color(0x9aa0aa));
            g.drawString(Math.round(level) + " dB", 6, y + 4);
        }
        for (int band = 1; band < before.length; band += 3) {
            long hertz = Math.round(ThirdOctaves.centre(band + BandLevels.FIRST));
            g.drawString(hertz < 1000 ? hertz + " Hz" : hertz / 1000 + " kHz", (int) x(band, before.length) - 14, HEIGHT - 12);
        }
        line(g, before, low, high, new Color(0x7c828d), 1.6f);
        line(g, wanted, low, high, new Color(0xf2b84b), 4f);
        line(g, after, low, high, new Color(0x4cc2ff), 1.8f);
        g.setColor(Color.WHITE);
        g.drawString(title, LEFT, 20);
        legend(g, "before", new Color(0x7c828d), WIDTH - 300);
        legend(g, "reference", new Color(0xf2b84b), WIDTH - 220);
        legend(g, "after", new Color(0x4cc2ff), WIDTH - 120);
        g.dispose();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    private static void legend(Graphics2D g, String word, Color colour, int x) {
        g.setColor(colour);
        g.fillRect(x, 13, 14, 4);
        g.drawString(word, x + 20, 20);
    }

    private static void line(Graphics2D g, double[] levels, double low, double high, Color colour, float width) {
        Path2D path = new Path2D.Double();
        for (int band = 0; band < levels.length; band++) {
            double y = y(Math.max(low, levels[band]), low, high);
            if (band == 0) {
                path.moveTo(x(0, levels.length), y);
            } else {
                path.lineTo(x(band, levels.length), y);
            }
        }
        g.setColor(colour);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }

    private static double x(int band, int bands) {
        return LEFT + (WIDTH - LEFT - 12.0) * band / (bands - 1);
    }

    private static double y(double level, double low, double high) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - level) / (high - low);
    }
}
