package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.profile.MonthOrYear;
import org.wellmet.profile.Period;
import org.wellmet.profile.Position;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Term;

/// Invitations and connections by JSON.
class InvitationApiTest extends TwoMembersTest {
    private static final String WHY_TEXT = "Your talk on tide gauges answers what we ask ourselves.";

    @Autowired
    private Profiles profiles;

    @Test
    void sixtyFourParallelAcceptsHaveOneEffect() throws ExecutionException, InterruptedException {
        Invitation invitation = invited(ada, grace);
        Visitor visitor = visitor(grace);
        visitor.get("/test/csrf");
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            Callable<Integer> accept =
                    () -> post(visitor, "/" + invitation.id() + "/accept", "").status();
            for (Future<Integer> answer : threads.invokeAll(java.util.Collections.nCopies(64, accept))) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting())))
                .containsEntry(200, 1L)
                .containsEntry(409, 63L);
        assertThat(changeCount(Connections.MADE, ada, grace)).isEqualTo(1);
        assertThat(changeCount(Invitations.ACCEPTED, ada, grace)).isEqualTo(1);
        assertThat(connections.list(ada, "", "")).hasSize(1);
        assertThat(connections.list(grace, "", "")).hasSize(1);
    }

    @Test
    void anInvitationGoesOutIsListedAndIsAccepted() {
        Visitor.Answer sent = send(visitor(ada), handle(grace), "WORKED", "Tidewright", WHY_TEXT);

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.body())
                .contains("\"handle\":\"" + handle(grace) + "\"", "\"isChecked\":false", "\"check\":\"UNCHECKED\"");
        assertThat(visitor(ada).get("/api/invitations?box=sent").body()).contains("\"count\":1", WHY_TEXT);
        assertThat(visitor(grace).get("/api/invitations").body())
                .contains("\"count\":1", "\"handle\":\"" + handle(ada) + "\"", "Tidewright");
        long id = invitations.received(grace).getFirst().id();
        assertThat(post(visitor(grace), "/" + id + "/accept", "").body()).isEqualTo("{\"status\":\"accepted\"}");
        assertThat(visitor(ada).get("/api/connections?q=hopper").body())
                .contains("\"count\":1", "\"handle\":\"" + handle(grace) + "\"", "\"separation\":1");
        assertThat(visitor(ada)
                        .send("DELETE", "/api/connections/" + handle(grace), "application/json", new byte[0])
                        .status())
                .isEqualTo(204);
        assertThat(connections.areConnected(ada, grace)).isFalse();
    }

    @Test
    void aPlaceWhereBothWereAtDifferentTimesIsToldFromOneWhereTheyMet() {
        MemberId edsger = aMember("Edsger");
        works(ada, 2010);
        works(grace, 2015);
        works(edsger, 2010);

        assertThat(send(visitor(ada), handle(grace), "WORKED", "Tidewright", WHY_TEXT)
                        .body())
                .contains("\"isChecked\":true", "\"check\":\"APART\"");
        assertThat(send(visitor(ada), handle(edsger), "WORKED", "Tidewright", WHY_TEXT)
                        .body())
                .contains("\"isChecked\":true", "\"check\":\"TRUE\"");
        assertThat(visitor(grace).get("/api/invitations").body()).contains("\"check\":\"APART\"");
    }

    private void works(MemberId member, int year) {
        Period period = new Period(Optional.of(new MonthOrYear(year, 1)), Optional.of(new MonthOrYear(year, 12)));
        profiles.add(member, new Position(Term.of("Analyst"), "Tidewright", Term.NONE, period, ""));
    }

    @Test
    void refusalsAreProblemsWithAStableTypeAndChangeNothing() {
        Visitor visitor = visitor(ada);
        tied(ada, grace);
        String before = state(ada, grace);

        Visitor.Answer connected = send(visitor, handle(grace), "OTHER", "We know each other", WHY_TEXT);
        assertThat(connected.status()).isEqualTo(409);
        assertThat(connected.header("Content-Type")).startsWith("application/problem+json");
        assertThat(connected.body()).contains("urn:wellmet:problem:already-connected");
        assertThat(send(visitor, handle(ada), "OTHER", "Me", WHY_TEXT).body()).contains("problem:oneself");
        Visitor.Answer wrong = send(visitor, handle(grace), "NONSENSE", "x", "too short");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"field\":\"kind\"", "\"field\":\"why\"");
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    @Test
    void whatTheServerAloneSaysIsRefusedOnPageAndInJson() {
        String before = state(ada, grace);

        for (String subject : List.of("the King", "Grace Hopper")) {
            Visitor.Answer json = send(visitor(ada), handle(grace), "WELCOMED", subject, WHY_TEXT);
            assertThat(json.status()).isEqualTo(422);
            assertThat(json.body()).contains("\"field\":\"kind\"");
            for (String claim : List.of("WELCOMED", "WELCOMED:" + subject)) {
                Visitor.Answer page = visitor(ada)
                        .post("/invite/" + handle(grace), "claim", claim, "subject", subject, "why", WHY_TEXT);
                assertThat(page.status()).isEqualTo(422);
                assertThat(page.page().select("#claim-error")).hasSize(1);
            }
        }
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    @Test
    void pageAndJsonShareOneAllowance() {
        used(ada, Allowance.BASE - 1);
        MemberId edsger = aMember("Edsger");
        Visitor visitor = visitor(ada);
        assertThat(byPage(visitor, grace).status()).isEqualTo(303);
        String before = state(ada, edsger);

        Visitor.Answer json = send(visitor, handle(edsger), "OTHER", "We know each other", WHY_TEXT);
        Visitor.Answer page = byPage(visitor, edsger);

        assertThat(json.status()).isEqualTo(429);
        assertThat(json.body()).contains("urn:wellmet:problem:quota-reached");
        assertThat(json.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.page().select("textarea[name=why]").text()).isEqualTo(WHY_TEXT);
        assertThat(page.page().text()).contains("Your allowance of this week is used up.");
        assertThat(send(visitor, handle(ada), "OTHER", "Me", WHY_TEXT).body())
                .as("what is refused anyway")
                .contains("problem:oneself");
        assertThat(state(ada, edsger)).isEqualTo(before);
    }

    private Visitor.Answer byPage(Visitor visitor, MemberId invitee) {
        return visitor.post(
                "/invite/" + handle(invitee), "claim", "OTHER", "subject", "We know each other", "why", WHY_TEXT);
    }

    @Test
    void everyTextFieldHasALimit() {
        MemberId edsger = aMember("Edsger");
        String before = state(ada, edsger);

        assertThat(send(visitor(ada), handle(edsger), "OTHER", "x".repeat(201), WHY_TEXT)
                        .status())
                .isEqualTo(422);
        assertThat(send(visitor(ada), handle(edsger), "OTHER:" + "x".repeat(201), "", WHY_TEXT)
                        .status())
                .isEqualTo(422);
        assertThat(send(visitor(ada), handle(edsger), "OTHER", "x", "y".repeat(601))
                        .status())
                .isEqualTo(422);
        assertThat(send(visitor(ada), handle(edsger), "OTHER", "x", "y".repeat(19))
                        .status())
                .isEqualTo(422);
        assertThat(visitor(ada).get("/api/connections?q=" + "z".repeat(3_000)).status())
                .isEqualTo(200);
        assertThat(state(ada, edsger)).isEqualTo(before);
        assertThat(send(visitor(ada), handle(edsger), "OTHER", "😀".repeat(200), "😀".repeat(600))
                        .status())
                .as("characters are counted as people count them")
                .isEqualTo(201);
    }

    @Test
    void addressesAreExactlyOneString() {
        byte[] array = ("{\"to\":[\"" + handle(grace) + "\",\"x\"],\"kind\":\"OTHER\",\"subject\":\"x\",\"why\":\""
                        + WHY_TEXT + "\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(visitor(ada)
                        .send("POST", "/api/invitations", "application/json", array)
                        .status())
                .isEqualTo(422);
        assertThat(invitations.sent(ada, "")).isEmpty();
    }

    @Test
    void aDeclineLeavesTheSameBytesToItsInviter() {
        Invitation invitation = invited(ada, grace);
        Visitor inviter = visitor(ada);
        inviter.get("/test/csrf");
        List<String> addresses = List.of(
                "/api/invitations?box=sent",
                "/api/invitations",
                "/api/connections",
                "/api/connections/" + handle(grace),
                "/invitations/sent",
                "/network",
                "/network/" + handle(grace));
        List<String> before = addresses.stream()
                .map(address -> withoutTokens(inviter.get(address)))
                .toList();
        String refusal = send(inviter, handle(grace), "OTHER", "x", WHY_TEXT).body();
        post(visitor(grace), "/" + invitation.id() + "/decline", "");

        assertThat(addresses.stream()
                        .map(address -> withoutTokens(inviter.get(address)))
                        .toList())
                .isEqualTo(before);
        assertThat(send(inviter, handle(grace), "OTHER", "x", WHY_TEXT).body()).isEqualTo(refusal);
    }

    /// The body without the CSRF tokens of its forms, which are masked anew on every page.
    private static String withoutTokens(Visitor.Answer answer) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static Visitor.Answer send(Visitor visitor, String to, String kind, String subject, String why) {
        return post(
                visitor,
                "",
                "{\"to\":\"%s\",\"kind\":\"%s\",\"subject\":\"%s\",\"why\":\"%s\"}".formatted(to, kind, subject, why));
    }

    private static Visitor.Answer post(Visitor visitor, String path, String json) {
        return visitor.send(
                "POST", "/api/invitations" + path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}
