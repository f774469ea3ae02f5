package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;
import org.wellmet.connection.Ties;
import org.wellmet.member.MemberId;

/// What networks have been broken by, tried on every route of `routes.txt` and so on those that are added later, pages
/// and JSON alike: somebody who is in all of a member's lists vanishes from all of them at once.
class AbuseTest extends ServerTest {
    private static final String WHY = "Because the tides at Halifax want measuring.";

    private static final AtomicInteger WORLDS = new AtomicInteger();

    /// The name of those who vanish, which nobody else bears.
    private final String surname = "Vanish" + "abcdefghijklmnopqrstuvwxyz".charAt(WORLDS.getAndIncrement() % 26);

    /// What may go on naming somebody whom one blocked oneself, and take the block back.
    private static final String ONES_OWN_BLOCKS = "/settings/blocked.*|/api/blocks.*|/block/.*";

    @Autowired
    private Ties ties;

    private MemberId viewer;
    private MemberId between;
    private MemberId stranger;
    private MemberId friend;
    private long invitation;
    private long introduction;
    private long update;

    /// How somebody comes to be absent for the viewer.
    enum End {
        BLOCKS_THE_VIEWER {
            @Override
            void of(AbuseTest test, MemberId member) {
                test.ties.block(member, test.viewer);
            }
        },
        IS_BLOCKED_BY_THE_VIEWER {
            @Override
            void of(AbuseTest test, MemberId member) {
                test.ties.block(test.viewer, member);
            }
        },
        IS_SUSPENDED {
            @Override
            void of(AbuseTest test, MemberId member) {
                test.members.suspend(member);
            }
        };

        abstract void of(AbuseTest test, MemberId member);
    }

    //  friend -- viewer -- between -- stranger, who invited the viewer; the friend asked for an introduction
    @BeforeEach
    void everybody() {
        viewer = aMember("Vera Viewer");
        between = aMember("Bertha Between");
        stranger = aMember("Xenia " + surname);
        friend = aMember("Frida " + surname);
        connected(viewer, friend);
        connected(viewer, between);
        connected(between, stranger);
        json(
                stranger,
                "/api/invitations",
                "{'to':'%s','kind':'MET','subject':'The tide','why':'%s'}".formatted(handle(viewer), WHY));
        invitation = newest("invitation", "inviter_id", stranger);
        json(stranger, "/api/invitations/" + invitation + "/messages", "{'text':'One thing more.'}");
        json(
                friend,
                "/api/introductions",
                "{'to':'%s','via':'%s','toConnector':'%s','toTarget':'%s'}"
                        .formatted(handle(between), handle(viewer), WHY, WHY));
        introduction = newest("introduction", "asker_id", friend);
        json(viewer, "/api/connections/" + handle(friend) + "/note", "{'note':'Owes me a book','how':'At sea'}");
        json(viewer, "/api/suggestions/" + handle(stranger) + "/dismiss", "{}");
        assertThat(visitor(friend)
                        .post("/updates", "text", "For @" + handle(viewer), "audience", "CONNECTIONS")
                        .status())
                .isEqualTo(303);
        update = newest("member_update", "member_id", friend);
    }

    @ParameterizedTest // T1, T2, T4, T6, T10
    @EnumSource
    void whoIsAbsentIsNamedOnNoPageAndInNoJson(End end) throws IOException {
        assertThat(naming(_ -> {})).as("the control: places that name them").hasSizeGreaterThan(15);

        assertThat(naming(visitor -> {
                    end.of(this, stranger);
                    end.of(this, friend);
                }))
                .filteredOn(address -> end != End.IS_BLOCKED_BY_THE_VIEWER || !address.matches(ONES_OWN_BLOCKS))
                .isEmpty();
    }

    /// Where the viewer reads the name or the handle of somebody who vanishes.
    private List<String> naming(Consumer<Visitor> before) throws IOException {
        Visitor visitor = visitor(viewer);
        before.accept(visitor);
        List<String> naming = new ArrayList<>();
        for (Route route : RoutesTest.listed().values()) {
            if (isRead(route)) {
                for (String address : addresses(route)) {
                    Answer answer = visitor.get(address);
                    assertThat(answer.status()).as(address).isLessThan(500).isNotEqualTo(429);
                    if (names(answer, address)) {
                        naming.add(address);
                    }
                }
            }
        }
        return naming;
    }

    private boolean names(Answer answer, String address) {
        String said = answer.body().replace(address, "").replaceAll("name=\"back\" value=\"[^\"]*\"", "");
        return said.contains(surname) || said.contains(handle(stranger)) || said.contains(handle(friend));
    }

