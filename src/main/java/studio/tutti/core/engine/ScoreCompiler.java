package studio.tutti.core.engine;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.clip.Window;
import studio.tutti.core.music.MetreMap;
import studio.tutti.core.music.TempoMap;

/**
 * Compiles an arrangement to a {@link Score}.
 *
 * <p>The strips of the mixer {@link StripCompiler} makes. What a clip plays {@link SoundingNotes} tells. A pedal that is down at
 * the end of a clip is lifted there.
 */
public final class ScoreCompiler {

    private static final int BEATS = 100_000;
    private static final int BARS_BEYOND = 64;

    private final Arrangement arrangement;
    private final int rate;
    private final TempoMap tempo;
    private final ScoreBuilder score;

    ScoreCompiler(Arrangement arrangement, int rate) {
        this.arrangement = arrangement;
        this.rate = rate;
        tempo = TimeMaps.tempo(arrangement);
        score = new ScoreBuilder(rate);
    }

    /**
     * @param rate frames a second
     * @throws IllegalStateException with a sentence if the song has more notes than a score may hold
     */
    public static Score compile(Arrangement arrangement, int rate) {
        return new ScoreCompiler(arrangement, rate).run();
    }

    /** The names of the strips in the order that the score has them in, without the master. */
    public static int[] strips(Arrangement arrangement) {
        ScoreBuilder faders = new ScoreBuilder(48_000);
        new StripCompiler(arrangement, faders).strips(false);
        Score score = faders.build();
        int[] strips = new int[score.strips()];
        for (int strip = 0; strip < strips.length; strip++) {
            strips[strip] = score.trackName(strip);
        }
        return strips;
    }

    /**
     * The faders alone, for when only they moved, four numbers each: its name, volume in hundredths of a dB, pan
     * −1,000 … 1,000, and 1 if it sounds. First the strips as in the score, then the sends as there, then the master.
     */
    public static int[] mixer(Arrangement arrangement) {
        ScoreBuilder faders = new ScoreBuilder(48_000);
        new StripCompiler(arrangement, faders).strips(false);
        Score score = faders.build();
        Numbers mixer = new Numbers();
        for (int strip = 0; strip < score.strips(); strip++) {
            mixer.add(score.trackName(strip)).add(score.volume(strip)).add(score.pan(strip)).add(score.sounds(strip) ? 1 : 0);
        }
        for (int send = 0; send < score.sends(); send++) {
            mixer.add(score.sendName(send)).add(score.sendVolume(send)).add(0).add(score.sendSounds(send) ? 1 : 0);
        }
        mixer.add(score.masterName()).add(score.masterVolume()).add(0).add(1);
        return mixer.copy();
    }

    private Score run() {
        steps();
        long end = 0;
        List<Element> tracks = strips();
        for (int index = 0; index < tracks.size(); index++) {
            end = Math.max(end, clips(index, tracks.get(index)));
        }
        regions(tracks);
        beats(end);
        automation();
        return score.build();
    }

    /** Adds the recorded sound that tracks play. */
    void regions(List<Element> tracks) {
        new RegionCompiler(arrangement, tempo, rate, score).compile(tracks);
    }

    /** What is compiled so far. */
    ScoreBuilder builder() {
        return score;
    }

    /** Adds the steps of the tempo. */
    void steps() {
        for (Element step : TimeMaps.steps(arrangement, Kind.TEMPO)) {
            long tick = step.kind() == Kind.SONG ? 0 : step.start();
            score.step((int) tick, frame(tick), step.integer(Property.TEMPO));
        }
    }

