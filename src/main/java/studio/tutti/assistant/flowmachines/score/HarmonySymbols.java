package studio.tutti.assistant.flowmachines.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.audiveris.proxymusic.Bass;
import org.audiveris.proxymusic.BassStep;
import org.audiveris.proxymusic.Degree;
import org.audiveris.proxymusic.DegreeAlter;
import org.audiveris.proxymusic.DegreeType;
import org.audiveris.proxymusic.DegreeTypeValue;
import org.audiveris.proxymusic.DegreeValue;
import org.audiveris.proxymusic.Harmony;
import org.audiveris.proxymusic.HarmonyAlter;
import org.audiveris.proxymusic.Kind;
import org.audiveris.proxymusic.KindValue;
import org.audiveris.proxymusic.Root;
import org.audiveris.proxymusic.RootStep;
import org.audiveris.proxymusic.Step;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.music.ChordQuality;
import studio.tutti.core.music.ChordSymbol;
import studio.tutti.core.music.NoteName;

/** Between chord symbols and MusicXML's harmony elements: a kind, its usual letters, and degrees for what the kind leaves out. */
final class HarmonySymbols {

    private static final Map<KindValue, String> LETTERS = new EnumMap<>(KindValue.class);
    /** What a semitone above the root is called when it is added: its degree, and by how much it is altered. */
    private static final int[][] ADDED = {{1, 0}, {9, -1}, {9, 0}, {9, 1}, {3, 0}, {11, 0}, {11, 1}, {5, 0}, {13, -1}, {13, 0}, {7, -1}, {7, 0}};

    static {
        LETTERS.put(KindValue.MAJOR, "");
        LETTERS.put(KindValue.MINOR, "m");
        LETTERS.put(KindValue.AUGMENTED, "aug");
        LETTERS.put(KindValue.DIMINISHED, "dim");
        LETTERS.put(KindValue.DOMINANT, "7");
        LETTERS.put(KindValue.MAJOR_SEVENTH, "maj7");
        LETTERS.put(KindValue.MINOR_SEVENTH, "m7");
        LETTERS.put(KindValue.DIMINISHED_SEVENTH, "dim7");
        LETTERS.put(KindValue.AUGMENTED_SEVENTH, "7#5");
        LETTERS.put(KindValue.HALF_DIMINISHED, "m7b5");
        LETTERS.put(KindValue.MAJOR_MINOR, "m(maj7)");
        LETTERS.put(KindValue.MAJOR_SIXTH, "6");
        LETTERS.put(KindValue.MINOR_SIXTH, "m6");
        LETTERS.put(KindValue.DOMINANT_NINTH, "9");
        LETTERS.put(KindValue.MAJOR_NINTH, "maj9");
        LETTERS.put(KindValue.MINOR_NINTH, "m9");
        LETTERS.put(KindValue.DOMINANT_11_TH, "11");
        LETTERS.put(KindValue.MAJOR_11_TH, "maj11");
        LETTERS.put(KindValue.MINOR_11_TH, "m11");
        LETTERS.put(KindValue.DOMINANT_13_TH, "13");
        LETTERS.put(KindValue.MAJOR_13_TH, "maj13");
        LETTERS.put(KindValue.MINOR_13_TH, "m13");
        LETTERS.put(KindValue.SUSPENDED_SECOND, "sus2");
        LETTERS.put(KindValue.SUSPENDED_FOURTH, "sus4");
        LETTERS.put(KindValue.POWER, "5");
    }

    private HarmonySymbols() {}

    /** What a harmony element says: empty if nothing that can be kept, else its chord or, inside, nothing for "no chord". */
    static Optional<Optional<ChordSymbol>> read(Harmony harmony) {
        NoteName root = null;
        NoteName bass = null;
        Kind kind = null;
        StringBuilder degrees = new StringBuilder();
        for (Object part : harmony.getHarmonyChord()) {
            switch (part) {
                case Root each when each.getRootStep() != null -> root = name(each.getRootStep().getValue(), each.getRootAlter());
                case Bass each when each.getBassStep() != null -> bass = name(each.getBassStep().getValue(), each.getBassAlter());
                case Kind each -> kind = each;
                case Degree each -> degrees.append(degree(each));
                default -> { }
            }
        }
        if (kind == null) {
            return Optional.empty();
        }
        if (kind.getValue() == KindValue.NONE) {
            return Optional.of(Optional.empty());
        }
        if (root == null) {
            return Optional.empty();
        }
        String text = kind.getText();
        String letters = LETTERS.getOrDefault(kind.getValue() == null ? KindValue.MAJOR : kind.getValue(), "");
        ChordQuality quality = Optional.ofNullable(text).filter(each -> !each.isBlank()).flatMap(each -> quality(each, degrees.toString()))
                .or(() -> quality(letters, degrees.toString())).or(() -> ChordQuality.parse(letters)).orElse(ChordQuality.MAJOR);
        NoteName low = bass != null && bass.pitchClass() == root.pitchClass() ? null : bass;
        return Optional.of(Optional.of(new ChordSymbol(root, quality, low)));
    }

