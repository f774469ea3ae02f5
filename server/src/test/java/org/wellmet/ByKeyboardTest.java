package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Skill;
import org.wellmet.profile.Term;

/// What leads to a connection, by the keyboard alone: no mouse, no script that sets the focus for us.
class ByKeyboardTest extends BrowserTest {
    @Autowired
    private Profiles profiles;

    @Autowired
    private Gates gates;

    @Autowired
    private Connections connections;

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void anInvitationIsWrittenTalkedAboutAndAccepted(Screen screen) {
        MemberId ada = aMember("Ada Keys");
        MemberId grace = aMember("Grace Keys");
        for (MemberId each : new MemberId[] {ada, grace}) {
            profiles.add(each, new Skill(Skill.Kind.SKILL, Term.of("Tide tables")));
        }
        Desk adas = desk(ada, screen, "/in/" + handle(grace));
        adas.press("main a[href^='/invite/']");
        assertThat(adas.page.locator("input[value=OTHER]").isVisible())
                .as("what nobody can check lies folded behind what is checked")
                .isFalse();
        adas.press("#claim summary");
        adas.hands.choose(adas.page.locator("input[value=OTHER]"));
        adas.type("#subject", "We both read tide gauges");
        adas.type("#why", "Your talk on tide gauges answers what we ask ourselves.");
        adas.press("#invite .btn.go");
        adas.page.waitForURL("**/invitations/sent");

        Desk graces = desk(grace, screen, "/invitations");
        graces.press("[data-keys] > li a[href^='/invitations/']");
        graces.type("#text", "Which talk do you mean?");
        graces.press("form[action$='/messages'] .btn.go");
        graces.sees("Which talk do you mean?");
        adas.page.navigate("/notifications");
        adas.press("main a.link");
        adas.type("#text", "The one in Brest.");
        adas.press("form[action$='/messages'] .btn.go");
        adas.sees("The one in Brest.");
        graces.page.navigate("/invitations");
        graces.press("[data-key=a]");
        graces.sees("Nobody waits for an answer");

        assertThat(connections.areConnected(ada, grace)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void whoStandsBeforeAGateIsIntroduced(Screen screen) {
        MemberId ada = aMember("Ada Before");
        MemberId cora = aMember("Cora Between");
        MemberId tom = aMember("Tom Behind");
        connected(ada, cora);
        connected(cora, tom);
        gates.choose(tom, Gate.INTRODUCED);

        Desk adas = desk(ada, screen, "/invite/" + handle(tom));
        adas.press("main a[href$='/introduction']");
        adas.hands.choose(adas.page.locator("input[name=via]"));
        adas.type("#toConnector", "You know us both: is this a good idea? If not, just say so.");
        adas.type("#toTarget", "Your tide tables answer what I ask myself every morning.");
        adas.press("main form .btn.go");
        adas.sees("Waits for Cora to pass it on");
        Desk coras = desk(cora, screen, "/introductions");
        coras.press("main li .btn.go");
        coras.type("#words", "I have worked with Ada for years, and you two should meet.");
        coras.press("form[action$='/forward'] .btn.go");
        coras.sees("Nothing waits for you");
        Desk toms = desk(tom, screen, "/introductions");
        toms.press("main li .btn.go");
        toms.press("form[action$='/accept'] .btn.go");
        toms.sees("You are connected.");

        assertThat(connections.areConnected(ada, tom)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void aSuggestionIsDismissedTakenBackAndInvited(Screen screen) {
        MemberId me = aMember("Ida Keys");
        MemberId between = aMember("Bruno Keys");
        connected(me, between);
        for (int i = 1; i <= 12; i++) {
            connected(between, aMember("Somebody Number" + (char) ('A' + i)));
        }
        Desk mine = desk(me, screen, "/suggestions");
        Locator first = mine.page.locator("#slate ol > li").first();
        String name = first.locator(".who a").textContent();
        mine.hands.press(first.locator("form button"));
        mine.sees(name + " is not suggested to you any more.");
        mine.page.locator("#slate ol > li:first-child:focus").waitFor();
        mine.press("#slate form[action$='/undo'] button");
        mine.page.locator("#slate li:focus").waitFor();
        assertThat(first.locator(".who a").textContent()).isEqualTo(name);
        mine.hands.press(first.locator("a.btn"));
        mine.page.waitForURL("**/invite/**");
        mine.hands.choose(mine.page.locator("input[value=OTHER]"));
        mine.type("#subject", "We both know Bruno");
        mine.type("#why", "Bruno says that we should compare our tide tables.");
        mine.press("#invite .btn.go");
        mine.sees("Your invitation to " + name + " is sent.");
    }

    private Desk desk(MemberId member, Screen screen, String address) {
        Page page = as(member, screen);
        page.navigate(address);
        return new Desk(page, Hands.at(page, true));
    }

    private String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }

    /// A window, and hands that have nothing but keys.
    private record Desk(Page page, Hands hands) {
        void press(String selector) {
            hands.press(page.locator(selector).first());
        }

        void type(String selector, String text) {
            hands.type(page.locator(selector), text);
        }

        void sees(String text) {
            page.getByText(text).first().waitFor();
        }
    }
}
