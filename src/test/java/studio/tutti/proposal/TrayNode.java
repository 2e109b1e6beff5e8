package studio.tutti.proposal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A node with trays in this JVM, on a free port. */
final class TrayNode implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final ConfigurableApplicationContext context;

    TrayNode(Path data, String... more) {
        SpringApplication application = new SpringApplication(TrayApplication.class);
        application.setRegisterShutdownHook(false);
        context = application.run(settings(0, data, more).toArray(String[]::new));
    }

    static List<String> settings(int port, Path data, String... more) {
        List<String> settings = new ArrayList<>(List.of("--server.port=" + port, "--server.address=127.0.0.1", "--tutti.data=" + data));
        settings.addAll(List.of(more));
        return settings;
    }

    String url() {
        return "http://127.0.0.1:" + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Proposals proposals() {
        return bean(Proposals.class);
    }

    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within " + PATIENCE_SECONDS + " s that " + what + ".");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
