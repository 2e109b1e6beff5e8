package studio.tutti.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.editing.Gesture;
import studio.tutti.core.editing.InstrumentGestures;
import studio.tutti.core.editing.LoopGestures;
import studio.tutti.core.engine.ScoreCompiler;
import studio.tutti.core.mixer.OwnFont;
import studio.tutti.library.Instruments;
import studio.tutti.audiofile.Encoding;

@DisplayName("A track that plays a SoundFont of one's own")
class OwnFontTest {

    @TempDir
    private Path folder;

    private final Arrangement song = new Arrangement();
    private final IdSequence ids = new IdSequence(3, 1);

    private Element done(Gesture gesture) {
        song.apply(new Edit(ids.next(), new Id(1, 1), 0, gesture.label(), Id.NONE, gesture.operations()));
        return gesture.made().isEmpty() ? song.root() : song.find(gesture.made().getFirst());
    }

    @Test
    @DisplayName("bounces from its file, travels in .tutti, and is refused with a sentence where the file is missing")
    void bounces() throws Exception {
        byte[] bytes;
        try (InputStream font = getClass().getResourceAsStream("/soundfonts/FluidR3_GM.sf3")) {
            bytes = font.readAllBytes();
        }
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Files.write(Files.createDirectories(folder.resolve("in")).resolve(hash), bytes);
        done(new LoopGestures(song, ids).place(new LoopGestures.Loop("A loop", false, 0, 3840, new int[] {0, 960, 60, 100}, "By nobody"), null, 0, 0));
        Element track = song.root().children(Kind.TRACK).iterator().next();
        done(new InstrumentGestures(ids).font(track, hash, 0, 48));
        assertThat(OwnFont.media(track)).isEqualTo(hash);
        int address = ScoreCompiler.compile(song, 44_100).preset(0);
        assertThat(OwnFont.isOwn(address)).isTrue();
        assertThat(OwnFont.at(song.root(), address)).isEqualTo(new OwnFont(hash, 0, 48));

        Path file = folder.resolve("song.tutti");
        SongWriter.write(song, new MediaFolder(folder.resolve("in")), file);
        Path out = Files.createDirectories(folder.resolve("out"));
        Arrangement read = SongReader.read(file, new MediaFolder(out)).arrangement();
        assertThat(out.resolve(hash)).hasBinaryContent(bytes);

        Instruments instruments = new Instruments();
        instruments.file(hash, out.resolve(hash));
        Path own = folder.resolve("own.wav");
        Mixdown.of(read, instruments, 44_100).write(own, Encoding.WAV_16, share -> { });
        done(new InstrumentGestures(ids).font(track, "", 0, 48));
        assertThat(OwnFont.media(track)).isNull();
        Path builtIn = folder.resolve("built-in.wav");
        Mixdown.of(song, new Instruments(), 44_100).write(builtIn, Encoding.WAV_16, share -> { });
        assertThat(own).as("the same bank, once as one's own").hasSameBinaryContentAs(builtIn);

        assertThatThrownBy(() -> Mixdown.of(read, new Instruments(), 44_100).write(own, Encoding.WAV_16, share -> { }))
                .hasMessage("The song's own instrument is missing: its file is not here.");
    }

    @Test
    @DisplayName("drums tracks take loops of drums only, and credits are told once")
    void loops() {
        LoopGestures gestures = new LoopGestures(song, ids);
        LoopGestures.Loop drums = new LoopGestures.Loop("Beat", true, 0, 3840, new int[] {0, 60, 36, 100}, "Beat by nobody");
        LoopGestures.Loop bass = new LoopGestures.Loop("Bass", false, 33, 3840, new int[] {0, 60, 36, 100}, "Bass by nobody");
        Element beat = done(gestures.place(drums, null, 0, 5));
        assertThat(TrackType.of(beat.parent().number(Property.TYPE))).isEqualTo(TrackType.DRUMS);
        Element line = done(gestures.place(bass, beat.parent(), 3840, 5));
        assertThat(line.parent()).isNotSameAs(beat.parent());
        assertThat(line.parent().integer(Property.PROGRAM)).isEqualTo(33);
        Element again = done(gestures.place(bass, line.parent(), 7680, -2));
        assertThat(again.parent()).isSameAs(line.parent());
        Element content = song.find(again.reference(Property.CONTENT));
        assertThat(content.children(Kind.NOTE).iterator().next().integer(Property.PITCH)).isEqualTo(34);
        assertThat(song.root().text(Property.CREDITS)).isEqualTo("Beat by nobody\nBass by nobody");
    }

    @Test
    @DisplayName("a sound of the library becomes a pad of the kit at hand, or of a new one, or takes a pad's place")
    void sounds() {
        LoopGestures gestures = new LoopGestures(song, ids);
        Element first = done(gestures.sound("Kick", "a".repeat(64), -1, "Kick by nobody", null, -1));
        Element kit = first.parent();
        assertThat(kit.text(Property.DEVICE)).isEqualTo("drumkit");
        assertThat(TrackType.of(kit.parent().number(Property.TYPE))).isEqualTo(TrackType.DRUMS);
        Element second = done(gestures.sound("Snare", "b".repeat(64), -1, "Snare by nobody", kit.parent(), -1));
        assertThat(second.parent()).isSameAs(kit);
        assertThat(second.integer(Property.PITCH)).isEqualTo(37);
        done(gestures.sound("Clap", "c".repeat(64), -1, "", kit.parent(), 36));
        assertThat(first.text(Property.MEDIA)).isEqualTo("c".repeat(64));
        assertThat(kit.children(Kind.PAD)).hasSize(2);
        Element note = done(gestures.sound("Piano", "d".repeat(64), 57, "", null, -1));
        assertThat(note.parent().text(Property.DEVICE)).isEqualTo("sampler");
        assertThat(note.integer(Property.PITCH)).isEqualTo(57);
    }
}
