package studio.tutti.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Another device: a Chromium with a home of its own, which trusts the studio's authority as a person would make it. */
final class TrustingDevice implements AutoCloseable {

    private final Path home;
    private final Playwright playwright;
    private final Browser browser;

    /** @param root the authority's certificate, or null for a device that trusts nobody new */
    TrustingDevice(@Nullable Path root) throws Exception {
        home = Files.createTempDirectory("tutti-device");
        Path database = Files.createDirectories(home.resolve(".pki/nssdb"));
        run("certutil", "-N", "--empty-password", "-d", "sql:" + database);
        if (root != null) {
            run("certutil", "-A", "-n", "Tutti", "-t", "C,,", "-i", root.toString(), "-d", "sql:" + database);
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("HOME", home.toString());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(InBrowsers.executable()).setArgs(InBrowsers.FLAGS).setEnv(environment));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() throws IOException {
        playwright.close();
        FileSystemUtils.deleteRecursively(home);
    }

    private static void run(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + ": " + said);
            }
        } catch (IOException missing) {
            throw new IllegalStateException(command[0] + " not found: install it (Debian: apt-get install libnss3-tools)", missing);
        }
    }
}
