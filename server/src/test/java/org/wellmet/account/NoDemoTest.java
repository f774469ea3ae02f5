package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

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
