package studio.tutti.finishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import studio.tutti.account.Secret;
import studio.tutti.audiofile.AudioWriter;
import studio.tutti.audiofile.Encoding;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.proposal.MasterSound;
import studio.tutti.jobs.JobRefused;
import studio.tutti.jobs.Jobs;
import studio.tutti.jobs.Priority;
import studio.tutti.library.Media;
import studio.tutti.mastering.Loudness;
import studio.tutti.mastering.Recording;
import studio.tutti.mastering.Signals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Finished sound over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FinishingTest {

    private static final long PATIENCE_SECONDS = 240;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Secret owner = Secret.fresh();

    private Path folder;
    private ConfigurableApplicationContext node;
    private String link = "";

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        SpringApplication application = new SpringApplication(FinishingApplication.class);
        application.setRegisterShutdownHook(false);
        node = application.run("--server.port=0", "--server.address=127.0.0.1", "--tutti.data=" + folder.resolve("data"));
        link = node.getBean(Songs.class).create(owner.person(), "Our song", List.of()).link();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @DisplayName("comes of every tool, by a file that is sent along or by its hash, with reports, and what can't be is said in a sentence")
    void tools() throws IOException {
        byte[] song = wav(Signals.music(Signals.Kind.BAND, 1, 4));
        Media media = node.getBean(Media.class);
        String hash = media.keep(owner.person(), "song.wav", "", new ByteArrayInputStream(song)).hash();
        String reference = media.keep(owner.person(), "other.wav", "", new ByteArrayInputStream(wav(Signals.music(Signals.Kind.AIR, 2, 4)))).hash();
        String[] orders = {"profile-eq?media=" + hash + "&profile=pink", "profile-eq?media=" + hash + "&gains=100:3,1000:-2",
            "resonance-eq?media=" + hash + "&amount=-1", "multiband-phase?media=" + hash, "xspecmatch?media=" + hash + "&reference=" + reference,
            "limit?media=" + hash + "&ceiling=-6&format=flac", "master?target=-16&name=Mine"};
        for (String order : orders) {
            JsonNode done = done(json(post("/tools/" + order, order.contains("media=") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(song))));
            Path file = folder.resolve("out" + (order.contains("flac") ? ".flac" : ".wav"));
            Files.write(file, get(done.get("file").asString()));
            Recording made = Recording.of(file);
            assertThat(done.get("seconds").asDouble()).as(order).isCloseTo(4, within(1e-3));
            if (order.startsWith("limit")) {
                assertThat(Loudness.of(made).truePeak()).isLessThan(-5.95);
            }
            if (order.startsWith("master")) {
                assertThat(Loudness.of(made).integrated()).isCloseTo(-16, within(0.1));
                assertThat(done.get("name").asString()).isEqualTo("Mine.wav");
                assertThat(new String(get(done.get("sheet").asString()), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
                assertThat(JsonMapper.shared().readTree(get(done.get("report").asString())).get("after").get("integrated").asDouble())
                        .isCloseTo(-16, within(0.1));
            }
        }
        JsonNode measured = done(json(post("/tools/loudness?media=" + hash, BodyPublishers.noBody())));
        assertThat(JsonMapper.shared().readTree(get(measured.get("file").asString())).get("I").asDouble()).isBetween(-40.0, -5.0);

        assertThat(post("/tools/shout?media=" + hash, BodyPublishers.noBody())).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).startsWith("There is no tool \"shout\"; there are limit, loudness, master");
        });
        assertThat(post("/tools/limit?media=" + hash + "&ceiling=3", BodyPublishers.noBody()).body()).isEqualTo("ceiling lies between -24 and 0.");
        assertThat(post("/tools/limit?media=" + "0".repeat(64), BodyPublishers.noBody()).body()).startsWith("There is no sound here");
        assertThat(post("/tools/xspecmatch?media=" + hash, BodyPublishers.noBody()).body()).isEqualTo("xspecmatch wants a reference.");
        assertThat(post("/tools/limit", BodyPublishers.ofString("no sound")).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("is refused where the sound comes as a form, as curl sends it by itself, with the header to give; and where an option is misspelt")
    void mistakes() throws IOException, InterruptedException {
        byte[] song = wav(Signals.music(Signals.Kind.BAND, 3, 1));
        HttpResponse<String> form = http.send(request("/api/songs/" + link + "/tools/limit?ceiling=-6").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(song)).build(), BodyHandlers.ofString());
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(form.body()).isEqualTo("Send the sound as it is, not as a form: give the header Content-Type: application/octet-stream.");
        HttpResponse<String> misspelt = post("/tools/limit?ceilng=-6", BodyPublishers.ofByteArray(song));
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(misspelt.body()).isEqualTo("limit knows no option \"ceilng\" here; there is ceiling.");
        assertThat(post("/tools/loudness?slow=1", BodyPublishers.ofByteArray(song)).body()).isEqualTo("loudness knows no option \"slow\" here; it has none.");
        assertThat(node.getBean(Media.class).find(hash(song))).as("nothing is kept of what is refused").isEmpty();
    }

    @Test
    @DisplayName("keeps no sound of somebody who has too many jobs under way")
    void tooMany() throws IOException {
        byte[] song = wav(Signals.music(Signals.Kind.AIR, 4, 1));
        Jobs jobs = node.getBean(Jobs.class);
        Id elsewhere = new Id(44, 4);
        List<UUID> asked = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                while (asked.size() < 1000) {
                    asked.add(jobs.ask("work of no worker", elsewhere, owner.person(), Priority.SOMEBODY_WAITS, "").id());
                }
            }).isInstanceOf(JobRefused.class);
            assertThat(post("/tools/limit", BodyPublishers.ofByteArray(song)).body()).startsWith("You have ").endsWith("wait for one, or cancel one.");
            assertThat(node.getBean(Media.class).find(hash(song))).isEmpty();
        } finally {
            asked.forEach(jobs::cancel);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    @DisplayName("is a master in the tray: asked for, accepted, the song's, stale once the mix changes, and renewed")
    void master() throws IOException {
        Songs songs = node.getBean(Songs.class);
        assertThat(post("/assistants/mastering", body("{\"from\": 0, \"to\": 0}")).body()).isEqualTo("The song plays nothing yet: write some music first.");
        Id track = new Id(3, 1);
        List<Operation> tune = new ArrayList<>(List.of(
                new Operation.Add(track, Kind.TRACK, Map.of(Property.PARENT, Arrangement.ROOT, Property.NAME, "Tune")),
                new Operation.Add(new Id(3, 2), Kind.CONTENT, Map.of(Property.PARENT, Arrangement.ROOT)),
                new Operation.Add(new Id(3, 3), Kind.CLIP, Map.of(Property.PARENT, track, Property.CONTENT, new Id(3, 2), Property.START, 0L, Property.LENGTH, 3840L))));
        for (int beat = 0; beat < 4; beat++) {
            tune.add(new Operation.Add(new Id(3, 4 + beat), Kind.NOTE, Map.of(Property.PARENT, new Id(3, 2), Property.START, 960L * beat,
                    Property.LENGTH, 900L, Property.PITCH, 60L + 3 * beat, Property.VELOCITY, 100L)));
        }
        songs.edit(link, owner.person(), "notes.draw", tune);
        JsonNode asked = json(post("/assistants/mastering", body("{\"from\": 0, \"to\": 0, \"settings\": {\"target\": \"-20\"}}")));
        String id = "/proposals/" + asked.get("id").asString();
        until("it is ready", () -> json(ask("GET", id, BodyPublishers.noBody())).get("state").asString().equals("ready"));
        json(post(id + "/takes/1/accept", BodyPublishers.noBody()));
        MasterSound master = songs.read(link, (revision, today) -> MasterSound.of(today));
        assertThat(master).isNotNull();
        assertThat(master.loudness()).isCloseTo(-20, within(0.1));
        Path file = folder.resolve("master.wav");
        Files.write(file, get("/api/media/" + master.media() + "?song=" + link));
        assertThat(Loudness.of(Recording.of(file)).integrated()).isCloseTo(-20, within(0.1));
        assertThat(new String(get("/api/media/" + master.sheet() + "?song=" + link), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(json(ask("GET", id, BodyPublishers.noBody())).get("stale").asBoolean()).isFalse();
        songs.edit(link, owner.person(), "track.volume", List.of(new Operation.Set(track, Property.VOLUME, -600L)));
        assertThat(json(ask("GET", id, BodyPublishers.noBody())).get("stale").asBoolean()).isTrue();
        JsonNode renewed = json(post(id + "/renew", BodyPublishers.noBody()));
        assertThat(renewed.get("stale").asBoolean()).isFalse();
        String again = "/proposals/" + renewed.get("id").asString();
        until("the renewed one is ready", () -> json(ask("GET", again, BodyPublishers.noBody())).get("state").asString().equals("ready"));
    }

    private JsonNode done(JsonNode job) {
        JsonNode[] now = {job};
        until("the job is done", () -> {
            now[0] = json(send("GET", "/api/jobs/" + job.get("id").asString(), BodyPublishers.noBody()));
            assertThat(now[0].get("state").asString()).as(String.valueOf(now[0].get("error"))).isNotEqualTo("failed");
            return now[0].get("state").asString().equals("done");
        });
        return now[0];
    }

    private byte[] wav(float[][] sound) throws IOException {
        Path file = folder.resolve("in.wav");
        try (AudioWriter writer = AudioWriter.create(file, Encoding.WAV_24, 44_100, 2)) {
            writer.write(sound, 0, sound[0].length);
            writer.finish();
        }
        return Files.readAllBytes(file);
    }

    private static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within " + PATIENCE_SECONDS + " s that " + what + ".");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static BodyPublisher body(String json) {
        return BodyPublishers.ofString(json);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> post(String path, BodyPublisher body) {
        return ask("POST", path, body);
    }

    private HttpResponse<String> ask(String method, String path, BodyPublisher body) {
        return send(method, "/api/songs/" + link + path, body);
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) {
        try {
            return http.send(request(path).header("Content-Type", path.contains("/tools/") ? "application/octet-stream" : "application/json")
                    .method(method, body).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private byte[] get(String path) {
        try {
            return http.send(request(path).build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private HttpRequest.Builder request(String path) {
        String url = "http://127.0.0.1:" + ((ServletWebServerApplicationContext) node).getWebServer().getPort();
        return HttpRequest.newBuilder(URI.create(url + path)).header("Cookie", "tutti-person=" + owner.text());
    }
}
