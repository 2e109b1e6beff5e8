package studio.tutti.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.effect.Limiter;

@DisplayName("Limiting again and again")
class LimitingTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 6, 14, 3})
    @DisplayName("gives what the mixer's insert gives, whatever gain was asked for before")
    void sameAsInsert(double gain) throws IOException {
        float[][] music = Signals.music(Signals.Kind.BAND, 2, 6);
        Limiting limiting = Limiting.of(Recording.of(44_100, music), Passes.UNTOLD);
        limiting.at(10, -1);
        float[][] known = Measures.whole(limiting.at(gain, -1));
        Limiter insert = new Limiter();
        insert.set(Limiter.CEILING, -1);
        insert.set(Limiter.RELEASE, 60);
        insert.settle();
        float[][] looked = Measures.whole(Recording.of(44_100, 2, () -> new Through(new InMemory(44_100, music), insert, Decibels.gain(gain))));
        assertThat(known[0]).hasSameSizeAs(looked[0]);
        double most = 0;
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i < known[channel].length; i++) {
                most = Math.max(most, Math.abs(known[channel][i] - looked[channel][i]));
            }
        }
        assertThat(most).as("a last bit of the peaks").isLessThan(2e-7);
    }

    @Test
    @DisplayName("tells how far a master is, rising, and ends where whoever is told throws")
    void told() throws IOException {
        Recording song = Recording.of(44_100, Signals.music(Signals.Kind.BAND, 2, 6));
        double[] told = new double[2];
        Mastering.apply(song, null, new Mastering.Settings(-12.0, -1), new Passes(Mastering.work(song), share -> {
            assertThat(share).isBetween(told[0], 1.0);
            told[0] = share;
            told[1]++;
        }));
        assertThat(told[0]).isBetween(0.4, 1.0);
        assertThat(told[1]).isGreaterThan(100);
        Assertions.assertThatThrownBy(() -> Mastering.apply(song, null, new Mastering.Settings(-12.0, -1), new Passes(Mastering.work(song), share -> {
            if (share > 0.2) {
                throw new CancellationException();
            }
        }))).isInstanceOf(CancellationException.class);
    }
}
