package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// The one-click sign-in, which needs both the setting and the mark in the database.
@TestPropertySource(properties = "wellmet.demo=true")
@DirtiesContext
class DemoTest extends ServerTest {
    @Autowired
    DemoGuests demo;

    @Test
    void oneClickSignsInAsOneOfTheGuestsAndAsNobodyElse() {
        MemberId grace = aMember("Grace Guest");
        MemberId operator = anOperator("Oscar Operator");
        MemberId other = aMember("Not Invited");
        assertThat(aStranger().get("/sign-in").body()).as("no mark yet").doesNotContain("/sign-in/demo");
        assertThat(aStranger()
                        .post("/sign-in/demo", "member", Long.toString(grace.value()))
                        .status())
                .isEqualTo(404);

        demo.invite(List.of(grace, operator));

        assertThat(aStranger().get("/sign-in").page().select("form[action=/sign-in/demo]"))
                .hasSize(2);
        Visitor visitor = aStranger();
        assertThat(visitor.post("/sign-in/demo", "member", Long.toString(operator.value()))
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get("/operator").status()).isEqualTo(200);
        assertThat(aStranger()
                        .post("/sign-in/demo", "member", Long.toString(other.value()))
                        .status())
                .isEqualTo(404);
    }
}

/// A real server, even on a database with the mark.
class NoDemoTest extends AccountTest {
    @Autowired
    DemoGuests demo;

    @Test
    void outsideOfADemoThereIsNoOneClickSignIn() {
        MemberId grace = aMember("Grace Real");
        assertThatThrownBy(() -> demo.invite(List.of(grace))).isInstanceOf(IllegalStateException.class);
        sql.sql("INSERT INTO demo_guest (member_id, position) VALUES (:id, 0)")
                .param("id", grace.value())
                .update();

        Visitor visitor = newcomer();
        Visitor.Answer demoRoute = visitor.post("/sign-in/demo", "member", Long.toString(grace.value()));
        Visitor.Answer nothing = visitor.post("/sign-in/nothing", "member", Long.toString(grace.value()));

        assertThat(demoRoute.status()).isEqualTo(404);
        assertThat(withoutTokens(demoRoute)).isEqualTo(withoutTokens(nothing));
        assertThat(visitor.get("/sign-in").body()).doesNotContain("/sign-in/demo");
        assertThat(visitor.get("/settings/sign-in").status()).isEqualTo(302);
    }
}
