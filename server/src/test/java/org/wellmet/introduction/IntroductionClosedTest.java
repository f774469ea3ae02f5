package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.SendInvitationOutcome;
import org.wellmet.connection.WhyNow;
import org.wellmet.member.MemberId;

/// A closed gate, a decline and a block among two of the three look to the third like what happens every day.
class IntroductionClosedTest extends IntroductionRoutes {
    @Autowired
    private Invitations invitations;

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
        assertThat(state(decliner.all())).isEqualTo(before);
        must(introductions.forward(decliner.connector(), asked, WORDS));
        assertThat(status(asked)).isEqualTo("UNHEARD");
        assertThat(told(decliner.target())).isEmpty();
        sql.sql("DELETE FROM invitation WHERE id = :id").param("id", declined).update();
        sql.sql("DELETE FROM introduction WHERE id = :id").param("id", asked).update();
        assertThat(everythingSaid(decliner)).as("the control").isNotEqualTo(everythingSaid(closed));
    }

    @Test
    void withoutAConnectorAClosedGateLooksLikeEveryOther() {
        MemberId asker = aMember("Ann Asker");
        MemberId other = aMember("Olga Other");
        List<String> said = new ArrayList<>();
        for (Gate gate : List.of(Gate.INTRODUCED, Gate.CLOSED)) {
            Trio trio = new Trio(asker, other, aMember("Tom Target"));
            gates.choose(trio.target(), gate);
            said.add(everythingSaid(trio));
            Visitor.Answer answer = visitor(asker).get("/api" + way(trio));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("urn:wellmet:problem:nobody-to-ask");
        }
        assertThat(said.getFirst()).isEqualTo(said.getLast());
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

    @Test // T3, T11
    void oneThatNeverArrivesLooksToAskerAndConnectorLikeOneThatNobodyAnswers() {
        for (String api : List.of("", "/api")) {
            Trio open = aTrio();
            Trio closed = aTrio();
            long heard = asked(open);
            long unheard = asked(closed);
            gates.choose(closed.target(), Gate.CLOSED);

            String forward = "POST " + api + "/introductions/" + ID + "/forward";
            assertThat(said(call(visitor(closed.connector()), forward, "", "", unheard), closed, unheard))
                    .isEqualTo(said(call(visitor(open.connector()), forward, "", "", heard), open, heard));

            assertThat(status(unheard)).isEqualTo("UNHEARD");
            for (int day : List.of(0, 59, 2)) {
                daysPass(heard, day);
                daysPass(unheard, day);
                assertThat(allRead(closed.connector(), closed, unheard))
                        .isEqualTo(allRead(open.connector(), open, heard));
                assertThat(allRead(closed.asker(), closed, unheard)).isEqualTo(allRead(open.asker(), open, heard));
            }
            assertThat(told(closed.target())).isEmpty();
            assertThat(visitor(closed.target()).get("/api/introductions/tally").body())
                    .contains("\"received\":{\"count\":0,");
        }
    }

    @Test // T3, T11
    void aBlockBetweenTheTwoOthersLooksToTheConnectorLikeAWishTakenBack() {
        for (boolean isForwarded : List.of(false, true)) {
            Trio back = aTrio();
            Trio blocked = aTrio();
            long withdrawn = isForwarded ? forwarded(back) : asked(back);
            long voided = isForwarded ? forwarded(blocked) : asked(blocked);
            must(introductions.withdraw(back.asker(), withdrawn));
            ties.block(blocked.target(), blocked.asker());

            assertThat(allRead(blocked.connector(), blocked, voided))
                    .isEqualTo(allRead(back.connector(), back, withdrawn));
            for (String route : onOne()) {
                assertThat(said(call(visitor(blocked.connector()), route, "", "", voided), blocked, voided))
                        .as(route)
                        .isEqualTo(said(call(visitor(back.connector()), route, "", "", withdrawn), back, withdrawn));
            }
        }
    }

    /// All that a member reads of an introduction, in HTML and in JSON.
    private String allRead(MemberId reader, Trio trio, long id) {
        StringBuilder read = new StringBuilder();
        for (String address : List.of(
                "/introductions",
                "/introductions/asked",
                "/introductions/passed",
                "/introductions/" + id,
                "/api/introductions",
                "/api/introductions?box=asked",
                "/api/introductions?box=passed",
                "/api/introductions/tally",
                "/api/introductions/" + id)) {
            read.append(address.replace(Long.toString(id), "?"))
                    .append(said(visitor(reader).get(address), trio, id))
                    .append('\n');
        }
        return read + String.join("|", told(reader));
    }

    /// The answer without what names this trio and no other.
    private String said(Visitor.Answer answer, Trio trio, long id) {
        String body = answer.header("Content-Type").contains("html")
                ? answer.page().select("main").html()
                : tokenless(answer);
        for (MemberId member : trio.all()) {
            body = body.replace(handle(member), "?");
        }
        return answer.status()
                + body.replaceAll("(introductions/|\"id\":)" + id + "\\b", "$1?")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("class=\"avatar[^\"]*\"", "")
                        .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "T");
    }
}
