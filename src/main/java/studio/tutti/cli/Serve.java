package studio.tutti.cli;

import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.TuttiApplication;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code tutti serve}: a node, alone or in a cluster. */
@Command(name = "serve", description = "Serves the studio.", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    /** Not an exit code: the node runs on after the command has returned. */
    static final int RUNNING = -1;

    @Option(names = "--port", defaultValue = "8080", description = "Port on this machine (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--data", defaultValue = "data", description = "Folder of songs, media and keys (default: ${DEFAULT-VALUE}).")
    Path data;

    @Override
    public Integer call() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", port);
        settings.put("tutti.data", data.toAbsolutePath().normalize().toString());
        SpringApplication application = new SpringApplication(TuttiApplication.class);
        application.setDefaultProperties(settings);
        application.run();
        return RUNNING;
    }
}
