package studio.tutti.jobs.internal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.cli.bench.ServerProcess;
import studio.tutti.cli.bench.TemporaryPostgres;
import studio.tutti.jobs.JobNode;
import studio.tutti.jobs.Products;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What jobs made")
class ProductsTest {

    @TempDir Path data;

    @Test
    @DisplayName("lies there once by its hash, and another node that shares the store has it, too")
    void everywhere() throws IOException {
        byte[] content = new byte[2_500_000];
        new Random(3).nextBytes(content);
        try (TemporaryPostgres database = TemporaryPostgres.start()) {
            String store = "--spring.datasource.url=" + database.url();
            String join = "--tutti.join=127.0.0.1:" + ServerProcess.freePort() + ",127.0.0.1:" + ServerProcess.freePort();
            try (JobNode one = new JobNode(data.resolve("one"), store, join); JobNode other = new JobNode(data.resolve("other"), store, join)) {
                String hash = keep(one, content);
                assertThat(keep(one, content)).isEqualTo(hash);
                Path there = other.bean(Products.class).find(hash).orElseThrow();
                assertThat(there).startsWith(data.resolve("other")).hasBinaryContent(content);
                assertThat(other.bean(Products.class).find("0".repeat(64))).isEmpty();
                assertThat(other.bean(Products.class).find("../../etc/passwd")).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("is gone when it is old, as are files that nobody knows")
    void old() throws IOException {
        try (JobNode node = new JobNode(data)) {
            String kept = keep(node, new byte[] {1, 2, 3});
            String old = keep(node, new byte[] {4, 5, 6});
            node.bean(Products.class).until(old, Instant.now().minusSeconds(1));
            node.bean(ProductsInFolder.class).tidy();
            assertThat(node.bean(Products.class).find(kept)).isPresent();
            assertThat(node.bean(Products.class).find(old)).isEmpty();
        }
    }

    private static String keep(JobNode node, byte[] content) throws IOException {
        Products products = node.bean(Products.class);
        Path workshop = products.workshop();
        Path file = Files.write(workshop.resolve("sound"), content);
        String hash = products.keep(file, Instant.now().plus(Duration.ofDays(1)));
        Files.delete(workshop);
        return hash;
    }
}
