package studio.tutti.web.song;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** The element {@code <tutti-library>} of the studio: loops and sounds, heard and put into the song by the page itself. */
@Tag("tutti-library")
final class LibraryFrame extends Component {}
