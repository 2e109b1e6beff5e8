package studio.tutti.cli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.tutti.TuttiApplication;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.editing.Preview;
import studio.tutti.core.editing.TakeGestures.Manner;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.proposal.NotedLevel;
import studio.tutti.core.proposal.Proposal;
import studio.tutti.core.proposal.Settings;
import studio.tutti.core.proposal.Take;
import studio.tutti.core.protocol.Message;
import studio.tutti.exchange.Mixdown;
import studio.tutti.jobs.Jobs;
import studio.tutti.library.Instruments;
import studio.tutti.proposal.Proposals;

/**
 * {@code tutti bench takes}: how far the estimated loudness of takes of Flow Machines lies from the measured one, and how even takes are that were
 * made equally loud by either.
 */
@Command(name = "takes", description = "How near the loudness of takes is estimated, and how even they are made.", mixinStandardHelpOptions = true)
public final class TakesBenchmark implements Callable<Integer> {

    private static final Id PERSON = new Id(7, 9);
    private static final long BAR = 3_840;
    private static final int EACH = 4;
    private static final int RATE = 44_100;

    @Option(names = "--takes", defaultValue = "20", description = "How many (default: ${DEFAULT-VALUE}).")
    int takes;

    @Option(names = "--styles", split = ",", defaultValue = "standards,twenties,folk-songs,hymns-and-carols,stage-and-film",
            description = "The palettes that are asked in turn (default: ${DEFAULT-VALUE}).")
    List<String> styles = List.of();

    private final List<Double> apart = new ArrayList<>();
    private final List<Double> byNotes = new ArrayList<>();
    private final List<Double> bySound = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tutti-bench");
        SpringApplication application = new SpringApplication(TuttiApplication.class);
        application.setLogStartupInfo(false);
        MachineLoad load = new MachineLoad();
        try (ConfigurableApplicationContext node = application.run("--server.port=0", "--tutti.https.port=0", "--tutti.data=" + data,
                "--logging.level.root=ERROR")) {
            Proposals proposals = node.getBean(Proposals.class);
            String link = node.getBean(Songs.class).create(PERSON, "Takes", List.of()).link();
            for (int asked = 0; asked * EACH < takes; asked++) {
                Id id = new Id(78, asked + 1);
                proposals.ask(link, new Proposal.Who(PERSON, "Bench", 0), new Message.AskFor(id, "flow-machines", 0, 8 * BAR, List.of(), List.of(),
                        List.of(), new Settings(Map.of("style", styles.get(asked % styles.size()))), asked + 1, EACH, Id.NONE));
                while (!node.getBean(Jobs.class).underWay(1).isEmpty()) {
                    Thread.sleep(50);
                }
                List<Take> made = new ArrayList<>();
                for (int number = 1; number <= EACH; number++) {
                    proposals.take(link, PERSON, id, number).ifPresent(made::add);
                }
                compare(node.getBean(Songs.class).arrangement(link), node.getBean(Instruments.class), proposals.find(link, PERSON, id).orElseThrow(), made);
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        Figures figures = new Figures().add("takes", apart.size());
        tell("estimate_off_db", apart, figures);
        tell("uneven_by_notes_lu", byNotes, figures);
        tell("uneven_by_sound_lu", bySound, figures);
        System.out.println(figures.add("busy_processors", load.processors()));
        return 0;
    }

    /** The first take of a proposal is what the others are made equal to. */
    private void compare(Arrangement song, Instruments instruments, Proposal proposal, List<Take> made) throws Exception {
        TempoMap tempo = TimeMaps.tempo(song);
        double[] noted = new double[made.size()];
        double[] heard = new double[made.size()];
        for (int i = 0; i < made.size(); i++) {
            noted[i] = 10 * Math.log10(NotedLevel.of(made.get(i), 0, 8 * BAR, tempo));
            heard[i] = loudness(song, instruments, proposal, made.get(i), i + 1, 0);
        }
        for (int i = 1; i < made.size(); i++) {
            double above = heard[0] - noted[0] - heard[i] + noted[i];
            apart.add(Math.abs(above));
            byNotes.add(Math.abs(loudness(song, instruments, proposal, made.get(i), i + 1, factor(noted[i], noted[0], 0)) - heard[0]));
            bySound.add(Math.abs(loudness(song, instruments, proposal, made.get(i), i + 1, factor(noted[i], noted[0], above)) - heard[0]));
        }
    }

    private static double factor(double noted, double wanted, double more) {
        return NotedLevel.decibels(Math.pow(10, noted / 10), Math.pow(10, wanted / 10), more);
    }

    private static double loudness(Arrangement song, Instruments instruments, Proposal proposal, Take take, int number, double decibels) throws Exception {
        var laid = new Preview(proposal.id(), number, take, 0, 8 * BAR, new Manner(false, true, (int) Math.round(100 * decibels))).apply(song);
        try {
            return Mixdown.between(song, instruments, RATE, 0, 8 * BAR).loudness(share -> { });
        } finally {
            song.rollBack(Objects.requireNonNull(laid));
        }
    }

    private static void tell(String name, List<Double> values, Figures figures) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        figures.add(name + "_median", sorted[sorted.length / 2]).add(name + "_most", sorted[sorted.length - 1]);
    }
}
