package studio.tutti.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Sampler;

/**
 * The channels of a score and the ways of sound between them. Channels are rendered in an order in which each comes after all
 * that it hears, and all that meets in one place is delayed to the latest, side-chains included.
 */
final class Mixer {

    /** How long gains and delays take to reach a new value. */
    private static final double FADE_SECONDS = 0.02;

    private final int rate;
    private final int fadeCells;
    /** Where the master's sound comes out. */
    private final Channel out;
    private final Channel master;
    private final Pair scratch = new Pair();
    private final Automation automation = new Automation();
    private final ReadyEffects ready;
    /** The chain of a strip that there isn't yet. */
    private final Chain none;
    /** What listens to a strip, and the name of that. */
    private @Nullable Probe probe;
    private int probed;
    /** The song's name for the master. */
    private int masterName;
    /** The strips of the score. */
    private Channel[] channels = new Channel[0];
    /** All channels as they are rendered: those of the score, those that still sound though it doesn't have them, the master. */
    private Channel[] order;

    Mixer(int rate) {
        this.rate = rate;
        fadeCells = (int) (FADE_SECONDS * rate / Sampler.CELL) + 1;
        ready = new ReadyEffects(rate);
        none = new Chain(rate, fadeCells);
        out = new Channel(Integer.MIN_VALUE, null, rate, fadeCells);
        master = new Channel(Integer.MIN_VALUE, null, rate, fadeCells);
        master.add(new Feed(master, out, null, Feed.OUTPUT, 0, fadeCells));
        order = new Channel[] {master};
        finish();
    }

    /**
     * Takes the strips, inserts and sends of a score; what is in both goes on sounding.
     *
     * @param frame where its lanes are read
     */
    void replace(Score score, Strip[] instruments, int frame) {
        Channel[] before = order;
        for (Channel channel : channels) {
            channel.used = false;
        }
        Channel[] next = new Channel[score.strips()];
        for (int strip = 0; strip < next.length; strip++) {
            Strip instrument = strip < instruments.length ? instruments[strip] : null;
            Channel known = known(score.trackName(strip), instrument);
            Channel channel = known == null ? new Channel(score.trackName(strip), instrument, rate, fadeCells) : known;
            channel.used = true;
            next[strip] = channel;
        }
        channels = next;
        for (int strip = Score.MASTER; strip < next.length; strip++) {
            at(strip).chain.take(score, strip, ready);
        }
        ready.clear();
        connect(score);
        for (int strip = 0; strip < next.length; strip++) {
            next[strip].fader(score.volume(strip), score.pan(strip), score.sounds(strip));
        }
        master.fader(score.masterVolume(), 0, true);
        order = MixerOrder.of(kept(before), master);
        for (Channel channel : order) {
            channel.chain.forgetKeys();
        }
        for (Channel channel : order) {
            for (Feed feed : channel.feeds) {
                feed.wanted &= channel.used || feed.kind != Feed.KEY;
                feed.count();
            }
        }
        align();
        masterName = score.masterName();
        place();
        automation.take(score, order, master);
        automation.move(frame, false);
        finish();
    }

    /** Makes the next piece of the effects that a score will ask for; false if all are there. */
    boolean makeReady(Score score) {
        for (int strip = Score.MASTER; strip < score.strips(); strip++) {
            if (chainFor(score, strip).makeReady(score, strip, ready)) {
                return true;
            }
        }
        return false;
    }

    private Chain chainFor(Score score, int strip) {
        if (strip == Score.MASTER) {
            return master.chain;
        }
        for (Channel channel : channels) {
            if (channel.name == score.trackName(strip)) {
                return channel.chain;
            }
        }
        return none;
    }

    private @Nullable Channel known(int name, @Nullable Strip instrument) {
        for (Channel channel : channels) {
            if (channel.name == name && channel.strip == instrument && !channel.used) {
                return channel;
            }
        }
        return null;
    }

