package studio.tutti.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import studio.tutti.account.Secret;

/** Gives each browser its secret with the first page it loads. */
@Component
class VisitorCookie extends OncePerRequestFilter {

    /** The longest that browsers keep a cookie. */
    private static final Duration KEPT = Duration.ofDays(400);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (isPage(request)) {
            Secret secret = Visitor.secret(request).orElseGet(Secret::fresh);
            request.setAttribute(Visitor.COOKIE, secret);
            response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(Visitor.COOKIE, secret.text())
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .path("/")
                    .maxAge(KEPT)
                    .build()
                    .toString());
        }
        rest.doFilter(request, response);
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepts = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accepts != null && accepts.contains("text/html");
    }
}
