package studio.tutti.assistant.flowmachines;

/** Why a palette is not learned or kept; its message is a sentence for the person who wanted it. */
public final class PaletteRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PaletteRefused(String sentence) {
        super(sentence);
    }
}
