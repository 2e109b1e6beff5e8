package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Controllers;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.Sampler;

/**
 * Plays a score's events on the strips: keeps the place, the loop, and the notes that sound because of it.
 *
 * <p>Wherever playing begins or jumps to, notes that would sound there are begun, drums excepted, and controllers
 * are put where they would stand. When the score is replaced, notes that are in both sound on.
 */
final class Player {

    /** Notes of the score that may sound at once. */
    private static final int NOTES = 1024;

    /** What is left of a note must last this long for it to be begun in its middle: 30 ms. */
    private static final double REST_SECONDS = 0.03;

    private final Engine engine;
    private final int[] names = new int[NOTES];
    private final int[] keys = new int[NOTES];
    private final int[] ends = new int[NOTES];
    private final Strip[] strips = new Strip[NOTES];
    private int sounding;

    private Score score;
    private int event;
    private int beat;
    private int position;
    private int loopFrom;
    private int loopTo;
    private boolean looping;
    private boolean playing;
    private final CountIn countIn = new CountIn();
    /** Whether playing still has to begin at its place. */
    private boolean toBegin;
    /** Frames of the score still to be hurried through, or to be dawdled if negative. */
    private int nudge;
    /** The frame that was gone to since this was last asked, or −1. */
    private int landed = -1;

    Player(Engine engine, Score score) {
        this.engine = engine;
        this.score = score;
    }

    boolean playing() {
        return playing;
    }

    /** The frame of the score that the coming cell begins with. */
    int position() {
        return position;
    }

    Score score() {
        return score;
    }

    /** The frame that was jumped to since this was last asked, or −1 if it went on as it goes. */
    int landed() {
        int frame = landed;
        landed = -1;
        return frame;
    }

    /** The frame of another score at which its place of the music lies. */
    int placeIn(Score other) {
        return isEmpty() ? position : other.frameAt(score.tick(position));
    }

    private boolean isEmpty() {
        return score.events() == 0 && score.length() == 0 && position == 0;
    }

    void play() {
        if (!playing || toBegin) {
            playing = true;
            toBegin = false;
            countIn.cancel();
            arrive(0, true);
        }
    }

    /** Plays from the place where it stands, after what the count-in says. */
    CountIn playAfter() {
        if (playing) {
            endAll(0);
        }
        playing = true;
        toBegin = true;
        nudge = 0;
        return countIn;
    }

    /** Frames until playing begins; 0 if it has begun, or stands. */
    int waiting() {
        return playing && toBegin ? countIn.left() : 0;
    }

    void stop() {
        if (playing) {
            playing = false;
            toBegin = false;
            nudge = 0;
            countIn.cancel();
            endAll(0);
        }
    }

    /** Goes some frames of the score further, or less far if negative, one in each cell, so that nobody hears a jump. */
    void nudge(int frames) {
        nudge = playing ? frames : 0;
    }

    void seek(int frame) {
        if (playing) {
            endAll(0);
        }
        position = Math.max(0, Math.min(frame, Score.LAST_FRAME));
        landed = position;
        nudge = 0;
        if (playing && !toBegin) {
            arrive(0, true);
        }
    }

    /** A loop shorter than a cell is none. */
    void loop(int from, int to, boolean on) {
        loopFrom = Math.max(0, from);
        loopTo = to;
        looping = on && to - loopFrom > Sampler.CELL;
    }

    /** Takes another score at the same place of the music. */
    void replace(Score next) {
        double tick = score.tick(position);
        double from = score.tick(loopFrom);
        double to = score.tick(loopTo);
        boolean first = isEmpty();
        score = next;
        if (!first) {
            position = next.frameAt(tick);
            loopFrom = next.frameAt(from);
            loopTo = next.frameAt(to);
        }
        keep();
        if (playing && !toBegin) {
            arrive(0, false);
        } else {
            event = next.firstAt(position);
        }
    }

    /** What happens within the coming cell. */
    void cell() {
        if (!playing) {
            return;
        }
        int at = 0;
        if (toBegin) {
            at = countIn.pass(engine);
            if (countIn.left() > 0 || at == Sampler.CELL) {
                return;
            }
            toBegin = false;
            arrive(at, true);
        }
        while (at < Sampler.CELL) {
            int frames = Sampler.CELL - at;
            int further = Math.max(-1, Math.min(1, nudge));
            boolean turns = looping && position < loopTo && position + frames + further >= loopTo;
            if (turns) {
                frames = loopTo - position;
                further = 0;
            }
            nudge -= further;
            span(position, position + frames + further, at);
            engine.readFrozen(position, position + frames + further, at, frames);
            position += frames + further;
            at += frames;
            if (turns) {
                int frame = Math.min(at, Sampler.CELL - 1);
                endAll(frame);
                position = loopFrom;
                arrive(frame, true);
            }
        }
        if (position >= Score.LAST_FRAME) {
            stop();
        }
    }

    /** Ends what sounds because of the score. */
    void endAll(int frame) {
        while (sounding > 0) {
            end(sounding - 1, frame);
        }
        engine.letPedalsGo(frame);
    }

