package studio.tutti.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.audiofile.Encoding;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.exchange.Mixdown;
import studio.tutti.library.Instruments;

/**
 * {@code tutti bench bounce}: how much faster than real time a song of 16 tracks and three minutes with 16 inserts becomes a file, on one thread,
 * and what writing it takes as WAV and FLAC. The song is the same every time: drums, bass, chords and melodies at 120.
 */
@Command(name = "bounce", description = "How fast a song of 16 tracks with 16 inserts becomes a file.", mixinStandardHelpOptions = true)
public final class BounceBenchmark implements Callable<Integer> {

    private static final int TRACKS = 16;
    private static final int BARS = 90;
    private static final int BAR = 3840;
    private static final int[] PROGRAMS = {0, 33, 4, 25, 48, 73, 0, 61, 11, 65, 24, 46, 89, 81, 27, 52};
    private static final String[] INSERTS = {"equaliser", "compressor", "saturation", "chorus", "delay", "reverb", "limiter", "equaliser"};

    @Option(names = "--rate", defaultValue = "44100", description = "Frames a second (default: ${DEFAULT-VALUE}).")
    int rate;

    @Option(names = "--runs", defaultValue = "3", description = "How often; the median is told (default: ${DEFAULT-VALUE}).")
    int runs;

    @Override
    public Integer call() throws Exception {
        Arrangement song = song();
        Instruments instruments = new Instruments();
        Figures figures = new Figures().add("tracks", TRACKS).add("inserts", TRACKS).add("rate", rate);
        MachineLoad load = new MachineLoad();
        Path folder = Files.createTempDirectory("tutti-bounce");
        try {
            for (Encoding encoding : new Encoding[] {Encoding.WAV_24, Encoding.FLAC_16, Encoding.FLAC_24}) {
                measure(song, instruments, folder.resolve("out." + encoding.suffix()), encoding, figures);
            }
        } finally {
            try (var left = Files.list(folder)) {
                for (Path each : left.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
        System.out.println(figures.add("busy_processors", load.processors()));
        return 0;
    }

    private void measure(Arrangement song, Instruments instruments, Path file, Encoding encoding, Figures figures) throws IOException {
        double[] spent = new double[runs];
        double seconds = 0;
        for (int run = encoding == Encoding.WAV_24 ? -1 : 0; run < runs; run++) { // the first warms up
            Mixdown mix = Mixdown.of(song, instruments, rate);
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Mixdown.Range range = mix.write(file, encoding, share -> { });
            if (run >= 0) {
                spent[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) * 1e-9;
            }
            seconds = (double) range.length() / rate;
        }
        String name = encoding.name().toLowerCase(java.util.Locale.ROOT);
        figures.add("seconds", seconds).add(name + "_times_real_time", seconds / Figures.median(spent)).add(name + "_bytes", Files.size(file));
    }

    /** The song, from the model's own operations. */
    static Arrangement song() {
        Arrangement song = new Arrangement();
        IdSequence ids = new IdSequence(16, 0);
        java.util.List<Operation> operations = new java.util.ArrayList<>();
        for (int track = 0; track < TRACKS; track++) {
            boolean drums = track == 0;
            Id id = ids.next();
            Id content = ids.next();
            Map<Property, Object> values = new HashMap<>(Map.of(Property.PARENT, Arrangement.ROOT, Property.PROGRAM, (long) PROGRAMS[track],
                    Property.TYPE, (drums ? TrackType.DRUMS : TrackType.INSTRUMENT).code(), Property.ORDER, "a" + (char) ('a' + track)));
            operations.add(new Operation.Add(id, Kind.TRACK, values));
            operations.add(new Operation.Add(ids.next(), Kind.DEVICE, Map.of(Property.PARENT, id, Property.DEVICE, INSERTS[track % INSERTS.length],
                    Property.ORDER, "a")));
            operations.add(new Operation.Add(content, Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)));
            operations.add(new Operation.Add(ids.next(), Kind.CLIP, Map.of(Property.PARENT, id, Property.CONTENT, content,
                    Property.LENGTH, (long) BARS * BAR)));
            notes(operations, ids, content, track);
        }
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, "bench", Id.NONE, operations));
        return song;
    }

    private static void notes(java.util.List<Operation> operations, IdSequence ids, Id content, int track) {
        int[] roots = {48, 45, 41, 43};
        for (int bar = 0; bar < BARS; bar++) {
            int root = roots[bar / 2 % 4];
            if (track == 0) {
                for (int eighth = 0; eighth < 8; eighth++) {
                    note(operations, ids, content, bar, eighth * 480, 240, 42, 70 + eighth % 2 * 20);
                    if (eighth % 4 == 0) {
                        note(operations, ids, content, bar, eighth * 480, 240, 36, 110);
                    } else if (eighth % 4 == 2) {
                        note(operations, ids, content, bar, eighth * 480, 240, 38, 100);
                    }
                }
            } else if (track == 1) {
                for (int quarter = 0; quarter < 4; quarter++) {
                    note(operations, ids, content, bar, quarter * 960, 900, root - 12, 96);
                }
            } else if (track % 3 == 2) {
                for (int third : new int[] {0, 4, 7, 12}) {
                    note(operations, ids, content, bar, 0, BAR - 60, root + third + 12, 72);
                }
            } else {
                for (int eighth = 0; eighth < 8; eighth++) {
                    note(operations, ids, content, bar, eighth * 480, 460, root + 12 + new int[] {0, 4, 7, 11, 12, 7, 4, 2}[(eighth + track) % 8], 80);
                }
            }
        }
    }

    private static void note(java.util.List<Operation> operations, IdSequence ids, Id content, int bar, long start, long length, int pitch, int velocity) {
        operations.add(new Operation.Add(ids.next(), Kind.NOTE, Map.of(Property.PARENT, content, Property.START, (long) bar * BAR + start,
                Property.LENGTH, length, Property.PITCH, (long) pitch, Property.VELOCITY, (long) velocity)));
    }
}
