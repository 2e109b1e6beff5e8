package studio.tutti.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.tutti.account.Secret;
import studio.tutti.core.arrangement.Id;

/** Tells whose browser sent a request. */
public final class Visitor {

    /** The cookie that holds the browser's secret; pages' scripts can't read it. */
    static final String COOKIE = "tutti-person";

    private Visitor() {
    }

    /** The person behind a request, if its browser has a secret; every page gives it one. */
    public static Optional<Id> of(HttpServletRequest request) {
        return secret(request).map(Secret::person);
    }

    static Optional<Secret> secret(HttpServletRequest request) {
        if (request.getAttribute(COOKIE) instanceof Secret given) {
            return Optional.of(given);
        }
        return cookies(request.getCookies())
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(cookie -> Secret.parse(cookie.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Cookie> cookies(Cookie @Nullable [] cookies) {
        return cookies == null ? Stream.empty() : Arrays.stream(cookies);
    }
}
