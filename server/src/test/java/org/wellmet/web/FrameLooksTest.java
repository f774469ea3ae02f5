package org.wellmet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.Chromium;
import org.wellmet.Screen;
import org.wellmet.web.Place.Where;

/// The frame in a browser, with a member and places as features would declare them.
@SpringBootTest(
        classes = {WebTest.FrameAlone.class, FrameLooksTest.Features.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FrameLooksTest {
    private static final Map<String, String> NOOR = Map.of("X-Noor", "1");

    @LocalServerPort
    private int port;

    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void aMembersPagesAreAccessible(Screen screen) {
        Page page = open(screen, NOOR);
        page.navigate("/settings");
        look(page, "settings-" + screen);
        page.fill("#zone", "Mars/Olympus");
        page.click("button.go");
        assertThat(page.locator(".notice.late").isVisible()).isTrue();
        look(page, "settings-refused-" + screen);
        page.fill("#zone", "Europe/Paris");
        page.click("button.go");
        assertThat(page.locator(".notice.good").isVisible()).isTrue();
        page.click("summary:has-text('Your menu')");
        look(page, "settings-saved-" + screen);
        page.navigate("/house-rules");
        look(page, "house-rules-" + screen);
        page.navigate("/privacy");
        look(page, "privacy-" + screen);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void theComponentsAreAccessible(Screen screen) {
        Page page = open(screen, NOOR);
        page.navigate("/test/components");
        look(page, "components-" + screen);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void aVisitorsPagesAreAccessible(Screen screen) {
        Page page = open(screen, Map.of());
        for (String path : new String[] {"/settings", "/privacy", "/nowhere"}) {
            page.navigate(path);
            look(page, "visitor" + path.replace('/', '-') + "-" + screen);
        }
        page.navigate("/privacy");
        page.click("text=Français");
        assertThat(page.locator("h1").textContent()).isEqualTo("Vie privée");
        look(page, "visitor-french-" + screen);
    }

    @Test
    void menusCloseOnEscapeAndOnAClickElsewhere() {
        Page page = open(Screen.WIDE_LIGHT, NOOR);
        page.navigate("/privacy");
        page.click("summary");
        assertThat(page.locator("details.menu").getAttribute("open")).isNotNull();
        page.keyboard().press("Escape");
        assertThat(page.locator("details.menu").getAttribute("open")).isNull();
        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
        page.click("summary");
        page.click("h1");
        assertThat(page.locator("details.menu").getAttribute("open")).isNull();
    }

    @Test
    void theThemeIsTheMembersAndNotTheDevices() {
        Page page = open(Screen.WIDE_LIGHT, NOOR);
        page.navigate("/settings");
        page.check("input[value=dark]");
        page.click("button.go");
        assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(18, 22, 20)");
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        Page page = open(Screen.NARROW_LIGHT, NOOR);
        page.navigate("/privacy");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }

    @Test
    void anUploadLeadsWhereItWouldWithoutScriptAndItsNoticeIsSeen() {
        Page page = open(Screen.WIDE_LIGHT, NOOR);
        page.navigate("/test/upload");
        page.setInputFiles("input[type=file]", new FilePayload("a.zip", "application/zip", new byte[100_000]));
        page.click("button.go");
        page.waitForURL("**/privacy");
        assertThat(page.locator(".notice.good").textContent()).contains("It is here.");
    }

    @Test
    void aRefusedUploadShowsItsPage() {
        Page page = open(Screen.WIDE_LIGHT, NOOR);
        page.navigate("/test/upload");
        page.fill("input[name=to]", "nowhere");
        page.click("button.go");
        page.waitForSelector("text=There is nothing here for you");
        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("H1");
    }

    private Page open(Screen screen, Map<String, String> headers) {
        return chromium.open(screen, "http://localhost:" + port, headers);
    }

    private void look(Page page, String name) {
        Chromium.picture(page, name);
        chromium.assertAccessible(page);
    }

    /// Shows all components on one page.
    @RestController
    static class Gallery {
        private final Pages pages;

        Gallery(Pages pages) {
            this.pages = pages;
        }

        @GetMapping("/test/upload")
        ModelAndView upload(Frame frame) {
            return new Components().upload(frame);
        }

        @PostMapping("/test/bring")
        ModelAndView bring(@RequestParam String to) {
            if (!to.isEmpty()) {
                throw new NotHere();
            }
            return pages.onTo("/privacy", Text.of("It is here."));
        }

        @GetMapping("/test/components")
        ModelAndView show(Frame frame) {
            return new Components().show(frame);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Features {
        @Bean
        Gallery gallery(Pages pages) {
            return new Gallery(pages);
        }

        @Bean
        SignedIn noor() {
            return request -> request.getHeader("X-Noor") == null
                    ? Optional.empty()
                    : Optional.of(new Me("Noor Haddad", "Noor", "NH", 2, "noor-haddad", Optional.empty(), true));
        }

        @Bean
        NetworkName harbourCity() {
            return () -> "Harbour City Professionals";
        }

        @Bean
        Place home() {
            return new Place(Where.MAIN, 0, "/", Text.of("Home"), "home");
        }

        @Bean
        Place network() {
            return new Place(Where.MAIN, 10, "/network", Text.of("Network"), "network");
        }

        @Bean
        Place invitations() {
            return new Place(Where.MAIN, 20, "/invitations", Text.of("Invitations"), "invite");
        }

        @Bean
        Place notifications() {
            return new Place(Where.BAR, 0, "/notifications", Text.of("Notifications"), "bell");
        }

        @Bean
        Place signOut() {
            return Place.link(Where.MENU_POST, 90, "/sign-out", Text.of("Sign out"));
        }

        @Bean
        Place sessions() {
            return Place.link(Where.SETTINGS, 10, "/settings/sign-in", Text.of("Sign-in"));
        }

        @Bean
        Place outbox() {
            return Place.link(Where.OPERATOR, 10, "/operator/outbox", Text.of("Outbox"));
        }

        @Bean
        Place signIn() {
            return new Place(Where.GUEST, 0, "/sign-in", Text.of("Sign in"), "");
        }

        @Bean
        Place join() {
            return new Place(Where.GUEST, 10, "/join", Text.of("Join"), "plus");
        }

        @Bean
        Badge waiting() {
            return new Badge() {
                @Override
                public String place() {
                    return "/invitations";
                }

                @Override
                public long count(jakarta.servlet.http.HttpServletRequest request) {
                    return 4;
                }
            };
        }

        @Bean
        Badge unread() {
            return new Badge() {
                @Override
                public String place() {
                    return "/notifications";
                }

                @Override
                public long count(jakarta.servlet.http.HttpServletRequest request) {
                    return 12;
                }
            };
        }
    }
}
