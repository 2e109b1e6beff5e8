package studio.tutti.mastering;

import studio.tutti.audiofile.AudioSource;

/** Sound that lies in memory. */
final class InMemory implements AudioSource {

    private final int rate;
    private final float[][] sound;
    private int done;

    InMemory(int rate, float[][] sound) {
        this.rate = rate;
        this.sound = sound;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return sound.length;
    }

    @Override
    public long frames() {
        return sound[0].length;
    }

    @Override
    public int bits() {
        return 32;
    }

    @Override
    public int read(float[][] into, int from, int frames) {
        int some = Math.min(frames, sound[0].length - done);
        if (some <= 0) {
            return -1;
        }
        for (int channel = 0; channel < sound.length; channel++) {
            System.arraycopy(sound[channel], done, into[channel], from, some);
        }
        done += some;
        return some;
    }

    @Override
    public void close() {}
}
