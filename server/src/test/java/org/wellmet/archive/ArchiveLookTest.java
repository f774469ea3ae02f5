package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.BrowserTest;
import org.wellmet.Screen;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Link;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.WebAddress;

/// The pages of the archive in a real browser.
final class ArchiveLookTest extends BrowserTest {
    @Autowired
    private Profiles profiles;

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void everyPageIsAccessible(Screen screen) throws IOException {
        MemberId ilse = aMember("Ilse Vantongeren");
        Visitor visitor = visitor(ilse);
        MemberId here = aMember("Joris Pellgrim");
        profiles.add(
                here,
                new Link(WebAddress.parse("linkedin.com/in/fx-joris-pellgrim").orElseThrow(), "LinkedIn"));
        Page page = as(ilse, screen);

        look(page, "/archive", "archive-empty-" + screen);
        ArchivePagesTest.takeOverAll(visitor, LinkedInExportTest.OF_2018);
        ArchivePagesTest.upload(visitor, LinkedInExportTest.OF_2026);
        look(page, "/archive/preview", "archive-preview-" + screen);
        look(page, "/archive", "archive-waiting-" + screen);
        ArchivePagesTest.takeOverAllOffered(visitor);
        look(page, "/contacts", "contacts-" + screen);
        look(page, "/contacts?q=nobody", "contacts-none-" + screen);
        profiles.remove(
                here,
                org.wellmet.profile.Section.LINKS,
                profiles.own(here).links().getFirst().id());
    }

    @Test
    void anUploadShowsItsWayAndARefusalTakesTheFocus() {
        Page page = as(aMember("Script User"), Screen.WIDE_LIGHT);
        page.navigate("/archive");

        page.setInputFiles("#archive", new FilePayload("x.zip", "application/zip", Zips.zip("holiday.txt", "sun")));
        press(page, "Look inside");
        page.locator("[role=alert]").waitFor();
        assertThat(page.evaluate("document.activeElement.outerHTML.slice(0, 60)")
                        .toString())
                .contains("role=\"alert\"");
        assertAccessible(page);
        picture(page, "archive-refused");

        page.setInputFiles("#archive", LinkedInExportTest.fixture(LinkedInExportTest.OF_2026));
        press(page, "Look inside");
        page.waitForURL("**/archive/preview");
        assertThat(page.locator("h1").textContent()).isEqualTo("What is in it");
    }

    @Test
    void theWholeWayWorksByKeyboardAlone() {
        Page page = as(aMember("Keyboard User"), Screen.NARROW_LIGHT);
        page.navigate("/archive");
        page.setInputFiles("#archive", LinkedInExportTest.fixture(LinkedInExportTest.OF_2026));
        Locator look = button(page, "Look inside");
        look.focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/archive/preview");
        page.locator("input[value=contacts]").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("input[value=contacts]").isChecked()).isFalse();
        page.keyboard().press("Space");
        button(page, "Take over what is ticked").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/contacts");

        assertThat(page.locator(".number").textContent()).startsWith("7");
    }

    private void look(Page page, String path, String name) {
        page.navigate(path);
        assertAccessible(page);
        picture(page, name);
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
