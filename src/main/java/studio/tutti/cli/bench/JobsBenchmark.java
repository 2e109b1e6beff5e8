package studio.tutti.cli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.TuttiApplication;

/**
 * {@code tutti bench jobs}: from the mouse to a worker's start, in a real browser, on one node and between two that share a PostgreSQL; and how near
 * the remaining time that people are told comes.
 */
@Command(name = "jobs", description = "From a click to a worker's start, and how near the remaining time comes.", mixinStandardHelpOptions = true)
public final class JobsBenchmark implements Callable<Integer> {

    @Option(names = "--clicks", defaultValue = "60", description = "Clicks of each kind; 0 for none (default: ${DEFAULT-VALUE}).")
    int clicks;

    @Option(names = "--jobs", defaultValue = "16", description = "Bounces and as many requests to Flow Machines; 0 for none (default: ${DEFAULT-VALUE}).")
    int jobs;

    @Option(names = "--nodes", description = "Also from a node that does no work to another, on PostgreSQL.")
    boolean nodes;

    private final Figures figures = new Figures();

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tutti-bench");
        MachineLoad load = new MachineLoad();
        try {
            try (ConfigurableApplicationContext node = node(data.resolve("one"))) {
                if (clicks > 0) {
                    new ClickToWork(node).measure(clicks, "click_to_start_h2", figures);
                }
                if (jobs > 0) {
                    new HonestTimes(node).measure(jobs, figures);
                }
            }
            if (nodes) {
                across(data);
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        System.out.println(figures.add("busy_processors", load.processors()));
        return 0;
    }

    private void across(Path data) throws Exception {
        try (TemporaryPostgres database = TemporaryPostgres.start()) {
            String join = "--tutti.join=127.0.0.1:" + ServerProcess.freePort() + ",127.0.0.1:" + ServerProcess.freePort();
            String store = "--spring.datasource.url=" + database.url();
            int port = ServerProcess.freePort();
            try (ConfigurableApplicationContext page = node(data.resolve("page"), join, store, "--tutti.role=web");
                    ServerProcess worker = ServerProcess.start(WorkingNode.class.getName(), List.of("--server.port=" + port, "--server.address=127.0.0.1",
                            "--tutti.https.port=0", "--tutti.data=" + data.resolve("worker"), "--tutti.role=worker", join, store), port, data.resolve("log"))) {
                new ClickToWork(page).measure(clicks, "click_to_start_on_another_node", figures);
            }
        }
    }

    private static ConfigurableApplicationContext node(Path data, String... more) {
        SpringApplication application = new SpringApplication(TuttiApplication.class);
        application.setLogStartupInfo(false);
        List<String> settings = new ArrayList<>(List.of("--server.port=0", "--tutti.https.port=0", "--tutti.data=" + data, "--logging.level.root=ERROR"));
        settings.addAll(List.of(more));
        return application.run(settings.toArray(String[]::new));
    }

    /** A node in a process of its own. */
    static final class WorkingNode {

        private WorkingNode() {}

        static void main(String[] settings) {
            new SpringApplication(TuttiApplication.class).run(settings);
        }
    }
}
