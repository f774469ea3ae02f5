package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.BrowserTest;
import org.wellmet.Screen;
import org.wellmet.member.MemberId;

/// From the card to the slate, dismissed, undone, invited, in a real browser.
class SuggestionLookTest extends BrowserTest {
    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void aSlateIsDismissedUndoneAndLeadsToAnInvitation(Screen screen) {
        MemberId me = aMember("Ida Inviter");
        MemberId between = aMember("Bruno Between");
        connected(me, between);
        for (int i = 1; i <= 12; i++) {
            connected(between, aMember("Person Number" + (char) ('A' + i)));
        }
        Page page = as(me, screen);
        page.navigate("/network");
        page.locator("[hx-get='/suggestions/card'] .person").first().waitFor();
        assertAccessible(page);
        page.getByText("All suggestions").click();
        page.waitForURL("**/suggestions");
        assertAccessible(page);
        picture(page, "suggestions-" + screen);

        Locator rows = page.locator("#slate ol > li");
        assertThat(rows.count()).isEqualTo(10);
        String first = rows.first().locator(".who a").textContent();
        button(rows.first(), "Dismiss " + first).focus();
        page.keyboard().press("Enter");
        page.getByText(first + " is not suggested to you any more.").waitFor();
        page.locator("#slate ol > li:first-child:focus").waitFor();
        assertThat(page.evaluate("document.activeElement.getAttribute('aria-describedby')"))
                .as("who took the place is told together with who went")
                .isEqualTo("gone");
        assertThat(page.evaluate("document.querySelector('.tabs').offsetHeight < 60"))
                .as("the lenses stand in one line")
                .isEqualTo(true);
        assertThat(rows.count()).isEqualTo(10);
        assertThat(page.locator("#slate ol").textContent()).doesNotContain(first);
        assertAccessible(page);
        picture(page, "suggestions-dismissed-" + screen);

        button(page.locator("#slate"), "Undo (" + first + ")").click();
        page.locator("#slate ol .who").getByText(first).waitFor();
        page.locator("#slate li:focus").waitFor();
        rows.first().getByText("The numbers").click();
        page.getByText("Your numbers for " + first).waitFor();
        assertAccessible(page);
        picture(page, "suggestions-formula-" + screen);
        page.goBack();
        rows.first().locator("a.btn").click();
        page.waitForURL("**/invite/**");
        assertThat(page.locator("h1").textContent()).contains(first);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
