package studio.tutti.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server for a measurement or a test, on a free port of the loopback, its data in a folder that goes with it.
 * It needs PostgreSQL's programs (Debian: {@code postgresql}); started by root it runs as the user {@code postgres}.
 */
public final class TemporaryPostgres implements AutoCloseable {

    private final Path programs;
    private final Path folder;
    private final int port;

    private TemporaryPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Makes an empty database and starts its server. */
    public static TemporaryPostgres start() {
        try {
            Path folder = Files.createTempDirectory("tutti-postgres");
            if (isRoot()) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            TemporaryPostgres database = new TemporaryPostgres(programs(), folder, port);
            database.program("initdb", "-D", database.data(), "-U", "tutti", "-A", "trust", "-E", "UTF8", "--locale=C");
            database.up();
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts the server, again after {@link #down}. */
    public void up() {
        program("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-w", "-o",
                "-p " + port + " -h 127.0.0.1 -k " + folder, "start");
    }

    /** Stops the server as a crash would. */
    public void down() {
        program("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** Its address for JDBC. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=tutti";
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void program(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Path programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        try (Stream<Path> all = Files.exists(versions) ? Files.list(versions) : Stream.empty()) {
            return all.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IllegalStateException(
                            "PostgreSQL not found: install it (Debian: apt-get install postgresql)."));
        }
    }

    private static void run(List<String> command) {
        try {
            Path output = Files.createTempFile("tutti-postgres", ".log");
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        down();
        run(List.of("rm", "-rf", folder.toString()));
    }
}
