package studio.tutti.web.song;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import studio.tutti.collaboration.Rooms.Watcher;
import studio.tutti.collaboration.Song;
import studio.tutti.core.protocol.Message.Saying;
import studio.tutti.core.protocol.Message.Someone;

/** Brings what happens in a room to the panels of one page. Edits come thick and fast, so they are told once a second. */
final class Watching implements Watcher {

    private final UI page;
    private final Studio studio;
    private final AtomicReference<@Nullable Song> untold = new AtomicReference<>();

    Watching(UI page, Studio studio) {
        this.page = page;
        this.studio = studio;
    }

    @Override
    public void people(List<Someone> now) {
        tell(() -> studio.showPeople(now));
    }

    @Override
    public void said(Saying line) {
        tell(() -> studio.hear(line));
    }

    @Override
    public void changed(Song song) {
        if (untold.getAndSet(song) == null) {
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> {
                Song latest = untold.getAndSet(null);
                if (latest != null) {
                    tell(() -> studio.show(latest));
                }
            });
        }
    }

    @Override
    public void gone() {
        tell(Studio::sayGone);
    }

    private void tell(Command command) {
        try {
            page.access(command);
        } catch (UIDetachedException left) {
            // The page was closed while the news was on its way; its watch ends as well.
        }
    }
}
