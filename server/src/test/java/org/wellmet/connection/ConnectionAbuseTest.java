package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// What networks have been broken by, tried on every route of this package. The routes are enumerated: one that is not
/// listed here fails.
class ConnectionAbuseTest extends ConnectionTest {
    /// Routes that change something, with the member or the invitation they name.
    private static final Set<String> CHANGING = Set.of(
            "POST /invite/{handle}",
            "POST /invite/{handle}/preview",
            "POST /network/{handle}/remove",
            "POST /block/{handle}",
            "POST /settings/blocked/{handle}/lift",
            "POST /settings/connections",
            "POST /invitations/{id:[0-9]{1,18}}/accept",
            "POST /invitations/{id:[0-9]{1,18}}/decline",
            "POST /invitations/{id:[0-9]{1,18}}/withdraw",
            "POST /api/invitations",
            "POST /api/invitations/{id:[0-9]{1,18}}/accept",
            "POST /api/invitations/{id:[0-9]{1,18}}/decline",
            "POST /api/invitations/{id:[0-9]{1,18}}/withdraw",
            "POST /api/settings/connections",
            "POST /invitations/decline",
            "POST /invitations/undo",
            "POST /invitations/{id:[0-9]{1,18}}/messages",
            "POST /invitations/outside",
            "POST /invitations/outside/{id:[0-9]{1,18}}/revoke",
            "POST /api/invitations/decline",
            "POST /api/invitations/undo",
            "POST /api/invitations/{id:[0-9]{1,18}}/undo",
            "POST /api/invitations/{id:[0-9]{1,18}}/messages",
            "POST /api/invitations/outside",
            "POST /api/invitations/outside/{id:[0-9]{1,18}}/revoke",
            "POST /network/{handle}/note",
            "POST /api/connections/{handle}/note",
            "POST /welcome/{secret}",
            "POST /api/welcome/{secret}",
            "POST /api/blocks/{handle}",
            "DELETE /api/blocks/{handle}",
            "DELETE /api/connections/{handle}");

    /// Not for members alone; who may call them is tested with all routes.
    private static final Set<String> FOR_OTHERS = Set.of(
            "GET /welcome/{secret}",
            "GET /api/welcome/{secret}",
            "GET /operator/invitations",
            "POST /operator/invitations",
            "GET /api/operator/invitations",
            "POST /api/operator/invitations");

