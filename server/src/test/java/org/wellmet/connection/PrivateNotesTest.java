package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

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
        for (String path : java.util.List.of("/network/" + handle(ada) + "/note", api.formatted(handle(ada)))) {
            assertThat(visitor(grace).get(path).body()).doesNotContain("Likes tea", "On a boat");
        }
        ties.remove(grace, ada);
        assertThat(notes.find(ada, grace)).isEmpty();
        tied(ada, grace);
        assertThat(notes.find(ada, grace)).contains(PrivateNote.NONE);
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
