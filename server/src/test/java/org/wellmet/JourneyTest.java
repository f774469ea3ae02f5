package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.member.MemberId;

/// A newcomer's first five minutes from end to end, in a real browser: joined, the archive brought, two people found
/// and connected, a first update shared, answered and the answer seen.
class JourneyTest extends BrowserTest {
    private static final String PASSWORD = "seven brave kettles hum";
    private static final String ARCHIVE = "/linkedin-export/2026-08_Complete_LinkedInDataExport_08-25-2026.zip";
    private static final String UPDATE = "First week here: the tide tables of the old harbour are read at last.";
    private static final String COMMENT = "Good to read this. Which years do they cover?";

    /// The kinds of page that were held to it already on this way.
    private final Set<String> seen = new HashSet<>();

    /// How one goes. Each way has people of its own, as all share one network.
    enum Way {
        BY_MOUSE_WIDE(Screen.WIDE_LIGHT, false, "Alderbrook", "10.200.0.1"),
        BY_MOUSE_NARROW(Screen.NARROW_LIGHT, false, "Brackenhurst", "10.200.0.4"),
        BY_KEYBOARD_WIDE(Screen.WIDE_DARK, true, "Cavendry", "10.200.0.2"),
        BY_KEYBOARD_NARROW(Screen.NARROW_DARK, true, "Thistlewick", "10.200.0.3");

        private final Screen screen;
        private final boolean isByKeyboard;
        private final String family;
        private final String place;

        Way(Screen screen, boolean isByKeyboard, String family, String place) {
            this.screen = screen;
            this.isByKeyboard = isByKeyboard;
            this.family = family;
            this.place = place;
        }

        private String email() {
            return "nora." + family.toLowerCase(Locale.ROOT) + "@example.org";
        }
    }

    /// A window and the hands that use it.
    private record Seat(Page page, Hands hands) {
        void press(String selector) {
            hands.press(page.locator(selector));
        }

        void pressButton(String name) {
            hands.press(page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
        }

        void pressLink(String name) {
            hands.press(page.locator("main")
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName(name).setExact(true)));
        }

        void type(String selector, String text) {
            hands.type(page.locator(selector), text);
        }

