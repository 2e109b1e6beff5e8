package studio.tutti.e2e;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.trial.Trial;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** One core, two places: what the server makes of 10,000 random edits, the page makes of them too. */
@DisplayName("The same 10,000 random edits")
class SameChecksumsIT extends InBrowsers {

    private static final int EDITS = 10_000;
    private static final int SEED_HIGH = 0x7A11;
    private static final int SEED_LOW = 0xC0DE;
    private static final long SEED = (long) SEED_HIGH << 32 | SEED_LOW;

    private static RunningStudio studio;

    @BeforeAll
    static void start() {
        studio = RunningStudio.shared();
    }

    @Test
    @DisplayName("end in the same checksum on the server, in the page's WebAssembly and in its JavaScript")
    void sameChecksum() {
        Page page = open(studio.url() + "/icon.svg");
        long begin = System.nanoTime();
        String expected = Long.toHexString(Trial.checksum(SEED, EDITS));
        long spent = (System.nanoTime() - begin) / 1_000_000;

        @SuppressWarnings("unchecked")
        Map<String, Object> wasm = (Map<String, Object>) page.evaluate("""
                async ([high, low, edits]) => {
                  const { load } = await import('/core/wasm-runtime.js');
                  const core = (await load('/core/page.wasm')).exports;
                  const begin = performance.now();
                  return { sum: core.trialChecksum(high, low, edits), spent: performance.now() - begin };
                }""", List.of(SEED_HIGH, SEED_LOW, EDITS));
        @SuppressWarnings("unchecked")
        Map<String, Object> script = (Map<String, Object>) page.evaluate("""
                async ([high, low, edits]) => {
                  const core = await import('/core/page.js');
                  const begin = performance.now();
                  return { sum: core.trialChecksum(high, low, edits), spent: performance.now() - begin };
                }""", List.of(SEED_HIGH, SEED_LOW, EDITS));

        System.out.println("10,000 random edits took " + spent + " ms in the JVM, " + Math.round(((Number) wasm.get("spent")).doubleValue())
                + " ms in WebAssembly, " + Math.round(((Number) script.get("spent")).doubleValue()) + " ms in JavaScript.");
        assertThat(wasm.get("sum")).isEqualTo(expected);
        assertThat(script.get("sum")).isEqualTo(expected);
    }
}
