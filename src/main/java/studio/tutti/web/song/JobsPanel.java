package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;
import static studio.tutti.web.words.Words.told;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.proposal.Card;
import studio.tutti.exchange.BounceOrder;
import studio.tutti.exchange.Bounced;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.Jobs;
import studio.tutti.proposal.Proposals;
import studio.tutti.web.look.Ago;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Glyph;
import studio.tutti.web.look.Notices;

/** What is being done for this song, where and how far; what was done, to be taken home. */
final class JobsPanel extends Div {

    private static final int SHOWN = 30;
    /** One's own jobs that were done while one was away are told of for so long. */
    private static final Duration NEWS = Duration.ofHours(1);

    private final OpenSong song;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph elsewhere = new Paragraph();
    private final Map<UUID, Row> rows = new HashMap<>();
    private final AtomicBoolean coming = new AtomicBoolean();
    private Jobs.@Nullable Watch watch;

    JobsPanel(OpenSong song) {
        this.song = song;
        addClassNames("history", "jobs");
        elsewhere.addClassName("panel-empty");
        add(list, elsewhere);
    }

    /** Follows the song's jobs, looked at or not: whoever asked for one is told when it is done. */
    void begin(UI page) {
        end();
        watch = song.watchJobs(() -> {
            if (coming.compareAndSet(false, true)) {
                try {
                    page.access(this::refresh);
                } catch (UIDetachedException left) {
                    coming.set(false);
                }
            }
        });
        refresh();
    }

    void end() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void refresh() {
        coming.set(false);
        List<Job> jobs = song.jobs(SHOWN);
        List<Row> now = jobs.stream().map(this::row).toList();
        rows.keySet().retainAll(jobs.stream().map(Job::id).toList());
        if (jobs.isEmpty()) {
            Paragraph empty = new Paragraph(t("Nothing is being worked on. What you export as sound is made here, while you go on."));
            empty.addClassName("panel-empty");
            list.removeAll();
            list.add(new ListItem(empty));
        } else if (!list.getChildren().toList().equals(now)) {
            list.removeAll();
            now.forEach(list::add);
        }
        long others = song.jobsOfOthers();
        elsewhere.setVisible(others > 0);
        elsewhere.setText(others == 1 ? t("One job of another song runs or waits.") : t("{0} jobs of other songs run or wait.", others));
        jobs.forEach(this::tell);
    }

    /** The row of a job: the same as long as its state is, so that a hand on its button or the focus isn't thrown off by news. */
    private Row row(Job job) {
        Row row = rows.get(job.id());
        if (row == null || row.state != job.state()) {
            row = new Row(job);
            rows.put(job.id(), row);
        }
        row.show(job);
        return row;
    }

    private final class Row extends ListItem {
        private final Job.State state;
        private final Span facts = new Span();
        private final ProgressBar bar = new ProgressBar(0, 1);

        Row(Job job) {
            state = job.state();
            Span title = new Span(what(job));
            title.addClassName("version-name");
            facts.addClassName("version-facts");
            Div words = new Div(title, facts);
            if (state == Job.State.RUNNING) {
                bar.getElement().setAttribute("aria-label", title.getText());
                words.add(bar);
            }
            add(words);
            Component action = action(job, title.getText());
            if (action != null) {
                add(action);
            }
            addClassName("version");
            getElement().setAttribute("data-state", state.name());
        }

        void show(Job job) {
            facts.setText(facts(job));
            bar.setValue(job.share());
        }
    }

    private @Nullable Component action(Job job, String title) {
        if (!job.state().isOver()) {
            if (job.kind().equals(Proposals.LIVE_JOB) && job.state() == Job.State.RUNNING) {
                Button stop = Buttons.plain(t("Stop"), () -> song.stop(job.id()));
                stop.setAriaLabel(t("Stop: {0}", title));
                return stop;
            }
            Button cancel = Buttons.plain(t("Cancel"), () -> song.cancel(job.id()));
            cancel.setAriaLabel(t("Cancel: {0}", title));
            return cancel;
        }
        return song.bounced(job).map(made -> {
            Anchor link = new Anchor(file(job.id()), t("Download"));
            link.getElement().setAttribute("download", made.name());
            link.getElement().setAttribute("router-ignore", true);
            link.setAriaLabel(t("Download {0}", made.name()));
            link.addClassName("job-download");
            return (Component) link;
        }).orElse(null);
    }

