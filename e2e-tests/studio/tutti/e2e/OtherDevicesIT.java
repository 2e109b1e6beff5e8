package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.web.trust.Address;

/** From this machine's address on the network, as another device would come. */
@DisplayName("Another device")
class OtherDevicesIT {

    private static RunningStudio studio;
    private static Address address;

    @BeforeAll
    static void start() {
        studio = RunningStudio.start();
        address = studio.bean(Address.class);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    @DisplayName("is given an HTTPS address, never this machine's own name for itself")
    void addressIsForOthers() {
        assertThat(address.forOthers()).get().asString().startsWith("https://").doesNotContain("localhost", "127.0.0.1");
    }

    @Test
    @DisplayName("that trusts the studio opens it as a secure page, isolated, with sound and a microphone")
    void secureContext() throws Exception {
        try (TrustingDevice device = new TrustingDevice(root())) {
            Page page = device.browser().newPage();
            page.navigate(address.forOthers().orElseThrow());

            assertThat(page.locator("h1")).hasText("Tutti");
            assertThat(page.evaluate("isSecureContext && crossOriginIsolated")).isEqualTo(true);
            assertThat(page.evaluate("typeof AudioWorkletNode + typeof navigator.requestMIDIAccess")).isEqualTo("functionfunction");
            assertThat(page.evaluate("""
                    async () => {
                      const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
                      return microphone.getAudioTracks()[0].readyState;
                    }""")).isEqualTo("live");
        }
    }

    @Test
    @DisplayName("that comes by plain HTTP learns how to trust the studio, and goes on to the song by itself once it does")
    void trustPageLeadsOn() throws Exception {
        String plain = address.trustPage().orElseThrow().replace("/trust", "/?from=friend");
        try (TrustingDevice stranger = new TrustingDevice(null)) {
            Page page = stranger.browser().newPage();
            page.navigate(plain);

            assertThat(page.locator("h1")).hasText("Let this device trust the studio, once");
            assertThat(page.locator("#studio")).hasAttribute("href", address.forOthers().orElseThrow() + "/?from=friend");
            assertThat(page.locator("details[open] summary")).containsText("Linux");
        }
        try (TrustingDevice friend = new TrustingDevice(root())) {
            Page page = friend.browser().newPage();
            page.navigate(plain);

            page.waitForURL(address.forOthers().orElseThrow() + "/?from=friend");
            assertThat(page.locator("h1")).hasText("Tutti");
        }
    }

    @Test
    @DisplayName("checks the certificate's addresses like any other, and refuses a studio that it doesn't trust")
    void certificateHolds() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.forOthers().orElseThrow() + "/trust/reached")).build();
        try (HttpClient trusting = HttpClient.newBuilder().sslContext(trusting(root())).build();
                HttpClient stranger = HttpClient.newHttpClient()) {
            assertThat(trusting.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
            assertThatThrownBy(() -> stranger.send(request, BodyHandlers.discarding())).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    @DisplayName("gets the authority's certificate from the trust page, and not its key")
    void rootIsServed() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var root = client.send(HttpRequest.newBuilder(URI.create(address.trustPage().orElseThrow() + "/tutti.crt")).build(),
                    BodyHandlers.ofInputStream());
            assertThat(root.headers().firstValue("Content-Type")).hasValue("application/x-x509-ca-cert");
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(root.body()))
                    .isEqualTo(certificate(root()));
            assertThat(client.send(HttpRequest.newBuilder(URI.create(studio.url() + "/trust/root.key")).build(),
                    BodyHandlers.ofString()).body()).doesNotContain("PRIVATE KEY");
        }
    }

    private static Path root() {
        return studio.data().resolve("trust/root.crt");
    }

    private static Certificate certificate(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static SSLContext trusting(Path root) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("tutti", certificate(root));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
