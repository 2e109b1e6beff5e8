package studio.tutti.web.words;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells Vaadin which languages there are, gives each page its own, and writes it into the page for its scripts. */
@Component
class Languages implements I18NProvider, VaadinServiceInitListener {

    @Override
    public List<Locale> getProvidedLocales() {
        return Language.locales();
    }

    @Override
    public String getTranslation(String english, Locale locale, Object... values) {
        return Words.in(Language.of(locale), english, values);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            VaadinRequest request = VaadinRequest.getCurrent();
            if (request != null) {
                opened.getUI().setLocale(of(request).locale());
            }
        });
        event.addIndexHtmlRequestListener(page -> page.getDocument().getElementsByTag("html")
                .attr("lang", of(page.getVaadinRequest()).locale().toLanguageTag()));
    }

    private static Language of(VaadinRequest request) {
        return Language.of(request.getCookies(), request.getLocales());
    }
}