    /** Adds what the clips of a track play, under an index, and returns the tick where the last of them ends. */
    long clips(int index, Element track) {
        TrackType type = TrackType.of(track.number(Property.TYPE));
        long end = 0;
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            end = Math.max(end, clip.end());
            if (!clip.flag(Property.MUTED)) {
                clip(index, type, clip);
            }
        }
        return end;
    }

    /** Adds all strips with their inserts and sends, and returns the tracks that play notes. */
    List<Element> strips() {
        return new StripCompiler(arrangement, score).strips(true);
    }

    private void clip(int index, TrackType type, Element clip) {
        Element content = arrangement.alive(clip.reference(Property.CONTENT));
        if (content == null || clip.length() == 0) {
            return;
        }
        SoundingNotes notes = new SoundingNotes(clip, content);
        Hits hits = new Hits(index, clip);
        for (Element note : content.children(Kind.NOTE)) {
            if (!note.flag(Property.MUTED)) {
                notes.each(note, hits.of(note));
            }
        }
        controls(index, type, clip, Elements.sorted(content.children(Kind.CONTROL)), new Window(clip));
    }

    /** Adds each sounding of a note of a clip; one for all notes, since there are many. */
    private final class Hits implements SoundingNotes.Ear {
        private final int index;
        private final int clip;
        private final int gain;
        private int pitch;
        private int velocity;
        private int note;

        Hits(int index, Element clip) {
            this.index = index;
            this.clip = clip.id().hashCode();
            gain = clip.integer(Property.GAIN);
        }

        Hits of(Element next) {
            pitch = next.integer(Property.PITCH);
            velocity = next.integer(Property.VELOCITY);
            note = next.id().hashCode();
            return this;
        }

        @Override
        public boolean hear(long start, long end, int repetition) {
            int from = frame(start);
            if (from >= Score.LAST_FRAME) {
                return false;
            }
            score.note(index, from, Math.max(from + 1, frame(end)), pitch, velocity, name(clip, note, repetition), gain);
            return true;
        }
    }

    private void controls(int index, TrackType type, Element clip, List<Element> controls, Window window) {
        if (controls.isEmpty()) {
            return;
        }
        for (long turn = 0; turn < window.turns(); turn++) {
            boolean pedal = false;
            boolean any = false;
            for (Element control : controls) {
                long tick = window.at(control.start(), turn);
                if (!window.holds(control.start()) || tick >= window.end()) {
                    continue;
                }
                any = true;
                int frame = frame(tick);
                int amount = control.integer(Property.AMOUNT);
                int number = control.integer(Property.CONTROLLER);
                switch (number) {
                    case Controllers.PITCH_BEND -> score.bend(index, frame, amount);
                    case Controllers.CHANNEL_PRESSURE ->
                        score.pressure(index, frame, Math.min(127, amount));
                    case Controllers.PROGRAM -> {
                        Element track = clip.parent();
                        if (track != null) {
                            score.program(index, frame, StripCompiler.preset(track, type, Math.min(127, amount)));
                        }
                    }
                    default -> {
                        if (number < 128) {
                            score.control(index, frame, number, Math.min(127, amount));
                            if (number == Controllers.SUSTAIN) {
                                pedal = amount >= 64;
                            }
                        }
                    }
                }
            }
            if (!any || frame(window.end(turn)) >= Score.LAST_FRAME) {
                return;
            }
            if (pedal) {
                score.control(index, frame(window.end(turn)), Controllers.SUSTAIN, 0);
            }
        }
    }

    /** Adds what lanes of automation move. */
    void automation() {
        new AutomationCompiler(arrangement, score, this::frame).run();
    }

    /** Adds the beats, and some bars of them beyond a tick. */
    void beats(long end) {
        MetreMap metre = TimeMaps.metre(arrangement);
        long bars = metre.bar(end) + BARS_BEYOND;
        int count = 0;
        for (long bar = 0; bar < bars; bar++) {
            long start = metre.barStart(bar);
            long next = metre.barStart(bar + 1);
            int beat = metre.beatLength(start);
            for (long tick = start; tick < next; tick += beat) {
                int frame = frame(tick);
                if (count++ == BEATS || frame >= Score.LAST_FRAME) {
                    return;
                }
                score.beat(frame, tick == start);
            }
        }
    }

    private int frame(long tick) {
        double frame = tempo.seconds(tick) * rate;
        return frame >= Score.LAST_FRAME ? Score.LAST_FRAME : (int) (frame + 0.5);
    }

    /** A name that a note keeps while its clip, itself and its repetition stay; from ids, which outlive a rebase. */
    private static int name(int clip, int note, int turn) {
        int mixed = clip * 0x9E3779B1 ^ note * 0x85EBCA6B ^ turn * 0xC2B2AE35;
        mixed ^= mixed >>> 15;
        return mixed * 0x2C1B3C6D & 0x7FFFFFFF;
    }
}
