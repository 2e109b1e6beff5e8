package studio.tutti.web.look;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in the words that people use. */
public final class Ago {

    private Ago() {
    }

    /** Such as "just now", "5 minutes ago", "yesterday" or "3 weeks ago". */
    public static String of(Instant then, Instant now) {
        long minutes = Math.max(0, Duration.between(then, now).toMinutes());
        long hours = minutes / 60;
        long days = hours / 24;
        if (minutes < 1) {
            return "just now";
        }
        if (hours < 1) {
            return count(minutes, "minute");
        }
        if (days < 1) {
            return count(hours, "hour");
        }
        if (days == 1) {
            return "yesterday";
        }
        if (days < 14) {
            return count(days, "day");
        }
        return days < 60 ? count(days / 7, "week") : days < 730 ? count(days / 30, "month") : count(days / 365, "year");
    }

    public static String of(Instant then) {
        return of(then, Instant.now());
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s") + " ago";
    }
}
