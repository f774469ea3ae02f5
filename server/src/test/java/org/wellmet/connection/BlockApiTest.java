package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// Blocks by JSON.
class BlockApiTest extends TwoMembersTest {
    @BeforeEach
    void twoWhoAreConnected() {
        tied(ada, grace);
    }

    @Test
    void aBlockSeparatesIsListedForItsOwnerAloneAndIsLifted() {
        assertThat(call(ada, "POST", grace).status()).isEqualTo(204);
        assertThat(call(ada, "POST", grace).status()).as("once more").isEqualTo(204);

        assertThat(connections.areConnected(ada, grace)).isFalse();
        assertThat(visitor(ada).get("/api/blocks").body())
                .contains("\"handle\":\"" + handle(grace) + "\"", "\"name\":\"Grace Hopper\"", "\"isCut\":false");
        assertThat(visitor(grace).get("/api/blocks").body()).contains("\"blocked\":[]");
        assertThat(visitor(grace).get("/api/connections/" + handle(ada)).status())
                .isEqualTo(404);

        assertThat(call(ada, "DELETE", grace).status()).isEqualTo(204);
        assertThat(visitor(ada).get("/api/blocks").body()).contains("\"blocked\":[]");
        assertThat(connections.areConnected(ada, grace))
                .as("a lifted block connects nobody")
                .isFalse();
    }

    @Test
    void aBlockThatIsNotThereAndTheOthersBlockAreNotHereAndStayAsTheyWere() {
        ties.block(grace, ada);
        String before = state(ada, grace);

        assertThat(call(ada, "DELETE", grace).status()).isEqualTo(404);
        assertThat(call(ada, "POST", grace).status()).isEqualTo(404);
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    private Visitor.Answer call(MemberId member, String method, MemberId other) {
        return visitor(member).send(method, "/api/blocks/" + handle(other), "application/json", new byte[0]);
    }
}
