package org.wellmet.connection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.BrowserTest;
import org.wellmet.Screen;
import org.wellmet.member.MemberId;

/// Somebody hides their connections, and the very next look of an observer finds nothing of them.
class HideListJourneyTest extends BrowserTest {
    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void whoHidesTheirListLeadsNobodyAnywhere(Screen screen) {
        //  olive -- cleo -- ferdinand
        MemberId olive = aMember("Olive Onlooker");
        MemberId cleo = aMember("Cleo Closed");
        MemberId ferdinand = aMember("Ferdinand Far");
        connected(olive, cleo);
        connected(cleo, ferdinand);
        String way = "/network/" + members.find(ferdinand).orElseThrow().handle();
        Page observers = as(olive, screen);
        observers.navigate(way);
        assertThat(observers.locator("main")).containsText("Cleo Closed");
        assertThat(observers.locator("main")).containsText("1 mutual connection");

        Page cleos = as(cleo, screen);
        cleos.navigate("/settings/connections");
        cleos.getByText("Only you know whom you are connected to.").click();
        cleos.locator("form[action='/settings/connections'] button.go").click();
        assertThat(cleos.locator(".notice.good")).isVisible();
        assertAccessible(cleos);

        observers.reload();
        assertThat(observers.locator("main")).containsText("No path of up to six steps leads there that you may see.");
        assertThat(observers.locator("main")).not().containsText("Cleo Closed");
        observers.navigate("/suggestions");
        assertThat(observers.locator("main")).not().containsText("Ferdinand Far");
        observers.navigate("/search?q=Ferdinand+Far");
        assertThat(observers.locator("main")).containsText("Ferdinand Far");
        assertThat(observers.locator("main .sep")).hasCount(0);
        assertAccessible(observers);
    }
}
