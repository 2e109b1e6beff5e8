package studio.tutti.e2e;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import studio.tutti.TuttiApplication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One node of the studio, on free ports, with a data folder of its own that is deleted at the end. */
public final class RunningStudio implements AutoCloseable {

    private static @Nullable RunningStudio shared;

    private final Path data;
    private final Map<String, Object> settings;
    private ConfigurableApplicationContext context;

    private RunningStudio(Path data, Map<String, Object> settings) {
        this.data = data;
        this.settings = settings;
        this.context = boot(0);
    }

    /** Starts a node as {@code tutti serve} does. */
    public static RunningStudio start() {
        return start(Map.of());
    }

    /** Starts a node with more settings, by their property names. */
    public static RunningStudio start(Map<String, Object> settings) {
        try {
            return new RunningStudio(Files.createTempDirectory("tutti-e2e"), settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The one node of those tests that mind nobody else's songs; it ends with the JVM. */
    public static synchronized RunningStudio shared() {
        if (shared == null) {
            RunningStudio started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
        }
        return shared;
    }

    /** The address for pages on this machine, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port();
    }

    public int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** A bean of the running node. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Path data() {
        return data;
    }

    /** Stops the node in good order and starts it again on the same data and port. */
    public void restart() {
        int port = port();
        stop();
        context = boot(port);
    }

    /** Stops the node; {@link #resume} starts it again. */
    public void stop() {
        context.close();
    }

    /** Starts a stopped node again on the same data, on the given port. */
    public void resume(int port) {
        context = boot(port);
    }

    @Override
    public void close() {
        stop();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ConfigurableApplicationContext boot(int port) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", port);
        all.putIfAbsent("tutti.https.port", 0);
        all.put("tutti.data", data.toString());
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        SpringApplication application = new SpringApplication(TuttiApplication.class);
        application.setRegisterShutdownHook(false);
        return application.run(arguments);
    }
}
