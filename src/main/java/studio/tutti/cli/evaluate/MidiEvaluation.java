package studio.tutti.cli.evaluate;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import studio.tutti.exchange.RoundTrip;
import studio.tutti.exchange.SongRefused;

/** {@code tutti evaluate midi}: what every MIDI file of the packs keeps when it is read, written and read again. */
@Command(name = "midi", description = "Sends every MIDI file through the studio and compares.", mixinStandardHelpOptions = true)
public final class MidiEvaluation extends RoundTripEvaluation {

    private long controllers;
    private double worst;

    public MidiEvaluation() {
        super("midi", "MIDI", List.of(".mid", ".midi"));
    }

    @Override
    RoundTrip trip(String name, byte[] content) throws IOException, SongRefused {
        RoundTrip trip = RoundTrip.of(content, name);
        controllers += trip.controllers();
        worst = Math.max(worst, trip.worst());
        return trip;
    }

    @Override
    List<Gate> others() {
        return List.of(gate("worst_time_error_ticks", worst, 0, RoundTrip.HALF_A_TICK), gate("controllers_compared", controllers, 0, 1e12));
    }
}
