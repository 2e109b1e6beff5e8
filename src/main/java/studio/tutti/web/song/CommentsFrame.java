package studio.tutti.web.song;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** The element {@code <tutti-comments>} of the studio: it reads the page's own copy of the song, so it works without the server. */
@Tag("tutti-comments")
final class CommentsFrame extends Component {}
