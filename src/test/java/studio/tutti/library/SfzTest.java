package studio.tutti.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.core.instrument.Generator;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.Zone;

@DisplayName("Reading an SFZ kit")
class SfzTest {

    private static final byte[] WAV = KitArchive.wav(1, 2000, 0, 0);

    @TempDir
    private Path folder;

    private Preset kit(String text) throws IOException {
        return new KitArchive().with("kit.sfz", text).with("a.wav", WAV).with("sub/B c.wav", WAV).open(folder).preset(0, 0);
    }

    @Test
    @DisplayName("inherits from group, master and global, reads note names, moves by octaves, and resolves definitions and includes")
    void structure() throws IOException {
        InstrumentFile file = new KitArchive().with("drums/kit.sfz", """
                // a comment
                <control> default_path=../sounds/ octave_offset=-1 note_offset=1
                #define $LOW c4
                #include "more.txt"
                /* over
                   lines */
                <global> ampeg_release=0.5 volume=-3
                <master> pan=20
                <group> lovel=64
                <region> sample=B c.wav lokey=$LOW hikey=d#4 pitch_keycenter=db4 tune=-7
                <region> sample=a.WAV key=62 volume=2
                <master> <region> sample=a.wav
                """).with("drums/more.txt", "<region> sample=a.wav key=c5")
                .with("sounds/a.wav", WAV).with("sounds/B c.wav", WAV).open(folder);
        assertThat(file.entries()).containsExactly(new SoundFont.Entry(0, 0, "kit"));
        Zone[] zones = file.preset(0, 0).zones();
        assertThat(zones).hasSize(4);
        assertThat(zones[0].lowKey()).as("c5 an octave down and a key up").isEqualTo(72 - 11);
        assertThat(zones[0].value(Generator.GAIN)).isZero();
        Zone first = zones[1];
        assertThat(first.lowKey()).isEqualTo(60 - 11);
        assertThat(first.highKey()).isEqualTo(63 - 11);
        assertThat(first.value(Generator.ROOT_KEY)).isEqualTo(61 - 11);
        assertThat(first.value(Generator.FINE_TUNE)).isEqualTo(-7);
        assertThat(first.lowVelocity()).isEqualTo(64);
        assertThat(first.value(Generator.PAN)).isEqualTo(100);
        assertThat(first.value(Generator.GAIN)).isEqualTo(-30);
        assertThat(first.value(Generator.VOLUME_ENVELOPE_RELEASE)).as("half a second").isCloseTo(-1200, within(1));
        assertThat(zones[2].value(Generator.GAIN)).as("its own in place of the global one").isEqualTo(20);
        assertThat(zones[3].value(Generator.PAN)).as("the new master says nothing").isZero();
        assertThat(zones[3].lowVelocity()).isZero();
        assertThat(file.notPlayed()).isEmpty();
    }

    @Test
    @DisplayName("plays a part of a recording, its loop as the file or the kit says, both channels of a stereo one apart")
    void recordings() throws IOException {
        Zone[] zones = new KitArchive().with("kit.sfz", """
                <region> sample=loop.wav
                <region> sample=loop.wav loop_mode=no_loop offset=100 end=1499
                <region> sample=loop.wav loop_mode=loop_sustain loop_start=10 loop_end=19
                <region> sample=stereo.wav loop_mode=one_shot
                <region> sample=a.wav end=-1
                """).with("loop.wav", KitArchive.wav(1, 2000, 500, 1500)).with("stereo.wav", KitArchive.wav(2, 100, 0, 0))
                .with("a.wav", WAV).open(folder).preset(0, 0).zones();
        assertThat(zones).hasSize(5);
        assertThat(zones[0].value(Generator.SAMPLE_MODES)).isEqualTo(1);
        assertThat(zones[0].loopStart()).isEqualTo(500);
        assertThat(zones[0].loopEnd()).isEqualTo(1500);
        assertThat(zones[1].value(Generator.SAMPLE_MODES)).isZero();
        assertThat(zones[1].start()).isEqualTo(100);
        assertThat(zones[1].end()).isEqualTo(1500);
        assertThat(zones[2].value(Generator.SAMPLE_MODES)).isEqualTo(3);
        assertThat(zones[2].loopStart()).isEqualTo(10);
        assertThat(zones[2].loopEnd()).isEqualTo(20);
        assertThat(zones[3].value(Generator.SAMPLE_MODES)).isEqualTo(Generator.ONE_SHOT);
        assertThat(zones[3].value(Generator.PAN)).isEqualTo(-500);
        assertThat(zones[4].value(Generator.PAN)).isEqualTo(500);
        assertThat(zones[3].sample().pcm()[7]).isEqualTo((short) 70);
        assertThat(zones[4].sample().pcm()[7]).isEqualTo((short) -70);
    }

