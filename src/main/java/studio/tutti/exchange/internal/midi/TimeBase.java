package studio.tutti.exchange.internal.midi;

import studio.tutti.core.music.TempoMap;
import studio.tutti.core.music.Ticks;

/**
 * Turns the ticks of a file into those of a song, rounded to the nearest.
 *
 * <p>A file in SMPTE time counts seconds; its tempo changes, if it has any, say which beat each second is.
 */
sealed interface TimeBase {

    /** The nearest tick of the song. */
    long tick(long fileTick);

    /**
     * The time base of a division.
     *
     * @param division as in {@link MidiFile}
     * @param tempos the tempo changes in file ticks, rising, microseconds a quarter
     */
    static TimeBase of(int division, long[] changes, long[] tempos) {
        if (division > 0) {
            return new Quarters(division);
        }
        int frames = -(division >> 8);
        double perSecond = (frames == 29 ? 30_000 / 1_001.0 : frames) * (division & 0xFF);
        long[] ticks = new long[changes.length + 1];
        long[] all = new long[changes.length + 1];
        all[0] = 500_000;
        double at = 0;
        for (int i = 0; i < changes.length; i++) {
            long before = i == 0 ? 0 : changes[i - 1];
            at += (changes[i] - before) / perSecond * 1_000_000 / all[i] * Ticks.PER_QUARTER;
            ticks[i + 1] = Math.round(at);
            all[i + 1] = tempos[i];
        }
        return new Seconds(perSecond, new TempoMap(ticks, all));
    }

    /** @param division ticks a quarter note */
    record Quarters(int division) implements TimeBase {
        @Override
        public long tick(long fileTick) {
            return (fileTick * Ticks.PER_QUARTER + division / 2) / division;
        }
    }

    /**
     * @param perSecond ticks a second
     * @param tempo of the song
     */
    record Seconds(double perSecond, TempoMap tempo) implements TimeBase {
        @Override
        public long tick(long fileTick) {
            return Math.round(tempo.tick(fileTick / perSecond));
        }
    }
}
