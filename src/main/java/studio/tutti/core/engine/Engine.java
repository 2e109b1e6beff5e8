package studio.tutti.core.engine;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Controllers;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.Sampler;
import studio.tutti.core.instrument.VoicePool;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.MediaSound;
import studio.tutti.core.music.Ticks;

/**
 * Turns a score into stereo sound: transport, tracks, master.
 *
 * <p>Commands (scores, presets, transport, faders, live notes) may allocate and take effect with the next cell;
 * {@link #render} allocates nothing. Used by one thread at a time.
 */
public final class Engine {

    /** A name that no strip has. */
    public static final int NO_PROBE = Integer.MIN_VALUE;

    private final int rate;
    private final VoicePool pool;
    private final @Nullable Ceiling ceiling;
    private final Mixer mixer;
    private final Metronome metronome;
    private final Audition audition;
    private final Player player;
    private final Hands hands = new Hands(this);
    private final double[] left = new double[Sampler.CELL];
    private final double[] right = new double[Sampler.CELL];
    private Strip[] strips = new Strip[0];
    private Strip[] byTrack = new Strip[0];
    private final PresetShelf presets = new PresetShelf();
    private final MediaShelf media = new MediaShelf();
    private int taken = Sampler.CELL;
    private double peakLeft;
    private double peakRight;

    /** @param rate frames a second, 8,000 … 192,000 */
    public Engine(int rate) {
        this(rate, true);
    }

    /** An engine without the master's safety and its delay, for sound that is worked on further. */
    public static Engine bare(int rate) {
        return new Engine(rate, false);
    }

    private Engine(int rate, boolean safe) {
        if (rate < 8_000 || rate > 192_000) {
            throw new IllegalArgumentException("The engine runs at 8 to 192 kHz, not at " + rate + " Hz.");
        }
        this.rate = rate;
        pool = new VoicePool(VoicePool.VOICES, rate);
        ceiling = safe ? new Ceiling(rate) : null;
        mixer = new Mixer(rate);
        metronome = new Metronome(rate);
        audition = new Audition(pool);
        player = new Player(this, Score.empty(rate));
    }

    /** Frames a second. */
    public int rate() {
        return rate;
    }

    /**
     * Frames by which the sound comes later than it is made: the look-ahead of the master's safety, and what the effects of
     * the longest way need. It changes with the score and with parameters.
     */
    public int latency() {
        return mixer.latency() + (ceiling == null ? 0 : Sampler.CELL);
    }

    /** Adds a preset, or replaces the one at its address; tracks that wait for it sound from now on. */
    public void addPreset(Preset preset) {
        addPreset(preset, preset.address());
    }

    /** Adds a preset that stands in at another address than its own; at {@link Audition#ADDRESS} it is tried out. */
    public void addPreset(Preset preset, int address) {
        if (address == Audition.ADDRESS) {
            audition.preset(preset);
            return;
        }
        presets.put(preset, address);
        player.replace(player.score());
        for (int track = 0; track < byTrack.length; track++) {
            if (player.score().preset(track) == address && !player.playing()) {
                byTrack[track].sampler.preset(preset);
            }
        }
    }

    /**
     * Adds a recording, whole or with blocks still to come; what waits for it sounds from now on. Blocks that are put into it
     * later are heard as they come.
     */
    public void addMedia(MediaSound sound) {
        media.put(sound);
        resolveMedia();
    }

    /** Lets a recording go. */
    public void removeMedia(MediaKey key) {
        media.remove(key);
        resolveMedia();
    }

    /** A recording that was added, or nothing. */
    public @Nullable MediaSound media(MediaKey key) {
        return media.at(key.bits());
    }

    private void resolveMedia() {
        for (int track = 0; track < byTrack.length; track++) {
            byTrack[track].resolve(player.score(), track, media);
        }
    }

    /** Lets a preset go; what sounds of it goes on. */
    public void removePreset(int address) {
        presets.remove(address);
    }

    /** The addresses of presets that the score asks for, each once, rising. */
    public int[] asked() {
        return presets.asked(player.score());
    }

    /** The addresses of presets that the score asks for and that have not been added, each once, rising. */
    public int[] missing() {
        return presets.missing(player.score());
    }

    /**
     * The same in the order in which the place needs them, six numbers each: the address, the frame at which it first sounds
     * from there on (less than the place if only before it, {@link Integer#MAX_VALUE} if no note plays it), and which keys sound in
     * the next ten seconds, key 0 in the lowest bit of the first of four numbers.
     */
    public int[] needs() {
        return presets.needs(player.score(), player.position(), Needs.SECONDS * rate);
    }

