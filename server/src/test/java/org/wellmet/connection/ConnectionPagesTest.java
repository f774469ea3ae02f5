package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// The pages as a member meets them.
class ConnectionPagesTest extends TwoMembersTest {
    @Test
    void fromTheFormToTheNetwork() {
        Visitor inviter = visitor(ada);
        String form = "/invite/" + handle(grace);
        assertThat(inviter.get(form).page().select("h1").text()).isEqualTo("Invite Grace Hopper");
        Visitor.Answer sent = inviter.post(form, "claim", "WORKED", "subject", "Tidewright", "why", WHY.text());
        assertThat(sent.status()).isEqualTo(303);
        assertThat(inviter.follow(sent).body())
                .contains("Your invitation to Grace Hopper is sent.", "We worked at Tidewright");

        Visitor invitee = visitor(grace);
        Document inbox = invitee.get("/invitations").page();
        assertThat(inbox.select(".tabs .count").text()).isEqualTo("1");
        assertThat(inbox.select(".list > li").text()).contains("Ada Lovelace", "Unchecked", WHY.text());
        assertThat(inbox.select("button[data-key=a]").text()).isEqualTo("Accept Ada Lovelace");
        Visitor.Answer accepted =
                invitee.post(inbox.select("form[action$=accept]").attr("action"));
        assertThat(accepted.status()).isEqualTo(303);
        assertThat(invitee.get("/network").page().select(".list > li").text()).contains("Ada Lovelace", "1st");
        assertThat(invitee.get("/invitations").page().select(".tabs .count")).isEmpty();
        assertThat(inviter.get(form).body()).contains("connected already");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhatIsWrong() {
        Visitor.Answer answer =
                visitor(ada).post("/invite/" + handle(grace), "claim", "MET", "subject", "", "why", "Too <b>short</b>");

        assertThat(answer.status()).isEqualTo(422);
        Document page = answer.page();
        assertThat(page.select("input[value=MET]").hasAttr("checked")).isTrue();
        assertThat(page.select("#why").text()).isEqualTo("Too <b>short</b>");
        assertThat(page.select("#why-error").text()).contains("At least 20");
        assertThat(page.select("#subject-error")).isNotEmpty();
        assertThat(page.select("[role=alert] a[href=#subject]")).isNotEmpty();
        assertThat(invitations.sent(ada, "")).isEmpty();
    }

    @Test
    void thePreviewShowsWhatTheInviteeWillSeeAndSendsNothing() {
        Visitor.Answer preview = visitor(ada)
                .post("/invite/" + handle(grace) + "/preview", "claim", "TOPIC", "subject", "tides", "why", "Be<cause");

        assertThat(preview.page().text()).contains("Ada Lovelace", "We share the topic tides", "Unchecked", "Be<cause");
        assertThat(invitations.sent(ada, "")).isEmpty();
    }

    @Test // T4
    void thePreviewShowsOfTheInviterOnlyWhatBothSee() {
        MemberId between = aMember("Edsger Dijkstra");
        tied(ada, between);
        tied(between, grace);
        String preview = "/invite/" + handle(grace) + "/preview";
        assertThat(visitor(ada).post(preview).page().text()).contains("2nd", "1 mutual connection");

        connections.showList(ada, Audience.ME);
        assertThat(visitor(ada)
                        .get("/invite/" + handle(grace))
                        .page()
                        .select("form")
                        .text())
                .as("the inviter knows their own list")
                .contains("Edsger Dijkstra");
        assertThat(visitor(ada).post(preview).page().text()).doesNotContain("2nd", "mutual");

        connections.showList(ada, Audience.MEMBERS);
        connections.showList(grace, Audience.ME);
        assertThat(visitor(ada).post(preview).page().text())
                .as("nothing of the invitee's hidden list")
                .doesNotContain("2nd", "mutual");
    }

    @Test
    void theWayToSomebodyNamesThePathAndTheMutualConnections() {
        MemberId between = aMember("Edsger Dijkstra");
        tied(ada, between);
        tied(between, grace);

        Document page = visitor(ada).get("/network/" + handle(grace)).page();
        assertThat(page.select(".path").text()).contains("You", "Edsger Dijkstra", "Grace Hopper");
        assertThat(page.select("#mutuals").text()).isEqualTo("1 mutual connection");
    }

    @Test
    void aConnectionIsRemovedAfterAQuestion() {
        tied(ada, grace);
        Visitor visitor = visitor(ada);
        String address = "/network/" + handle(grace) + "/remove";

        assertThat(visitor.get(address).page().select("h1").text()).isEqualTo("Remove the connection to Grace Hopper?");
        assertThat(visitor.post(address).status()).isEqualTo(303);
        assertThat(connections.areConnected(ada, grace)).isFalse();
        assertThat(visitor.post(address).status()).isEqualTo(404);
    }

    @Test
    void aBlockIsListedAndLifted() {
        Visitor visitor = visitor(ada);
        visitor.post("/block/" + handle(grace));

        assertThat(visitor.get("/settings/blocked").page().select(".list > li").text())
                .contains("Grace Hopper");
        assertThat(visitor(grace).get("/settings/blocked").body()).doesNotContain("Lovelace");
        visitor.post("/settings/blocked/" + handle(grace) + "/lift");
        assertThat(visitor.get("/settings/blocked").page().select(".list > li")).isEmpty();
        assertThat(visitor.get("/invite/" + handle(grace)).status()).isEqualTo(200);
    }

    @Test
    void whoMaySeeTheListIsChosenInTheSettings() {
        Visitor visitor = visitor(ada);
        assertThat(visitor.post("/settings/connections", "audience", "ME", "gate", "CLOSED")
                        .status())
                .isEqualTo(303);
        assertThat(connections.listAudience(ada)).isEqualTo(Audience.ME);
        assertThat(visitor.post("/settings/connections", "audience", "PUBLIC", "gate", "ANYONE")
                        .status())
                .isEqualTo(422);
        assertThat(connections.listAudience(ada)).isEqualTo(Audience.ME);
    }

    @Test
    void everyPageSpeaksFrench() {
        tied(ada, grace);
        Visitor visitor = visitor(ada).with("Accept-Language", "fr");

        assertThat(visitor.get("/network").body()).contains("Mon réseau", "relation");
        assertThat(visitor.get("/invitations").body()).contains("Personne n’attend");
    }
}
