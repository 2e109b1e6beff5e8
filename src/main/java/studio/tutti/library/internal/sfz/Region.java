package studio.tutti.library.internal.sfz;

import java.util.List;
import java.util.Set;
import studio.tutti.core.instrument.Generator;
import studio.tutti.core.instrument.Modulator;
import studio.tutti.core.instrument.Sample;
import studio.tutti.core.instrument.Zone;

/** A region of a kit as the sampler plays it: one zone for each channel of its recording. */
final class Region {

    /** What has no sound of its own. */
    private static final Set<String> SILENT = Set.of("sample", "region_label", "group_label", "master_label", "global_label", "sw_label",
            "sw_default", "sw_last", "sw_lokey", "sw_hikey", "key", "lokey", "hikey", "default_path", "note_offset", "octave_offset",
            "image", "sample_quality", "sample_dyn_param", "comment", "author", "copyright", "delay_samples");

    private static final int LOUDEST = 240;

    private final Opcodes opcodes;
    private final int shift;

    /** @param shift keys by which the kit's control header moves what regions say */
    Region(Opcodes opcodes, int shift) {
        this.opcodes = opcodes;
        this.shift = shift;
    }

    int lowKey() {
        return Math.max(0, opcodes.key("lokey", opcodes.key("key", -shift)) + shift);
    }

    int highKey() {
        int high = opcodes.key("hikey", opcodes.key("key", 127 - shift));
        return high < 0 ? -1 : Math.min(127, high + shift);
    }

    /** Adds the zones, and the names of what is not played. */
    void zones(Sample[] samples, List<Zone> zones, Set<String> notPlayed) {
        int lowVelocity = Math.clamp(opcodes.whole("lovel", 0), 0, 127);
        int highVelocity = Math.clamp(opcodes.whole("hivel", 127), 0, 127);
        for (int channel = 0; channel < samples.length; channel++) {
            int[] values = Generator.defaultValues();
            Sample sample = samples[channel];
            if (!recording(values, sample)) {
                return;
            }
            pitch(values);
            loudness(values, samples.length == 2 ? channel : -1);
            envelope(values);
            filter(values, notPlayed);
            choice(values);
            zones.add(new Zone(lowKey(), highKey(), lowVelocity, highVelocity, sample, values, modulators()));
        }
        for (String name : opcodes.unasked()) {
            if (!SILENT.contains(name) && !name.startsWith("hint_") && !name.startsWith("label_") && !name.startsWith("set_")
                    && !name.startsWith("locc") && !name.startsWith("hicc")) {
                notPlayed.add(name);
            }
        }
    }

    /** What of the recording sounds; false if nothing. */
    private boolean recording(int[] values, Sample sample) {
        int end = opcodes.whole("end", sample.length() - 1);
        if (end < 0) {
            return false;
        }
        values[Generator.START_OFFSET] = Math.clamp(opcodes.whole("offset", 0), 0, sample.length());
        values[Generator.END_OFFSET] = Math.min(end + 1, sample.length()) - sample.length();
        int from = opcodes.whole("loop_start", sample.loopStart());
        int to = opcodes.has("loop_end") ? opcodes.whole("loop_end", 0) + 1 : sample.loopEnd();
        boolean loops = from >= 0 && to > from && to <= sample.length();
        values[Generator.LOOP_START_OFFSET] = loops ? from - sample.loopStart() : 0;
        values[Generator.LOOP_END_OFFSET] = loops ? to - sample.loopEnd() : 0;
        String mode = opcodes.text("loop_mode", loops ? "loop_continuous" : "no_loop");
        boolean release = opcodes.text("trigger", "attack").startsWith("release");
        values[Generator.SAMPLE_MODES] = release || mode.equals("one_shot") ? Generator.ONE_SHOT
                : !loops ? 0 : mode.equals("loop_continuous") ? 1 : mode.equals("loop_sustain") ? 3 : 0;
        values[Generator.ON_RELEASE] = release ? 1 : 0;
        values[Generator.RELEASE_DECAY] = (int) Math.round(opcodes.number("rt_decay", 0, 0, 200) * 10);
        return true;
    }

    private void pitch(int[] values) {
        values[Generator.ROOT_KEY] = Math.clamp(opcodes.key("pitch_keycenter", opcodes.key("key", 60 - shift)) + shift, 0, 127);
        values[Generator.SCALE_TUNING] = (int) opcodes.number("pitch_keytrack", 100, -1200, 1200);
        values[Generator.COARSE_TUNE] = (int) opcodes.number("transpose", 0, -127, 127);
        values[Generator.FINE_TUNE] = (int) opcodes.number("tune", 0, -9600, 9600);
        values[Generator.VIBRATO_LFO_TO_PITCH] = (int) opcodes.number("pitchlfo_depth", 0, -1200, 1200);
        values[Generator.VIBRATO_LFO_FREQUENCY] = cents(opcodes.number("pitchlfo_freq", 0, 0, 20));
        values[Generator.VIBRATO_LFO_DELAY] = timecents(opcodes.number("pitchlfo_delay", 0));
    }

    private void loudness(int[] values, int channel) {
        double decibels = opcodes.number("volume", 0, -144, LOUDEST / 10.0) + opcodes.number("group_volume", 0) + opcodes.number("master_volume", 0)
                + opcodes.number("global_volume", 0);
        double amplitude = opcodes.number("amplitude", 100, 0, 1000) / 100;
        decibels += amplitude <= 0 ? -144 : 20 * Math.log10(amplitude);
        values[Generator.GAIN] = (int) Math.clamp(Math.round(10 * decibels), -1440, LOUDEST);
        double pan = opcodes.number("pan", 0, -100, 100) * 5;
        values[Generator.PAN] = (int) Math.round(channel < 0 ? pan : Math.clamp(pan + (channel == 0 ? -500 : 500), -500, 500));
    }

