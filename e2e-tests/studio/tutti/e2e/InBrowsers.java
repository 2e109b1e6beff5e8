package studio.tutti.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Base of tests in a real Chromium. Each {@link #person} is a fresh browser context: own cookies, own storage.
 * After a test no page may have reported an error in its console.
 */
public abstract class InBrowsers {

    static final List<String> FLAGS = List.of(
            "--no-sandbox", "--autoplay-policy=no-user-gesture-required",
            "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic");

    /** How long a page may take for anything, in milliseconds; a busy machine needs it, an idle one never does. */
    private static final double PATIENCE = 30_000;

    private static @Nullable Browser chromium;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void forget() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        complaints.clear();
    }

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        if (!complaints.isEmpty()) {
            throw new AssertionError("a page complained: " + String.join("; ", complaints));
        }
    }

    /** A new person's browser, at 1280×720. */
    protected BrowserContext person() {
        return person(1280, 720);
    }

    /** A new person's browser of the given size, in CSS pixels. */
    protected BrowserContext person(int width, int height) {
        BrowserContext context = chromium().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE);
        context.onPage(this::listen);
        contexts.add(context);
        return context;
    }

    /** A new person's tablet or phone of the given size, in CSS pixels. */
    protected BrowserContext touching(int width, int height) {
        BrowserContext context = chromium().newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height).setHasTouch(true).setIsMobile(true).setDeviceScaleFactor(2));
        context.setDefaultTimeout(PATIENCE);
        context.onPage(this::listen);
        contexts.add(context);
        return context;
    }

    /** A page of a new person at the given address. */
    protected Page open(String address) {
        Page page = person().newPage();
        page.navigate(address);
        return page;
    }

    /** Forgets what pages complained of so far, where a test provokes errors on purpose. */
    protected void pardon() {
        complaints.clear();
    }

    private void listen(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // a browser asks for /favicon.ico by itself on a bare page
            if (message.type().equals("error") && !message.location().contains("/favicon.ico")) {
                complaints.add(message.text() + " @ " + message.location());
            }
        });
    }

    /** The one Chromium of this test run; it ends with the JVM. */
    protected static synchronized Browser chromium() {
        if (chromium == null) {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable()).setArgs(FLAGS));
        }
        return chromium;
    }

    static Path executable() {
        String named = System.getenv("TUTTI_CHROMIUM");
        return Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium not found: install it or set TUTTI_CHROMIUM"));
    }
}
