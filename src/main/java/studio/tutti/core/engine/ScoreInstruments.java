package studio.tutti.core.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.instrument.InstrumentType;
import studio.tutti.core.instrument.drumkit.Pad;

/**
 * The annex {@link Annex#INSTRUMENTS}: what tracks play instead of a preset of the song's SoundFont, one entry for each such track.
 *
 * <p>An entry: its length in integers, the track, the device's name, {@link InstrumentType} by its place there, the upper and the lower half
 * of the media's key (0 for none), the numbers of parameters and pads, the parameters, the pads. A pad: its name, key, 1 if it is muted,
 * the two halves of its media's key, its {@link Pad#PARAMETERS}. A parameter is the upper and the lower half of a double's bits.
 */
final class ScoreInstruments {

    private static final int HEAD = 8;
    private static final int PAD_HEAD = 5;
    private static final int TRACK = 1;
    private static final int NAME = 2;

    private ScoreInstruments() {}

    /** Writes an entry; tracks come in rising order. */
    static void add(ScoreBuilder builder, int track, int name, InstrumentType type, long media, double[] values, List<Pad> pads) {
        Numbers to = builder.annex(Annex.INSTRUMENTS);
        int pad = PAD_HEAD + 2 * Pad.PARAMETERS.size();
        to.add(HEAD + 2 * values.length + pad * pads.size()).add(track).add(name).add(type.ordinal());
        number(to, media);
        to.add(values.length).add(pads.size());
        for (double value : values) {
            number(to, Double.doubleToRawLongBits(value));
        }
        for (Pad each : pads) {
            to.add(each.name).add(each.key).add(each.muted ? 1 : 0);
            number(to, each.media);
            for (int i = 0; i < Pad.PARAMETERS.size(); i++) {
                number(to, Double.doubleToRawLongBits(each.value(i)));
            }
        }
    }

    /** Where the entry of a track begins in {@link Score#packed()}, or −1. */
    static int find(Score score, int track) {
        int end = end(score);
        for (int at = score.annexAt(Annex.INSTRUMENTS); at < end; at += score.packed()[at]) {
            if (score.packed()[at + TRACK] == track) {
                return at;
            }
        }
        return -1;
    }

    static int name(Score score, int entry) {
        return score.packed()[entry + NAME];
    }

    /** What it is; null if a newer version made the score. */
    static @Nullable InstrumentType type(Score score, int entry) {
        int place = score.packed()[entry + 3];
        return place >= 0 && place < InstrumentType.values().length ? InstrumentType.values()[place] : null;
    }

    /** The key of its media, 0 for none. */
    static long media(Score score, int entry) {
        return number(score.packed(), entry + 4);
    }

    static int parameters(Score score, int entry) {
        return score.packed()[entry + 6];
    }

    static double value(Score score, int entry, int parameter) {
        return Double.longBitsToDouble(number(score.packed(), entry + HEAD + 2 * parameter));
    }

    static Pad[] pads(Score score, int entry) {
        int[] data = score.packed();
        Pad[] pads = new Pad[data[entry + 7]];
        int at = entry + HEAD + 2 * data[entry + 6];
        for (int i = 0; i < pads.length; i++) {
            double[] values = new double[Pad.PARAMETERS.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = Double.longBitsToDouble(number(data, at + PAD_HEAD + 2 * j));
            }
            pads[i] = new Pad(data[at], data[at + 1] & 127, data[at + 2] != 0, number(data, at + 3), values);
            at += PAD_HEAD + 2 * values.length;
        }
        return pads;
    }

    /** Adds the recordings that instruments need, whole and from the start, each once. */
    static void media(Score score, Numbers needs) {
        Set<Long> known = new HashSet<>();
        int end = end(score);
        for (int at = score.annexAt(Annex.INSTRUMENTS); at < end; at += score.packed()[at]) {
            for (Pad pad : pads(score, at)) {
                if (pad.media != 0 && known.add(pad.media)) {
                    needs.add((int) (pad.media >> 32)).add((int) pad.media).add(0).add(MediaNeeds.WHOLE).add(0);
                }
            }
        }
    }

    static void rename(Score score, IntUnaryOperator names) {
        int[] data = score.packed();
        int end = end(score);
        for (int at = score.annexAt(Annex.INSTRUMENTS); at < end; at += data[at]) {
            data[at + NAME] = names.applyAsInt(data[at + NAME]);
            int pad = at + HEAD + 2 * data[at + 6];
            for (int i = 0; i < data[at + 7]; i++) {
                data[pad] = names.applyAsInt(data[pad]);
                pad += PAD_HEAD + 2 * Pad.PARAMETERS.size();
            }
        }
    }

    /** Copies the entry of a track, as that of the track 0. */
    static void alone(Score score, int track, ScoreBuilder to) {
        int at = find(score, track);
        if (at >= 0) {
            Numbers annex = to.annex(Annex.INSTRUMENTS);
            for (int i = 0; i < score.packed()[at]; i++) {
                annex.add(i == TRACK ? 0 : score.packed()[at + i]);
            }
            ScoreAutomation.copy(score, name(score, at), to.annex(Annex.AUTOMATION));
        }
    }

    /** Mixes what tells one instrument's sound from another's into the tracks' fingerprints. */
    static void fingerprints(Score score, long[] prints) {
        int[] data = score.packed();
        int end = end(score);
        for (int at = score.annexAt(Annex.INSTRUMENTS); at < end; at += data[at]) {
            int track = data[at + TRACK];
            long print = Excerpts.mixed(prints[track], data[at + 3]);
            int pads = at + HEAD + 2 * data[at + 6];
            int pad = PAD_HEAD + 2 * Pad.PARAMETERS.size();
            for (int i = at + 4; i < at + data[at]; i++) {
                boolean name = i >= pads && (i - pads) % pad == 0;
                print = name ? print : Excerpts.mixed(print, data[i]);
            }
            Numbers lanes = new Numbers();
            ScoreAutomation.copy(score, data[at + NAME], lanes);
            for (int i = 0; i < lanes.size(); i++) {
                print = lanes.get(i) == data[at + NAME] ? print : Excerpts.mixed(print, lanes.get(i));
            }
            prints[track] = print;
        }
    }

    private static int end(Score score) {
        return score.annexAt(Annex.INSTRUMENTS) + score.annexSize(Annex.INSTRUMENTS);
    }

    private static void number(Numbers to, long bits) {
        to.add((int) (bits >> 32)).add((int) bits);
    }

    private static long number(int[] data, int at) {
        return (long) data[at] << 32 | data[at + 1] & 0xFFFFFFFFL;
    }
}
