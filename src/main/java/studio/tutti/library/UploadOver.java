package studio.tutti.library;

import java.io.IOException;

/** A file that is not being sent any more: it is here whole, was called off, or took too long. */
public final class UploadOver extends IOException {

    private static final long serialVersionUID = 1;

    /** That it has to be begun again. */
    public UploadOver() {
        super("This file is not being sent any more: begin again.");
    }
}
