package studio.tutti.share.internal;

/** The outline of a sound for a small picture: its highest sample in each of 400 equal stretches, a letter each. */
final class Outline {

    static final int STRETCHES = 400;

    private final float[] peaks = new float[STRETCHES];
    private final long frames;
    private long at;

    /** @param frames of the sound */
    Outline(long frames) {
        this.frames = Math.max(1, frames);
    }

    void add(float[][] sound, int count) {
        for (int i = 0; i < count; i++, at++) {
            int stretch = (int) Math.min(STRETCHES - 1, at * STRETCHES / frames);
            for (float[] channel : sound) {
                peaks[stretch] = Math.max(peaks[stretch], Math.abs(channel[i]));
            }
        }
    }

    /** 'A' for silence to 'z' for full scale. */
    String letters() {
        StringBuilder letters = new StringBuilder(STRETCHES);
        for (float peak : peaks) {
            letters.append((char) ('A' + Math.round(Math.min(1, peak) * ('z' - 'A'))));
        }
        return letters.toString().replace('\\', ']');
    }
}
