package studio.tutti.library;

import java.io.IOException;

/** A SoundFont that can't be used; the message is one sentence for a person. */
public final class BrokenSoundFont extends IOException {

    private static final long serialVersionUID = 1;

    public BrokenSoundFont(String sentence) {
        super(sentence);
    }
}
