package studio.tutti.core.instrument;

import java.util.List;
import studio.tutti.core.effect.Parameter;

/**
 * What a track plays its notes on.
 *
 * <p>Sound is made in cells of {@link Sampler#CELL} frames. Before a cell is rendered its notes are told with the frame of the cell at
 * which they begin and end; controllers and parameters take effect over the cell. Nothing is allocated but by what says so.
 */
public interface Instrument {

    /**
     * Begins a note.
     *
     * @param note a name by which it is ended
     * @param key 0 … 127
     * @param velocity 1 … 127; 0 is no note
     * @param frame 0 … {@link Sampler#CELL} − 1 of the coming cell
     * @param centibels how much louder than the velocity says; negative is quieter
     */
    void noteOn(int note, int key, int velocity, int frame, double centibels);

    /** Ends a note by its name; the pedal holds it on. One that isn't there is passed over. */
    void noteOff(int note, int frame);

    /** Moves a MIDI controller; lifting the pedal lets go what it held. */
    void control(int number, int value, int frame);

    /** Where the controllers stand. Move the pedal through {@link #control}, or {@link #settle} after. */
    Controllers controllers();

    /** Lets go what the pedal held, if it is up; for who moved {@link #controllers()} directly. */
    void settle(int frame);

    /** Lets every note go, as if all keys and the pedal went up. */
    void releaseAll(int frame);

    /** Ends everything within 6 ms, tails too. */
    void silence(int frame);

    /** Voices that sound now. */
    int sounding();

    /** Adds one cell of sound to both channels. */
    void render(double[] left, double[] right);

    /** What can be set on it, always in the same order. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Sets a parameter, in its unit; values beyond its range are held at the range's end. An unknown one is passed over. */
    default void set(int parameter, double value) {}

    /** Puts every parameter at its value at once. */
    default void arrive() {}

    /**
     * Playing begins or jumps: what moves by itself is put where it would be if the song had been played from its start.
     *
     * @param seconds from the start of the song
     * @param quarters quarter notes from the start
     */
    default void place(double seconds, double quarters) {}

    /** How fast the music goes in the coming cell, in quarter notes a second. */
    default void tempo(double quarters) {}
}