    private void span(int from, int to, int at) {
        while (true) {
            int next = event < score.events() ? score.frame(event) : Integer.MAX_VALUE;
            int ending = soonest();
            int end = ending < 0 ? Integer.MAX_VALUE : ends[ending];
            if (Math.min(next, end) >= to) {
                break;
            }
            if (end <= next) {
                end(ending, within(at + Math.max(0, end - from)));
            } else {
                happen(event, within(at + Math.max(0, next - from)));
                event++;
            }
        }
        while (beat < score.beats() && score.beatFrame(beat) < to) {
            engine.beat(score.beginsBar(beat), within(at + Math.max(0, score.beatFrame(beat) - from)));
            beat++;
        }
    }

    /** The frame of the cell; one hurried through may lie just beyond it. */
    private static int within(int frame) {
        return Math.min(frame, Sampler.CELL - 1);
    }

    private void happen(int index, int frame) {
        Strip strip = engine.strip(score.track(index));
        switch (score.kind(index)) {
            case Score.NOTE -> begin(index, strip, frame);
            case Score.CONTROL -> strip.instrument().control(score.key(index), score.value(index), frame);
            default -> state(index, strip);
        }
    }

    private void begin(int index, Strip strip, int frame) {
        if (sounding == NOTES || strip.isFrozen()) {
            return;
        }
        strip.instrument().noteOn(score.note(index), score.key(index), score.velocity(index), frame, score.gain(index) * 0.1);
        names[sounding] = score.note(index);
        keys[sounding] = score.key(index);
        ends[sounding] = score.end(index);
        strips[sounding++] = strip;
    }

    /** What an event changes without sounding. */
    private void state(int index, Strip strip) {
        Controllers controllers = strip.instrument().controllers();
        switch (score.kind(index)) {
            case Score.CONTROL -> {
                int number = score.key(index);
                if (number < Controllers.SOUND_OFF || number == Controllers.RESET) {
                    controllers.set(number, score.value(index));
                }
            }
            case Score.BEND -> controllers.bend(score.value(index));
            case Score.PRESSURE -> controllers.pressure(score.value(index));
            case Score.PROGRAM -> {
                Preset preset = engine.preset(score.value(index));
                if (preset != null) {
                    strip.sampler.preset(preset);
                }
            }
            default -> {
            }
        }
    }

    /** A strip plays a frozen sound from now on: its own notes fade. */
    void freezes(Strip strip) {
        for (int i = sounding - 1; i >= 0; i--) {
            if (strips[i] == strip) {
                end(i, 0);
            }
        }
        strip.silence();
    }

    /** A strip plays another instrument from now on: what sounds there is begun on it. */
    void changes(Strip strip) {
        for (int i = sounding - 1; i >= 0; i--) {
            if (strips[i] == strip) {
                end(i, 0);
            }
        }
        thaws(strip);
    }

    /** A strip plays its notes again from now on. */
    void thaws(Strip strip) {
        if (playing && !toBegin) {
            ring(0, strip);
        }
    }

    private void end(int index, int frame) {
        strips[index].instrument().noteOff(names[index], frame);
        sounding--;
        names[index] = names[sounding];
        keys[index] = keys[sounding];
        ends[index] = ends[sounding];
        strips[index] = strips[sounding];
    }

    private int soonest() {
        int found = -1;
        for (int i = 0; i < sounding; i++) {
            if (found < 0 || ends[i] < ends[found]) {
                found = i;
            }
        }
        return found;
    }

    /** Puts controllers where they stand at the place and, if asked, begins the notes that ring there. */
    private void arrive(int frame, boolean notes) {
        engine.resetControllers();
        landed = notes ? position : landed;
        engine.place(position);
        event = score.firstAt(position);
        beat = score.firstBeatAt(position);
        for (int i = 0; i < event; i++) {
            if (score.kind(i) != Score.NOTE) {
                state(i, engine.strip(score.track(i)));
            } else if (notes) {
                ring(i, frame, engine.strip(score.track(i)));
            }
        }
        engine.settle(frame);
    }

    /** Begins the notes of one strip that ring here. */
    private void ring(int frame, Strip only) {
        for (int i = 0; i < event; i++) {
            if (score.kind(i) == Score.NOTE && engine.strip(score.track(i)) == only) {
                ring(i, frame, only);
            }
        }
    }

    /** Begins a note that came before if it rings here long enough. */
    private void ring(int index, int frame, Strip strip) {
        if (score.end(index) > position + (int) (REST_SECONDS * score.rate()) && !strip.drums) {
            begin(index, strip, frame);
        }
    }

    /** Ends the notes that the new score does not have here, and tells the others their new end. */
    private void keep() {
        int kept = 0;
        for (int i = 0; i < score.events() && score.frame(i) <= position && kept < sounding; i++) {
            if (score.kind(i) == Score.NOTE && score.end(i) > position) {
                int found = find(score.note(i), score.key(i), engine.strip(score.track(i)), kept);
                if (found >= 0) {
                    swap(found, kept);
                    ends[kept++] = score.end(i);
                }
            }
        }
        while (sounding > kept) {
            end(sounding - 1, 0);
        }
    }

    private int find(int name, int key, @Nullable Strip strip, int from) {
        for (int i = from; i < sounding; i++) {
            if (names[i] == name && keys[i] == key && strips[i] == strip) {
                return i;
            }
        }
        return -1;
    }

    private void swap(int a, int b) {
        int name = names[a];
        int key = keys[a];
        int end = ends[a];
        Strip strip = strips[a];
        names[a] = names[b];
        keys[a] = keys[b];
        ends[a] = ends[b];
        strips[a] = strips[b];
        names[b] = name;
        keys[b] = key;
        ends[b] = end;
        strips[b] = strip;
    }
}
