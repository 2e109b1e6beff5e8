package studio.tutti.web.trust;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends other devices from plain HTTP to the trust page, which leads on to HTTPS, and tells browsers to isolate the
 * studio's pages: a song's link is its key and must not leak in a referrer, and shared memory needs isolation.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecureOrigins extends OncePerRequestFilter {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    private final HttpsSettings settings;
    private final Https https;

    SecureOrigins(HttpsSettings settings, Https https) {
        this.settings = settings;
        this.https = https;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
        if (isSecure(request) || isOpenToAll(request.getRequestURI())) {
            rest.doFilter(request, response);
        } else {
            String query = request.getQueryString();
            String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
            response.sendRedirect("/trust?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        }
    }

    private boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || settings.behindProxy() || !https.isOn() || THIS_MACHINE.contains(request.getServerName());
    }

    private static boolean isOpenToAll(String path) {
        return path.equals("/trust") || path.startsWith("/trust/") || path.equals("/icon.svg") || path.startsWith("/actuator/health");
    }
}
