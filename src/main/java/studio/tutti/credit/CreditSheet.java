package studio.tutti.credit;

import java.util.ArrayList;
import java.util.List;

/**
 * Who has a share in a song as it is now, and what was done to its notes in the order of time.
 *
 * @param contributors those who made most first
 * @param steps what was done, the earliest first; steps of one edit and kind together
 */
public record CreditSheet(List<Contributor> contributors, List<Step> steps) {

    public CreditSheet {
        contributors = List.copyOf(contributors);
        steps = List.copyOf(steps);
    }

    /** The lines that travel with the song's files: who made what, and what assistants ask to be named for. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Contributor each : contributors) {
            List<String> shares = new ArrayList<>();
            share(shares, each.made(), "made");
            share(shares, each.accepted(), "accepted");
            share(shares, each.edited(), "edited");
            if (!shares.isEmpty()) {
                lines.add(each.name() + (each.assistant() ? " (assistant)" : "") + ": " + String.join(", ", shares));
            }
            if (each.assistant()) {
                each.rights().lines().forEach(line -> add(lines, line));
                each.credit().lines().forEach(line -> add(lines, line));
            }
        }
        return lines;
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank() && !lines.contains(line.strip())) {
            lines.add(line.strip());
        }
    }

    private static void share(List<String> shares, int notes, String what) {
        if (notes > 0) {
            shares.add(what + " " + notes + (notes == 1 ? " note" : " notes"));
        }
    }
}
