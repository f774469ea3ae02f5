package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wellmet.Visitor;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.SendInvitationOutcome;
import org.wellmet.connection.WhyNow;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// What networks have been broken by, tried on every route of this package through whole requests. The routes are
/// enumerated: one that is not listed here fails.
class IntroductionAbuseTest extends IntroductionTest {
    private static final String ID = "{id:[0-9]{1,18}}";

    private static final Set<String> CHANGING = Set.of(
            "POST /members/{handle}/introduction",
            "POST /introductions/" + ID + "/forward",
            "POST /introductions/" + ID + "/decline",
            "POST /introductions/" + ID + "/accept",
            "POST /introductions/" + ID + "/withdraw",
            "POST /api/introductions",
            "POST /api/introductions/" + ID + "/forward",
            "POST /api/introductions/" + ID + "/decline",
            "POST /api/introductions/" + ID + "/accept",
            "POST /api/introductions/" + ID + "/withdraw");

    private static final Set<String> READING = Set.of(
            "GET /members/{handle}/introduction",
            "GET /introductions",
            "GET /introductions/asked",
            "GET /introductions/passed",
            "GET /introductions/" + ID,
            "GET /api/members/{handle}/introduction",
            "GET /api/introductions",
            "GET /api/introductions/" + ID);

    private static final List<String> NAMING_A_MEMBER = List.of(
            "GET /members/{handle}/introduction",
            "POST /members/{handle}/introduction",
            "GET /api/members/{handle}/introduction",
            "POST /api/introductions");

    @Autowired
    private Invitations invitations;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void everyRouteIsListed() {
        Set<String> found = new TreeSet<>();
        routes.getHandlerMethods().forEach((route, method) -> {
            if (method.getBeanType().getPackageName().equals("org.wellmet.introduction")) {
                route.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> route.getPatternValues().forEach(pattern -> found.add(verb + " " + pattern)));
            }
        });
        Set<String> listed = new TreeSet<>(CHANGING);
        listed.addAll(READING);

