package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;

/// What a mail to somebody who is not here may say, and to whom it goes.
class OutsideLetterTest extends OutsideTest {
    @Test // T15
    void aMailsWordsBecomeNoLinkInAMailProgram() {
        String before = state(ada);
        for (String words : List.of(
                "Look at evil.com/win, dear friend.",
                "Write to me@evil.example, dear friend.",
                "Look at www.x, my dear dear friend.",
                "Look at évil。com, my dear dear friend.",
                "Look at evil\uFF0Ecom, my dear dear friend.",
                "Look at evil.\u200Bcom, my dear dear friend.",
                "Look at भारत.भारत, my dear dear friend.",
                "We would like to have you here.Then we dine.")) {
            Visitor.Answer answer =
                    visitor(ada).post("/invitations/outside", "way", "MAIL", "email", email("w"), "why", words);
            assertThat(answer.status()).as(words).isEqualTo(422);
            assertThat(answer.page().text()).contains("put a space after each full stop");
        }
        assertThat(state(ada)).isEqualTo(before);
        for (String words : List.of(
                "Wait… what? e.g. 3.14 at 5 p.m. with the U.S. friends.",
                "Well...that is it. See you on 12.11. at noon; bring Ph.D. friends.")) {
            assertThat(OutsideLetter.hasWebAddress(words)).as(words).isFalse();
        }
    }

    @Test // T15
    void anInvitersNameBecomesNoLinkInAMailProgram() {
        String email = email("named");
        byMail(aMember("https://evil.com Win"), email);

        assertThat(sql.sql("SELECT subject || ' ' || body FROM mail WHERE to_address = :to")
                        .param("to", email)
                        .query(String.class)
                        .single())
                .contains("evil. com Win invites you")
                .doesNotContain("evil.com", "https://evil", "https evil.com");
        assertThat(byMail(aMember("a.".repeat(60)), email("dots")).status()).isEqualTo(200);
        assertThat(byMail(aMember("🦆".repeat(120)), email("ducks")).status()).isEqualTo(200);
        assertThat(OutsideLetter.unlinked("J.R.R. Tolkien jr.")).isEqualTo("J. R. R. Tolkien jr.");
    }

    @Test // T18
    void exactlyOneAddressAndNoWebAddressAreTaken() {
        String before = state(ada);
        for (String email : List.of("a@example.org,b@example.org", "nobody", "")) {
            assertThat(byMail(ada, email).status()).as(email).isEqualTo(422);
        }
        assertThat(json(ada, "{\"email\":[\"a@example.org\"],\"why\":\"" + WORDS + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(visitor(ada)
                        .post(
                                "/invitations/outside",
                                "way",
                                "MAIL",
                                "email",
                                email("web"),
                                "why",
                                WORDS + " https://example.com")
                        .status())
                .isEqualTo(422);
        assertThat(state(ada)).isEqualTo(before);
    }
}
