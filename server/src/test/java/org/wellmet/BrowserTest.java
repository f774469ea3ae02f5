package org.wellmet;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.wellmet.member.MemberId;

/// The whole server, looked at with a real browser.
///
/// ```java
/// @ParameterizedTest
/// @EnumSource
/// void theProfileIsAccessible(Screen screen) {
///     Page page = as(aMember("Ada Lovelace"), screen);
///     page.navigate("/in/ada-lovelace");
///     assertAccessible(page);
///     picture(page, "profile-" + screen);
/// }
/// ```
public abstract class BrowserTest extends ServerTest {
    @LocalServerPort
    private int browsedPort;

    private final Chromium chromium = new Chromium();

    /// A window in which this member is signed in.
    protected Page as(MemberId member, Screen screen) {
        return chromium.open(screen, address(), Map.of(SignedInByHeader.HEADER, Long.toString(member.value())));
    }

    /// A window of somebody who is not signed in.
    protected Page asStranger(Screen screen) {
        return chromium.open(screen, address(), Map.of());
    }

    /// Nothing that axe-core objects to, no sideways scrolling, nothing in the browser's console.
    protected void assertAccessible(Page page) {
        chromium.assertAccessible(page);
    }

    /// Keeps a picture of the page under `target/screens`, to be looked at.
    protected static void picture(Page page, String name) {
        Chromium.picture(page, name);
    }

    private String address() {
        return "http://localhost:" + browsedPort;
    }

    @AfterEach
    void closeTheBrowser() {
        chromium.close();
    }
}
