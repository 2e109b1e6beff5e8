package studio.tutti.jobs;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import studio.tutti.core.arrangement.Id;

/** A node with jobs in this JVM. */
public final class JobNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    public JobNode(Path data, String... more) {
        SpringApplication application = new SpringApplication(JobsApplication.class);
        application.setRegisterShutdownHook(false);
        context = application.run(settings(0, data, more).toArray(String[]::new));
    }

    static List<String> settings(int port, Path data, String... more) {
        List<String> settings = new ArrayList<>(List.of("--server.port=" + port, "--server.address=127.0.0.1", "--tutti.data=" + data));
        settings.addAll(List.of(more));
        return settings;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Jobs jobs() {
        return bean(Jobs.class);
    }

    Job ask(int song, String inputs) {
        return jobs().ask("counting", song(song), song(1000 + song), Priority.SOMEBODY_WAITS, inputs);
    }

    Job.State state(Job job) {
        return jobs().find(job.id()).orElseThrow().state();
    }

    Job untilOver(Job job) {
        until(() -> state(job).isOver());
        return jobs().find(job.id()).orElseThrow();
    }

    static Id song(int number) {
        return new Id(7, number);
    }

    static UUID key(Id id) {
        return new UUID(id.high(), id.low());
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within two minutes.");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