    /** A kind's letters may name its degrees already, or leave them to be added. */
    private static Optional<ChordQuality> quality(String letters, String degrees) {
        Optional<ChordQuality> plain = ChordQuality.parse(letters);
        Optional<ChordQuality> full = degrees.isEmpty() ? plain : ChordQuality.parse(letters + degrees);
        return plain.isPresent() && full.isPresent() && plain.get().tones() == full.get().tones() ? plain : full.or(() -> plain);
    }

    private static @Nullable NoteName name(@Nullable Step step, @Nullable HarmonyAlter alter) {
        if (step == null) {
            return null;
        }
        int signs = alter == null || alter.getValue() == null ? 0 : Math.clamp(Math.round(alter.getValue().doubleValue()), -2, 2);
        return NoteName.at(step.value()).map(each -> new NoteName(each.fifths() + 7 * signs)).orElse(null);
    }

    private static String degree(Degree degree) {
        if (degree.getDegreeValue() == null || degree.getDegreeValue().getValue() == null) {
            return "";
        }
        int value = degree.getDegreeValue().getValue().intValue();
        double alter = degree.getDegreeAlter() == null || degree.getDegreeAlter().getValue() == null ? 0 : degree.getDegreeAlter().getValue().doubleValue();
        String sign = alter < 0 ? "b" : alter > 0 ? "#" : "";
        DegreeTypeValue type = degree.getDegreeType() == null ? null : degree.getDegreeType().getValue();
        return type == DegreeTypeValue.SUBTRACT ? "no" + value : type == DegreeTypeValue.ADD && sign.isEmpty() ? "add" + value : sign + value;
    }

    /** A chord as MusicXML writes it; null says that there is none. */
    static Harmony write(@Nullable ChordSymbol symbol) {
        Harmony harmony = new Harmony();
        Root root = new Root();
        root.setRootStep(new RootStep());
        Kind kind = new Kind();
        if (symbol == null) {
            root.getRootStep().setValue(Step.C);
            root.getRootStep().setText("");
            kind.setValue(KindValue.NONE);
            kind.setText(ChordSymbol.NONE);
            harmony.getHarmonyChord().add(root);
            harmony.getHarmonyChord().add(kind);
            return harmony;
        }
        root.getRootStep().setValue(step(symbol.root()));
        root.setRootAlter(alter(symbol.root()));
        harmony.getHarmonyChord().add(root);
        KindValue nearest = nearest(symbol.quality());
        kind.setValue(nearest);
        kind.setText(symbol.quality().text());
        harmony.getHarmonyChord().add(kind);
        NoteName low = symbol.bass();
        if (low != null) {
            Bass bass = new Bass();
            bass.setBassStep(new BassStep());
            bass.getBassStep().setValue(step(low));
            bass.setBassAlter(alter(low));
            harmony.getHarmonyChord().add(bass);
        }
        if (nearest != KindValue.OTHER) {
            int more = symbol.quality().tones() & ~tones(nearest);
            for (int tone = 1; tone < ADDED.length; tone++) {
                if ((more >> tone & 1) != 0) {
                    harmony.getHarmonyChord().add(added(ADDED[tone][0], ADDED[tone][1]));
                }
            }
        }
        return harmony;
    }

    /** The kind that has the most of a chord's tones and none besides. */
    private static KindValue nearest(ChordQuality quality) {
        KindValue best = KindValue.OTHER;
        int most = 0;
        for (Map.Entry<KindValue, String> each : LETTERS.entrySet()) {
            int tones = tones(each.getKey());
            if ((tones & ~quality.tones()) == 0 && Integer.bitCount(tones) > most) {
                most = Integer.bitCount(tones);
                best = each.getKey();
            }
        }
        return most < 3 && best != KindValue.POWER ? KindValue.OTHER : best;
    }

    private static int tones(KindValue kind) {
        return ChordQuality.parse(LETTERS.get(kind)).orElseThrow().tones();
    }

    private static Degree added(int value, int alter) {
        Degree degree = new Degree();
        degree.setDegreeValue(new DegreeValue());
        degree.getDegreeValue().setValue(BigInteger.valueOf(value));
        degree.setDegreeAlter(new DegreeAlter());
        degree.getDegreeAlter().setValue(BigDecimal.valueOf(alter));
        degree.setDegreeType(new DegreeType());
        degree.getDegreeType().setValue(DegreeTypeValue.ADD);
        return degree;
    }

    static Step step(NoteName name) {
        return Step.fromValue(name.toString().substring(0, 1));
    }

    private static @Nullable HarmonyAlter alter(NoteName name) {
        int signs = signs(name);
        if (signs == 0) {
            return null;
        }
        HarmonyAlter alter = new HarmonyAlter();
        alter.setValue(BigDecimal.valueOf(signs));
        return alter;
    }

    /** Sharps of a name, negative for flats. */
    static int signs(NoteName name) {
        return Math.floorDiv(name.fifths() + 1, 7);
    }
}
