package studio.tutti.jobs.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import studio.tutti.core.arrangement.Id;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.JobRefused;
import studio.tutti.jobs.Jobs;
import studio.tutti.jobs.Priority;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Asks, looks up and calls off. */
@Service
class JobsInStore implements Jobs {

    private final JobStore store;
    private final News news;
    private final int mostOfOnePerson;

    JobsInStore(JobStore store, News news, @Value("${tutti.jobs.person:8}") int mostOfOnePerson) {
        this.store = store;
        this.news = news;
        this.mostOfOnePerson = mostOfOnePerson;
    }

    @Override
    public Job ask(String kind, Id song, Id person, Priority priority, String inputs) {
        return ask(UUID.randomUUID(), kind, song, person, priority, inputs);
    }

    @Override
    public Job ask(UUID id, String kind, Id song, Id person, Priority priority, String inputs) {
        if (inputs.length() > LONGEST_INPUTS) {
            throw new JobRefused("That is too much for one job.");
        }
        Optional<Job> known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        requireRoom(person);
        if (store.addOnce(id, kind, song, person, priority, inputs)) {
            news.tellWaiting(kind);
            news.tellChanged(song);
        }
        return store.find(id).orElseThrow();
    }

    @Override
    public void requireRoom(Id person) {
        if (store.underWayOf(person) >= mostOfOnePerson) {
            throw new JobRefused("You have " + mostOfOnePerson + " jobs under way already; wait for one, or cancel one.");
        }
    }

    @Override
    public void tell(UUID id, String message) {
        if (message.length() > LONGEST_MESSAGE) {
            throw new JobRefused("That is too much to be told at once.");
        }
        if (!store.tell(id, message, MOST_MESSAGES)) {
            throw new JobRefused("It doesn't listen any more: ask again.");
        }
        news.tellTold(id);
    }

    @Override
    public void stop(UUID id) {
        Optional<Job> job = store.find(id);
        if (job.isPresent() && store.stop(id)) {
            if (job.get().state() == Job.State.WAITING) {
                cancel(id);
            } else {
                news.tellTold(id);
            }
        }
    }

    @Override
    public void hear(String kind, Consumer<Said> ear) {
        news.hearSaid(kind, ear);
    }

    @Override
    public Optional<Job> find(UUID id) {
        return store.find(id);
    }

    @Override
    public List<Job> of(Id song, int most) {
        return store.of(song, most);
    }

    @Override
    public List<Job> underWay(int most) {
        return store.underWay(most);
    }

    @Override
    public void cancel(UUID id) {
        if (store.cancel(id)) {
            news.tellUnwanted(id);
            store.find(id).ifPresent(job -> news.tellChanged(job.song()));
        }
    }

    @Override
    public Watch watch(Id song, Runnable changed) {
        return news.watch(song, changed)::run;
    }
}
