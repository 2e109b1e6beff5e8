package studio.tutti.cli.profiles;

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
import studio.tutti.mastering.profileeq.ShippedProfile;

/** A profile as a picture: its median, and its spread as a band about it. */
final class ProfilePicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 56;
    private static final int RIGHT = 14;
    private static final int TOP = 34;
    private static final int BOTTOM = 34;
    private static final double RANGE = 70;

    private ProfilePicture() {}

    static void draw(Path file, ShippedProfile profile) throws IOException {
        System.setProperty("java.awt.headless", "true");
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(new Color(0x16181d));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        for (int level = 0; level <= RANGE; level += 10) {
            int y = (int) y(-level);
            g.setColor(new Color(0x2c3038));
            g.drawLine(LEFT, y, WIDTH - RIGHT, y);
            g.setColor(new Color(0x9aa0aa));
            g.drawString((level == 0 ? "0" : "−" + level) + " dB", 8, y + 4);
        }
        for (int band = 2; band < ThirdOctaves.BANDS; band += 3) {
            long hertz = Math.round(ThirdOctaves.centre(band));
            String word = hertz < 1000 ? Long.toString(hertz) : hertz / 1000 + "k";
            g.drawString(word, (int) x(band) - g.getFontMetrics().stringWidth(word) / 2, HEIGHT - 12);
        }
        int last = ThirdOctaves.BANDS - 1;
        Path2D band = new Path2D.Double();
        Path2D line = new Path2D.Double();
        for (int i = 0; i <= last; i++) {
            double upper = y(profile.median()[i] + profile.spread()[i]);
            if (i == 0) {
                band.moveTo(x(0), upper);
                line.moveTo(x(0), y(profile.median()[0]));
            } else {
                band.lineTo(x(i), upper);
                line.lineTo(x(i), y(profile.median()[i]));
            }
        }
        for (int i = last; i >= 0; i--) {
            band.lineTo(x(i), y(profile.median()[i] - profile.spread()[i]));
        }
        band.closePath();
        g.setClip(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
        g.setColor(new Color(0x4c, 0xc2, 0xff, 70));
        g.fill(band);
        g.setColor(new Color(0x4cc2ff));
        g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        g.setClip(null);
        g.setColor(Color.WHITE);
        g.drawString(profile.title() + " — " + (profile.card().sounds() == 0 ? "computed" : profile.card().sounds() + " sounds"), LEFT, 20);
        g.dispose();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    private static double x(int band) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (double) band / (ThirdOctaves.BANDS - 1);
    }

    private static double y(double level) {
        return TOP + (HEIGHT - TOP - BOTTOM) * Math.max(-0.1, Math.min(1.1, -level / RANGE));
    }
}
