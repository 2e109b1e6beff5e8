package studio.tutti.core.trial;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;

/** Picks things of a song at random: what exists, sometimes what was removed, and what the edit at hand is adding. */
final class RandomPick {

    static final Kind[] KINDS = Kind.values();

    private final Dice dice;
    private final List<Id> freshIds = new ArrayList<>();
    private final List<Kind> freshKinds = new ArrayList<>();

    RandomPick(Dice dice) {
        this.dice = dice;
    }

    /** Forgets what the edit before has added. */
    void begin() {
        freshIds.clear();
        freshKinds.clear();
    }

    /** Takes note of what the edit at hand adds. */
    void added(Id id, Kind kind) {
        freshIds.add(id);
        freshKinds.add(kind);
    }

    /** An element of a kind, or {@link Id#NONE} if there is none at hand. */
    Id one(Kind kind, Arrangement song) {
        if (!freshIds.isEmpty() && dice.chance(70)) {
            int from = dice.below(freshIds.size());
            for (int i = 0; i < freshIds.size(); i++) {
                int place = (from + i) % freshIds.size();
                if (freshKinds.get(place) == kind) {
                    return freshIds.get(place);
                }
            }
        }
        if (dice.chance(5)) {
            for (int tries = 0; tries < 8; tries++) {
                Element any = any(song);
                if (any.kind() == kind) {
                    return any.id();
                }
            }
        }
        Element found = find(kind, song);
        return found == null ? Id.NONE : found.id();
    }

    /** Any element that was ever made, the song itself too. */
    Element any(Arrangement song) {
        for (int tries = 0; tries < 8; tries++) {
            Element element = song.at(dice.below(song.handles()));
            if (song.find(element.id()) == element) {
                return element;
            }
        }
        return song.root();
    }

    private @Nullable Element find(Kind kind, Arrangement song) {
        if (kind == Kind.SONG) {
            return song.root();
        }
        Element holder = holder(kind, song);
        List<Element> children = holder == null ? List.of() : holder.children(kind);
        return children.isEmpty() ? null : children.get(dice.below(children.size()));
    }

    private @Nullable Element holder(Kind kind, Arrangement song) {
        return switch (kind) {
            case CLIP -> find(dice.chance(95) ? Kind.TRACK : Kind.PART, song);
            case SEND -> find(Kind.TRACK, song);
            case PART -> find(dice.chance(70) ? Kind.ALTERNATIVE : Kind.SECTION, song);
            case NOTE, CONTROL -> find(Kind.CONTENT, song);
            case SETTING -> find(dice.chance(80) ? Kind.DEVICE : Kind.PAD, song);
            case PAD -> find(Kind.DEVICE, song);
            case POINT -> find(Kind.LANE, song);
            case ALTERNATIVE -> find(Kind.SECTION, song);
            case DEVICE, LOCK -> dice.chance(70) ? find(Kind.TRACK, song) : song.root();
            case LANE -> dice.chance(40) ? find(Kind.TRACK, song) : dice.chance(50) ? find(Kind.DEVICE, song) : song.root();
            default -> song.root();
        };
    }

    /** Something that a kind may lie in, or {@link Id#NONE} if there is none at hand. */
    Id parent(Kind kind, Arrangement song) {
        return switch (kind) {
            case CLIP -> one(dice.chance(95) ? Kind.TRACK : Kind.PART, song);
            case SEND -> one(Kind.TRACK, song);
            case PART -> one(dice.chance(70) ? Kind.ALTERNATIVE : Kind.SECTION, song);
            case NOTE, CONTROL -> one(Kind.CONTENT, song);
            case SETTING -> one(dice.chance(80) ? Kind.DEVICE : Kind.PAD, song);
            case PAD -> one(Kind.DEVICE, song);
            case POINT -> one(Kind.LANE, song);
            case ALTERNATIVE -> one(Kind.SECTION, song);
            case DEVICE, LOCK -> one(dice.chance(70) ? Kind.TRACK : Kind.SONG, song);
            case LANE -> one(dice.chance(40) ? Kind.TRACK : dice.chance(50) ? Kind.DEVICE : Kind.SONG, song);
            default -> Arrangement.ROOT;
        };
    }
}
