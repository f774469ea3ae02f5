package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, ada@example.org",
        "' ada@example.org ', ada@example.org",
        "ada+news@example.org, ada+news@example.org",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "o'neill@example.org, o'neill@example.org"
    })
    void oneMailboxHasOneForm(String typed, String normal) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(normal));
    }

    @Test // a dotless i that folds to somebody else's address
    void lookAlikesAreNotFolded() {
        assertThat(EmailAddress.parse("m\u0131ke@example.org")).isEmpty();
        assertThat(EmailAddress.parse("mike@ex\u0430mple.org")).isNotEqualTo(EmailAddress.parse("mike@example.org"));
    }
}
