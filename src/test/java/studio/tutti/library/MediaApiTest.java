package studio.tutti.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.tutti.account.Secret;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;
import studio.tutti.library.internal.media.Canonical;
import studio.tutti.library.internal.media.FolderVault;
import studio.tutti.library.internal.media.TableVault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Media, over HTTP")
class MediaApiTest {

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
    private static String song;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        node = application.run("--server.port=0", "--server.address=127.0.0.1", "--tutti.data=" + data);
        address = "http://127.0.0.1:" + ((ServletWebServerApplicationContext) node).getWebServer().getPort() + "/api/media";
        song = node.getBean(Songs.class).create(new Id(1, 1), "A song", List.of()).link();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static HttpResponse<byte[]> send(String method, String path, byte[] body, String cookie) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie)
                .method(method, BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> send(String method, String path, byte[] body) throws Exception {
        return send(method, path, body, COOKIE);
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return send("GET", path + (path.contains("?") ? "&" : "?") + "song=" + song, new byte[0]);
    }

    private static String hash(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String begin(String hash, long size) throws Exception {
        HttpResponse<byte[]> begun = send("POST", "/uploads?song=" + song + "&name=a.wav&hash=" + hash + "&size=" + size, new byte[0]);
        assertThat(begun.statusCode()).as(text(begun)).isEqualTo(201);
        return json(begun).get("id").asString();
    }

    private static HttpResponse<byte[]> upload(byte[] file) throws Exception {
        String id = begin("", file.length);
        assertThat(send("PUT", "/uploads/" + id + "?at=0", file).statusCode()).isEqualTo(200);
        return send("POST", "/uploads/" + id + "/end", new byte[0]);
    }

    private static long kept() throws Exception {
        try (Stream<Path> files = Files.walk(data.resolve("media"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static JsonNode heardOf(String hash, int frames) throws Exception {
        for (long late = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); System.nanoTime() < late; Thread.onSpinWait()) {
            JsonNode heard = json(get("/" + hash + "/about")).get("heard");
            if (!heard.isNull() && heard.get("ready").asInt() >= frames) {
                return heard;
            }
        }
        throw new AssertionError("of what has come, " + frames + " frames are not heard");
    }

    @Test
    @DisplayName("what has come of a file can be heard before it is whole, and is what it will be")
    void heardWhileItComes() throws Exception {
        byte[] file = Wav.of(48_000, 2, 24, 120_000, frame -> 0.3 * Math.sin(frame * 0.05) + 1e-6 * (frame % 7));
        String hash = hash(file);
        String id = begin(hash, file.length);
        send("PUT", "/uploads/" + id + "?at=0", Arrays.copyOf(file, 400_000));
        JsonNode heard = heardOf(hash, 60_000);
        assertThat(heard.get("rate").asInt()).isEqualTo(48_000);
        assertThat(heard.get("channels").asInt()).isEqualTo(2);
        assertThat(heard.get("frames").asInt()).isEqualTo(120_000);
        byte[] early = get("/" + hash + "/sound?from=1000&frames=50000").body();
        assertThat(early).hasSize(200_000);
        assertThat(get("/" + hash + "/sound?from=100000&frames=1000").body()).as("what has not come").isEmpty();
        send("PUT", "/uploads/" + id + "?at=400000", Arrays.copyOfRange(file, 400_000, file.length));
        HttpResponse<byte[]> end = send("POST", "/uploads/" + id + "/end?hash=" + hash, new byte[0]);
        assertThat(end.statusCode()).as(text(end)).isEqualTo(200);
        assertThat(get("/" + hash + "/sound?from=1000&frames=50000").body()).isEqualTo(early);
        byte[] whole = get("/" + hash + "/sound?from=0&frames=120000").body();
        // the same file, taken in at once
        Path plain = Files.createTempDirectory(data, "plain");
        FolderVault vault = new FolderVault(plain);
        Path wav = Files.write(plain.resolve("a.wav"), file);
        Canonical.Made made = Canonical.decode(wav, vault, "sound/once");
        assertThat(made.frames()).isEqualTo(120_000);
        assertThat(vault.read("sound/once", 0, whole.length)).isEqualTo(whole);
    }

    @Test
    @DisplayName("whoever fetches sound at the moment in which a file becomes whole gets it")
    void heardWhileItEnds() throws Exception {
        for (int round = 0; round < 12; round++) {
            double height = 0.1 + 0.01 * round;
            byte[] file = Wav.of(48_000, 2, 16, 60_000, frame -> height * Math.sin(frame * 0.05));
            String hash = hash(file);
            String id = begin(hash, file.length);
            send("PUT", "/uploads/" + id + "?at=0", file);
            heardOf(hash, 60_000);
            byte[] early = get("/" + hash + "/sound?from=0&frames=60000").body();
            CompletableFuture<HttpResponse<byte[]>> end = CLIENT.sendAsync(HttpRequest.newBuilder(URI.create(address + "/uploads/" + id + "/end?hash=" + hash))
                    .header("Cookie", COOKIE).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
            while (!end.isDone()) {
                HttpResponse<byte[]> answer = get("/" + hash + "/sound?from=0&frames=60000");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(early);
            }
            assertThat(end.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("bytes that are sent again otherwise are the ones that count")
    void sentAgain() throws Exception {
        byte[] file = Wav.tone(44_100, 1, 4, 440);
        byte[] wrong = Wav.tone(44_100, 1, 4, 880);
        String hash = hash(file);
        String id = begin(hash, file.length);
        send("PUT", "/uploads/" + id + "?at=0", Arrays.copyOf(wrong, 200_000));
        heardOf(hash, 16_384);
        send("PUT", "/uploads/" + id + "?at=0", file);
        assertThat(send("POST", "/uploads/" + id + "/end?hash=" + hash, new byte[0]).statusCode()).isEqualTo(200);
        assertThat(get("/" + hash + "/sound?from=0&frames=44100").body()).isEqualTo(Arrays.copyOfRange(file, 44, 44 + 88_200));
    }

    @Test
    @DisplayName("a file comes in pieces, is gone on with where it broke off, and is the same file and its exact sound")
    void pieces() throws Exception {
        byte[] file = Wav.tone(44_100, 2, 2.5, 440);
        String hash = hash(file);
        String id = begin(hash, file.length);
        byte[] first = Arrays.copyOf(file, 100_000);
        assertThat(json(send("PUT", "/uploads/" + id + "?at=0", first)).get("received").asInt()).isEqualTo(100_000);
        assertThat(get("/" + hash + "/about").statusCode()).isEqualTo(202);
        assertThat(json(get("/" + hash + "/about")).get("received").asInt()).isEqualTo(100_000);
        HttpResponse<byte[]> gap = send("PUT", "/uploads/" + id + "?at=200000", first);
        assertThat(gap.statusCode()).isEqualTo(409);
        assertThat(json(gap).get("received").asInt()).isEqualTo(100_000);
        assertThat(send("GET", "/uploads/" + id, new byte[0], "tutti-person=" + Secret.fresh().text()).statusCode()).as("another's").isEqualTo(404);
        assertThat(json(send("GET", "/uploads/" + id, new byte[0])).get("received").asInt()).isEqualTo(100_000);
        // a piece that was sent but not acknowledged comes again
        send("PUT", "/uploads/" + id + "?at=90000", Arrays.copyOfRange(file, 90_000, file.length));
        JsonNode medium = json(send("POST", "/uploads/" + id + "/end?hash=" + hash, new byte[0]));
        assertThat(medium.get("rate").asInt()).isEqualTo(44_100);
        assertThat(medium.get("frames").asInt()).isEqualTo(110_250);
        assertThat(get("/" + hash).body()).isEqualTo(file);
        HttpResponse<byte[]> part = CLIENT.send(HttpRequest.newBuilder(URI.create(address + "/" + hash + "?song=" + song))
                .header("Range", "bytes=1000-1999").build(), BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file, 1000, 2000));
        HttpResponse<byte[]> sound = get("/" + hash + "/sound?from=40000&frames=1000");
        assertThat(sound.body()).isEqualTo(Arrays.copyOfRange(file, 44 + 160_000, 44 + 164_000));
        assertThat(sound.headers().firstValue("Cache-Control")).get().asString().contains("immutable");
        byte[] peaks = get("/" + hash + "/peaks?level=3&points=100").body();
        assertThat(peaks).hasSize(2 * 14);
        assertThat(peaks[0]).isBetween((byte) -65, (byte) -63);
        assertThat(peaks[1]).isBetween((byte) 63, (byte) 64);
        assertThat(get("/" + hash + "/peaks?level=0&points=2").body()).hasSize(4);
        MediaSound loaded = node.getBean(Media.class).load(MediaKey.of(hash));
        assertThat(loaded.isWhole()).isTrue();
        assertThat(loaded.at(0, 100)).isEqualTo((short) (file[44 + 400] & 0xFF | file[44 + 401] << 8));
        long before = kept();
        HttpResponse<byte[]> again = send("POST", "/uploads?song=" + song + "&hash=" + hash, new byte[0]);
        assertThat(again.statusCode()).as("it is kept once").isEqualTo(200);
        assertThat(upload(file).statusCode()).isEqualTo(200);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    @DisplayName("24 bits become 16 with the same dither each time")
    void dither() throws Exception {
        byte[] file = Wav.of(48_000, 1, 24, 48_000, frame -> 0.00002 * Math.sin(2 * Math.PI * 1000 * frame / 48_000));
        JsonNode medium = json(upload(file));
        byte[] sound = get("/" + medium.get("hash").asString() + "/sound?frames=48000").body();
        double correlation = 0;
        int distinct = 0;
        for (int frame = 0; frame < 48_000; frame++) {
            int sample = (short) (sound[2 * frame] & 0xFF | sound[2 * frame + 1] << 8);
            correlation += sample * Math.sin(2 * Math.PI * 1000 * frame / 48_000) * 2 / 48_000;
            distinct |= 1 << sample + 2;
        }
        assertThat(correlation).as("a tone below one step is still in it").isBetween(0.60, 0.71);
        assertThat(distinct).isEqualTo(0b11111);
        assertThat(get("/" + medium.get("hash").asString() + "/sound?frames=16").body())
                .as("fixed seed").containsExactly(Arrays.copyOf(sound, 32));
    }

    @Test
    @DisplayName("what is no sound, cut off, too long or not what was said is refused with a sentence, and nothing of it stays")
    void refused() throws Exception {
        upload(Wav.tone(8_000, 1, 1, 100));
        long before = kept();
        HttpResponse<byte[]> noSound = upload("Dear diary, today we played.".getBytes(StandardCharsets.UTF_8));
        assertThat(noSound.statusCode()).isEqualTo(422);
        assertThat(text(noSound)).contains("no sound file").endsWith(".");
        byte[] cut = Arrays.copyOf(Wav.tone(8_000, 1, 2, 100), 20_000);
        HttpResponse<byte[]> truncated = upload(cut);
        assertThat(truncated.statusCode()).isEqualTo(422);
        assertThat(text(truncated)).endsWith(".");
        HttpResponse<byte[]> long3 = upload(Wav.of(8_000, 1, 16, 3 * 3600 * 8_000, frame -> 0));
        assertThat(long3.statusCode()).isEqualTo(422);
        assertThat(text(long3)).isEqualTo("This sound lasts 3 hours; at most 30 minutes can be taken in: cut it first.");
        HttpResponse<byte[]> empty = send("POST", "/uploads/" + begin("", 10) + "/end", new byte[0]);
        assertThat(text(empty)).isEqualTo("The file is empty.");
        String id = begin("0".repeat(64), 100);
        send("PUT", "/uploads/" + id + "?at=0", new byte[100]);
        assertThat(text(send("POST", "/uploads/" + id + "/end", new byte[0]))).startsWith("The file was damaged on its way");
        HttpResponse<byte[]> large = send("POST", "/uploads?song=" + song + "&size=" + (600L << 20), new byte[0]);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(text(large)).contains("600 MB");
        String gone = begin("", 1000);
        send("PUT", "/uploads/" + gone + "?at=0", new byte[500]);
        assertThat(send("DELETE", "/uploads/" + gone, new byte[0]).statusCode()).isEqualTo(204);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    @DisplayName("only who can open a song can send to it or hear what it plays")
    void access() throws Exception {
        byte[] file = Wav.tone(8_000, 1, 1, 200);
        upload(file);
        assertThat(send("GET", "/" + hash(file) + "/about?song=nothing", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/" + hash(file) + "/sound?frames=1&song=nothing", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(send("POST", "/uploads?song=nothing", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(send("POST", "/uploads?song=" + song, new byte[0], "no=body").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("a file that is no sound is kept where that was asked for, and becomes sound when somebody wants to play it")
    void otherFiles() throws Exception {
        String id = begin("", -1);
        send("PUT", "/uploads/" + id + "?at=0", "sfbk".getBytes(StandardCharsets.UTF_8));
        JsonNode medium = json(send("POST", "/uploads/" + id + "/end?sound=false", new byte[0]));
        assertThat(medium.get("rate").asInt()).isZero();
        assertThat(get("/" + medium.get("hash").asString()).body()).isEqualTo("sfbk".getBytes(StandardCharsets.UTF_8));
        assertThat(get("/" + medium.get("hash").asString() + "/sound?frames=10").statusCode()).isEqualTo(404);
        byte[] other = "RIFF....sfbk".getBytes(StandardCharsets.UTF_8);
        Medium kept = node.getBean(Media.class).keep(new Id(1, 1), "", hash(other), new java.io.ByteArrayInputStream(other));
        assertThat(kept.isSound()).as("as it comes with a .tutti file").isFalse();
    }

    @Test
    @DisplayName("whoever says twice at once that all bytes are here gets the same sound twice, whole")
    void saidTwice() throws Exception {
        byte[] file = Wav.tone(48_000, 2, 20, 330);
        String hash = hash(file);
        String id = begin(hash, file.length);
        send("PUT", "/uploads/" + id + "?at=0", file);
        List<CompletableFuture<HttpResponse<byte[]>>> ends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ends.add(CLIENT.sendAsync(HttpRequest.newBuilder(URI.create(address + "/uploads/" + id + "/end?hash=" + hash)).header("Cookie", COOKIE)
                    .POST(BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray()));
        }
        int whole = 0;
        for (CompletableFuture<HttpResponse<byte[]>> end : ends) {
            HttpResponse<byte[]> answer = end.get(60, TimeUnit.SECONDS);
            // one that came when all was over hears that there is nothing to end
            assertThat(answer.statusCode()).as(text(answer)).isIn(200, 410);
            whole += answer.statusCode() == 200 ? 1 : 0;
        }
        assertThat(whole).isPositive();
        assertThat(get("/" + hash).body()).isEqualTo(file);
        for (int from = 0; from < 960_000; from += 96_000) {
            assertThat(get("/" + hash + "/sound?from=" + from + "&frames=1000").body())
                    .as("frame %d", from).isEqualTo(Arrays.copyOfRange(file, 44 + 4 * from, 44 + 4 * from + 4000));
        }
    }

    @Test
    @DisplayName("bytes that come for a file which was called off meanwhile leave nothing behind")
    void calledOff() throws Exception {
        upload(Wav.tone(8_000, 1, 1, 300));
        long before = kept();
        Media media = node.getBean(Media.class);
        Id person = new Id(4, 4);
        Upload upload = media.begin(person, "a.wav", "", -1);
        byte[] some = new byte[100_000];
        media.write(upload, 0, new ByteArrayInputStream(some));
        media.drop(upload);
        assertThatThrownBy(() -> media.write(upload, 0, new ByteArrayInputStream(some))).isInstanceOf(UploadOver.class);
        assertThatThrownBy(() -> media.finish(person, upload, "", true)).isInstanceOf(UploadOver.class);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    @DisplayName("a file taken in whole is kept as sound, a SoundFont or an archive of kits as it is, and one that breaks off not at all")
    void whole() throws Exception {
        Media media = node.getBean(Media.class);
        Id person = new Id(4, 5);
        byte[] font = new TinySoundFont().bytes();
        assertThat(media.keep(person, "a.sf2", hash(font), new ByteArrayInputStream(font)).isSound()).isFalse();
        byte[] kit = new KitArchive().with("kit.sfz", "<region> sample=a.wav").with("a.wav", Wav.tone(8_000, 1, 1, 50)).bytes();
        assertThat(media.keep(person, "a.zip", "", new ByteArrayInputStream(kit)).isSound()).isFalse();
        assertThat(node.getBean(Instruments.class).own(hash(font)).entries()).isNotEmpty();
        byte[] tone = Wav.tone(8_000, 1, 1, 51);
        assertThat(media.keep(person, "bad\u0000name.wav", hash(tone), new ByteArrayInputStream(tone))).matches(Medium::isSound)
                .extracting(Medium::name).isEqualTo("bad name.wav");
        long before = kept();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(Wav.tone(8_000, 1, 60, 52)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the sender is gone");
            }
        });
        assertThatThrownBy(() -> media.keep(person, "a.wav", "", broken)).hasMessage("the sender is gone");
        assertThat(kept()).isEqualTo(before);
        assertThat(node.getBean(JdbcClient.class).sql("select count(*) from media_upload where maker = ?").param(new UUID(4, 5))
                .query(Integer.class).single()).isZero();
    }

    @Test
    @DisplayName("what would take the room that edits need on the disk is not written")
    void spared() {
        FolderVault vault = new FolderVault(data.resolve("spared"), Long.MAX_VALUE);
        assertThatThrownBy(() -> vault.write("file/abc", 0, new byte[10], 10)).isInstanceOf(IOException.class).hasMessageContaining("No space left");
        assertThat(data.resolve("spared/file/ab/abc")).doesNotExist();
    }

    @Test
    @DisplayName("the database keeps bytes in rows as the folder does in files")
    void rows() {
        TableVault vault = new TableVault(node.getBean(JdbcClient.class));
        byte[] bytes = new byte[700_000];
        new java.util.Random(1).nextBytes(bytes);
        vault.write("coming/a", 0, bytes, 300_000);
        vault.write("coming/a", 250_000, Arrays.copyOfRange(bytes, 250_000, 700_000), 450_000);
        assertThat(vault.size("coming/a")).isEqualTo(700_000);
        vault.move("coming/a", "file/b");
        assertThat(vault.read("file/b", 0, 1_000_000)).isEqualTo(bytes);
        assertThat(vault.read("file/b", 262_000, 500)).isEqualTo(Arrays.copyOfRange(bytes, 262_000, 262_500));
        vault.write("coming/c", 0, bytes, 10);
        vault.move("coming/c", "file/b");
        assertThat(vault.size("file/b")).as("what is there is the same, and stays").isEqualTo(700_000);
        assertThat(vault.size("coming/c")).isZero();
        vault.delete("file/b");
        assertThat(vault.size("file/b")).isZero();
    }
}
