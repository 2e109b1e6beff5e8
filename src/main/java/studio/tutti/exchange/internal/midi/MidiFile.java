package studio.tutti.exchange.internal.midi;

import java.util.List;

/**
 * A Standard MIDI File as it stands in its bytes.
 *
 * @param type 0 for one track with all channels, 1 for tracks that sound together
 * @param division ticks a quarter note if positive; else SMPTE: the upper byte is minus the frames a second (29 means
 *     29.97), the lower the ticks a frame
 * @param tracks in order
 * @param exclusives how many system exclusive messages were passed over
 */
record MidiFile(int type, int division, List<MidiTrack> tracks, int exclusives) {}
