package studio.tutti.assistant.flowmachines.score;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.audiveris.proxymusic.BackwardForward;
import org.audiveris.proxymusic.Barline;
import org.audiveris.proxymusic.Direction;
import org.audiveris.proxymusic.DirectionType;
import org.audiveris.proxymusic.Ending;
import org.audiveris.proxymusic.FormattedTextId;
import org.audiveris.proxymusic.Metronome;
import org.audiveris.proxymusic.Repeat;
import org.audiveris.proxymusic.Sound;
import org.audiveris.proxymusic.StartStopDiscontinue;
import org.audiveris.proxymusic.YesNo;
import studio.tutti.core.music.BarSigns;

/** Gathers the signs of one bar: repeats, endings, jumps, the name of a part of the form, a tempo. */
final class SignReader {

    private final Set<Integer> endings = new TreeSet<>();
    private boolean forward;
    private int times;
    private boolean endingStops;
    private boolean daCapo;
    private boolean dalSegno;
    private boolean segno;
    private boolean coda;
    private boolean toCoda;
    private boolean fine;
    private String section = "";
    private double tempo;

    BarSigns signs() {
        return new BarSigns(forward, times, endings, endingStops, daCapo, dalSegno, segno, coda, toCoda, fine);
    }

    String section() {
        return section;
    }

    double tempo() {
        return tempo;
    }

    void direction(Direction direction) {
        for (DirectionType type : direction.getDirectionType()) {
            for (FormattedTextId mark : type.getRehearsal()) {
                if (mark.getValue() != null && section.isEmpty()) {
                    String text = mark.getValue().strip().replaceAll("\\s+", " ");
                    section = text.substring(0, Math.min(60, text.length()));
                }
            }
            segno |= !type.getSegno().isEmpty();
            coda |= !type.getCoda().isEmpty();
            for (Object each : type.getWordsOrSymbol()) {
                if (each instanceof FormattedTextId words && words.getValue() != null) {
                    words(words.getValue().strip().toLowerCase(Locale.ROOT));
                }
            }
            if (type.getMetronome() != null) {
                metronome(type.getMetronome());
            }
        }
        if (direction.getSound() != null) {
            sound(direction.getSound());
        }
    }

    private void words(String words) {
        daCapo |= words.startsWith("d.c") || words.startsWith("d. c") || words.startsWith("da capo");
        dalSegno |= words.startsWith("d.s") || words.startsWith("d. s") || words.startsWith("dal segno");
        toCoda |= words.startsWith("to coda");
        fine |= words.equals("fine");
    }

    private void metronome(Metronome metronome) {
        try {
            double beats = metronome.getPerMinute() == null ? 0 : Double.parseDouble(metronome.getPerMinute().getValue().strip());
            double quarters = switch (String.valueOf(metronome.getBeatUnit())) {
                case "half" -> 2;
                case "eighth" -> 0.5;
                case "whole" -> 4;
                default -> 1;
            };
            tempo = tempo > 0 ? tempo : beats * quarters * (metronome.getBeatUnitDot().isEmpty() ? 1 : 1.5);
        } catch (NumberFormatException words) {
            // "ca. 120" is no number
        }
    }

    void sound(Sound sound) {
        tempo = sound.getTempo() == null ? tempo : sound.getTempo().doubleValue();
        daCapo |= sound.getDacapo() == YesNo.YES;
        dalSegno |= sound.getDalsegno() != null;
        segno |= sound.getSegno() != null;
        coda |= sound.getCoda() != null;
        toCoda |= sound.getTocoda() != null;
        fine |= sound.getFine() != null;
    }

    void barline(Barline barline) {
        Repeat repeat = barline.getRepeat();
        if (repeat != null && repeat.getDirection() == BackwardForward.FORWARD) {
            forward = true;
        } else if (repeat != null) {
            times = repeat.getTimes() == null ? 2 : Math.clamp(repeat.getTimes().longValue(), 2, 100);
        }
        Ending ending = barline.getEnding();
        if (ending != null && ending.getType() == StartStopDiscontinue.START) {
            for (String number : String.valueOf(ending.getNumber()).split("[^0-9]+")) {
                if (!number.isEmpty() && number.length() < 4) {
                    endings.add(Integer.parseInt(number));
                }
            }
        } else if (ending != null) {
            endingStops = true;
        }
        segno |= barline.getSegno() != null;
        coda |= barline.getCoda() != null;
    }
}
