package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import studio.tutti.account.Secret;
import studio.tutti.core.arrangement.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Songs as files, over HTTP")
class SongFilesApiTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = {
        "com.vaadin.flow.spring.SpringBootAutoConfiguration",
        "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
        "com.vaadin.flow.spring.VaadinScopesConfig"
    })
    @ComponentScan({"studio.tutti.collaboration", "studio.tutti.account", "studio.tutti.library", "studio.tutti.web.api"})
    static class Application {}

    private static final String COOKIE = "tutti-person=" + Secret.fresh().text();

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext node;
    private static String address;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        node = application.run("--server.port=0", "--server.address=127.0.0.1", "--tutti.data=" + data);
        address = "http://127.0.0.1:" + ((ServletWebServerApplicationContext) node).getWebServer().getPort() + "/api/songs";
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    @DisplayName("a MIDI file becomes a song, and the song a MIDI file that says the same")
    void roundTrip() throws Exception {
        byte[] file = MidiRoundTripTest.resource("/midi/king-of-the-desert.mid");
        JsonNode made = JsonMapper.shared().readTree(created(file, "King%20of%20the%20Desert.mid"));
        assertThat(made.get("name").asString()).isEqualTo("King of the Desert");
        HttpResponse<byte[]> out = get("/" + made.get("link").asString() + "/export.mid");
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.headers().firstValue("Content-Type")).contains("audio/midi");
        assertThat(out.headers().firstValue("Content-Disposition")).get().asString().contains("King%20of%20the%20Desert.mid");
        assertThat(studio.tutti.exchange.internal.fidelity.MidiRoundTrip.compare(file, out.body()).difference()).isEmpty();
    }

    @Test
    @DisplayName("a .tutti file becomes the same song again")
    void tuttiFile() throws Exception {
        JsonNode made = JsonMapper.shared().readTree(created(MidiRoundTripTest.resource("/midi/alagaesia.mid"), "a.mid"));
        byte[] first = get("/" + made.get("link").asString() + "/export.tutti").body();
        JsonNode again = JsonMapper.shared().readTree(created(first, "again.tutti"));
        assertThat(get("/" + again.get("link").asString() + "/export.tutti").body()).isEqualTo(first);
    }

    @Test
    @DisplayName("a form brings a file as well as a body")
    void form() throws Exception {
        String edge = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d.mid\"\r\nContent-Type: audio/midi\r\n\r\n";
        byte[] head = edge.getBytes(StandardCharsets.UTF_8);
        byte[] file = MidiRoundTripTest.resource("/midi/d_dm24.mid");
        byte[] tail = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(head, head.length + file.length + tail.length);
        System.arraycopy(file, 0, body, head.length, file.length);
        System.arraycopy(tail, 0, body, head.length + file.length, tail.length);
        HttpResponse<String> response = post("", body, "multipart/form-data; boundary=edge", COOKIE);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    @Test
    @DisplayName("a file adds its tracks to an open song as one edit")
    void tracks() throws Exception {
        JsonNode made = JsonMapper.shared().readTree(created(MidiRoundTripTest.resource("/midi/alagaesia.mid"), "a.mid"));
        String link = made.get("link").asString();
        HttpResponse<String> added = post("/" + link + "/tracks?file=b.mid&at=3840",
                MidiRoundTripTest.resource("/midi/d_e4m4.mid"), "audio/midi", COOKIE);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(added.body()).get("revision").asLong()).isEqualTo(made.get("head").asLong() + 1);
        Song now = MidiBytes.read(get("/" + link + "/export.mid").body());
        assertThat(now.arrangement().count(Kind.TRACK)).isGreaterThan(5);
    }

    @Test
    @DisplayName("a broken file is refused with one sentence, and no song is made")
    void refused() throws Exception {
        byte[] file = MidiRoundTripTest.resource("/midi/d_e4m4.mid");
        HttpResponse<String> response = post("?file=x.mid", Arrays.copyOf(file, 1_000), "audio/midi", COOKIE);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("The MIDI file breaks off in the middle: it was not copied whole.");
    }

    @Test
    @DisplayName("a hundred megabytes are refused after the first sixteen")
    void huge() throws Exception {
        byte[] chunk = new byte[1 << 20];
        byte[] first = Arrays.copyOf(MidiRoundTripTest.resource("/midi/d_e4m4.mid"), 1 << 20);
        var body = BodyPublishers.ofByteArrays(() -> new java.util.Iterator<>() {
            private int sent;

            @Override
            public boolean hasNext() {
                return sent < 100;
            }

            @Override
            public byte[] next() {
                return sent++ == 0 ? first : chunk;
            }
        });
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "?file=huge.mid"))
                .header("Cookie", COOKIE).header("Content-Type", "audio/midi").POST(body).build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("The MIDI file is too large: at most 16 MB can be read.");
    }

    @Test
    @DisplayName("a browser that nobody knows makes no song, and an unknown link exports none")
    void strangers() throws Exception {
        byte[] file = MidiRoundTripTest.resource("/midi/d_e4m4.mid");
        assertThat(post("?file=x.mid", file, "audio/midi", "other=1").statusCode()).isEqualTo(401);
        HttpResponse<byte[]> none = get("/nowhere/export.mid");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(new String(none.body(), StandardCharsets.UTF_8)).contains("no song behind this link");
    }

    private static String created(byte[] file, String name) throws Exception {
        HttpResponse<String> response = post("?file=" + name, file, "application/octet-stream", COOKIE);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return response.body();
    }

    private static HttpResponse<String> post(String path, byte[] body, String type, String cookie) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", cookie)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build(), BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray());
    }
}
