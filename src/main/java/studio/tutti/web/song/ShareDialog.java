package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Rooms;
import studio.tutti.collaboration.Song;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.JobRefused;
import studio.tutti.jobs.Jobs;
import studio.tutti.share.SharedSong;
import studio.tutti.web.look.Ago;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Glyph;
import studio.tutti.web.look.Notices;
import studio.tutti.web.trust.Address;

/** The links by which others listen to the song: made, copied, renewed and revoked. */
final class ShareDialog extends Dialog {

    private final OpenSong song;
    private final String studio;
    private final UnorderedList list = new UnorderedList();
    private final AtomicBoolean coming = new AtomicBoolean();
    private Jobs.@Nullable Watch watch;
    private Rooms.@Nullable Watch edits;

    ShareDialog(OpenSong song, Address address) {
        this.song = song;
        studio = address.forOthers().orElseGet(address::here);
        addClassNames("invite", "share");
        setHeaderTitle(t("Share for listening"));
        add(new Paragraph(t("Whoever has such a link hears the song as it was when you made it, can comment and download it, and can change nothing.")), list);
        getFooter().add(Buttons.plain(t("Close"), this::close), Buttons.first(t("Make a link"), this::make));
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI page = event.getUI();
        watch = song.watchJobs(() -> tell(page));
        edits = song.watch(new Rooms.Watcher() {
            @Override
            public void changed(Song now) {
                tell(page);
            }
        });
    }

    /** Edits come thick and fast; one look at the links is enough for all that came until then. */
    private void tell(UI page) {
        if (coming.compareAndSet(false, true)) {
            try {
                page.access(this::refresh);
            } catch (UIDetachedException left) {
                coming.set(false);
            }
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (edits != null) {
            edits.close();
            edits = null;
        }
        super.onDetach(event);
    }

    private static boolean isComing(SharedSong shared) {
        return !shared.isReady() || shared.revision() < shared.wanted();
    }

    /** The work that was to make a link's sound, if it ended without. */
    private Optional<Job> failed(SharedSong shared) {
        return isComing(shared) && shared.job() != null
                ? song.job(shared.job()).filter(job -> job.state() == Job.State.FAILED || job.state() == Job.State.CANCELLED) : Optional.empty();
    }

    private void make() {
        act(() -> song.share());
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (JobRefused | NoSuchSong refused) {
            Notices.refused(told(refused.getMessage()));
        }
        refresh();
    }

    private void refresh() {
        coming.set(false);
        list.removeAll();
        List<SharedSong> all = song.shares();
        long head = song.head();
        all.forEach(shared -> list.add(row(shared, head)));
        if (all.isEmpty()) {
            Paragraph empty = new Paragraph(t("There is no link yet."));
            empty.addClassName("panel-empty");
            list.add(new ListItem(empty));
        }
    }

    private ListItem row(SharedSong shared, long head) {
        String url = studio + "/listen/" + shared.token();
        Anchor link = new Anchor(url, url.replaceFirst("^https?://", ""));
        link.setTarget("_blank");
        link.getElement().setAttribute("router-ignore", true);
        link.addClassName("share-link");
        Span facts = new Span(t("by {0}", song.person(shared.maker()).name()) + " · " + Ago.of(shared.made(), Instant.now()) + " · " + state(shared, head));
        facts.addClassName("version-facts");
        Button copy = Buttons.icon(Glyph.COPY, t("Copy link"), () -> { });
        copy.getElement().executeJs("""
                this.addEventListener('click', async () => {
                  try {
                    await navigator.clipboard.writeText($0);
                  } catch {
                    getSelection().selectAllChildren(this.parentElement.querySelector('a'));
                  }
                });""", url);
        ListItem row = new ListItem(new Div(link, facts), copy);
        Optional<Job> failed = failed(shared);
        if (shared.wanted() < head || failed.isPresent()) {
            Button renew = Buttons.plain(t("Renew"), () -> act(() -> song.renew(shared)));
            renew.setTooltipText(t("Lets this link play the song as it is now"));
            row.add(renew);
        }
        row.add(Buttons.plain(t("Revoke"), () -> act(() -> song.revoke(shared))));
        row.addClassName("version");
        return row;
    }

    private String state(SharedSong shared, long head) {
        Optional<Job> failed = failed(shared);
        if (failed.isPresent()) {
            return failed.get().state() == Job.State.CANCELLED ? t("cancelled") : t("failed: {0}", told(failed.get().error()));
        }
        if (isComing(shared)) {
            return t("its sound is being made");
        }
        return shared.revision() < head ? t("a newer version exists") : t("plays the song as it is now");
    }
}
