package studio.tutti.cli.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.multibandphase.FrequencyBand;
import studio.tutti.mastering.multibandphase.MultibandPhase;
import studio.tutti.mastering.multibandphase.PhaseAnalysis;
import studio.tutti.mastering.multibandphase.PhaseGroup;
import studio.tutti.mastering.multibandphase.PhaseReport;

/** {@code tutti multiband-phase}: phases brought together, band by band. */
@Command(name = "multiband-phase", mixinStandardHelpOptions = true,
        description = "Brings the second channel into phase with the first, a sound into phase with another, or several sounds into phase with one another.")
public final class MultibandPhaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", arity = "1..*", description = "A WAV, FLAC or AIFF file; stereo where there is no reference. Several files are a group: the first stays, "
            + "the others are aligned to the group, and --out is a folder.")
    List<Path> in = List.of();

    @Option(names = "--reference", paramLabel = "REF", description = "The sound to which IN is brought, recorded at the same time.")
    @Nullable Path reference;

    @Mixin
    SoundOut out;

    @Option(names = "--bands", paramLabel = "A-B,…", split = ",", description = "Repair these bands only, in Hz, for instance 40-300,2000-8000.")
    List<String> bands = List.of();

    @Option(names = "--analyse", description = "Change nothing; print phase, coherence and the predicted gain of the sum by twelfths of an octave as JSON.")
    boolean analyse;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write what was found, by third octaves.")
    @Nullable Path report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (in.size() > 1 && reference != null) {
            throw new ParameterException(spec.commandLine(), "A group is aligned to its first file; leave --reference out.");
        }
        List<FrequencyBand> chosen = bands();
        if (analyse) {
            spec.commandLine().getOut().println(Report.json(in.size() == 1 ? analysis() : groupAnalysis()));
            return 0;
        }
        if (in.size() > 1) {
            group(chosen);
            return 0;
        }
        out.encoding();
        Recording recording = Recording.of(in.getFirst());
        MultibandPhase.Result result = reference == null
                ? MultibandPhase.channels(recording, chosen)
                : MultibandPhase.to(recording, Recording.of(reference), chosen);
        out.write(result.sound());
        if (report != null) {
            Report.write(report, result.report());
        }
        return 0;
    }

    private void group(List<FrequencyBand> chosen) throws IOException {
        Path folder = out.file();
        List<Recording> tracks = new ArrayList<>();
        Map<String, PhaseReport> reports = new LinkedHashMap<>();
        for (Path each : in) {
            Path made = folder.resolve(name(each)).toAbsolutePath().normalize();
            if (in.stream().anyMatch(original -> original.toAbsolutePath().normalize().equals(made))) {
                throw new ParameterException(spec.commandLine(), made.getFileName() + " would be written over an original: choose another folder for --out.");
            }
            if (reports.put(name(each), PhaseReport.NONE) != null) {
                throw new ParameterException(spec.commandLine(), "Two files of the group are called " + name(each) + "; what comes out would have one name.");
            }
            tracks.add(Recording.of(each));
        }
        List<MultibandPhase.Result> results = PhaseGroup.align(tracks, chosen);
        Files.createDirectories(folder);
        for (int i = 0; i < results.size(); i++) {
            out.write(results.get(i).sound(), folder.resolve(name(in.get(i))));
            reports.put(name(in.get(i)), results.get(i).report());
        }
        if (report != null) {
            Report.write(report, reports);
        }
    }

    /** The name of what comes out: as it was, but .wav where the suffix is one that isn't written. */
    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".wav") || name.endsWith(".flac") ? name : name.replaceFirst("\\.[^.]*$", "") + ".wav";
    }

    private PhaseAnalysis analysis() throws IOException {
        Recording recording = Recording.of(in.getFirst());
        return reference == null ? MultibandPhase.analyse(recording) : MultibandPhase.analyse(recording, Recording.of(reference));
    }

    /** Each but the first against the first. */
    private Map<String, PhaseAnalysis> groupAnalysis() throws IOException {
        Map<String, PhaseAnalysis> all = new LinkedHashMap<>();
        for (Path each : in.subList(1, in.size())) {
            all.put(each.getFileName().toString(), MultibandPhase.analyse(Recording.of(each), Recording.of(in.getFirst())));
        }
        return all;
    }

    private List<FrequencyBand> bands() {
        List<FrequencyBand> chosen = new ArrayList<>();
        for (String band : bands) {
            String[] ends = band.split("-", -1);
            try {
                chosen.add(new FrequencyBand(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
            } catch (RuntimeException mistake) {
                throw new ParameterException(spec.commandLine(), "Bands are given as A-B in Hz, A above 0 and B above A: " + band + " is not.");
            }
        }
        return chosen;
    }
}
