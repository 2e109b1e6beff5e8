package studio.tutti.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The description of the endpoints")
class ApiDocsTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = {
        "com.vaadin.flow.spring.SpringBootAutoConfiguration",
        "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
        "com.vaadin.flow.spring.VaadinScopesConfig"
    })
    @ComponentScan(
            basePackages = "studio.tutti",
            excludeFilters = @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = {".*(Test|IT)(\\$.*)?", ".*Application.*", "studio\\.tutti\\.web\\.(song|start|look|person|words|trust)\\..*"}))
    static class Application {}

    @Test
    @DisplayName("name every way under /api and /listen, each with a sentence")
    void complete(@TempDir Path data) throws Exception {
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext node =
                application.run("--server.port=0", "--server.address=127.0.0.1", "--tutti.data=" + data)) {
            int port = ((ServletWebServerApplicationContext) node).getWebServer().getPort();
            JsonNode described = asked(URI.create("http://127.0.0.1:" + port + "/api/docs"));
            assertThat(described.get("openapi").asString()).startsWith("3.");
            assertThat(described.get("info").get("title").asString()).isEqualTo("Tutti");

            Set<String> ways = new TreeSet<>();
            List<String> silent = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : described.get("paths").properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    ways.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    JsonNode sentence = method.getValue().get("description");
                    if (sentence == null || sentence.asString().isBlank()) {
                        silent.add(method.getKey() + " " + path.getKey());
                    }
                }
            }
            assertThat(ways).containsAll(answered(node));
            assertThat(silent).isEmpty();
        }
    }

    /** What the controllers of the house answer to, as Spring has it. */
    private static Set<String> answered(ConfigurableApplicationContext node) {
        Set<String> ways = new TreeSet<>();
        node.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((way, method) -> {
            if (method.getBeanType().isAnnotationPresent(RestController.class)
                    && method.getBeanType().getName().startsWith("studio.tutti.")) {
                for (String path : way.getPatternValues()) {
                    if (path.startsWith("/api/") || path.startsWith("/listen/")) {
                        way.getMethodsCondition().getMethods().forEach(m -> ways.add(m.name() + " " + path.replaceAll(":[^/]*\\{64}}", "}")));
                    }
                }
            }
        });
        assertThat(ways).hasSizeGreaterThan(30);
        return ways;
    }

    private static JsonNode asked(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
