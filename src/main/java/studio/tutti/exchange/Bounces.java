package studio.tutti.exchange;

import org.springframework.stereotype.Service;
import studio.tutti.audiofile.Encoding;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.music.Ticks;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.JobRefused;
import studio.tutti.jobs.Jobs;
import studio.tutti.jobs.Priority;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/** Bounces on request: each is a job that any worker does. */
@Service
public class Bounces {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Songs songs;
    private final Jobs jobs;

    Bounces(Songs songs, Jobs jobs) {
        this.songs = songs;
        this.jobs = jobs;
    }

    /**
     * Orders a bounce of the song as it is now.
     *
     * @param bars the first and the last bar, both 0 for the whole song
     * @throws NoSuchSong if there is none behind the link
     * @throws IllegalArgumentException with a sentence, if the order can't be
     * @throws JobRefused if the person has too many jobs under way
     */
    public Job order(String link, Id person, Encoding encoding, int rate, int[] bars, boolean mix, boolean stems) {
        Song song = songs.find(link).filter(found -> !found.trashed()).orElseThrow(NoSuchSong::new);
        BounceOrder order = new BounceOrder(link, song.head(), encoding, rate, bars[0], bars[1], mix, stems);
        return jobs.ask(BounceOrder.KIND, song.id(), person, Priority.SOMEBODY_WAITS, JSON.writeValueAsString(order));
    }

    /**
     * Orders a track to be bounced in its place.
     *
     * @param start tick
     * @param end tick, or {@code start} for the end of what the track plays
     * @throws NoSuchSong if there is none behind the link
     * @throws IllegalArgumentException with a sentence, if the range can't be
     * @throws JobRefused if the person has too many jobs under way
     */
    public Job inPlace(String link, Id person, Id track, long start, long end) {
        if (start < 0 || end < start || end > Ticks.LAST) {
            throw new IllegalArgumentException("There is no such range in a song.");
        }
        Song song = songs.find(link).filter(found -> !found.trashed()).orElseThrow(NoSuchSong::new);
        return jobs.ask(BouncingInPlace.KIND, song.id(), person, Priority.SOMEBODY_WAITS,
                BouncingInPlace.inputs(link, song.head(), track, start, end));
    }

    /** What was ordered; empty if the job is no bounce. */
    public Optional<BounceOrder> order(Job job) {
        return job.kind().equals(BounceOrder.KIND) ? read(job.inputs(), BounceOrder.class) : Optional.empty();
    }

    /** What it came to; empty if the job is no bounce, or not done. */
    public Optional<Bounced> result(Job job) {
        return job.kind().equals(BounceOrder.KIND) && job.state() == Job.State.DONE && job.result() != null
                ? read(job.result(), Bounced.class) : Optional.empty();
    }

    private static <T> Optional<T> read(String json, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(json, type));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
