package studio.tutti.finishing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.JobRefused;
import studio.tutti.jobs.Jobs;
import studio.tutti.jobs.Priority;
import studio.tutti.library.Media;
import studio.tutti.library.Medium;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Orders audio tools and reads what they came to. */
@Service
public class Tools {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Songs songs;
    private final Jobs jobs;
    private final Media media;

    Tools(Songs songs, Jobs jobs, Media media) {
        this.songs = songs;
        this.jobs = jobs;
        this.media = media;
    }

    /**
     * Orders a tool for a file of a song, or for one that comes with the order.
     *
     * @param hash of the file, or empty for one that comes
     * @param name what a file that comes is called
     * @param content what comes
     * @param order made of the file's hash
     * @throws NoSuchSong if there is none behind the link
     * @throws IllegalArgumentException with a sentence, if the order can't be
     * @throws JobRefused if the person has too many jobs under way
     * @throws IOException if the file can't be taken in; nothing is kept of it then
     */
    public Job order(String link, Id person, String hash, String name, InputStream content, Function<String, ToolOrder> order) throws IOException {
        songs.find(link).filter(found -> !found.trashed()).orElseThrow(NoSuchSong::new);
        String sound = hash;
        if (hash.isEmpty()) {
            ToolOrder wanted = order.apply("");
            ToolRun.check(wanted);
            if (wanted.reference() != null) {
                sound(wanted.reference());
            }
            jobs.requireRoom(person); // before the file is kept, since its hash is part of the job
            sound = media.keep(person, name, "", content).hash();
        }
        return order(link, person, order.apply(sound));
    }

    /**
     * Orders a tool for a file of a song.
     *
     * @throws NoSuchSong if there is none behind the link
     * @throws IllegalArgumentException with a sentence, if the order can't be
     * @throws JobRefused if the person has too many jobs under way
     */
    public Job order(String link, Id person, ToolOrder order) {
        Song song = songs.find(link).filter(found -> !found.trashed()).orElseThrow(NoSuchSong::new);
        ToolRun.check(order);
        sound(order.media());
        if (order.reference() != null) {
            sound(order.reference());
        }
        return jobs.ask(ToolOrder.KIND, song.id(), person, Priority.SOMEBODY_WAITS, JSON.writeValueAsString(order));
    }

    private void sound(String hash) {
        if (media.find(hash).filter(Medium::isSound).isEmpty()) {
            throw new IllegalArgumentException("There is no sound here with the hash \"" + hash + "\": send the file first.");
        }
    }

    /** What was ordered; empty if the job is no tool. */
    public Optional<ToolOrder> order(Job job) {
        return job.kind().equals(ToolOrder.KIND) ? read(job.inputs(), ToolOrder.class) : Optional.empty();
    }

    /** What it came to; empty if the job is no tool, or not done. */
    public Optional<ToolMade> result(Job job) {
        return job.kind().equals(ToolOrder.KIND) && job.state() == Job.State.DONE && job.result() != null
                ? read(job.result(), ToolMade.class) : Optional.empty();
    }

    private static <T> Optional<T> read(String json, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(json, type));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