    @ParameterizedTest // T3
    @EnumSource
    void whoIsAbsentAnswersAsWhoNeverWas(End end) throws IOException {
        end.of(this, stranger);
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("en", "fr")) {
            Visitor visitor = visitor(viewer).with("Accept-Language", language);
            for (Route route : RoutesTest.listed().values()) {
                boolean isOwnBlock =
                        end == End.IS_BLOCKED_BY_THE_VIEWER && route.path().matches(ONES_OWN_BLOCKS);
                if (route.path().contains("{handle}") && !route.who().equals("OPERATORS") && !isOwnBlock) {
                    String gone = said(call(visitor, route, handle(stranger)), handle(stranger));
                    String never = said(call(visitor, route, "nobody-at-all"), "nobody-at-all");
                    if (!gone.equals(never)) {
                        wrong.add(language + " " + route.key() + "\n" + gone + "\n" + never);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String said(Answer answer, String handle) {
        return answer.status() + " "
                + answer.body().replace(handle, "").replaceAll("(_csrf\"[^>]* (?:value|content)=\")[^\"]*", "$1");
    }

    @ParameterizedTest // T9, T10, T11
    @EnumSource
    void noChangeReachesWhoIsAbsent(End end) throws IOException {
        end.of(this, stranger);
        end.of(this, friend);
        String before = new Rows(sql).of(List.of(viewer, between, stranger, friend));
        List<String> wrong = new ArrayList<>();
        for (MemberId member : List.of(stranger, friend)) {
            for (Route route : RoutesTest.listed().values()) {
                boolean isOwnBlock =
                        end == End.IS_BLOCKED_BY_THE_VIEWER && route.path().matches(ONES_OWN_BLOCKS);
                boolean names = route.path().contains("{handle}")
                        || route.path().matches("(/api)?/(invitations|introductions|updates)/\\{id.*");
                if (route.isChange() && names && !isOwnBlock) {
                    int status = call(visitor(viewer), route, handle(member)).status();
                    if (status != 404) {
                        wrong.add(route.key() + " answered " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(new Rows(sql).of(List.of(viewer, between, stranger, friend))).isEqualTo(before);
    }

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

    private static boolean isRead(Route route) {
        return route.method().equals("GET")
                && !route.who().equals("OPERATORS")
                && !route.path().matches("/(static|error|set-up|test).*|.*\\{(secret|kind|hash)}.*");
    }

    /// With everybody's handle, and the ids of what is between them and the viewer.
    private List<String> addresses(Route route) {
        if (route.path().contains("{handle}")) {
            return List.of(viewer, between, stranger, friend).stream()
                    .map(member -> route.path().replace("{handle}", handle(member)))
                    .toList();
        }
        return switch (route.path()) {
            case "/search", "/api/search", "/search/suggest", "/network", "/updates/mentions" ->
                List.of(route.path() + "?q=xenia", route.path() + "?q=frida", route.path() + "?q=book");
            default -> List.of(withIds(route));
        };
    }

    private String withIds(Route route) {
        long id = route.path().contains("/invitations/")
                ? invitation
                : route.path().contains("/introductions/") ? introduction : update;
        return route.path()
                .replaceAll("\\{\\w+:([a-z-]+)\\|[^{}]*}", "$1")
                .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", Long.toString(id));
    }

    private Answer call(Visitor visitor, Route route, String handle) {
        String address =
                withIds(new Route(route.method(), route.path().replace("{handle}", handle), route.who(), route.note()));
        String body = ApiDocument.read().entries().containsKey(ApiDocument.name(route))
                ? ApiDocument.read().of(route).request().orElse("{}")
                : "{}";
        return switch (route.method()) {
            case "GET" -> visitor.get(address);
            case "POST" ->
                address.startsWith("/api/")
                        ? visitor.send("POST", address, "application/json", body.getBytes(StandardCharsets.UTF_8))
                        : visitor.post(
                                address, "text", WHY, "words", WHY, "why", WHY, "claim", "OTHER", "subject", "x");
            default -> visitor.send(route.method(), address, "application/json", new byte[0]);
        };
    }

    private void json(MemberId member, String address, String body) {
        Answer answer = answer(member, address, body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    private Answer answer(MemberId member, String address, String body) {
        return visitor(member)
                .send(
                        "POST",
                        address,
                        "application/json",
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private long newest(String table, String column, MemberId member) {
        return sql.sql("SELECT max(id) FROM " + table + " WHERE " + column + " = :member")
                .param("member", member.value())
                .query(Long.class)
                .single();
    }

    private String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }
}
