package studio.tutti.cli.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import studio.tutti.audiofile.Encoding;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.protocol.Message;
import studio.tutti.exchange.Bounces;
import studio.tutti.exchange.DemoSong;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.Jobs;
import studio.tutti.proposal.Proposals;

/**
 * How near the remaining time comes that people are told: bounces and requests to Flow Machines of many sizes, one after the other, as a page asks
 * for them. What is told at the beginning, and at a quarter, the half and three quarters of the work, is held against how long it took from there.
 */
final class HonestTimes {

    private static final Id PERSON = new Id(7, 8);
    private static final long BAR = 3_840;
    private static final long A_MOMENT = 5;
    /** The first of a kind teach. */
    private static final int TAUGHT = 4;
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75};

    private final Jobs jobs;
    private final Songs songs;
    private final Bounces bounces;
    private final Proposals proposals;
    private long asked;

    HonestTimes(ConfigurableApplicationContext node) {
        jobs = node.getBean(Jobs.class);
        songs = node.getBean(Songs.class);
        bounces = node.getBean(Bounces.class);
        proposals = node.getBean(Proposals.class);
    }

    /** One telling: after how much of the work, and what it said of what was left. */
    private record Told(double share, long at, double remaining) {}

    void measure(int times, Figures figures) throws InterruptedException {
        String demo = songs.create(PERSON, DemoSong.NAME, DemoSong.operations()).link();
        String empty = songs.create(PERSON, "Empty", List.of()).link();
        List<double[]> ofBounces = new ArrayList<>();
        List<double[]> ofFlow = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int bars = 2 + 7 * i % 31;
            Job job = bounces.order(demo, PERSON, Encoding.WAV_24, 44_100, new int[] {1, bars}, true, false);
            double[] errors = watch(job.id(), () -> jobs.find(job.id()).orElseThrow().state().isOver());
            Id proposal = new Id(77, ++asked);
            proposals.ask(empty, new Proposal.Who(PERSON, "Bench", 0), new Message.AskFor(proposal, "flow-machines", 0, (4 + 11 * i % 61) * BAR, List.of(),
                    List.of(), List.of(), Settings.NONE, i + 1, 1 + i % 4, Id.NONE));
            double[] others = watch(new UUID(proposal.high(), proposal.low()),
                    () -> proposals.find(empty, PERSON, proposal).orElseThrow().state() != Proposal.State.UNDER_WAY);
            until(() -> jobs.underWay(1).isEmpty());
            if (i >= TAUGHT) {
                ofBounces.add(errors);
                ofFlow.add(others);
            }
        }
        tell(ofBounces, "bounce", figures);
        tell(ofFlow, "flow", figures);
    }

    /** Watches a job to its end: by how much what was told is off at each of the shares, as a part of what it took from there and in seconds; NaN for nothing told. */
    private double[] watch(UUID id, BooleanSupplier over) throws InterruptedException {
        List<Told> told = new ArrayList<>();
        until(() -> {
            Job job = jobs.find(id).orElseThrow();
            Optional<Duration> remaining = job.remaining(Instant.now());
            remaining.ifPresent(left -> told.add(new Told(job.share(), System.nanoTime(), left.toNanos())));
            return over.getAsBoolean();
        });
        long end = System.nanoTime();
        double[] errors = new double[2 * SHARES.length + 1];
        Arrays.fill(errors, Double.NaN);
        for (int i = 0; i < SHARES.length; i++) {
            double share = SHARES[i];
            int place = i;
            told.stream().filter(each -> each.share() >= share).findFirst()
                    .ifPresent(each -> {
                        double off = Math.abs(each.remaining() - (end - each.at()));
                        errors[place] = off / Math.max(1, end - each.at());
                        errors[SHARES.length + 1 + place] = off / 1e9;
                    });
        }
        errors[SHARES.length] = told.isEmpty() ? 0 : (end - told.getFirst().at()) / 1e9;
        return errors;
    }

    private static void tell(List<double[]> all, String name, Figures figures) {
        for (int i = 0; i < SHARES.length; i++) {
            int place = i;
            double[] known = all.stream().mapToDouble(each -> each[place]).filter(each -> !Double.isNaN(each)).sorted().toArray();
            String at = name + "_off_at_" + Math.round(100 * SHARES[i]) + "_percent";
            figures.add(at + "_told", known.length);
            if (known.length > 0) {
                double[] seconds = all.stream().mapToDouble(each -> each[SHARES.length + 1 + place]).filter(each -> !Double.isNaN(each)).sorted().toArray();
                figures.add(at + "_median", known[known.length / 2]).add(at + "_p90", known[(int) Math.ceil(0.9 * known.length) - 1])
                        .add(at + "_seconds_median", seconds[seconds.length / 2]).add(at + "_seconds_most", seconds[seconds.length - 1]);
            }
        }
        double[] seconds = all.stream().mapToDouble(each -> each[SHARES.length]).sorted().toArray();
        figures.add(name + "_seconds_least", seconds[0]).add(name + "_seconds_most", seconds[seconds.length - 1]);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(A_MOMENT);
        }
    }
}
