package studio.tutti.proposal.internal;

import java.time.Duration;
import java.util.List;
import studio.tutti.assistant.TakeSink;
import studio.tutti.core.proposal.Card;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;
import studio.tutti.core.protocol.TakeFormat;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.Task;

/** The takes of one job on their way to the tray. */
final class TakesOfJob implements TakeSink {

    /** How often is told how far it is, and what a take has so far. */
    private static final long TELL_MILLIS = 200;
    private static final long NANOS = 1_000_000;

    private final Task task;
    private final Proposal proposal;
    private final TakeStore takes;
    private final ProposalStore store;
    private final Telling telling;
    private List<String> heard = List.of();
    private Settings settings;
    private long toldProgress = System.nanoTime() - TELL_MILLIS * NANOS;
    private long toldPartial = toldProgress;

    TakesOfJob(Task task, Proposal proposal, TakeStore takes, ProposalStore store, Telling telling) {
        this.task = task;
        this.proposal = proposal;
        this.takes = takes;
        this.store = store;
        this.telling = telling;
        settings = proposal.card().settings();
    }

    @Override
    public void progress(double share) {
        task.progress(share);
        long now = System.nanoTime();
        if (now - toldProgress >= TELL_MILLIS * NANOS) {
            toldProgress = now;
            Job job = task.job();
            long remaining = task.remaining().map(Duration::toMillis).orElse(-1L);
            say(new Message.Working(proposal.id(), true, (int) Math.round(1000 * Math.clamp(share, 0, 1)), Math.min(remaining, Integer.MAX_VALUE),
                    job.worker().replaceAll(" .*|[\\[\\]]", ""), job.attempt()));
        }
    }

    @Override
    public boolean has(int number) {
        return takes.has(proposal.id(), number);
    }

    @Override
    public void partial(int number, Take soFar) {
        check(number);
        long now = System.nanoTime();
        if (now - toldPartial >= TELL_MILLIS * NANOS) {
            toldPartial = now;
            say(new Message.TakeTold(proposal.id(), number, true, TakeFormat.toBytes(soFar)));
        }
    }

    @Override
    public void take(int number, Take take) {
        check(number);
        byte[] content = TakeFormat.toBytes(take);
        TakeFormat.fromBytes(content); // one that pages can't read is no take
        if (takes.add(proposal.id(), number, take)) {
            store.touch(proposal.id());
            telling.changed(proposal.id());
            telling.tell(task.job().song(), Telling.audience(proposal), new Message.TakeTold(proposal.id(), number, false, content));
        }
    }

    private static void check(int number) {
        if (number < 1 || number > Card.MOST_TAKES) {
            throw new IllegalArgumentException("There is no take " + number + ".");
        }
    }

    private void say(Message.OfTray news) {
        task.say(MessageFormat.toBytes(news));
    }

    @Override
    public Settings settings() {
        List<String> now = task.heard();
        for (String each : now.subList(Math.min(heard.size(), now.size()), now.size())) {
            int sign = each.indexOf('=');
            settings = settings.with(each.substring(0, sign), each.substring(sign + 1));
        }
        heard = now;
        return settings;
    }

    @Override
    public boolean isStopped() {
        return task.isStopped();
    }
}
