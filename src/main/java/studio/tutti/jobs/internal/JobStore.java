package studio.tutti.jobs.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.tutti.core.arrangement.Id;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.Priority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of jobs. All times are by the store's clock, which all nodes share. */
@Repository
class JobStore {

    /** How long a worker holds a job that it doesn't speak of, in milliseconds. */
    static final long LEASE = 10_000;

    private static final String NOW = "cast(extract(epoch from current_timestamp) * 1000 as bigint)";
    private static final String OPEN = "(state = 'WAITING' or state = 'RUNNING' and lease < " + NOW + ")";
    private static final String MINE = "id = ? and attempt = ? and worker = ? and state = 'RUNNING'";
    private static final String SELECT = "select * from job ";

    private final JdbcClient store;

    JobStore(JdbcClient store) {
        this.store = store;
    }

    /** Adds a job; false if there is one with this id. */
    boolean addOnce(UUID id, String kind, Id song, Id person, Priority priority, String inputs) {
        try {
            add(id, kind, song, person, priority, inputs);
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    void add(UUID id, String kind, Id song, Id person, Priority priority, String inputs) {
        store.sql("insert into job (id, kind, song, person, priority, inputs, state, made) values (?, ?, ?, ?, ?, ?, 'WAITING', " + NOW + ")")
                .params(id, kind, key(song), key(person), priority.ordinal(), inputs)
                .update();
    }

    Optional<Job> find(UUID id) {
        return store.sql(SELECT + "where id = ?").param(id).query(JobStore::read).optional();
    }

    List<Job> of(Id song, int most) {
        return store.sql(SELECT + "where song = ? order by made desc, id limit ?").params(key(song), most).query(JobStore::read).list();
    }

    List<Job> underWay(int most) {
        return store.sql(SELECT + "where state in ('RUNNING', 'WAITING') order by state, priority, made, id limit ?")
                .param(most).query(JobStore::read).list();
    }

    int underWayOf(Id person) {
        return store.sql("select count(*) from job where person = ? and state in ('RUNNING', 'WAITING')")
                .param(key(person)).query(Integer.class).single();
    }

    /** Takes the job whose turn it is, as a new attempt. */
    Optional<Job> take(String worker, Collection<String> kinds) {
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        List<Job> next = store.sql("select * from job j where " + OPEN + " and not unwanted and kind in (:kinds) order by priority, "
                        + "(select count(*) from job r where r.song = j.song and r.state = 'RUNNING'), "
                        + "(select coalesce(max(s.started), 0) from job s where s.song = j.song), made, id limit 8")
                .param("kinds", kinds).query(JobStore::read).list();
        for (Job job : next) {
            int taken = store.sql("update job set state = 'RUNNING', attempt = attempt + 1, worker = ?, share = 0, expected = -1, started = " + NOW
                            + ", lease = " + NOW + " + ? where id = ? and attempt = ? and not unwanted and " + OPEN)
                    .params(worker, LEASE, job.id(), job.attempt())
                    .update();
            if (taken == 1) {
                return find(job.id());
            }
        }
        return Optional.empty();
    }

    /** Holds a job longer; false if it isn't this worker's any more, or nobody wants it. */
    boolean hold(Job job, double share) {
        return store.sql("update job set share = ?, lease = " + NOW + " + ? where not unwanted and " + MINE)
                .params(share, LEASE, job.id(), job.attempt(), job.worker())
                .update() == 1;
    }

    /** Keeps how much work a job is and how long it is expected to take. */
    void weigh(Job job, String shape, double size, long expected) {
        store.sql("update job set shape = ?, size = ?, expected = ? where " + MINE)
                .params(shape, size, expected, job.id(), job.attempt(), job.worker())
                .update();
    }

    /** Keeps how long a job took, for those to come. */
    void took(Job job, long millis) {
        store.sql("update job set took = ? where " + MINE).params(millis, job.id(), job.attempt(), job.worker()).update();
    }

    /**
     * A job that was done.
     *
     * @param shape what takes alike among its kind
     * @param size in units of its kind
     * @param millis how long it took
     */
    record Done(String kind, String shape, double size, long millis) {}

    /** The latest jobs whose size is known that workers of an address have done, the earliest first. */
    List<Done> done(String address, int most) {
        return store.sql("select kind, shape, size, took from job where state = 'DONE' and took >= 0 and worker like ? "
                        + "order by ended desc limit ?")
                .params(address + " %", most)
                .query((row, number) -> new Done(row.getString("kind"), row.getString("shape"), row.getDouble("size"), row.getLong("took")))
                .list().reversed();
    }

    /** Keeps what a job is told; false if it is over, or was told too much. */
    boolean tell(UUID id, String message, int most) {
        for (int tries = 0; ; tries++) {
            try {
                return store.sql("insert into job_message (job, number, content) select j.id, "
                                + "(select coalesce(max(m.number), 0) + 1 from job_message m where m.job = j.id), cast(? as varchar(1000)) "
                                + "from job j where j.id = ? and j.state in ('WAITING', 'RUNNING') "
                                + "and (select count(*) from job_message m where m.job = j.id) < ?")
                        .params(message, id, most)
                        .update() == 1;
            } catch (DuplicateKeyException another) {
                if (tries == 20) {
                    throw another;
                }
            }
        }
    }

    /** All that a job was told. */
    List<String> messages(UUID id) {
        return store.sql("select content from job_message where job = ? order by number").param(id).query(String.class).list();
    }

    /** Marks a job to come to its end by itself; false if it is over. */
    boolean stop(UUID id) {
        return store.sql("update job set stopped = true where id = ? and state in ('WAITING', 'RUNNING')").param(id).update() == 1;
    }

    /** Whether a job is to come to its end. */
    boolean isStopped(UUID id) {
        return store.sql("select stopped from job where id = ?").param(id).query(Boolean.class).optional().orElse(false);
    }

    /** Ends a job, if this attempt holds it. */
    boolean end(Job job, Job.State state, @Nullable String result, @Nullable String error) {
        return store.sql("update job set state = ?, result = ?, error = ?, share = case when ? = 'DONE' then 1 else share end, ended = " + NOW
                        + " where " + MINE)
                .params(state.name(), result, error, state.name(), job.id(), job.attempt(), job.worker())
                .update() == 1;
    }

    /**
     * Gives a job back that nothing went wrong with: its node stops. The attempt doesn't count; the next worker with the same number has another name.
     */
    void giveBackUntried(Job job) {
        store.sql("update job set state = 'WAITING', share = 0, attempt = attempt - 1 where " + MINE)
                .params(job.id(), job.attempt(), job.worker()).update();
    }

    /** Gives a job back, for the next worker. */
    void giveBack(Job job) {
        store.sql("update job set state = 'WAITING', share = 0 where " + MINE).params(job.id(), job.attempt(), job.worker()).update();
    }

    /** Ends a job that no worker has; one that a worker has is marked, for its worker to leave. */
    boolean cancel(UUID id) {
        // marked first, so that it is not missed between two workers
        int marked = store.sql("update job set unwanted = true where id = ? and state in ('WAITING', 'RUNNING')").param(id).update();
        store.sql("update job set state = 'CANCELLED', ended = " + NOW + " where id = ? and unwanted and " + OPEN).param(id).update();
        return marked == 1;
    }

    /** Ends what was called off while its worker died. */
    void endUnwanted() {
        store.sql("update job set state = 'CANCELLED', ended = " + NOW + " where unwanted and " + OPEN).update();
    }

    /** Forgets what was over so many milliseconds ago. */
    void forget(long age) {
        store.sql("delete from job where state in ('DONE', 'FAILED', 'CANCELLED') and ended < " + NOW + " - ?").param(age).update();
    }

    private static UUID key(Id id) {
        return new UUID(id.high(), id.low());
    }

    private static Id id(UUID stored) {
        return new Id(stored.getMostSignificantBits(), stored.getLeastSignificantBits());
    }

    private static Job read(ResultSet row, int number) throws SQLException {
        String worker = row.getString("worker");
        return new Job(row.getObject("id", UUID.class), row.getString("kind"), id(row.getObject("song", UUID.class)),
                id(row.getObject("person", UUID.class)), row.getString("inputs"), Job.State.valueOf(row.getString("state")),
                row.getInt("attempt"), worker == null ? "" : worker, row.getDouble("share"), row.getString("result"), row.getString("error"),
                Instant.ofEpochMilli(row.getLong("made")), time(row.getLong("started")), time(row.getLong("ended")),
                row.getLong("expected"));
    }

    private static @Nullable Instant time(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
