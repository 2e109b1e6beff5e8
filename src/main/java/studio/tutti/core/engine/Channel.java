package studio.tutti.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.dsp.Decibels;
import studio.tutti.core.dsp.Functions;
import studio.tutti.core.instrument.Sampler;

/**
 * A strip of the mixer: what goes in, the inserts, the fader with pan, the meter, and the ways out.
 *
 * <p>Pan is a balance: the side that is turned away from is lowered by the cosine of the turn, the other stays at 0 dB,
 * so nothing gets louder by panning.
 */
final class Channel {

    private static final int LONG = 1 << 30;

    /** The song's name for it. */
    final int name;
    /** The instrument that plays into it, if any. */
    @Nullable Strip strip;
    /** What goes in; after {@link #render} began, what the inserts made of it. */
    final Pair in = new Pair();
    final Chain chain;
    Feed[] feeds = new Feed[0];
    /** Whether the present score has it. */
    boolean used = true;
    /** Frames by which what comes in is later than its notes. */
    int arrival;
    double peakLeft;
    double peakRight;
    /** What listens to what it gives, if anything does. */
    @Nullable Probe probe;

    private final int rate;
    /** Delays the channel's own instrument to what else comes in. */
    private final Delay own;
    /** Where the fader stands, and where a lane moves it to; no number while none does. */
    private double volume;
    private double movedVolume = Double.NaN;
    private double pan;
    private double movedPan = Double.NaN;
    private boolean sounds = true;
    private double faderLeft = 1;
    private double faderRight = 1;
    /** Frames since anything came in. */
    private int quiet = LONG;
    /** How many frames the inserts may sound on. */
    private int hold;
    private boolean rests = true;

    Channel(int name, @Nullable Strip strip, int rate, int fadeCells) {
        this.name = name;
        this.strip = strip;
        this.rate = rate;
        chain = new Chain(rate, fadeCells);
        own = new Delay(fadeCells);
    }

    /**
     * @param hundredths volume in hundredths of a dB; −9,600 is silence
     * @param permille −1,000 left … 1,000 right
     * @param on false if muted
     */
    void fader(int hundredths, int permille, boolean on) {
        if (hundredths != volume || permille != pan) {
            volume = hundredths;
            pan = permille;
            place();
        }
        sounds = on;
    }

    /** A lane moves the fader, in hundredths of a dB; {@link #follow} lets the gains go along. */
    void moveVolume(double hundredths) {
        movedVolume = hundredths;
        place();
    }

    /** A lane moves the pan, −1,000 … 1,000. */
    void movePan(double permille) {
        movedPan = permille;
        place();
    }

    /** No lane moves volume and pan. */
    void unmoved() {
        movedVolume = Double.NaN;
        movedPan = Double.NaN;
        place();
    }

    /** No lane moves the pan, or the volume. */
    void unmoved(boolean ofPan) {
        if (ofPan) {
            movedPan = Double.NaN;
        } else {
            movedVolume = Double.NaN;
        }
        place();
    }

    private void place() {
        double hundredths = movedVolume == movedVolume ? movedVolume : volume;
        double permille = movedPan == movedPan ? movedPan : pan;
        double gain = hundredths > -9600 ? Decibels.gain(hundredths * 0.01) : 0;
        double away = Functions.cos(Math.abs(permille) * (Math.PI / 2000));
        faderLeft = permille > 0 ? gain * away : gain;
        faderRight = permille < 0 ? gain * away : gain;
    }

    /** The send of a name, or null. */
    @Nullable Feed send(int sought) {
        for (Feed feed : feeds) {
            if (feed.wanted && feed.name == sought && (feed.kind == Feed.AFTER || feed.kind == Feed.BEFORE)) {
                return feed;
            }
        }
        return null;
    }

    /** Lets the gains go along with what lanes moved, until the end of the cell. */
    void follow() {
        for (Feed feed : feeds) {
            feed.follow();
        }
    }

    double faderLeft() {
        return faderLeft;
    }

    double faderRight() {
        return faderRight;
    }

    /** Moves the gains of the ways out to where fader, pan, mute and levels put them; where nothing sounds, at once. */
    void aim() {
        for (Feed feed : feeds) {
            if (feed.kind == Feed.OUTPUT) {
                feed.level = sounds ? 1 : 0;
            }
            feed.aim();
        }
    }

    /** Takes the delay of its own instrument from where it stands, and how long the inserts sound on. */
    void align() {
        chain.align();
        own.aim(arrival);
        double frames = chain.tail() * rate + chain.latency();
        hold = frames < LONG ? (int) frames : LONG;
    }

    /** Where nothing sounds, everything stands at once where it shall be. */
    void settle() {
        if (rests) {
            own.rest();
            chain.rest();
            for (Feed feed : feeds) {
                feed.settle();
            }
        }
    }

    /** Whether nothing sounds in it, nor on its ways out. */
    boolean isSilent() {
        boolean busy = !rests || own.isBusy();
        for (Feed feed : feeds) {
            busy |= feed.isBusy();
        }
        return !busy;
    }

    void meter(double left, double right) {
        peakLeft = left > peakLeft ? left : peakLeft;
        peakRight = right > peakRight ? right : peakRight;
    }

    /** Renders a cell and passes it on. */
    void render(Pair scratch) {
        instrument();
        boolean heard = in.heard;
        quiet = heard || chain.hearsKeys() ? 0 : Math.min(quiet + Sampler.CELL, LONG);
        boolean rested = rests;
        rests = quiet > hold;
        if (rests) {
            if (!rested) {
                chain.rest();
            }
        } else if (!chain.isEmpty()) {
            chain.run(in.left, in.right, heard);
            in.heard = true;
        }
        for (Feed feed : feeds) {
            feed.pass(rests, scratch);
        }
        in.clear();
    }

    private void instrument() {
        Strip plays = strip;
        if (plays == null) {
            return;
        }
        boolean sounding = plays.render();
        if (sounding || own.isBusy()) {
            own.pass(plays.left, plays.right, sounding);
            in.add(plays.left, plays.right);
        } else {
            own.rest();
        }
    }

    void add(Feed feed) {
        feeds = Arrays.copyOf(feeds, feeds.length + 1);
        feeds[feeds.length - 1] = feed;
    }
}