    /**
     * Makes a piece of what a score will need, a delay line or so, and says whether it was the last: whoever may not let the sound wait calls
     * this between blocks until it says so, then {@link #score}. Nothing is heard of it.
     */
    public boolean makeReady(Score next) {
        return !mixer.makeReady(next);
    }

    /** Plays another score from the same place on; notes that are in both are not cut. */
    public void score(Score next) {
        if (next.rate() != rate) {
            throw new IllegalArgumentException("The score is for " + next.rate() + " Hz, the engine runs at " + rate + ".");
        }
        @Nullable Strip[] kept = new Strip[next.tracks()];
        for (int track = 0; track < kept.length; track++) {
            kept[track] = stripOf(next.trackName(track));
        }
        for (Strip strip : strips) {
            strip.used = false;
        }
        for (Strip strip : kept) {
            if (strip != null) {
                strip.used = true;
            }
        }
        Strip[] chosen = new Strip[next.tracks()];
        for (int track = 0; track < chosen.length; track++) {
            Strip known = kept[track];
            Strip strip = known == null ? freshStrip() : known;
            strip.used = true;
            strip.name = next.trackName(track);
            strip.drums = next.drums(track);
            if (known == null) {
                strip.instrument().controllers().restore();
                strip.moved.forget();
                strip.freeze(null, rate);
                strip.compare(0);
            }
            strip.sampler.preset(preset(next.preset(track)));
            strip.play(new RegionTrack(next, track), rate);
            strip.changed = strip.take(next, track, rate);
            chosen[track] = strip;
        }
        for (Strip strip : strips) {
            if (!strip.used) {
                strip.releaseAll();
            }
        }
        byTrack = chosen;
        mixer.replace(next, chosen, player.placeIn(next));
        late();
        player.replace(next);
        resolveMedia();
        for (Strip strip : chosen) {
            if (strip.changed) {
                player.changes(strip);
            }
        }
        compareFrozen();
    }

    /**
     * Plays a track's sound as it was made before, in place of its notes, for as long as the score says the same as what it
     * was made from. Hands still play the instrument.
     *
     * @param track the song's name for it; an unknown one is passed over
     * @param sound or null for the notes again
     */
    public void freeze(int track, @Nullable FrozenTrack sound) {
        Strip strip = stripOf(track);
        if (strip != null) {
            strip.freeze(sound, rate);
            compareFrozen();
        }
    }

    /** Whether a track's notes are played from a frozen sound now. */
    public boolean isFrozen(int track) {
        Strip strip = stripOf(track);
        return strip != null && strip.isFrozen();
    }

    /** What goes past the mixer comes as late as what goes through it. */
    private void late() {
        metronome.late(mixer.latency());
        audition.late(mixer.latency());
    }

    private void compareFrozen() {
        boolean any = false;
        for (Strip strip : byTrack) {
            any |= strip.hasFrozen() || strip.isFrozen();
        }
        if (!any) {
            return;
        }
        long[] fingerprints = player.score().fingerprints();
        for (int track = 0; track < byTrack.length; track++) {
            Strip strip = byTrack[track];
            if (strip.compare(fingerprints[track])) {
                if (strip.isFrozen()) {
                    player.freezes(strip);
                } else {
                    player.thaws(strip);
                }
            }
        }
    }

    void readFrozen(int from, int to, int at, int frames) {
        for (Strip strip : byTrack) {
            strip.read(from, to, at, frames);
        }
    }

    public Score score() {
        return player.score();
    }

    public void play() {
        player.play();
    }

    /** Plays from where it stands, beginning at that very frame from now. */
    public void playIn(int frames) {
        player.playAfter().begin(frames);
    }

    /**
     * Counts in, then plays from where it stands.
     *
     * @param beats knocks before it plays, 1 or more
     * @param perBar how many of them make a bar; the first of each is accented
     * @param every frames from one to the next
     */
    public void countIn(int beats, int perBar, double every) {
        player.playAfter().begin((int) (beats * every + 0.5), beats, perBar, every);
    }

    /** Frames until playing begins after {@link #playIn} or {@link #countIn}; 0 once it has. */
    public int waiting() {
        return player.waiting();
    }

    /**
     * Brings playing some frames further, or back if negative, by one frame in each cell: the tempo differs by 1.6 % on
     * the way, the pitch not at all.
     */
    public void nudge(int frames) {
        player.nudge(frames);
    }

