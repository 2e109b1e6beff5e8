package studio.tutti.jobs.internal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.tutti.cli.bench.TemporaryPostgres;
import studio.tutti.core.arrangement.Id;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.JobNode;
import studio.tutti.jobs.Priority;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A worker's lease")
class LeaseTest {

    @TempDir Path data;

    @Test
    @DisplayName("that is over lets another take the job, and what the first still says is not written (H2)")
    void onceOnH2() {
        try (JobNode node = new JobNode(data, "--tutti.role=web")) {
            once(node);
        }
    }

    @Test
    @DisplayName("does the same on PostgreSQL, and twenty workers at once never take one job twice")
    void onceOnPostgres() throws Exception {
        try (TemporaryPostgres database = TemporaryPostgres.start();
                JobNode node = new JobNode(data, "--tutti.role=web", "--spring.datasource.url=" + database.url())) {
            once(node);
            JobStore store = node.bean(JobStore.class);
            for (int i = 0; i < 200; i++) {
                store.add(UUID.randomUUID(), "counting", new Id(1, i % 5), new Id(2, 2), Priority.BACKGROUND, "1");
            }
            Map<UUID, String> taken = new ConcurrentHashMap<>();
            try (ExecutorService workers = Executors.newFixedThreadPool(20)) {
                for (int i = 0; i < 20; i++) {
                    String name = "worker " + i;
                    workers.submit(() -> {
                        for (int misses = 0; misses < 50; ) {
                            var job = store.take(name, List.of("counting"));
                            if (job.isEmpty()) {
                                misses++;
                            } else {
                                assertThat(taken.put(job.get().id(), name)).isNull();
                                assertThat(store.end(job.get(), Job.State.DONE, "", null)).isTrue();
                            }
                        }
                        return null;
                    });
                }
                workers.shutdown();
                assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(taken).hasSize(200);
        }
    }

    private static void once(JobNode node) {
        JobStore store = node.bean(JobStore.class);
        UUID id = UUID.randomUUID();
        store.add(id, "counting", new Id(1, 1), new Id(2, 2), Priority.SOMEBODY_WAITS, "1");
        Job first = store.take("first", List.of("counting")).orElseThrow();
        assertThat(store.take("second", List.of("counting"))).isEmpty();
        assertThat(store.hold(first, 0.5)).isTrue();
        node.bean(JdbcClient.class).sql("update job set lease = 0 where id = ?").param(id).update();
        Job second = store.take("second", List.of("counting")).orElseThrow();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(store.hold(first, 0.9)).isFalse();
        assertThat(store.end(first, Job.State.DONE, "first", null)).isFalse();
        assertThat(store.end(second, Job.State.DONE, "second", null)).isTrue();
        assertThat(store.end(second, Job.State.DONE, "again", null)).isFalse();
        assertThat(store.find(id).orElseThrow().result()).isEqualTo("second");
    }
}
