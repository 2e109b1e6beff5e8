package studio.tutti.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code tutti bench collaboration}: how long an edit takes from one page to another, stored on the way. */
@Command(name = "collaboration", mixinStandardHelpOptions = true,
        description = "Measures propagation from page to page through a node in a process of its own: one JSON object a load.")
public final class CollaborationBench implements Callable<Integer> {

    private static final String MAIN = "studio.tutti.cli.Tutti";

    @Option(names = "--seconds", defaultValue = "20", description = "How long each load is measured (default: ${DEFAULT-VALUE}).")
    int seconds;

    @Option(names = "--warm-up", defaultValue = "15", description = "Seconds before that (default: ${DEFAULT-VALUE}).")
    int warmUp;

    @Option(names = "--only", split = ",", description = "Some of: band, class, house, pointers, nodes, pages, sustained (default: all).")
    List<String> only = List.of("band", "class", "house", "pointers", "nodes", "pages", "sustained");

    @Spec
    CommandSpec command;

    private boolean failed;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("tutti-bench");
        try {
            if (only.stream().anyMatch(List.of("band", "class", "house", "pointers", "sustained")::contains)) {
                oneNode(folder);
            }
            if (only.contains("nodes")) {
                twoNodes(folder);
            }
            if (only.contains("pages")) {
                print(TwoPages.measure(folder.resolve("pages"), warmUp, seconds));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return failed ? 1 : 0;
    }

    private void oneNode(Path folder) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        List<String> arguments = serve(port, folder);
        try (ServerProcess server = ServerProcess.start(MAIN, arguments, port, folder.resolve("log"))) {
            List<ServerProcess> servers = List.of(server);
            measureIf("band", Scenario.BAND, servers);
            measureIf("class", Scenario.CLASS, servers);
            measureIf("house", Scenario.HOUSE, servers);
            measureIf("pointers", Scenario.POINTERS, servers);
            if (only.contains("sustained")) {
                sustain(servers);
            }
        }
    }

    private void twoNodes(Path folder) throws IOException, InterruptedException {
        int[] ports = {ServerProcess.freePort(), ServerProcess.freePort()};
        String join = "127.0.0.1:" + ServerProcess.freePort() + ",127.0.0.1:" + ServerProcess.freePort();
        try (TemporaryPostgres database = TemporaryPostgres.start()) {
            List<ServerProcess> servers = new ArrayList<>();
            try {
                for (int port : ports) {
                    List<String> arguments = serve(port, folder.resolve("node-" + port));
                    arguments.addAll(List.of("--db", database.url(), "--join", join));
                    servers.add(ServerProcess.start(MAIN, arguments, port, folder.resolve("log")));
                }
                measureIf("nodes", Scenario.TWO_NODES, servers);
            } finally {
                servers.forEach(ServerProcess::close);
            }
        }
    }

    private static List<String> serve(int port, Path data) {
        return new ArrayList<>(List.of("serve", "--port", "" + port, "--https-port", "" + ServerProcess.freePort(), "--data", data.toString()));
    }

    private void measureIf(String name, Scenario scenario, List<ServerProcess> servers) throws IOException, InterruptedException {
        if (only.contains(name)) {
            Map<String, Object> report = measure(scenario, servers, warmUp, seconds);
            failed |= Boolean.FALSE.equals(report.get("pass"));
        }
    }

    /** Raises the rate until edits arrive late or are not stored as fast as they are made. */
    private void sustain(List<ServerProcess> servers) throws IOException, InterruptedException {
        Scenario load = new Scenario("sustained", 1, 8, 4, 5, 0, null, null);
        for (double rate = 5; rate <= 320; rate *= 1.5) {
            Map<String, Object> report = measure(load.faster(rate), servers, Math.min(warmUp, 5), Math.min(seconds, 8));
            if ((double) report.get("p99_ms") > 100 || (double) report.get("stored_per_s") < 0.95 * load.faster(rate).offered()) {
                return;
            }
        }
    }

    private Map<String, Object> measure(Scenario scenario, List<ServerProcess> servers, int before, int during)
            throws IOException, InterruptedException {
        try (Load load = new Load(scenario, servers.stream().map(ServerProcess::url).toList())) {
            load.work(scenario.rate(), scenario.moves(), before * 1_000L, 0);
            Duration serverCpu = cpu(servers);
            Duration ownCpu = own();
            MachineLoad machine = new MachineLoad();
            long start = System.nanoTime();
            load.work(scenario.rate(), scenario.moves(), 0, during * 1_000L);
            double elapsed = (System.nanoTime() - start) / 1e9;
            Map<String, Object> report = report(scenario, load, elapsed);
            double server = cpu(servers).minus(serverCpu).toMillis() / 1e3 / elapsed;
            double generator = own().minus(ownCpu).toMillis() / 1e3 / elapsed;
            report.put("server_cpus", round(server));
            report.put("generator_cpus", round(generator));
            report.put("other_cpus", round(Math.max(0, machine.processors() - server - generator)));
            report.put("faults", load.faults());
            report.put("pass", load.faults().isEmpty()
                    && (scenario.p50() == null || load.propagation().millis(0.5) <= scenario.p50())
                    && (scenario.p99() == null || load.propagation().millis(0.99) <= scenario.p99()));
            print(report);
            return report;
        }
    }

    private void print(Map<String, Object> report) {
        PrintWriter out = command.commandLine().getOut();
        out.println(JsonMapper.shared().writeValueAsString(report));
        out.flush();
    }

    private static Map<String, Object> report(Scenario scenario, Load load, double elapsed) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", scenario.name());
        report.put("nodes", scenario.nodes());
        report.put("rooms", scenario.rooms());
        report.put("editors", scenario.editors());
        report.put("edits_per_s_each", round(scenario.rate()));
        report.put("n", load.propagation().count());
        report.put("p50_ms", load.propagation().millis(0.5));
        report.put("p99_ms", load.propagation().millis(0.99));
        report.put("max_ms", load.propagation().millis(1));
        report.put("ack_p50_ms", load.acknowledgement().millis(0.5));
        report.put("ack_p99_ms", load.acknowledgement().millis(0.99));
        if (scenario.p50() != null) {
            report.put("p50_bound_ms", scenario.p50());
        }
        if (scenario.p99() != null) {
            report.put("p99_bound_ms", scenario.p99());
        }
        report.put("stored_per_s", round(load.stored() / elapsed));
        return report;
    }

    private static Duration cpu(List<ServerProcess> servers) {
        return servers.stream().map(ServerProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
