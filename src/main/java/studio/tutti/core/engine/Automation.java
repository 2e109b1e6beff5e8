package studio.tutti.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.mixer.Target;

/**
 * Moves what a score's lanes move: faders, sends, parameters of instruments and effects. Values are set for the end of each cell; faders run
 * straight through the cell, faster than {@code 20 ms} across their range never. What a hand holds is left to it.
 */
final class Automation {

    private AutomationLane[] lanes = new AutomationLane[0];
    private @Nullable Channel[] channels = new Channel[0];
    private @Nullable Feed[] sends = new Feed[0];
    private @Nullable Slot[] devices = new Slot[0];
    private @Nullable Strip[] instruments = new Strip[0];
    /** What hands hold: name and place in turn. */
    private int[] held = new int[0];

    /** Takes the lanes of a score; what they belong to is looked for in channels as they are now. */
    void take(Score score, Channel[] order, Channel master) {
        lanes = ScoreAutomation.lanes(score);
        channels = new Channel[lanes.length];
        sends = new Feed[lanes.length];
        devices = new Slot[lanes.length];
        instruments = new Strip[lanes.length];
        for (Channel channel : order) {
            channel.unmoved();
            for (Feed feed : channel.feeds) {
                feed.unmoved();
            }
        }
        for (int i = 0; i < lanes.length; i++) {
            AutomationLane lane = lanes[i];
            if (lane.name == score.masterName()) {
                channels[i] = master;
            }
            for (Channel channel : order) {
                if (!channel.used || channel == master && lane.name != score.masterName() && lane.place < 0) {
                    continue;
                }
                Strip strip = channel.strip;
                if (strip != null && strip.isDevice(lane.name, lane.place)) {
                    instruments[i] = strip;
                    channels[i] = channel;
                } else if (lane.place >= 0) {
                    Slot found = channel.chain.find(lane.name);
                    if (found != null && lane.place < found.effect.parameters().size()) {
                        devices[i] = found;
                        channels[i] = channel;
                    }
                } else if (channel != master && channel.name == lane.name) {
                    channels[i] = channel;
                } else {
                    Feed send = channel.send(lane.name);
                    if (send != null) {
                        sends[i] = send;
                        channels[i] = channel;
                    }
                }
            }
        }
        late();
    }

    /** Takes from the channels how much later than its notes their sound is. */
    void late() {
        for (int i = 0; i < lanes.length; i++) {
            Channel channel = channels[i];
            if (channel != null) {
                Slot device = devices[i];
                lanes[i].late = instruments[i] != null ? 0 : channel.arrival + (device == null ? channel.chain.latency() : channel.chain.before(device));
            }
        }
    }

    /** A hand holds a parameter, or lets it go. */
    void hold(int name, int place, boolean on) {
        int[] next = new int[held.length + 2];
        int count = 0;
        for (int i = 0; i < held.length; i += 2) {
            if (held[i] != name || held[i + 1] != place) {
                next[count++] = held[i];
                next[count++] = held[i + 1];
            }
        }
        if (on) {
            next[count++] = name;
            next[count++] = place;
        }
        held = Arrays.copyOf(next, count);
        for (int i = 0; i < lanes.length; i++) {
            Channel channel = channels[i];
            if (lanes[i].name == name && lanes[i].place == place && channel != null) {
                lanes[i].last = Double.NaN;
                if (on) {
                    letGo(i, channel);
                }
            }
        }
    }

    private void letGo(int lane, Channel channel) {
        Feed send = sends[lane];
        if (send != null) {
            send.unmoved();
        } else if (devices[lane] == null && instruments[lane] == null) {
            channel.unmoved(lanes[lane].place == Target.PAN);
        }
        channel.aim();
    }

    /** Whether a lane moves a parameter now. */
    boolean moves(int name, int place) {
        for (int i = 0; i < lanes.length; i++) {
            if (lanes[i].name == name && lanes[i].place == place && channels[i] != null) {
                return !isHeld(name, place);
            }
        }
        return false;
    }

    private boolean isHeld(int name, int place) {
        for (int i = 0; i < held.length; i += 2) {
            if (held[i] == name && held[i + 1] == place) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves everything to where it stands at a frame of the score.
     *
     * @param anew whether playing came here from elsewhere: what is silent stands there at once
     */
    void move(int frame, boolean anew) {
        for (int i = 0; i < lanes.length; i++) {
            AutomationLane lane = lanes[i];
            Channel channel = channels[i];
            if (channel == null || held.length > 0 && isHeld(lane.name, lane.place)) {
                continue;
            }
            double value = lane.at(frame > lane.late ? frame - lane.late : 0);
            if (value != lane.last) {
                lane.last = value;
                move(i, lane.place, channel, value);
            }
            if (anew) {
                channel.settle();
            }
        }
    }

    private void move(int lane, int place, Channel channel, double value) {
        Feed send = sends[lane];
        Slot device = devices[lane];
        Strip instrument = instruments[lane];
        if (instrument != null) {
            instrument.instrument().set(place, value);
        } else if (device != null) {
            device.effect.set(place, value);
            channel.align();
        } else if (send != null) {
            send.move(value);
            send.follow();
        } else {
            if (place == Target.PAN) {
                channel.movePan(value);
            } else {
                channel.moveVolume(value);
            }
            channel.follow();
        }
    }
}
