package studio.tutti.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import studio.tutti.core.music.BeatHarmony;

/**
 * The plain way to hear chords, to compare with: in each beat by itself the binary template that is most like what sounds, by
 * cosine (Fujishima, "Realtime chord recognition of musical sound", ICMC 1999).
 */
final class ChordTemplates {

    static final int[] TRIADS = {ChordLabel.MAJOR, ChordLabel.MINOR};
    static final int[] SEVENTHS = {
        ChordLabel.MAJOR, ChordLabel.MINOR, ChordLabel.DOMINANT_SEVENTH, ChordLabel.MAJOR_SEVENTH, ChordLabel.MINOR_SEVENTH
    };

    private ChordTemplates() {}

    static List<ChordSong.Stretch> hear(ChordSong song, int[] templates) {
        List<ChordSong.Stretch> heard = new ArrayList<>();
        for (int beat = 0; beat < song.harmony().count(); beat++) {
            heard.add(new ChordSong.Stretch(song.seconds()[beat], song.seconds()[beat + 1], best(song.harmony(), beat, templates)));
        }
        return heard;
    }

    private static ChordLabel best(BeatHarmony harmony, int beat, int[] templates) {
        if (harmony.isSilent(beat)) {
            return ChordLabel.NONE;
        }
        ChordLabel best = ChordLabel.NONE;
        double most = 0;
        for (int template : templates) {
            for (int root = 0; root < 12; root++) {
                double sum = 0;
                for (int interval = 0; interval < 12; interval++) {
                    sum += (template >> interval & 1) * harmony.chroma(beat, (root + interval) % 12);
                }
                double alike = sum / Math.sqrt(Integer.bitCount(template));
                if (alike > most) {
                    most = alike;
                    best = new ChordLabel(root, template);
                }
            }
        }
        return best;
    }
}
