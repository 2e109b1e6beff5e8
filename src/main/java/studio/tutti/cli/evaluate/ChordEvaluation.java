package studio.tutti.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.tutti.core.music.ChordDetection;
import studio.tutti.exchange.SongRefused;

/** {@code tutti evaluate chords}: how well chords are heard in POP909, beside plain template matching. */
@Command(
        name = "chords",
        description = "Hears the chords of POP909's songs and compares them with the annotated ones.",
        mixinStandardHelpOptions = true)
public final class ChordEvaluation implements Callable<Integer> {

    private static final int RESAMPLES = 2_000;

    @Option(names = "--data", required = true, description = "A folder with the pack pop909, as zip or unpacked.")
    Path data;

    @Option(names = "--split", defaultValue = "test", description = "The songs to measure: test, validation or train.")
    String split;

    @Option(names = "--own-beats", description = "Hear in the beats of the file's tempo and metre, as the studio does, not in the annotated ones.")
    boolean own;

    @Option(names = "--fit", description = "Learn from the training songs and print the numbers of ChordNumbers instead.")
    boolean fit;

    @Option(names = "--json", description = "Print a JSON object a line.")
    boolean json;

    @Spec
    CommandSpec spec;

    private interface Ear {
        List<ChordSong.Stretch> hear(ChordSong song);
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (fit) {
            ChordFit fitting = new ChordFit();
            ChordSong.visit(data, "train", false, fitting::add);
            out.println(fitting.run(spec.commandLine().getErr()));
            return 0;
        }
        List<ChordSong> songs = new ArrayList<>();
        ChordSong.visit(data, split, own, songs::add);
        if (songs.isEmpty()) {
            throw new SongRefused("There is no annotated song of the split " + split + " in " + data + ".");
        }
        boolean pass = true;
        for (ChordOverlap overlap : ChordOverlap.values()) {
            double[] heard = interval(seconds(songs, overlap, ChordEvaluation::hear));
            double triads = interval(seconds(songs, overlap, song -> ChordTemplates.hear(song, ChordTemplates.TRIADS)))[0];
            double sevenths = interval(seconds(songs, overlap, song -> ChordTemplates.hear(song, ChordTemplates.SEVENTHS)))[0];
            double baseline = Math.max(triads, sevenths);
            String name = "chords." + overlap.name().toLowerCase();
            Gate gate = new Gate(name, heard[0], baseline, 1, baseline, songs.size());
            out.println(json ? gate.json() : gate.line());
            out.println(json
                    ? "{\"name\": \"%s.interval\", \"low\": %s, \"high\": %s, \"triads\": %s, \"sevenths\": %s}"
                            .formatted(name, heard[1], heard[2], triads, sevenths)
                    : "     95%% of resamples of the songs: %.4f to %.4f; templates of triads %.4f, with sevenths %.4f"
                            .formatted(heard[1], heard[2], triads, sevenths));
            pass &= gate.pass();
        }
        return pass ? 0 : 1;
    }

    static List<ChordSong.Stretch> hear(ChordSong song) {
        return stretches(song, ChordDetection.detect(song.harmony()));
    }

    static List<ChordSong.Stretch> stretches(ChordSong song, List<ChordDetection.Heard> heard) {
        return heard.stream()
                .map(each -> new ChordSong.Stretch(
                        song.seconds()[each.from()], song.seconds()[each.to()], ChordLabel.of(each.symbol())))
                .toList();
    }

    private static List<ChordOverlap.Seconds> seconds(List<ChordSong> songs, ChordOverlap overlap, Ear ear) {
        return songs.stream().map(song -> overlap.of(song.chords(), ear.hear(song))).toList();
    }

    /** The share of right seconds in all songs, and the middle 95% of it when songs are drawn anew (Efron, 1979). */
    private static double[] interval(List<ChordOverlap.Seconds> songs) {
        Random dice = new Random(909);
        double[] shares = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            ChordOverlap.Seconds sum = new ChordOverlap.Seconds(0, 0);
            for (int drawn = 0; drawn < songs.size(); drawn++) {
                sum = sum.plus(songs.get(dice.nextInt(songs.size())));
            }
            shares[i] = sum.share();
        }
        Arrays.sort(shares);
        ChordOverlap.Seconds all = songs.stream().reduce(new ChordOverlap.Seconds(0, 0), ChordOverlap.Seconds::plus);
        return new double[] {all.share(), shares[RESAMPLES / 40], shares[RESAMPLES - 1 - RESAMPLES / 40]};
    }
}
