package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.Visitor.Answer;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;

/// Signing up, and what the four policies make of it.
class JoinTest extends AccountTest {
    @Autowired
    NetworkSettings network;

    @Autowired
    JoinLinks links;

    @AfterEach
    void letAnyoneJoinAgain() {
        joinedBy(JoinPolicy.ANYONE);
    }

    @Test
    void whoSignsUpProvesTheAddressAndIsIn() {
        Visitor ada = newcomer();

        Answer sent = signUp(ada, "ada.joins@example.org");

        assertThat(sent.header("Location")).isEqualTo("/join/sent");
        assertThat(memberCount("ada.joins@example.org")).isZero();
        String link = linkIn(lastMail("ada.joins@example.org"), "/join/confirm/");
        Answer joined = ada.post(link, "password", PASSWORD);
        assertThat(joined.header("Location")).isEqualTo("/");
        assertThat(ada.get("/settings/sign-in").status()).isEqualTo(200);
        assertThat(memberCount("ada.joins@example.org")).isOne();
        assertThat(newcomer().post(link, "password", PASSWORD).status()).isEqualTo(404);
    }

    @Test // T17
    void aMailScannerThatFollowsTheLinkChangesNothing() {
        signUp(newcomer(), "bea.scanned@example.org");
        String link = linkIn(lastMail("bea.scanned@example.org"), "/join/confirm/");

        assertThat(newcomer().get(link).status()).isEqualTo(200);
        assertThat(newcomer().send("HEAD", link, "text/plain", new byte[0]).status())
                .isEqualTo(200);

        assertThat(memberCount("bea.scanned@example.org")).isZero();
        assertThat(newcomer().post(link, "password", PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void aSignUpThatAStrangerBeganWithMyAddressEndsNowhere() {
        signUp(newcomer(), "cleo.squatted@example.org"); // a stranger, who knows the password but not the mail
        String link = linkIn(lastMail("cleo.squatted@example.org"), "/join/confirm/");

        Answer confirmed = newcomer().post(link, "password", "a password the owner guesses");

        assertThat(confirmed.status()).isEqualTo(422);
        assertThat(memberCount("cleo.squatted@example.org")).isZero();
    }

    @Test // T16
    void anAddressThatHasAnAccountGetsTheSameBytesAndItsOwnerAWord() {
        aMemberWithAccount("Dora Fairweather", "dora.there@example.org");

        Answer known = signUp(newcomer(), "Dora.There@example.org");
        Answer unknown = signUp(newcomer(), "dora.not.there@example.org");

        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.header("Location")).isEqualTo(unknown.header("Location"));
        assertThat(known.bytes()).isEqualTo(unknown.bytes());
        assertThat(lastMail("dora.there@example.org"))
                .contains("Somebody tried")
                .doesNotContain("/join/confirm/");
        assertThat(memberCount("dora.there@example.org")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org,b@example.org",
                "a@example.org b@example.org",
                "a@example.org\nb@example.org",
                "\"a b\"@example.org",
                "a@localhost",
                "@example.org",
                "a@",
                "é@example.org",
                "a@@example.org",
                "[\"a@example.org\"]"
            })
    void whatIsNotExactlyOneAddressIsRefused(String typed) {
        Answer answer = newcomer().post("/join", "name", "Eve", "email", typed, "password", PASSWORD);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#email-error")).hasSize(1);
    }

    @Test // T18
    void twoAddressesInOneRequestAreRefused() {
        for (String path : List.of("/join", "/forgot", "/sign-in")) {
            Answer doubled = newcomer()
                    .post(
                            path,
                            "name",
                            "Eve",
                            "email",
                            "a@example.org",
                            "email",
                            "b@example.org",
                            "password",
                            PASSWORD);
            assertThat(doubled.status()).as(path).isEqualTo(400);
            Answer array = newcomer()
                    .post(
                            path,
                            "name",
                            "Eve",
                            "email[]",
                            "a@example.org",
                            "email[]",
                            "b@example.org",
                            "password",
                            PASSWORD);
            assertThat(array.status()).as(path).isIn(400, 422);
            Answer json = newcomer()
                    .send(
                            "POST",
                            path,
                            "application/json",
                            "{\"email\":[\"a@example.org\",\"b@example.org\"]}".getBytes());
            assertThat(json.status()).as(path).isIn(400, 415, 422);
        }
        assertThat(mailCount("a@example.org")).isZero();
        assertThat(mailCount("b@example.org")).isZero();
    }

    @Test
    void aPasswordThatIsShortOrCommonIsRefusedAndNotWrittenBack() {
        for (String weak : List.of("short", "passwordpassword", "correct horse battery staple", "x".repeat(129))) {
            Answer answer = newcomer().post("/join", "name", "Fay", "email", "fay.weak@example.org", "password", weak);
            assertThat(answer.status()).as(weak).isEqualTo(422);
            assertThat(answer.page().select("input[type=password]").attr("value"))
                    .isEmpty();
        }
        assertThat(mailCount("fay.weak@example.org")).isZero();
    }

    @Test
    void byDomainOnlyItsAddressesJoin() {
        network.change(anOperator("Op Domain"), now -> now.joinedBy(JoinPolicy.DOMAIN, List.of("guild.example")));

        assertThat(signUp(newcomer(), "gil@elsewhere.example").status()).isEqualTo(422);
        assertThat(signUp(newcomer(), "gil@guild.example.evil.example").status())
                .isEqualTo(422);
        assertThat(signUp(newcomer(), "gil@guild.example").status()).isEqualTo(303);
        assertThat(mailCount("gil@elsewhere.example")).isZero();
    }

    @Test
    void byApprovalOneWaitsUntilAnOperatorLetsOneIn() {
        MemberId operator = joinedBy(JoinPolicy.APPROVAL);
        Visitor hal = newcomer();
        signUp(hal, "hal.waits@example.org");

        Answer confirmed = hal.post(linkIn(lastMail("hal.waits@example.org"), "/join/confirm/"), "password", PASSWORD);

        assertThat(confirmed.header("Location")).isEqualTo("/join/waiting");
        MemberId member = memberOf("hal.waits@example.org");
        assertThat(members.find(member).orElseThrow().status()).isEqualTo(MemberStatus.WAITING);
        assertThat(hal.post("/sign-in", "email", "hal.waits@example.org", "password", PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(visitor(operator)
                        .post("/operator/waiting/" + member.value() + "/approve")
                        .status())
                .isEqualTo(303);
        assertThat(lastMail("hal.waits@example.org")).contains("let you in");
        assertThat(hal.post("/sign-in", "email", "hal.waits@example.org", "password", PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whoIsTurnedAwayLeavesNothing() {
        MemberId operator = joinedBy(JoinPolicy.APPROVAL);
        Visitor ida = newcomer();
        signUp(ida, "ida.refused@example.org");
        ida.post(linkIn(lastMail("ida.refused@example.org"), "/join/confirm/"), "password", PASSWORD);
        MemberId member = memberOf("ida.refused@example.org");

        visitor(operator).post("/operator/waiting/" + member.value() + "/refuse");

        assertThat(members.find(member)).isEmpty();
        assertThat(memberCount("ida.refused@example.org")).isZero();
    }

    @Test
    void byLinkOneJoinsWithALinkAndNotWithout() {
        MemberId operator = joinedBy(JoinPolicy.LINK);
        String link = madeBy(operator, "1");
        assertThat(signUp(newcomer(), "jo.without@example.org").status()).isEqualTo(422);

        Visitor jo = newcomer();
        String secret = link.substring("/join/".length());
        assertThat(jo.get(link).page().select("input[name=link]").attr("value")).isEqualTo(secret);
        jo.post("/join", "name", "Jo", "email", "jo.with@example.org", "password", PASSWORD, "link", secret);
        assertThat(jo.post(linkIn(lastMail("jo.with@example.org"), "/join/confirm/"), "password", PASSWORD)
                        .status())
                .isEqualTo(303);

        assertThat(newcomer().get(link).status()).isEqualTo(404);
        assertThat(newcomer().get("/join/never-was-a-link").status()).isEqualTo(404);
    }

    @Test // T12
    void aLinkFallsWithTheOfficeOfItsMakerAndWhenItIsRevoked() {
        MemberId operator = joinedBy(JoinPolicy.LINK);
        String revoked = madeBy(operator, "10");
        long id = links.of(operator).getFirst().id();
        MemberId other = anOperator("Other Operator");
        assertThat(visitor(other).post("/operator/links/" + id + "/revoke").status())
                .as("another operator's link")
                .isEqualTo(404);
        visitor(operator).post("/operator/links/" + id + "/revoke");
        assertThat(newcomer().get(revoked).status()).isEqualTo(404);

        String orphaned = madeBy(operator, "10");
        sql.sql("UPDATE member SET is_operator = false WHERE id = :id")
                .param("id", operator.value())
                .update();
        assertThat(newcomer().get(orphaned).status()).isEqualTo(404);
    }

    private MemberId joinedBy(JoinPolicy policy) {
        MemberId operator = anOperator("Op Joining");
        network.change(operator, now -> now.joinedBy(policy, List.of()));
        return operator;
    }

    private String madeBy(MemberId operator, String uses) {
        Answer made = visitor(operator).post("/operator/links", "note", "", "uses", uses, "days", "7");
        String link = made.page().select("#made").attr("value");
        return link.substring(link.indexOf("/join/"));
    }

    private static Answer signUp(Visitor visitor, String email) {
        return visitor.post("/join", "name", "Some Body", "email", email, "password", PASSWORD);
    }

    private long memberCount(String email) {
        return sql.sql("SELECT count(*) FROM account WHERE email = :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }

    private MemberId memberOf(String email) {
        return new MemberId(sql.sql("SELECT member_id FROM account WHERE email = :email")
                .param("email", email)
                .query(Long.class)
                .single());
    }
}
