package studio.tutti.core.live;

import studio.tutti.core.arrangement.Id;
import studio.tutti.core.recording.Played.What;

/**
 * One thing that somebody's hands did, as it is told to the room.
 *
 * @param track where it was played
 * @param after milliseconds after the batch's moment, 0 … 65,535
 * @param what the kind
 * @param number the key or controller, 0 … 127
 * @param value 0 … 16,383
 */
public record Touch(Id track, int after, What what, int number, int value) {}
