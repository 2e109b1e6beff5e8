package studio.tutti.web.trust;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How other devices reach the studio.
 *
 * @param port of HTTPS; 0 takes a free one, −1 speaks none
 * @param certificate a PEM file to use instead of the studio's own authority
 * @param certificateKey the PEM file of its key
 * @param publicUrl the address that people use, if a proxy stands before the studio
 */
@ConfigurationProperties("tutti.https")
public record HttpsSettings(
        @DefaultValue("8443") int port,
        @Nullable Path certificate,
        @Nullable Path certificateKey,
        @Nullable URI publicUrl) {

    public HttpsSettings {
        if ((certificate == null) != (certificateKey == null)) {
            throw new IllegalArgumentException("--certificate and --certificate-key go together.");
        }
    }

    /** Whether a proxy ends HTTPS before the studio. */
    boolean behindProxy() {
        return publicUrl != null;
    }
}
