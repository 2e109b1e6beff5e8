package studio.tutti.cli.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.exchange.MediaSource;
import studio.tutti.exchange.SongWriter;

/**
 * The fluidsynth that is installed, as a library called in this thread, so that the same clock measures both, loading lies apart and its voices
 * can be counted. It gets the engine's SoundFont, no reverb, no chorus, its own limit of 256 voices.
 */
final class Fluidsynth implements AutoCloseable {

    /** Points of the interpolation that it uses unless told otherwise. */
    static final int FOUR_POINTS = 4;

    /** Its best interpolation, a sinc of seven points. */
    static final int SEVEN_POINTS = 7;

    private static final String[] NAMES = {"libfluidsynth.so.3", "libfluidsynth.so.2", "libfluidsynth.3.dylib"};
    private static final int BLOCK = HeldVoices.BLOCK;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
    private static final MemoryLayout INT = ValueLayout.JAVA_INT;

    private final Path folder = Files.createTempDirectory("tutti-bench");
    private final Path font = folder.resolve("bank.sf3");
    private final @Nullable SymbolLookup library = library();
    private final int rate;

    /**
     * What playing something took.
     *
     * @param seconds processor time of the thread; 0 where there is no fluidsynth
     * @param most voices at once
     * @param mean voices
     */
    record Played(double seconds, int most, double mean) {
    }

    /** @param rate frames a second */
    Fluidsynth(int rate) throws IOException {
        this.rate = rate;
        try (var stream = Fluidsynth.class.getResourceAsStream("/soundfonts/FluidR3_GM.sf3")) {
            Files.copy(Objects.requireNonNull(stream), font);
        }
    }

    private static @Nullable SymbolLookup library() {
        for (String name : NAMES) {
            try {
                return SymbolLookup.libraryLookup(name, Arena.global());
            } catch (IllegalArgumentException absent) {
                // another name, or none
            }
        }
        return null;
    }

    /**
     * Plays as many frames of a song as fast as it can.
     *
     * @param points {@link #FOUR_POINTS} or {@link #SEVEN_POINTS}
     */
    Played play(Arrangement song, long frames, int points) throws IOException {
        SymbolLookup found = library;
        if (found == null) {
            return new Played(0, 0, 0);
        }
        Path midi = folder.resolve("song.mid");
        SongWriter.write(song, MediaSource.NONE, midi);
        try (Arena arena = Arena.ofConfined()) {
            return play(found, arena, midi, frames, points);
        } catch (RuntimeException | Error | IOException told) {
            throw told;
        } catch (Throwable told) {
            throw new IllegalStateException(told);
        }
    }

    private Played play(SymbolLookup found, Arena arena, Path midi, long frames, int points) throws Throwable {
        MemorySegment settings = (MemorySegment) call(found, "new_fluid_settings", FunctionDescriptor.of(POINTER)).invoke();
        MethodHandle set = call(found, "fluid_settings_setint", FunctionDescriptor.of(INT, POINTER, POINTER, INT));
        set.invoke(settings, arena.allocateFrom("synth.reverb.active"), 0);
        set.invoke(settings, arena.allocateFrom("synth.chorus.active"), 0);
        call(found, "fluid_settings_setnum", FunctionDescriptor.of(INT, POINTER, POINTER, ValueLayout.JAVA_DOUBLE))
                .invoke(settings, arena.allocateFrom("synth.sample-rate"), (double) rate);
        MemorySegment synth = (MemorySegment) call(found, "new_fluid_synth", FunctionDescriptor.of(POINTER, POINTER)).invoke(settings);
        call(found, "fluid_synth_set_interp_method", FunctionDescriptor.of(INT, POINTER, INT, INT)).invoke(synth, -1, points);
        call(found, "fluid_synth_sfload", FunctionDescriptor.of(INT, POINTER, POINTER, INT)).invoke(synth, arena.allocateFrom(font.toString()), 1);
        MemorySegment player = (MemorySegment) call(found, "new_fluid_player", FunctionDescriptor.of(POINTER, POINTER)).invoke(synth);
        call(found, "fluid_player_add", FunctionDescriptor.of(INT, POINTER, POINTER)).invoke(player, arena.allocateFrom(midi.toString()));
        call(found, "fluid_player_play", FunctionDescriptor.of(INT, POINTER)).invoke(player);
        MethodHandle write = call(found, "fluid_synth_write_float",
                FunctionDescriptor.of(INT, POINTER, INT, POINTER, INT, INT, POINTER, INT, INT));
        MethodHandle voices = call(found, "fluid_synth_get_active_voice_count", FunctionDescriptor.of(INT, POINTER));
        MemorySegment left = arena.allocate(4L * BLOCK);
        MemorySegment right = arena.allocate(4L * BLOCK);
        int most = 0;
        long sounding = 0;
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (long at = 0; at < frames; at += BLOCK) {
            int ok = (int) write.invokeExact(synth, BLOCK, left, 0, 1, right, 0, 1);
            int now = (int) voices.invokeExact(synth);
            if (ok != 0) {
                throw new IllegalStateException("fluidsynth made no sound.");
            }
            most = Math.max(most, now);
            sounding += now;
        }
        double spent = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) * 1e-9;
        call(found, "delete_fluid_player", FunctionDescriptor.ofVoid(POINTER)).invoke(player);
        call(found, "delete_fluid_synth", FunctionDescriptor.ofVoid(POINTER)).invoke(synth);
        call(found, "delete_fluid_settings", FunctionDescriptor.ofVoid(POINTER)).invoke(settings);
        return new Played(spent, most, (double) sounding * BLOCK / frames);
    }

    private static MethodHandle call(SymbolLookup library, String name, FunctionDescriptor form) {
        return Linker.nativeLinker().downcallHandle(library.find(name)
                .orElseThrow(() -> new IllegalStateException("The fluidsynth here has no " + name + ".")), form);
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
