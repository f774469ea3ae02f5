package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wellmet.RoutesTest.Route;
import org.wellmet.member.MemberId;

/// Looking changes nothing, and ids of others in a body reach nothing, tried on every route of `routes.txt`; what one
/// is told is marked as read by its owner alone.
class LookingTest extends AbuseWorld {
    @Test // T17
    void lookingChangesNothingAnywhere() throws IOException {
        String before = new Rows(sql).of(List.of(viewer, between, stranger, friend));
        Visitor visitor = visitor(viewer);
        Set<String> visited = new TreeSet<>();
        for (Route route : RoutesTest.listed().values()) {
            if (isRead(route)) {
                for (String address : addresses(route)) {
                    visited.add(address);
                    visitor.get(address);
                    visitor.send("HEAD", address, "text/plain", new byte[0]);
                }
            }
        }
        assertThat(visited).hasSizeGreaterThan(100);
        assertThat(new Rows(sql).of(List.of(viewer, between, stranger, friend))).isEqualTo(before);
    }

    @Test // T9
    void idsOfOthersInABodyReachNothing() {
        MemberId mallory = aMember("Mallory Malice");
        String before = new Rows(sql).of(List.of(viewer, between, stranger, friend));

        assertThat(answer(mallory, "/api/invitations/decline", "{'ids':[%d]}".formatted(invitation))
                        .body())
                .isEqualTo("{\"declined\":0}");
        assertThat(answer(viewer, "/api/invitations/decline", "{'ids':[%d]}".formatted(invitation))
                        .body())
                .isEqualTo("{\"declined\":1}");
        before = new Rows(sql).of(List.of(viewer, between, stranger, friend));
        for (MemberId foreign : List.of(mallory, stranger)) {
            assertThat(answer(foreign, "/api/invitations/undo", "{'ids':[%d]}".formatted(invitation))
                            .body())
                    .isEqualTo("{\"undone\":0}");
        }
        long told = newest("notification", "member_id", viewer);
        assertThat(answer(mallory, "/api/notifications/opened", "{'id':%d}".formatted(told))
                        .status())
                .isEqualTo(204);
        assertThat(answer(mallory, "/api/notifications/read", "{'newest':%d}".formatted(told))
                        .status())
                .isEqualTo(204);
        assertThat(new Rows(sql).of(List.of(viewer, between, stranger, friend))).isEqualTo(before);
    }

    @Test
    void whatOneIsToldIsReadAndMarkedByJson() {
        long newest = newest("notification", "member_id", viewer);
        assertThat(visitor(viewer).get("/api/notifications").body())
                .contains("\"kind\":\"INVITED\"", "\"kind\":\"INTRODUCTION_ASKED\"", "\"newest\":" + newest)
                .doesNotContain("\"unread\":0", "\"isRead\":true");
        assertThat(answer(viewer, "/api/notifications/opened", "{'id':%d}".formatted(newest))
                        .status())
                .isEqualTo(204);
        assertThat(visitor(viewer).get("/api/notifications").body()).contains("\"isRead\":true", "\"isRead\":false");
        assertThat(answer(viewer, "/api/notifications/read", "{'newest':%d}".formatted(newest))
                        .status())
                .isEqualTo(204);
        assertThat(visitor(viewer).get("/api/notifications").body())
                .contains("\"unread\":0")
                .doesNotContain("\"isRead\":false");
    }
}
