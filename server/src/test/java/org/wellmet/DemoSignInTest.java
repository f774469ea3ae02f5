package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wellmet.account.DemoGuests;
import org.wellmet.account.JoinPolicy;
import org.wellmet.account.NetworkSetting;
import org.wellmet.account.NetworkSettings;
import org.wellmet.member.Handle;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;

/// The one-click sign-in of a demo, on a database of the demo's own: a demo beside any other does not start.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = Wellmet.class,
        properties = "wellmet.demo=true")
@Import(CsrfForTests.class)
@DirtiesContext
class DemoSignInTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DemoGuests demo;

    @Autowired
    private NetworkSettings network;

    @Autowired
    private Members members;

    @Autowired
    private JdbcClient sql;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) {
        properties.add("wellmet.data", () -> TestFolder.fresh().toString());
    }

    /// What the seeding made, before the other test writes guests of its own: one click, and somebody is home.
    @Test
    void aVisitorMeetsALivingCommunity() {
        assertThat(members.activeCount()).isGreaterThan(300);
        MemberId noor = members.findByHandle(Handle.fromName("Noor Haddad"))
                .orElseThrow()
                .id();
        demo.invite(List.of(noor));
        Visitor visitor = aVisitor();
        assertThat(enter(visitor, noor)).isEqualTo(303);

        assertThat(visitor.get("/").page().select("article")).hasSizeGreaterThan(10);
        assertThat(visitor.get("/").page().select("article figure img[alt]")).hasSizeGreaterThan(0);
        assertThat(sql.sql("SELECT count(*) FROM member_update WHERE picture_id IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(sql.sql("SELECT count(*) FROM member_update WHERE cardinality(mentions) > 0")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        Document inbox = visitor.get("/invitations").page();
        assertThat(inbox.select("main blockquote")).hasSize(8);
        assertThat(inbox.select("main details blockquote")).as("folded away").hasSizeBetween(2, 4);
        assertThat(inbox.select("main li time").eachAttr("datetime").stream()
                        .map(at -> at.substring(0, 10))
                        .distinct())
                .as("days on which they came")
                .hasSizeGreaterThan(4);
        assertThat(inbox.select("main .checked, main .unchecked").eachText())
                .as("checked and unchecked claims")
                .anyMatch(said -> said.startsWith("Checked"))
                .anyMatch(said -> said.equals("Unchecked"));
        Document introductions = visitor.get("/introductions").page();
        assertThat(introductions.select("main h3").eachText())
                .as("one to pass on, one to answer")
                .anyMatch(said -> said.contains(" wishes to meet "))
                .anyMatch(said -> said.endsWith(" to you"));
        assertThat(visitor.get("/introductions/asked").page().select("main h3")).hasSize(4);
        assertThat(visitor.get("/suggestions").page().select("main .chip").eachText())
                .as("all three effects")
                .contains("Leads to new people", "Close to people you know", "Knows several people you know")
                .as("reasons of many kinds")
                .anyMatch(said -> said.startsWith("You both know"))
                .anyMatch(said -> said.startsWith("Both in "))
                .anyMatch(said -> said.startsWith("Both worked at "))
                .anyMatch(said -> said.startsWith("Both studied at "))
                .anyMatch(said -> said.startsWith("Both care about "))
                .anyMatch(said -> said.startsWith("Both know "))
                .anyMatch(said -> said.startsWith("They look for what you offer"));
        assertThat(sql.sql("SELECT count(*) FROM member_look WHERE zone = 'America/Halifax'")
                        .query(Long.class)
                        .single())
                .as("people who live by the clock of their city")
                .isGreaterThan(200);
        assertThat(sql.sql(
                                "SELECT count(*) FROM member JOIN connection ON member_id = member.id WHERE since < joined_at")
                        .query(Long.class)
                        .single())
                .as("connections from before somebody joined")
                .isZero();
        Document outside = visitor.get("/invitations/outside").page();
        assertThat(outside.select("main form button.go")).as("no dead end").hasSize(1);
        assertThat(visitor.get("/in/ingrid-solheim").body()).contains("mutual connections");
        assertThat(visitor.get("/search?q=tidewrigt").page().select("main .who"))
                .isNotEmpty();
    }

    @Test
    void oneClickSignsInAsOneOfTheGuestsAndAsNobodyElse() {
        sql.sql("DELETE FROM demo_guest").update();
        MemberId grace = members.register("Grace Guest", MemberStatus.ACTIVE, false);
        MemberId operator = members.register("Oscar Operator", MemberStatus.ACTIVE, true);
        MemberId other = members.register("Not Invited", MemberStatus.ACTIVE, false);
        network.setUp(operator, new NetworkSetting("Demo", "A demo", JoinPolicy.LINK, List.of(), true));
        assertThat(aVisitor().get("/sign-in").body()).as("no mark yet").doesNotContain("/sign-in/demo");
        assertThat(enter(aVisitor(), grace)).isEqualTo(404);

        demo.invite(List.of(grace, operator));

        assertThat(aVisitor().get("/sign-in").page().select("form[action=/sign-in/demo]"))
                .hasSize(2);
        Visitor visitor = aVisitor();
        assertThat(enter(visitor, operator)).isEqualTo(303);
        assertThat(visitor.get("/operator").status()).isEqualTo(200);
        assertThat(enter(aVisitor(), other)).isEqualTo(404);
    }

    private static int enter(Visitor visitor, MemberId member) {
        return visitor.post("/sign-in/demo", "member", Long.toString(member.value()))
                .status();
    }

    private Visitor aVisitor() {
        return new Visitor("http://localhost:" + port);
    }
}