    private Channel at(int strip) {
        return strip == Score.MASTER ? master : channels[strip];
    }

    private void connect(Score score) {
        for (Channel channel : channels) {
            for (Feed feed : channel.feeds) {
                feed.wanted = false;
            }
        }
        for (int strip = 0; strip < channels.length; strip++) {
            want(channels[strip], at(score.output(strip)), null, Feed.OUTPUT, 0);
        }
        for (int send = 0; send < score.sends(); send++) {
            Feed feed = want(channels[score.sendFrom(send)], at(score.sendTo(send)), null,
                    score.beforeFader(send) ? Feed.BEFORE : Feed.AFTER, score.sendName(send));
            feed.fader(score.sendVolume(send), score.sendSounds(send));
        }
        for (int device = 0; device < score.devices(); device++) {
            Channel channel = at(score.deviceStrip(device));
            Slot insert = channel.chain.find(score.deviceName(device));
            if (score.source(device) != Score.NONE && insert != null) {
                want(channels[score.source(device)], channel, insert, Feed.KEY, 0);
            }
        }
        for (Channel channel : channels) {
            Feed[] kept = new Feed[channel.feeds.length];
            int count = 0;
            for (Feed feed : channel.feeds) {
                if (!feed.isOver()) {
                    kept[count++] = feed;
                }
            }
            channel.feeds = Arrays.copyOf(kept, count);
        }
    }

    private Feed want(Channel from, Channel to, @Nullable Slot key, int kind, int name) {
        for (Feed feed : from.feeds) {
            if (feed.is(to, key, kind == Feed.OUTPUT, name)) {
                feed.wanted = true;
                feed.kind = kind;
                return feed;
            }
        }
        Feed feed = new Feed(from, to, key, kind, name, fadeCells);
        from.add(feed);
        return feed;
    }

