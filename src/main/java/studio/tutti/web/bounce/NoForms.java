package studio.tutti.web.bounce;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a sound for an audio tool that comes as a form, which is what curl calls a body by itself. It comes before all else, since whoever asks for a
 * parameter of such a request reads the sound as the fields of a form.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoForms extends OncePerRequestFilter {

    private static final Pattern TOOL = Pattern.compile(".*/api/songs/[^/]+/tools/[^/]+/?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws ServletException, IOException {
        if (isForm(request.getContentType()) && TOOL.matcher(request.getRequestURI()).matches()) {
            response.setStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getWriter().write("Send the sound as it is, not as a form: give the header Content-Type: application/octet-stream.");
        } else {
            rest.doFilter(request, response);
        }
    }

    private static boolean isForm(@Nullable String type) {
        return type != null && (type.regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE.length())
                || type.regionMatches(true, 0, "multipart/", 0, "multipart/".length()));
    }
}
