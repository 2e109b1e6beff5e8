package studio.tutti.jobs;

import studio.tutti.core.arrangement.Id;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** All jobs of the house. */
public interface Jobs {

    /** The longest inputs, in UTF-16 units. */
    int LONGEST_INPUTS = 4000;

    /**
     * Asks for work. It begins as soon as a worker is free; those for whom somebody waits first, then the songs that had a worker least lately.
     *
     * @param kind which {@link Work} is to do it
     * @param song what it is for
     * @param person who asks
     * @param inputs as the kind understands them, at most {@value #LONGEST_INPUTS} units
     * @throws JobRefused if the person has as many jobs under way as one may
     */
    Job ask(String kind, Id song, Id person, Priority priority, String inputs);

    /**
     * Looks whether a person may ask for work now, before something large is taken in for it. Asking may still be refused: others may be quicker.
     *
     * @throws JobRefused if the person has as many jobs under way as one may
     */
    void requireRoom(Id person);

    /** The longest of what a job can be told while it runs, in UTF-16 units. */
    int LONGEST_MESSAGE = 1000;
    /** The most that a job can be told while it runs. */
    int MOST_MESSAGES = 10_000;

    /**
     * Asks for work under a given id: asked again, it is the same job.
     *
     * @throws JobRefused if the person has as many jobs under way as one may
     */
    Job ask(UUID id, String kind, Id song, Id person, Priority priority, String inputs);

    /**
     * Tells a job something while it runs, or before. It is kept: a worker that takes the job over hears it, too.
     *
     * @param message at most {@value #LONGEST_MESSAGE} units
     * @throws JobRefused if the job is over, or was told too much
     */
    void tell(UUID id, String message);

    /** Lets a job that goes on until then come to its end by itself, with what it has; one that waits is called off. */
    void stop(UUID id);

    /**
     * Hears what jobs of a kind say while they run, on every node. It may get lost.
     *
     * @param ear called on a thread of the house: don't linger
     */
    void hear(String kind, Consumer<Said> ear);

    /** What a running job says; not kept. */
    record Said(UUID job, Id song, byte[] content) {}

    /** A job; empty if there is none, or it is forgotten. */
    Optional<Job> find(UUID id);

    /** The latest jobs of a song, the last asked for first. */
    List<Job> of(Id song, int most);

    /** All jobs that are not over, those that run first. */
    List<Job> underWay(int most);

    /** Calls a job off; its worker is free again within a second. One that is over stays as it is. */
    void cancel(UUID id);

    /**
     * Watches a song's jobs, wherever they run.
     *
     * @param changed called on a thread of the house whenever something about them is new: don't linger
     * @return closes the watch
     */
    Watch watch(Id song, Runnable changed);

    /** Ends a watch. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
