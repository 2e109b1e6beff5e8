package studio.tutti.audiofile;

import studio.tutti.audiofile.internal.AiffReader;
import studio.tutti.audiofile.internal.FileBytes;
import studio.tutti.audiofile.internal.FlacReader;
import studio.tutti.audiofile.internal.Mp3Reader;
import studio.tutti.audiofile.internal.OggPackets;
import studio.tutti.audiofile.internal.OpusReader;
import studio.tutti.audiofile.internal.VorbisReader;
import studio.tutti.audiofile.internal.WavReader;

import java.io.IOException;
import java.nio.file.Path;

/** Opens files of sound: WAV, AIFF, FLAC, MP3, Ogg Vorbis, Ogg Opus. */
public final class AudioFile {

    /** Frames a second at least and at most. */
    public static final int LOWEST_RATE = 8_000;
    public static final int HIGHEST_RATE = 192_000;

    private AudioFile() {}

    /**
     * Opens a file of one or two channels.
     *
     * @throws AudioRefused if it is no sound that can be read
     */
    public static AudioSource open(Path file) throws IOException {
        return open(file, 2);
    }

    /**
     * Opens a file.
     *
     * @param mostChannels how many channels it may have, 1 to 8
     * @throws AudioRefused if it is no sound that can be read
     */
    public static AudioSource open(Path file, int mostChannels) throws IOException {
        return open(new FileBytes(file), mostChannels);
    }

    /**
     * Opens a file of one or two channels that is still on its way; reading waits for what has not come. What states its length at
     * its end, as MP3 and Ogg do, is opened only once it is whole.
     *
     * @throws AudioRefused if it is no sound that can be read
     */
    public static AudioSource open(ArrivingBytes file) throws IOException {
        return open(new FileBytes(file), 2);
    }

    private static AudioSource open(FileBytes bytes, int mostChannels) throws IOException {
        try {
            AudioSource source = recognise(bytes);
            check(source, mostChannels);
            return source;
        } catch (IOException | RuntimeException broken) {
            bytes.close();
            if (broken instanceof RuntimeException) {
                throw new AudioRefused("This sound file is damaged at its beginning.");
            }
            throw broken;
        }
    }

    private static AudioSource recognise(FileBytes bytes) throws IOException {
        if (bytes.size() == 0) {
            throw new AudioRefused("The file is empty.");
        }
        String head = bytes.peek(12);
        if (head.startsWith("RIFF") || head.startsWith("RF64") || head.startsWith("BW64")) {
            return new WavReader(bytes);
        }
        if (head.startsWith("FORM")) {
            return new AiffReader(bytes);
        }
        if (head.startsWith("fLaC")) {
            return new FlacReader(bytes);
        }
        if (head.startsWith("OggS")) {
            return ogg(bytes);
        }
        if (head.startsWith("ID3")) {
            bytes.skipId3();
            return bytes.peek(4).equals("fLaC") ? new FlacReader(bytes) : new Mp3Reader(bytes);
        }
        if (Mp3Reader.beginsFrame(bytes)) {
            return new Mp3Reader(bytes);
        }
        throw new AudioRefused("This is no sound file that can be read here; WAV, AIFF, FLAC, MP3 and Ogg can.");
    }

    private static AudioSource ogg(FileBytes bytes) throws IOException {
        OggPackets packets = new OggPackets(bytes);
        byte[] first = packets.first();
        if (VorbisReader.begins(first)) {
            return new VorbisReader(packets);
        }
        if (OpusReader.begins(first)) {
            return new OpusReader(packets);
        }
        throw new AudioRefused("This Ogg file holds neither Vorbis nor Opus sound.");
    }

    private static void check(AudioSource source, int mostChannels) throws AudioRefused {
        if (source.rate() < LOWEST_RATE || source.rate() > HIGHEST_RATE) {
            throw new AudioRefused("The sound has " + source.rate() + " frames a second; 8,000 to 192,000 can be read.");
        }
        if (source.channels() < 1 || source.channels() > mostChannels) {
            throw new AudioRefused(mostChannels <= 2
                    ? "The sound has " + source.channels() + " channels; save it as mono or stereo first."
                    : "The sound has " + source.channels() + " channels; at most " + mostChannels + " can be read.");
        }
        if (source.frames() == 0) {
            throw new AudioRefused("The file holds no sound.");
        }
    }
}
