package studio.tutti.exchange;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.exchange.internal.template.Sketch;
import studio.tutti.exchange.internal.template.Templates;

/** A song to begin with: it plays at once, and everything in it wants to be changed. */
public enum Template {
    BAND("Band", "Drums, bass, guitar and piano play verse and chorus", Templates::band),
    BEAT("Beat", "A drum pattern, a bass line and a pad to build on", Templates::beat),
    CLASSROOM("Classroom", "A tune calls; write the answer together", Templates::classroom),
    LEAD_SHEET("Lead sheet", "Chords in 32 bars wait for a melody", Templates::leadSheet);

    private final String title;
    private final String promise;
    private final Consumer<Sketch> music;

    Template(String title, String promise, Consumer<Sketch> music) {
        this.title = title;
        this.promise = promise;
        this.music = music;
    }

    /** Its name in English. */
    public String title() {
        return title;
    }

    /** What it holds, in English. */
    public String promise() {
        return promise;
    }

    /**
     * What turns an empty song into it.
     *
     * @param words says the names of tracks, sections and clips in the person's language
     */
    public List<Operation> operations(IdSequence ids, UnaryOperator<String> words) {
        Sketch song = new Sketch(ids, words);
        music.accept(song);
        return song.operations();
    }
}