    private void envelope(int[] values) {
        double sustain = opcodes.number("ampeg_sustain", 100, 0, 100);
        int depth = sustain <= 0.001 ? 1000 : (int) Math.min(1000, Math.round(-200 * Math.log10(sustain / 100)));
        values[Generator.VOLUME_ENVELOPE_DELAY] = timecents(opcodes.number("ampeg_delay", 0) + opcodes.number("delay", 0));
        values[Generator.VOLUME_ENVELOPE_ATTACK] = timecents(opcodes.number("ampeg_attack", 0));
        values[Generator.VOLUME_ENVELOPE_HOLD] = timecents(opcodes.number("ampeg_hold", 0));
        values[Generator.VOLUME_ENVELOPE_SUSTAIN] = depth;
        // kits tell how long it takes to the sustain level, the sampler how long a fall of 100 dB would take
        values[Generator.VOLUME_ENVELOPE_DECAY] = timecents(opcodes.number("ampeg_decay", 0) * 1000 / Math.max(1, depth));
        values[Generator.VOLUME_ENVELOPE_RELEASE] = timecents(opcodes.number("ampeg_release", 0.001));
    }

    private void filter(int[] values, Set<String> notPlayed) {
        String type = opcodes.text("fil_type", "lpf_2p");
        double cutoff = opcodes.number("cutoff", 0, 0, 24_000);
        double resonance = opcodes.number("resonance", 0, 0, 40);
        int depth = (int) opcodes.number("fileg_depth", 0, -12_000, 12_000);
        int attack = timecents(opcodes.number("fileg_attack", 0));
        int decay = timecents(opcodes.number("fileg_decay", 0));
        int sustain = (int) Math.round(1000 - 10 * opcodes.number("fileg_sustain", 100, 0, 100));
        int release = timecents(opcodes.number("fileg_release", 0));
        if (cutoff <= 0) {
            return;
        }
        if (!type.startsWith("lpf")) {
            notPlayed.add("fil_type=" + type);
            return;
        }
        values[Generator.FILTER_CUTOFF] = Math.clamp(cents(cutoff), 1500, 13_500);
        values[Generator.FILTER_Q] = (int) Math.round(10 * resonance);
        values[Generator.MOD_ENVELOPE_TO_FILTER] = depth;
        values[Generator.MOD_ENVELOPE_ATTACK] = attack;
        values[Generator.MOD_ENVELOPE_DECAY] = decay;
        values[Generator.MOD_ENVELOPE_SUSTAIN] = sustain;
        values[Generator.MOD_ENVELOPE_RELEASE] = release;
    }

    private void choice(int[] values) {
        values[Generator.EXCLUSIVE_CLASS] = opcodes.whole("group", 0);
        int off = opcodes.whole("off_by", 0);
        values[Generator.OFF_BY] = off == 0 ? -1 : off;
        values[Generator.OFF_GENTLY] = opcodes.text("off_mode", "fast").equals("normal") ? 1 : 0;
        values[Generator.SEQUENCE_LENGTH] = Math.clamp(opcodes.whole("seq_length", 1), 1, 100);
        values[Generator.SEQUENCE_POSITION] = Math.clamp(opcodes.whole("seq_position", 1), 1, 100);
        values[Generator.LOW_CHANCE] = (int) Math.round(10_000 * opcodes.number("lorand", 0, 0, 1));
        values[Generator.HIGH_CHANCE] = (int) Math.round(10_000 * opcodes.number("hirand", 1, 0, 1));
        fade(values, Generator.FADE_IN_LOW_VELOCITY, "xfin_lovel", "xfin_hivel", 0);
        fade(values, Generator.FADE_OUT_LOW_VELOCITY, "xfout_lovel", "xfout_hivel", 0);
        fade(values, Generator.FADE_IN_LOW_KEY, "xfin_lokey", "xfin_hikey", shift);
        fade(values, Generator.FADE_OUT_LOW_KEY, "xfout_lokey", "xfout_hikey", shift);
    }

    private void fade(int[] values, int generator, String low, String high, int moved) {
        int from = opcodes.key(low, -1);
        int to = opcodes.key(high, -1);
        if (from >= 0 && to >= from) {
            values[generator] = Math.clamp(from + moved, 0, 127);
            values[generator + 1] = Math.clamp(to + moved, 0, 127);
        }
    }

    /** Velocity to loudness as the kit says; velocity to filter only if it says so; the rest as everywhere. */
    private Modulator[] modulators() {
        int track = (int) Math.round(960 * opcodes.number("amp_veltrack", 100, -100, 100) / 100);
        int filter = (int) opcodes.number("fil_veltrack", 0, -9600, 9600);
        Modulator[] modulators = Modulator.DEFAULTS.clone();
        modulators[0] = modulators[0].withAmount(track);
        modulators[1] = filter == 0 ? modulators[1].withAmount(0) : new Modulator(0x0002, Generator.FILTER_CUTOFF, filter, 0, 0);
        return modulators;
    }

    private static int timecents(double seconds) {
        return seconds <= 0.001 ? -12_000 : (int) Math.round(1200 * Math.log(Math.min(100, seconds)) / Math.log(2));
    }

    /** Absolute cents of a frequency. */
    private static int cents(double hertz) {
        return hertz <= 0 ? -16_000 : (int) Math.round(1200 * Math.log(hertz / 8.17579891564) / Math.log(2));
    }
}
