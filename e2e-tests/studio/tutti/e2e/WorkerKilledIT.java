package studio.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import studio.tutti.TuttiApplication;
import studio.tutti.cli.bench.ServerProcess;
import studio.tutti.cli.bench.TemporaryPostgres;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;

/** A page on a node that does no work itself, with workers in processes of their own. */
@DisplayName("A worker that dies midway")
class WorkerKilledIT extends InBrowsers {

    /** A lease ends, another worker starts and begins again. */
    private static final double LONG = 240_000;

    @TempDir Path folder;

    @Test
    @DisplayName("is told of in the tray, another one begins again, and every take comes once")
    void takenOver() {
        try (TemporaryPostgres database = TemporaryPostgres.start()) {
            String join = "127.0.0.1:" + ServerProcess.freePort() + ",127.0.0.1:" + ServerProcess.freePort();
            try (RunningStudio studio = RunningStudio.start(Map.of("tutti.role", "web", "tutti.join", join, "spring.datasource.url", database.url(),
                    TestAssistants.SETTING, "true"))) {
                String link = studio.bean(Songs.class).create(new Id(7, 1), "A song", List.of()).link();
                StudioPage ada = StudioPage.open(person(), studio.url() + "/song/" + link, "Ada");
                ada.keys("p");
                ada.page().locator("tutti-suggest .to-more[data-offer='test-walker']").click();
                Locator slider = ada.page().locator("tutti-suggest tutti-slider");
                slider.press("Enter");
                slider.locator("input").fill("8000");
                slider.locator("input").press("Enter");
                ada.page().locator("tutti-suggest button[type=submit]").click();
                Locator proposal = ada.page().locator("tutti-proposal");
                Locator state = proposal.locator(".state");
                assertThat(state).hasText("Waits for a free worker. It begins by itself.");

                ServerProcess first = worker("first", join, database);
                try {
                    assertThat(proposal.locator(".take[data-take='1'] .accept")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
                    assertThat(state).containsText("% done");
                    ada.until("studio().workspace.tray.all[0].share > 0.5"); // midway in the second take
                } finally {
                    first.kill();
                }
                assertThat(state).containsText("Nothing was heard of its worker for a while.", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
                try (ServerProcess second = worker("second", join, database)) {
                    assertThat(state).containsText("Begun again by another worker", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
                    assertThat(proposal.locator(".take .accept")).hasCount(3, new LocatorAssertions.HasCountOptions().setTimeout(LONG));
                    assertThat(proposal.locator(".making")).hasCount(0);
                    ada.page().close();
                }
            }
        }
    }

    /** A node in a process of its own. */
    static final class Node {

        private Node() {}

        static void main(String[] settings) {
            new SpringApplication(TuttiApplication.class).run(settings);
        }
    }

    private ServerProcess worker(String name, String join, TemporaryPostgres database) {
        int port = ServerProcess.freePort();
        return ServerProcess.start(Node.class.getName(), List.of("--server.port=" + port, "--server.address=127.0.0.1", "--tutti.https.port=0",
                "--tutti.data=" + folder.resolve(name), "--tutti.role=worker", "--tutti.join=" + join, "--spring.datasource.url=" + database.url(),
                "--" + TestAssistants.SETTING + "=true"), port, folder.resolve(name + ".log"));
    }
}
