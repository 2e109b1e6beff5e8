package studio.tutti.assistant.flowmachines.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The model of {@link ContextGraph} written down again in the plainest way: texts for contexts, recursion for sums. For few songs only. */
final class PlainModel {

    private static final String END = "$";

    private final Alphabet alphabet;
    private final int order;
    /** With so many songs a continuation counts once a song, and a longer context must have come in two. */
    private static final int MANY = 8;

    private final Map<String, Map<String, Integer>> followers = new HashMap<>();
    private final Map<String, Map<String, Set<Integer>>> songsWith = new HashMap<>();
    private final boolean many;
    private final double odds;
    private final Set<String> alone = new HashSet<>();
    private final Blend blend;
    private double ends;
    private double all;

    /**
     * @param blend how contexts lean on shorter ones, which isn't worked out again here
     * @param odds by which the odds of leaning are multiplied
     */
    PlainModel(List<int[]> songs, Alphabet alphabet, int order, boolean dense, Blend blend, double odds) {
        this.odds = odds;
        many = songs.size() >= MANY;
        int number = 0;
        this.alphabet = alphabet;
        this.order = order;
        this.blend = blend;
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
                    songsWith.computeIfAbsent(context, each -> new HashMap<>()).computeIfAbsent(letters[at], each -> new HashSet<>()).add(number);
                }
            }
            number++;
            ends++;
            all += song.length;
        }
        for (int symbol = 0; dense && symbol < alphabet.size(); symbol++) {
            alone.add("" + symbol);
        }
    }

    /** The probability of a sequence from its beginning, to its end if it is ended. */
    double mass(int[] sequence, boolean ended) {
        return mass("^" + alphabet.classOf()[sequence[0]], sequence, ended);
    }

    /** The probability of what follows a history, symbols with spaces between. */
    double mass(String before, int[] sequence, boolean ended) {
        double mass = 1;
        String history = before;
        for (int symbol : sequence) {
            mass *= probability(longest(history), "" + symbol);
            history += " " + symbol;
        }
        return ended ? mass * probability(longest(history), END) : mass;
    }

    private double probability(String context, String next) {
        if (context.isEmpty()) {
            return plain(next);
        }
        int space = context.indexOf(' ');
        double shorter = probability(space < 0 ? "" : context.substring(space + 1), next);
        Map<String, Integer> counts = new HashMap<>(followers.getOrDefault(context, Map.of()));
        if (many) {
            counts.replaceAll((each, count) -> songsWith.get(context).get(each).size());
        }
        double total = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (total == 0) {
            return shorter;
        }
        double leans = blend.escape(Blend.bucket(2 * context.split(" ").length - 1, total, counts.size()));
        leans = leans * odds / (1 - leans + leans * odds);
        return (1 - leans) * counts.getOrDefault(next, 0) / total + leans * shorter;
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

    /** The longest end of a history that is a context. */
    private String longest(String history) {
        String context = history;
        while (!context.isEmpty() && !isContext(context)) {
            int space = context.indexOf(' ');
            context = space < 0 ? "" : context.substring(space + 1);
        }
        return context;
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
        if (many && length > 2) {
            Set<Integer> all = new HashSet<>();
            songsWith.get(context).values().forEach(all::addAll);
            return all.size() >= 2;
        }
        return length <= 2 || counts.values().stream().mapToInt(Integer::intValue).sum() >= 2;
    }
}
