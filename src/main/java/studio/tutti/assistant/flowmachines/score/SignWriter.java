package studio.tutti.assistant.flowmachines.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.audiveris.proxymusic.AboveBelow;
import org.audiveris.proxymusic.BackwardForward;
import org.audiveris.proxymusic.BarStyle;
import org.audiveris.proxymusic.BarStyleColor;
import org.audiveris.proxymusic.Barline;
import org.audiveris.proxymusic.Coda;
import org.audiveris.proxymusic.Direction;
import org.audiveris.proxymusic.DirectionType;
import org.audiveris.proxymusic.Ending;
import org.audiveris.proxymusic.FormattedTextId;
import org.audiveris.proxymusic.Metronome;
import org.audiveris.proxymusic.PerMinute;
import org.audiveris.proxymusic.Repeat;
import org.audiveris.proxymusic.RightLeftMiddle;
import org.audiveris.proxymusic.Segno;
import org.audiveris.proxymusic.Sound;
import org.audiveris.proxymusic.StartStopDiscontinue;
import org.audiveris.proxymusic.YesNo;
import studio.tutti.core.music.BarSigns;

/** Writes the signs of a bar: repeats and endings at its lines, names, tempo and jumps above it. */
final class SignWriter {

    private SignWriter() {}

    /** What stands at the line before a bar. */
    static void begin(List<Object> content, ScoreBar bar) {
        BarSigns signs = bar.signs();
        if (!signs.forward() && signs.endings().isEmpty()) {
            return;
        }
        Barline line = line(RightLeftMiddle.LEFT, signs.forward() ? BarStyle.HEAVY_LIGHT : null);
        if (!signs.endings().isEmpty()) {
            line.setEnding(ending(numbers(signs), StartStopDiscontinue.START));
        }
        if (signs.forward()) {
            Repeat repeat = new Repeat();
            repeat.setDirection(BackwardForward.FORWARD);
            line.setRepeat(repeat);
        }
        content.add(line);
    }

    /** What stands at the line after a bar. */
    static void end(List<Object> content, ScoreBar bar) {
        BarSigns signs = bar.signs();
        if (signs.times() == 0 && !signs.endingStops()) {
            return;
        }
        Barline line = line(RightLeftMiddle.RIGHT, signs.times() > 0 ? BarStyle.LIGHT_HEAVY : null);
        if (signs.endingStops()) {
            String numbers = signs.endings().isEmpty() ? "1" : numbers(signs);
            line.setEnding(ending(numbers, signs.times() > 0 ? StartStopDiscontinue.STOP : StartStopDiscontinue.DISCONTINUE));
        }
        if (signs.times() > 0) {
            Repeat repeat = new Repeat();
            repeat.setDirection(BackwardForward.BACKWARD);
            if (signs.times() > 2) {
                repeat.setTimes(BigInteger.valueOf(signs.times()));
            }
            line.setRepeat(repeat);
        }
        content.add(line);
    }

    private static String numbers(BarSigns signs) {
        return signs.endings().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Barline line(RightLeftMiddle place, @org.jspecify.annotations.Nullable BarStyle style) {
        Barline line = new Barline();
        line.setLocation(place);
        if (style != null) {
            BarStyleColor drawn = new BarStyleColor();
            drawn.setValue(style);
            line.setBarStyle(drawn);
        }
        return line;
    }

    private static Ending ending(String numbers, StartStopDiscontinue type) {
        Ending ending = new Ending();
        ending.setNumber(numbers);
        ending.setType(type);
        return ending;
    }

    /** What stands above the beginning of a bar. */
    static void directions(List<Object> content, ScoreBar bar, double tempo) {
        if (tempo > 0) {
            content.add(direction(type -> type.setMetronome(metronome(tempo)), sound -> sound.setTempo(rounded(tempo))));
        }
        if (!bar.section().isEmpty()) {
            content.add(direction(type -> type.getRehearsal().add(text(bar.section())), null));
        }
        if (bar.signs().segno()) {
            content.add(direction(type -> type.getSegno().add(new Segno()), sound -> sound.setSegno("segno")));
        }
        if (bar.signs().coda()) {
            content.add(direction(type -> type.getCoda().add(new Coda()), sound -> sound.setCoda("coda")));
        }
    }

    /** What stands above the end of a bar. */
    static void jumps(List<Object> content, ScoreBar bar) {
        if (bar.signs().toCoda()) {
            content.add(direction(type -> type.getWordsOrSymbol().add(text("To Coda")), sound -> sound.setTocoda("coda")));
        }
        if (bar.signs().fine()) {
            content.add(direction(type -> type.getWordsOrSymbol().add(text("Fine")), sound -> sound.setFine("yes")));
        }
        if (bar.signs().daCapo()) {
            content.add(direction(type -> type.getWordsOrSymbol().add(text("D.C.")), sound -> sound.setDacapo(YesNo.YES)));
        }
        if (bar.signs().dalSegno()) {
            content.add(direction(type -> type.getWordsOrSymbol().add(text("D.S.")), sound -> sound.setDalsegno("segno")));
        }
    }

    private static Direction direction(Consumer<DirectionType> shown, @org.jspecify.annotations.Nullable Consumer<Sound> heard) {
        Direction direction = new Direction();
        direction.setPlacement(AboveBelow.ABOVE);
        DirectionType type = new DirectionType();
        shown.accept(type);
        direction.getDirectionType().add(type);
        if (heard != null) {
            Sound sound = new Sound();
            heard.accept(sound);
            direction.setSound(sound);
        }
        return direction;
    }

    private static FormattedTextId text(String words) {
        FormattedTextId text = new FormattedTextId();
        text.setValue(words);
        return text;
    }

    private static Metronome metronome(double tempo) {
        Metronome metronome = new Metronome();
        metronome.setBeatUnit("quarter");
        PerMinute number = new PerMinute();
        number.setValue(rounded(Math.round(tempo)).toPlainString());
        metronome.setPerMinute(number);
        return metronome;
    }

    private static BigDecimal rounded(double number) {
        return new BigDecimal(number).setScale(6, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
