package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.BrowserTest;
import org.wellmet.Screen;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;

/// Every page of accounts and of the operator, in each window.
class AccountLooksTest extends BrowserTest {
    @Autowired
    NetworkSettings network;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    JoinLinks links;

    @Autowired
    Passwords passwords;

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void strangersPages(Screen screen) {
        Page page = asStranger(screen);
        new SignUpStore(sql)
                .insert(
                        new Secret("look-" + screen),
                        new SignUpStore.SignUp(
                                new EmailAddress("look@example.org"),
                                "Look",
                                passwords.hash("x"),
                                Optional.empty(),
                                Optional.empty()),
                        Instant.parse("2100-01-01T00:00:00Z"));
        for (String path : List.of(
                "/sign-in",
                "/join",
                "/join/sent",
                "/join/waiting",
                "/forgot",
                "/forgot/sent",
                "/join/confirm/look-" + screen)) {
            look(page, path, screen);
        }
        page.navigate("/join");
        page.locator("#email").fill("nobody");
        page.locator("main form button.go").click();
        assertAccessible(page);
        picture(page, "join-refused-" + screen);
        page.navigate("/sign-in");
        page.locator("#email").fill("nobody@example.org");
        page.locator("#password").fill("nothing that is right");
        page.locator("main form button.go").click();
        assertAccessible(page);
        picture(page, "sign-in-refused-" + screen);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void membersPages(Screen screen) {
        MemberId member = aMember("Anjali Menon");
        new AccountStore(sql)
                .insert(
                        member,
                        new EmailAddress("anjali" + member.value() + "@example.org"),
                        passwords.hash("four quiet herons wade"),
                        Instant.parse("2026-01-01T00:00:00Z"));
        sessions.open(member, new Device("Firefox", "Linux"));
        sessions.open(member, new Device("Safari", "iPhone"));
        Page page = as(member, screen);
        look(page, "/settings/sign-in", screen);
        look(page, "/settings/leave", screen);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void operatorsPages(Screen screen) {
        MemberId operator = anOperator("Opal Operator");
        MemberId waiting = members.register("Walter Waits", MemberStatus.WAITING, false);
        members.register("Susan Suspended", MemberStatus.SUSPENDED, false);
        new AccountStore(sql)
                .insert(
                        waiting,
                        new EmailAddress("walter" + waiting.value() + "@example.org"),
                        passwords.hash("x"),
                        Instant.parse("2026-01-01T00:00:00Z"));
        links.make(operator, new JoinLinks.Wish("The evening class", 50, Duration.ofDays(30)));
        accounts.requestReset(new EmailAddress("walter" + waiting.value() + "@example.org"), text -> text.english());
        Page page = as(operator, screen);
        for (String path : List.of(
                "/operator",
                "/operator/waiting",
                "/operator/links",
                "/operator/members",
                "/operator/mails",
                "/operator/network")) {
            look(page, path, screen);
        }
        page.navigate("/operator/mails");
        page.locator("main ul.list a").first().click();
        assertAccessible(page);
        picture(page, "operator-mail-" + screen);
        page.navigate("/operator/links");
        page.locator("main form button.go").click();
        assertAccessible(page);
        picture(page, "operator-link-made-" + screen);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void theSetUp(Screen screen) {
        sql.sql("DELETE FROM network_setting").update();
        network.readAgain();
        try {
            look(asStranger(screen), "/set-up", screen);
            transactions.run(network::begin);
            network.readAgain();
            Page page = as(anOperator("Opal Operator"), screen);
            look(page, "/set-up", screen, "set-up-name");
            page.locator("#name").fill("Harbour City Professionals");
            page.locator("main form button.go").click();
            assertAccessible(page);
            picture(page, "set-up-joining-" + screen);
        } finally {
            sql.sql("UPDATE network_setting SET name = 'Wellmet', join_policy = 'ANYONE', is_set_up = true")
                    .update();
            network.readAgain();
        }
    }

    private void look(Page page, String path, Screen screen) {
        look(page, path, screen, path.substring(1).replaceAll("/look-.*", "").replace('/', '-'));
    }

    private void look(Page page, String path, Screen screen, String name) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        assertAccessible(page);
        picture(page, name + "-" + screen);
    }
}
