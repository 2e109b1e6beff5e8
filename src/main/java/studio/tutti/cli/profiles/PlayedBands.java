package studio.tutti.cli.profiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import studio.tutti.audiofile.Encoding;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.exchange.MediaSink;
import studio.tutti.exchange.Mixdown;
import studio.tutti.exchange.SongReader;
import studio.tutti.exchange.SongRefused;
import studio.tutti.library.Instruments;
import studio.tutti.mastering.Recording;

/** Bands as MIDI files, played by the studio's own engine with its SoundFont: their tracks, and their mixes. */
final class PlayedBands {

    private static final int BARS = 16;
    private static final int RATE = 44_100;

    /** A track that is softer than this in the mean square plays next to nothing in the bars that are heard: −60 dB. */
    private static final double SILENT = 1e-6;

    private final Instruments instruments = new Instruments();
    private final Path file;

    PlayedBands(Path folder) {
        file = folder.resolve("played.wav");
    }

    List<Heard> read(Path data, Path folder, DoubleConsumer progress) throws IOException {
        List<Heard> heard = new ArrayList<>();
        try (SoundPack pack = new SoundPack(data, "multitrack_midi.zip", folder)) {
            List<Map<String, String>> songs = pack.training();
            for (Map<String, String> row : songs) {
                String path = row.get("path");
                try {
                    play(SongReader.read(new ByteArrayInputStream(pack.read(path)), "song.mid", MediaSink.NONE).arrangement(), path, heard);
                } catch (SongRefused unreadable) {
                    // a file that the studio refuses teaches nothing
                }
                progress.accept((double) songs.indexOf(row) / songs.size());
            }
        }
        return heard;
    }

    private void play(Arrangement song, String path, List<Heard> heard) throws IOException {
        Mixdown mix = Mixdown.of(song, instruments, RATE, 1, BARS);
        Set<String> families = new TreeSet<>();
        Set<Integer> programs = new TreeSet<>();
        boolean drums = false;
        for (int i = 0; i < mix.tracks(); i++) {
            Element track = song.at(mix.trackName(i));
            TrackType type = TrackType.of(track.number(Property.TYPE));
            int program = track.integer(Property.PROGRAM);
            drums |= type == TrackType.DRUMS;
            if (type == TrackType.INSTRUMENT) {
                programs.add(program);
            }
            String family = type == TrackType.DRUMS ? "drums" : type == TrackType.INSTRUMENT ? Families.ofProgram(program) : "";
            // the first track of a family in a song is enough: the others are often doubles of it
            if (!family.isEmpty() && !families.contains(family) && add(family, mix.stem(i), path, heard)) {
                families.add(family);
            }
        }
        boolean distorted = programs.contains(29) || programs.contains(30);
        boolean electric = programs.stream().anyMatch(each -> each >= 26 && each < 32);
        boolean orchestra = programs.stream().filter(each -> each >= 40 && each < 80).count() >= 2;
        if (distorted && drums) {
            add("mix-rock", mix, path, heard);
        } else if (orchestra && !electric) {
            add("mix-orchestral", mix, path, heard);
        }
    }

    private boolean add(String family, Mixdown sound, String path, List<Heard> heard) throws IOException {
        sound.write(file, Encoding.WAV_FLOAT, share -> { });
        double[] powers = Heard.powers(Recording.of(file));
        double sum = 0;
        for (double power : powers) {
            sum += power;
        }
        if (sum < SILENT) {
            return false;
        }
        boolean helland = path.startsWith("tannerhelland");
        heard.add(new Heard(family, path, helland ? "CC-BY-4.0" : "BSD-3-Clause",
                helland ? "Music by Tanner Helland" : "the contributors to the Freedoom project", true, Heard.levels(powers)));
        return true;
    }
}
