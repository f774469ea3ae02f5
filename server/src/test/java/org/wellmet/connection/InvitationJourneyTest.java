package org.wellmet.connection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.BrowserTest;
import org.wellmet.Screen;
import org.wellmet.member.MemberId;

/// Invite, ask, answer, accept: in a real browser, by mouse and by one key.
class InvitationJourneyTest extends BrowserTest {
    @Autowired
    private Gates gates;

    @Autowired
    private Invitations invitations;

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void anInvitationIsSentAskedAboutAnsweredAndAccepted(Screen screen) {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        Page inviter = as(ada, screen);
        inviter.navigate("/invite/" + handle(grace));
        assertAccessible(inviter);
        picture(inviter, "invite-" + screen);
        inviter.locator("input[value=OTHER]").check();
        inviter.locator("#subject").fill("We both read tide gauges");
        inviter.locator("#why").fill("Too short");
        inviter.locator("#invite .btn.go").click();
        assertThat(inviter.locator("[data-focus]")).isFocused();
        inviter.locator("#why").fill("Your talk on tide gauges answers what we ask ourselves.");
        inviter.locator("#invite .btn.go").click();
        assertThat(inviter).hasURL(java.util.regex.Pattern.compile(".*/invitations/sent$"));
        inviter.goBack(); // past the refused answer, which cannot be asked for once more
        assertThat(inviter.locator("h1")).hasText("Invite Grace Hopper");

        Page invitee = as(grace, screen);
        invitee.navigate("/invitations");
        assertAccessible(invitee);
        picture(invitee, "inbox-" + screen);
        invitee.locator("[data-keys] > li:first-child a[href^='/invitations/']").click();
        invitee.locator("#text").fill("Which talk do you mean?");
        invitee.locator("form[action$='/messages'] .btn.go").click();
        assertThat(invitee.locator("ol.list")).containsText("Which talk do you mean?");
        assertAccessible(invitee);
        picture(invitee, "exchange-" + screen);

        inviter.navigate("/notifications");
        inviter.locator("main a.link").first().click();
        inviter.locator("#text").fill("The one in Brest.");
        inviter.locator("form[action$='/messages'] .btn.go").click();
        assertThat(inviter.locator("ol.list")).containsText("The one in Brest.");

        invitee.navigate("/invitations");
        invitee.locator("[data-keys] > li").first().focus();
        invitee.keyboard().press("a");
        assertThat(invitee.locator("main")).containsText("Nobody waits for an answer");
        invitee.navigate("/network");
        assertThat(invitee.locator("main")).containsText("Ada Lovelace");
    }

    @ParameterizedTest
    @EnumSource(names = "WIDE_LIGHT")
    void oneKeyAfterTheOtherAnswersTheWholeListAndShiftAnswersNothing(Screen screen) {
        MemberId grace = aMember("Grace Hopper");
        for (String name : java.util.List.of("Ada One", "Ada Two", "Ada Three")) {
            invitations.send(
                    aMember(name),
                    grace,
                    new Claim(ClaimKind.OTHER, "Tide gauges"),
                    new WhyNow("Your talk on tide gauges answers what we ask ourselves."));
        }
        Page page = as(grace, screen);
        page.navigate("/invitations");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Shift+D");
        page.keyboard().press("d");
        assertThat(page.locator("[data-keys] > li")).hasCount(2);
        assertThat(page.locator("[data-keys] > li").nth(1)).isFocused();
        page.keyboard().press("a");
        assertThat(page.locator("[data-keys] > li")).hasCount(1);
        assertThat(page.locator("[data-keys] > li").first()).isFocused();
        page.keyboard().press("d");
        assertThat(page.locator("main")).containsText("Nobody waits for an answer");
        assertAccessible(page);
        page.keyboard().press("u");
        assertThat(page.locator("[data-keys] > li").first()).isFocused();
        assertThat(page.locator(".notice")).containsText("The decline is undone.");
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void thePagesAroundItAreAccessible(Screen screen) {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        MemberId mutual = aMember("Mutual Friend");
        connected(ada, mutual);
        connected(mutual, grace);
        gates.choose(grace, Gate.INTRODUCED);
        Page page = as(ada, screen);
        for (String path : java.util.List.of(
                "/invite/" + handle(grace),
                "/settings/connections",
                "/invitations/outside",
                "/network/" + handle(mutual) + "/note")) {
            page.navigate(path);
            assertAccessible(page);
            picture(
                    page,
                    path.replace(handle(grace), "gate")
                                    .replace(handle(mutual), "mutual")
                                    .replace('/', '-') + "-" + screen);
        }
    }

    private String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }
}