    @Test
    @DisplayName("takes in turn, by chance, at release, choked by others and faded by velocity are told to the sampler")
    void choices() throws IOException {
        Zone[] zones = kit("""
                <region> sample=a.wav seq_length=3 seq_position=2 group=1 off_by=2
                <region> sample=a.wav lorand=0.25 hirand=0.5 off_mode=normal amp_veltrack=50
                <region> sample=a.wav trigger=release rt_decay=6
                <region> sample=a.wav xfin_lovel=10 xfin_hivel=50 cutoff=1000 resonance=3
                """).zones();
        assertThat(zones[0].value(Generator.SEQUENCE_LENGTH)).isEqualTo(3);
        assertThat(zones[0].value(Generator.SEQUENCE_POSITION)).isEqualTo(2);
        assertThat(zones[0].value(Generator.EXCLUSIVE_CLASS)).isEqualTo(1);
        assertThat(zones[0].value(Generator.OFF_BY)).isEqualTo(2);
        assertThat(zones[1].value(Generator.OFF_BY)).as("none chokes it").isEqualTo(-1);
        assertThat(zones[1].value(Generator.LOW_CHANCE)).isEqualTo(2500);
        assertThat(zones[1].value(Generator.HIGH_CHANCE)).isEqualTo(5000);
        assertThat(zones[1].value(Generator.OFF_GENTLY)).isEqualTo(1);
        assertThat(zones[1].modulator(0).amount()).isEqualTo(480);
        assertThat(zones[2].value(Generator.ON_RELEASE)).isEqualTo(1);
        assertThat(zones[2].value(Generator.RELEASE_DECAY)).isEqualTo(60);
        assertThat(zones[3].value(Generator.FADE_IN_HIGH_VELOCITY)).isEqualTo(50);
        assertThat(zones[3].value(Generator.FILTER_CUTOFF)).as("1 kHz").isCloseTo(8320, within(2));
        assertThat(zones[3].value(Generator.FILTER_Q)).isEqualTo(30);
    }

    @Test
    @DisplayName("tells what it does not play, and plays the rest")
    void notPlayed() throws IOException {
        InstrumentFile file = new KitArchive().with("kit.sfz", """
                <curve> v000=0
                <region> sample=a.wav eq1_freq=100 cutoff=500 fil_type=hpf_2p sw_last=24 sw_default=24
                <region> sample=a.wav sw_last=25 sw_default=24
                <region> sample=*sine
                <region> sample=gone.wav
                <region> sample=a.wav locc64=64
                """).with("a.wav", WAV).open(folder);
        assertThat(file.preset(0, 0).zones()).hasSize(1);
        assertThat(file.notPlayed()).containsExactly("<curve>", "eq1_freq", "fil_type=hpf_2p", "locc64", "sample (not in the archive)",
                "sample=*sine", "sw_last");
    }

