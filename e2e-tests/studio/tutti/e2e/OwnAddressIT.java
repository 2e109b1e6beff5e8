package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.web.trust.Address;

@DisplayName("A studio with an address of its own")
class OwnAddressIT extends InBrowsers {

    @Test
    @DisplayName("shows the certificate it was given, and needs no trust page")
    void givenCertificate(@TempDir Path folder) throws Exception {
        Path certificate = folder.resolve("studio.pem");
        Path key = folder.resolve("studio.key");
        Process openssl = new ProcessBuilder("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                        "-nodes", "-days", "2", "-subj", "/CN=studio.test", "-addext", "subjectAltName=DNS:studio.test,IP:127.0.0.1",
                        "-keyout", key.toString(), "-out", certificate.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(openssl.waitFor()).as(new String(openssl.getInputStream().readAllBytes())).isZero();

        try (RunningStudio studio = RunningStudio.start(Map.of(
                        "tutti.https.certificate", certificate, "tutti.https.certificate-key", key));
                HttpClient friend = HttpClient.newBuilder().sslContext(trusting(certificate)).build()) {
            Address address = studio.bean(Address.class);
            assertThat(address.forOthers()).get().asString().startsWith("https://studio.test:");
            assertThat(address.trustPage()).isEmpty();
            URI here = URI.create(address.forOthers().orElseThrow().replace("studio.test", "127.0.0.1") + "/trust/reached");
            HttpResponse<Void> answer = friend.send(HttpRequest.newBuilder(here).build(), BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.sslSession().orElseThrow().getPeerCertificates()[0]).isEqualTo(read(certificate));
        }
    }

    @Test
    @DisplayName("behind a proxy invites to the proxy's address")
    void behindProxy() {
        try (RunningStudio studio = RunningStudio.start(Map.of("tutti.https.public-url", "https://studio.example/"))) {
            Visit clara = Visit.of(person(), studio.url()).introduce("Clara");
            clara.press("New song");
            clara.page().waitForURL("**/song/*");
            String link = clara.page().url().replaceAll(".*/song/", "");
            clara.press("Invite");
            Page page = clara.page();
            PlaywrightAssertions.assertThat(page.getByLabel("Link to this song")).hasValue("https://studio.example/song/" + link);
            PlaywrightAssertions.assertThat(page.getByText("trust this studio")).hasCount(0);
            page.close();
        }
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("studio", read(certificate));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Certificate read(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
