package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.account.JoinPolicy;
import org.wellmet.account.NetworkSettings;
import org.wellmet.member.MemberId;

/// Short ways to invite people who are not here, and to join by it. No mail server is set: mails lie in the outbox.
abstract class OutsideTest extends ConnectionTest {
    static final String WORDS = "We would like to have you with us, dear friend.";
    static final String PASSWORD = "four quiet herons wade";
    private static final AtomicInteger PLACES = new AtomicInteger();

    @Autowired
    private NetworkSettings network;

    MemberId ada;

    @BeforeEach
    void anyoneMayJoin() {
        ada = aMember("Ada Lovelace");
        policy(JoinPolicy.ANYONE);
    }

    @AfterEach
    void anyoneMayJoinAgain() {
        policy(JoinPolicy.ANYONE);
    }

    long idOfTheOnly(MemberId inviter) {
        return sql.sql("SELECT id FROM outside_invitation WHERE member_id = :inviter")
                .param("inviter", inviter.value())
                .query(Long.class)
                .single();
    }

    String link(MemberId inviter, int uses) {
        String body = json(inviter, "{\"why\":\"%s\",\"uses\":%d}".formatted(WORDS, uses))
                .body();
        int start = body.indexOf("/welcome/");
        return body.substring(start, body.indexOf('"', start));
    }

    Visitor.Answer byMail(MemberId inviter, String email) {
        return visitor(inviter).post("/invitations/outside", "way", "MAIL", "email", email, "why", WORDS);
    }

    Visitor.Answer json(MemberId inviter, String body) {
        return visitor(inviter)
                .send("POST", "/api/invitations/outside", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    MemberId join(Visitor newcomer, String welcome, String email) {
        String secret = welcome.substring("/welcome/".length());
        assertThat(newcomer.get("/join?welcome=" + secret).page().select("input[name=welcome]"))
                .hasSize(1);
        newcomer.post("/join", "name", "New Comer", "email", email, "password", PASSWORD, "welcome", secret);
        newcomer.post(linkIn(email, "/join/confirm/"), "password", PASSWORD);
        return sql.sql("SELECT member_id FROM account WHERE email = :email")
                .param("email", email)
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .single();
    }

    void account(MemberId member, String email) {
        sql.sql("""
                        INSERT INTO account (member_id, email, password, password_at, created_at)
                        VALUES (:id, :email, '$argon2id$x', now(), now())
                        """).param("id", member.value()).param("email", email).update();
    }

    Visitor newcomer() {
        return aStranger().with("X-Forwarded-For", "10.77.%d.1".formatted(PLACES.incrementAndGet() % 250));
    }

    static String email(String name) {
        return name + "." + PLACES.incrementAndGet() + ".outside@example.org";
    }

    long mails(String email) {
        return sql.sql("SELECT count(*) FROM mail WHERE to_address = :to")
                .param("to", email)
                .query(Long.class)
                .single();
    }

    String linkIn(String email, String beginning) {
        String body = sql.sql("SELECT body FROM mail WHERE to_address = :to ORDER BY id DESC LIMIT 1")
                .param("to", email)
                .query(String.class)
                .single();
        int start = body.indexOf(beginning);
        return body.substring(start).split("\\s", 2)[0];
    }

    void policy(JoinPolicy policy) {
        network.change(ada, setting -> setting.joinedBy(policy, List.of()));
    }
}
