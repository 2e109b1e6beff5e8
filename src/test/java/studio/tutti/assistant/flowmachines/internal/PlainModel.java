package studio.tutti.assistant.flowmachines.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The model of {@link ContextGraph} written down again in the plainest way: texts for contexts, recursion for sums. */
final class PlainModel {

    private static final String END = "$";

    private final Alphabet alphabet;
    private final int order;
    private final boolean dense;
    private final Map<String, Map<String, Integer>> followers = new HashMap<>();
    private final Set<String> alone = new HashSet<>();
    private double ends;
    private double all;

    PlainModel(List<int[]> songs, Alphabet alphabet, int order, boolean dense) {
        this.alphabet = alphabet;
        this.order = order;
        this.dense = dense;
        for (int[] song : songs) {
            String[] letters = new String[song.length + 2];
            letters[0] = "^" + alphabet.classOf()[song[0]];
            for (int i = 0; i < song.length; i++) {
                letters[i + 1] = "" + song[i];
            }
            letters[song.length + 1] = END;
            for (int at = 1; at < letters.length; at++) {
                for (int length = 0; length <= Math.min(order, at); length++) {
                    String context = String.join(" ", List.of(letters).subList(at - length, at));
                    followers.computeIfAbsent(context, each -> new HashMap<>()).merge(letters[at], 1, Integer::sum);
                }
            }
            ends++;
            all += song.length;
        }
        if (dense) {
            for (int symbol = 0; symbol < alphabet.size(); symbol++) {
                alone.add("" + symbol);
            }
        }
    }

    /** The mass of a sequence from its beginning to its end. */
    double mass(int[] sequence, boolean ended) {
        return mass("^" + alphabet.classOf()[sequence[0]], sequence, 0, ended);
    }

    private double mass(String context, int[] sequence, int at, boolean ended) {
        if (at == sequence.length && !ended) {
            return 1;
        }
        String next = at == sequence.length ? END : "" + sequence[at];
        Map<String, Integer> counts = followers.getOrDefault(context, Map.of());
        double total = counts.values().stream().mapToInt(Integer::intValue).sum();
        double whole = Math.max(1, total + counts.size());
        double escape = total == 0 ? 1 : counts.size() / whole;
        if (context.isEmpty()) {
            return plain(next) * (at == sequence.length ? 1 : mass(after("", next), sequence, at + 1, ended));
        }
        double own = counts.getOrDefault(next, 0) / whole;
        if (dense && !context.contains(" ")) {
            double both = own + escape * plain(next);
            String then = counts.containsKey(next) ? after(context, next) : after("", next);
            return both * (at == sequence.length ? 1 : mass(then, sequence, at + 1, ended));
        }
        double went = own == 0 ? 0 : own * (at == sequence.length ? 1 : mass(after(context, next), sequence, at + 1, ended));
        int space = context.indexOf(' ');
        return went + escape * mass(space < 0 ? "" : context.substring(space + 1), sequence, at, ended);
    }

    private double plain(String next) {
        double over = (ends + 0.01) / (all + ends + 1);
        if (next.equals(END)) {
            return over;
        }
        int kind = alphabet.classOf()[Integer.parseInt(next)];
        double sum = 0;
        int members = 0;
        for (int symbol = 0; symbol < alphabet.size(); symbol++) {
            if (alphabet.classOf()[symbol] == kind) {
                sum += followers.get("").getOrDefault("" + symbol, 0);
                members++;
            }
        }
        return (1 - over) * (followers.get("").getOrDefault(next, 0) + 0.5 / members) / (sum + 0.5);
    }

    private String after(String context, String next) {
        String longer = context.isEmpty() ? next : context + " " + next;
        while (!longer.isEmpty() && !isContext(longer)) {
            int space = longer.indexOf(' ');
            longer = space < 0 ? "" : longer.substring(space + 1);
        }
        return longer;
    }

    private boolean isContext(String context) {
        int length = context.split(" ").length;
        if (length > order) {
            return false;
        }
        Map<String, Integer> counts = followers.get(context);
        if (counts == null) {
            return alone.contains(context);
        }
        return length <= 2 || counts.values().stream().mapToInt(Integer::intValue).sum() >= 2;
    }
}
