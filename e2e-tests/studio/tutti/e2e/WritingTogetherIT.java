package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;

@DisplayName("People who write one song")
class WritingTogetherIT extends InBrowsers {

    /** A track, a clip of four bars on it and the notes C, E and G in it. */
    private static final String TRIAD = """
            const track = song.addTrack('instrument', 'Piano', 0, -1);
            const clip = song.addClip(track, 0, 15360);
            const content = song.clips()[2];
            song.addNote(content, 0, 480, 60, 90);
            song.addNote(content, 480, 480, 64, 90);
            song.addNote(content, 960, 480, 67, 90);
            """;

    /** The handles of the notes of the only content, by start. */
    private static final String NOTES = """
            const rows = song.notes(song.clips()[2], 0, 2 ** 30);
            const notes = Array.from(rows).filter((_, i) => i % 6 === 0);
            """;

    private static RunningStudio studio;
    private String link;

    @BeforeAll
    static void start() {
        studio = RunningStudio.start();
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @BeforeEach
    void begin() {
        link = studio.bean(Songs.class).create(new Id(7, 7), "Tried", List.of()).link();
    }

    private Musician sits(String name) {
        return Musician.sit(person(), studio.url() + "/song/" + link, name);
    }

    private void assertOneSong(Musician... musicians) {
        for (Musician each : musicians) {
            each.settled();
        }
        String stored = Long.toHexString(studio.bean(Songs.class).arrangement(link).checksum());
        for (Musician each : musicians) {
            each.sees("song.checksum.endsWith('" + stored + "')");
        }
    }

    @Test
    @DisplayName("see what the other draws, and have one song")
    void together() {
        Musician ann = sits("Ann");
        Musician ben = sits("Ben");
        ann.does(TRIAD);
        ben.seesPitches("60 64 67");
        ben.does("song.addNote(song.clips()[2], 1440, 480, 72, 90); song.setTempo(0, 96); song.rename('Ours')");
        ann.seesPitches("60 64 67 72");
        ann.sees("song.name === 'Ours' && song.tempos()[0].bpm === 96");
        assertOneSong(ann, ben);
    }

    @Test
    @DisplayName("both keep their change when one moves a note in time and the other in pitch, and agree when both move it in pitch")
    void conflicts() {
        Musician ann = sits("Ann");
        Musician ben = sits("Ben");
        ann.does(TRIAD);
        ben.seesPitches("60 64 67");
        ann.wire.hold();
        ben.wire.hold();
        ann.does(NOTES + "song.moveNotes([notes[0]], 120, 0); song.moveNotes([notes[1]], 0, 1)");
        ben.does(NOTES + "song.moveNotes([notes[0]], 0, -12); song.moveNotes([notes[1]], 0, 2)");
        ann.wire.release();
        ben.wire.release();
        assertOneSong(ann, ben);
        assertThat(ann.pitches()).isEqualTo(ben.pitches()).matches("48 (65|66) 67");
        assertThat(ann.number("song.notes(song.clips()[2], 0, 2 ** 30)[1]")).isEqualTo(120);
    }

    @Test
    @DisplayName("delete beats change: a note moved by one while another removes it is gone for all three")
    void deleteBeatsChange() {
        Musician ann = sits("Ann");
        Musician ben = sits("Ben");
        Musician cleo = sits("Cleo");
        ann.does(TRIAD);
        ben.seesPitches("60 64 67");
        cleo.seesPitches("60 64 67");
        ann.wire.hold();
        ann.does(NOTES + "song.moveNotes([notes[0], notes[2]], 0, 5)");
        ben.does(NOTES + "song.removeNotes([notes[0]])");
        cleo.seesPitches("64 67");
        ann.wire.release();
        cleo.seesPitches("64 72");
        assertOneSong(ann, ben, cleo);
    }

    @Test
    @DisplayName("undo their own edits only, and are told what can't be undone")
    void undo() {
        Musician ann = sits("Ann");
        Musician ben = sits("Ben");
        ann.does(TRIAD);
        ben.seesPitches("60 64 67");
        ann.does(NOTES + "song.moveNotes([notes[0]], 0, 1)");
        ben.seesPitches("61 64 67");
        ben.does(NOTES + "song.moveNotes([notes[2]], 0, 1)");
        ann.seesPitches("61 64 68");
        assertThat(ann.does("return song.undo()")).isNull();
        ben.seesPitches("60 64 68");
        assertThat(ann.does("return song.redo()")).isNull();
        ben.seesPitches("61 64 68");
        ben.does(NOTES + "song.moveNotes([notes[0]], 0, 5)");
        ann.seesPitches("66 64 68");
        assertThat(ann.does("return song.undo()")).isEqualTo("This can't be undone: others have changed it since.");
        assertOneSong(ann, ben);
        assertThat(ann.pitches()).isEqualTo("66 64 68");
    }

    @Test
    @DisplayName("can undo what they did before their page was loaded anew")
    void undoAfterReload() {
        Musician ann = sits("Ann");
        ann.does(TRIAD);
        ann.settled();
        ann.reload();
        ann.seesPitches("60 64 67");
        ann.does("song.undo(); song.undo()");
        ann.seesPitches("60");
        assertOneSong(ann);
    }

    @Test
    @DisplayName("go on writing while the connection is lost, and everything arrives once when it is back")
    void offline() {
        Musician ann = sits("Ann");
        Musician ben = sits("Ben");
        ann.does(TRIAD);
        ben.seesPitches("60 64 67");
        ann.settled();
        ann.wire.cut();
        ann.sees("song.connection === 'offline'");
        ann.does(NOTES + "song.moveNotes([notes[0]], 0, 2); song.addNote(song.clips()[2], 1440, 480, 71, 90)");
        assertThat(ann.number("song.pending")).isEqualTo(2);
        assertThat(ann.number("song.notes(song.clips()[2], 0, 480)[5]")).as("the moved note is marked pending").isEqualTo(2);
        ben.does(NOTES + "song.moveNotes([notes[1]], 0, -1)");
        ben.settled();
        assertThat(ann.pitches()).isEqualTo("62 64 67 71");
        ann.wire.mend();
        ann.seesPitches("62 63 67 71");
        ben.seesPitches("62 63 67 71");
        assertOneSong(ann, ben);
        pardon();
    }

    @Test
    @DisplayName("lose nothing when they reload the page before their edits have arrived")
    void reloadWhilePending() {
        Musician ann = sits("Ann");
        Musician ben = sits("Ben");
        ann.does(TRIAD);
        ben.seesPitches("60 64 67");
        ann.wire.cut();
        ann.sees("song.connection === 'offline'");
        ann.does("song.addNote(song.clips()[2], 1440, 480, 71, 90); song.addNote(song.clips()[2], 1920, 480, 72, 90); song.undo()");
        int revision = ben.number("song.revision");
        ann.reload();
        ann.wire.mend();
        ann.seesPitches("60 64 67 71");
        ben.seesPitches("60 64 67 71");
        assertOneSong(ann, ben);
        assertThat(ben.number("song.revision")).isEqualTo(revision + 3);
        ann.reload();
        ann.seesPitches("60 64 67 71");
        assertThat(ann.number("song.revision")).as("nothing was sent twice").isEqualTo(revision + 3);
        pardon();
    }

    @Test
    @DisplayName("come back by themselves when the server has started again, with what they wrote meanwhile")
    void serverRestart() {
        Musician ann = sits("Ann");
        Musician ben = sits("Ben");
        ann.does(TRIAD);
        ben.seesPitches("60 64 67");
        int port = studio.port();
        studio.stop();
        ann.sees("song.connection === 'offline'");
        ann.does(NOTES + "song.moveNotes([notes[0]], 0, 2)");
        ben.does(NOTES + "song.moveNotes([notes[2]], 0, 2)");
        studio.resume(port);
        ann.seesPitches("62 64 69");
        ben.seesPitches("62 64 69");
        assertOneSong(ann, ben);
        pardon();
    }

    @Test
    @DisplayName("see their own edit within a frame though the connection takes two seconds")
    void slowConnection() {
        Musician ann = sits("Ann");
        Musician ben = sits("Ben");
        ann.does(TRIAD);
        ben.seesPitches("60 64 67");
        ann.settled();
        ann.wire.hold();
        Object frames = ann.page.evaluate("""
                () => new Promise(told => {
                  const song = document.querySelector('tutti-studio').workspace.song;
                  const content = song.clips()[2];
                  let frames = 0;
                  const count = () => { frames++; requestAnimationFrame(count); };
                  requestAnimationFrame(count);
                  const stop = song.onChange(change => {
                    if (change.contents.has(content) && song.notes(content, 0, 2 ** 30).length === 4 * 6) { stop(); told(frames); }
                  });
                  song.addNote(content, 1440, 480, 72, 90);
                })""");
        assertThat(((Number) frames).intValue()).isLessThanOrEqualTo(1);
        ann.page.waitForTimeout(2_000);
        assertThat(ann.number("song.pending")).isEqualTo(1);
        assertThat(ann.does("return song.connection")).isEqualTo("online");
        assertThat(ben.pitches()).isEqualTo("60 64 67");
        ann.wire.release();
        ben.seesPitches("60 64 67 72");
        assertOneSong(ann, ben);
    }

    @Test
    @DisplayName("know each other, see where the others are and talk")
    void room() {
        Musician ann = sits("Ann");
        Musician ben = sits("Ben");
        ann.does(TRIAD);
        ben.seesPitches("60 64 67");
        ben.sees("song.people.length === 2 && song.people.some(each => each.name === 'Ann' && !each.self)");
        ann.does(NOTES + "song.point(song.clips()[2], 777, 64); song.select(notes)");
        ben.sees("song.people.some(each => each.pointerTick === 777 && each.pointerPitch === 64"
                + " && each.pointerPlace === song.clips()[2] && each.selection.length === 3)");
        ann.does("song.say('Shall we?')");
        ben.sees("song.chat.at(-1)?.text === 'Shall we?' && song.chat.at(-1).name === 'Ann'");
        ann.sees("song.chat.length === 1");
        ben.page.close();
        ann.sees("song.people.length === 1");
    }

    @Test
    @DisplayName("may have the song open in two tabs, which are one person")
    void twoTabs() {
        var browser = person();
        Musician first = Musician.sit(browser, studio.url() + "/song/" + link, "Ann");
        Musician second = Musician.sit(browser, studio.url() + "/song/" + link, "Ann");
        first.does(TRIAD);
        second.seesPitches("60 64 67");
        second.sees("song.undoLabel === 'draw a note'");
        assertThat(second.does("return song.undo()")).isNull();
        first.seesPitches("60 64");
        assertOneSong(first, second);
    }

    @Test
    @DisplayName("write with a browser that has no garbage-collected WebAssembly just the same")
    void javaScript() {
        Musician ann = sits("Ann");
        var old = person();
        old.addInitScript("WebAssembly.validate = () => false");
        Musician ben = Musician.sit(old, studio.url() + "/song/" + link, "Ben");
        ben.does(TRIAD);
        ann.seesPitches("60 64 67");
        ann.does(NOTES + "song.removeNotes([notes[1]])");
        ben.seesPitches("60 67");
        assertOneSong(ann, ben);
    }

    @Test
    @DisplayName("are told in a sentence when a rule is broken, and nothing changes")
    void broken() {
        Musician ann = sits("Ann");
        ann.does(TRIAD);
        ann.settled();
        int revision = ann.number("song.revision");
        assertThat(ann.does("""
                try { song.setTrack(song.tracks()[0].handle, { name: 'x'.repeat(201) }); return 'taken'; }
                catch (refused) { return refused.message; }
                """)).asString().contains("at most 200 characters");
        assertThat(ann.does("""
                try { song.pasteNotes('nonsense', song.clips()[2], 0); return 'taken'; }
                catch (refused) { return refused.message; }
                """)).isEqualTo("The clipboard holds no notes.");
        assertThat(ann.number("song.pending")).isZero();
        assertThat(ann.number("song.revision")).isEqualTo(revision);
        assertOneSong(ann);
    }
}
