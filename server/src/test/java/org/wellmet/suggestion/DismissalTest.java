package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor.Answer;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.WhyNow;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import tools.jackson.databind.JsonNode;

/// Dismissed, remembered, taken back, forgotten.
class DismissalTest extends SuggestionTest {
    @Autowired
    private Invitations invitations;

    @Autowired
    private Dismissals dismissals;

    @Test
    void aDismissalBringsTheNextIsRememberedAndCanBeUndone() {
        List<MemberId> all = new ArrayList<>(List.of(other));
        for (int i = 0; i < Slate.SIZE; i++) {
            MemberId more = aMember("More " + i);
            connected(between, more);
            all.add(more);
        }
        List<MemberId> before = slate(me);
        assertThat(before).hasSize(Slate.SIZE);
        MemberId gone = before.getFirst();
        all.removeAll(before);
        Answer dismissed =
                visitor(me).post("/suggestions/" + handle(gone) + "/dismiss", "lens", "opportunity", "place", "3");
        assertThat(dismissed.status()).isEqualTo(303);
        assertThat(slate(me)).hasSize(Slate.SIZE).doesNotContain(gone).containsAll(all);
        assertThat(suggestions.slate(Viewer.of(gone), Lens.BALANCED))
                .as("the other way round it holds not")
                .anyMatch(one -> one.person().member().id().equals(me));

        var page = visitor(me).follow(dismissed).page();
        assertThat(page.select(".tabs [aria-current=page]").text()).isEqualTo("Opportunity");
        assertThat(page.select("#slate form[action=/suggestions/" + handle(gone) + "/undo]"))
                .hasSize(1);
        assertThat(visitor(me).get("/settings/suggestions").body()).contains("/in/" + handle(gone));

        visitor(me).post("/suggestions/" + handle(gone) + "/undo");
        assertThat(slate(me)).isEqualTo(before);
        assertThat(visitor(me)
                        .get("/suggestions?dismissed=" + handle(gone))
                        .page()
                        .select("#slate form[action$=undo]"))
                .isEmpty();
    }

    @Test
    void aDismissalIsForgottenAfterAYear() {
        suggestions.dismiss(me, other);
        assertAbsent(me, other);
        sql.sql("UPDATE suggestion_dismissal SET dismissed_at = now() - interval '366 days' WHERE member_id = :me")
                .param("me", me.value())
                .update();
        assertThat(slate(me)).containsExactly(other);
        suggestions.dismiss(me, between);
        assertThat(rows()).as("the old one is swept").isEqualTo(1);
    }

    @Test
    void oneselfAndTheAbsentCannotBeDismissed() {
        assertThat(visitor(me).post("/suggestions/" + handle(me) + "/dismiss").status())
                .isEqualTo(404);
        assertThat(visitor(me).post("/suggestions/nobody-at-all/dismiss").status())
                .isEqualTo(404);
        assertThat(rows()).isZero();
    }

    /// With script and without: the page itself says where the focus is.
    @Test
    void theFocusGoesToWhoTookThePlaceAndBackToWhoWasTakenBack() {
        MemberId more = aMember("Mona More");
        connected(between, more);
        MemberId gone = slate(me).getFirst();
        var page = visitor(me)
                .follow(visitor(me).post("/suggestions/" + handle(gone) + "/dismiss", "place", "1"))
                .page();
        assertThat(page.select("[autofocus]")).hasSize(1);
        assertThat(page.select("#slate ol > li[autofocus][tabindex=-1][aria-describedby=gone]"))
                .hasSize(1);
        page = visitor(me)
                .follow(visitor(me).post("/suggestions/" + handle(gone) + "/undo"))
                .page();
        assertThat(page.select("li[autofocus] .who a").attr("href")).isEqualTo("/in/" + handle(gone));
        suggestions.dismiss(me, more);
        page = visitor(me)
                .follow(visitor(me).post("/suggestions/" + handle(other) + "/dismiss", "place", "1"))
                .page();
        assertThat(page.select("[autofocus]").attr("id")).isEqualTo("slate-head");
        assertThat(visitor(me).get("/suggestions").page().select("[autofocus]")).isEmpty();
    }