        void sees(String text) {
            page.getByText(text).first().waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewcomersFirstFiveMinutes(Way way) throws URISyntaxException {
        MemberId ruta = aMember("Ruta " + way.family);
        MemberId marek = aMember("Marek " + way.family);
        MemberId sofie = aMember("Sofie " + way.family);
        connected(ruta, sofie);
        connected(sofie, aMember("Piet " + way.family));
        Page page = asStranger(way.screen);
        page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", way.place));
        Seat nora = seat(page, way);

        joins(nora, way);
        signsOutAndIn(nora, way);
        bringsTheArchive(nora);
        findsByTypeahead(nora, way);
        invites(nora, "Ruta " + way.family, "We met at the water conference and you asked me to write.");
        findsAmongTheResults(nora, way);
        invites(nora, "Marek " + way.family, "Your talk on old harbours is the reason why I joined.");
        Seat rutas = seat(as(ruta, way.screen), way);
        acceptsFromTheNotification(rutas);
        acceptsFromTheInvitations(seat(as(marek, way.screen), way));
        seesHowNearEverybodyIs(nora, way);
        shares(nora);
        readsAndComments(rutas);
        seesTheComment(nora, way);
    }

    private void joins(Seat nora, Way way) {
        nora.page().navigate("/");
        look(nora, "Sign in to");
        nora.press("main a[href='/join']");
        look(nora, "Join ");
        nora.type("#name", "Nora Vale");
        nora.type("#email", way.email());
        nora.type("#password", PASSWORD);
        nora.press("main form button.go");
        look(nora, "Ask the operator for your link");
        nora.page().navigate(linkFromTheOutbox(way));
        look(nora, "Confirm your address");
        nora.type("#password", PASSWORD);
        nora.press("main form button.go");
        look(nora, "Welcome, Nora");
    }

    /// Without a mail server the operator reads the mail and hands its link on.
    private String linkFromTheOutbox(Way way) {
        Seat operator = seat(as(anOperator("Opal Operator"), way.screen), way);
        operator.page().navigate("/operator/mails");
        look(operator, "Run this server");
        operator.hands()
                .press(operator.page()
                        .locator("main li", new Page.LocatorOptions().setHasText(way.email()))
                        .locator("a"));
        Locator link = operator.page().locator("main a[href*='/join/confirm/']");
        String address = Objects.requireNonNull(link.getAttribute("href"));
        look(operator, "Run this server");
        operator.page().context().close();
        return address.substring(address.indexOf("/join/confirm/"));
    }

    private void signsOutAndIn(Seat nora, Way way) {
        nora.press("header .menu > summary");
        nora.press("header form[action='/sign-out'] button");
        look(nora, "Sign in to");
        nora.type("#email", way.email());
        nora.type("#password", PASSWORD);
        nora.press("main form button.go");
        look(nora, "Welcome, Nora");
    }

    private void bringsTheArchive(Seat nora) throws URISyntaxException {
        nora.press("main .steps a[href='/archive']");
        look(nora, "Your archive");
        Path archive = Path.of(JourneyTest.class.getResource(ARCHIVE).toURI());
        nora.hands().choose(nora.page().locator("#archive"), archive);
        nora.pressButton("Look inside");
        look(nora, "What is in it");
        Locator firstSkill = nora.page()
                .locator("section[aria-labelledby=skills-head] input")
                .first();
        String leftOut = firstSkill.locator("xpath=..").innerText().strip();
        nora.hands().untick(firstSkill);
        nora.pressButton("Take over what is ticked");
        look(nora, "Your contacts");
        assertThat(nora.page().locator(".number").textContent()).startsWith("7");
        nora.press("header .menu > summary");
        nora.press("header .menu-list a[href^='/in/']");
        look(nora, "Nora Vale");
        assertThat(nora.page().locator("main").innerText())
                .contains("Hydraulic engineer", "I build sluices.")
                .doesNotContain(leftOut);
    }

    private void findsByTypeahead(Seat nora, Way way) {
        nora.type("#find", "Ruta " + way.family.substring(0, 4));
        nora.hands().take(nora.page().locator("#find"), "Ruta " + way.family);
        look(nora, "Ruta " + way.family);
    }

    private void findsAmongTheResults(Seat nora, Way way) {
        nora.type("#find", way.family);
        nora.page().keyboard().press("Enter");
        look(nora, "Search for " + way.family);
        nora.pressLink("Marek " + way.family);
        look(nora, "Marek " + way.family);
    }

    private void invites(Seat nora, String name, String whyNow) {
        nora.press("main a[href^='/invite/']");
        look(nora, "Invite " + name);
        nora.hands().choose(nora.page().locator("input[name=claim][value=MET]"));
        nora.type("#subject", "Water conference 2026");
        nora.type("#why", whyNow);
        nora.page().locator("section[aria-labelledby=will-see] blockquote").waitFor();
        assertThat(nora.page().locator("section[aria-labelledby=will-see]").innerText())
                .contains("Water conference 2026", "Unchecked");
        nora.pressButton("Send the invitation");
        nora.sees("Your invitation to " + name + " is sent.");
        look(nora, "Invitations");
    }

    private void acceptsFromTheNotification(Seat ruta) {
        ruta.page().navigate("/");
        look(ruta, "Welcome, Ruta");
        ruta.press("header a[href='/notifications']");
        look(ruta, "Notifications");
        ruta.pressLink("Nora Vale invites you to connect");
        look(ruta, "Invitations");
        assertThat(ruta.page().locator("header a[href='/notifications'] .count").count())
                .as("what was opened is read")
                .isZero();
        ruta.pressButton("Accept Nora Vale");
        ruta.sees("You and Nora Vale are connected.");
    }

    private void acceptsFromTheInvitations(Seat marek) {
        marek.page().navigate("/");
        marek.press("nav a[href='/invitations']");
        marek.pressButton("Accept Nora Vale");
        marek.sees("You and Nora Vale are connected.");
        look(marek, "Invitations");
        marek.page().context().close();
    }

    private void seesHowNearEverybodyIs(Seat nora, Way way) {
        nora.press("nav a[href='/network']");
        look(nora, "My network");
        assertThat(distances(nora)).containsExactly("Marek " + way.family + " 1st", "Ruta " + way.family + " 1st");
        nora.type("#find", way.family);
        nora.page().keyboard().press("Enter");
        look(nora, "Search for " + way.family);
        List<String> found = distances(nora);
        assertThat(found.subList(0, 2)).allMatch(line -> line.endsWith(" 1st"));
        assertThat(found.subList(2, found.size()))
                .startsWith("Sofie " + way.family + " 2nd", "Piet " + way.family + " 3rd");
        nora.pressLink("Piet " + way.family);
        look(nora, "Piet " + way.family);
        assertThat(nora.page().locator("section[aria-labelledby=path]").innerText())
                .contains("You", "Ruta " + way.family, "Sofie " + way.family);
    }

    /// Each name of a list and what stands beside it.
    private static List<String> distances(Seat seat) {
        List<String> lines = new ArrayList<>();
        for (Locator who : seat.page().locator("main li .who").all()) {
            lines.add(who.textContent()
                    .replace("degree", "")
                    .replaceAll("\\s+", " ")
                    .strip());
        }
        return lines;
    }

    private void shares(Seat nora) {
        nora.press("nav a[href='/']");
        look(nora, "Welcome, Nora");
        nora.type("#text", UPDATE);
        nora.hands().choosesNext(nora.page().locator("#audience"));
        nora.pressButton("Share");
        nora.sees("Your update is shared.");
        look(nora, "Home");
        assertThat(nora.page().locator("article.update").innerText()).contains(UPDATE, "2nd degree");
    }

    private void readsAndComments(Seat ruta) {
        ruta.press("nav a[href='/']");
        look(ruta, "Home");
        Locator update = ruta.page().locator("article.update");
        assertThat(update.innerText()).contains("Nora Vale", "1st", UPDATE, "Here because Nora is your connection.");
        ruta.press("article.update a[href$='#comments']");
        look(ruta, "Update by Nora Vale");
        ruta.type("#text", COMMENT);
        ruta.pressButton("Comment");
        ruta.page()
                .locator("#comments li", new Page.LocatorOptions().setHasText(COMMENT))
                .waitFor();
        assertAccessible(ruta.page());
    }

    private void seesTheComment(Seat nora, Way way) {
        nora.press("nav a[href='/']");
        nora.page().locator("header a[href='/notifications'] .count").waitFor();
        picture(nora.page(), "journey-home-" + way);
        nora.press("header a[href='/notifications']");
        look(nora, "Notifications");
        assertThat(nora.page().locator("main ul.list").innerText())
                .contains("Ruta " + way.family + " accepted your invitation")
                .contains("Marek " + way.family + " accepted your invitation");
        nora.pressLink("Ruta " + way.family + " commented on your update");
        look(nora, "Update by Nora Vale");
        assertThat(nora.page().locator("#comments").innerText()).contains(COMMENT);
    }

    /// Waits for the page with this heading, and holds it to what holds for every page.
    private void look(Seat seat, String heading) {
        Locator found = seat.page().locator("h1", new Page.LocatorOptions().setHasText(heading));
        found.waitFor();
        seat.page().waitForLoadState(); // with its styles
        String path = URI.create(seat.page().url()).getPath();
        String kind = path.replaceFirst("^/(in|invite|updates|operator/mails|join/confirm)/.*", "$1");
        if (seen.add(kind + " " + found.textContent().split(" ", 2)[0])) {
            assertAccessible(seat.page());
        }
    }

    private Seat seat(Page page, Way way) {
        return new Seat(page, Hands.at(page, way.isByKeyboard));
    }
}
