package studio.tutti.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.collaboration.Songs;
import studio.tutti.core.arrangement.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static studio.tutti.proposal.TrayNode.until;

@DisplayName("The tray for scripts")
class ProposalsApiTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Secret owner = Secret.fresh();
    private String songs = "";

    @Test
    @DisplayName("is asked, listened to, voted in, accepted from and renewed over HTTP, and says in a sentence what can't be")
    void whole(@TempDir Path data) throws Exception {
        try (TrayNode node = new TrayNode(data)) {
            String link = node.bean(Songs.class).create(owner.person(), "Our song", List.of()).link();
            songs = node.url() + "/api/songs/" + link;
            assertThat(call("GET", "/assistants", "", owner).body()).contains("Stepper").contains("Steps by nobody");
            assertThat(call("POST", "/assistants/stepping", "{\"from\": 0, \"to\": 15360, \"settings\": {\"notes\": \"0\"}}", owner))
                    .matches(answer -> answer.statusCode() == 400 && answer.body().equals("Notes is a whole number from 1 to 1000."));
            HttpResponse<String> asked = call("POST", "/assistants/stepping", "{\"from\": 0, \"to\": 15360, \"seed\": \"7\", \"takes\": 2}", owner);
            assertThat(asked.statusCode()).isEqualTo(202);
            String id = "/proposals/" + json(asked).get("id").asString();
            until("it is ready", () -> json(call("GET", id, "", owner)).get("state").asString().equals("ready"));
            assertThat(json(call("GET", id + "/takes/2", "", owner)).get("parts").get(0).get("notes").size()).isEqualTo(16);
            assertThat(call("GET", id + "/takes/3", "", owner).statusCode()).isEqualTo(404);
            assertThat(call("PUT", "/votes-wanted?votes=1", "", Secret.fresh()))
                    .matches(answer -> answer.statusCode() == 400 && answer.body().startsWith("Only the song's owner"));
            assertThat(call("PUT", "/votes-wanted?votes=1", "", owner).statusCode()).isEqualTo(204);
            assertThat(call("POST", id + "/takes/2/accept", "", owner).statusCode()).isEqualTo(400);
            assertThat(json(call("POST", id + "/takes/2/up", "", Secret.fresh())).get("takes").get(1).get("votesFor").size()).isEqualTo(1);
            JsonNode accepted = json(call("POST", id + "/takes/2/accept", "", owner)).get("accepted");
            assertThat(accepted.get("take").asInt()).isEqualTo(2);
            assertThat(accepted.get("revision").asLong()).isEqualTo(node.bean(Songs.class).find(link).orElseThrow().head());
            assertThat(node.bean(Songs.class).arrangement(link).count(Kind.NOTE)).isEqualTo(16);
            assertThat(json(call("POST", id + "/remarks?text=Fine.", "", owner)).get("remarks").get(0).get("text").asString()).isEqualTo("Fine.");
            HttpResponse<String> renewed = call("POST", id + "/renew", "", owner);
            assertThat(renewed.statusCode()).isEqualTo(202);
            assertThat(id).endsWith(json(renewed).get("renews").asString());
            assertThat(call("POST", id + "/dance", "", owner).body()).isEqualTo("Nothing called “dance” can be done with a proposal.");
            assertThat(call("GET", "/proposals", "", null).statusCode()).isEqualTo(401);
            assertThat(json(call("GET", "/proposals", "", owner)).size()).isEqualTo(2);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private HttpResponse<String> call(String method, String path, String body, Secret who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(songs + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (who != null) {
            request.header("Cookie", "tutti-person=" + who.text());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
