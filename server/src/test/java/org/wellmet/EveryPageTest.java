package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.RoutesTest.Route;
import org.wellmet.mail.Mail;
import org.wellmet.mail.Outbox;
import org.wellmet.member.MemberId;

/// Every page of the table of routes, with something on it, so that none can be forgotten: accessible in both themes,
/// wide and narrow, with one main heading, and there.
class EveryPageTest extends BrowserTest {
    /// What answers with something other than a page of its own, or only to a secret that a mail holds.
    private static final String NO_PAGES =
            "/(api|static|pictures|error|test|vocabulary)(/.*)?|/search/suggest|/updates/mentions|.*\\.\\w+|.*\\{secret}.*"
                    + "|/set-up|/profile";

    @Autowired
    private Outbox outbox;

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void isAccessibleToAMember(Screen screen) throws IOException {
        World world = world();
        look(as(world.operator(), screen), "member", screen, addresses(world));
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void isAccessibleToAVisitor(Screen screen) throws IOException {
        List<String> open = RoutesTest.listed().values().stream()
                .filter(route -> route.who().equals("ANYONE")
                        && isPage(route)
                        && !route.path().contains("{"))
                .map(Route::path)
                .toList();
        look(asStranger(screen), "visitor", screen, open);
    }

    @Test
    void aPageWithAnIdIsForgottenNowhere() throws IOException {
        assertThat(places(world()).keySet())
                .containsExactlyInAnyOrderElementsOf(RoutesTest.listed().values().stream()
                        .filter(route -> isPage(route) && route.path().contains("{"))
                        .map(Route::path)
                        .toList());
    }

    private void look(Page page, String who, Screen screen, List<String> addresses) {
        SoftAssertions all = new SoftAssertions();
        for (String address : addresses) {
            Response answer = page.navigate(address);
            picture(page, "%s%s-%s".formatted(who, address.replaceAll("\\W+", "-"), screen));
            all.assertThat(answer.status()).as(address).isEqualTo(200);
            all.assertThatCode(() -> assertAccessible(page)).as(address).doesNotThrowAnyException();
            all.assertThat(page.locator("h1").count())
                    .as("main headings of " + address)
                    .isEqualTo(1);
        }
        all.assertAll();
        assertThat(addresses).hasSizeGreaterThanOrEqualTo(10);
    }

    private static boolean isPage(Route route) {
        return route.method().equals("GET") && !route.path().matches(NO_PAGES);
    }

    /// Who and what the pages show.
    private record World(
            MemberId operator,
            String own,
            String first,
            String second,
            long update,
            long mail,
            long item,
            long introduction,
            long invitation) {}

    /// The addresses of every page that names something, by its route.
    private static Map<String, List<String>> places(World world) {
        Map<String, List<String>> places = new TreeMap<>();
        places.put("/in/{handle}", List.of("/in/" + world.own(), "/in/" + world.first(), "/in/" + world.second()));
        places.put("/in/{handle}/updates", List.of("/in/" + world.first() + "/updates"));
        places.put("/invite/{handle}", List.of("/invite/" + world.second()));
        places.put("/block/{handle}", List.of("/block/" + world.second()));
        places.put("/network/{handle}", List.of("/network/" + world.first()));
        places.put("/network/{handle}/remove", List.of("/network/" + world.first() + "/remove"));
        places.put("/updates/{id:[0-9]{1,18}}", List.of("/updates/" + world.update()));
        places.put("/operator/mails/{id}", List.of("/operator/mails/" + world.mail()));
        places.put("/members/{handle}/introduction", List.of("/members/" + world.second() + "/introduction"));
        places.put("/network/{handle}/note", List.of("/network/" + world.first() + "/note"));
        places.put("/invitations/{id:[0-9]{1,18}}", List.of("/invitations/" + world.invitation()));
        places.put("/introductions/{id:[0-9]{1,18}}", List.of("/introductions/" + world.introduction()));
        String section = "/profile/edit/{section:positions|education|skills|languages|certificates|links}";
        places.put(section, List.of("/profile/edit/positions", "/profile/edit/skills"));
        places.put(section + "/{id:[0-9]{1,18}}", List.of("/profile/edit/positions/" + world.item()));
        return places;
    }

    private static List<String> addresses(World world) throws IOException {
        List<String> addresses = new ArrayList<>(List.of("/search?q=Grace"));
        Map<String, List<String>> places = places(world);
        for (Route route : RoutesTest.listed().values()) {
            if (isPage(route)) {
                addresses.addAll(places.getOrDefault(route.path(), List.of(route.path())));
            }
        }
        return addresses;
    }

    private World world() throws IOException {
        MemberId ada = anOperator("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        MemberId edsger = aMember("Edsger Dijkstra");
        MemberId barbara = aMember("Barbara Liskov");
        connected(ada, grace);
        connected(grace, edsger);
        done(visitor(ada).post("/updates", "text", "The engine *weaves* patterns.", "audience", "MEMBERS"));
        long own = newest("SELECT max(id) FROM member_update WHERE member_id = :member", ada);
        done(visitor(grace).post("/updates/" + own + "/comments", "text", "As the loom weaves flowers and leaves."));
        done(visitor(grace)
                .upload(
                        "/updates",
                        Map.of(
                                "text",
                                "Found a moth, @" + handle(ada) + ".",
                                "audience",
                                "CONNECTIONS",
                                "picture-text",
                                "A page of a log book with a moth taped to it"),
                        "picture",
                        "moth.png",
                        png()));
        done(visitor(barbara)
                .post(
                        "/invite/" + handle(ada),
                        "claim",
                        "MET",
                        "subject",
                        "The turing lecture",
                        "why",
                        "You asked me for the paper on abstract types."));
        done(visitor(ada)
                .post(
                        "/profile/edit/positions",
                        "title",
                        "Analyst",
                        "organisation",
                        "Analytical Engine",
                        "from",
                        "1842"));
        MemberId alonzo = aMember("Alonzo Church");
        connected(ada, alonzo);
        done(visitor(grace)
                .post(
                        "/members/" + handle(alonzo) + "/introduction",
                        "via",
                        handle(ada),
                        "toConnector",
                        "You have known him for years, and I have not.",
                        "toTarget",
                        "Your notation is what my compiler needs."));
        transactions.run(
                () -> outbox.queue(Mail.ordinary("grace@example.org", "Hello", "The operator can read this.")));
        return new World(
                ada,
                handle(ada),
                handle(grace),
                handle(edsger),
                own,
                sql.sql("SELECT max(id) FROM mail").query(Long.class).single(),
                newest("SELECT max(id) FROM profile_position WHERE member_id = :member", ada),
                newest("SELECT max(id) FROM introduction WHERE connector_id = :member", ada),
                newest("SELECT max(id) FROM invitation WHERE invitee_id = :member", ada));
    }

    private static void done(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }

    private long newest(String query, MemberId member) {
        return sql.sql(query).param("member", member.value()).query(Long.class).single();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
