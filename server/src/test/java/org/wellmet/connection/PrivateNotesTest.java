package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// What one keeps for oneself on a connection.
class PrivateNotesTest extends ConnectionTest {
    @Autowired
    private PrivateNotes notes;

    @Test
    void onlyItsOwnerReadsItAndItGoesWithTheConnection() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        tied(ada, grace);

        assertThat(visitor(ada)
                        .post("/network/" + handle(grace) + "/note", "note", "Likes tea.", "how", "On a boat")
                        .status())
                .isEqualTo(303);

        String api = "/api/connections/%s/note";
        assertThat(visitor(ada).get(api.formatted(handle(grace))).body())
                .isEqualTo("{\"note\":\"Likes tea.\",\"how\":\"On a boat\"}");
        assertThat(visitor(ada).get("/network/" + handle(grace) + "/note").body())
                .contains("Likes tea.");
        for (String path : List.of("/network/" + handle(ada) + "/note", api.formatted(handle(ada)))) {
            assertThat(visitor(grace).get(path).body()).doesNotContain("Likes tea", "On a boat");
        }
        ties.remove(grace, ada);
        assertThat(notes.find(ada, grace)).isEmpty();
        tied(ada, grace);
        assertThat(notes.find(ada, grace)).contains(PrivateNote.NONE);
    }

    @Test
    void whatTheApiIsNotGivenStaysAndAnEmptyTextClears() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        tied(ada, grace);
        notes.keep(ada, grace, new PrivateNote("Likes tea.", "On a boat"));

        for (String nothing : List.of("{}", "{\"text\":\"Unknown\"}", "{\"note\":null}")) {
            assertThat(sent(ada, grace, nothing)).isEqualTo("{\"note\":\"Likes tea.\",\"how\":\"On a boat\"}");
            assertThat(notes.find(ada, grace)).contains(new PrivateNote("Likes tea.", "On a boat"));
        }
        assertThat(sent(ada, grace, "{\"how\":\"\"}")).isEqualTo("{\"note\":\"Likes tea.\",\"how\":\"\"}");
        assertThat(notes.find(ada, grace)).contains(new PrivateNote("Likes tea.", ""));
    }

    private String sent(MemberId owner, MemberId other, String body) {
        return visitor(owner)
                .send(
                        "POST",
                        "/api/connections/" + handle(other) + "/note",
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8))
                .body();
    }

    @Test
    void theOwnerFindsItOnTheProfileInTheNetworkAndBySearching() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        MemberId other = aMember("Other Friend");
        tied(ada, grace);
        tied(ada, other);
        Visitor visitor = visitor(ada);
        assertThat(visitor.get("/in/" + handle(grace)).page().select("aside").text())
                .contains("Only you ever see it.", "Write a note");
        visitor.post(
                "/network/" + handle(grace) + "/note", "note", "Café first.\n" + "Then tea. ".repeat(40), "how", "");
        visitor.post("/network/" + handle(other) + "/note", "note", "", "how", "On a boat to Digby");

        assertThat(visitor.get("/in/" + handle(grace)).page().select("aside").text())
                .contains("Your note on Grace", "Café first.", "Change the note");
        assertThat(visitor.get("/network").page().select("main li").text())
                .contains("Your private note: Café first. Then tea.", "…", "Your private note: On a boat to Digby");
        assertThat(names(visitor, "cafe")).containsExactly("Grace Hopper");
        assertThat(names(visitor, "DIGBY")).containsExactly("Other Friend");
        assertThat(visitor.get("/api/connections?q=digby").body())
                .contains("Other Friend")
                .doesNotContain("Grace");
        assertThat(visitor.get("/network/" + handle(grace) + "/note")
                        .page()
                        .select("main")
                        .text())
                .contains("Nobody else ever sees it", "Up to 2,000 characters", "Up to 300 characters");
    }

    /// The canary: nobody but the owner ever meets the words, not whom they are about and not an operator.
    @Test // T1, T5
    void nobodyElseReadsItAnywhere() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        MemberId friend = aMember("Friend of both");
        tied(ada, grace);
        tied(ada, friend);
        tied(friend, grace);
        visitor(ada).post("/network/" + handle(grace) + "/note", "note", "Canaryum", "how", "Howcanary");
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/network",
                "/network?q=canary",
                "/search?q=canaryum",
                "/notifications",
                "/invitations",
                "/suggestions",
                "/api/connections",
                "/api/connections?q=canaryum",
                "/api/search?q=canaryum"));
        for (MemberId about : List.of(ada, grace, friend)) {
            paths.addAll(List.of(
                    "/in/" + handle(about),
                    "/in/" + handle(about) + "/card.vcf",
                    "/api/members/" + handle(about),
                    "/network/" + handle(about),
                    "/network/" + handle(about) + "/note",
                    "/api/connections/" + handle(about) + "/note"));
        }
        assertThat(visitor(ada).get("/in/" + handle(grace)).body())
                .as("the control")
                .contains("Canaryum", "Howcanary");
        for (Visitor other : List.of(
                visitor(grace),
                visitor(friend),
                visitor(aMember("Stranger")),
                visitor(anOperator("Op")),
                aStranger())) {
            for (String path : paths) {
                Document page = Jsoup.parse(other.get(path).body().toLowerCase(Locale.ROOT));
                page.select("input[type=search]").remove(); // says again what was searched for
                String words = page.outerHtml().replaceAll("(search for |[?&;/]q=|“)canary\\p{L}*", "");
                assertThat(words).as(path).doesNotContain("canaryum", "howcanary");
            }
            assertThat(other.get("/network?q=howcanary").page().select("main li"))
                    .isEmpty();
        }
    }

    private static List<String> names(Visitor visitor, String search) {
        return visitor.get("/network?q=" + search)
                .page()
                .select("main li .who a")
                .eachText();
    }

    @Test
    void thereIsNoneOnWhoIsNotConnectedAndNoneTooLong() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        Visitor visitor = visitor(ada);
        String before = state(ada, grace);
        String page = "/network/" + handle(grace) + "/note";
        assertThat(visitor.get(page).status()).isEqualTo(404);
        assertThat(visitor.post(page, "note", "x", "how", "").status()).isEqualTo(404);
        assertThat(state(ada, grace)).isEqualTo(before);
        tied(ada, grace);
        String tied = state(ada, grace);
        assertThat(visitor.post(page, "note", "x".repeat(2_001), "how", "").status())
                .isEqualTo(422);
        assertThat(visitor.post(page, "note", "", "how", "x".repeat(301)).status())
                .isEqualTo(422);
        assertThat(state(ada, grace)).isEqualTo(tied);
    }
}
