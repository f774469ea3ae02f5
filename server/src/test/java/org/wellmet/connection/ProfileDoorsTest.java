package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wellmet.CountedStatements;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;

/// What a profile and a page of names offer is what is open to the one who reads.
@Import(CountedStatements.class)
class ProfileDoorsTest extends TwoMembersTest {
    @Autowired
    private Gates gates;

    @Test
    void aClosedGateShowsNoInviteButSaysSoCalmly() {
        assertThat(profile(ada, grace).select("main a.btn[href^=/invite/]"))
                .as("the control")
                .hasSize(1);
        through(aMember("Mutual Friend"));
        gates.choose(grace, Gate.CLOSED);

        Document page = profile(ada, grace);

        assertThat(page.select("main a[href^=/invite/], main a[href$=/introduction]"))
                .isEmpty();
        assertThat(page.select("main").text())
                .contains(
                        "No invitation can be sent to Grace Hopper for the time being. Grace Hopper can still invite you.");
    }

    @Test
    void whoIsIntroducedOnlyOffersTheIntroductionAndNoInvite() {
        gates.choose(grace, Gate.INTRODUCED);
        through(aMember("Mutual Friend"));

        Document page = profile(ada, grace);

        assertThat(page.select("main a.btn[href^=/invite/]")).isEmpty();
        assertThat(page.select("main a.btn[href$=/introduction]")).hasSize(1);
        assertThat(page.select("main").text()).contains("takes invitations from people who are introduced");
        assertThat(page.select("main a.link[href^=/invite/]").text()).isEqualTo("What is open instead");
    }

    @Test // T3
    void aClosedGateAndADeclineWhoseTimeIsOverLookTheSame() {
        MemberId closed = aMember("Grace Hopper");
        gates.choose(closed, Gate.CLOSED);
        Invitation declined = invited(ada, grace);
        invitations.decline(grace, declined.id());
        assertThat(profile(ada, grace).text()).as("a decline is silent").contains("Your invitation waits");
        daysPass(declined, 61);

        assertThat(masked(grace)).isEqualTo(masked(closed)).contains("No invitation can be sent to");
    }

    @Test // T4
    void aHiddenMutualConnectionOpensNoDoor() {
        gates.choose(grace, Gate.COMMON_GROUND);
        String without = masked(grace);
        MemberId secretive = aMember("Secretive Canary");
        connections.showList(secretive, Audience.ME);
        through(secretive);

        assertThat(masked(grace)).isEqualTo(without).doesNotContain("Canary");
    }

    @Test
    void whoWaitsForAnAnswerIsAnsweredWhateverTheirGate() {
        gates.choose(grace, Gate.CLOSED);
        invited(grace, ada);

        assertThat(profile(ada, grace).select("main a.btn.go").text()).isEqualTo("Answer the invitation");
    }

    @Test
    void aPageOfNamesIsAskedAtOnceAndSaysWhatEachGateSays() {
        MemberId mutual = aMember("Mutual");
        tied(ada, mutual);
        Set<MemberId> all = new HashSet<>();
        for (Gate gate : Gate.values()) {
            for (boolean isNear : List.of(true, false)) {
                MemberId member = aMember("Somebody");
                gates.choose(member, gate);
                if (isNear) {
                    tied(mutual, member);
                }
                all.add(member);
            }
        }
        all.add(aMember("Without a choice"));
        Viewer viewer = Viewer.of(ada);

        assertThat(gates.openOf(viewer, all))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(member -> gates.doorsTo(viewer, member) instanceof Door.Open)
                        .toList())
                .hasSize(4);
        Set<MemberId> anyone = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            anyone.add(aMember("Anyone"));
        }
        AtomicInteger statements = new AtomicInteger();
        CountedStatements.counting(statements, () -> gates.openOf(viewer, anyone));
        assertThat(statements).hasValueLessThanOrEqualTo(3);
        anyone.forEach(member -> gates.choose(member, Gate.COMMON_GROUND));
        statements.set(0);
        CountedStatements.counting(statements, () -> gates.openOf(viewer, anyone));
        assertThat(statements).as("though each asks for something shared").hasValueLessThanOrEqualTo(15);
    }

    private void through(MemberId mutual) {
        tied(ada, mutual);
        tied(mutual, grace);
    }

    private Document profile(MemberId viewer, MemberId member) {
        return visitor(viewer).get("/in/" + handle(member)).page();
    }

    private String masked(MemberId member) {
        return profile(ada, member)
                .select("main")
                .outerHtml()
                .replace(handle(member), "HANDLE")
                .replaceAll("tint-\\d", "");
    }
}
