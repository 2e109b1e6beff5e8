package studio.tutti.web.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The second connector: HTTPS, on the addresses of this machine. When these change, as a laptop's do between rooms, the
 * certificate is made anew within half a minute; devices notice nothing, since they trust the root.
 */
@Component
class Https implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(Https.class);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    private final HttpsSettings settings;
    private final String compressible;
    private final Optional<Authority> authority;

    private ThisMachine machine;
    private Identity identity;
    private Optional<Connector> connector = Optional.empty();

    Https(HttpsSettings settings, @Value("${tutti.data}") Path data,
            @Value("${server.compression.mime-types}") String compressible) throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.compressible = compressible;
        this.machine = ThisMachine.now();
        if (settings.certificate() != null && settings.certificateKey() != null) {
            this.authority = Optional.empty();
            this.identity = Identity.given(settings.certificate(), settings.certificateKey());
        } else {
            Authority own = Authority.in(data.resolve("trust"), machine.host());
            this.authority = Optional.of(own);
            this.identity = Identity.of(machine, own);
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.port() < 0 || settings.behindProxy()) {
            return;
        }
        Connector https = new Connector("HTTP/1.1");
        https.setPort(settings.port());
        https.setScheme("https");
        https.setSecure(true);
        https.addUpgradeProtocol(new Http2Protocol());
        if (https.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setSSLEnabled(true);
            protocol.setCompression("on");
            protocol.setCompressibleMimeType(compressible);
            protocol.addSslHostConfig(host());
        }
        factory.addAdditionalConnectors(https);
        connector = Optional.of(https);
    }

    /** Whether devices reach this node by HTTPS of its own. */
    synchronized boolean isOn() {
        return connector.isPresent() && connector.get().getLocalPort() > 0;
    }

    int port() {
        return connector.orElseThrow().getLocalPort();
    }

    /** The studio's own authority, unless certificates were given. */
    Optional<Authority> authority() {
        return authority;
    }

    synchronized ThisMachine machine() {
        return machine;
    }

    synchronized Identity identity() {
        return identity;
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    synchronized void keepUp() throws GeneralSecurityException {
        ThisMachine now = ThisMachine.now();
        Instant ends = identity.chain().getFirst().getNotAfter().toInstant();
        if (authority.isPresent() && (!now.equals(machine) || Instant.now().isAfter(ends.minus(RENEWED_BEFORE)))) {
            identity = Identity.of(now, authority.get());
            if (connector.isPresent() && connector.get().getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                protocol.addSslHostConfig(host(), true);
            }
            LOG.info("The certificate now names {} and {}", now.host(), now.addresses());
        }
        machine = now;
    }

    private SSLHostConfig host() {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, Type.UNDEFINED);
        try {
            certificate.setCertificateKeystore(identity.asKeyStore());
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("the certificate can't be used: " + failure.getMessage(), failure);
        }
        certificate.setCertificateKeystorePassword("");
        host.addCertificate(certificate);
        return host;
    }
}
