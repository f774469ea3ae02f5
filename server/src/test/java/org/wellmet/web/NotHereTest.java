package org.wellmet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// On the whole server: what is absent answers alike, whoever asks and however.
class NotHereTest extends ServerTest {
    @ParameterizedTest
    @CsvSource({
        "en, text/html",
        "fr, text/html",
        "fr, application/json",
        "en, application/json",
        "de, '*/*'",
        "en, image/png"
    })
    void absentIsTheSameBytesWhereverItIsAskedFor(String language, String accept) {
        Visitor visitor = visitor(aMember("Ada Lovelace"))
                .with("Accept-Language", language)
                .with("Accept", accept);

        Visitor.Answer unknown = visitor.get("/nowhere/at/all");
        Visitor.Answer file = visitor.get("/static/000000000000/wellmet.css");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(file.status()).isEqualTo(404);
        assertThat(file.body()).isEqualTo(unknown.body());
        assertThat(file.header("Content-Type")).isEqualTo(unknown.header("Content-Type"));
        assertThat(visitor.get("/nowhere/at/all").body()).isEqualTo(unknown.body());
    }

    @Test
    void anApiSaysProblemsInItsOwnWords() {
        Visitor.Answer answer = aStranger().get("/api/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:wellmet:problem:not-here\"", "\"status\":404")
                .doesNotContain("nowhere");
    }

    @Test
    void theApiRefusesWithAProblemWhoSendsNoTokenAndTakesThatOfAnyForm() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Visitor member = visitor(aMember("Ada Lovelace"));
        for (Visitor visitor : List.of(member, aStranger())) {
            Visitor.Answer answer = visitor.sendBare("/api/settings/connections", "application/json", body);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"type\":\"urn:wellmet:problem:refused\"", "\"status\":403");
        }
        String token =
                member.get("/settings").page().select("input[name=_csrf]").val();
        assertThat(member.with("X-XSRF-TOKEN", token)
                        .sendBare("/api/settings/connections", "application/json", body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aForgedFormIsRefusedAsAPage() {
        Visitor.Answer answer = aStranger().forge("/settings", "theme", "dark");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.page().select("h1").text()).isEqualTo("This was not done");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(HeadersFilter.POLICY);
    }

    @Test
    void aStrangerIsOfferedToSignInWhetherOrNotThereIsAnybody() {
        MemberId hidden = aMember("Ada Hidden");
        Visitor stranger = aStranger();
        String address = "/in/" + members.find(hidden).orElseThrow().handle();

        Visitor.Answer there = stranger.get(address);

        assertThat(there.status()).isEqualTo(404);
        assertThat(there.body()).isEqualTo(stranger.get("/in/nobody-at-all").body());
        String signIn = there.page().select("a.go").attr("href");
        assertThat(signIn).isEqualTo("/sign-in?back=1");
        assertThat(to(stranger, "Referer", origin() + address, signIn)).isEqualTo(address);
        assertThat(to(stranger, "Referer", "http://elsewhere.example" + address, signIn))
                .isEqualTo("/");
        assertThat(to(stranger, "Referer", "not an address", signIn)).isEqualTo("/");
    }

    private static String to(Visitor visitor, String header, String value, String address) {
        return visitor.with(header, value)
                .get(address)
                .page()
                .select("input[name=to]")
                .val();
    }

    @Test
    void aMemberKeepsTheNavigationWhereNothingIsAndNoFormIsOnThePage() {
        Visitor member = visitor(aMember("Ada Lovelace"));
        Document page = member.get("/in/nobody-at-all").page();

        assertThat(page.select("nav.nav a[href=/network]")).hasSize(1);
        assertThat(page.select("form[method=post]")).isEmpty();
        assertThat(page.select("main a").eachAttr("href")).containsExactly("/");
        assertThat(member.forge("/settings", "theme", "dark").page().select("nav.nav"))
                .as("other problems say nothing of who looks")
                .isEmpty();
    }
}