    /** Stops and lets every note go; tails ring out. */
    public void stop() {
        player.stop();
    }

    /** Goes to a frame of the score, playing or not. */
    public void seek(int frame) {
        player.seek(frame);
    }

    /**
     * Sets the loop: reaching {@code to}, playing goes on at {@code from}.
     *
     * @param from frame, 0 or more
     * @param to frame, more than a cell after {@code from}; otherwise nothing loops
     */
    public void loop(int from, int to, boolean on) {
        player.loop(from, to, on);
    }

    public boolean playing() {
        return player.playing();
    }

    /** The frame of the score that is made next. */
    public int position() {
        return player.position();
    }

    public void metronome(boolean on) {
        metronome.on(on);
    }

    /** How loud the metronome is, in hundredths of a dB above −12 dBFS, −4,000 … 1,000. */
    public void metronomeVolume(int hundredths) {
        metronome.louder(hundredths);
    }

    /**
     * Moves the fader of a strip, a send or the master at once, before a score brings it.
     *
     * @param name the song's name for it; an unknown one is passed over
     * @param volume hundredths of a dB
     * @param pan −1,000 … 1,000; a send and the master have none
     * @param sounds false if muted
     */
    public void fader(int name, int volume, int pan, boolean sounds) {
        if (name == player.score().masterName()) {
            mixer.masterFader(volume);
        } else {
            mixer.fader(name, volume, pan, sounds);
        }
    }

    /**
     * Sets a parameter of an insert, an instrument or a pad at once, before a score brings it.
     *
     * @param device the song's name for it; an unknown one is passed over
     * @param parameter its place in the effect's list; an unknown one is passed over
     * @param value in its unit, held in its range
     */
    public void set(int device, int parameter, double value) {
        for (Strip strip : byTrack) {
            if (!mixer.moves(device, parameter) && strip.set(device, parameter, value)) {
                return;
            }
        }
        mixer.set(device, parameter, value);
        late();
    }

    /**
     * A hand takes hold of what a lane of automation moves, or lets it go: in between it stands where {@link #fader} and
     * {@link #set} put it.
     *
     * @param name the song's name for a strip, a send, the master or a device
     * @param place the parameter's place in the effect's list; of others −1 for the volume, −2 for the pan
     */
    public void hold(int name, int place, boolean on) {
        mixer.hold(name, place, on);
    }

    /**
     * How much a compressor or limiter turned down since this was last asked, at the deepest: dB, 0 or less.
     *
     * @param device the song's name for it; 0 for an unknown one, and for effects of other kinds
     */
    public double readReduction(int device) {
        return mixer.readReduction(device);
    }

    /**
     * Tells what one of the live audio tools hears and does, to be drawn: {@link studio.tutti.core.effect.ToneEffect#read}.
     *
     * @param device the song's name for it
     * @param into {@link studio.tutti.core.effect.ToneEffect#NUMBERS} numbers; not touched where the answer is no
     * @return whether the device is one of these tools
     */
    public boolean readTone(int device, float[] into) {
        return mixer.readTone(device, into);
    }

    /**
     * Measures the loudness and the spectrum of what a strip gives from now on, behind its fader; of one at a time.
     *
     * @param name the song's name for a strip or the master, or {@link #NO_PROBE} for none
     */
    public void probe(int name) {
        mixer.probe(name);
    }

    /** Begins to measure loudness anew. */
    public void resetProbe() {
        Probe probe = mixer.probe();
        if (probe != null) {
            probe.reset();
        }
    }

    /**
     * Tells what {@link #probe} measured.
     *
     * @param loudness where momentary, short-term and integrated loudness are written, in LUFS; −200 for none
     * @param spectrum where levels in dB are written, at frequencies from 20 Hz to 20 kHz, or to 0.49 of the rate, in equal
     *     ratios; not touched while nothing is measured
     */
    public void readProbe(float[] loudness, float[] spectrum) {
        Probe probe = mixer.probe();
        if (probe == null) {
            java.util.Arrays.fill(loudness, -200);
        } else {
            probe.read(loudness, spectrum);
        }
    }

    /** Whether nothing sounds any more, tails of instruments and effects included. */
    public boolean isSilent() {
        return voices() == 0 && mixer.isSilent();
    }

    /** Sounds a key on a track until {@link #noteOff}: audition, playing along. */
    public void noteOn(int track, int key, int velocity) {
        hands.down(track, key, velocity, 0);
    }

    public void noteOff(int track, int key) {
        hands.up(track, key, 0);
    }

