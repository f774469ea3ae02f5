package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.Visitor.Answer;
import org.wellmet.member.MemberId;
import org.wellmet.web.Language;

/// Signing in and out, and what a browser must carry for it.
class SignInTest extends AccountTest {
    @Autowired
    private Mailboxes mailboxes;

    @Test
    void whoSignedUpSignsInAndOut() {
        aMemberWithAccount("Ada Fairweather", "ada.signs@example.org");
        Visitor ada = newcomer();

        Answer signedIn = ada.post("/sign-in", "email", "ada.signs@example.org", "password", PASSWORD);

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/");
        assertThat(ada.get("/settings").body()).contains("Ada");
        assertThat(ada.post("/sign-out").status()).isEqualTo(303);
        assertThat(ada.get("/settings/sign-in").header("Location")).contains("/sign-in?to=");
    }

    @Test
    void whoNeverChoseALanguageIsWrittenToInTheOneOfTheLastSignIn() {
        MemberId amelie = aMemberWithAccount("Amélie Fairweather", "amelie.speaks@example.org");
        assertThat(mailboxes.of(amelie).orElseThrow().language()).isEqualTo(Language.ENGLISH);
        Visitor browser = newcomer().with("Accept-Language", "fr-CA,fr");
        browser.post("/sign-in", "email", "amelie.speaks@example.org", "password", PASSWORD);
        assertThat(mailboxes.of(amelie).orElseThrow().language()).isEqualTo(Language.FRENCH);

        browser.post("/settings", "language", "en", "theme", "device", "zone", "Asia/Tokyo");
        Mailbox chosen = mailboxes.of(amelie).orElseThrow();
        assertThat(chosen.language()).isEqualTo(Language.ENGLISH);
        assertThat(chosen.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        members.suspend(amelie);
        assertThat(mailboxes.of(amelie))
                .as("who does not take part is not written to")
                .isEmpty();
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() {
        aMemberWithAccount("Bea Fairweather", "bea.cookie@example.org");

        Answer signedIn = newcomer().post("/sign-in", "email", "bea.cookie@example.org", "password", PASSWORD);

        String cookie = signedIn.response().headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("wellmet="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(newcomer().get("/sign-in").header("Set-Cookie"))
                .startsWith("XSRF-TOKEN=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void aBrowserIsSentWhereItWantedToGoAndNeverToAnotherServer() {
        aMemberWithAccount("Cleo Fairweather", "cleo.to@example.org");

        assertThat(newcomer()
                        .post("/sign-in", "email", "cleo.to@example.org", "password", PASSWORD, "to", "/settings")
                        .header("Location"))
                .isEqualTo("/settings");
        for (String elsewhere : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "evil"}) {
            assertThat(newcomer()
                            .post("/sign-in", "email", "cleo.to@example.org", "password", PASSWORD, "to", elsewhere)
                            .header("Location"))
                    .isEqualTo("/");
        }
    }

    @Test // T16
    void anUnknownAddressAndAWrongPasswordAreTheSameBytes() {
        aMemberWithAccount("Dora Fairweather", "dora.known@example.org");

        Answer wrong = newcomer().post("/sign-in", "email", "dora.known@example.org", "password", "wrong");
        Answer unknown = newcomer().post("/sign-in", "email", "dora.never@example.org", "password", "wrong");

        assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
        assertThat(withoutTokens(wrong).replace("dora.known", "dora.never")).isEqualTo(withoutTokens(unknown));
    }

    @Test // session fixation
    void aSessionThatSomebodyPlantedOpensNothing() {
        aMemberWithAccount("Emma Fairweather", "emma.fixed@example.org");
        Visitor emma = newcomer().with("Cookie", "wellmet=1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        Answer signedIn = emma.post("/sign-in", "email", "emma.fixed@example.org", "password", PASSWORD);

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(newcomer()
                        .with("Cookie", "wellmet=1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                        .get("/settings/sign-in")
                        .header("Location"))
                .contains("/sign-in?to=");
    }

    @Test // T16: the fastest of several, so that a busy machine does not matter
    void anUnknownAddressTakesAsLongAsAWrongPassword() {
        aMemberWithAccount("Fay Fairweather", "fay.timed@example.org");

        long known = fastestMillis("fay.timed@example.org");
        long unknown = fastestMillis("fay.not.there@example.org");
        long noAddress = fastestMillis("no address at all");

        assertThat(unknown).isBetween(known / 3, known * 3);
        assertThat(noAddress).isBetween(known / 3, known * 3);
    }

    private long fastestMillis(String email) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            Visitor visitor = newcomer();
            visitor.get("/sign-in");
            long start = System.nanoTime();
            visitor.post("/sign-in", "email", email, "password", "not the right password");
            fastest = Math.min(fastest, (System.nanoTime() - start) / 1_000_000);
        }
        return fastest;
    }
}
