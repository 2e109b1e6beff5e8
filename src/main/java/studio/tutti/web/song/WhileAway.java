package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import studio.tutti.collaboration.Absence;
import studio.tutti.core.arrangement.Id;

/** What others did while somebody was away, in one sentence. */
final class WhileAway {

    /** Of more people only the number is told. */
    private static final int MOST_PEOPLE = 3;
    private static final int MOST_PLACES = 2;

    private WhileAway() {}

    /** Such as "While you were away · Ann: 12 edits in Chorus · Ben: 2 comments". */
    static String sentence(Absence absence, Function<Id, String> names) {
        List<String> parts = new ArrayList<>();
        for (Absence.Deeds deeds : absence.deeds().stream().limit(MOST_PEOPLE).toList()) {
            parts.add(names.apply(deeds.person()) + ": " + did(deeds));
        }
        int others = absence.deeds().size() - parts.size();
        if (others > 0) {
            parts.add(others == 1 ? t("and one more person") : t("and {0} more people", others));
        }
        return t("While you were away") + " · " + String.join(" · ", parts);
    }

    private static String did(Absence.Deeds deeds) {
        List<String> did = new ArrayList<>();
        if (deeds.edits() > 0) {
            String places = String.join(", ", deeds.places().stream().limit(MOST_PLACES).toList());
            String edits = deeds.edits() == 1 ? t("1 edit") : t("{0} edits", deeds.edits());
            did.add(places.isEmpty() ? edits : t("{0} in {1}", edits, places));
        }
        if (deeds.comments() > 0) {
            did.add(deeds.comments() == 1 ? t("1 comment") : t("{0} comments", deeds.comments()));
        }
        return String.join(", ", did);
    }
}
