package studio.tutti.core.protocol;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.live.Touch;
import studio.tutti.core.music.Ticks;
import studio.tutti.core.recording.Played.What;

/** The binary form of what people tell one another while they play. */
final class PlayingFormat {

    private static final int MOST_JOINED = 10_000;
    private static final int LONGEST_MILLIS = 65_535;

    private PlayingFormat() {}

    static void sound(Message.Sound sound, ByteWriter out) {
        out.count(sound.number());
        out.count(sound.time());
        out.count(sound.touches().size());
        for (Touch touch : sound.touches()) {
            out.id(touch.track());
            out.count(touch.after());
            out.octet(touch.what().ordinal());
            out.octet(touch.number());
            out.count(touch.value());
        }
    }

    static Message.Sound sound(ByteReader in) {
        int number = (int) in.upTo(Integer.MAX_VALUE);
        long time = in.upTo(Long.MAX_VALUE);
        int size = in.count(Message.MOST_TOUCHES);
        List<Touch> touches = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Id track = in.id();
            int after = (int) in.upTo(LONGEST_MILLIS);
            What what = one(What.values(), in);
            int key = in.octet();
            if (key > 127) {
                throw new Malformed("A keyboard has no key " + key + ".");
            }
            touches.add(new Touch(track, after, what, key, (int) in.upTo(16_383)));
        }
        return new Message.Sound(number, time, touches);
    }

    static void conduct(Message.Conduct conduct, ByteWriter out) {
        out.octet(conduct.move().ordinal());
        out.count(conduct.tick());
        out.count(conduct.loopFrom());
        out.count(conduct.loopTo());
    }

    static Message.Conduct conduct(ByteReader in) {
        return new Message.Conduct(one(Message.Move.values(), in), tick(in), tick(in), tick(in));
    }

    static void together(Message.Together together, ByteWriter out) {
        out.octet(together.playing() ? 1 : 0);
        out.count(together.tick());
        out.count(together.at());
        out.count(together.loopFrom());
        out.count(together.loopTo());
        out.id(together.by());
        out.id(together.sounding());
        out.count(together.joined().size());
        together.joined().forEach(out::id);
    }

    static Message.Together together(ByteReader in) {
        boolean playing = in.octet() == 1;
        int tick = tick(in);
        long at = in.upTo(Long.MAX_VALUE);
        int from = tick(in);
        int to = tick(in);
        Id by = in.id();
        Id sounding = in.id();
        int size = in.count(MOST_JOINED);
        List<Id> joined = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            joined.add(in.id());
        }
        return new Message.Together(playing, tick, at, from, to, by, sounding, joined);
    }

    private static int tick(ByteReader in) {
        return (int) in.upTo(Ticks.LAST);
    }

    private static <E> E one(E[] all, ByteReader in) {
        int place = in.octet();
        if (place >= all.length) {
            throw new Malformed("There is nothing of the number " + place + " here.");
        }
        return all[place];
    }
}
