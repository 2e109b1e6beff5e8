package studio.tutti.web;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;

/** The first page: the songs that this browser made or opened. */
@Route("")
@PageTitle("Tutti")
@NpmPackage(value = "@fontsource-variable/source-sans-3", version = "5.3.1")
@CssImport("@fontsource-variable/source-sans-3/index.css")
@CssImport("./theme/tokens.css")
@CssImport("./theme/studio.css")
public class StartView extends Main {

    public StartView() {
        add(new H1("Tutti"));
    }
}
