package studio.tutti.collaboration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import studio.tutti.cli.bench.TemporaryPostgres;

/** A node in this JVM, on a free port. */
public final class Node implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Node(List<String> settings) {
        SpringApplication application = new SpringApplication(NodeApplication.class);
        application.setRegisterShutdownHook(false);
        context = application.run(settings.toArray(String[]::new));
    }

    /** A node alone, with its songs in a file. */
    public static Node alone(Path data) {
        return new Node(settings(0, data));
    }

    /** A node alone on a database. */
    static Node on(TemporaryPostgres database, Path data) {
        List<String> settings = settings(0, data);
        settings.add("--spring.datasource.url=" + database.url());
        return new Node(settings);
    }

    /** A node of a cluster. */
    static Node joined(TemporaryPostgres database, Path data, String join) {
        List<String> settings = settings(0, data);
        settings.add("--spring.datasource.url=" + database.url());
        settings.add("--tutti.join=" + join);
        return new Node(settings);
    }

    /** What a node is told, for one in this JVM and for one in another. */
    static List<String> settings(int port, Path data) {
        return new ArrayList<>(List.of("--server.port=" + port, "--server.address=127.0.0.1", "--tutti.data=" + data));
    }

    /** The address of this node's web server. */
    String url() {
        return "http://127.0.0.1:" + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** A part of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Its songs. */
    public Songs songs() {
        return bean(Songs.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