    /** The channels of the score, and those of before that still sound or that one leads to that does. */
    private Channel[] kept(Channel[] before) {
        Channel[] all = Arrays.copyOf(channels, channels.length + before.length);
        int count = channels.length;
        for (Channel channel : before) {
            if (channel != master && !channel.used && (!channel.isSilent() || isFed(channel, before))) {
                all[count++] = channel;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static boolean isFed(Channel fed, Channel[] by) {
        for (Channel channel : by) {
            for (Feed feed : channel.feeds) {
                if (feed.to == fed && !(channel.used ? feed.isOver() : channel.isSilent())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Brings latencies and gains to where the channels say. */
    private void finish() {
        align();
        for (Channel channel : order) {
            channel.aim();
            channel.settle();
        }
    }

    /** Finds when sound arrives where, and delays what comes earlier. */
    private void align() {
        for (Channel channel : order) {
            channel.arrival = 0;
        }
        out.arrival = 0;
        for (Channel channel : order) {
            int given = channel.arrival + channel.chain.latency();
            for (Feed feed : channel.feeds) {
                if (feed.wanted) {
                    int met = feed.key == null ? 0 : feed.to.chain.before(feed.key);
                    feed.to.arrival = Math.max(feed.to.arrival, given - met);
                }
            }
        }
        for (Channel channel : order) {
            int given = channel.arrival + channel.chain.latency();
            for (Feed feed : channel.feeds) {
                if (feed.wanted) {
                    int met = feed.key == null ? 0 : feed.to.chain.before(feed.key);
                    feed.delay.aim(feed.to.arrival + met - given);
                }
            }
            channel.align();
        }
        automation.late();
    }

    /** Frames by which the sound comes later than its notes. */
    int latency() {
        return out.arrival;
    }

    /** Moves the fader of a strip or a send, or the master's, by the song's name for it. */
    void fader(int name, int volume, int pan, boolean sounds) {
        for (Channel channel : order) {
            if (channel.used && channel != master && channel.name == name) {
                channel.fader(volume, pan, sounds);
                channel.aim();
                channel.settle();
                return;
            }
            for (Feed feed : channel.feeds) {
                if (feed.wanted && feed.name == name && (feed.kind == Feed.AFTER || feed.kind == Feed.BEFORE)) {
                    feed.fader(volume, sounds);
                    channel.aim();
                    channel.settle();
                    return;
                }
            }
        }
    }

    /** Moves the master's fader. */
    void masterFader(int volume) {
        master.fader(volume, 0, true);
        master.aim();
        master.settle();
    }

    /** Moves what lanes move; see {@link Automation#move}. */
    void automate(int frame, boolean anew) {
        automation.move(frame, anew);
    }

    /** Whether a lane moves a parameter now. */
    boolean moves(int device, int parameter) {
        return automation.moves(device, parameter);
    }

    /** A hand holds a parameter, or lets it go to where its lane has it. */
    void hold(int name, int place, boolean on) {
        automation.hold(name, place, on);
    }

    /** Sets a parameter of a device by the song's name for it; an unknown one, or one that a lane moves, is passed over. */
    void set(int device, int parameter, double value) {
        if (automation.moves(device, parameter)) {
            return;
        }
        for (Channel channel : order) {
            Slot insert = channel.used ? channel.chain.find(device) : null;
            if (insert != null && parameter >= 0 && parameter < insert.effect.parameters().size()) {
                int before = insert.latency();
                insert.effect.set(parameter, value);
                if (insert.latency() == before) {
                    channel.align();
                } else {
                    align();
                }
                channel.settle();
                return;
            }
        }
    }

    /** {@link Slot#readReduction} of a device by the song's name for it; 0 of an unknown one. */
    double readReduction(int device) {
        for (Channel channel : order) {
            Slot insert = channel.used ? channel.chain.find(device) : null;
            if (insert != null) {
                return insert.readReduction();
            }
        }
        return 0;
    }

    /** {@link Slot#readTone} of a device by the song's name for it; false of an unknown one. */
    boolean readTone(int device, float[] into) {
        for (Channel channel : order) {
            Slot insert = channel.used ? channel.chain.find(device) : null;
            if (insert != null) {
                return insert.readTone(into);
            }
        }
        return false;
    }

    /** Writes the strips' peaks since last read, as many as fit before the master's two, and returns the place after them. */
    int readPeaks(float[] peaks) {
        int at = 0;
        for (int strip = 0; strip < channels.length && at + 3 < peaks.length; strip++) {
            Channel channel = channels[strip];
            peaks[at++] = (float) channel.peakLeft;
            peaks[at++] = (float) channel.peakRight;
            channel.peakLeft = 0;
            channel.peakRight = 0;
        }
        return at;
    }

    /** Listens to a strip by the song's name for it, or to none. */
    void probe(int name) {
        probed = name;
        probe = name == Engine.NO_PROBE ? null : new Probe(rate);
        place();
    }

    private void place() {
        for (Channel channel : order) {
            int name = channel == master ? masterName : channel.name;
            channel.probe = channel.used && name == probed ? probe : null;
        }
    }

    /** What listens now, or null. */
    @Nullable Probe probe() {
        return probe;
    }

    /** An instrument is going to play for another channel. */
    void letGo(Strip instrument) {
        for (Channel channel : order) {
            if (channel.strip == instrument) {
                channel.strip = null;
            }
        }
    }

    /** Whether nothing sounds any more, tails of effects included. */
    boolean isSilent() {
        for (Channel channel : order) {
            if (!channel.isSilent()) {
                return false;
            }
        }
        return true;
    }

    /** Renders a cell of the master. */
    void render(double[] left, double[] right) {
        for (Channel channel : order) {
            channel.render(scratch);
        }
        System.arraycopy(out.in.left, 0, left, 0, Sampler.CELL);
        System.arraycopy(out.in.right, 0, right, 0, Sampler.CELL);
        out.in.clear();
    }
}
