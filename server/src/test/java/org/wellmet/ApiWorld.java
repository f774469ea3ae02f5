package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.RoutesTest.Route;
import org.wellmet.Visitor.Answer;
import org.wellmet.connection.Ties;
import org.wellmet.member.MemberId;

/// A member about whom every route under `/api/` has something to say, and the addresses that say it.
abstract class ApiWorld extends ServerTest {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    @Autowired
    private Ties ties;

    /// An operator, so that every route is open.
    protected MemberId ada;

    /// Ada's connection.
    protected MemberId grace;

    /// Two steps away from her, asked by her for an introduction to himself and dismissed by her.
    protected MemberId alonzo;

    /// Who invites her and asks her to pass an introduction on.
    protected MemberId barbara;

    private Map<String, String> places;

    @BeforeEach
    void world() {
        ada = anOperator("Ada Lovelace");
        grace = aMember("Grace Hopper");
        alonzo = aMember("Alonzo Church");
        barbara = aMember("Barbara Liskov");
        MemberId edsger = aMember("Edsger Dijkstra");
        MemberId mallory = aMember("Mallory Malice");
        MemberId joan = aMember("Joan Clarke");
        connected(ada, grace);
        connected(grace, alonzo);
        connected(ada, joan);
        connected(joan, barbara);
        connected(ada, edsger);
        connected(edsger, grace);
        ties.block(ada, mallory);
        long invitation = idOf(send(
                barbara,
                "/api/invitations",
                "{'to':'%s','kind':'MET','subject':'The lecture','why':'You asked me for the paper on types.'}",
                handle(ada)));
        done(send(barbara, "/api/invitations/" + invitation + "/messages", "{'text':'I forgot to say where.'}"));
        MemberId kurt = aMember("Kurt Goedel");
        connected(ada, kurt);
        connected(joan, kurt);
        long introduction = idOf(send(
                joan,
                "/api/introductions",
                "{'to':'%s','via':'%s','toConnector':'You have known her for years.','toTarget':'Your notation is what"
                        + " we all need.'}",
                handle(grace),
                handle(ada)));
        done(send(
                ada,
                "/api/invitations/outside",
                "{'note':'For all','why':'We spoke about gauges yesterday.','uses':2}"));
        done(send(ada, "/api/connections/" + handle(grace) + "/note", "{'note':'Compilers','how':'In May'}"));
        done(send(ada, "/api/suggestions/" + handle(alonzo) + "/dismiss", "{}"));
        done(visitor(grace).post("/updates", "text", "Found a *moth*.", "audience", "CONNECTIONS"));
        long update = sql.sql("SELECT max(id) FROM member_update WHERE member_id = :grace")
                .param("grace", grace.value())
                .query(Long.class)
                .single();
        done(visitor(ada).post("/updates/" + update + "/comments", "text", "As the loom weaves."));
        Answer link = send(grace, "/api/invitations/outside", "{'why':'We spoke about gauges yesterday.','uses':2}");
        String secret = link.body().replaceAll(".*/welcome/([^\"]+)\".*", "$1");
        places = Map.of(
                "/api/invitations/", Long.toString(invitation),
                "/api/invitations/outside/",
                        sql.sql("SELECT max(id) FROM outside_invitation WHERE member_id = :ada")
                                .param("ada", ada.value())
                                .query(String.class)
                                .single(),
                "/api/introductions/", Long.toString(introduction),
                "/api/updates/", Long.toString(update),
                "/api/welcome/", secret,
                "/api/connections/", handle(grace),
                "/api/blocks/", handle(mallory),
                "/api/suggestions/", handle(alonzo),
                "/api/members/", handle(alonzo));
    }

    /// Every route under `/api/`.
    protected static List<Route> all() throws IOException {
        return RoutesTest.listed().values().stream()
                .filter(route -> route.path().startsWith("/api/"))
                .toList();
    }

    protected List<MemberId> everybody() {
        return List.of(ada, grace, alonzo, barbara);
    }

    /// The address of the route, of something that is there for Ada.
    protected String address(Route route) {
        String beginning = route.path().replaceFirst("\\{.*", "");
        return route.path().contains("{")
                ? beginning + places.get(beginning) + route.path().replaceFirst(".*?\\{(?:[^{}]|\\{[^{}]*})*}", "")
                : route.path();
    }

    protected String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }

    protected Answer send(MemberId member, String address, String json, Object... values) {
        return visitor(member)
                .send(
                        "POST",
                        address,
                        "application/json",
                        json.formatted(values).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static long idOf(Answer answer) {
        done(answer);
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return Long.parseLong(id.group(1));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 204, 303);
    }
}
