package studio.tutti.library;

/** A preset that can't be kept; the message is one sentence for a person. */
public final class PresetRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PresetRefused(String sentence) {
        super(sentence);
    }
}
