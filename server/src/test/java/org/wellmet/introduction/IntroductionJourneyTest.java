package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.BrowserTest;
import org.wellmet.Screen;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.member.MemberId;

/// From below the gate to a connection, in three browsers: asked, passed on, accepted. Every page on the way is
/// looked at.
class IntroductionJourneyTest extends BrowserTest {
    @Autowired
    private Gates gates;

    @Autowired
    private Connections connections;

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void whoIsBelowTheGateIsIntroducedAndConnected(Screen screen) {
        MemberId ada = aMember("Ada Asker");
        MemberId cora = aMember("Cora Connector");
        MemberId tom = aMember("Tom Target");
        connected(ada, cora);
        connected(cora, tom);
        gates.choose(tom, Gate.INTRODUCED);
        String tomsProfile = "/in/" + members.find(tom).orElseThrow().handle();

        Page adas = as(ada, screen);
        adas.navigate(tomsProfile);
        assertThat(adas.locator("main a[href$='/introduction']").count()).isEqualTo(1);
        adas.navigate("/invite/" + members.find(tom).orElseThrow().handle());
        look(adas, "below-the-gate", screen);
        adas.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ask for an introduction"))
                .click();
        look(adas, "ask", screen);
        adas.locator("#toConnector").fill("You know us both: is this a good idea? If not, just say so.");
        adas.locator("#toTarget").fill("Your tide tables answer what I ask myself every morning.");
        press(adas, "Ask for the introduction");
        look(adas, "asked", screen);
        assertThat(adas.locator("main").innerText()).contains("Waits for Cora to pass it on");

        Page coras = as(cora, screen);
        coras.navigate("/notifications");
        coras.getByText("Ada Asker asks you for an introduction").click();
        coras.waitForURL("**/introductions/*"); // once the notification is marked as read
        look(coras, "to-pass-on", screen);
        coras.locator("#words").fill("I have worked with Ada for years, and you two should meet.");
        press(coras, "Pass on to Tom");
        look(coras, "nothing-waits", screen);

        Page toms = as(tom, screen);
        toms.navigate("/introductions");
        look(toms, "for-you", screen);
        toms.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read and answer"))
                .click();
        look(toms, "to-answer", screen);
        assertThat(toms.locator("main").innerText()).doesNotContain("is this a good idea");
        press(toms, "Accept and connect");
        toms.getByText("You are connected.").waitFor();

        assertThat(connections.areConnected(ada, tom)).isTrue();
        coras.navigate("/introductions/passed");
        look(coras, "passed", screen);
        assertThat(coras.locator("main").innerText()).contains("Ada and Tom are connected by it");
        adas.navigate("/introductions/asked");
        look(adas, "connected", screen);
        assertThat(adas.locator("main").innerText()).contains("You and Tom are connected by it");
        adas.navigate(tomsProfile);
        assertThat(adas.locator("main h1 .sep").innerText()).startsWith("1st");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void look(Page page, String name, Screen screen) {
        assertAccessible(page);
        picture(page, "introduction-" + name + "-" + screen);
    }
}
