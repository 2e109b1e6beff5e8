package studio.tutti.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.tutti.TuttiApplication;
import studio.tutti.web.trust.Address;

/** {@code tutti serve}: a node, alone or in a cluster. */
@Command(name = "serve", description = "Serves the studio: alone, or as one node of a cluster.", mixinStandardHelpOptions = true,
        sortOptions = false)
final class Serve implements Callable<Integer> {

    /** Not an exit code: the node runs on after the command has returned. */
    static final int RUNNING = -1;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT",
            description = "Port for browsers on this machine (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--https-port", paramLabel = "PORT",
            description = "Port for other devices (default: 8443, or a free one if that is taken).")
    @Nullable Integer httpsPort;

    @Option(names = "--data", defaultValue = "data", paramLabel = "DIR",
            description = "Folder of songs, sounds and keys (default: ${DEFAULT-VALUE}).")
    Path data;

    @Option(names = "--role", split = ",", defaultValue = "web,worker", paramLabel = "ROLE",
            description = "What this node does: ${COMPLETION-CANDIDATES} (default: both).")
    List<Role> roles;

    @Option(names = "--join", split = ",", paramLabel = "HOST:PORT",
            description = "Other nodes of the cluster; needs a PostgreSQL --db.")
    @Nullable List<String> join;

    @Option(names = "--db", paramLabel = "JDBC-URL",
            description = "Database: jdbc:postgresql://… (default: a file in the data folder).")
    @Nullable String db;

    @Option(names = "--certificate", paramLabel = "PEM", description = "Certificate for HTTPS, instead of the studio's own.")
    @Nullable Path certificate;

    @Option(names = "--certificate-key", paramLabel = "PEM", description = "The certificate's private key.")
    @Nullable Path certificateKey;

    @Option(names = "--public-url", paramLabel = "URL", description = "Address that people use, when a proxy speaks HTTPS for the studio.")
    @Nullable URI publicUrl;

    @Spec
    CommandSpec command;

    /** What a node does. */
    enum Role { web, worker }

    @Override
    public Integer call() {
        SpringApplication application = new SpringApplication(TuttiApplication.class);
        ConfigurableApplicationContext studio;
        try {
            studio = application.run(arguments(settings()));
        } catch (RuntimeException failure) {
            throw new IllegalStateException(whyNot(failure), failure);
        }
        announce(studio.getBean(Address.class));
        return RUNNING;
    }

    private Map<String, Object> settings() {
        if (join != null && (db == null || !db.startsWith("jdbc:postgresql:"))) {
            throw wrong("A cluster keeps its songs in PostgreSQL: give --join a --db jdbc:postgresql://…");
        }
        if ((certificate == null) != (certificateKey == null)) {
            throw wrong("--certificate and --certificate-key go together.");
        }
        if (publicUrl != null && (publicUrl.getHost() == null || !"https".equals(publicUrl.getScheme()))) {
            throw wrong("--public-url is an https:// address: browsers give sound to secure pages only.");
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", port);
        settings.put("tutti.data", data.toAbsolutePath().normalize());
        settings.put("tutti.role", String.join(",", roles.stream().map(Role::name).distinct().toList()));
        settings.put("tutti.https.port", httpsPort == null ? usualOrFree(8443) : httpsPort);
        put(settings, "tutti.join", join == null ? null : String.join(",", join));
        put(settings, "spring.datasource.url", db);
        put(settings, "tutti.https.certificate", certificate);
        put(settings, "tutti.https.certificate-key", certificateKey);
        if (publicUrl != null) {
            settings.put("tutti.https.public-url", publicUrl);
            settings.put("server.forward-headers-strategy", "framework");
        }
        if (System.getenv("TUTTI_TRACE") == null) { // the command tells what went wrong, in one line
            settings.put("logging.level.org.springframework.boot.SpringApplication", "off");
            settings.put("logging.level.org.springframework.boot.diagnostics", "off");
            settings.put("logging.level.org.springframework.boot.web.server.servlet.context", "error");
        }
        return settings;
    }

    /** A second studio on one machine shall start too; the address is printed whatever it is. */
    private static int usualOrFree(int usual) {
        try (ServerSocket probe = new ServerSocket(usual)) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }

    /** As arguments, since Spring's default properties would not outdo application.properties. */
    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }

    private void announce(Address address) {
        var out = command.commandLine().getOut();
        out.println("The studio is open: " + address.here());
        address.forOthers().ifPresentOrElse(
                others -> out.println("Other devices:      " + others),
                () -> out.println("Other devices:      none can reach this machine now; it is on no network."));
        address.trustPage().ifPresent(page -> {
            out.println("  once on each:     " + page + " (certificate SHA-256");
            out.println("                    " + address.fingerprint().orElseThrow() + ")");
        });
        out.flush();
    }

    private String whyNot(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof PortInUseException taken) {
                String option = httpsPort != null && taken.getPort() == httpsPort && httpsPort != port ? "--https-port" : "--port";
                return "Port " + taken.getPort() + " is taken: choose another with " + option + ".";
            }
            if (message.contains("Database may be already in use")) {
                return "The data folder " + data + " is in use by another studio: stop that one, or choose another with --data.";
            }
            if (cause instanceof ConnectException || message.contains("Connection to") && message.contains("refused")) {
                return "The database can't be reached: " + message.lines().findFirst().orElse("");
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "The studio could not start: " + root.getMessage();
    }
}