        assertThat(found).isEqualTo(listed);
    }

    @Test // T3
    void absentBlockedAndSuspendedAreTheSameBytesInEveryLanguageAndFormat() {
        Trio trio = aTrio();
        MemberId blocker = aMember("Block Er");
        connected(trio.connector(), blocker);
        ties.block(blocker, trio.asker());
        MemberId suspended = aMember("Sus Pended");
        connected(trio.connector(), suspended);
        members.suspend(suspended);
        for (String language : List.of("en", "fr")) {
            Visitor visitor = visitor(trio.asker()).with("Accept-Language", language);
            for (String route : NAMING_A_MEMBER) {
                Set<String> answers = new TreeSet<>();
                for (String target : List.of("nobody-of-that-name", handle(blocker), handle(suspended))) {
                    Visitor.Answer answer = call(visitor, route, target, handle(trio.connector()), 0);
                    answers.add(answer.status() + " " + answer.header("Content-Type") + " " + tokenless(answer));
                }
                assertThat(answers).as(language + " " + route).hasSize(1);
                assertThat(answers.iterator().next()).startsWith("404 ");
            }
        }
    }

    @Test // T3, T4
    void whoeverIsNotOfferedGetsTheSameBytesAsNobody() {
        Trio trio = aTrio();
        MemberId stranger = aMember("Sam Stranger");
        MemberId hidden = aMember("Hid Den");
        connected(trio.asker(), hidden);
        connected(hidden, trio.target());
        connections.showList(hidden, Audience.ME);
        String before = state(trio.all());
        for (String route : List.of("POST /members/{handle}/introduction", "POST /api/introductions")) {
            Set<String> answers = new TreeSet<>();
            for (String via : List.of("nobody-of-that-name", handle(stranger), handle(hidden))) {
                Visitor.Answer answer = call(visitor(trio.asker()), route, handle(trio.target()), via, 0);
                answers.add(answer.status() + " " + tokenless(answer).replace(via, ""));
            }
            assertThat(answers).as(route).hasSize(1);
            assertThat(answers.iterator().next()).startsWith("409 ");
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test // T9
    void anothersIntroductionIsNotThereOnAnyRoute() {
        Trio trio = aTrio();
        long asked = asked(trio);
        MemberId mallory = aMember("Mallory Malice");
        String before = state(trio.all());

        for (String route : CHANGING) {
            if (route.contains("{id")) {
                String verb = route.substring(route.lastIndexOf('/') + 1);
                List<MemberId> foreign = switch (verb) {
                    case "forward", "decline" -> List.of(mallory, trio.asker(), trio.target());
                    case "accept" -> List.of(mallory, trio.asker(), trio.connector(), trio.target());
                    case "withdraw" -> List.of(mallory, trio.connector(), trio.target());
                    default -> throw new IllegalStateException(route);
                };
                for (MemberId other : foreign) {
                    Visitor.Answer there = call(visitor(other), route, "", "", asked);
                    Visitor.Answer absent = call(visitor(other), route, "", "", 999_999_999_999L);
                    assertThat(there.status()).as(route).isEqualTo(404);
                    assertThat(tokenless(there)).as(route).isEqualTo(tokenless(absent));
                }
            }
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test // T3
    void aClosedGateLooksLikeADeclinedInvitationWhoseTimeIsOver() {
        Trio decliner = aTrio();
        Trio closed = new Trio(decliner.asker(), decliner.connector(), aMember("Tom Target"));
        connected(closed.connector(), closed.target());
        gates.choose(closed.target(), Gate.CLOSED);
        long declined = declinedInvitation(decliner);
        assertThat(visitor(decliner.asker()).get(way(decliner)).page().select("form textarea"))
                .as("while it seems to wait, the gate alone counts")
                .hasSize(2);
        long asked = asked(decliner);
        sql.sql("""
                        UPDATE invitation
                           SET sent_at = sent_at - interval '61 days', expires_at = expires_at - interval '61 days',
                               ended_at = ended_at - interval '61 days'
                         WHERE id = :id
                        """).param("id", declined).update();
        String before = state(decliner.all());

        assertThat(everythingSaid(decliner)).isEqualTo(everythingSaid(closed));
        assertThat(visitor(decliner.asker()).get("/api" + way(decliner)).body()).contains("urn:wellmet:problem:closed");
        assertThat(introductions.forward(decliner.connector(), asked, WORDS)).isEqualTo(new AnswerOutcome.Closed());
        assertThat(state(decliner.all())).isEqualTo(before);
        sql.sql("DELETE FROM invitation WHERE id = :id").param("id", declined).update();
        assertThat(everythingSaid(decliner)).as("the control").isNotEqualTo(everythingSaid(closed));
    }

    private long declinedInvitation(Trio trio) {
        SendInvitationOutcome sent = invitations.send(
                trio.asker(),
                trio.target(),
                new Claim(ClaimKind.WORKED, "Tidewright Instruments"),
                new WhyNow("Your talk on tide gauges answers what we ask ourselves."));
        long id = ((SendInvitationOutcome.Sent) sent).invitation().id();
        invitations.decline(trio.target(), id);
        return id;
    }

    private String way(Trio trio) {
        return "/members/" + handle(trio.target()) + "/introduction";
    }

    /// Pages and JSON, read and sent, without the target's handle and tint.
    private String everythingSaid(Trio trio) {
        Visitor asker = visitor(trio.asker());
        String target = handle(trio.target());
        String via = handle(trio.connector());
        StringBuilder said = new StringBuilder();
        for (Visitor.Answer page : List.of(
                asker.get(way(trio)),
                call(asker, "POST /members/{handle}/introduction", target, via, 0),
                call(asker, "POST /members/{handle}/introduction", target, "nobody-at-all", 0),
                asker.get("/invite/" + target))) {
            said.append(page.status()).append(page.page().select("main").html()).append('\n');
        }
        for (Visitor.Answer json : List.of(
                asker.get("/api" + way(trio)),
                call(asker, "POST /api/introductions", target, via, 0),
                call(asker, "POST /api/introductions", target, "nobody-at-all", 0))) {
            said.append(json.status()).append(json.body()).append('\n');
        }
        return said.toString()
                .replace(target, "?")
                .replaceAll("class=\"[^\"]*\"", "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test // T9
    void nobodyGetsAnywhereWithoutSigningIn() {
        Trio trio = aTrio();
        long asked = asked(trio);
        String before = state(trio.all());
        for (String route : CHANGING) {
            assertThat(call(aStranger(), route, handle(trio.target()), handle(trio.connector()), asked)
                            .status())
                    .as(route)
                    .isIn(401, 403);
        }
        for (String route : READING) {
            assertThat(call(aStranger(), route, handle(trio.target()), "", asked)
                            .status())
                    .as(route)
                    .isIn(302, 303, 401, 403);
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @ParameterizedTest(name = "the pair {0}, laid by the second: {1}") // T11
    @CsvSource({"0 1, false", "0 1, true", "1 2, false", "1 2, true", "0 2, false", "0 2, true"})
    void aBlockBetweenAnyTwoHoldsOnEveryChangingRoute(String pair, boolean bySecond) {
        for (boolean isForwarded : List.of(false, true)) {
            Trio trio = aTrio();
            long id = isForwarded ? forwarded(trio) : asked(trio);
            MemberId one = trio.all()[pair.charAt(0) - '0'];
            MemberId other = trio.all()[pair.charAt(2) - '0'];
            ties.block(bySecond ? other : one, bySecond ? one : other);
            assertThat(status(id)).isEqualTo("VOIDED");
            String before = state(trio.all());

            for (String route : CHANGING) {
                if (route.contains("{id") && !route.contains("withdraw")) {
                    for (MemberId member : trio.all()) {
                        assertThat(call(visitor(member), route, "", "", id).status())
                                .as(route)
                                .isIn(303, 404, 409);
                    }
                }
            }
            assertThat(state(trio.all())).isEqualTo(before);
            for (String route : List.of("POST /members/{handle}/introduction", "POST /api/introductions")) {
                assertThat(call(visitor(trio.asker()), route, handle(trio.target()), handle(trio.connector()), 0)
                                .status())
                        .as(route)
                        .isIn(404, 409);
            }
            assertThat(state(trio.all())).isEqualTo(before);
        }
    }

    @ParameterizedTest(name = "{0}") // T17
    @ValueSource(booleans = {false, true})
    void readingChangesNothing(boolean isForwarded) {
        Trio trio = aTrio();
        long id = isForwarded ? forwarded(trio) : asked(trio);
        String before = state(trio.all());
        List<String> all = new ArrayList<>(CHANGING);
        all.addAll(READING);
        for (String route : all) {
            for (MemberId member : trio.all()) {
                for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                    visitor(member).send(method, path(route, handle(trio.target()), id), "text/plain", new byte[0]);
                }
            }
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        Trio trio = aTrio();
        long id = asked(trio);
        String before = state(trio.all());
        for (String route : CHANGING) {
            for (MemberId member : trio.all()) {
                assertThat(visitor(member)
                                .forge(path(route, handle(trio.target()), id), "words", WORDS.text())
                                .status())
                        .as(route)
                        .isEqualTo(403);
            }
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test // T25
    void textsThatAreTooShortTooLongOrEmptyAreRefusedByName() {
        Trio trio = aTrio();
        Visitor asker = visitor(trio.asker());
        String address = "/members/" + handle(trio.target()) + "/introduction";
        String before = state(trio.all());
        for (String bad : List.of("", "too short", "x".repeat(601), "\u200b".repeat(30))) {
            Visitor.Answer answer = asker.post(
                    address, "via", handle(trio.connector()), "toConnector", bad, "toTarget", TO_TARGET.text());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select("#toConnector-error")).hasSize(1);
            assertThat(answer.page().select("#toTarget").text()).contains(TO_TARGET.text());
        }
        assertThat(state(trio.all())).isEqualTo(before);

        long id = asked(trio);
        String asked = state(trio.all());
        assertThat(visitor(trio.connector())
                        .post("/introductions/" + id + "/forward", "words", "short")
                        .status())
                .isEqualTo(422);
        assertThat(visitor(trio.connector())
                        .post("/introductions/" + id + "/decline", "reason", "x".repeat(301))
                        .status())
                .isEqualTo(422);
        assertThat(state(trio.all())).isEqualTo(asked);
    }

    @Test // T20
    void storedMarkupIsInert() {
        Trio trio = aTrio();
        String markup = "<script>alert(1)</script><b>bold as brass</b>";
        visitor(trio.asker())
                .post(
                        "/members/" + handle(trio.target()) + "/introduction",
                        "via",
                        handle(trio.connector()),
                        "toConnector",
                        markup,
                        "toTarget",
                        markup);
        long id = count(
                "SELECT max(id) FROM introduction WHERE asker_id = :a",
                "a",
                trio.asker().value());
        must(introductions.forward(trio.connector(), id, new IntroductionText(markup)));
        for (MemberId member : trio.all()) {
            for (String page : List.of("/introductions/" + id, "/introductions", "/introductions/asked")) {
                assertThat(visitor(member).get(page).body()).doesNotContain("<script>alert", "<b>bold");
            }
        }
    }

    @Test // T13
    void sixtyFourParallelAcceptsMakeOneConnectionAndTellOnce() throws ExecutionException, InterruptedException {
        Trio trio = aTrio();
        long id = forwarded(trio);
        Visitor target = visitor(trio.target());
        target.get("/test/csrf");

        List<Integer> statuses = inParallel(
                64,
                () -> target.send("POST", "/api/introductions/" + id + "/accept", "application/json", new byte[0])
                        .status());

        assertThat(statuses.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .containsOnly(Map.entry(200, 1L), Map.entry(409, 63L));
        assertThat(count(
                        "SELECT count(*) FROM change WHERE kind = :kind AND member_id = :a AND other_id = :b",
                        "kind",
                        Connections.MADE,
                        "a",
                        trio.target().value(),
                        "b",
                        trio.asker().value()))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) FROM notification WHERE member_id = :a AND kind = 'INTRODUCTION_ACCEPTED'",
                        "a",
                        trio.asker().value()))
                .isEqualTo(1);
    }

    @Test // T14
    void sixteenParallelAsksNeverOverrunTheLimits() throws ExecutionException, InterruptedException {
        MemberId asker = aMember("Eager Asker");
        MemberId connector = aMember("Cora Connector");
        connected(asker, connector);
        List<MemberId> targets = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            MemberId target = aMember("Target " + (char) ('A' + i));
            connected(connector, target);
            targets.add(target);
        }
        List<Callable<AskOutcome>> asks = targets.stream()
                .<Callable<AskOutcome>>map(target -> () -> ask(new Trio(asker, connector, target)))
                .toList();
        List<AskOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<AskOutcome> outcome : threads.invokeAll(asks)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes.stream().filter(AskOutcome.Asked.class::isInstance)).hasSize(Introductions.MOST_A_WEEK);
        assertThat(outcomes.stream().filter(AskOutcome.QuotaReached.class::isInstance))
                .hasSize(16 - Introductions.MOST_A_WEEK);
        assertThat(count("SELECT count(*) FROM introduction WHERE asker_id = :a", "a", asker.value()))
                .isEqualTo(Introductions.MOST_A_WEEK);
        Visitor.Answer refused =
                call(visitor(asker), "POST /api/introductions", handle(targets.getLast()), handle(connector), 0);
        assertThat(refused.status()).isIn(409, 429);
    }

    @Test // T13
    void sixteenParallelAsksForOneTargetMakeOne() throws ExecutionException, InterruptedException {
        Trio trio = aTrio();
        Visitor asker = visitor(trio.asker());
        asker.get("/test/csrf");

        List<Integer> statuses = inParallel(
                16,
                () -> call(asker, "POST /api/introductions", handle(trio.target()), handle(trio.connector()), 0)
                        .status());

        assertThat(statuses.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .containsOnly(Map.entry(201, 1L), Map.entry(409, 15L));
    }

    private static List<Integer> inParallel(int times, Callable<Integer> request)
            throws ExecutionException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(times, request))) {
                statuses.add(answer.get());
            }
        }
        return statuses;
    }

    private static Visitor.Answer call(Visitor visitor, String route, String target, String via, long id) {
        String method = route.substring(0, route.indexOf(' '));
        String path = path(route, target, id);
        if (method.equals("GET")) {
            return visitor.get(path);
        }
        if (path.startsWith("/api/")) {
            String body = "{\"to\":\"%s\",\"via\":\"%s\",\"toConnector\":\"%s\",\"toTarget\":\"%s\",\"words\":\"%s\"}"
                    .formatted(target, via, TO_CONNECTOR.text(), TO_TARGET.text(), WORDS.text());
            return visitor.send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
        return visitor.post(
                path,
                "via",
                via,
                "toConnector",
                TO_CONNECTOR.text(),
                "toTarget",
                TO_TARGET.text(),
                "words",
                WORDS.text());
    }

    private static String path(String route, String handle, long id) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("{handle}", handle)
                .replace(ID, Long.toString(id));
    }

    /// Without the token and the address that the language form leads back to.
    private static String tokenless(Visitor.Answer answer) {
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"back\" value=\"[^\"]*\"", "");
    }
}
