package studio.tutti.web.trust;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where others find the studio. Never a name that means something else on their device, such as localhost. */
@Component
public class Address {

    private final Https https;
    private final HttpsSettings settings;
    private volatile int port;

    Address(Https https, HttpsSettings settings) {
        this.https = https;
        this.settings = settings;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /** The studio for a browser on this machine, without a slash at the end. */
    public String here() {
        return "http://localhost:" + port;
    }

    /**
     * The studio for other devices, over HTTPS, without a slash at the end; empty while this machine is on no network
     * that others could reach it by.
     */
    public Optional<String> forOthers() {
        if (settings.publicUrl() != null) {
            return Optional.of(withoutSlash(settings.publicUrl()));
        }
        if (!https.isOn()) {
            return Optional.empty();
        }
        return host().map(host -> "https://" + host + (https.port() == 443 ? "" : ":" + https.port()));
    }

    /** Where a device learns to trust the studio, if the studio is its own authority. */
    public Optional<String> trustPage() {
        return https.authority().isPresent() && !settings.behindProxy() && https.isOn()
                ? host().map(host -> "http://" + host + ":" + port + "/trust")
                : Optional.empty();
    }

    /** The SHA-256 of the authority's root, as devices show it, if the studio is its own authority. */
    public Optional<String> fingerprint() {
        return https.authority().map(authority -> {
            try {
                return authority.fingerprint();
            } catch (GeneralSecurityException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
    }

    private Optional<String> host() {
        Optional<String> address = https.machine().addresses().stream().map(ThisMachine::inLink).findFirst();
        try {
            return https.authority().isPresent() ? address : Optional.of(https.identity().firstName(address.orElse("")))
                    .filter(name -> !name.isEmpty());
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceFirst("/+$", "");
    }
}
