package studio.tutti.cli.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.tutti.audiofile.Encoding;
import studio.tutti.mastering.Output;
import studio.tutti.mastering.Recording;

/** Where a tool's sound goes: the options that all of them have. */
final class SoundOut {

    @Option(names = "--out", description = "The file to write: .wav or .flac.")
    @Nullable Path out;

    @Option(names = "--bits", description = "16, 24 or 32f, in FLAC 16 or 24 (default: 24; a WAV file louder than full scale becomes 32f).")
    @Nullable String bits;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /** A file that a command of its own options names. */
    static SoundOut to(Path file, @Nullable String bits, CommandSpec spec) {
        SoundOut to = new SoundOut();
        to.out = file;
        to.bits = bits;
        to.spec = spec;
        return to;
    }

    /** Checks the name of the file before any work is done. */
    Encoding encoding() {
        return encoding(file());
    }

    /** The file that must be named. */
    Path file() {
        if (out == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--out=<out>'");
        }
        return out;
    }

    private Encoding encoding(Path file) {
        try {
            Encoding encoding = Encoding.of(file.getFileName().toString(), bits == null ? "24" : bits);
            if (encoding == Encoding.OPUS) {
                throw new IllegalArgumentException("The tools write .wav or .flac, not .opus.");
            }
            return encoding;
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
    }

    /** Writes, and says on stderr what one would not expect. */
    Output write(Recording sound) throws IOException {
        return write(sound, file());
    }

    /** The same into another file than the one that was named. */
    Output write(Recording sound, Path file) throws IOException {
        Encoding encoding = encoding(file);
        Output output = Output.write(sound, file, encoding, bits == null, share -> { });
        if (output.encoding() != encoding) {
            spec.commandLine().getErr().println("tutti: louder than full scale, so " + file.getFileName() + " is written with 32-bit floating point.");
        } else if (output.turnedDown() > 0) {
            spec.commandLine().getErr().printf(Locale.ROOT, "tutti: louder than full scale, so %s is turned down by %.1f dB.%n",
                    file.getFileName(), output.turnedDown());
        }
        return output;
    }
}
