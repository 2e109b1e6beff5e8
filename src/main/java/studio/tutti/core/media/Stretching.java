package studio.tutti.core.media;

import java.util.ArrayList;
import java.util.List;

/**
 * A recipe of a stretched recording, as scores write it.
 *
 * @param key what it is asked for by
 * @param source the recording it is made of
 * @param in places in the recording, in hundred-thousandths of a second
 * @param out where they come to lie
 */
public record Stretching(MediaKey key, MediaKey source, int[] in, int[] out) {

    /** The recipes of {@code Score.stretches()}. */
    public static List<Stretching> of(int[] numbers) {
        List<Stretching> all = new ArrayList<>();
        int at = 0;
        while (at + 5 <= numbers.length && numbers[at + 4] >= 2 && at + 5 + 2L * numbers[at + 4] <= numbers.length) {
            int count = numbers[at + 4];
            int[] in = new int[count];
            int[] out = new int[count];
            for (int i = 0; i < count; i++) {
                in[i] = numbers[at + 5 + 2 * i];
                out[i] = numbers[at + 6 + 2 * i];
            }
            all.add(new Stretching(MediaKey.of(numbers[at], numbers[at + 1]), MediaKey.of(numbers[at + 2], numbers[at + 3]), in, out));
            at += 5 + 2 * count;
        }
        return all;
    }

    /** Makes it all at once. */
    public MediaSound make(MediaSound recording) {
        TimeStretch stretch = new TimeStretch(recording, in, out);
        MediaSound made = stretch.made(key);
        int block = 0;
        for (byte[] bytes = stretch.next(); bytes != null; bytes = stretch.next()) {
            made.put(block++, bytes);
        }
        return made;
    }
}
