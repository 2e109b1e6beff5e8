package studio.tutti.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Id;

@DisplayName("A person")
class SecretTest {

    @Test
    @DisplayName("is the first 128 bits of the SHA-256 of the browser's secret")
    void idIsAHash() {
        Secret secret = Secret.parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").orElseThrow();

        // printf %s AAA… | sha256sum
        assertThat(secret.person().toString()).isEqualTo("0f007385b6f9d4b7eeb2748605afe1a9");
    }

    @Test
    @DisplayName("has a secret that reads back as itself and never prints itself")
    void secretsReadBack() {
        Set<Id> people = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Secret secret = Secret.fresh();
            assertThat(Secret.parse(secret.text()).orElseThrow().person()).isEqualTo(secret.person());
            assertThat(secret.toString()).doesNotContain(secret.text());
            people.add(secret.person());
        }
        assertThat(people).hasSize(100);
    }

    @Test
    @DisplayName("is nobody when the cookie holds anything else")
    void nonsenseIsNobody() {
        assertThat(Secret.parse("")).isEmpty();
        assertThat(Secret.parse("short")).isEmpty();
        assertThat(Secret.parse("A".repeat(42) + "=")).isEmpty();
        assertThat(Secret.parse("A".repeat(42) + "ä")).isEmpty();
        assertThat(Secret.parse("A".repeat(44))).isEmpty();
    }

    @Test
    @DisplayName("has a name of one line, a colour that CSS reads, and initials")
    void namesAreTidy() {
        Person person = new Person(new Id(1, 2), "  Clara \n Josephine  Wieck ", 0x00ff0a);

        assertThat(person.name()).isEqualTo("Clara Josephine Wieck");
        assertThat(person.initials()).isEqualTo("CW");
        assertThat(person.cssColour()).isEqualTo("#00ff0a");
        assertThatThrownBy(() -> new Person(new Id(1, 2), " \t", 0)).hasMessage("A name needs at least one letter.");
        assertThatThrownBy(() -> new Person(new Id(1, 2), "x".repeat(61), 0)).hasMessage("A name has at most 60 characters.");
    }
}