    @Test
    @DisplayName("refuses archives that lead out of themselves, swell, hold nothing, or include themselves, with one sentence")
    void hostile() throws IOException {
        assertThat(KitArchive.wav(1, 4, 0, 0)).hasSize(52);
        refused(new KitArchive().with("../kit.sfz", "<region> sample=a.wav"), "leads out of it");
        refused(new KitArchive().with("/etc/kit.sfz", "<region> sample=a.wav"), "leads out of it");
        refused(new KitArchive().with("C:\\kit.sfz", "<region> sample=a.wav"), "leads out of it");
        refused(new KitArchive().with("a/../../kit.sfz", "<region> sample=a.wav"), "leads out of it");
        refused(new KitArchive().with("kit.txt", "no kit"), "no SFZ kit");
        refused(new KitArchive().with("kit.sfz", "nothing here"), "no regions");
        refused(new KitArchive().with("kit.sfz", "<region> sample=../../etc/passwd"), "none of its samples");
        refused(new KitArchive().with("kit.sfz", "<region> sample=/etc/passwd"), "none of its samples");
        refused(new KitArchive().with("kit.sfz", "#include \"kit.sfz\"\n<region> sample=a.wav"), "includes too much");
        refused(new KitArchive().with("kit.sfz", "#include \"../x.sfz\"\n<region> sample=a.wav"), "does not have");
        refused(new KitArchive().with("kit.sfz", "<region> sample=a.wav").with("a.wav", "no sound at all"), "can't be read");
        StringBuilder doubling = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            doubling.append("#define $A").append((char) ('a' + i / 20)).append((char) ('a' + i % 20)).append(" $A")
                    .append((char) ('a' + (i + 1) / 20)).append((char) ('a' + (i + 1) % 20)).append("$A")
                    .append((char) ('a' + (i + 1) / 20)).append((char) ('a' + (i + 1) % 20)).append('\n');
        }
        refused(new KitArchive().with("kit.sfz", doubling + "<region> sample=$Aaa"), "definitions make more of it");
        refused(new KitArchive().with("kit.sfz", "/*".repeat(4_000_000)), "no regions");
        KitArchive bomb = new KitArchive().with("kit.sfz", "<region> sample=a.wav");
        byte[] zeros = new byte[(1 << 28) + 1];
        refused(bomb.with("a.wav", zeros), "more than 1 GiB");
    }

    private void refused(KitArchive archive, String because) {
        assertThatThrownBy(() -> archive.open(folder)).isInstanceOf(BrokenSoundFont.class).hasMessageContaining(because)
                .message().endsWith(".").doesNotContain("\n");
    }

    @Test
    @DisplayName("survives three thousand archives and texts with random damage: each plays or is refused with a sentence")
    void randomDamage() throws IOException {
        String text = "<control> default_path=\n#define $A 60\n<group> key=$A\n<region> sample=a.wav lovel=1 hivel=127 seq_length=2\n";
        byte[] whole = new KitArchive().with("kit.sfz", text).with("a.wav", WAV).bytes();
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = whole.clone();
            String torn = text;
            if (seed % 2 == 0) {
                for (int i = 0; i < 1 + seed % 5; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
            } else {
                StringBuilder letters = new StringBuilder(text);
                for (int i = 0; i < 1 + seed % 7; i++) {
                    letters.setCharAt(random.nextInt(letters.length()), (char) (random.nextInt(94) + 32));
                }
                torn = letters.toString();
                damaged = new KitArchive().with("kit.sfz", torn).with("a.wav", WAV).bytes();
            }
            Path file = Files.write(folder.resolve("damaged.zip"), damaged);
            try {
                InstrumentFile read = InstrumentFile.open(file, "damaged.zip");
                for (SoundFont.Entry entry : read.entries()) {
                    read.preset(entry.bank(), entry.program());
                }
            } catch (BrokenSoundFont refused) {
                assertThat(refused.getMessage()).as("seed %s", seed).isNotBlank().endsWith(".");
            }
        }
    }
}
