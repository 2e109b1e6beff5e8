/**
 * Lead sheets as they are written down: bars with chord symbols, a melody and signs of repetition, read from and written as MusicXML
 * through ProxyMusic, whose classes stand for the elements of MusicXML 4.0.
 */
@NamedInterface("score")
@NullMarked
package studio.tutti.assistant.flowmachines.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
