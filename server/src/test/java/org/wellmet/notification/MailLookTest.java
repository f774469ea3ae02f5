package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.BrowserTest;
import org.wellmet.Screen;
import org.wellmet.member.MemberId;

/// From the foot of a mail to its end, and the settings of mails.
class MailLookTest extends BrowserTest {
    @Autowired
    private StopLinks links;

    @Autowired
    private MailSettings settings;

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void whoFollowsTheLinkAndPressesTheButtonGetsNoMore(Screen screen) {
        MemberId ada = aMember("Ada Lovelace");
        Page page = asStranger(screen);
        page.navigate(links.address(ada, List.of(MailKind.INVITATIONS, MailKind.MESSAGES)));
        assertAccessible(page);
        picture(page, "mail-stop-" + screen);
        assertThat(settings.of(ada)).isEqualTo(MailSetting.UNCHOSEN);

        page.locator("main form button.go").click();
        page.getByText("These mails have ended").first().waitFor();
        assertAccessible(page);
        picture(page, "mail-stopped-" + screen);
        assertThat(settings.of(ada).stopped()).containsExactlyInAnyOrder(MailKind.INVITATIONS, MailKind.MESSAGES);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void theSettingsAreKept(Screen screen) {
        MemberId ada = aMember("Ada Lovelace");
        Page page = as(ada, screen);
        page.navigate("/settings/mail");
        page.locator("input[name=accepted]").uncheck();
        page.locator("#from").fill("22:00");
        page.locator("main button.go").click();
        page.getByText("Nothing was saved.").first().waitFor();
        assertAccessible(page);
        picture(page, "mail-settings-refused-" + screen);
        page.locator("#to").fill("07:00");
        page.locator("main button.go").click();
        page.getByText("Your settings are saved.").waitFor();
        assertAccessible(page);
        picture(page, "mail-settings-" + screen);
        assertThat(settings.of(ada).stopped()).containsExactly(MailKind.ACCEPTED);
        assertThat(settings.of(ada).quietHours()).isPresent();
    }
}