    /** Everybody's playing by hand. */
    public Hands hands() {
        return hands;
    }

    /** What is tried out beside the song. */
    public Audition audition() {
        return audition;
    }

    /** Silences everything within 6 ms; playing goes on with the next notes. */
    public void panic() {
        player.endAll(0);
        hands.forget();
        audition.stop();
        for (Strip strip : strips) {
            strip.moved.forget();
            strip.silence();
        }
    }

    /** Writes the next frames of sound, −1 … 1. */
    public void render(float[] l, float[] r, int from, int frames) {
        int at = from;
        int to = from + frames;
        while (at < to) {
            if (taken == Sampler.CELL) {
                cell();
                taken = 0;
            }
            int some = Math.min(Sampler.CELL - taken, to - at);
            for (int i = 0; i < some; i++) {
                l[at + i] = (float) left[taken + i];
                r[at + i] = (float) right[taken + i];
            }
            taken += some;
            at += some;
        }
    }

    /** Voices that sound now. */
    public int voices() {
        int voices = pool.sounding();
        for (Strip strip : strips) {
            voices += strip.own();
        }
        return voices;
    }

    /** The strips' peaks since last read, 0 … 1 full scale: left and right of each strip of the score, then the master. */
    public void readPeaks(float[] peaks) {
        int master = mixer.readPeaks(peaks);
        peaks[master] = (float) peakLeft;
        peaks[master + 1] = (float) peakRight;
        peakLeft = 0;
        peakRight = 0;
    }

    Strip strip(int track) {
        return byTrack[track];
    }

    @Nullable Preset preset(int address) {
        return presets.at(address);
    }

    void beat(boolean bar, int frame) {
        metronome.beat(bar, frame);
    }

    void count(boolean bar, int frame) {
        metronome.count(bar, frame);
    }

    void letPedalsGo(int frame) {
        for (Strip strip : byTrack) {
            strip.instrument().control(Controllers.SUSTAIN, 0, frame);
        }
    }

    /** Controllers and presets to where the score begins. */
    void resetControllers() {
        for (int track = 0; track < byTrack.length; track++) {
            byTrack[track].instrument().controllers().restore();
            byTrack[track].moved.putBack(byTrack[track].instrument().controllers());
            byTrack[track].sampler.preset(preset(player.score().preset(track)));
        }
    }

    /** {@link studio.tutti.core.instrument.Instrument#place}, of every track. */
    void place(int frame) {
        double quarters = player.score().tick(frame) / Ticks.PER_QUARTER;
        for (Strip strip : byTrack) {
            strip.instrument().place((double) frame / rate, quarters);
        }
    }

    void settle(int frame) {
        for (Strip strip : byTrack) {
            strip.instrument().settle(frame);
        }
    }

    private void cell() {
        for (Strip strip : strips) {
            strip.begin();
        }
        double tick = player.score().tick(player.position());
        double ticks = player.score().tick(player.position() + Sampler.CELL) - tick;
        audition.cell(player.playing() && player.waiting() == 0, tick, ticks);
        double quarters = player.score().quartersASecond(player.position());
        for (Strip strip : strips) {
            strip.tempo(quarters);
        }
        player.cell();
        int landed = player.landed();
        if (landed >= 0) {
            mixer.automate(landed, true);
        }
        mixer.automate(player.position(), false);
        mixer.render(left, right);
        metronome.render(left, right);
        audition.render(left, right);
        if (ceiling != null) {
            ceiling.pass(left, right);
        }
        for (int i = 0; i < Sampler.CELL; i++) {
            double a = left[i] < 0 ? -left[i] : left[i];
            double b = right[i] < 0 ? -right[i] : right[i];
            peakLeft = a > peakLeft ? a : peakLeft;
            peakRight = b > peakRight ? b : peakRight;
        }
    }

    /** The strip of a track by the song's name for it. */
    @Nullable Strip stripOf(int name) {
        for (Strip strip : strips) {
            if (strip.used && strip.name == name) {
                return strip;
            }
        }
        return null;
    }

    /** A strip that nobody uses and that is silent, or a new one. */
    private Strip freshStrip() {
        for (Strip strip : strips) {
            if (!strip.used && strip.silent()) {
                mixer.letGo(strip);
                return strip;
            }
        }
        Strip strip = new Strip(pool);
        Strip[] more = new Strip[strips.length + 1];
        System.arraycopy(strips, 0, more, 0, strips.length);
        more[strips.length] = strip;
        strips = more;
        return strip;
    }
}
