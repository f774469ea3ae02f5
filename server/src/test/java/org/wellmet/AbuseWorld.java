package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;
import org.wellmet.connection.Ties;
import org.wellmet.member.MemberId;

/// A member, who is in the lists of others and they in hers, and every address that may say something of it.
abstract class AbuseWorld extends ServerTest {
    private static final String WHY = "Because the tides at Halifax want measuring.";

    private static final AtomicInteger WORLDS = new AtomicInteger();

    /// The name of those who vanish, which nobody else bears.
    protected final String surname = "Vanish" + "abcdefghijklmnopqrstuvwxyz".charAt(WORLDS.getAndIncrement() % 26);

    @Autowired
    protected Ties ties;

    protected MemberId viewer;
    protected MemberId between;
    protected MemberId stranger;
    protected MemberId friend;
    protected long invitation;
    protected long introduction;
    protected long update;

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

    protected static boolean isRead(Route route) {
        return route.method().equals("GET")
                && !route.who().equals("OPERATORS")
                && !route.path().matches("/(static|error|set-up|test).*|.*\\{(secret|kind|hash)}.*");
    }

    /// With everybody's handle, and the ids of what is between them and the viewer.
    protected List<String> addresses(Route route) {
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

    protected Answer call(Visitor visitor, Route route, String handle) {
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

    protected Answer answer(MemberId member, String address, String body) {
        return visitor(member)
                .send(
                        "POST",
                        address,
                        "application/json",
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    protected long newest(String table, String column, MemberId member) {
        return sql.sql("SELECT max(id) FROM " + table + " WHERE " + column + " = :member")
                .param("member", member.value())
                .query(Long.class)
                .single();
    }

    protected String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }
}
