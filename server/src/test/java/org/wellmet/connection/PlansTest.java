package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The statements behind every list walk the index that their comment names, in its order and without a sort.
class PlansTest extends ConnectionTest {
    private static final OffsetDateTime FAR = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    @Test
    void theListsWalkTheirIndexes() {
        assertThat(plan(WaitingStore.RECEIVED))
                .contains("invitation_received_idx")
                .doesNotContain("Sort");
        assertThat(plan(WaitingStore.SENT)).contains("invitation_sent_idx").doesNotContain("Sort");
        assertThat(plan(WaitingStore.DECLINED)).contains("invitation_of_invitee_idx");
        assertThat(plan(InvitationStore.OF_EITHER)).contains("invitation_pkey", "invitation_of_invitee_idx");
        assertThat(plan(ConnectionStore.LIST)).contains("connection_since_idx").doesNotContain("Sort");
    }

    /// With few rows the planner would rather read everything, so that way is closed to it.
    private String plan(String statement) {
        return transactions.call(() -> {
            for (String way : List.of("seqscan", "bitmapscan", "sort")) {
                sql.sql("SET LOCAL enable_" + way + " = off").update();
            }
            return String.join(
                    "\n",
                    sql.sql("EXPLAIN " + statement)
                            .param("member", 1L)
                            .param("owner", 1L)
                            .param("now", FAR)
                            .param("sent", FAR)
                            .param("since", FAR)
                            .param("id", Long.MAX_VALUE)
                            .param("other", Long.MAX_VALUE)
                            .param("search", "")
                            .param("ids", new Long[] {1L, 2L})
                            .param("limit", 20)
                            .query(String.class)
                            .list());
        });
    }
}