    private static final Set<String> READING = Set.of(
            "GET /invite/{handle}",
            "GET /network",
            "GET /network/{handle}",
            "GET /network/{handle}/remove",
            "GET /block/{handle}",
            "GET /settings/blocked",
            "GET /settings/connections",
            "GET /invitations",
            "GET /invitations/sent",
            "GET /api/invitations",
            "GET /api/connections",
            "GET /api/blocks",
            "GET /invitations/{id:[0-9]{1,18}}",
            "GET /invitations/outside",
            "GET /network/{handle}/note",
            "GET /api/invitations/{id:[0-9]{1,18}}",
            "GET /api/invitations/allowance",
            "GET /api/invitations/outside",
            "GET /api/settings/connections",
            "GET /api/connections/{handle}/note",
            "GET /api/members/{handle}/invitation",
            "GET /api/connections/{handle}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private MemberId ada;
    private MemberId mallory;
    private MemberId grace;

    @BeforeEach
    void threeMembers() {
        ada = aMember("Ada Lovelace");
        mallory = aMember("Mallory Malice");
        grace = aMember("Grace Hopper");
    }

    @Test
    void everyRouteIsListed() {
        Set<String> found = new TreeSet<>();
        routes.getHandlerMethods().forEach((route, method) -> {
            if (method.getBeanType().getPackageName().equals("org.wellmet.connection")) {
                found.addAll(named(route));
            }
        });
        Set<String> listed = new TreeSet<>(CHANGING);
        listed.addAll(READING);
        listed.addAll(FOR_OTHERS);

        assertThat(found).isEqualTo(listed);
    }

    @Test // T3
    void absentBlockedAndSuspendedAreTheSameBytesInEveryLanguageAndFormat() {
        MemberId suspended = aMember("Sus Pended");
        members.suspend(suspended);
        ties.block(mallory, ada);
        for (String language : List.of("en", "fr")) {
            Visitor visitor = visitor(ada).with("Accept-Language", language);
            for (String route : routesNamingAMember()) {
                List<String> answers = new ArrayList<>();
                for (String handle : List.of("nobody-of-that-name", handle(mallory), handle(suspended))) {
                    Visitor.Answer answer = call(visitor, route, handle, 0);
                    answers.add(answer.status() + " " + answer.header("Content-Type") + " " + answer.body());
                }
                assertThat(Set.copyOf(answers)).as(language + " " + route).hasSize(1);
                assertThat(answers.getFirst()).as(route).startsWith("404 ");
            }
        }
    }

    @Test // T9
    void anotherMembersInvitationIsNotThereOnAnyRoute() {
        Invitation invitation = invited(ada, grace);
        String before = state(ada, grace, mallory);

        for (String route : CHANGING) {
            if (route.contains("{id")) {
                for (MemberId foreign : foreignTo(route)) {
                    Visitor.Answer there = call(visitor(foreign), route, "", invitation.id());
                    Visitor.Answer absent = call(visitor(foreign), route, "", 999_999_999_999L);
                    assertThat(there.status()).as(route).isEqualTo(404);
                    assertThat(there.body()).as(route).isEqualTo(absent.body());
                }
            }
        }
        assertThat(state(ada, grace, mallory)).isEqualTo(before);
    }

    /// Both sides may write on an invitation; each other verb is one side's.
    private List<MemberId> foreignTo(String route) {
        if (route.endsWith("/messages")) {
            return List.of(mallory);
        }
        return List.of(mallory, route.endsWith("withdraw") ? grace : ada);
    }

    @Test // T9
    void nobodyGetsAnywhereWithoutSigningIn() {
        Invitation invitation = invited(ada, grace);
        String before = state(ada, grace);

        for (String route : CHANGING) {
            assertThat(call(aStranger(), route, handle(ada), invitation.id()).status())
                    .as(route)
                    .isIn(401, 403);
        }
        for (String route : READING) {
            assertThat(call(aStranger(), route, handle(ada), 0).status())
                    .as(route)
                    .isIn(302, 303, 401, 403);
        }
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    @ParameterizedTest(name = "blocked by the other: {0}") // T11
    @ValueSource(booleans = {true, false})
    void aBlockHoldsOnEveryChangingRoute(boolean byTheOther) {
        Invitation toAda = invited(mallory, ada);
        ties.block(byTheOther ? mallory : ada, byTheOther ? ada : mallory);
        String before = state(ada, mallory);

        for (String route : CHANGING) {
            boolean concernsTheOther = route.contains("{") || route.equals("POST /api/invitations");
            boolean isOwnBlock = !byTheOther
                    && (route.contains("/lift") || route.startsWith("POST /block") || route.contains("/api/blocks"));
            if (concernsTheOther && !isOwnBlock) {
                assertThat(call(visitor(ada), route, handle(mallory), toAda.id())
                                .status())
                        .as(route)
                        .isEqualTo(404);
            }
        }
        assertThat(state(ada, mallory)).isEqualTo(before);
    }

    @Test // T4
    void aBlockedMemberIsCountedNowhere() {
        tied(ada, grace);
        tied(mallory, grace);
        MemberId other = aMember("Other");
        tied(ada, other);
        tied(mallory, other);
        ties.block(grace, ada);

        Visitor visitor = visitor(ada);
        assertThat(visitor.get("/api/connections").body())
                .contains("\"count\":1")
                .doesNotContain(handle(grace));
        assertThat(visitor.get("/api/connections/" + handle(mallory)).body())
                .contains("\"mutualCount\":1")
                .doesNotContain(handle(grace));
        assertThat(visitor.get("/network/" + handle(mallory)).body())
                .contains("Other")
                .doesNotContain("Hopper");
        assertThat(visitor.get("/network").body()).doesNotContain("Hopper");
    }

    @Test // T17
    void readingChangesNothing() {
        Invitation invitation = invited(mallory, ada);
        tied(ada, grace);
        String before = state(ada, mallory, grace);

        List<String> all = new ArrayList<>(CHANGING);
        all.addAll(READING);
        for (String route : all) {
            String path = path(route, handle(grace), invitation.id());
            for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                visitor(ada).send(method, path, "text/plain", new byte[0]);
            }
        }
        assertThat(state(ada, mallory, grace)).isEqualTo(before);
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        Invitation invitation = invited(mallory, ada);
        tied(ada, grace);
        String before = state(ada, mallory, grace);

        for (String route : CHANGING) {
            if (route.startsWith("POST ")) {
                assertThat(visitor(ada)
                                .forge(path(route, handle(grace), invitation.id()), "audience", "ME")
                                .status())
                        .as(route)
                        .isEqualTo(403);
            }
        }
        assertThat(state(ada, mallory, grace)).isEqualTo(before);
    }

    private static List<String> routesNamingAMember() {
        List<String> naming = new ArrayList<>(List.of("POST /api/invitations"));
        CHANGING.stream().filter(route -> route.contains("{handle}")).forEach(naming::add);
        READING.stream().filter(route -> route.contains("{handle}")).forEach(naming::add);
        return naming;
    }

    private static Set<String> named(RequestMappingInfo route) {
        Set<String> names = new TreeSet<>();
        for (RequestMethod method : route.getMethodsCondition().getMethods()) {
            route.getPathPatternsCondition().getPatternValues().forEach(pattern -> names.add(method + " " + pattern));
        }
        return names;
    }

    private static Visitor.Answer call(Visitor visitor, String route, String handle, long id) {
        String method = route.substring(0, route.indexOf(' '));
        String path = path(route, handle, id);
        if (method.equals("GET")) {
            return visitor.get(path);
        }
        if (path.startsWith("/api/")) {
            String body =
                    "{\"to\":\"%s\",\"kind\":\"OTHER\",\"subject\":\"x\",\"why\":\"%s\"}".formatted(handle, WHY.text());
            return visitor.send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
        return visitor.post(path, "claim", "OTHER", "subject", "x", "why", WHY.text(), "audience", "nonsense");
    }

    private static String path(String route, String handle, long id) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("{handle}", handle)
                .replace("{secret}", "nothing-that-opens")
                .replace("{id:[0-9]{1,18}}", Long.toString(id));
    }
}
