package studio.tutti.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Id;
import studio.tutti.jobs.JobRefused;

@DisplayName("Links to listen by")
class SharesTest {

    private static final Id MAKER = new Id(1, 1);

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = {
        "com.vaadin.flow.spring.SpringBootAutoConfiguration",
        "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
        "com.vaadin.flow.spring.VaadinScopesConfig"
    })
    @ComponentScan({"studio.tutti.collaboration", "studio.tutti.account", "studio.tutti.library", "studio.tutti.jobs", "studio.tutti.exchange", "studio.tutti.share"})
    static class Application {}

    @TempDir Path data;

    private ConfigurableApplicationContext node;
    private Shares shares;
    private Song song;

    @BeforeEach
    void start() {
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        node = application.run("--server.port=0", "--server.address=127.0.0.1", "--tutti.data=" + data, "--tutti.role=web", "--tutti.jobs.person=1");
        shares = node.getBean(Shares.class);
        song = node.getBean(Songs.class).create(MAKER, "A song", List.of());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    @DisplayName("play nothing when they are revoked, or when their song lies in the trash")
    void ended() {
        SharedSong shared = shares.create(song.link(), MAKER, "Ada");
        assertThat(shares.heard(shared.token())).isPresent();
        assertThat(shares.heard(shared.token().substring(1) + "A")).isEmpty();
        node.getBean(Songs.class).trash(song.link(), MAKER);
        assertThat(shares.heard(shared.token())).isEmpty();
        Song other = node.getBean(Songs.class).create(MAKER, "Another", List.of());
        SharedSong second = shares.create(other.link(), new Id(2, 2), "Ben");
        shares.revoke(second.token());
        assertThat(shares.heard(second.token())).isEmpty();
    }

    @Test
    @DisplayName("are not made, and stay as they are, when their sound can't be asked for")
    void refused() {
        SharedSong shared = shares.create(song.link(), MAKER, "Ada");
        assertThatThrownBy(() -> shares.create(song.link(), MAKER, "Ada")).isInstanceOf(JobRefused.class);
        assertThat(shares.of(song.id())).hasSize(1);
        node.getBean(Songs.class).rename(song.link(), MAKER, "Another name");
        assertThatThrownBy(() -> shares.renew(shared.token(), MAKER, "Ben")).isInstanceOf(JobRefused.class);
        assertThat(shares.find(shared.token()).orElseThrow()).isEqualTo(shared);
    }

    @Test
    @DisplayName("take so much in a minute and no more, from however many browsers")
    void flooded() {
        SharedSong shared = shares.create(song.link(), MAKER, "Ada");
        for (int i = 0; i < 60; i++) {
            shares.remark(shared, new Id(9, i), UUID.randomUUID(), "Grandma", "Lovely!", 0);
        }
        assertThatThrownBy(() -> shares.remark(shared, new Id(9, 99), UUID.randomUUID(), "Grandma", "Lovely!", 0))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("wait a minute");
        assertThat(shares.remarks(shared.token())).hasSize(60);
    }
}
