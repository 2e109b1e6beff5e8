package studio.tutti.e2e;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.browser.EngineMain;
import studio.tutti.browser.PageMain;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The studio opens")
class StudioOpensIT extends InBrowsers {

    private static RunningStudio studio;

    @BeforeAll
    static void start() {
        studio = RunningStudio.shared();
    }

    @Test
    @DisplayName("with its start page, on a dark ground")
    void startPage() {
        Page page = open(studio.url());

        assertThat(page.locator("h1")).hasText("Tutti");
        assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(14, 17, 22)");
    }

    @Test
    @DisplayName("and its core runs in the page, as WebAssembly and as JavaScript")
    void coreRuns() {
        Page page = open(studio.url());

        int thePage = PageMain.version();
        int theEngine = EngineMain.version();
        assertThat(page.evaluate("""
                async () => {
                  const { load } = await import('/core/wasm-runtime.js');
                  const answers = [];
                  for (const name of ['page', 'engine']) {
                    answers.push((await load(`/core/${name}.wasm`)).exports.version());
                    answers.push((await import(`/core/${name}.js`)).version());
                  }
                  return answers.join();
                }""")).isEqualTo(thePage + "," + thePage + "," + theEngine + "," + theEngine);
    }
}
