package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Skill;
import org.wellmet.profile.Term;

/// What answers teach. The server is shared: answers that other tests left are taken out of sight first, and whatever
/// was fitted is taken away again, so that version 0 holds for the others.
class RefittingTest extends ServerTest {
    private static final int INVITEES_EACH = 4;

    @Autowired
    private Relevance relevance;

    @Autowired
    private Refitting refitting;

    @Autowired
    private WeightBook book;

    @Autowired
    private Profiles profiles;

    @BeforeEach
    @AfterEach
    void asNeverFitted() {
        for (String statement : new String[] {
            "DELETE FROM relevance_weight",
            "DELETE FROM relevance_version",
            "UPDATE invitation SET status = 'WITHDRAWN' WHERE status IN ('ACCEPTED', 'DECLINED')"
        }) {
            sql.sql(statement).update();
        }
        transactions.run(book::rebuild);
    }

    @Test
    void aTraitThatDecidesGainsWeight() {
        MemberId operator = anOperator("Operator");
        int skill = book.signalNames().indexOf("skill.shared");
        int school = book.signalNames().indexOf("school.shared");
        double before = weight(skill);
        double schoolBefore = weight(school);
        for (int i = 0; i < Refitting.FEWEST_ANSWERS / INVITEES_EACH; i++) {
            MemberId inviter = aMember("Inviter " + i);
            Skill known = new Skill(Skill.Kind.SKILL, Term.of("Refitology " + i));
            profiles.add(inviter, known);
            for (int j = 0; j < INVITEES_EACH; j++) {
                MemberId invitee = aMember("Invitee " + i + " " + j);
                if (j % 2 == 0) {
                    profiles.add(invitee, known);
                }
                answered(inviter, invitee, j % 2 == 0);
            }
        }

        RefitOutcome outcome = refitting.refit();

        assertThat(outcome).isInstanceOfSatisfying(RefitOutcome.Fitted.class, fitted -> {
            assertThat(fitted.answers()).isEqualTo(Refitting.FEWEST_ANSWERS);
            assertThat(fitted.version()).isEqualTo(relevance.version());
        });
        assertThat(weight(skill)).as("what decided").isGreaterThan(before + 0.1);
        assertThat(weight(school)).as("what nobody said").isEqualTo(schoolBefore);
        assertThat(visitor(operator).get("/relevance").body())
                .contains("Fit the weights anew", "Version " + relevance.version());
    }

    @Test
    void fewAnswersAreRefusedAndChangeNothing() {
        MemberId operator = anOperator("Operator");
        Map<String, Double> before = book.named(book.inForce().of(Band.NEWCOMER));
        for (int i = 0; i < 3; i++) {
            answered(aMember("Inviter " + i), aMember("Invitee " + i), i == 0);
        }

        RefitOutcome outcome = refitting.refit();

        assertThat(outcome).isEqualTo(new RefitOutcome.TooFew(3, Refitting.FEWEST_ANSWERS));
        assertThat(relevance.version()).isZero();
        assertThat(book.versions()).isEmpty();
        assertThat(book.named(book.inForce().of(Band.NEWCOMER))).isEqualTo(before);

        Visitor visitor = visitor(operator);
        Document page = visitor.get("/operator/relevance").page();
        assertThat(page.select("main").text()).contains("needs 100 accepted or declined invitations", "there are 3");
        assertThat(page.select("form[action=/operator/relevance] button")).isEmpty();
        Visitor.Answer refused = visitor.post("/operator/relevance");
        assertThat(refused.header("Location")).isEqualTo("/operator/relevance");
        assertThat(visitor.follow(refused).page().select(".notice.late").text())
                .isEqualTo("Nothing was changed: 3 invitations have been answered, 100 are needed.");
    }

    private double weight(int signal) {
        return book.inForce().of(Band.NEWCOMER).each()[signal];
    }

    private void answered(MemberId inviter, MemberId invitee, boolean isAccepted) {
        sql.sql("""
                INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now, sent_at, expires_at, ended_at)
                VALUES (:inviter, :invitee, :status, 'OTHER', 'x', false, 'because I would like to meet you', now(), now() + interval '60 days', now())
                """)
                .param("inviter", inviter.value())
                .param("invitee", invitee.value())
                .param("status", isAccepted ? "ACCEPTED" : "DECLINED")
                .update();
    }
}
