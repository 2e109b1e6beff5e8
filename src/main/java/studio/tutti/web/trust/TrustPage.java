package studio.tutti.web.trust;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import studio.tutti.web.words.Language;
import studio.tutti.web.words.Words;

/** Where a device learns, once, to trust the studio. Plain HTML, so that any device reads it. */
@RestController
class TrustPage {

    /** A sentence of the page, to be said in the reader's language. */
    private static final Pattern SENTENCE = Pattern.compile("\\[\\[(.+?)]]", Pattern.DOTALL);

    private final Https https;

    TrustPage(Https https) {
        this.https = https;
    }

    /**
     * @param to the page that the device wanted, a path on this studio
     */
    @GetMapping(path = "/trust", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(HttpServletRequest request, @RequestParam(defaultValue = "/") String to)
            throws IOException, GeneralSecurityException {
        if (https.authority().isEmpty() || !https.isOn()) {
            return ResponseEntity.notFound().build();
        }
        boolean pathOfOurs = to.startsWith("/") && !to.startsWith("//") && !to.contains("\\");
        String studio = "https://" + request.getServerName() + ":" + https.port();
        Language language = Language.of(request.getCookies(), request.getLocales());
        String english = new ClassPathResource("trust/trust.html").getContentAsString(StandardCharsets.UTF_8);
        String page = SENTENCE.matcher(english)
                .replaceAll(found -> Matcher.quoteReplacement(Words.in(language, found.group(1).replaceAll("\\s+", " "))))
                .replace("{{lang}}", language.locale().toLanguageTag())
                .replace("{{studio}}", HtmlUtils.htmlEscape(studio))
                .replace("{{to}}", HtmlUtils.htmlEscape(pathOfOurs ? to : "/"))
                .replace("{{host}}", HtmlUtils.htmlEscape(https.machine().host()))
                .replace("{{fingerprint}}", https.authority().get().fingerprint());
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(page);
    }

    @GetMapping("/trust/tutti.crt")
    ResponseEntity<byte[]> root() throws GeneralSecurityException {
        if (https.authority().isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-x509-ca-cert"))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("tutti.crt").build().toString())
                .body(https.authority().get().rootFile());
    }

    /** Answers any page that reaches it: over HTTPS that means that the device trusts the studio. */
    @GetMapping("/trust/reached")
    ResponseEntity<Void> reached() {
        return ResponseEntity.noContent()
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
