package studio.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two people who play in one song")
class PlayingTogetherIT extends InStudio {

    /** Hears when the page begins to sound: milliseconds since 1970, as the loudspeaker has it. */
    private static final String EAR = """
            (async () => {
              const { output } = song().transport;
              const context = output.context;
              const code = `registerProcessor('ear', class extends AudioWorkletProcessor {
                constructor() { super(); this.quiet = 1e9; }
                process([[left]]) {
                  if (left) for (let i = 0; i < left.length; i++) {
                    if (Math.abs(left[i]) > 1e-4) {
                      if (this.quiet > 4000) this.port.postMessage(currentTime + i / sampleRate);
                      this.quiet = 0;
                    } else this.quiet++;
                  }
                  return true;
                }
              });`;
              await context.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
              const ear = new AudioWorkletNode(context, 'ear');
              window.sounded = [];
              const leads = [];
              setInterval(() => {
                const { contextTime, performanceTime } = context.getOutputTimestamp();
                if (contextTime > 0) leads.push(contextTime * 1000 - performanceTime);
                if (leads.length > 200) leads.shift();
              }, 10);
              ear.port.onmessage = ({ data }) => {
                const lead = [...leads].sort((a, b) => a - b)[leads.length >> 1];
                window.sounded.push(data * 1000 - lead + performance.timeOrigin);
              };
              output.connect(ear).connect(context.destination);
            })()""";

    /** Tells how loud the page is now, 0 … 1. */
    private static final String LEVEL = """
            (() => {
              const { output } = song().transport;
              const analyser = new AnalyserNode(output.context, { fftSize: 2048 });
              output.connect(analyser);
              const wave = new Float32Array(2048);
              window.loudness = () => { analyser.getFloatTimeDomainData(wave); return wave.reduce((most, each) => Math.max(most, Math.abs(each)), 0); };
            })()""";

    private StudioPage listening(String song, String name) {
        StudioPage page = join(song, name);
        page.until("song().transport.output !== null");
        page.ask("song().transport.ready()");
        return page;
    }

    private static List<Double> sounded(StudioPage page) {
        return ((List<?>) page.ask("window.sounded")).stream().map(each -> ((Number) each).doubleValue()).toList();
    }

    @Test
    @DisplayName("hear each other's keys, see them lit and how late they are, and may switch that off")
    void live() {
        String song = newSong();
        StudioPage ada = listening(song, "Ada");
        ada.addTrack();
        StudioPage bo = listening(song, "Bo");
        bo.until("song().tracks().length === 1 && song().transport.loading === 0");
        ada.until("song().people.length === 2 && song().transport.loading === 0");
        bo.ask(EAR);
        ada.keys("Shift+K");
        bo.keys("Shift+K");
        bo.page().getByText("not for tight jamming").waitFor();

        ada.page().keyboard().down("a");
        bo.until("[...song().playing.others.keys].some(key => key.pitch === 60 && key.name === 'Ada')");
        bo.until("window.sounded.length === 1");
        bo.page().locator("tutti-track-head .player").waitFor();
        bo.page().locator("tutti-piano [data-pitch='60'][lit]").waitFor();
        bo.page().getByText(java.util.regex.Pattern.compile("\\d+ ms")).first().waitFor();
        ada.page().keyboard().up("a");
        bo.until("[...song().playing.others.keys].length === 0");

        bo.button("Hear Ada").click();
        ada.page().keyboard().down("s");
        ada.page().keyboard().up("s");
        // What Bo says comes after what Ada played: nothing of it sounded.
        ada.ask("song().say('did you hear it?')");
        bo.until("song().chat.some(line => line.text === 'did you hear it?')");
        assertThat(sounded(bo)).hasSize(1);
        bo.button("Hear Ada").click();

        ada.button("Others hear you").click();
        ada.page().keyboard().press("d");
        ada.ask("song().say('and this?')");
        bo.until("song().chat.some(line => line.text === 'and this?')");
        assertThat(sounded(bo)).hasSize(1);
    }

    /** Waits until three bars running begin within 20 ms of each other on both pages; the song's bars are 2 s apart. */
    private static void soundAlike(StudioPage one, StudioPage other) {
        double apart = Double.NaN;
        for (int bars = 4; bars <= 16; bars++) {
            one.until("window.sounded.length >= " + bars);
            other.until("window.sounded.length >= " + bars);
            List<Double> theirs = sounded(other);
            List<Double> ours = sounded(one);
            apart = ours.subList(ours.size() - 4, ours.size() - 1).stream()
                    .mapToDouble(at -> theirs.stream().mapToDouble(each -> Math.abs(each - at)).min().orElseThrow()).max().orElseThrow();
            if (apart < 20) {
                System.out.printf("joined transport: three bars began at most %.1f ms apart%n", apart);
                return;
            }
        }
        assertThat(apart).as("milliseconds apart after sixteen bars").isLessThan(20);
    }

