package studio.tutti.web.look;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

import java.util.Map;

/** What every page of the studio shares: the dark ground, the type, the push of panels. */
@Push
@NpmPackage(value = "@fontsource-variable/source-sans-3", version = "5.3.1")
@CssImport("@fontsource-variable/source-sans-3/index.css")
@CssImport("./theme/tokens.css")
@CssImport("./theme/studio.css")
@CssImport("./theme/start.css")
@CssImport("./theme/panels.css")
@CssImport("./theme/print.css")
@JsModule("./shell/panels-return.ts")
@StyleSheet(Aura.STYLESHEET)
@Viewport("width=device-width, initial-scale=1")
public class StudioShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Tutti");
        settings.addLink("/icon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addMetaTag("color-scheme", "dark");
        settings.addMetaTag("theme-color", "#0e1116");
    }
}