    private String what(Job job) {
        return song.ordered(job).map(order -> contents(order) + ", " + BounceDialog.name(order.encoding()) + ", " + BounceDialog.kilohertz(order.rate()))
                .orElseGet(() -> job.kind().equals("share") ? t("A shared link's sound")
                        : job.kind().equals("in-place") ? t("A track, bounced in place")
                        : song.tool(job).isPresent() ? t("A file through {0}", song.tool(job).get().tool())
                        : song.proposed(job).map(JobsPanel::asked).orElse(job.kind().startsWith(Proposals.JOB) ? t("A proposal") : job.kind()));
    }

    private static String asked(Card card) {
        return t(card.name()) + " · " + card.tool();
    }

    private static String contents(BounceOrder order) {
        String what = !order.stems() ? t("Mix") : order.mix() ? t("Mix and stems") : t("Stems");
        return !order.isPart() ? what : order.firstBar() == order.lastBar() ? t("{0}, bar {1}", what, order.firstBar())
                : t("{0}, bars {1} to {2}", what, order.firstBar(), order.lastBar());
    }

    private String facts(Job job) {
        String who = song.person(job.person()).name();
        return who + " · " + switch (job.state()) {
            case WAITING -> t("waits for a worker");
            case RUNNING -> (job.attempt() > 1 ? t("begun again by another worker") + " · " : "") + (job.kind().equals(Proposals.LIVE_JOB) ? t("goes on until it is stopped")
                    : job.remaining(Instant.now()).map(JobsPanel::left).orElseGet(() -> t("has begun"))) + where(job);
            case DONE -> song.bounced(job).map(JobsPanel::size).orElse("") + Ago.of(ended(job));
            case FAILED -> t("failed: {0}", told(job.error()));
            case CANCELLED -> t("cancelled");
        };
    }

    private static String left(Duration left) {
        long seconds = Math.max(1, (left.toMillis() + 999) / 1000);
        return seconds < 90 ? t("about {0} s left", seconds) : t("about {0} min left", (seconds + 30) / 60);
    }

    private static String where(Job job) {
        String address = job.worker().replaceAll(" .*", "").replaceAll("[\\[\\]]", "");
        return address.isEmpty() ? "" : " · " + t("on {0}", address);
    }

    private static String size(Bounced made) {
        return String.format(java.util.Locale.ROOT, "%.1f MB · ", made.size() / 1e6);
    }

    private static Instant ended(Job job) {
        return job.ended() == null ? job.made() : job.ended();
    }

    /** Tells whoever asked, once in each session of their browser. */
    private void tell(Job job) {
        if (job.person().equals(song.me().id()) && ended(job).isAfter(Instant.now().minus(NEWS)) && toldOf().add(job.id())) {
            if (job.state() == Job.State.FAILED) {
                Notices.refused(t("{0} failed. {1}", what(job), told(job.error())));
            } else {
                song.bounced(job).ifPresentOrElse(
                        made -> Notices.tell(t("“{0}” is ready.", made.name()), t("Download"), () -> download(job.id())),
                        () -> toldOf().remove(job.id()));
            }
        }
    }

    private static void download(UUID job) {
        UI.getCurrent().getPage().executeJs("""
                const link = document.createElement('a');
                link.href = $0;
                link.download = '';
                link.setAttribute('router-ignore', '');
                document.body.append(link);
                link.click();
                link.remove();
                """, file(job));
    }

    private static String file(UUID job) {
        return "/api/jobs/" + job + "/file";
    }

    @SuppressWarnings("unchecked")
    private Set<UUID> toldOf() {
        var session = UI.getCurrent().getSession();
        Set<UUID> told = (Set<UUID>) session.getAttribute("tutti-jobs-told");
        if (told == null) {
            told = new HashSet<>();
            session.setAttribute("tutti-jobs-told", told);
        }
        return told;
    }
}
