package studio.tutti.mastering;

import java.io.IOException;
import java.nio.file.Path;
import studio.tutti.audiofile.AudioFile;
import studio.tutti.audiofile.AudioSource;

/** A sound that can be played from its beginning as often as one likes, always the same. */
public interface Recording {

    /** Frames a second, 8,000 to 192,000. */
    int rate();

    /** 1 or 2, for a meter up to 6. */
    int channels();

    /** Plays it from its beginning; whoever asked closes it. */
    AudioSource play() throws IOException;

    /** What lies in a file of mono or stereo sound. */
    static Recording of(Path file) throws IOException {
        return of(file, 2);
    }

    /**
     * What lies in a file.
     *
     * @param mostChannels how many channels it may have
     * @throws studio.tutti.audiofile.AudioRefused if it is no sound that can be read
     */
    static Recording of(Path file, int mostChannels) throws IOException {
        try (AudioSource source = AudioFile.open(file, mostChannels)) {
            int rate = source.rate();
            int channels = source.channels();
            return of(rate, channels, () -> AudioFile.open(file, mostChannels));
        }
    }

    /** What lies in memory, an array a channel, full scale ±1. */
    static Recording of(int rate, float[]... sound) {
        return of(rate, sound.length, () -> new InMemory(rate, sound));
    }

    /** What something else plays. */
    static Recording of(int rate, int channels, Player player) {
        return new Recording() {
            @Override
            public int rate() {
                return rate;
            }

            @Override
            public int channels() {
                return channels;
            }

            @Override
            public AudioSource play() throws IOException {
                return player.play();
            }
        };
    }

    /** Begins to play. */
    @FunctionalInterface
    interface Player {
        AudioSource play() throws IOException;
    }
}
