package studio.tutti.mastering.multibandphase;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.tutti.audiofile.AudioSource;
import studio.tutti.mastering.Recording;

/**
 * Brings several tracks of one source, the microphones of a drum kit for instance, into phase with one another. The first stays as it is. The others are aligned
 * to the sum of those that are done, the one that has most in common with the first at first; then each once more to the sum of all others.
 * A track that has nothing in common with them comes back as it is, to the bit.
 */
public final class PhaseGroup {

    private PhaseGroup() {}

    /**
     * Aligns.
     *
     * @param tracks at least two, of one rate, begun at the same time
     * @param bands where phases are repaired; everywhere if there are none
     * @return a result for each; the first's says how it lies to the sum of the others before anything was done
     */
    public static List<MultibandPhase.Result> align(List<Recording> tracks, List<FrequencyBand> bands) throws IOException {
        if (tracks.size() < 2) {
            throw new IllegalArgumentException("A group has two tracks or more.");
        }
        for (Recording each : tracks) {
            if (each.rate() != tracks.getFirst().rate()) {
                throw new IllegalArgumentException("All tracks need the same rate: " + tracks.getFirst().rate() + " and " + each.rate() + " Hz differ.");
            }
        }
        double[] common = new double[tracks.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 1; i < common.length; i++) {
            common[i] = MultibandPhase.analyse(tracks.get(i), tracks.getFirst()).coherence();
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -common[i]));
        MultibandPhase.Result[] results = new MultibandPhase.Result[common.length];
        results[0] = MultibandPhase.left(tracks.getFirst(), sum(others(tracks, 0)));
        List<Recording> done = new ArrayList<>(List.of(tracks.getFirst()));
        for (int track : order) {
            results[track] = MultibandPhase.to(tracks.get(track), sum(done), bands);
            if (results[track].report().repaired()) {
                done.add(results[track].sound());
            }
        }
        for (int track : order) {
            if (results[track].report().repaired() && done.size() > 2) {
                List<Recording> others = new ArrayList<>(done);
                others.remove(results[track].sound());
                MultibandPhase.Result again = MultibandPhase.to(tracks.get(track), sum(others), bands);
                others.add(again.sound());
                done = others;
                results[track] = again;
            }
        }
        return List.of(results);
    }

    private static List<Recording> others(List<Recording> tracks, int but) {
        List<Recording> others = new ArrayList<>(tracks);
        others.remove(but);
        return others;
    }

    private static Recording sum(List<Recording> tracks) {
        return Recording.of(tracks.getFirst().rate(), 1, () -> {
            List<AudioSource> sources = new ArrayList<>();
            for (Recording each : tracks) {
                sources.add(MultibandPhase.mono(each).play());
            }
            return new Together(sources);
        });
    }
}
