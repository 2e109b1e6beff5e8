package studio.tutti.core.trial;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.FractionalIndex;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.ValueType;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.mixer.Inserts;

/** Random values that a property may hold, its limits among them. */
final class RandomValues {

    private static final String LETTERS = "aeiourstn AEK0123456789-./#äßéЖ語♯\u0000\uD83C\uDFB5";

    private final Dice dice;
    private final RandomPick pick;

    RandomValues(Dice dice, RandomPick pick) {
        this.dice = dice;
        this.pick = pick;
    }

    /** A value that fits; for a reference, {@link Id#NONE} if the song has nothing to refer to. */
    Object of(Property property, Arrangement song) {
        if (property == Property.ORDER) {
            return order(song);
        }
        if (property == Property.DEVICE && dice.chance(80)) {
            return effect().id();
        }
        if (property == Property.TARGET && dice.chance(60)) {
            List<Parameter> parameters = Inserts.parameters(effect());
            return parameters.get(dice.below(parameters.size())).name();
        }
        return switch (property.type()) {
            case ValueType.Whole whole -> whole(whole);
            case ValueType.Real real -> real(real);
            case ValueType.Text text -> text(text.longest());
            case ValueType.Reference reference -> reference(reference, song);
        };
    }

    private EffectType effect() {
        return EffectType.values()[dice.below(EffectType.values().length)];
    }

    private Object whole(ValueType.Whole whole) {
        if (dice.chance(3)) {
            return whole.least();
        }
        if (dice.chance(3)) {
            return whole.most();
        }
        long width = Math.min(whole.most() - whole.least(), 400_000);
        long value = whole.least() + dice.between(0, width < 0 ? 400_000 : width);
        // Long values are times mostly, and times are often equal: they lie on a grid.
        return width > 50_000 ? value - value % 240 : value;
    }

    private Object real(ValueType.Real real) {
        double share = (dice.bits() >>> 11) * 0x1p-53;
        return dice.chance(80) ? share : real.least() + share * (real.most() - real.least());
    }

    private String text(int longest) {
        int length = dice.chance(2) ? longest : dice.below(Math.min(longest, 14));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(dice.below(LETTERS.length())));
        }
        return text.toString();
    }

    private Object reference(ValueType.Reference reference, Arrangement song) {
        if (reference.target() == null) {
            return new Id(dice.bits() | 1, dice.bits());
        }
        if (reference.optional() && dice.chance(30)) {
            return Id.NONE;
        }
        for (Kind kind : RandomPick.KINDS) {
            if (kind.word().equals(reference.target())) {
                return pick.one(kind, song);
            }
        }
        return Id.NONE;
    }

    private String order(Arrangement song) {
        List<Element> tracks = song.root().children(Kind.TRACK);
        if (tracks.isEmpty()) {
            return FractionalIndex.between("", "");
        }
        String one = tracks.get(dice.below(tracks.size())).text(Property.ORDER);
        String other = tracks.get(dice.below(tracks.size())).text(Property.ORDER);
        String between = one.compareTo(other) < 0
                ? FractionalIndex.between(one, dice.chance(20) ? "" : other)
                : FractionalIndex.between(dice.chance(20) ? "" : other, one);
        return between.length() <= 90 ? between : FractionalIndex.between("", "");
    }
}
