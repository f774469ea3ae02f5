package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.profile.Education;
import org.wellmet.profile.MonthOrYear;
import org.wellmet.profile.Period;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Term;
import org.wellmet.web.Text;

/// What the form that invites says before anything is sent: what it costs, and what was checked.
@Import(InviteFormTest.Roster.class)
class InviteFormTest extends ConnectionTest {
    private static final Claim ON_ROSTER = new Claim(ClaimKind.GROUP, "The Roster");

    @Autowired
    private Profiles profiles;

    /// A kind of evidence that shows acquaintance, of whoever is called so.
    @Component
    record Roster(Members members) implements Evidence {
        @Override
        public List<CommonGround> commonGround(MemberId inviter, MemberId invitee) {
            boolean isOnIt = members.find(invitee)
                    .filter(member -> member.name().equals("On Theroster"))
                    .isPresent();
            return isOnIt ? List.of(new CommonGround(ON_ROSTER, Text.of("Both on it"))) : List.of();
        }

        @Override
        public boolean isAcquaintance() {
            return true;
        }
    }

    @Test
    void theAllowanceStandsAboveTheFieldsAndSaysWhereNothingIsUsedUp() {
        MemberId ada = aMember("Ada Lovelace");
        used(ada, 3);

        Document costs = form(ada, aMember("Grace Hopper"));

        assertThat(costs.select("form#invite #allowance").text()).isEqualTo("7 invitations are left this week");
        String html = costs.select("form#invite").outerHtml();
        assertThat(html.indexOf("id=\"allowance\"")).isPositive().isLessThan(html.indexOf("id=\"claim\""));
        assertThat(costs.select("form#invite").text()).doesNotContain("uses up none", "uses up one");

        Document free = form(ada, aMember("On Theroster"));
        assertThat(free.select("form#invite #allowance").text()).startsWith("This invitation uses up nothing");
        assertThat(free.select("#claim .choice").first().text())
                .contains("We share the group The Roster", "Checked", "uses up none of your allowance");
    }

    @Test
    void aCheckedClaimThatIsNotFreeSaysSo() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        studied(ada, "Same College", 2000, 2004);
        studied(grace, "Same College", 2000, 2004);

        Document form = form(ada, grace);

        assertThat(form.select("form#invite .hint:has(+ .fold #allowance)").text())
                .contains("uses up one, also with something checked");
        assertThat(form.select("#claim .choice").first().text()).contains("Checked");
    }

    @Test
    void aSchoolAtDifferentTimesIsCheckedForNoMoreThanThat() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        studied(ada, "Apart College", 1998, 2002);
        studied(grace, "Apart College", 2015, 2019);
        MemberId undated = aMember("Edsger");
        profiles.add(undated, new Education(Term.of("Apart College"), "", Period.NONE, ""));
        MemberId together = aMember("Barbara");
        studied(together, "Apart College", 2000, 2004);

        assertThat(form(ada, grace).select("#claim .choice").first().text())
                .contains("Checked", "You both studied there, at different times");
        assertThat(form(ada, undated).select("#claim .choice").first().text())
                .contains("You both studied there; not both profiles say when");
        assertThat(form(ada, together).select("#claim .choice").first().text()).contains("months together");

        send(ada, grace);
        send(ada, together);
        String apart = "Checked: both were there, at different times or without saying when";
        assertThat(visitor(grace).get("/invitations").page().select(".checked").text())
                .isEqualTo(apart);
        assertThat(visitor(together)
                        .get("/invitations")
                        .page()
                        .select(".checked")
                        .text())
                .isEqualTo("Checked");
        assertThat(visitor(ada)
                        .get("/invitations/sent")
                        .page()
                        .select(".checked")
                        .eachText())
                .containsExactly("Checked", apart);
    }

    private void send(MemberId inviter, MemberId invitee) {
        assertThat(visitor(inviter)
                        .post("/invite/" + handle(invitee), "claim", "STUDIED:Apart College", "why", WHY.text())
                        .status())
                .isEqualTo(303);
    }

    private void studied(MemberId member, String school, int from, int to) {
        Period period = new Period(Optional.of(new MonthOrYear(from, 9)), Optional.of(new MonthOrYear(to, 6)));
        profiles.add(member, new Education(Term.of(school), "", period, ""));
    }

    private Document form(MemberId inviter, MemberId invitee) {
        return visitor(inviter).get("/invite/" + handle(invitee)).page();
    }
}
