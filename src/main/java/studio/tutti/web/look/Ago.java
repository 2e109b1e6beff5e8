package studio.tutti.web.look;

import static studio.tutti.web.words.Words.t;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in the words that people use. */
public final class Ago {

    private Ago() {
    }

    /** Such as t("just now"), "5 minutes ago", t("yesterday") or "3 weeks ago". */
    public static String of(Instant then, Instant now) {
        long minutes = Math.max(0, Duration.between(then, now).toMinutes());
        long hours = minutes / 60;
        long days = hours / 24;
        if (minutes < 1) {
            return t("just now");
        }
        if (hours < 1) {
            return minutes == 1 ? t("1 minute ago") : t("{0} minutes ago", minutes);
        }
        if (days < 1) {
            return hours == 1 ? t("1 hour ago") : t("{0} hours ago", hours);
        }
        if (days == 1) {
            return t("yesterday");
        }
        if (days < 14) {
            return t("{0} days ago", days);
        }
        return days < 60 ? t("{0} weeks ago", days / 7) : days < 730 ? t("{0} months ago", days / 30) : t("{0} years ago", days / 365);
    }

    public static String of(Instant then) {
        return of(then, Instant.now());
    }
}
