package studio.tutti.core.recording;

import java.util.Arrays;

/**
 * How the clock of the sound device goes beside the page's. The browser tells pairs of times now and then, which frame is
 * at the loudspeaker at which millisecond; each may be off by some milliseconds. The median of those of the last seconds
 * is not: with clocks that differ by 100 ppm it lags by 0.3 ms.
 */
public final class DeviceClock {

    private static final int KEPT = 320;
    private static final double WINDOW_MILLIS = 6_000;
    /** A device that was away, or another one: what was known before is forgotten. */
    private static final double JUMP_MILLIS = 250;

    private final double[] times = new double[KEPT];
    private final double[] leads = new double[KEPT];
    private int count;
    private int next;
    private double lead = Double.NaN;

    /** At a millisecond of the page's clock, the frame of some seconds of the device's was heard. */
    public void tell(double millis, double seconds) {
        double told = seconds * 1000 - millis;
        if (count > 0 && Math.abs(told - lead()) > JUMP_MILLIS) {
            count = 0;
            next = 0;
        }
        times[next] = millis;
        leads[next] = told;
        next = (next + 1) % KEPT;
        count = Math.min(KEPT, count + 1);
        lead = Double.NaN;
    }

    /** Whether anything was told. */
    public boolean isKnown() {
        return count > 0;
    }

    /** The millisecond at which the device's time is heard. */
    public double millis(double seconds) {
        return seconds * 1000 - lead();
    }

    /** The device's time that is heard at a millisecond. */
    public double seconds(double millis) {
        return (millis + lead()) / 1000;
    }

    /** Milliseconds by which the device's clock is ahead of the page's. */
    private double lead() {
        if (Double.isNaN(lead)) {
            double latest = times[(next + KEPT - 1) % KEPT];
            double[] recent = new double[count];
            int found = 0;
            for (int i = 0; i < count; i++) {
                if (times[i] >= latest - WINDOW_MILLIS) {
                    recent[found++] = leads[i];
                }
            }
            Arrays.sort(recent, 0, found);
            lead = found == 0 ? 0 : (recent[(found - 1) / 2] + recent[found / 2]) / 2;
        }
        return lead;
    }
}
