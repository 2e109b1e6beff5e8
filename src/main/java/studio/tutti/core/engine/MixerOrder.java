package studio.tutti.core.engine;

import java.util.Arrays;

/** An order in which each channel comes after all that it hears. */
final class MixerOrder {

    private MixerOrder() {}

    /**
     * Orders channels, of those that may come next the first each time. Should their ways close a circle, which a compiled
     * score's never do but one that fades away may, it is opened at its first channel.
     *
     * @param last comes last
     */
    static Channel[] of(Channel[] channels, Channel last) {
        int[] waits = new int[channels.length];
        for (Channel channel : channels) {
            for (Feed feed : channel.feeds) {
                int to = place(channels, feed.to);
                if (to >= 0) {
                    waits[to]++;
                }
            }
        }
        Channel[] ordered = Arrays.copyOf(channels, channels.length + 1);
        boolean[] done = new boolean[channels.length];
        int first = 0;
        for (int count = 0; count < channels.length; count++) {
            while (done[first]) {
                first++;
            }
            int next = first;
            while (next < channels.length && (done[next] || waits[next] > 0)) {
                next++;
            }
            int chosen = next < channels.length ? next : first;
            done[chosen] = true;
            ordered[count] = channels[chosen];
            for (Feed feed : channels[chosen].feeds) {
                int to = place(channels, feed.to);
                if (to >= 0) {
                    waits[to]--;
                }
            }
        }
        ordered[channels.length] = last;
        return ordered;
    }

    private static int place(Channel[] channels, Channel sought) {
        for (int i = 0; i < channels.length; i++) {
            if (channels[i] == sought) {
                return i;
            }
        }
        return -1;
    }
}
