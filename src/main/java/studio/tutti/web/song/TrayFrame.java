package studio.tutti.web.song;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** The element {@code <tutti-tray>} of the studio: what the band and its assistants propose. It reads the page's own copy, so it works without the server. */
@Tag("tutti-tray")
final class TrayFrame extends Component {}
