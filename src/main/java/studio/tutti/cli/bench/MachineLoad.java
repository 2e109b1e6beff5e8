package studio.tutti.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How busy the whole machine was, where Linux tells: what else runs there disturbs a measurement. */
final class MachineLoad {

    private final long[] start = read();

    /** How many processors' worth of work the machine has done since this was made, 0 if unknown. */
    double processors() {
        long[] now = read();
        long total = now[0] - start[0];
        return total == 0 ? 0 : (double) (now[1] - start[1]) / total * Runtime.getRuntime().availableProcessors();
    }

    /** All ticks, and those that were not idle. */
    private static long[] read() {
        try {
            String[] fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+");
            long total = 0;
            for (int i = 1; i < Math.min(fields.length, 9); i++) {
                total += Long.parseLong(fields[i]);
            }
            long idle = Long.parseLong(fields[4]) + Long.parseLong(fields[5]);
            return new long[] {total, total - idle};
        } catch (IOException | NumberFormatException elsewhere) {
            return new long[] {0, 0};
        }
    }
}
