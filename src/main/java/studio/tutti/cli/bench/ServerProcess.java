package studio.tutti.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A node in a process of its own, made of the same classes as this one, which can be killed. */
public final class ServerProcess implements AutoCloseable {

    /** A system property: one more option of the JVM for each such process, where they live too short to be compiled twice. */
    private static final String OPTION = "tutti.process.option";

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a node and waits until it listens.
     *
     * @param main the class to run
     * @param arguments what it is told
     * @param port where it will listen
     * @param log what it prints
     */
    public static ServerProcess start(String main, List<String> arguments, int port, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-agentlib") && !option.startsWith("-javaagent")) {
                command.add(option);
            }
        }
        String option = System.getProperty(OPTION);
        if (option != null) {
            command.add(option);
        }
        command.addAll(code(main));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            ServerProcess server = new ServerProcess(process, port);
            server.awaitListening(log);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The classes this process runs: one jar, whose launcher is told the class to run, or a class path. */
    private static List<String> code(String main) {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return path.endsWith(".jar") && !path.contains(System.getProperty("path.separator"))
                ? List.of("-Dloader.main=" + main, "-cp", path, "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", path, main);
    }

    /** A port that is free now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitListening(Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(8);
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("The node did not start: " + Files.readString(log));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The address of its web server. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Its number among the machine's processes. */
    public long pid() {
        return process.pid();
    }

    /** The processor time that it has used. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            kill();
        }
    }
}
