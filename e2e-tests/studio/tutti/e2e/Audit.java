package studio.tutti.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What axe finds, view by view, that is serious or worse; with {@code TUTTI_SHOTS} set to a folder also a picture of each. */
final class Audit {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final List<String> findings = new ArrayList<>();

    /** Looks at what the page shows now. */
    void of(Page page, String view) {
        of(page, view, new AxeBuilder(page));
    }

    /** Looks at a view again, in other words: its colours, which take axe longest, were looked at before. */
    void again(Page page, String view) {
        of(page, view, new AxeBuilder(page).disableRules(List.of("color-contrast")));
    }

    private void of(Page page, String view, AxeBuilder axe) {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        for (Rule rule : axe.analyze().getViolations()) {
            if (!GRAVE.contains(rule.getImpact())) {
                continue;
            }
            for (CheckedNode node : rule.getNodes()) {
                // the tabs of Vaadin's tab sheet lie in slots of its shadow root, where axe does not look for them
                if (!node.getHtml().startsWith("<vaadin-tabs")) {
                    findings.add("%s: %s (%s) %s".formatted(view, rule.getId(), rule.getImpact(), node.getHtml()));
                }
            }
        }
        String shots = System.getenv("TUTTI_SHOTS");
        if (shots != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(shots, view.replace(' ', '-') + ".png")));
        }
    }

    /** All of it so far. */
    List<String> findings() {
        return findings;
    }
}