    @Test
    void programsReadWhoIsDismissedAndTakeItBack() {
        visitor(me).send("POST", "/api/suggestions/" + handle(other) + "/dismiss", "application/json", new byte[0]);
        JsonNode dismissed = json(me, "/dismissed");
        assertThat(dismissed.size()).isEqualTo(1);
        assertThat(dismissed.get(0).get("handle").asString()).isEqualTo(handle(other));
        visitor(me).send("POST", "/api/suggestions/" + handle(other) + "/undo", "application/json", new byte[0]);
        assertThat(json(me, "/dismissed").size()).isZero();
        assertThat(slate(me)).containsExactly(other);
    }

    @Test
    void aPageOfPeopleWhoAreHereNoMoreHidesNobodyBehindIt() {
        suggestions.dismiss(me, other);
        for (int i = 0; i < Dismissals.PAGE_SIZE; i++) {
            MemberId gone = aMember("Gone " + i);
            suggestions.dismiss(me, gone);
            members.suspend(gone);
        }
        assertThat(dismissals.hasAny(Viewer.of(me))).isTrue();
        var page = visitor(me).get("/settings/suggestions").page();
        assertThat(page.select("section[aria-labelledby=dismissed]").text())
                .contains("Nobody on this page. Those whom you dismissed earlier come next.");
        assertThat(page.select("section[aria-labelledby=dismissed] ul.list")).isEmpty();
        String next = dismissals.page(Viewer.of(me), "").next();
        assertThat(visitor(me).get("/settings/suggestions?after=" + next).body())
                .contains("/in/" + handle(other));
    }

    @Test
    void aConnectionIsNotDismissedAndWhoIsConnectedSinceIsDismissedNoMore() {
        suggestions.dismiss(me, other);
        connected(me, other);
        assertThat(json(me, "/dismissed").size()).isZero();
        assertThat(suggestions.isDismissed(me, other)).isFalse();

        refused("You and Otto Other are connected, so that there is nothing to dismiss.", "already-connected");
    }

    @Test
    void whoIsInvitedIsDismissedNoMoreAndStaysInvited() {
        suggestions.dismiss(me, other);
        invitations.send(
                me,
                other,
                new Claim(ClaimKind.OTHER, "We met"),
                new WhyNow("Because a test of ours wants us to meet."));
        assertThat(suggestions.isDismissed(me, other)).isFalse();

        refused("You have invited Otto Other, so that there is nothing to dismiss.", "already-invited");
    }

    /// By page, with the reason beside the slate, and by JSON.
    private void refused(String why, String problem) {
        Answer byPage = visitor(me).post("/suggestions/" + handle(other) + "/dismiss", "lens", "opportunity");
        assertThat(visitor(me)
                        .follow(byPage)
                        .page()
                        .select("#slate .notice.late")
                        .text())
                .isEqualTo(why);
        Answer byJson = visitor(me)
                .send("POST", "/api/suggestions/" + handle(other) + "/dismiss", "application/json", new byte[0]);
        assertThat(byJson.status()).isEqualTo(409);
        assertThat(byJson.body()).contains(problem, why);
        assertThat(rows()).isZero();
    }

    @Test
    void whoHasDismissedEverybodyReadsSoWithNextSteps() {
        assertThat(slate(me)).containsExactly(other);
        Answer dismissed = visitor(me).post("/suggestions/" + handle(other) + "/dismiss", "lens", "opportunity");
        var page = visitor(me).follow(dismissed).page();

        assertThat(page.select("#slate-head").text()).isEqualTo("Nobody is left to suggest");
        assertThat(page.select("#slate a").eachAttr("href"))
                .contains("/settings/suggestions#dismissed", "/suggestions", "/profile/edit");
        assertThat(visitor(me)
                        .with("HX-Request", "true")
                        .get("/suggestions/card")
                        .body())
                .contains("Nobody is left to suggest");
    }

    @Test
    void theDismissedAreListedPageByPage() {
        for (int i = 0; i < Dismissals.PAGE_SIZE; i++) {
            suggestions.dismiss(me, aMember("Di Smissed"));
        }
        suggestions.dismiss(me, other);
        var first = visitor(me).get("/settings/suggestions").page();
        var second = visitor(me).get(first.select("a[rel=next]").attr("href")).page();

        assertThat(first.select("#dismissed ~ .list > li")).hasSize(Dismissals.PAGE_SIZE);
        assertThat(second.select("#dismissed ~ .list > li")).hasSize(1);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[rel=prev]")).hasSize(1);
        Answer json = visitor(me).get("/api/suggestions/dismissed");
        String next = json.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        assertThat(JSON.readTree(visitor(me).get(next).body()).size()).isEqualTo(1);
    }
}
