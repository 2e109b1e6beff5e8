package studio.tutti.web.song;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Tells browsers with a song's page what it will ask for in a moment: the song's core and the sound engine, beside the scripts. */
@Component
class SongHints implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            String path = page.getVaadinRequest().getPathInfo();
            if (path != null && path.startsWith("/song/")) {
                Element head = page.getDocument().head();
                hint(head, "modulepreload", "core/wasm-runtime.js");
                hint(head, "preload", "core/page.wasm").attr("as", "fetch").attr("crossorigin", "");
                hint(head, "preload", "core/engine.wasm").attr("as", "fetch").attr("crossorigin", "");
            }
        });
    }

    private static Element hint(Element head, String kind, String address) {
        return head.appendElement("link").attr("rel", kind).attr("href", address);
    }
}