    @Test
    @DisplayName("let one computer alone sound, as in a class; who wants hears it here, too, and when that one goes all sound again")
    void onlyHere() {
        String song = newSong();
        StudioPage ada = listening(song, "Ada");
        ada.addTrack();
        ada.drawClip(0, 100);
        ada.drawNote(60, 0);
        ada.page().getByLabel("Sound", new Page.GetByLabelOptions().setExact(true)).click();
        ada.page().getByText("Sound only on this computer, as in a class", new Page.GetByTextOptions().setExact(true)).click();
        ada.until("song().playing.shared.sounding?.self === true && !song().transport.quiet.on");
        StudioPage bo = listening(song, "Bo");
        bo.until("song().clips().length === 10 && song().transport.quiet.on");
        for (StudioPage page : List.of(ada, bo)) {
            page.ask("song().transport.setLoop(0, " + BAR + ", true)");
            page.keys("Space");
            page.until("song().transport.playing && song().transport.playhead > " + QUARTER);
            page.ask(LEVEL);
        }
        ada.until("loudness() > 0.01");
        assertThat(bo.holds("loudness() < 1e-6")).isTrue();
        bo.page().getByLabel("Sound", new Page.GetByLabelOptions().setExact(true)).click();
        bo.page().getByText("Hear it here, too").click();
        bo.until("song().transport.loading === 0 && loudness() > 0.01");
        bo.ask("song().transport.hearHere(false)");
        bo.until("loudness() < 1e-6 && song().transport.playing");
        ada.page().close();
        bo.until("song().playing.shared.sounding === undefined && loudness() > 0.01");
    }

    @Test
    @DisplayName("join one transport: it starts and stops for both, at the same moment, and one who joins late comes in where it is")
    void together() {
        String song = newSong();
        StudioPage ada = listening(song, "Ada");
        ada.addTrack();
        ada.drawClip(0, 100);
        ada.drawNote(60, 0);
        StudioPage bo = listening(song, "Bo");
        bo.until("song().clips().length === 10 && song().transport.loading === 0");
        ada.until("song().transport.loading === 0");
        ada.ask(EAR);
        bo.ask(EAR);
        ada.button("Play together").click();
        bo.button("Play together").click();
        ada.until("song().playing.shared.members.length === 2 && song().playing.shared.joined");
        for (StudioPage page : List.of(ada, bo)) {
            page.until("song().core.timesTold() > 12");
        }
        // One note a bar, again and again: a page that was kept from beginning in time comes in late, and is with the other from then on.
        bo.ask("song().transport.setLoop(0, " + BAR + ", true)");
        bo.keys("Space");
        ada.until("song().transport.playing && window.sounded.length > 0");
        bo.until("song().transport.playing && window.sounded.length > 0");
        System.out.printf("joined transport: two pages first sounded %.1f ms apart%n", Math.abs(sounded(ada).getFirst() - sounded(bo).getFirst()));
        soundAlike(ada, bo);

        for (StudioPage page : List.of(ada, bo)) {
            page.ask("window.places = []; window.watch = setInterval(() => window.places.push(song().transport.playhead), 20)");
        }
        bo.until("song().transport.playhead > %d && song().transport.playhead < %d".formatted(QUARTER, 2 * QUARTER));
        bo.ask("song().setTempo(0, 100)");
        ada.until("song().seconds(" + QUARTER + ") === 0.6");
        soundAlike(ada, bo);
        for (StudioPage page : List.of(ada, bo)) {
            page.ask("clearInterval(window.watch)");
            assertThat(page.whole("""
                    Math.round(Math.max(...window.places.slice(1).map((place, i) => Math.abs(place - window.places[i])).filter(step => step < %d)))""".formatted(3 * QUARTER)))
                    .as("ticks of a jump, but for the turns of the loop").isLessThan(QUARTER);
        }

        ada.button("Play together").click();
        ada.until("!song().transport.playing");
        assertThat(bo.holds("song().transport.playing")).isTrue();
        ada.button("Play together").click();
        ada.until("song().transport.playing");
        ada.ask("window.sounded.length = 0");
        bo.ask("window.sounded.length = 0");
        soundAlike(ada, bo);
        ada.keys("Space");
        bo.until("!song().transport.playing");
    }
}
